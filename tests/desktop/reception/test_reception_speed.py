"""What a key costs at the reception: what was painted, found or laid out before isn't once more."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.pages import Section, at_once
from onepresence_desktop.desktop.reception.keypad import Keypad
from onepresence_desktop.desktop.reception.view import ReceptionView
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.desktop.theme.theme import Choice, current
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.domain.presence import Presence
from tests.desktop.reception.test_reception_page import DEPUTY, WANTED, Service, page, service, session

__all__ = ["page", "service", "session"]


@pytest.fixture
def window(qtbot: QtBot, session: Session, service: Service) -> MainWindow:
    """The window with the reception in front, and the caret in its field."""
    view = ReceptionView(session, service, Watches(session))
    window = MainWindow([Section("reception", "nav-reception", lambda: "Reception", at_once(lambda: view))])
    qtbot.addWidget(window)
    window.resize(1100, 700)
    window.show_section("reception")
    with qtbot.waitActive(window):
        window.show()
    window.top.field.setFocus()
    return window


def view_of(window: MainWindow) -> ReceptionView:
    (view,) = window.findChildren(ReceptionView)
    return view


def seen(page: ReceptionView) -> QImage:
    return page.list.viewport().grab().toImage()


def test_a_colleague_who_stays_in_view_while_one_types_is_painted_once(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    plain = painters.text

    def noted(painter: Any, rect: Any, words: str, *more: Any) -> None:
        painted.append(words)
        plain(painter, rect, words, *more)

    monkeypatch.setattr(painters, "text", noted)
    page = view_of(window)
    qtbot.keyClicks(window.top.field, "kas")
    seen(page)
    assert "Kasper Dalbyager" in painted
    painted.clear()
    qtbot.keyClicks(window.top.field, "per")
    seen(page)
    assert window.top.field.text() == "kasper" and page.model.rowCount() == 1
    assert "Kasper Dalbyager" not in painted


def test_what_is_typed_is_underlined_at_each_key(qtbot: QtBot, window: MainWindow) -> None:
    page, shots = view_of(window), []
    for letter in "kasper":
        qtbot.keyClicks(window.top.field, letter)
        shots.append(seen(page))
    assert all(one != other for one, other in zip(shots[1:], shots[2:], strict=False))


@pytest.mark.parametrize("what", ["nothing", "state", "colours", "connection", "department"])
def test_the_kept_rows_look_as_if_they_were_painted_now(
    qtbot: QtBot, page: ReceptionView, session: Session, what: str
) -> None:
    for text in ("a", "as", ""):
        page.take_search(text)
        before = seen(page)
    match what:
        case "state":
            with qtbot.waitSignal(session.presence_changed, timeout=60_000):
                session.take(structs.replace(session.mirror.presence[DEPUTY], presence=Presence.BUSY), "")
        case "colours":
            current().choose(Choice.DARK)
        case "connection":
            session.set_connection(Connection(ConnectionState.STALE))
        case "department":
            with qtbot.waitSignal(session.people_changed, timeout=60_000):
                session.take(structs.replace(session.mirror.people[DEPUTY], title="Chef", department="Salg"), "")
    kept = seen(page)
    page.delegate.forget()
    assert seen(page) == kept
    assert (kept == before) is (what == "nothing")
    current().choose(Choice.LIGHT)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[QObject]:
    """Whose events have been looked at for the keypad, from its first one on."""
    heard: list[QObject] = []

    def noted(_self: Keypad, watched: QObject, _event: QEvent) -> bool:
        heard.append(watched)
        return False

    monkeypatch.setattr(Keypad, "eventFilter", noted)
    return heard


def test_only_what_has_the_focus_is_listened_to_for_the_keypad(
    qtbot: QtBot, heard: list[QObject], window: MainWindow
) -> None:
    page, field = view_of(window), window.top.field
    page.list.setFocus()
    field.setFocus()
    heard.clear()
    qtbot.keyClicks(field, "kas")
    for x in range(10, 200, 10):
        qtbot.mouseMove(page.list.viewport(), QPoint(x, 20))
    page.list.viewport().repaint()
    QApplication.processEvents()
    assert heard and all(one is field for one in heard)
    window.hide()
    heard.clear()
    QApplication.sendEvent(field, QEvent(QEvent.Type.User))
    assert not heard, "nothing is listened to while the page isn't shown"


def test_the_details_of_who_stays_chosen_are_laid_out_once(
    page: ReceptionView, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.details.show_user(WANTED)
    said: list[str] = []
    monkeypatch.setattr(page.details.name, "setText", said.append)
    page.details.show_user(WANTED)
    assert said == []
    page.details.show_user(WANTED, handing=True)
    assert said == ["Kasper Dalbyager"] and page.details.mailbox.isEnabled()
