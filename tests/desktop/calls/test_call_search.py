"""A search finds calls of long ago, which the page hasn't fetched, on the service (spec 7.4)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.calls.rows import Entry
from onepresence_desktop.domain.calls import CallRecord, Direction
from onepresence_desktop.domain.errors import ServerAway
from tests.desktop.calls.test_history import IN, Asked, Desk, record

LONG_AGO = record(60 * 24 * 400, IN, "+4570101155", name="Søren Ågård", seconds=61)


class Searched(Asked):
    """Notes what is looked for; the test answers."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[dict[str, Any]] = []
        self.replies: list[Any] = []

    def ask(self, name: str, verb: Any, reply: Any) -> None:
        assert name == "search_calls"

        class Client:
            @staticmethod
            def calls(**given: Any) -> None:
                self.wanted.append(given)

        verb(Client)
        self.replies.append(reply)


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("tests.desktop.calls.test_history.Asked", Searched)
    made = Desk()
    qtbot.addWidget(made.view)
    made.view.resize(764, 600)
    with qtbot.waitExposed(made.view):
        made.view.show()
    return made


def found(desk: Desk) -> list[CallRecord]:
    return [row.record for row in desk.view.model.rows if isinstance(row, Entry)]


def test_what_the_service_finds_stands_below_what_was_known_however_it_was_spelled(desk: Desk, qtbot: QtBot) -> None:
    actions = desk.actions
    assert isinstance(actions, Searched)
    QTest.keyClicks(desk.view.narrow, "soren")
    qtbot.waitUntil(lambda: bool(actions.replies))
    assert actions.wanted == [{"query": "soren", "kind": None, "start": None}], "asked once, when typing has stopped"
    actions.replies[0]([LONG_AGO])
    assert found(desk) == [LONG_AGO]
    desk.view._fetch()
    before = actions.asked[-1][1]
    assert before is not None and before > LONG_AGO.at + timedelta(days=300), "pages go on where they were"
    desk.view.narrow.clear()
    assert LONG_AGO not in found(desk)


def test_kind_and_days_are_asked_for_too_and_a_late_or_refused_answer_changes_nothing(desk: Desk, qtbot: QtBot) -> None:
    actions = desk.actions
    assert isinstance(actions, Searched)
    desk.view.filter.set_chosen("missed")
    desk.view.take_search("karen")
    qtbot.waitUntil(lambda: len(actions.replies) == 1)
    desk.view.days.set_key("week")
    desk.view.refill()
    qtbot.waitUntil(lambda: len(actions.replies) == 2)
    assert actions.wanted[1]["kind"] is Direction.MISSED and actions.wanted[1]["start"] is not None
    actions.replies[0]([LONG_AGO])
    actions.replies[1](ServerAway())
    assert found(desk) == []
