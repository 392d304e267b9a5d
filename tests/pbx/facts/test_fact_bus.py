"""The bus between services: whoever fails is alone with it."""

from __future__ import annotations

import logging

import pytest

from onepresence_desktop.domain.events import Fact
from onepresence_desktop.pbx.facts import FactBus


class Hearing:
    def __init__(self) -> None:
        self.heard: list[Fact] = []

    def publish(self, fact: Fact) -> None:
        self.heard.append(fact)


class Failing:
    def publish(self, fact: Fact) -> None:
        raise RuntimeError("out of order")


FACT: Fact = object()  # type: ignore[assignment]


def test_a_handler_that_fails_is_logged_and_silences_nobody(caplog: pytest.LogCaptureFixture) -> None:
    bus, before, after = FactBus(), Hearing(), Hearing()
    for sink in (before, Failing(), after):
        bus.subscribe(sink)
    with caplog.at_level(logging.ERROR):
        bus.publish(FACT)
    assert before.heard == [FACT]
    assert after.heard == [FACT]
    assert "a handler failed" in caplog.text


def test_who_has_unsubscribed_hears_no_more() -> None:
    bus, hearing = FactBus(), Hearing()
    bus.subscribe(hearing)()
    bus.publish(FACT)
    assert hearing.heard == []
