"""Rules as the form offers them, days and times as they are typed, and where a week's absences stand."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from onepresence_desktop.desktop.diversion.schedule import edits
from onepresence_desktop.desktop.diversion.schedule.draft import (
    blank,
    of_view,
    parse_clock,
    parse_date,
    parse_dates,
    show_date,
)
from onepresence_desktop.desktop.diversion.schedule.repeat import Every, Repeat, first_day, offered, read, rule
from onepresence_desktop.desktop.diversion.schedule.week import Block, Entry, Look, at, blocks
from onepresence_desktop.desktop.widgets.week_columns import columns
from tests.desktop.diversion.schedule.samples import local, view

FRIDAY = date(2025, 5, 30)
"""The fifth and last Friday of its month."""
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@pytest.mark.parametrize(
    ("repeat", "text"),
    [
        (Repeat(), None),
        (Repeat(Every.WEEK, frozenset({0, 4})), "FREQ=WEEKLY;BYDAY=MO,FR"),
        (Repeat(Every.SECOND_WEEK, frozenset({4})), "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        (Repeat(Every.MONTH_DAY), "FREQ=MONTHLY;BYMONTHDAY=30"),
        (Repeat(Every.MONTH_LAST), "FREQ=MONTHLY;BYDAY=-1FR"),
        (Repeat(Every.MONTH_LAST_WORKDAY), "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        (Repeat(Every.WEEK, frozenset({4}), until=date(2025, 12, 31)), "FREQ=WEEKLY;BYDAY=FR;UNTIL=20251231"),
        (Repeat(Every.MONTH_LAST, count=10), "FREQ=MONTHLY;BYDAY=-1FR;COUNT=10"),
        (Repeat(Every.OTHER, other="FREQ=YEARLY;BYMONTH=6"), "FREQ=YEARLY;BYMONTH=6"),
    ],
)
def test_what_is_chosen_is_a_rule_and_reads_back_as_it_was(repeat: Repeat, text: str | None) -> None:
    assert rule(repeat, FRIDAY) == text
    assert read(text, FRIDAY) == repeat


@pytest.mark.parametrize(
    ("text", "every", "days"),
    [
        ("FREQ=DAILY", Every.WEEK, set(range(7))),
        ("FREQ=WEEKLY", Every.WEEK, {4}),
        ("RRULE:FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=FR,MO", Every.WEEK, {0, 4}),
        ("FREQ=MONTHLY", Every.MONTH_DAY, set()),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=FR", Every.OTHER, set()),
        ("FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=SU", Every.OTHER, set()),
    ],
)
def test_rules_made_elsewhere_are_known_again_or_kept(text: str, every: Every, days: set[int]) -> None:
    found = read(text, FRIDAY)
    assert (found.every, found.days) == (every, frozenset(days))
    if every is Every.OTHER:
        assert rule(found, FRIDAY) == text


def test_a_fifth_friday_is_offered_as_the_last_only() -> None:
    assert Every.MONTH_LAST in offered(FRIDAY) and Every.MONTH_WEEKDAY not in offered(FRIDAY)
    assert Every.MONTH_WEEKDAY in offered(date(2025, 5, 9)) and Every.MONTH_LAST not in offered(date(2025, 5, 9))


def test_it_begins_on_the_first_day_that_it_comes() -> None:
    assert first_day(Repeat(Every.WEEK, frozenset({0})), FRIDAY) == date(2025, 6, 2)
    assert first_day(Repeat(Every.MONTH_LAST_WORKDAY), date(2025, 5, 14)) == FRIDAY
    assert first_day(Repeat(Every.MONTH_LAST_WORKDAY), date(2025, 5, 31)) == date(2025, 6, 30)


def test_days_and_times_are_read_as_people_write_them() -> None:
    today = date(2025, 5, 14)
    assert [parse_clock(text) for text in ("1230", "12.30", "9", "24:00", "25:00", "?")] == [
        time(12, 30),
        time(12, 30),
        time(9),
        time(0),
        None,
        None,
    ]
    assert parse_date("1/5", today) == date(2026, 5, 1)
    assert parse_date("14.5.", today) == today
    assert parse_date("1/5/25", today) == date(2025, 5, 1)
    assert parse_date("31/2", today) is None
    assert parse_dates(" 24/12; 31/12, 24/12", today) == (date(2025, 12, 24), date(2025, 12, 31))
    assert parse_dates("24/12, soon", today) is None
    assert parse_dates("", today) == ()
    for day in (today, date(2025, 5, 1), date(2027, 1, 1)):
        assert parse_date(show_date(day, today), today) == day


def test_an_end_before_the_beginning_is_meant_for_the_next_day_and_long_ones_keep_their_days() -> None:
    night = blank(local(14, 22), local(14, 6), "Europe/Copenhagen")
    assert night.duration == timedelta(hours=8)
    long = view("x", local(14, 12), duration=timedelta(days=2, hours=1))
    assert of_view(long).duration == long.duration
    whole = view("x", local(14, 0), duration=timedelta(days=1))
    assert of_view(whole).duration == timedelta(days=1)


def entry(key: str, start: datetime, end: datetime | None, *, counts: bool = True) -> Entry:
    return Entry(key, "", key, "", Look.DIVERTED, start, end, counts=counts)


def test_what_overlaps_stands_side_by_side_and_what_lasts_longer_lies_on_each_of_its_days() -> None:
    monday = date(2025, 5, 12)
    at_nine = datetime(2025, 5, 12, 7, tzinfo=UTC)
    hour = timedelta(hours=1)
    found = blocks(
        [
            entry("a", at_nine, at_nine + 2 * hour),
            entry("b", at_nine + hour, at_nine + 3 * hour),
            entry("c", at_nine + 4 * hour, at_nine + 5 * hour),
            entry("d", at_nine + 14 * hour, at_nine + 30 * hour),
            entry("e", at_nine + 130 * hour, None),
        ],
        monday,
        COPENHAGEN,
    )
    places = {(b.entry.key, b.day): (b.begin, b.end, b.lane, b.lanes) for b in found}
    assert places["a", 0] == (540, 660, 0, 2) and places["b", 0] == (600, 720, 1, 2)
    assert places["c", 0] == (780, 840, 0, 1)
    assert places["d", 0] == (1380, 1440, 0, 1) and places["d", 1] == (0, 900, 0, 1)
    assert [day for key, day in places if key == "e"] == [5, 6]
    assert at(found, 0, 630) in [b for b in found if b.entry.key in "ab"]
    assert at(found, 3, 600) is None


def test_of_two_at_one_place_the_one_that_counts_is_meant() -> None:
    begin, end = datetime(2025, 5, 12, 7, tzinfo=UTC), datetime(2025, 5, 12, 8, tzinfo=UTC)
    found = blocks([entry("a", begin, end, counts=False), entry("b", begin, end)], date(2025, 5, 12), COPENHAGEN)
    block = at(found, 0, 550)
    assert isinstance(block, Block) and block.entry.key == "b"


def test_weekends_are_narrower() -> None:
    edges = columns(700)
    assert edges[0] == 0 and edges[-1] == pytest.approx(700)
    assert (edges[6] - edges[5]) / (edges[1] - edges[0]) == pytest.approx(0.62)


def test_what_is_left_of_a_counted_rule_counts_the_days_left_out() -> None:
    counted = view("x", local(5, 9), rrule="FREQ=WEEKLY;BYDAY=MO;COUNT=5", exdates=(date(2025, 5, 12),))
    assert edits.left_from(counted, date(2025, 5, 26)) == 2


@pytest.mark.parametrize(
    ("zone", "monday", "hour"),
    [
        ("Europe/Copenhagen", date(2026, 10, 19), 2),
        ("Europe/Stockholm", date(2026, 10, 19), 2),
        ("America/New_York", date(2026, 10, 26), 1),
    ],
)
def test_in_the_night_in_which_clocks_go_back_all_is_seen(zone: str, monday: date, hour: int) -> None:
    there, sunday = ZoneInfo(zone), monday + timedelta(days=6)

    def at_night(day: date, clock: time, fold: int = 0) -> datetime:
        return datetime.combine(day, clock, tzinfo=there).replace(fold=fold).astimezone(UTC)

    short = (at_night(sunday, time(hour, 30)), at_night(sunday, time(hour, 10), 1))
    night = (at_night(sunday - timedelta(days=1), time(22)), at_night(sunday, time(6)))
    entries = [Entry(key, "", key, "", Look.DIVERTED, *times) for key, times in (("short", short), ("night", night))]
    found = {(b.entry.key, b.day): (b.begin, b.end) for b in blocks(entries, monday, there)}
    assert found == {
        ("night", 5): (22 * 60, 24 * 60),
        ("night", 6): (0, 6 * 60),
        ("short", 6): (hour * 60 + 30, hour * 60 + 50),
    }


@pytest.mark.parametrize(
    ("zone", "monday"),
    [
        ("Europe/Copenhagen", date(2026, 3, 23)),
        ("Europe/Stockholm", date(2026, 3, 23)),
        ("America/New_York", date(2026, 3, 2)),
    ],
)
def test_in_the_night_in_which_clocks_go_on_a_night_ends_by_the_clock(zone: str, monday: date) -> None:
    there, sunday = ZoneInfo(zone), monday + timedelta(days=6)
    begin = datetime.combine(sunday - timedelta(days=1), time(22), tzinfo=there).astimezone(UTC)
    night = Entry("night", "", "", "", Look.DIVERTED, begin, begin + timedelta(hours=7))
    found = [(b.day, b.begin, b.end) for b in blocks([night], monday, there)]
    assert found == [(5, 22 * 60, 24 * 60), (6, 0, 6 * 60)]
