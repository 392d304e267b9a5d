"""Recurring absences, and a company's own holidays, in the database."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Column, Date, Index, RowMapping, Table, select

from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.schedule import Schedule, ScheduleId
from onepresence_desktop.pbx.store import stored
from onepresence_desktop.pbx.store.diversions import StoredDestination, destination_of, stored_destination
from onepresence_desktop.pbx.store.people import users
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import Moment, key_column, metadata, owner_column, text_column

schedules = Table(
    "schedules",
    metadata,
    key_column(),
    owner_column("users"),
    Column("created_at", Moment, nullable=False),
    text_column("value"),
    Index("ix_schedules_user", "user_id"),
)

holidays = Table(
    "holidays",
    metadata,
    owner_column("customers", key=True),
    Column("day", Date, primary_key=True),
    text_column("name", None),
)


class StoredSchedule(stored.Shape):
    """`schedules.value`. start: local, without zone."""

    rrule: str | None
    start: datetime
    duration: timedelta
    zone: str
    title: str
    exdates: tuple[date, ...]
    skip_holidays: bool
    reason: Reason
    destination: StoredDestination
    note: str
    reception_note: str
    v: Literal[1] = 1


def schedule_row(schedule: Schedule) -> dict[str, Any]:
    shape = StoredSchedule(
        rrule=schedule.rrule,
        start=schedule.start,
        duration=schedule.duration,
        zone=schedule.zone,
        title=schedule.title,
        exdates=schedule.exdates,
        skip_holidays=schedule.skip_holidays,
        reason=schedule.reason,
        destination=stored_destination(schedule.destination),
        note=schedule.note,
        reception_note=schedule.reception_note,
    )
    return {
        "id": schedule.id,
        "user_id": schedule.user_id,
        "created_at": schedule.created_at,
        "value": stored.write(shape),
    }


def schedule_of(row: RowMapping) -> Schedule:
    shape = stored.read(row["value"], StoredSchedule)
    return Schedule(
        id=ScheduleId(row["id"]),
        user_id=UserId(row["user_id"]),
        start=shape.start,
        duration=shape.duration,
        zone=shape.zone,
        reason=shape.reason,
        destination=destination_of(shape.destination),
        created_at=row["created_at"],
        rrule=shape.rrule,
        title=shape.title,
        exdates=shape.exdates,
        skip_holidays=shape.skip_holidays,
        note=shape.note,
        reception_note=shape.reception_note,
    )


class SchedulesRepository(Repository):
    """Recurring absences and holidays."""

    async def all(self, customer_id: CustomerId) -> list[Schedule]:
        c = schedules.c
        query = select(schedules).join(users).where(users.c.customer_id == customer_id).order_by(c.created_at, c.id)
        return [schedule_of(row) for row in (await self._connection.execute(query)).mappings()]

    async def put(self, schedule: Schedule) -> None:
        await self._put(schedules, schedule_row(schedule), "id")

    async def remove(self, schedule_id: ScheduleId) -> None:
        await self._delete(schedules, schedules.c.id == schedule_id)

    async def holidays(self, customer_id: CustomerId) -> dict[date, str | None]:
        found = await self._rows(holidays, holidays.c.customer_id == customer_id)
        return {row["day"]: row["name"] for row in found}

    async def put_holiday(self, customer_id: CustomerId, day: date, name: str | None) -> None:
        await self._put(holidays, {"customer_id": customer_id, "day": day, "name": name}, "customer_id", "day")

    async def remove_holiday(self, customer_id: CustomerId, day: date) -> None:
        await self._delete(holidays, holidays.c.customer_id == customer_id, holidays.c.day == day)
