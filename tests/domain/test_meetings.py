"""Which entries of a calendar make somebody busy, and until when (spec 5.1, 5.2)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onepresence_desktop.domain.meetings import (
    COMPANYS,
    MOST_KEPT,
    Busy,
    CalendarId,
    CalendarKind,
    CalendarRead,
    CalendarSource,
    Meeting,
    MeetingUse,
    Reading,
    begins,
    busy_until,
    counts,
    named,
    next_change,
    one_diverts,
    running,
    still_known,
    together,
    with_one,
)
from onepresence_desktop.domain.people import UserId

NOW = datetime(2026, 3, 23, 10, 0, tzinfo=UTC)


def meeting(key: str, start: int, end: int, busy: Busy = Busy.BUSY, *, all_day: bool = False) -> Meeting:
    """From and to in minutes from now."""
    return Meeting(key, NOW + timedelta(minutes=start), NOW + timedelta(minutes=end), busy=busy, all_day=all_day)


@pytest.mark.parametrize(
    ("busy", "all_day", "out_of_office", "expected"),
    [
        (Busy.BUSY, False, False, True),
        (Busy.TENTATIVE, False, False, True),
        (Busy.FREE, False, True, False),
        (Busy.ELSEWHERE, False, True, False),
        (Busy.BUSY, True, True, False),
        (Busy.OUT_OF_OFFICE, False, False, False),
        (Busy.OUT_OF_OFFICE, False, True, True),
        (Busy.OUT_OF_OFFICE, True, True, True),
    ],
)
def test_free_and_all_day_entries_make_nobody_busy_and_out_of_office_by_setting(
    busy: Busy, all_day: bool, out_of_office: bool, expected: bool
) -> None:
    assert counts(meeting("m", -5, 5, busy, all_day=all_day), out_of_office=out_of_office) is expected


def test_of_meetings_at_once_the_one_that_ends_last_is_told() -> None:
    found = running([meeting("short", -10, 10), meeting("long", -5, 30), meeting("over", -60, 0)], NOW)
    assert found is not None and found.key == "long"
    assert running([meeting("later", 1, 30)], NOW) is None


def test_meetings_without_a_gap_are_one_absence() -> None:
    chain = [meeting("third", 60, 90), meeting("first", -30, 30), meeting("second", 30, 60), meeting("gap", 95, 120)]
    assert busy_until(chain, NOW) == NOW + timedelta(minutes=90)
    assert busy_until([meeting("gap", 95, 120)], NOW) is None
    assert busy_until([meeting("long", -5, 100), meeting("within", 10, 20)], NOW) == NOW + timedelta(minutes=100)


def test_a_meeting_begins_at_its_start_and_is_over_at_its_end() -> None:
    one = [meeting("one", 0, 30)]
    assert running(one, NOW) is not None
    assert running(one, NOW + timedelta(minutes=30)) is None
    assert busy_until(one, NOW + timedelta(minutes=30)) is None


@given(
    st.lists(
        st.builds(
            lambda n, start, length, busy: meeting(str(n), start, start + length, busy),
            st.integers(0, 9),
            st.integers(-100, 100),
            st.integers(1, 60),
            st.sampled_from(Busy),
        ),
        max_size=8,
    )
)
def test_nothing_changes_before_the_next_change(meetings: list[Meeting]) -> None:
    change = next_change(meetings, NOW)
    if change is None:
        assert running(meetings, NOW) is None
        return
    just_before = change - timedelta(microseconds=1)
    assert running(meetings, NOW) == running(meetings, just_before)
    assert busy_until(meetings, NOW) == busy_until(meetings, just_before)


def test_of_what_could_not_be_read_what_is_over_is_forgotten_and_no_more_is_kept_than_anybody_has() -> None:
    before = (meeting("a/1", -540, -480), meeting("a/2", 60, 120), meeting("b", 120, 180))
    reading = Reading((meeting("c", 0, 60),), unread=frozenset({"a"}))
    assert [m.key for m in still_known(before, reading, NOW)] == ["c", "a/2"]
    many = [meeting(f"x{n}", 60, 120) for n in range(MOST_KEPT + 5)]
    assert len(still_known(many, Reading(cut=True), NOW)) == MOST_KEPT
    assert still_known(before, Reading(), NOW) == ()


def entry(start: int, end: int, subject: str = "", busy: Busy = Busy.BUSY) -> Meeting:
    """One without a name."""
    return Meeting("", NOW + timedelta(minutes=start), NOW + timedelta(minutes=end), subject, busy)


def names(before: tuple[Meeting, ...], *now: Meeting) -> list[str]:
    """What entries are known by, in their order."""
    found = {(m.start, m.end, m.subject): m.key for m in named(now, before)}
    return [found[m.start, m.end, m.subject] for m in now]


def test_entries_without_a_name_are_known_by_when_they_begin_and_each_by_itself() -> None:
    long, short, later = entry(0, 60, "Budget"), entry(0, 30), entry(30, 60)
    first = ["20260323T100000Z/1", "20260323T100000Z/0", "20260323T103000Z/0"]
    assert names((), long, short, later) == first
    assert names((), later, short, long) == first[::-1]  # whatever order they are told in
    twins = named([entry(0, 30), entry(0, 30)])
    assert [m.key for m in twins] == ["20260323T100000Z/0", "20260323T100000Z/1"]
    assert named(twins, twins) == twins


@pytest.mark.parametrize(
    "after",
    [
        entry(0, 30, "Budget"),
        entry(0, 45, "Budget"),
        entry(0, 30, "Budget for 2027"),
        entry(0, 30),
        entry(-15, 30, "Budget"),
        entry(120, 150, "Budget"),
        entry(0, 30, "Budget", Busy.FREE),
    ],
)
def test_an_entry_without_a_name_is_the_same_when_its_end_beginning_or_words_change(after: Meeting) -> None:
    before = named([entry(0, 30, "Budget"), entry(60, 90, "Frokost")])
    assert names(before, after, entry(60, 90, "Frokost")) == ["20260323T100000Z/0", "20260323T110000Z/0"]
    assert names(named([after], before), after) == ["20260323T100000Z/0"]  # and at the next reading


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (entry(0, 30), entry(120, 150)),  # nothing says that it is the same
        (entry(0, 30, "Frokost"), entry(24 * 60, 24 * 60 + 30, "Frokost")),  # tomorrow's
        (entry(0, 30, "Frokost"), entry(0, 45, "Kundebesøg")),
        (entry(0, 30, "Frokost"), entry(120, 165, "Frokost")),
    ],
)
def test_what_may_be_another_entry_is_not_taken_for_the_one_that_was_there(before: Meeting, after: Meeting) -> None:
    known = named([before])
    (key,) = names(known, after)
    assert key != known[0].key


def test_of_entries_of_the_same_words_the_nearest_was_moved() -> None:
    before = named([entry(0, 30, "Standup"), entry(600, 630, "Standup")])
    assert names(before, entry(660, 690, "Standup"), entry(60, 90, "Standup")) == [before[1].key, before[0].key]
    assert names(before, entry(60, 90, "Standup"), entry(61, 91, "Standup"), entry(62, 92, "Standup")) == [
        before[0].key,
        before[1].key,
        "20260323T110200Z/0",
    ]


def test_of_entries_without_a_name_what_cant_be_read_is_not_gone() -> None:
    before = named([entry(0, 30, "Budget"), entry(60, 90, "Frokost"), entry(120, 150)])
    moved = named([entry(5, 35, "Budget"), entry(60, 90, "Frokost"), entry(120, 150)], before)
    reading = Reading((entry(60, 90, "Frokost"),), unread=frozenset({begins(moved[0].start)}), nameless=True)
    assert still_known(moved, reading, NOW) == moved[:2]
    assert still_known(moved, Reading(nameless=True, cut=True), NOW) == moved
    assert still_known(moved, Reading(nameless=True), NOW) == ()


@given(
    st.lists(
        st.builds(lambda s, n, w: entry(s, s + n, w), st.integers(0, 9), st.integers(1, 5), st.sampled_from(["", "a"])),
        max_size=8,
    ),
    st.lists(
        st.builds(lambda s, n, w: entry(s, s + n, w), st.integers(0, 9), st.integers(1, 5), st.sampled_from(["", "a"])),
        max_size=8,
    ),
)
def test_no_two_entries_have_one_name_and_none_is_lost(before: list[Meeting], after: list[Meeting]) -> None:
    known = named(before)
    found = named(after, known)
    assert len({m.key for m in found}) == len(after)
    assert sorted((m.start, m.end, m.subject) for m in found) == sorted((m.start, m.end, m.subject) for m in after)
    assert named(after, found) == found


# --- several calendars ---


def source(name: str, use: MeetingUse = MeetingUse.SHOW, *, diverts: bool = False, **more: bool) -> CalendarSource:
    """One of somebody's."""
    return CalendarSource(
        UserId("u"), CalendarKind.ICS, f"https://{name}/", use=use, id=CalendarId(name), diverts=diverts, **more
    )


