"""Recurring absence (spec 3.4): rules of RFC 5545 in local time, and the moments they come to.

A schedule says "every second Friday at 13:00" in the time of a zone; 13:00 stays 13:00 when clocks change. Of the rules
those that make at most one absence a day are taken: everything up to FREQ=DAILY, without BYHOUR and finer.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NewType
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from onepresence_desktop.domain.diversion import Destination, Diversion, DiversionId, Origin, Reason
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import UserId

ScheduleId = NewType("ScheduleId", str)

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
PARTS = frozenset(
    {
        "FREQ",
        "INTERVAL",
        "COUNT",
        "UNTIL",
        "WKST",
        "BYDAY",
        "BYMONTHDAY",
        "BYYEARDAY",
        "BYWEEKNO",
        "BYMONTH",
        "BYSETPOS",
    }
)
_VALUES = {
    "INTERVAL": (1, 1000),
    "COUNT": (1, 10_000_000),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYMONTH": (1, 12),
    "BYSETPOS": (-366, 366),
}
"""Least and most of each part that is a number, or a list of them; never 0 (RFC 5545 section 3.3.10)."""
LONGEST_RULE = 300
"""Characters; the longest honest rule, a list of days of the year, has half of that."""
LONGEST = timedelta(days=31)
"""One absence; longer ones are diversions of their own."""
MOST_EXCEPTIONS = 1000
EARLIEST, LATEST = date(2001, 1, 1), date(2099, 12, 31)
"""Between them leap years come every fourth year, which `_calendar_shift` relies on."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """An absence that comes again.

    rrule: the value of an RRULE property, or None for once. start: local, without zone. zone: IANA name.
    exdates: local days on which it doesn't come. skip_holidays: nor on public holidays.
    """

    id: ScheduleId
    user_id: UserId
    start: datetime
    duration: timedelta
    zone: str
    reason: Reason
    destination: Destination
    created_at: datetime
    rrule: str | None = None
    title: str = ""
    exdates: tuple[date, ...] = ()
    skip_holidays: bool = False
    note: str = ""
    reception_note: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One coming of a schedule: its local day, and from when to when (UTC)."""

    schedule: Schedule
    day: date
    starts_at: datetime
    ends_at: datetime

    @property
    def id(self) -> DiversionId:
        """Of the diversion it is: the schedule's id and the day."""
        return DiversionId(f"{self.schedule.id}@{self.day.isoformat()}")

    def diversion(self) -> Diversion:
        """The diversion that an occurrence is while it lasts (spec 3.8)."""
        of = self.schedule
        return Diversion(
            self.id,
            of.user_id,
            of.reason,
            self.starts_at,
            self.ends_at,
            of.destination,
            created_at=of.created_at,
            note=of.note,
            reception_note=of.reception_note,
            origin=Origin.SCHEDULE,
            title=of.title,
        )


def checked(schedule: Schedule) -> Schedule:
    """The schedule with its rule and exceptions in order; raises `Invalid` naming what can't be.

    Refused: rules that come more than once a day, that name days there are none of, whose first day is later than
    twelve years after the start; and what lasts longer than `LONGEST`.
    """
    if schedule.start.tzinfo is not None:
        raise Invalid(field="start", problem="time_zone")
    if not EARLIEST <= schedule.start.date() <= LATEST:
        raise Invalid(field="start", problem="out_of_range")
    if not timedelta() < schedule.duration <= LONGEST:
        raise Invalid(field="duration", problem="out_of_range")
    if len(schedule.exdates) > MOST_EXCEPTIONS:
        raise Invalid(field="exdates", problem="too_many")
    try:
        ZoneInfo(schedule.zone)
    except (KeyError, ValueError, OSError) as exc:
        raise Invalid(field="time_zone", problem="unknown") from exc
    if (
        schedule.rrule is not None
        and next(iter(_rule(schedule.rrule, schedule.start, schedule.zone, near=True)), None) is None
    ):
        raise Invalid(field="rrule", problem="never")
    return schedule


def occurrences(
    schedule: Schedule, start: datetime, end: datetime, *, holidays: Container[date] = frozenset()
) -> Iterator[Occurrence]:
    """Those that lie, wholly or in part, between two aware moments; in order, one for each day at most.

    What would start in the hour that a change to summer time leaves out starts when that hour is over; what starts in
    the hour that comes twice starts in the first of the two. It ends by the clock as well: from 22:00 to 06:00 it lasts
    an hour longer or less in the night in which clocks change, as a shift does; what the clock leaves no time for lasts
    as long as ever.
    """
    zone = ZoneInfo(schedule.zone)
    first = start.astimezone(zone).replace(tzinfo=None) - schedule.duration - timedelta(days=1)
    last = end.astimezone(zone).replace(tzinfo=None) + timedelta(days=1)
    for local in _local_starts(schedule, first, last):
        day = local.date()
        if day in schedule.exdates or (schedule.skip_holidays and day in holidays):
            continue
        starts_at = in_zone(local, zone)
        ends_at = in_zone(local + schedule.duration, zone)
        if ends_at <= starts_at:
            ends_at = starts_at + schedule.duration
        if starts_at < end and ends_at > start:
            yield Occurrence(schedule, day, starts_at, ends_at)


