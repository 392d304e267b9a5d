"""Where the boxes of the organisation chart stand. Logical pixels; without Qt."""

from __future__ import annotations

from dataclasses import dataclass

from onepresence_desktop.domain.people import UserId

BOX_WIDTH, BOX_HEIGHT = 164, 46
GAP, DROP = 12, 22
"""Between boxes side by side, and between the levels."""
MOST_PEOPLE = 60
"""Of one department that are drawn; the others are counted."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a department."""

    id: UserId
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Box:
    """A person's, a department's or the company's. user: of a person. key: the department's name."""

    left: float
    top: float
    width: float
    title: str
    line: str
    user: UserId | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Boxes in the order of the keys; columns: how many people stand side by side; more: people not drawn."""

    boxes: tuple[Box, ...]
    height: float
    columns: int
    more: int = 0


def chart(company: str, department: str, counted: str, members: list[Member], width: float) -> Chart:
    """The company above the department, and its people under it in rows that fit the width."""
    columns = max(1, int((width - 24 + GAP) // (BOX_WIDTH + GAP)))
    middle = width / 2
    wide = min(width - 24, 240.0)
    boxes = [
        Box(middle - wide / 2, 14, wide, company, ""),
        Box(middle - wide / 2, 14 + BOX_HEIGHT + DROP, wide, department, counted, key=department),
    ]
    top = 14 + 2 * (BOX_HEIGHT + DROP)
    shown = members[:MOST_PEOPLE]
    for place, member in enumerate(shown):
        row, column = divmod(place, columns)
        in_row = min(columns, len(shown) - row * columns)
        left = middle - (in_row * (BOX_WIDTH + GAP) - GAP) / 2 + column * (BOX_WIDTH + GAP)
        boxes.append(Box(left, top + row * (BOX_HEIGHT + GAP), BOX_WIDTH, member.name, member.title, user=member.id))
    rows = -(-len(shown) // columns)
    more = len(members) - len(shown)
    height = top + rows * (BOX_HEIGHT + GAP) + (26 if more else 4)
    return Chart(tuple(boxes), height, columns, more)


def step(made: Chart, at: int, across: int, down: int) -> int:
    """The box that an arrow leads to; the same at the edge."""
    first = 2
    if at < first:
        return max(1, min(len(made.boxes) - 1, at + down)) if down else at
    place = at - first
    if down < 0 and place < made.columns:
        return 1
    wanted = place + across + down * made.columns
    return first + wanted if 0 <= wanted < len(made.boxes) - first else at
