"""Working hours of a day as people write them: "8-16", "8-12, 12.30-16:30", nothing for a day off; "22-6" ends on the
day after. Without Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import LAST_MINUTE, Opening, working_hours

_CLOCK = r"(\d{1,2})(?:[:.]?(\d{2}))?"
_STRETCH = re.compile(rf"^\s*{_CLOCK}\s*(?:[-–—]|til|till|to)\s*{_CLOCK}\s*$", re.IGNORECASE)


def parse_day(text: str) -> tuple[Opening, ...] | None:
    """The stretches of a day by their beginning; () for a day off, None for what can't be read or makes no sense."""
    found: list[tuple[time, time]] = []
    for part in re.split(r"[,;+]|\bog\b|\boch\b|\band\b", text):
        if not part.strip():
            continue
        match = _STRETCH.match(part)
        begin, end = (_clock(match[1], match[2]), _clock(match[3], match[4])) if match else (None, None)
        if begin is None or end is None:
            return None
        found.append((begin, end))
    try:
        return working_hours([found, [], [], [], [], [], []]).days[0]
    except Invalid:
        return None


def fits(week: Sequence[Sequence[Opening]]) -> bool:
    """Whether no night lasts into the hours of the day after."""
    try:
        working_hours([[(opening.start, opening.end) for opening in day] for day in week])
    except Invalid:
        return False
    return True


def parts(week: Sequence[Sequence[Opening]], day: int) -> list[tuple[int, int]]:
    """What is worked on a day in its minutes, what a night of the day before leads into it included; in order."""
    before = [opening for opening in week[day - 1] if opening.over_midnight]
    found = [(0, _minute(opening.end)) for opening in before if opening.end > time()]
    for opening in week[day]:
        days, end = opening.ends_on
        found.append((_minute(opening.start), 24 * 60 if days else _minute(end)))
    return sorted(found)


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def show_day(openings: tuple[Opening, ...], *, short: bool = False) -> str:
    """As it is put into the field; short: whole hours without minutes, for the week's bars."""
    return ", ".join(f"{show_clock(o.start, short=short)}–{show_clock(o.end, short=short)}" for o in openings)


def show_clock(clock: time, *, short: bool = False) -> str:
    """A beginning or an end; short: whole hours without minutes."""
    if clock >= LAST_MINUTE:
        return "24" if short else "24:00"
    return f"{clock.hour}" if short and not clock.minute else f"{clock:%H:%M}"


def _clock(hour: str, minute: str | None) -> time | None:
    if int(hour) == 24 and not int(minute or 0):
        return LAST_MINUTE
    return time(int(hour), int(minute or 0)) if int(hour) < 24 and int(minute or 0) < 60 else None
