"""From moments to places on the day board's time line: one day or seven, each with the same hours. Without Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from onepresence_desktop.desktop.widgets.week_columns import columns

Hours = tuple[int, int]
"""First and last hour of a day that are shown, 0 to 24."""
USUAL: Hours = (7, 18)
"""Shown at least."""
DAY, MARGIN = 24 * 60, 30
"""Minutes of a day, and those that are seen of it before work begins and after it ends, at least."""
LABEL_ROOM = 32
"""Logical pixels that the number of an hour needs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch on the line. cut_left, cut_right: it goes on beyond what is shown."""

    left: float
    right: float
    cut_left: bool = False
    cut_right: bool = False


class Scale:
    """first: the first day. days: 1 or 7. zone: the company's. width: of the line in logical pixels."""

    def __init__(self, first: date, days: int, zone: ZoneInfo, width: float, hours: Hours = USUAL) -> None:
        self.first, self.days, self.zone, self.width = first, days, zone, width
        self.opens, self.closes = hours
        self.edges = columns(width, [(first.weekday() + number) % 7 for number in range(days)])

    @property
    def labelled(self) -> list[int]:
        """The hours whose numbers have room over the line: all, or every second, third, fourth or sixth."""
        room = (self.edges[1] - self.edges[0]) / (self.closes - self.opens)
        step = next((step for step in (1, 2, 3, 4) if room * step >= LABEL_ROOM), 6)
        return [hour for hour in range(self.opens, self.closes + 1) if hour % step == 0]

    def day_left(self, number: int) -> float:
        """Where a day begins."""
        return self.edges[number]

    def hour(self, hour: float, number: int = 0) -> float:
        """Where an hour of a day stands; what isn't shown lies at the edge."""
        share = (min(self.closes, max(self.opens, hour)) - self.opens) / (self.closes - self.opens)
        return self.edges[number] + share * (self.edges[number + 1] - self.edges[number])

    def x(self, moment: datetime) -> float:
        """Where a moment stands, at the edges for what isn't shown."""
        local = moment.astimezone(self.zone)
        number = (local.date() - self.first).days
        if number < 0:
            return 0.0
        if number >= self.days:
            return self.width
        return self.hour(local.hour + local.minute / 60, number)

    def shows(self, moment: datetime) -> bool:
        """Whether it lies on the line."""
        local = moment.astimezone(self.zone)
        return 0 <= (local.date() - self.first).days < self.days and self.opens <= local.hour < self.closes

    def piece(self, begin: datetime, end: datetime) -> Piece | None:
        """A stretch as it is shown; None for one that lies outside."""
        left, right = self.x(begin), self.x(end)
        begin, end = begin.astimezone(UTC), end.astimezone(UTC)
        start, finish = begin.astimezone(self.zone), end.astimezone(self.zone)
        if right <= left and begin < end and self.shows(begin) and finish.date() == start.date():
            minutes = (end - begin) / timedelta(minutes=1)  # the clock was put back meanwhile
            right = min(self.width, left + self.hour(self.opens + minutes / 60) - self.hour(self.opens))
        if right <= left:
            return None
        last = datetime.combine(self.first + timedelta(days=self.days - 1), time(), tzinfo=self.zone)
        opens = datetime.combine(self.first, time(self.opens), tzinfo=self.zone)
        return Piece(left, right, start < opens, finish > last + timedelta(hours=self.closes))


def hours_worked(begin: datetime, end: datetime, zone: ZoneInfo) -> Hours:
    """The hours of a day that a stretch of work needs, with what is seen before and after it; all for one by night."""
    start, finish = begin.astimezone(zone), end.astimezone(zone)
    first = start.hour * 60 + start.minute
    last = (finish.date() - start.date()).days * DAY + finish.hour * 60 + finish.minute
    if last > DAY:
        return 0, 24
    return max(0, first - MARGIN) // 60, min(24, -(-(last + MARGIN) // 60))


def hours_shown(worked: Iterable[Hours]) -> Hours:
    """The hours that show all of these, the usual ones at least."""
    first, last = USUAL
    for one in worked:
        first, last = min(first, one[0]), max(last, one[1])
    return first, last