def seen(sources: tuple[CalendarSource, ...]) -> list[tuple[str, str, bool]]:
    return [(one.id, one.use.value, one.diverts) for one in sources]


def test_of_several_calendars_the_chosen_one_may_divert_or_else_the_first() -> None:
    assert one_diverts([]) == ()
    assert seen(one_diverts([source("a"), source("b")])) == [("a", "show", True), ("b", "show", False)]
    chosen = one_diverts([source("a"), source("b", MeetingUse.DIVERT, diverts=True), source("c", MeetingUse.NEVER)])
    assert seen(chosen) == [("a", "show", False), ("b", "divert", True), ("c", "never", False)]


def test_another_that_diverts_shows_only_once_one_is_chosen() -> None:
    two = one_diverts([source("a", diverts=True), source("b", MeetingUse.DIVERT)])
    assert seen(two) == [("a", "show", True), ("b", "show", False)]


def test_one_takes_the_place_of_what_it_was_and_the_choice_moves_with_it() -> None:
    before = (source("a", MeetingUse.DIVERT, diverts=True), source("b"))
    assert seen(with_one(before, source("b", MeetingUse.DIVERT, diverts=True))) == [
        ("a", "show", False),
        ("b", "divert", True),
    ]
    assert seen(with_one(before, source("c"))) == [("a", "divert", True), ("b", "show", False), ("c", "show", False)]
    assert seen(with_one(before, source("a", MeetingUse.NEVER, diverts=True)))[0] == ("a", "never", True)
    assert seen(with_one((), source(COMPANYS))) == [("company", "show", False)]


