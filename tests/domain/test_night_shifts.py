"""Work over midnight, also in the nights in which clocks change (spec 9.1)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from onepresence_desktop.domain.completion import ends_at
from onepresence_desktop.domain.diversion import Preset, preset_end
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import LAST_MINUTE, Opening, WorkingHours, working_hours

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NIGHT = Opening(time(22), time(6))
NIGHTS = WorkingHours(((NIGHT,),) * 7)
WEEKNIGHTS = WorkingHours(((NIGHT,),) * 5 + ((), ()))
HALVES = WorkingHours(((Opening(time(0), time(6)), Opening(time(22), LAST_MINUTE)),) * 7)
"""The same nights, as they are typed day by day."""

AUTUMN = {"Europe/Copenhagen": date(2026, 10, 24), "Europe/Stockholm": date(2026, 10, 24)} | {
    "America/New_York": date(2026, 10, 31)
}
SPRING = {"Europe/Copenhagen": date(2026, 3, 28), "Europe/Stockholm": date(2026, 3, 28)} | {
    "America/New_York": date(2026, 3, 7)
}
"""The evening of the night in which clocks go back, or on."""


def at(text: str, zone: ZoneInfo = COPENHAGEN, *, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)


@pytest.mark.parametrize("hours", [NIGHTS, HALVES])
@pytest.mark.parametrize(
    ("moment", "worked"),
    [
        ("2026-11-24T21:59:59", False),
        ("2026-11-24T22:00", True),
        ("2026-11-24T23:59:30", True),
        ("2026-11-25T00:00", True),
        ("2026-11-25T05:59:59", True),
        ("2026-11-25T06:00", False),
    ],
)
def test_a_night_is_worked_through_without_a_minute_missing(hours: WorkingHours, moment: str, worked: bool) -> None:
    assert hours.open_at(at(moment), COPENHAGEN) is worked


def test_the_shift_of_friday_goes_on_into_saturday_and_none_leads_into_monday() -> None:
    assert WEEKNIGHTS.open_at(at("2026-11-28T05:00"), COPENHAGEN)
    assert not WEEKNIGHTS.open_at(at("2026-11-30T05:00"), COPENHAGEN)
    assert WEEKNIGHTS.next_opening(at("2026-11-28T05:00"), COPENHAGEN) == at("2026-11-30T22:00")


@pytest.mark.parametrize("hours", [NIGHTS, HALVES])
def test_a_night_is_one_stretch_that_ends_and_begins_again(hours: WorkingHours) -> None:
    evening = at("2026-11-24T23:00")
    assert hours.next_change(evening, COPENHAGEN) == at("2026-11-25T06:00")
    assert hours.next_opening(evening, COPENHAGEN) == at("2026-11-25T22:00")
    assert hours.next_change(at("2026-11-25T06:00"), COPENHAGEN) == at("2026-11-25T22:00")
    assert hours.stretches(at("2026-11-24T23:00"), at("2026-11-26T00:00"), COPENHAGEN) == [
        (at("2026-11-24T23:00"), at("2026-11-25T06:00")),
        (at("2026-11-25T22:00"), at("2026-11-26T00:00")),
    ]


@pytest.mark.parametrize("hours", [NIGHTS, HALVES])
@pytest.mark.parametrize(
    ("moment", "end"),
    [
        ("2026-11-24T23:00", "2026-11-25T06:00"),
        ("2026-11-25T03:00", "2026-11-25T06:00"),
        ("2026-11-25T12:00", "2026-11-26T06:00"),
    ],
)
def test_the_working_day_ends_with_the_night(hours: WorkingHours, moment: str, end: str) -> None:
    assert ends_at(at(moment), hours, COPENHAGEN) == at(end)


def test_gone_for_the_day_in_the_night_is_back_in_the_evening() -> None:
    assert preset_end(Preset.GONE_HOME, at("2026-11-25T02:00"), NIGHTS, COPENHAGEN) == at("2026-11-25T22:00")
    assert preset_end(Preset.GONE_HOME, at("2026-11-24T23:30"), HALVES, COPENHAGEN) == at("2026-11-25T22:00")


def test_work_by_day_and_night_never_ends() -> None:
    always = WorkingHours(((Opening(time(0), LAST_MINUTE),),) * 7)
    now = at("2026-11-24T23:59:30")
    assert always.open_at(now, COPENHAGEN)
    assert always.next_change(now, COPENHAGEN) is None and always.next_opening(now, COPENHAGEN) is None
    assert ends_at(now, always, COPENHAGEN) == at("2026-11-25T00:00")


@pytest.mark.parametrize("name", AUTUMN)
def test_the_night_in_which_clocks_go_back_is_an_hour_longer(name: str) -> None:
    zone, evening = ZoneInfo(name), AUTUMN[name]
    begin, end = at(f"{evening}T22:00", zone), at(f"{evening + timedelta(days=1)}T06:00", zone)
    assert end.astimezone(UTC) - begin.astimezone(UTC) == timedelta(hours=9)
    assert NIGHTS.stretches(begin, end, zone) == [(begin, end)]
    hour = begin.astimezone(UTC)
    while hour < end:
        assert NIGHTS.open_at(hour, zone)
        assert NIGHTS.next_change(hour, zone) == end
        assert ends_at(hour, NIGHTS, zone) == end
        hour += timedelta(minutes=30)


@pytest.mark.parametrize("name", SPRING)
def test_the_night_in_which_clocks_go_on_is_an_hour_shorter(name: str) -> None:
    zone, evening = ZoneInfo(name), SPRING[name]
    begin, end = at(f"{evening}T22:00", zone), at(f"{evening + timedelta(days=1)}T06:00", zone)
    assert end.astimezone(UTC) - begin.astimezone(UTC) == timedelta(hours=7)
    assert NIGHTS.stretches(begin, end, zone) == [(begin, end)]
    assert NIGHTS.next_change(begin, zone) == end
    assert not NIGHTS.open_at(end, zone)


@pytest.mark.parametrize(("name", "hour"), [("Europe/Copenhagen", 2), ("Europe/Stockholm", 2), ("America/New_York", 1)])
def test_in_the_hour_that_comes_twice_a_shift_ends_once(name: str, hour: int) -> None:
    zone, morning = ZoneInfo(name), AUTUMN[name] + timedelta(days=1)
    hours = WorkingHours(((Opening(time(22), time(hour, 30)),),) * 7)
    first, second = (at(f"{morning}T0{hour}:30", zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    assert hours.next_change(first - timedelta(minutes=15), zone) == first
    assert not hours.open_at(first, zone)
    assert not hours.open_at(second - timedelta(minutes=15), zone)
    assert hours.next_change(second - timedelta(minutes=15), zone) == at(f"{morning}T22:00", zone)


@pytest.mark.parametrize("name", SPRING)
def test_what_begins_in_the_hour_that_is_left_out_begins_as_long_after_it(name: str) -> None:
    zone, morning = ZoneInfo(name), SPRING[name] + timedelta(days=1)
    hours = WorkingHours(((Opening(time(2, 30), time(6)),),) * 7)
    assert hours.next_opening(at(f"{morning}T01:00", zone), zone) == at(f"{morning}T03:30", zone)
    gone = WorkingHours(((Opening(time(2, 30), time(3)),),) * 7)
    assert gone.next_opening(at(f"{morning}T01:00", zone), zone) == at(f"{morning + timedelta(days=1)}T02:30", zone)


def test_a_shift_may_not_last_into_the_next_one() -> None:
    late, early = (time(22), time(6)), (time(5), time(9))
    assert working_hours([[late, (time(8), time(12))]] * 7).days[0] == (Opening(time(8), time(12)), NIGHT)
    for week, day in (
        ([[late], [early], [], [], [], [], []], 0),
        ([[early], [], [], [], [], [], [late]], 6),
        ([[late, (time(23), time(23, 30))], [], [], [], [], [], []], 0),
    ):
        with pytest.raises(Invalid) as refused:
            working_hours(week)
        assert refused.value.details == {"field": f"hours[{day}]", "problem": "overlap"}
