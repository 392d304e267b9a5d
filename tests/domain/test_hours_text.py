"""Opening hours as one types them on the command line."""

from __future__ import annotations

from datetime import time

import pytest

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.hours_text import read_hours, written_hours
from onepresence_desktop.domain.people import WorkingHours


def week(text: str) -> list[list[tuple[int, int]]]:
    """Hours of start and end of each day."""
    return [[(o.start.hour, o.end.hour) for o in day] for day in read_hours(text).days]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon-fri 08:00-16:00", [[(8, 16)]] * 5 + [[], []]),
        ("Mon-Fri 8:00-12:00 13:00-16:00, sat 10:00-14:00", [[(8, 12), (13, 16)]] * 5 + [[(10, 14)], []]),
        ("sat-mon 10:00-12:00", [[(10, 12)], [], [], [], [], [(10, 12)], [(10, 12)]]),
        ("tue thu 9:00-10:00; wed 11:00-12:00", [[], [(9, 10)], [(11, 12)], [(9, 10)], [], [], []]),
    ],
)
def test_a_week_is_read_as_it_is_typed(text: str, days: list[list[tuple[int, int]]]) -> None:
    assert week(text) == days


def test_always_means_that_no_hours_are_used() -> None:
    assert read_hours("always") == WorkingHours()
    assert read_hours("mon 08:30-09:15").days[0][0].end == time(9, 15)


@pytest.mark.parametrize(
    "text", ["", "mon", "08:00-16:00", "man-fre 08:00-16:00", "mon 8-16", "mon 25:00-26:00", "mon-"]
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        read_hours(text)


def test_hours_that_end_early_or_overlap_are_refused() -> None:
    for text in ("mon 08:00-08:00", "mon 08:00-12:00 11:00-13:00", "mon 22:00-06:00, tue 05:00-09:00"):
        with pytest.raises(Invalid):
            read_hours(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("always", "always"),
        ("mon-fri 8:00-16:00", "mon-fri 08:00-16:00"),
        ("mon tue wed 08:00-12:00 13:00-16:00; fri 8:00-9:00", "mon-wed 08:00-12:00 13:00-16:00, fri 08:00-09:00"),
        ("sat-mon 10:00-12:00", "mon 10:00-12:00, sat-sun 10:00-12:00"),
        ("mon-sun 22:00-6:00", "mon-sun 22:00-06:00"),
        ("fri 18:00-24:00", "fri 18:00-24:00"),
        ("fri 18:00-23:59", "fri 18:00-24:00"),
    ],
)
def test_a_week_is_written_as_it_may_be_typed_again(text: str, written: str) -> None:
    assert written_hours(read_hours(text)) == written
    assert read_hours(written) == read_hours(text)
