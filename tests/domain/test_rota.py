"""Whose turn it is to answer for a group outside its hours (spec 12.4f)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.rota import Rota, checked

ZONE = ZoneInfo("Europe/Copenhagen")
ROTA = Rota(("1002101", "+4520202020", ""), first=date(2026, 11, 23))


@pytest.mark.parametrize(
    ("moment", "who"),
    [
        ("2026-11-23T06:59", ""),
        ("2026-11-23T07:00", "1002101"),
        ("2026-11-29T22:00", "1002101"),
        ("2026-11-30T06:59", "1002101"),
        ("2026-11-30T07:00", "+4520202020"),
        ("2026-12-07T12:00", ""),
        ("2026-12-14T12:00", "1002101"),
        ("2026-11-16T12:00", ""),
    ],
)
def test_the_turn_changes_on_monday_at_eight_where_the_company_is(moment: str, who: str) -> None:
    assert ROTA.on_call(datetime.fromisoformat(moment).replace(tzinfo=UTC), ZONE) == who


def test_who_has_left_leaves_their_turns_to_nobody() -> None:
    left = ROTA.without({"1002101", "+4533330000"})
    assert left.turns == ("", "+4520202020", "") and left.first == ROTA.first


def test_it_may_change_on_another_day_and_keeps_its_local_hour_over_summer_time() -> None:
    friday = Rota(("1", "2"), first=date(2026, 10, 23), changes_on=4, changes_at=time(16))
    assert friday.on_call(datetime(2026, 10, 23, 13, 59, tzinfo=UTC), ZONE) == "2"
    assert friday.on_call(datetime(2026, 10, 23, 14, 0, tzinfo=UTC), ZONE) == "1"
    assert friday.on_call(datetime(2026, 10, 30, 14, 59, tzinfo=UTC), ZONE) == "1"
    assert friday.on_call(datetime(2026, 10, 30, 15, 0, tzinfo=UTC), ZONE) == "2"


SUNDAY = Rota(("1", "2"), first=date(2026, 10, 18), changes_on=6, changes_at=time(2, 30))
"""Changes at a time that comes twice in the autumn and never in the spring."""


@pytest.mark.parametrize(
    ("moment", "who", "following"),
    [
        ("2026-10-25T00:29", "1", "2026-10-25T00:30"),
        ("2026-10-25T00:30", "2", "2026-11-01T01:30"),
        ("2026-10-25T01:00", "2", "2026-11-01T01:30"),
        ("2026-10-25T01:29", "2", "2026-11-01T01:30"),
        ("2026-10-25T01:30", "2", "2026-11-01T01:30"),
        ("2026-11-01T01:30", "1", "2026-11-08T01:30"),
        ("2027-03-28T00:59", "1", "2027-03-28T01:30"),
        ("2027-03-28T01:30", "2", "2027-04-04T00:30"),
    ],
)
def test_a_turn_once_begun_is_kept_in_the_hour_that_comes_twice(moment: str, who: str, following: str) -> None:
    now, later = (datetime.fromisoformat(one).replace(tzinfo=UTC) for one in (moment, following))
    for seen in (now, now.astimezone(ZONE)):
        assert SUNDAY.on_call(seen, ZONE) == who
        assert SUNDAY.next_change(seen, ZONE).astimezone(UTC) == later


def test_the_next_change_is_told() -> None:
    before, after = datetime(2026, 11, 23, 6, 0, tzinfo=UTC), datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
    assert ROTA.next_change(before, ZONE) == after
    assert ROTA.next_change(after, ZONE) == datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
    assert Rota((), first=date(2026, 11, 23)).on_call(before, ZONE) == ""


def test_a_rota_that_cannot_be_is_refused() -> None:
    assert checked(ROTA) is ROTA
    week = date(2026, 11, 23)
    for wrong in (Rota((), week), Rota(("1",) * 61, week), Rota(("1",), week, 7)):
        with pytest.raises(Invalid):
            checked(wrong)
