"""A week of opening hours as one types it: "mon-fri 08:00-16:00, sat 10:00-14:00"; read, and written."""

from __future__ import annotations

import re
from datetime import time

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import LAST_MINUTE, Opening, WorkingHours, working_hours

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALWAYS = "always"
"""No hours are used: open at any time."""

_DAYS = re.compile(r"([a-z]{3})(?:-([a-z]{3}))?")
_TIMES = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])-(?:([01]?[0-9]|2[0-3]):([0-5][0-9])|24:00)")


def read_hours(text: str) -> WorkingHours:
    """Days, or from a day to another, each followed by one or more times; 22:00-06:00 ends on the day after.

    Raises `Invalid` (hours).
    """
    words = text.lower().replace(",", " ").replace(";", " ").split()
    if words == [ALWAYS]:
        return WorkingHours()
    week: list[list[tuple[time, time]]] = [[] for _ in DAYS]
    days: set[int] = set()
    timed = True
    for word in words:
        times, named = _TIMES.fullmatch(word), _DAYS.fullmatch(word)
        if times is not None and days:
            start = time(int(times[1]), int(times[2]))
            end = time(int(times[3]), int(times[4])) if times[3] is not None else LAST_MINUTE
            for day in days:
                week[day].append((start, end))
            timed = True
        elif named is not None and named[1] in DAYS and (named[2] or named[1]) in DAYS:
            first, last = DAYS.index(named[1]), DAYS.index(named[2] or named[1])
            days = (set() if timed else days) | {day % 7 for day in range(first, last + 1 + (7 if last < first else 0))}
            timed = False
        else:
            raise Invalid(field="hours", problem="malformed", word=word)
    if not timed or not words:
        raise Invalid(field="hours", problem="malformed")
    return working_hours(week)


def written_hours(hours: WorkingHours) -> str:
    """A week as `read_hours` takes it: days that follow one another with the same times are taken together."""
    if not hours.used:
        return ALWAYS
    parts: list[str] = []
    for (first, last), openings in _stretches(hours):
        days = DAYS[first] if first == last else f"{DAYS[first]}-{DAYS[last]}"
        times = " ".join(f"{one.start:%H:%M}-{_written_end(one.end)}" for one in openings)
        parts.append(f"{days} {times}")
    return ", ".join(parts)


def _written_end(end: time) -> str:
    return "24:00" if end >= LAST_MINUTE else f"{end:%H:%M}"


def _stretches(hours: WorkingHours) -> list[tuple[tuple[int, int], tuple[Opening, ...]]]:
    found: list[tuple[tuple[int, int], tuple[Opening, ...]]] = []
    for day, openings in enumerate(hours.days):
        if not openings:
            continue
        if found and found[-1][0][1] == day - 1 and found[-1][1] == openings:
            found[-1] = ((found[-1][0][0], day), openings)
        else:
            found.append(((day, day), openings))
    return found
