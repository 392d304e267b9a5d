"""Diversions: presets, precedence, ends (spec 3.1 to 3.8)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onepresence_desktop.domain.diversion import (
    OPEN,
    PRESETS,
    VOICEMAIL,
    Diversion,
    DiversionId,
    Origin,
    Preset,
    QuickDiversion,
    QuickDiversionId,
    Reason,
    Why,
    effective,
    next_change,
    preset_end,
    standings,
    stretches,
)
from onepresence_desktop.domain.people import WEEKDAYS_8_TO_16, UserId, WorkingHours

ZONE = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


def diversion(
    name: str,
    *,
    start: int = -10,
    end: int | None = 20,
    origin: Origin = Origin.MANUAL,
    created: int = -10,
) -> Diversion:
    """One with times in minutes from NOW."""
    return Diversion(
        DiversionId(name),
        UserId("u"),
        Reason.LUNCH,
        NOW + timedelta(minutes=start),
        None if end is None else NOW + timedelta(minutes=end),
        VOICEMAIL,
        NOW + timedelta(minutes=created),
        origin=origin,
    )


def test_a_diversion_runs_from_its_start_until_just_before_its_end() -> None:
    one = diversion("a", start=0, end=30)
    assert not one.running(NOW - timedelta(seconds=1))
    assert one.running(NOW)
    assert one.running(NOW + timedelta(minutes=30) - timedelta(microseconds=1))
    assert not one.running(NOW + timedelta(minutes=30))
    assert one.ended(NOW + timedelta(minutes=30))


def test_until_further_notice_never_ends() -> None:
    assert diversion("a", end=None).running(NOW + timedelta(days=3650))


def test_the_one_set_by_hand_wins_over_the_schedule_and_that_over_the_calendar() -> None:
    calendar = diversion("calendar", origin=Origin.CALENDAR, created=-1)
    schedule = diversion("schedule", origin=Origin.SCHEDULE, created=-2)
    manual = diversion("manual", created=-3)
    ranked = standings([calendar, schedule, manual], NOW)
    assert [(s.diversion.id, s.why) for s in ranked] == [
        ("manual", Why.EFFECTIVE),
        ("schedule", Why.LESS_THAN_MANUAL),
        ("calendar", Why.LESS_THAN_MANUAL),
    ]
    assert [s.why for s in standings([calendar, schedule], NOW)] == [Why.EFFECTIVE, Why.LESS_THAN_SCHEDULE]


def test_of_two_set_by_hand_the_newer_counts() -> None:
    ranked = standings([diversion("old", created=-5), diversion("new", created=-1)], NOW)
    assert [(s.diversion.id, s.why) for s in ranked] == [("new", Why.EFFECTIVE), ("old", Why.OLDER)]


def test_ended_ones_are_not_listed_and_coming_ones_follow_by_their_start() -> None:
    ranked = standings(
        [diversion("gone", end=-1), diversion("later", start=60, end=90), diversion("soon", start=5)], NOW
    )
    assert [(s.diversion.id, s.why) for s in ranked] == [("soon", Why.COMING), ("later", Why.COMING)]
    assert effective([diversion("soon", start=5)], NOW) is None


def test_nothing_counts_when_there_is_nothing() -> None:
    assert effective([], NOW) is None
    assert next_change([], NOW) is None


def test_the_next_change_is_the_nearest_start_or_end_ahead() -> None:
    assert next_change([diversion("a", end=20), diversion("b", start=5)], NOW) == NOW + timedelta(minutes=5)
    assert next_change([diversion("a", end=None)], NOW) is None


@given(
    st.lists(
        st.tuples(st.integers(-60, 60), st.none() | st.integers(-50, 80), st.sampled_from(Origin), st.integers(-90, 0)),
        max_size=8,
    )
)
def test_exactly_one_counts_whenever_any_runs(rows: list[tuple[int, int | None, Origin, int]]) -> None:
    many = [diversion(str(i), start=s, end=e, origin=o, created=c) for i, (s, e, o, c) in enumerate(rows)]
    running = [d for d in many if d.running(NOW)]
    counts = [s for s in standings(many, NOW) if s.why is Why.EFFECTIVE]
    assert len(counts) == (1 if running else 0)
    assert effective(many, NOW) == (counts[0].diversion if counts else None)
    change = next_change(many, NOW)
    if change is not None:
        assert effective(many, NOW) == effective(many, change - timedelta(microseconds=1))


@pytest.mark.parametrize(
    ("preset", "minutes"), [(Preset.LUNCH, 30), (Preset.BREAK, 5), (Preset.MEETING_1H, 60), (Preset.MEETING_2H, 120)]
)
def test_a_preset_lasts(preset: Preset, minutes: int) -> None:
    assert preset_end(preset, NOW, WorkingHours(), ZONE) == NOW + timedelta(minutes=minutes)


def test_the_five_presets_have_the_reasons_of_the_specification() -> None:
    assert [(p.value, PRESETS[p].reason.value) for p in Preset] == [
        ("lunch", "lunch"),
        ("break", "break"),
        ("gone_home", "gone_home"),
        ("meeting_1h", "meeting"),
        ("meeting_2h", "meeting"),
    ]


def test_gone_for_the_day_ends_at_the_next_working_hour_or_tomorrow_at_eight() -> None:
    friday = datetime(2026, 11, 27, 15, 0, tzinfo=ZONE)
    assert preset_end(Preset.GONE_HOME, friday, WorkingHours(WEEKDAYS_8_TO_16), ZONE) == datetime(
        2026, 11, 30, 8, 0, tzinfo=ZONE
    )
    assert preset_end(Preset.GONE_HOME, friday, WorkingHours(), ZONE) == datetime(2026, 11, 28, 8, 0, tzinfo=ZONE)


def quick(minutes: int | None = None, clock: str | None = None) -> QuickDiversion:
    return QuickDiversion(QuickDiversionId("q"), "Visit", "pin", Reason.OTHER, OPEN, minutes=minutes, clock=clock)


def test_an_own_quick_diversion_ends_after_its_minutes_or_at_its_clock_time_or_never() -> None:
    assert quick(minutes=45).end(NOW, ZONE) == NOW + timedelta(minutes=45)
    assert quick(clock="15:00").end(NOW, ZONE) == datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
    assert quick(clock="11:30").end(NOW, ZONE) == datetime(2026, 11, 25, 10, 30, tzinfo=UTC)
    assert quick(clock="12:00").end(NOW, ZONE) == datetime(2026, 11, 25, 11, 0, tzinfo=UTC), "now is no end"
    assert quick().end(NOW, ZONE) is None


def told(*diversions: Diversion, start: int, end: int) -> list[tuple[str, int, int]]:
    found = stretches(diversions, NOW + timedelta(minutes=start), NOW + timedelta(minutes=end))
    return [(s.diversion.id, *((m - NOW) // timedelta(minutes=1) for m in (s.starts_at, s.ends_at))) for s in found]


def test_stretches_tell_which_one_counts_when() -> None:
    week = diversion("week", start=-100, end=None, origin=Origin.SCHEDULE)
    lunch = diversion("lunch", start=10, end=40)
    break_ = diversion("break", start=20, end=25, created=0)
    over = diversion("over", start=-50, end=-40)
    assert told(week, lunch, break_, over, start=0, end=60) == [
        ("week", 0, 10),
        ("lunch", 10, 20),
        ("break", 20, 25),
        ("lunch", 25, 40),
        ("week", 40, 60),
    ]
    assert told(lunch, over, start=0, end=60) == [("lunch", 10, 40)]
    assert told(week, lunch, start=15, end=16) == [("lunch", 15, 16)]
    assert told(start=0, end=60) == []


def test_a_stretch_goes_on_over_what_never_counts() -> None:
    day = diversion("day", start=0, end=60)
    assert told(day, diversion("s", start=10, end=20, origin=Origin.SCHEDULE), start=0, end=60) == [("day", 0, 60)]


@given(
    st.lists(st.tuples(st.integers(-60, 60), st.integers(1, 60), st.sampled_from(list(Origin))), max_size=8),
    st.integers(-60, 60),
)
def test_stretches_agree_with_what_counts_at_each_moment(made: list[tuple[int, int, Origin]], at: int) -> None:
    some = [diversion(f"d{n}", start=s, end=s + d, origin=o, created=n) for n, (s, d, o) in enumerate(made)]
    now = NOW + timedelta(minutes=at)
    found = stretches(some, NOW - timedelta(minutes=61), NOW + timedelta(minutes=121))
    inside = [s.diversion for s in found if s.starts_at <= now < s.ends_at]
    counts = effective(some, now)
    assert inside == ([counts] if counts is not None else [])
    assert all(one.ends_at <= other.starts_at for one, other in zip(found, found[1:], strict=False))
