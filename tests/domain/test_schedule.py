"""Recurring absence: rules, exceptions, clocks that change (spec 3.4; RFC 5545)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onepresence_desktop.domain.diversion import VOICEMAIL, Diversion, DiversionId, Origin, Reason, Why, standings
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.schedule import Schedule, ScheduleId, checked, in_zone, occurrences

COPENHAGEN, STOCKHOLM, NEW_YORK = (ZoneInfo(n) for n in ("Europe/Copenhagen", "Europe/Stockholm", "America/New_York"))
ZONES = [COPENHAGEN, STOCKHOLM, NEW_YORK]
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def schedule(start: str, rrule: str | None = None, *, hours: float = 1, zone: str = "Europe/Copenhagen") -> Schedule:
    return Schedule(
        ScheduleId("s1"),
        UserId("mette"),
        datetime.fromisoformat(start),
        timedelta(hours=hours),
        zone,
        Reason.MEETING,
        VOICEMAIL,
        LONG_AGO,
        rrule=rrule,
    )


def local(of: Schedule, start: str, end: str) -> list[str]:
    """Local starts of the occurrences between two local days."""
    zone = ZoneInfo(of.zone)
    first, last = (datetime.fromisoformat(text).replace(tzinfo=zone) for text in (start, end))
    return [o.starts_at.astimezone(zone).strftime("%Y-%m-%d %H:%M") for o in occurrences(of, first, last)]


@pytest.mark.parametrize(
    ("rrule", "days"),
    [
        ("FREQ=WEEKLY;BYDAY=MO", "03-23 03-30 04-06 04-13"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "03-27 04-10"),
        ("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3", "03-24 03-26 03-31"),
        ("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260330", "03-23 03-30"),
        ("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260330T110000Z", "03-23 03-30"),
        ("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260330T105959Z", "03-23"),
        ("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260330T130000", "03-23 03-30"),
        ("FREQ=DAILY;INTERVAL=10", "03-23 04-02 04-12"),
        ("FREQ=DAILY;BYDAY=SA,SU", "03-28 03-29 04-04 04-05 04-11 04-12 04-18 04-19"),
        ("FREQ=MONTHLY;BYDAY=-1SA,-1SU", "03-28 03-29"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "03-31"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "03-31"),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=10", "04-10"),
        ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=16", "04-16"),
        ("FREQ=YEARLY;BYWEEKNO=16;BYDAY=MO", "04-13"),
        ("FREQ=YEARLY;BYYEARDAY=100", "04-10"),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO;", "03-23 03-30 04-06 04-13"),
        ("freq=weekly;byday=mo", "03-23 03-30 04-06 04-13"),
        ("FREQ=DAILY;COUNT=1000000;INTERVAL=14", "03-23 04-06"),
        (None, "03-23"),
    ],
)
def test_a_rule_comes_on_these_days(rrule: str | None, days: str) -> None:
    of = checked(schedule("2026-03-23T13:00", rrule))
    assert local(of, "2026-03-01", "2026-04-20") == [f"2026-{day} 13:00" for day in days.split()]


@pytest.mark.parametrize(
    ("rrule", "problem"),
    [
        ("FREQ=HOURLY", "too_often"),
        ("FREQ=SECONDLY;COUNT=1", "too_often"),
        ("FREQ=DAILY;BYHOUR=9,10", "too_often"),
        ("", "malformed"),
        ("FREQ=", "malformed"),
        ("FREQ=NEVER", "too_often"),
        ("INTERVAL=2", "malformed"),
        ("FREQ=WEEKLY;FREQ=DAILY", "malformed"),
        ("FREQ=WEEKLY;BYDAY=XX", "malformed"),
        ("FREQ=WEEKLY;BYDAY=1MO", "malformed"),
        ("FREQ=DAILY;INTERVAL=0", "malformed"),
        ("FREQ=DAILY;INTERVAL=1,2", "malformed"),
        ("FREQ=DAILY;COUNT=-1", "malformed"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20270101", "malformed"),
        ("FREQ=DAILY;UNTIL=tomorrow", "malformed"),
        ("FREQ=DAILY;UNTIL=20261341", "malformed"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "malformed"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "malformed"),
        ("FREQ=MONTHLY;BYSETPOS=1x", "malformed"),
        ("FREQ=DAILY;BYSETPOS=400", "malformed"),
        ("FREQ=DAILY;WKST=XX", "malformed"),
        ("FREQ=DAILY\nEXDATE:20260101", "malformed"),
        ("FREQ=DAILY;BYEASTER=0", "malformed"),
        ("FREQ=DAILY;X=1", "malformed"),
        ("FREQ=WEEKLY;BYDAY=" + "MO," * 200 + "MO", "too_long"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "never"),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", "never"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", "never"),
        ("FREQ=DAILY;UNTIL=20200101", "never"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_with_the_reason(rrule: str, problem: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked(schedule("2026-03-23T13:00", rrule))
    assert refused.value.details == {"field": "rrule", "problem": problem}


def test_other_impossible_values_are_refused_by_name() -> None:
    good = schedule("2026-03-23T13:00")
    for bad, field in (
        (replace(good, start=good.start.replace(tzinfo=UTC)), "start"),
        (replace(good, start=datetime(1999, 1, 1)), "start"),
        (replace(good, start=datetime(2100, 1, 1)), "start"),
        (replace(good, duration=timedelta()), "duration"),
        (replace(good, duration=timedelta(days=32)), "duration"),
        (replace(good, exdates=(date(2026, 3, 23),) * 1001), "exdates"),
        (replace(good, zone="Europe/Atlantis"), "time_zone"),
        (replace(good, zone=""), "time_zone"),
    ):
        with pytest.raises(Invalid) as refused:
            checked(bad)
        assert refused.value.details["field"] == field
    assert checked(good) == good


def test_exceptions_and_public_holidays_are_left_out() -> None:
    of = replace(schedule("2026-03-23T13:00", "FREQ=WEEKLY;BYDAY=MO"), exdates=(date(2026, 3, 30),))
    window = datetime(2026, 3, 20, tzinfo=UTC), datetime(2026, 4, 20, tzinfo=UTC)
    easter_monday = {date(2026, 4, 6)}
    assert [o.day.day for o in occurrences(of, *window, holidays=easter_monday)] == [23, 6, 13]
    of = replace(of, skip_holidays=True)
    assert [o.day.day for o in occurrences(of, *window, holidays=easter_monday)] == [23, 13]


def test_what_lies_partly_in_the_window_is_found() -> None:
    of = schedule("2026-03-23T22:00", "FREQ=WEEKLY", hours=50)
    at = datetime(2026, 3, 25, 22, 30, tzinfo=COPENHAGEN)
    (found,) = occurrences(of, at, at + timedelta(minutes=1))
    assert found.starts_at == datetime(2026, 3, 23, 21, tzinfo=UTC)
    assert not list(occurrences(of, found.ends_at, found.ends_at + timedelta(minutes=1)))
    once = schedule("2026-03-23T22:00")
    assert not list(occurrences(once, at, at + timedelta(days=1)))
    assert not list(occurrences(of, LONG_AGO, LONG_AGO + timedelta(days=7)))


def test_in_the_hour_left_out_it_starts_when_the_hour_is_over() -> None:
    of = schedule("2026-03-22T02:30", "FREQ=WEEKLY")
    assert local(of, "2026-03-20", "2026-04-10") == ["2026-03-22 02:30", "2026-03-29 03:00", "2026-04-05 02:30"]
    (found,) = occurrences(of, datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 3, 30, tzinfo=UTC))
    assert found.starts_at == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert found.ends_at.astimezone(COPENHAGEN).time() == time(3, 30)


def test_what_would_begin_and_end_in_the_hour_left_out_lasts_as_long_as_ever() -> None:
    of = replace(schedule("2026-03-22T02:15", "FREQ=WEEKLY"), duration=timedelta(minutes=30))
    (found,) = occurrences(of, datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 3, 30, tzinfo=UTC))
    assert found.starts_at == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert found.ends_at - found.starts_at == timedelta(minutes=30)


@pytest.mark.parametrize(
    ("zone", "evening", "hours"),
    [
        ("Europe/Copenhagen", "2026-10-24", 9),
        ("Europe/Stockholm", "2026-10-24", 9),
        ("America/New_York", "2026-10-31", 9),
        ("Europe/Copenhagen", "2026-03-28", 7),
        ("Europe/Stockholm", "2026-03-28", 7),
        ("America/New_York", "2026-03-07", 7),
    ],
)
def test_a_night_lasts_to_its_end_by_the_clock_also_when_that_changes(zone: str, evening: str, hours: int) -> None:
    of = replace(schedule("2026-01-05T22:00", "FREQ=DAILY", zone=zone), duration=timedelta(hours=8))
    begin = datetime.fromisoformat(f"{evening}T20:00").replace(tzinfo=ZoneInfo(zone))
    (found,) = occurrences(of, begin, begin + timedelta(hours=6))
    assert found.ends_at.astimezone(ZoneInfo(zone)).time() == time(6)
    assert found.ends_at - found.starts_at == timedelta(hours=hours)


def test_in_the_hour_that_comes_twice_it_happens_once() -> None:
    of = schedule("2026-10-18T02:30", "FREQ=WEEKLY")
    (found,) = occurrences(of, datetime(2026, 10, 24, 12, tzinfo=UTC), datetime(2026, 10, 25, 12, tzinfo=UTC))
    assert (found.starts_at, found.ends_at) == (
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 2, 30, tzinfo=UTC),
    )


def test_whole_days_are_days_of_the_calendar() -> None:
    of = schedule("2026-03-28T12:00", hours=24)
    (found,) = occurrences(of, datetime(2026, 3, 27, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC))
    assert found.ends_at.astimezone(COPENHAGEN).replace(tzinfo=None) == datetime(2026, 3, 29, 12)
    assert found.ends_at - found.starts_at == timedelta(hours=23)


def test_an_occurrence_is_a_diversion_that_one_set_by_hand_beats() -> None:
    of = replace(schedule("2026-03-23T13:00"), title="Teammøde", note="Lokale 2", reception_note="Ikke forstyrres")
    (found,) = occurrences(of, LONG_AGO, LONG_AGO + timedelta(days=365))
    scheduled = found.diversion()
    assert (scheduled.origin, scheduled.title, scheduled.note) == (Origin.SCHEDULE, "Teammøde", "Lokale 2")
    assert scheduled.id == "s1@2026-03-23"
    by_hand = Diversion(
        DiversionId("d"), of.user_id, Reason.LUNCH, found.starts_at, None, VOICEMAIL, created_at=LONG_AGO
    )
    places = standings([scheduled, by_hand], found.starts_at)
    assert [(p.diversion.id, p.why) for p in places] == [("d", Why.EFFECTIVE), (scheduled.id, Why.LESS_THAN_MANUAL)]


def test_a_rule_without_end_is_known_from_its_first_day_to_half_a_century_later() -> None:
    of = checked(schedule("2001-01-01T08:00", "FREQ=DAILY"))
    assert local(of, "2001-01-01", "2001-01-02") == ["2001-01-01 08:00"]
    assert local(of, "2064-02-29", "2064-03-01") == ["2064-02-29 08:00"]
    yearly = checked(schedule("2026-02-28T08:00", "FREQ=YEARLY"))
    assert local(yearly, "2080-01-01", "2081-01-01") == ["2080-02-28 08:00"]
    assert local(yearly, "2200-01-01", "2201-01-01") == []


ZONE = st.sampled_from(ZONES)
STARTS = st.datetimes(datetime(2010, 1, 1), datetime(2040, 1, 1)).map(lambda d: d.replace(second=0, microsecond=0))
RULES = st.builds(
    lambda freq, interval, extra: f"FREQ={freq};INTERVAL={interval}{extra}",
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 5),
    st.sampled_from(["", ";BYDAY=MO,WE", ";BYMONTHDAY=1,31", ";BYMONTH=2,7", ";COUNT=40", ";WKST=SU;BYDAY=SU,MO"])
    | st.sampled_from([";BYDAY=MO,TU;BYSETPOS=-1", ";UNTIL=20351231T235959", ";BYMONTHDAY=-1,29"]),
)


@settings(max_examples=150, deadline=None)
@given(RULES, STARTS, ZONE, st.integers(0, 3000))
def test_the_local_clock_never_moves_and_no_day_comes_twice(
    rrule: str, start: datetime, zone: ZoneInfo, ahead: int
) -> None:
    of = replace(schedule("2026-03-23T13:00", rrule, zone=zone.key), start=start)
    first = (start + timedelta(days=ahead)).replace(tzinfo=zone)
    last = first + timedelta(days=400)
    found = list(occurrences(of, first, last))
    days = [o.day for o in found]
    assert days == sorted(set(days))
    for one in found:
        local_start = one.starts_at.astimezone(zone).replace(tzinfo=None)
        wanted = datetime.combine(one.day, start.time())
        gap = local_start - wanted
        assert gap == timedelta() or timedelta() < gap <= timedelta(hours=1)
        if gap:
            assert (one.starts_at - timedelta(seconds=1)).astimezone(zone).utcoffset() != one.starts_at.astimezone(
                zone
            ).utcoffset()
        local_end = one.ends_at.astimezone(zone).replace(tzinfo=None)
        assert timedelta() <= local_end - (wanted + of.duration) <= timedelta(hours=1)


@settings(max_examples=150, deadline=None)
@given(RULES, STARTS, st.integers(0, 3000))
def test_the_days_are_those_of_dateutil(rrule: str, start: datetime, ahead: int) -> None:
    of = replace(schedule("2026-03-23T13:00", rrule), start=start)
    try:
        checked(of)
    except Invalid:
        assume(False)
    first = start + timedelta(days=ahead)
    expected = rrulestr(rrule, dtstart=start).between(first, first + timedelta(days=400), inc=True)
    found = occurrences(of, in_zone(first, COPENHAGEN), in_zone(first + timedelta(days=400), COPENHAGEN))
    days = [o.day for o in found if o.day >= first.date()]
    assert days == [e.date() for e in expected if e < first + timedelta(days=400)]


@given(st.datetimes(datetime(2015, 1, 1), datetime(2035, 1, 1)), ZONE)
def test_a_local_time_is_a_moment_that_reads_the_same_unless_it_does_not_exist(
    moment: datetime, zone: ZoneInfo
) -> None:
    found = in_zone(moment, zone)
    read = found.astimezone(zone).replace(tzinfo=None)
    assert read == moment or timedelta() < read - moment <= timedelta(hours=1)


@given(st.text(alphabet="FREQ=DAILYWKMONTHBUS;,0123456789-+TZ ", max_size=60))
def test_any_rule_is_understood_or_refused(text: str) -> None:
    try:
        checked(schedule("2026-03-23T13:00", text))
    except Invalid as refused:
        assert refused.details["field"] == "rrule"
