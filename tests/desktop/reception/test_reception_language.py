"""The language is changed while a call is in the console and somebody is being looked for: nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.domain.errors import Conflict
from tests.desktop.reception.test_reception_page import OTHER, WANTED, Service, service, session, talks, waits
from tests.desktop.reception.test_reception_speed import view_of, window
from tests.support.dressing import speak

__all__ = ["service", "session", "window"]


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    speak(qapp)
    yield
    speak(qapp)


def test_calls_keys_and_what_was_refused_are_in_the_new_language_and_what_was_typed_stays(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, session: Session, service: Service
) -> None:
    session.take(talks("mine", CallState.HELD), "")
    session.take(waits("first", called_user=WANTED), "")
    session.take(waits("second", taken_by=OTHER), "")
    page = view_of(window)
    qtbot.keyClicks(window.top.field, "kasper")
    service.refuse = Conflict(what="taken", holder="Bodil Kragelund")
    page.calls.cards[CallId("first")].answer.click()
    assert page.calls.band.words == "Bodil Kragelund has taken the call."
    before = (window.top.field.text(), page.details.user, page.calls.marked)
    load_translations(qapp, Language.DANISH)
    qtbot.waitUntil(lambda: page.bar.transfer.text() == "Omstil")
    assert page.calls.band.isVisible() and page.calls.band.words == "Bodil Kragelund har taget opkaldet."
    assert page.calls.heads[1].text().startswith("Venter") and page.calls.pane.active[0].line.startswith("På hold")
    assert page.calls.cards[CallId("mine")].hold.text() == "Genoptag"
    assert page.calls.pane.waiting[1].more == "Bodil Kragelund besvarer"
    assert "Send ubesvaret videre" in window.hints.accessibleName()
    row = page.chosen()
    assert row is not None and row.line.startswith("Møde") and page.details.state.text().startswith("Møde")
    assert page.details.message.text() == "Send besked" and page.bar.warning.text().startswith("Møde")
    assert (window.top.field.text(), page.details.user) == before[:2]
    assert before[2] is not None and page.calls.marked is not None and page.calls.marked.id == before[2].id
    load_translations(qapp, Language.SWEDISH)
    qtbot.waitUntil(lambda: page.bar.transfer.text() == "Koppla vidare")
    assert page.calls.band.words.startswith("Bodil Kragelund ") and "opkaldet" not in page.calls.band.words
