"""What the form of a schedule says, as a value; and how days and times are read. Without Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from onepresence_desktop.desktop.diversion.schedule.repeat import Every, Repeat, first_day, read, rule
from onepresence_desktop.domain.diversion import VOICEMAIL, Destination, Reason
from onepresence_desktop.wire.bodies import ScheduleBody
from onepresence_desktop.wire.schedules import ScheduleView

_CLOCK = re.compile(r"^(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2}))?$")
_DATE = re.compile(r"^(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})(?:\s*[/.-]\s*(?P<year>(?:20)?\d{2}))?\.?$")
ONCE = Repeat()


class Fault(StrEnum):
    """What keeps it from being saved; each stands at the field it is about."""

    DATE = "date"
    START = "start"
    END = "end"
    LAST_DATE = "last_date"
    LAST_BEFORE = "last_before"
    TIMES = "times"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class ScheduleDraft:
    """day, begin, end: local; an end not after the begin is meant for the next day. zone: IANA name."""

    day: date
    begin: time
    end: time
    zone: str
    title: str = ""
    reason: Reason = Reason.MEETING
    repeat: Repeat = ONCE
    skipped: tuple[date, ...] = ()
    skip_holidays: bool = False
    destination: Destination = VOICEMAIL
    note: str = ""
    reception_note: str = ""
    more_days: int = 0

    @property
    def duration(self) -> timedelta:
        """From begin to end; `more_days` whole days are added to what the clock says."""
        span = datetime.combine(self.day, self.end) - datetime.combine(self.day, self.begin)
        if span <= timedelta():
            span += timedelta(days=1)
        return span + timedelta(days=self.more_days)

    def body(self) -> ScheduleBody:
        """As a request to make it or to change one."""
        day = first_day(self.repeat, self.day)
        return ScheduleBody(
            title=self.title,
            rrule=rule(self.repeat, day),
            start=datetime.combine(day, self.begin),
            duration=self.duration,
            time_zone=self.zone,
            exdates=list(self.skipped),
            skip_holidays=self.skip_holidays,
            reason=self.reason,
            destination=self.destination,
            note=self.note,
            reception_note=self.reception_note,
        )


def of_view(view: ScheduleView) -> ScheduleDraft:
    """The form for changing one."""
    end = view.start + view.duration
    seconds = (view.duration - timedelta(seconds=1)).total_seconds()
    return ScheduleDraft(
        view.start.date(),
        view.start.time(),
        end.time(),
        view.time_zone,
        view.title,
        view.reason,
        read(view.rrule, view.start.date()),
        view.exdates,
        view.skip_holidays,
        view.destination,
        view.note,
        view.reception_note,
        more_days=int(seconds // 86400),
    )


def blank(start: datetime, end: datetime, zone: str, *, every: Every = Every.ONCE) -> ScheduleDraft:
    """A new one, for a stretch of local time."""
    return ScheduleDraft(start.date(), start.time(), end.time(), zone, repeat=Repeat(every))


def parse_clock(text: str) -> time | None:
    """12:30, 1230, 12.30, 12; 24:00 is midnight. None for anything else."""
    match = _CLOCK.match(text.strip())
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if (hour, minute) == (24, 0):
        return time()
    return time(hour, minute) if hour < 24 and minute < 60 else None


def parse_date(text: str, today: date) -> date | None:
    """25/7, 25.7.2027; without a year the next such day, today included. None for anything else."""
    match = _DATE.match(text.strip())
    if match is None:
        return None
    try:
        if match["year"]:
            return date(2000 + int(match["year"]) % 100, int(match["month"]), int(match["day"]))
        found = date(today.year, int(match["month"]), int(match["day"]))
        return found if found >= today else date(today.year + 1, found.month, found.day)
    except ValueError:
        return None


def parse_dates(text: str, today: date) -> tuple[date, ...] | None:
    """Several, with commas or semicolons between; () for none, None when one can't be read."""
    parts = [part for part in re.split(r"[,;]", text) if part.strip()]
    found = [parse_date(part, today) for part in parts]
    return tuple(sorted({day for day in found if day is not None})) if None not in found else None


def tidy_clock(text: str) -> str:
    """A time of day as it is put into a field: "22" is 22:00; what can't be read stays as it was typed."""
    clock = parse_clock(text)
    return f"{clock:%H:%M}" if clock is not None else text


def tidy_dates(text: str, today: date) -> str:
    """Days as they are put into a field; what can't be read stays as it was typed."""
    days = parse_dates(text, today)
    return ", ".join(show_date(day, today) for day in days) if days is not None else text


def show_date(day: date, today: date) -> str:
    """As it is put into a field, so that it reads back as the same day."""
    year = "" if parse_date(f"{day.day}/{day.month}", today) == day else f"/{day.year}"
    return f"{day.day}/{day.month}{year}"
