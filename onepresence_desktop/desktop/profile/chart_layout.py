"""Where the boxes of the organisation chart stand. Logical pixels; without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onepresence_desktop.domain.people import UserId

BOX_WIDTH, BOX_HEIGHT = 164, 46
GAP, DROP = 12, 22
"""Between boxes side by side, and between the levels."""
MOST_PEOPLE = 60
"""Side by side that are drawn; the others are counted."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in the chart. team: how many report to them."""

    id: UserId
    name: str
    title: str
    team: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A person's, a department's or the company's. user: of a person. key: the department's name.

    team: how many report to them.
    """

    left: float
    top: float
    width: float
    title: str
    line: str
    user: UserId | None = None
    key: str | None = None
    team: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """Boxes in the order of the keys; columns: how many people stand side by side; more: people not drawn.

    row: place of the first of those side by side; what comes before stands one below another.
    """

    boxes: tuple[Box, ...]
    height: float
    columns: int
    more: int = 0
    row: int = 2


def chart(
    company: str,
    department: str,
    counted: str,
    members: Sequence[Member],
    width: float,
    chain: Sequence[Member] = (),
) -> Chart:
    """The company above the department, managers under it, and below them people in rows that fit the width."""
    columns = max(1, int((width - 24 + GAP) // (BOX_WIDTH + GAP)))
    middle = width / 2
    wide = min(width - 24, 240.0)
    boxes = [
        Box(middle - wide / 2, 14, wide, company, ""),
        Box(middle - wide / 2, 14 + BOX_HEIGHT + DROP, wide, department, counted, key=department),
    ]
    for member in chain:
        top = 14 + len(boxes) * (BOX_HEIGHT + DROP)
        boxes.append(_person(middle - BOX_WIDTH / 2, top, member))
    first = len(boxes)
    top = 14 + first * (BOX_HEIGHT + DROP)
    shown = members[:MOST_PEOPLE]
    for place, member in enumerate(shown):
        row, column = divmod(place, columns)
        in_row = min(columns, len(shown) - row * columns)
        left = middle - (in_row * (BOX_WIDTH + GAP) - GAP) / 2 + column * (BOX_WIDTH + GAP)
        boxes.append(_person(left, top + row * (BOX_HEIGHT + GAP), member))
    rows = -(-len(shown) // columns)
    more = len(members) - len(shown)
    height = top + rows * (BOX_HEIGHT + GAP) + (26 if more else 4)
    return Chart(tuple(boxes), height, columns, more, first)


def _person(left: float, top: float, member: Member) -> Box:
    return Box(left, top, BOX_WIDTH, member.name, member.title, user=member.id, team=member.team)


def step(made: Chart, at: int, across: int, down: int) -> int:
    """The box that an arrow leads to; the same at the edge."""
    first = made.row
    if at < first:
        return max(1, min(len(made.boxes) - 1, at + down)) if down else at
    place = at - first
    if down < 0 and place < made.columns:
        return first - 1
    wanted = place + across + down * made.columns
    return first + wanted if 0 <= wanted < len(made.boxes) - first else at
