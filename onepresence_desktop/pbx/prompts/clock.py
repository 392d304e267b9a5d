"""Times as people say them: half past twelve, tomorrow at eight, on Monday."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

GRID = 5
"""Minutes to which a return is rounded, upwards: nobody says "at twelve thirty-three". Seconds don't count."""

NEAR = timedelta(hours=6)
"""What comes so soon is told by the clock alone, also past midnight."""

EVENING = 18
"""The hour from which a clock time that isn't today's, or could be this morning's, is said to be in the evening."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words of one language.

    hours: twelve names, "twelve" first. minutes: for each of 0, 5 … 55 a pattern with {this} and {next} hour.
    at: before a clock time. days: Monday first, with their preposition. months: January first. ordinals: first to
    thirty-first. date: a pattern with {day} and {month}. past_days: the
    last Monday and so on. parts: of the day, each with the hour at which it is over.
    """

    hours: tuple[str, ...]
    minutes: Mapping[int, str]
    at: str
    midnight: str
    evening: str
    tomorrow: str
    days: tuple[str, ...]
    months: tuple[str, ...]
    ordinals: tuple[str, ...]
    date: str
    today: str
    yesterday: str
    past_days: tuple[str, ...]
    parts: tuple[tuple[int, str], ...]


def clock(moment: datetime, speaker: Speaker) -> str:
    """A local clock time in words, rounded up to five minutes."""
    rounded = _rounded(moment)
    this, following = speaker.hours[rounded.hour % 12], speaker.hours[(rounded.hour + 1) % 12]
    return speaker.at + " " + speaker.minutes[rounded.minute].format(this=this, next=following)


def moment(when: datetime, now: datetime, speaker: Speaker) -> str:
    """When, seen from now (both local): soon the time alone, else tomorrow or a weekday and the time, later the date.

    A day that is over at midnight is told without a time: whoever is away until then is back the day after.
    """
    rounded = _rounded(when)
    days = (rounded.date() - now.date()).days
    midnight = rounded.hour == rounded.minute == 0
    if days <= 0 or rounded - now < NEAR:
        time = speaker.midnight if midnight else clock(rounded, speaker)
        twice_today = rounded.date() == now.date() and rounded - timedelta(hours=12) > now
        return f"{time} {speaker.evening}" if twice_today and rounded.hour >= EVENING else time
    if days >= 7:
        return speaker.date.format(day=speaker.ordinals[rounded.day - 1], month=speaker.months[rounded.month - 1])
    day = speaker.tomorrow if days == 1 else speaker.days[rounded.weekday()]
    if midnight:
        return day
    time = f"{day} {clock(rounded, speaker)}"
    return f"{time} {speaker.evening}" if rounded.hour >= EVENING else time


def past_moment(when: datetime, now: datetime, speaker: Speaker) -> str:
    """When something was, seen from now (both local), in five minutes rounded down: yesterday at ten past two."""
    rounded = when - timedelta(minutes=when.minute % GRID, seconds=when.second, microseconds=when.microsecond)
    days = (now.date() - when.date()).days
    if days <= 0:
        day = speaker.today
    elif days == 1:
        day = speaker.yesterday
    elif days < 7:
        day = speaker.past_days[when.weekday()]
    else:
        day = speaker.date.format(day=speaker.ordinals[when.day - 1], month=speaker.months[when.month - 1])
    part = next(words for end, words in speaker.parts if when.hour < end)
    return f"{day} {clock(rounded, speaker)} {part}"


def _rounded(when: datetime) -> datetime:
    minute = when.replace(second=0, microsecond=0)
    past = timedelta(minutes=minute.minute % GRID)
    return minute if not past else minute - past + timedelta(minutes=GRID)