def in_zone(local: datetime, zone: ZoneInfo) -> datetime:
    """A local time without zone as a moment in UTC; one that doesn't exist is the moment its gap ends at."""
    before, after = local.replace(tzinfo=zone, fold=0), local.replace(tzinfo=zone, fold=1)
    moment = before.astimezone(UTC)
    if before.utcoffset() == after.utcoffset() or moment.astimezone(zone).replace(tzinfo=None) == local:
        return moment
    early, late = after.astimezone(UTC), moment
    offset = early.astimezone(zone).utcoffset()
    while late - early > timedelta(seconds=1):
        middle = early + (late - early) / 2
        if middle.astimezone(zone).utcoffset() == offset:
            early = middle
        else:
            late = middle
    return late.replace(microsecond=0)


def _local_starts(schedule: Schedule, first: datetime, last: datetime) -> Iterator[datetime]:
    if schedule.rrule is None:
        if first <= schedule.start <= last:
            yield schedule.start
        return
    begin = max(first, schedule.start)
    start = _start_near(schedule, begin)
    latest = min(last, _horizon(start.year, near=False))
    if latest < begin:
        return
    shift = _calendar_shift(start.year, near=False)
    for found in _rule(schedule.rrule, start, schedule.zone).xafter(_moved(begin, shift), inc=True):
        local = _moved(found, -shift)
        if local > latest:
            return
        yield local


def _start_near(schedule: Schedule, begin: datetime) -> datetime:
    """A later start that means the same from `begin` on, so that the years between need not be gone through."""
    parts = _parts(schedule.rrule or "")
    days = {"DAILY": 1, "WEEKLY": 7}.get(parts["FREQ"])
    if days is None or "COUNT" in parts:
        return schedule.start
    period = timedelta(days=days * int(parts.get("INTERVAL", "1")))
    return schedule.start + period * max(0, (begin - schedule.start) // period - 1)


@lru_cache(maxsize=4096)
def _rule(text: str, start: datetime, zone: str, *, near: bool = False) -> rrule:
    """The rule, moved to the end of the calendar; raises `Invalid`."""
    parts = _parts(text)
    until = parts.pop("UNTIL", None)
    shift = _calendar_shift(start.year, near=near)
    try:
        parsed = rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=_moved(start, shift))
        assert isinstance(parsed, rrule)
        if until is None:
            return parsed
        last = _until(until, ZoneInfo(zone))
        if last < start:
            last = start - timedelta(days=1)
        return parsed.replace(until=_moved(min(last, _horizon(start.year, near=near)), shift))
    except (ValueError, TypeError, KeyError, IndexError, OverflowError) as exc:
        raise Invalid(field="rrule", problem="malformed") from exc


def _parts(text: str) -> dict[str, str]:
    if len(text) > LONGEST_RULE:
        raise Invalid(field="rrule", problem="too_long")
    pairs = [part.partition("=") for part in text.upper().removeprefix("RRULE:").strip(";").split(";")]
    parts = {name: value for name, _, value in pairs}
    if len(parts) != len(pairs) or not all(parts.values()) or not text.isascii() or text != "".join(text.split()):
        raise Invalid(field="rrule", problem="malformed")
    if parts.get("FREQ") not in FREQUENCIES or parts.keys() & {"BYHOUR", "BYMINUTE", "BYSECOND"}:
        raise Invalid(field="rrule", problem="too_often" if "FREQ" in parts else "malformed")
    if parts.keys() - PARTS or parts.keys() >= {"COUNT", "UNTIL"}:
        raise Invalid(field="rrule", problem="malformed")
    for name, value in parts.items():
        if name in _VALUES and not all(_fits(item, _VALUES[name]) for item in value.split(",")):
            raise Invalid(field="rrule", problem="malformed")
    if "," in parts.get("INTERVAL", "") + parts.get("COUNT", ""):
        raise Invalid(field="rrule", problem="malformed")
    days = parts.get("BYDAY", "MO")
    if not re.fullmatch(
        r"(?:[+-]?[0-9]{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:[+-]?[0-9]{1,2})?(?:MO|TU|WE|TH|FR|SA|SU))*", days
    ):
        raise Invalid(field="rrule", problem="malformed")
    if parts["FREQ"] in ("DAILY", "WEEKLY") and re.search(r"[0-9]", days):
        raise Invalid(field="rrule", problem="malformed")
    return parts


def _fits(text: str, allowed: tuple[int, int]) -> bool:
    low, high = allowed
    if not re.fullmatch(r"[+-]?[0-9]{1,8}", text):
        return False
    number = int(text)
    return low <= number <= high and number != 0


def _until(text: str, zone: ZoneInfo) -> datetime:
    """The last local moment: a day counts whole, UTC is read as local time (RFC 5545 section 3.3.10)."""
    if len(text) == 8:
        return datetime.combine(datetime.strptime(text, "%Y%m%d").date(), time.max)  # noqa: DTZ007
    moment = datetime.strptime(text.removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007
    return moment.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None) if text.endswith("Z") else moment


@lru_cache(maxsize=256)
def _calendar_shift(year: int, *, near: bool) -> int:
    """Years to move a rule by, so that days fall alike and the calendar soon ends.

    A rule that no day answers would be searched to the year 9999, for minutes. Within a century the calendar repeats
    itself every 28 years, so the rule is laid where 12 (near) or 64 years are left, and the search ends by itself.
    """
    first = 9960 if near else 9908
    same = (
        y
        for y in range(first, first + 28)
        if y % 4 == year % 4 and date(y, 1, 1).weekday() == date(year, 1, 1).weekday()
    )
    return next(same) - year


def _horizon(year: int, *, near: bool) -> datetime:
    """The last local moment that a rule from a year on is looked at."""
    last = year + 9999 - (year + _calendar_shift(year, near=near))
    return datetime.combine(min(LATEST, date(last, 12, 31)), time.max)


def _moved(moment: datetime, years: int) -> datetime:
    return moment.replace(year=moment.year + years)
