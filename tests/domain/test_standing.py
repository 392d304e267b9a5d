"""How a connection stands, and when it is left alone (spec 6.4)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from onepresence_desktop.domain.connections import LEFT_ALONE, Trouble
from onepresence_desktop.domain.standing import Standing, failed, left_alone, worked

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
PAUSE = timedelta(minutes=10)


def test_a_server_that_says_when_to_come_back_is_left_alone_until_then() -> None:
    busy = failed(Standing(), NOW, Trouble.BUSY, "", pause=PAUSE)
    assert left_alone(busy, NOW) and left_alone(busy, NOW + PAUSE - timedelta(seconds=1))
    assert not left_alone(busy, NOW + PAUSE)
    assert not left_alone(failed(Standing(), NOW, Trouble.BUSY, ""), NOW)
    assert not left_alone(worked(busy, NOW), NOW)


def test_a_refused_password_is_left_alone_for_a_while() -> None:
    refused = failed(Standing(), NOW, Trouble.SIGN_IN_REFUSED, "")
    assert left_alone(refused, NOW) and not left_alone(refused, NOW + LEFT_ALONE)
