"""Times as people say them: half past twelve, tomorrow at eight, on Monday."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

GRID = 5
"""Minutes to which a return is rounded, upwards: nobody says "at twelve thirty-three"."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words of one language.

    hours: twelve names, "twelve" first. minutes: for each of 0, 5 … 55 a pattern with {this} and {next} hour.
    at: before a clock time. days: Monday first, with their preposition. months: January first.
    """

    hours: tuple[str, ...]
    minutes: Mapping[int, str]
    at: str
    tomorrow: str
    days: tuple[str, ...]
    months: tuple[str, ...]
    date: str
    ordinal: Mapping[int, str] | None = None


def clock(moment: datetime, speaker: Speaker) -> str:
    """A local clock time in words, rounded up to five minutes."""
    rounded = _rounded(moment)
    this, following = speaker.hours[rounded.hour % 12], speaker.hours[(rounded.hour + 1) % 12]
    return speaker.at + " " + speaker.minutes[rounded.minute].format(this=this, next=following)


def moment(when: datetime, now: datetime, speaker: Speaker) -> str:
    """When, seen from now (both local): today the time alone, tomorrow, a weekday, later the date alone."""
    rounded = _rounded(when)
    days = (rounded.date() - now.date()).days
    if days <= 0:
        return clock(when, speaker)
    if days == 1:
        return f"{speaker.tomorrow} {clock(when, speaker)}"
    if days < 7:
        return f"{speaker.days[rounded.weekday()]} {clock(when, speaker)}"
    day = speaker.ordinal[rounded.day] if speaker.ordinal is not None else f"{rounded.day}."
    return speaker.date.format(day=day, month=speaker.months[rounded.month - 1])


def _rounded(when: datetime) -> datetime:
    past = timedelta(minutes=when.minute % GRID, seconds=when.second, microseconds=when.microsecond)
    return when if not past else when - past + timedelta(minutes=GRID)
