"""What is told relative to the present moment follows the clock while its page is open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.administration.doctor_pane import DoctorPane
from onepresence_desktop.desktop.diversion.side_list import SideList
from onepresence_desktop.desktop.settings.sessions_pane import SessionsPane
from onepresence_desktop.desktop.widgets import minutes
from onepresence_desktop.desktop.widgets.minutes import Minutes
from onepresence_desktop.domain.diversion import Reason, Why
from onepresence_desktop.domain.doctor import Finding, FindingCode, Severity
from onepresence_desktop.wire.doctor import DoctorView
from onepresence_desktop.wire.sessions import SessionListing
from tests.desktop.diversion.samples import MovedSession, NotedActions, snapshot, standing
from tests.support.dressing import dress, speak


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    dress(qapp)
    speak(qapp)


def minute_passes(page: QWidget) -> None:
    found = page.findChild(Minutes)
    assert found is not None
    found.passed.emit()


def test_minutes_are_told_while_the_part_is_seen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minutes, "MINUTE_MS", 20)
    part, told = QWidget(), []
    qtbot.addWidget(part)
    Minutes(part).passed.connect(lambda: told.append(part.isVisible()))
    assert told == []
    part.show()
    assert told
    qtbot.waitUntil(lambda: len(told) > 3)
    part.hide()
    seen = len(told)
    part.show()
    assert len(told) == seen + 1


class Asked(NotedActions):
    """Answers with the places where one is signed in."""

    places: list[SessionListing]

    def sessions(self, reply: Any) -> None:
        reply(self.places)


def test_where_one_is_signed_in_was_last_seen_longer_ago_and_the_focus_stays(qtbot: QtBot) -> None:
    session, actions, now = MovedSession(), Asked(), datetime.now(UTC)
    actions.places = [
        SessionListing(id="a", device_name="desk", created_at=now, seen_at=now, current=True),
        SessionListing(id="b", device_name="laptop", created_at=now, seen_at=now - timedelta(minutes=3), current=False),
    ]
    pane = SessionsPane(session, actions)
    qtbot.addWidget(pane)
    with qtbot.waitActive(pane):
        pane.show()
    pane.refresh()
    end = pane.rows[1].controls[0]
    end.setFocus()
    session.ahead = timedelta(minutes=4)
    minute_passes(pane)
    assert [row.words for row in pane.rows] == ["desk This program", "laptop Last seen 7 min ago"]
    assert end.hasFocus()


def test_what_is_left_of_a_diversion_grows_less(qtbot: QtBot) -> None:
    session = MovedSession()
    session.take(snapshot(standing(Reason.LUNCH, starts=timedelta(), why=Why.EFFECTIVE)), "e:1")
    side = SideList(session)
    qtbot.addWidget(side)
    card = side.cards[0]
    assert "60 min" in card.accessibleName()
    session.ahead = timedelta(minutes=20)
    minute_passes(side)
    assert "40 min" in card.accessibleName() and side.cards == [card]


def test_the_check_says_on_which_day_it_was_once_that_is_over(qtbot: QtBot) -> None:
    pane = DoctorPane()
    qtbot.addWidget(pane)
    then = datetime.now(UTC) - timedelta(days=1)
    finding = Finding(FindingCode.DISK_FULL, Severity.ERROR, "", then)
    pane.show_report(DoctorView(checked_at=then, findings=[finding], sources=[], blocks=[]))
    card = pane.cards[0]
    card.facts.setText("")
    pane.checked.setText("")
    minute_passes(pane)
    assert pane.checked.text() == f"Checked yesterday {texts.clock(then)}"
    assert card.facts.text().endswith(f"since yesterday {texts.clock(then)}")


@pytest.mark.parametrize(("days", "words"), [(0, ""), (1, "yesterday "), (400, "30 Apr 2024 ")])
def test_a_time_that_is_not_todays_is_told_with_its_day(days: int, words: str) -> None:
    now = datetime(2025, 6, 4, 12, tzinfo=UTC)
    then = now - timedelta(days=days)
    assert texts.clock_or_more(then, now) == f"{words}{texts.clock(then)}"
