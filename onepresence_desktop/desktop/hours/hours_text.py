"""Working hours of a day as people write them: "8-16", "8-12, 12.30-16:30", nothing for a day off. Without Qt."""

from __future__ import annotations

import re
from datetime import time
from itertools import pairwise

from onepresence_desktop.domain.people import Opening

_CLOCK = r"(\d{1,2})(?:[:.]?(\d{2}))?"
_STRETCH = re.compile(rf"^\s*{_CLOCK}\s*(?:[-–—]|til|till|to)\s*{_CLOCK}\s*$", re.IGNORECASE)
END_OF_DAY = time(23, 59)
"""What 24:00 is kept as."""


def parse_day(text: str) -> tuple[Opening, ...] | None:
    """The stretches of a day by their beginning; () for a day off, None for what can't be read or makes no sense."""
    found: list[Opening] = []
    for part in re.split(r"[,;+]|\bog\b|\boch\b|\band\b", text):
        if not part.strip():
            continue
        match = _STRETCH.match(part)
        begin, end = (_clock(match[1], match[2]), _clock(match[3], match[4])) if match else (None, None)
        if begin is None or end is None or begin >= end:
            return None
        found.append(Opening(begin, end))
    found.sort(key=lambda opening: opening.start)
    if any(one.end > other.start for one, other in pairwise(found)):
        return None
    return tuple(found)


def show_day(openings: tuple[Opening, ...], *, short: bool = False) -> str:
    """As it is put into the field; short: whole hours without minutes, for the week's bars."""
    return ", ".join(f"{show_clock(o.start, short=short)}–{show_clock(o.end, short=short)}" for o in openings)


def show_clock(clock: time, *, short: bool = False) -> str:
    """A beginning or an end; short: whole hours without minutes."""
    if clock == END_OF_DAY:
        return "24" if short else "24:00"
    return f"{clock.hour}" if short and not clock.minute else f"{clock:%H:%M}"


def _clock(hour: str, minute: str | None) -> time | None:
    if int(hour) == 24 and not int(minute or 0):
        return END_OF_DAY
    return time(int(hour), int(minute or 0)) if int(hour) < 24 and int(minute or 0) < 60 else None