def said(start: int, end: int, subject: str, busy: Busy = Busy.BUSY, *, private: bool = False) -> Meeting:
    return Meeting(
        f"{subject}{start}", NOW + timedelta(minutes=start), NOW + timedelta(minutes=end), subject, busy, private
    )


def words(*calendars: CalendarRead) -> list[tuple[int, str]]:
    """Of what they come to: when each begins in minutes, and what is said of it."""
    return [(int((one.start - NOW).total_seconds() // 60), one.subject) for one in together(calendars)]


def test_meetings_of_all_calendars_make_one_busy_each_as_its_calendar_is_meant() -> None:
    open_ = source("a", show_subject=True)
    quiet, away = source("b"), source("c", out_of_office=True)
    unused = source("d", MeetingUse.NEVER, show_subject=True)
    found = words(
        CalendarRead(open_, (said(60, 90, "Budget"), said(0, 30, "Free", Busy.FREE), said(5, 6, "", private=True))),
        CalendarRead(quiet, (said(10, 40, "Hemmeligt"), said(45, 50, "Away", Busy.OUT_OF_OFFICE))),
        CalendarRead(away, (said(100, 200, "Rejse", Busy.OUT_OF_OFFICE),)),
        CalendarRead(unused, (said(300, 400, "Nothing"),)),
    )
    assert found == [(5, ""), (10, ""), (60, "Budget"), (100, "")]


def test_what_stands_in_two_calendars_is_one_meeting_and_the_one_that_says_more() -> None:
    open_, quiet = source("a", show_subject=True), source("b")
    first = CalendarRead(open_, (said(0, 30, "Budget"),))
    for other in (said(0, 30, "Budget"), said(0, 30, "", Busy.TENTATIVE)):
        assert words(first, CalendarRead(quiet, (other,))) == [(0, "Budget")]
        assert words(CalendarRead(quiet, (other,)), first) == [(0, "Budget")]
    tentative = CalendarRead(open_, (said(0, 30, "Maybe", Busy.TENTATIVE),))
    assert words(tentative, first) == words(first, tentative) == [(0, "Budget")]
    assert words(first, CalendarRead(open_, (said(0, 31, "Budget"),))) == [(0, "Budget"), (0, "Budget")]


def test_nothing_is_said_of_what_is_private_in_one_of_two_calendars() -> None:
    open_ = source("a", show_subject=True)
    named_, private = CalendarRead(open_, (said(0, 30, "Læge"),)), CalendarRead(open_, (said(0, 30, "", private=True),))
    assert words(named_, private) == words(private, named_) == words(private, named_, named_) == [(0, "")]
