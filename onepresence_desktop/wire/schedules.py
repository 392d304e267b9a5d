"""Recurring absences of the caller's own, and what they come to beside their diversions."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec

from onepresence_desktop.domain.diversion import Destination, DiversionId, Origin, Reason
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.schedule import ScheduleId
from onepresence_desktop.wire.slices import Audience, Keyed, View


class ScheduleView(View, frozen=True, kw_only=True):
    """A recurring absence. rrule: RFC 5545, None for once. start: local in `time_zone`, without offset."""

    id: ScheduleId
    title: str
    rrule: str | None
    start: datetime
    duration: timedelta
    time_zone: str
    exdates: tuple[date, ...]
    skip_holidays: bool
    reason: Reason
    destination: Destination
    note: str
    reception_note: str


class ScheduleRemoved(View, frozen=True, kw_only=True):
    """One of the caller's schedules is gone."""

    id: ScheduleId


class OccurrenceView(View, frozen=True, kw_only=True):
    """One absence to come or under way. schedule_id: of a schedule's; id: of the diversion, until None: no end yet."""

    id: DiversionId
    schedule_id: ScheduleId | None
    origin: Origin
    reason: Reason
    title: str
    starts_at: datetime = msgspec.field(name="from")
    until: datetime | None
    destination: Destination
    note: str
    reception_note: str


class StretchView(View, frozen=True, kw_only=True):
    """From when to when one occurrence is the one that counts."""

    id: DiversionId
    starts_at: datetime = msgspec.field(name="from")
    until: datetime


class OccurrencesView(View, frozen=True, kw_only=True):
    """All absences of a window by start, and which of them counts when (spec 3.8)."""

    occurrences: list[OccurrenceView]
    counts: list[StretchView]


class AbsenceView(View, frozen=True, kw_only=True):
    """What colleagues may know of an absence on the day board (spec 2.9)."""

    reason: Reason
    title: str
    note: str
    origin: Origin
    starts_at: datetime = msgspec.field(name="from")
    until: datetime


class WorkView(View, frozen=True, kw_only=True):
    """A stretch of working hours."""

    starts_at: datetime = msgspec.field(name="from")
    until: datetime


class DayBoardRow(View, frozen=True, kw_only=True):
    """One colleague's days: absences as they will count, and working hours.

    off: they don't work on any of these days; where it isn't and there are no hours, none are used.
    """

    user_id: UserId
    absences: list[AbsenceView]
    work: list[WorkView]
    off: bool = False


class DayBoardView(View, frozen=True, kw_only=True):
    """Everyone's days in a window."""

    starts_at: datetime = msgspec.field(name="from")
    until: datetime
    rows: list[DayBoardRow]


SCHEDULES: Keyed[ScheduleId, ScheduleView] = Keyed(
    "schedules", "schedule", ScheduleView, Audience.OWNER, removed=ScheduleRemoved
)
