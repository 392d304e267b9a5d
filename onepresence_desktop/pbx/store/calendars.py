"""Where users' calendars are, in the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, RowMapping, String, Table, select

from onepresence_desktop.domain.meetings import CalendarKind, CalendarSource, MeetingUse
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.ports.calendars import CalendarAccess
from onepresence_desktop.pbx.store.people import users
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import metadata, owner_column, text_column

calendars = Table(
    "calendars",
    metadata,
    owner_column("users", key=True),
    Column("kind", String(16), nullable=False),
    text_column("address"),
    text_column("account"),
    text_column("password"),
    Column("use", String(16), nullable=False),
    Column("show_subject", Boolean, nullable=False),
    Column("out_of_office", Boolean, nullable=False),
)


def _row(access: CalendarAccess) -> dict[str, Any]:
    source = access.source
    return {
        "user_id": source.user_id,
        "kind": source.kind.value,
        "address": source.address,
        "account": source.account,
        "password": access.password,
        "use": source.use.value,
        "show_subject": source.show_subject,
        "out_of_office": source.out_of_office,
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
    )
    return CalendarAccess(source, row["password"])


class CalendarsRepository(Repository):
    """Where users' calendars are."""

    async def all(self, customer_id: CustomerId) -> list[CalendarAccess]:
        query = select(calendars).join(users).where(users.c.customer_id == customer_id).order_by(calendars.c.user_id)
        return [_access(row) for row in (await self._connection.execute(query)).mappings()]

    async def of(self, user_id: UserId) -> CalendarAccess | None:
        row = await self._row(calendars, calendars.c.user_id == user_id)
        return _access(row) if row is not None else None

    async def put(self, access: CalendarAccess) -> None:
        await self._put(calendars, _row(access), "user_id")

    async def remove(self, user_id: UserId) -> bool:
        return bool(await self._delete(calendars, calendars.c.user_id == user_id))
