"""People and their working hours."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import (
    WEEKDAYS_8_TO_16,
    Customer,
    CustomerId,
    Device,
    DeviceId,
    DeviceKind,
    Opening,
    User,
    UserId,
    WorkingHours,
    working_hours,
)

ZONE = ZoneInfo("Europe/Copenhagen")
HOURS = WorkingHours(WEEKDAYS_8_TO_16)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def test_the_extension_is_the_last_four_digits() -> None:
    assert User(UserId("u"), CustomerId("c"), "1002140", "Anders").extension == "2140"


def test_a_customer_knows_its_zone() -> None:
    assert Customer(CustomerId("c"), "100", "Firm").zone == ZONE


@pytest.mark.parametrize(("number", "registers"), [(None, True), ("+4520123456", False)])
def test_only_a_mobile_rung_over_the_trunk_does_not_register(number: str | None, registers: bool) -> None:
    device = Device(DeviceId("d"), CustomerId("c"), UserId("u"), DeviceKind.MOBILE, "x", number=number)
    assert device.registers is registers


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        ("2026-11-24T07:59:59", False),
        ("2026-11-24T08:00", True),
        ("2026-11-24T15:59", True),
        ("2026-11-24T16:00", False),
        ("2026-11-28T10:00", False),
    ],
)
def test_working_hours_are_open(moment: str, open_: bool) -> None:
    assert HOURS.open_at(at(moment), ZONE) is open_


def test_hours_are_local_also_when_now_is_told_in_utc_and_over_a_change_of_clocks() -> None:
    assert HOURS.open_at(datetime(2026, 7, 1, 6, 0, tzinfo=UTC), ZONE)
    assert not HOURS.open_at(datetime(2026, 12, 1, 6, 30, tzinfo=UTC), ZONE)
    assert HOURS.next_opening(at("2026-10-23T17:00"), ZONE) == datetime(2026, 10, 26, 7, 0, tzinfo=UTC)


def test_who_keeps_no_hours_is_never_off_work_and_has_no_next_opening() -> None:
    none = WorkingHours()
    assert none.open_at(at("2026-11-28T03:00"), ZONE)
    assert none.next_opening(at("2026-11-28T03:00"), ZONE) is None
    assert none.next_change(at("2026-11-28T03:00"), ZONE) is None


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("2026-11-24T07:00", "2026-11-24T08:00"),
        ("2026-11-24T08:00", "2026-11-25T08:00"),
        ("2026-11-27T12:00", "2026-11-30T08:00"),
    ],
)
def test_the_next_opening_after(moment: str, opening: str) -> None:
    assert HOURS.next_opening(at(moment), ZONE) == at(opening)


@pytest.mark.parametrize(
    ("moment", "change"),
    [
        ("2026-11-24T07:00", "2026-11-24T08:00"),
        ("2026-11-24T08:00", "2026-11-24T16:00"),
        ("2026-11-27T16:00", "2026-11-30T08:00"),
    ],
)
def test_the_next_change_after(moment: str, change: str) -> None:
    assert HOURS.next_change(at(moment), ZONE) == at(change)


def test_openings_that_touch_are_one() -> None:
    split = WorkingHours((((Opening(time(8), time(12)), Opening(time(12), time(16)))),) + ((),) * 6)
    assert split.next_change(at("2026-11-23T09:00"), ZONE) == at("2026-11-23T16:00")


def test_hours_around_the_clock_never_change() -> None:
    always = WorkingHours(((Opening(time(0), time.max),),) * 7)
    assert always.open_at(at("2026-11-24T12:00"), ZONE)
    assert WorkingHours(((),) * 6 + ((Opening(time(8), time(8)),),)).next_change(at("2026-11-24T12:00"), ZONE) is None
    assert WorkingHours(((),) * 6 + ((Opening(time(8), time(9)),),)).next_opening(at("2026-11-29T08:30"), ZONE) == at(
        "2026-12-06T08:00"
    )


def test_the_stretches_of_work_between_two_moments() -> None:
    week = HOURS.stretches(at("2026-11-27T10:00"), at("2026-12-01T12:00"), ZONE)
    assert week == [
        (at("2026-11-27T10:00"), at("2026-11-27T16:00")),
        (at("2026-11-30T08:00"), at("2026-11-30T16:00")),
        (at("2026-12-01T08:00"), at("2026-12-01T12:00")),
    ]
    assert HOURS.stretches(at("2026-11-28T10:00"), at("2026-11-28T12:00"), ZONE) == []
    assert HOURS.stretches(at("2026-11-27T17:00"), at("2026-11-27T18:00"), ZONE) == []
    assert WorkingHours().stretches(at("2026-11-27T10:00"), at("2026-12-01T12:00"), ZONE) == []


def test_a_week_is_taken_in_any_order_and_what_overlaps_or_ends_early_is_refused() -> None:
    morning, afternoon = (time(8), time(12)), (time(13), time(16))
    week = working_hours([[afternoon, morning], [], [], [], [], [], []])
    assert [(o.start, o.end) for o in week.days[0]] == [morning, afternoon]
    for day, problem in (
        ([(time(8), time(8))], "ends_before_it_starts"),
        ([morning, (time(11), time(14))], "overlap"),
    ):
        with pytest.raises(Invalid) as refused:
            working_hours([[], day, [], [], [], [], []])
        assert refused.value.details == {"field": "hours[1]", "problem": problem}
