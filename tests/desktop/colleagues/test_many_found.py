"""Thousands found: the rows read as a plain list of them would."""

from __future__ import annotations

import pytest

from onepresence_desktop.desktop.colleagues.rows import Dial, Head, ManyFound, Row
from onepresence_desktop.domain.people import UserId

IDS = [UserId(f"u{n}") for n in range(10)]
BEFORE: list[Row] = [Head("Call number", 1), Dial("21", ""), Head("Colleagues", 3)]
AFTER: list[Row] = [Head("External contacts", 0)]
PLACES = [1, 4, 8]
PLAIN: list[Row] = [*BEFORE, "u1", "u4", "u8", *AFTER]  # type: ignore[list-item]


def found(places: list[int] = PLACES, ids: list[UserId] = IDS) -> ManyFound:
    return ManyFound(BEFORE, places, ids, AFTER)


def test_each_place_and_each_part_is_that_of_a_plain_list() -> None:
    rows = found()
    assert list(rows) == PLAIN
    assert [rows[n] for n in range(-len(PLAIN), 0)] == PLAIN
    assert rows[:20] == PLAIN and rows[2:5] == PLAIN[2:5]
    with pytest.raises(IndexError):
        rows[len(PLAIN)]


def test_a_person_is_found_where_they_stand() -> None:
    assert [found().index(row) for row in PLAIN] == list(range(len(PLAIN)))
    for nobody in ("u2", "u9", "somebody"):
        with pytest.raises(ValueError, match=nobody):
            found().index(nobody)


def test_they_are_the_same_rows_while_nobody_came_or_went() -> None:
    assert found() == found() and found() != PLAIN
    assert found() != found([1, 4, 7]) and found() != found(ids=list(IDS))
