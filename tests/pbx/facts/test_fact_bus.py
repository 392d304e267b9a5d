"""The bus between services: whoever fails is alone with it."""

from __future__ import annotations

import ast
import importlib
import inspect
import logging
import textwrap
from pathlib import Path

import pytest

from onepresence_desktop.domain import events
from onepresence_desktop.domain.events import Fact, GroupChanged, HolidaysChanged
from onepresence_desktop.domain.people import CustomerId, GroupId
from onepresence_desktop.pbx import services
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


def test_who_subscribed_to_some_kinds_hears_those_alone_and_others_hear_on() -> None:
    bus, some, every = FactBus(), Hearing(), Hearing()
    group, holidays = GroupChanged(CustomerId("c"), GroupId("g")), HolidaysChanged(CustomerId("c"))
    stop = bus.subscribe(some, GroupChanged)
    bus.subscribe(every)
    for fact in (group, holidays):
        bus.publish(fact)
    assert (some.heard, every.heard) == ([group], [group, holidays])
    stop()
    bus.publish(group)
    assert (some.heard, every.heard) == ([group], [group, holidays, group])


def test_services_hear_every_kind_of_fact_that_they_do_something_about() -> None:
    found = 0
    for file in sorted(Path(str(services.__file__)).parent.glob("*.py")):
        if "HEARS = (" not in file.read_text("utf-8"):
            continue
        module = importlib.import_module(f"{services.__name__}.{file.stem}")
        for name, one in inspect.getmembers(module, inspect.isclass):
            if one.__module__ == module.__name__ and hasattr(one, "HEARS") and hasattr(one, "publish"):
                read = ast.parse(textwrap.dedent(inspect.getsource(one.publish)))
                named = {node.id for node in ast.walk(read) if isinstance(node, ast.Name)} & set(vars(events))
                assert named - {"Fact"} == {kind.__name__ for kind in one.HEARS}, name
                found += 1
    assert found == 11
