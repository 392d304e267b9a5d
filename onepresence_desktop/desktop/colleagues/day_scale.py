"""From moments to places on the day board's time line: one day or seven, from 07 to 18 each. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from onepresence_desktop.desktop.widgets.week_columns import columns

FIRST, LAST = 7, 18
"""Hours of a day that are shown."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch on the line. cut_left, cut_right: it goes on beyond what is shown."""

    left: float
    right: float
    cut_left: bool = False
    cut_right: bool = False


class Scale:
    """first: the first day. days: 1 or 7. zone: the company's. width: of the line in logical pixels."""

    def __init__(self, first: date, days: int, zone: ZoneInfo, width: float) -> None:
        self.first, self.days, self.zone, self.width = first, days, zone, width
        self.edges = columns(width, [(first.weekday() + number) % 7 for number in range(days)])

    def day_left(self, number: int) -> float:
        """Where a day begins."""
        return self.edges[number]

    def hour(self, hour: float, number: int = 0) -> float:
        """Where an hour of a day stands; what isn't shown lies at the edge."""
        share = (min(LAST, max(FIRST, hour)) - FIRST) / (LAST - FIRST)
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
        return 0 <= (local.date() - self.first).days < self.days and FIRST <= local.hour < LAST

    def piece(self, begin: datetime, end: datetime) -> Piece | None:
        """A stretch as it is shown; None for one that lies outside."""
        left, right = self.x(begin), self.x(end)
        if right <= left:
            return None
        start, finish = begin.astimezone(self.zone), end.astimezone(self.zone)
        opens = datetime.combine(self.first, time(FIRST), tzinfo=self.zone)
        closes = datetime.combine(self.first + timedelta(days=self.days - 1), time(LAST), tzinfo=self.zone)
        return Piece(left, right, start < opens, finish > closes)
