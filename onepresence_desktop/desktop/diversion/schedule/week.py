"""A week as the grid shows it: where each absence stands. Minutes of a local day from 0; without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

DAYS = 7
DAY = 24 * 60
SHORTEST = 20
"""Minutes that an absence is at least drawn with, so that it can be seen and clicked."""


class Look(Enum):
    """What a block is drawn as."""

    DIVERTED = "diverted"
    OPEN = "open"
    DO_NOT_DISTURB = "do_not_disturb"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Entry:
    """One absence. key: of the diversion it is. schedule: of the schedule it comes from, "" for one set by hand.

    counts: whether it is the one that counts, at least for a while. why: the sentence why not, else "". spoken: all of
    it for a screen reader. Times are aware; ends_at None: until further notice.
    """

    key: str
    schedule: str
    title: str
    line: str
    look: Look
    starts_at: datetime
    ends_at: datetime | None
    recurring: bool = False
    counts: bool = True
    why: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """The part of an entry that lies on one day. lane of lanes: its share of the width, beside what overlaps."""

    entry: Entry
    day: int
    begin: int
    end: int
    lane: int = 0
    lanes: int = 1


def monday_of(day: date) -> date:
    """The first day of its week (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def bounds(monday: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when to when a week lasts; aware."""
    midnight = datetime.combine(monday, time(), tzinfo=zone)
    return midnight, datetime.combine(monday + timedelta(days=DAYS), time(), tzinfo=zone)


def blocks(entries: Iterable[Entry], monday: date, zone: ZoneInfo) -> list[Block]:
    """All of a week, by day and beginning; what overlaps stands side by side."""
    found: list[Block] = []
    pieces: list[list[Block]] = [[] for _ in range(DAYS)]
    for entry in entries:
        start = entry.starts_at.astimezone(zone)
        end = entry.ends_at.astimezone(zone) if entry.ends_at is not None else None
        for number in range(DAYS):
            day = monday + timedelta(days=number)
            begin = _minute(start, day)
            finish = DAY if end is None else _minute(end, day)
            if begin >= finish and start.date() == day and end is not None and end.date() == day:
                finish = begin + SHORTEST  # the clock was put back meanwhile
            if begin < DAY and finish > 0 and begin < finish:
                pieces[number].append(Block(entry, number, max(0, begin), min(DAY, finish)))
    for of_day in pieces:
        found += _side_by_side(sorted(of_day, key=lambda block: (block.begin, -block.end, block.entry.key)))
    return found


def at(blocks: Sequence[Block], day: int, minute: int) -> Block | None:
    """What lies there; of several the one that counts, then the shortest."""
    here = [b for b in blocks if b.day == day and b.begin <= minute < max(b.end, b.begin + SHORTEST)]
    return min(here, key=lambda b: (not b.entry.counts, b.end - b.begin), default=None)


def _minute(moment: datetime, day: date) -> int:
    """A moment in minutes of a day: below 0 before it, `DAY` or more after it."""
    apart = (moment.date() - day).days
    return apart * DAY + moment.hour * 60 + moment.minute


def _side_by_side(blocks: list[Block]) -> list[Block]:
    placed: list[Block] = []
    cluster: list[Block] = []
    ends: list[int] = []
    for block in blocks:
        if cluster and block.begin >= max(ends):
            placed += [replace(one, lanes=len(ends)) for one in cluster]
            cluster, ends = [], []
        shown = max(block.end, block.begin + SHORTEST)
        lane = next((number for number, end in enumerate(ends) if end <= block.begin), len(ends))
        if lane == len(ends):
            ends.append(shown)
        else:
            ends[lane] = shown
        cluster.append(replace(block, lane=lane))
    return placed + [replace(one, lanes=len(ends)) for one in cluster]
