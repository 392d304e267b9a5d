"""A week of hours as the wire has it, and in words."""

from __future__ import annotations

from datetime import time

from onepresence_desktop.desktop.hours.hours_text import show_clock
from onepresence_desktop.desktop.hours.week_bars import Week
from onepresence_desktop.desktop.texts import repeats
from onepresence_desktop.domain.people import WorkingHours
from onepresence_desktop.wire.bodies import DayBody, OpeningBody


def week_body(week: Week) -> list[DayBody]:
    """Seven days as they are sent, Monday first."""
    return [[OpeningBody(start=f"{one.start:%H:%M}", end=f"{one.end:%H:%M}") for one in day] for day in week]


def week_words(week: WorkingHours | list[DayBody]) -> str:
    """The days that have hours, with these, as one line; "" for none."""
    days = week_body(week.days) if isinstance(week, WorkingHours) else week
    return "; ".join(
        f"{repeats.weekday(number)} {', '.join(f'{one.start}–{_end(one)}' for one in day)}"
        for number, day in enumerate(days)
        if day
    )


def _end(one: OpeningBody) -> str:
    return show_clock(time.fromisoformat(one.end))
