"""Reading a time as people type it: 1230, 12.30, 12:30, +30, 25/7, 25.7. 08:00. Without Qt."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from onepresence_desktop.desktop import company_time

_CLOCK = r"(?P<hour>\d{1,2})[:.]?(?P<minute>\d{2})"
_DATE = r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})(?:\s*[/.-]\s*(?P<year>20\d{2}))?\.?"
_ONLY_CLOCK = re.compile(rf"^{_CLOCK}$")
_ONLY_HOUR = re.compile(r"^(?P<hour>\d{1,2})$")
_ONLY_DATE = re.compile(rf"^{_DATE}$")
_DATE_AND_CLOCK = re.compile(rf"^{_DATE}\s+(?:kl\.?\s*)?{_CLOCK}$")
_LATER = re.compile(r"^\+\s*(?P<count>\d{1,4})\s*(?P<unit>min|m|t|h|d)?\.?$", re.IGNORECASE)
_UNITS = {"": "minutes", "m": "minutes", "min": "minutes", "t": "hours", "h": "hours", "d": "days"}


def parse_when(text: str, after: datetime, *, end: bool) -> datetime | None:
    """The moment meant by `text`, or None when it says none.

    after: what "+30" counts from, and what a clock time must lie behind (else it is meant for the next day); aware.
    end: a date alone means the end of that day (23:59), otherwise its beginning.
    """
    words = " ".join(text.split())
    local = company_time.local(after)
    if (span := parse_span(words)) is not None:
        return after + span
    clock = _ONLY_CLOCK.match(words) or _ONLY_HOUR.match(words)
    try:
        if clock is not None:
            minute = int(clock.groupdict().get("minute") or 0)
            moment = _at(local, time(int(clock["hour"]), minute))
            return moment if moment > local else _at(local + timedelta(days=1), time(int(clock["hour"]), minute))
        if match := _ONLY_DATE.match(words):
            return _dated(match, local, time(23, 59) if end else time(0, 0))
        if match := _DATE_AND_CLOCK.match(words):
            return _dated(match, local, time(int(match["hour"]), int(match["minute"])))
    except ValueError:
        return None
    return None


def parse_span(text: str) -> timedelta | None:
    """The length meant by "+30", "+2 h", "+1 d"; None when it says none."""
    match = _LATER.match(" ".join(text.split()))
    return timedelta(**{_UNITS[(match["unit"] or "").lower()]: int(match["count"])}) if match is not None else None


def _at(day: datetime, clock: time) -> datetime:
    return company_time.at(day.date(), clock)


def _dated(match: re.Match[str], after: datetime, clock: time) -> datetime:
    year = int(match["year"]) if match["year"] else after.year
    moment = company_time.at(date(year, int(match["month"]), int(match["day"])), clock)
    if match["year"] is None and moment < after:
        moment = company_time.at(date(year + 1, int(match["month"]), int(match["day"])), clock)
    return moment


def format_when(moment: datetime, now: datetime) -> str:
    """A moment as it is put into the field: the time today, else date and time."""
    local = company_time.local(moment)
    if local.date() == company_time.local(now).date():
        return local.strftime("%H:%M")
    return f"{local.day}/{local.month} {local:%H:%M}"
