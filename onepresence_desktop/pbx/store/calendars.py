"""Where users' calendars are, in the database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Boolean, CheckConstraint, Column, Index, Integer, RowMapping, String, Table, select, text

from onepresence_desktop.domain.meetings import CalendarId, CalendarKind, CalendarSource, MeetingUse
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.ports.calendars import CalendarAccess
from onepresence_desktop.pbx.store.people import users
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import key_column, metadata, owner_column, text_column

calendars = Table(
    "calendars",
    metadata,
    owner_column("users", key=True),
    key_column(),
    Column("place", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    text_column("address"),
    text_column("account"),
    text_column("password"),
    Column("use", String(16), nullable=False),
    Column("show_subject", Boolean, nullable=False),
    Column("out_of_office", Boolean, nullable=False),
    Column("diverts", Boolean, nullable=False),
    CheckConstraint("diverts OR \"use\" <> 'divert'", name="ck_calendars_diverts"),
)
Index(
    "uq_calendars_diverts",
    calendars.c.user_id,
    unique=True,
    sqlite_where=text("diverts"),
    postgresql_where=text("diverts"),
)


def _row(access: CalendarAccess, place: int) -> dict[str, Any]:
    source = access.source
    return {
        "user_id": source.user_id,
        "id": source.id,
        "place": place,
        "kind": source.kind.value,
        "address": source.address,
        "account": source.account,
        "password": access.password,
        "use": source.use.value,
        "show_subject": source.show_subject,
        "out_of_office": source.out_of_office,
        "diverts": source.diverts,
    }


def _access(row: RowMapping) -> CalendarAccess:
    source = CalendarSource(
        UserId(row["user_id"]),
        CalendarKind(row["kind"]),
        row["address"],
        row["account"],
        MeetingUse(row["use"]),
        row["show_subject"],
        row["out_of_office"],
        CalendarId(row["id"]),
        row["diverts"],
    )
    return CalendarAccess(source, row["password"])


class CalendarsRepository(Repository):
    """Where users' calendars are."""

    async def all(self, customer_id: CustomerId) -> list[CalendarAccess]:
        query = select(calendars).join(users).where(users.c.customer_id == customer_id)
        rows = await self._connection.execute(query.order_by(calendars.c.user_id, calendars.c.place))
        return [_access(row) for row in rows.mappings()]

    async def of(self, user_id: UserId) -> list[CalendarAccess]:
        rows = await self._rows(calendars, calendars.c.user_id == user_id, order=(calendars.c.place,))
        return [_access(row) for row in rows]

    async def put(self, user_id: UserId, accesses: Sequence[CalendarAccess]) -> None:
        await self._delete(calendars, calendars.c.user_id == user_id)
        if accesses:
            rows = [_row(access, place) for place, access in enumerate(accesses)]
            await self._put_all(calendars, rows, "user_id", "id")
