"""How an absence comes again, as the form offers it, and as the rule of RFC 5545 that it stands for. Without Qt."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = frozenset(range(5))
LAST = -1
"""As RFC 5545 counts from the end of a month."""


class Every(StrEnum):
    """What is offered. `other`: a rule made elsewhere, kept as it is."""

    ONCE = "once"
    WEEK = "week"
    SECOND_WEEK = "second_week"
    MONTH_DAY = "month_day"
    MONTH_WEEKDAY = "month_weekday"
    MONTH_LAST = "month_last"
    MONTH_LAST_WORKDAY = "month_last_workday"
    OTHER = "other"


WEEKLY = (Every.WEEK, Every.SECOND_WEEK)


@dataclass(frozen=True, slots=True)
class Repeat:
    """days: weekdays from 0, Monday, for weekly ones. until, count: when it ends; both None: never.

    other: the parts of a rule that isn't offered, without its end.
    """

    every: Every = Every.ONCE
    days: frozenset[int] = frozenset()
    until: date | None = None
    count: int | None = None
    other: str = ""


def rule(repeat: Repeat, start: date) -> str | None:
    """The value of an RRULE property for something that first comes on `start`; None for once."""
    days = ",".join(CODES[day] for day in sorted(repeat.days or {start.weekday()}))
    own = CODES[start.weekday()]
    match repeat.every:
        case Every.ONCE:
            return None
        case Every.WEEK:
            text = f"FREQ=WEEKLY;BYDAY={days}"
        case Every.SECOND_WEEK:
            text = f"FREQ=WEEKLY;INTERVAL=2;BYDAY={days}"
        case Every.MONTH_DAY:
            text = f"FREQ=MONTHLY;BYMONTHDAY={start.day}"
        case Every.MONTH_WEEKDAY:
            text = f"FREQ=MONTHLY;BYDAY={week_of_month(start)}{own}"
        case Every.MONTH_LAST:
            text = f"FREQ=MONTHLY;BYDAY=-1{own}"
        case Every.MONTH_LAST_WORKDAY:
            text = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
        case Every.OTHER:
            text = repeat.other
    if repeat.count is not None:
        return f"{text};COUNT={repeat.count}"
    if repeat.until is not None:
        return f"{text};UNTIL={repeat.until:%Y%m%d}"
    return text


def read(text: str | None, start: date) -> Repeat:
    """What a rule is among those offered; `other` for one that is none of them."""
    if text is None:
        return Repeat()
    parts = dict(part.partition("=")[::2] for part in text.upper().removeprefix("RRULE:").strip(";").split(";"))
    until, count = parts.pop("UNTIL", ""), parts.pop("COUNT", "")
    end = Repeat(
        until=date(int(until[:4]), int(until[4:6]), int(until[6:8])) if until[:8].isdigit() else None,
        count=int(count) if count.isdigit() else None,
    )
    other = ";".join(f"{name}={value}" for name, value in parts.items())
    if parts.pop("WKST", "MO") != "MO":
        return replace(end, every=Every.OTHER, other=other)
    if parts.get("INTERVAL") == "1":
        del parts["INTERVAL"]
    for every in Every:
        if every in (Every.ONCE, Every.OTHER):
            continue
        tried = replace(end, every=every, days=_days(parts, start) if every in WEEKLY else frozenset())
        plain = rule(replace(tried, until=None, count=None), start) or ""
        if _same(dict(part.partition("=")[::2] for part in plain.split(";")), parts):
            return tried
    return replace(end, every=Every.OTHER, other=other)


def offered(start: date) -> list[Every]:
    """What can be chosen for something that first comes on `start`."""
    last_of_kind = (start + timedelta(days=7)).month != start.month
    found = [Every.ONCE, Every.WEEK, Every.SECOND_WEEK, Every.MONTH_DAY]
    if week_of_month(start) < 5:
        found.append(Every.MONTH_WEEKDAY)
    if last_of_kind:
        found.append(Every.MONTH_LAST)
    return [*found, Every.MONTH_LAST_WORKDAY]


def week_of_month(day: date) -> int:
    """Which Monday (Tuesday …) of its month a day is, 1 to 5."""
    return (day.day - 1) // 7 + 1


def first_day(repeat: Repeat, start: date) -> date:
    """The first day on which it comes, `start` or one after it; for `other` always `start`."""
    if repeat.every in WEEKLY:
        days = repeat.days or {start.weekday()}
        return next(day for ahead in range(7) if (day := start + timedelta(days=ahead)).weekday() in days)
    if repeat.every is Every.MONTH_LAST_WORKDAY:
        last = _last_workday(start)
        return last if last >= start else _last_workday((start.replace(day=1) + timedelta(days=32)).replace(day=1))
    return start


def ended_before(repeat: Repeat, day: date) -> Repeat:
    """The same, with its last time before `day`."""
    return replace(repeat, until=day - timedelta(days=1), count=None)


def moved(repeat: Repeat, start: date, to: date) -> Repeat:
    """The same on another weekday, when it was dragged from one day to another."""
    if repeat.every not in WEEKLY or start.weekday() not in repeat.days:
        return repeat
    return replace(repeat, days=(repeat.days - {start.weekday()}) | {to.weekday()})


def _days(parts: dict[str, str], start: date) -> frozenset[int]:
    if parts.get("FREQ") == "DAILY":
        return frozenset(range(7))
    found = parts.get("BYDAY", CODES[start.weekday()]).split(",")
    return frozenset(CODES.index(code) for code in found if code in CODES)


def _same(one: dict[str, str], other: dict[str, str]) -> bool:
    """Whether two rules say the same: weekdays in any order, and those that follow from the start left out."""
    if other.get("FREQ") == "DAILY" and "INTERVAL" not in other and len(other) == 1:
        other = {"FREQ": "WEEKLY", "BYDAY": ",".join(CODES)}
    if other.get("FREQ") == "WEEKLY" and "BYDAY" not in other:
        other = other | {"BYDAY": one.get("BYDAY", "")}
    if other.get("FREQ") == "MONTHLY" and other.keys() <= {"FREQ"}:
        other = other | {"BYMONTHDAY": one.get("BYMONTHDAY", "")}
    return _loose(one) == _loose(other)


def _loose(parts: dict[str, str]) -> dict[str, frozenset[str]]:
    return {name: frozenset(item.lstrip("+") for item in value.split(",")) for name, value in parts.items()}


def _last_workday(day: date) -> date:
    last = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return last - timedelta(days=max(0, last.weekday() - 4))
