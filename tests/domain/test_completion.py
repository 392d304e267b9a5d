"""When a call that waits for two people is made, and when it is given up (spec 4.10)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from onepresence_desktop.domain.completion import AGAIN_AFTER, Completion, CompletionId, ends_at, free, unanswered
from onepresence_desktop.domain.people import CustomerId, Opening, UserId, WorkingHours
from onepresence_desktop.domain.presence import DeviceState

ZONE = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
IDLE, BUSY, AWAY, UNKNOWN = DeviceState.IDLE, DeviceState.ON_CALL, DeviceState.OFFLINE, DeviceState.UNKNOWN


@pytest.mark.parametrize(
    ("states", "diverted", "may"),
    [
        ([IDLE], False, True),
        ([IDLE, AWAY], False, True),
        ([IDLE, BUSY], False, False),
        ([IDLE, DeviceState.RINGING], False, False),
        ([AWAY], False, False),
        ([UNKNOWN], False, False),
        ([], False, False),
        ([IDLE], True, False),
    ],
)
def test_who_is_free(states: list[DeviceState], diverted: bool, may: bool) -> None:
    assert free(states, diverted=diverted) is may


@pytest.mark.parametrize(
    ("day", "hour", "ends"),
    [
        (24, 12, datetime(2026, 11, 24, 16, 0, tzinfo=ZONE)),
        (24, 17, datetime(2026, 11, 25, 0, 0, tzinfo=ZONE)),
        (28, 12, datetime(2026, 11, 29, 0, 0, tzinfo=ZONE)),
    ],
)
def test_it_ends_with_the_working_day(day: int, hour: int, ends: datetime) -> None:
    week = WorkingHours(((Opening(time(8), time(11)), Opening(time(12), time(16))),) * 5 + ((), ()))
    assert ends_at(datetime(2026, 11, day, hour, tzinfo=ZONE), week, ZONE) == ends


def test_an_own_phone_that_is_not_lifted_rings_once_more_after_a_while() -> None:
    wish = Completion(CompletionId("k"), CustomerId("c"), UserId("a"), UserId("b"), NOW, NOW + timedelta(hours=4))
    again = unanswered(wish, NOW)
    assert again is not None and (again.tries, again.not_before) == (1, NOW + AGAIN_AFTER)
    assert unanswered(again, NOW + AGAIN_AFTER) is None
