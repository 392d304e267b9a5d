"""Whenever the demo is tried, it is working time there."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from onepresence_desktop.pbx.demo_hours import LOOK_ROUND, USUAL, at_work, off_work

ZONE = ZoneInfo("Europe/Copenhagen")
MONDAY = datetime(2026, 11, 23, tzinfo=ZONE)
MOMENTS = [MONDAY + timedelta(minutes=30 * n) for n in range(7 * 48)]


@pytest.mark.parametrize("wait", [timedelta(), LOOK_ROUND / 2, LOOK_ROUND - timedelta(seconds=1)])
def test_at_every_half_hour_of_a_week_the_office_is_at_work_and_one_is_not(wait: timedelta) -> None:
    for now in MOMENTS:
        assert at_work(now, ZONE).open_at(now + wait, ZONE), now
        assert not off_work(now, ZONE).open_at(now + wait, ZONE), now


def test_in_the_daytime_the_hours_are_the_usual_ones() -> None:
    assert at_work(MONDAY + timedelta(hours=10), ZONE) == USUAL
    assert at_work(MONDAY + timedelta(hours=20), ZONE) != USUAL
