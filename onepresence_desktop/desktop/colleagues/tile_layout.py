"""Where tiles stand: heads across, under each its people in as many columns as there is room for. Without painting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

LEAST_WIDTH, HEIGHT, GAP = 140, 74, 8
HEAD, AFTER, SIDE = 32, 8, 16
"""Height of a head, room after a group, and at both sides."""


@dataclass(frozen=True, slots=True)
class Group:
    """A head at a place of the model, `count` people after it; top: where it begins, in the whole of the content."""

    head: int
    count: int
    top: int


class TileLayout:
    """Rectangles by place, in the content's coordinates; all by arithmetic, however many people there are."""

    def __init__(self, groups: Sequence[tuple[int, int]] = (), width: int = LEAST_WIDTH) -> None:
        room = max(LEAST_WIDTH, width - 2 * SIDE)
        self.columns = max(1, (room + GAP) // (LEAST_WIDTH + GAP))
        self._wide = (room - (self.columns - 1) * GAP) // self.columns
        self._room = room
        self.groups: list[Group] = []
        top = 0
        for head, count in groups:
            self.groups.append(Group(head, count, top))
            rows = -(-count // self.columns)
            top += HEAD + rows * (HEIGHT + GAP) + AFTER
        self.height = top
        self._heads = [group.head for group in self.groups]
        self._tops = [group.top for group in self.groups]

    def group_of(self, place: int) -> Group | None:
        """The group a place belongs to."""
        found = bisect_right(self._heads, place) - 1
        if found < 0 or place > self.groups[found].head + self.groups[found].count:
            return None
        return self.groups[found]

    def rect(self, place: int) -> QRect:
        """A head's or a tile's; empty for a place that isn't there."""
        group = self.group_of(place)
        if group is None:
            return QRect()
        if place == group.head:
            return QRect(SIDE, group.top, self._room, HEAD)
        row, column = divmod(place - group.head - 1, self.columns)
        left = SIDE + column * (self._wide + GAP)
        return QRect(left, group.top + HEAD + row * (HEIGHT + GAP), self._wide, HEIGHT)

    def place_at(self, point: QPoint) -> int:
        """The tile or head under a point; -1 between them."""
        found = bisect_right(self._tops, point.y()) - 1
        if found < 0:
            return -1
        group = self.groups[found]
        if point.y() < group.top + HEAD:
            return group.head
        row = (point.y() - group.top - HEAD) // (HEIGHT + GAP)
        column = (point.x() - SIDE) // (self._wide + GAP)
        if not 0 <= column < self.columns:
            return -1
        place = group.head + 1 + row * self.columns + column
        inside = place <= group.head + group.count and self.rect(place).contains(point)
        return place if inside else -1

    def between(self, top: int, bottom: int) -> range:
        """Places of which something stands between two heights."""
        if not self.groups or bottom < 0:
            return range(0)
        first = self.groups[max(0, bisect_right(self._tops, top) - 1)]
        last = self.groups[max(0, bisect_right(self._tops, bottom) - 1)]
        row = max(0, (top - first.top - HEAD) // (HEIGHT + GAP))
        begin = (
            first.head if top < first.top + HEAD else min(first.head + first.count, first.head + 1 + row * self.columns)
        )
        row = max(-1, (bottom - last.top - HEAD) // (HEIGHT + GAP))
        end = min(last.head + last.count, last.head + (row + 1) * self.columns)
        return range(begin, max(begin, end) + 1)

    def vertical(self, place: int, by: int) -> int:
        """The tile `by` rows further down (or up) in the same column, over the heads; the same place at the ends."""
        group = self.group_of(place)
        if group is None or place == group.head:
            return place
        column = (place - group.head - 1) % self.columns
        here = self.groups.index(group)
        row = (place - group.head - 1) // self.columns
        step = 1 if by > 0 else -1
        for _ in range(abs(by)):
            rows = -(-self.groups[here].count // self.columns)
            if 0 <= row + step < rows:
                row += step
            elif 0 <= here + step < len(self.groups):
                here += step
                row = 0 if step > 0 else -(-self.groups[here].count // self.columns) - 1
            else:
                break
        chosen = self.groups[here]
        return min(chosen.head + chosen.count, chosen.head + 1 + row * self.columns + column)
