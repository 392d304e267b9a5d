"""The tray's menu: head, quick diversions, do-not-disturb, favourites, the key (design, section 7.2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidgetAction
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.tray.head import MenuHead
from onepresence_desktop.desktop.tray.menu import TrayMenu
from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.wire.views import ExceptionsView


@pytest.fixture
def menu(session: Session, actions: Any) -> TrayMenu:
    return TrayMenu(session, actions, CommandRegistry(session, actions))


def row(menu: TrayMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text().partition("\t")[0] == words)


def head(menu: TrayMenu) -> str:
    shown = [action.defaultWidget() for action in menu.actions() if isinstance(action, QWidgetAction)]
    return next(widget for widget in shown if isinstance(widget, MenuHead)).accessibleName()


def test_when_free_the_head_says_who_and_how_and_there_is_nothing_to_open(menu: TrayMenu) -> None:
    assert head(menu) == "Sofie Engdal, Available"
    assert "Open the phone" not in [action.text() for action in menu.actions()]


def test_a_diversion_is_told_with_what_is_left_of_it_and_opening_is_chosen_already(
    menu: TrayMenu, session: Session, actions: Any, office: Callable[..., Any]
) -> None:
    session.take(office(diverted=Reason.LUNCH), "e:2")
    assert head(menu).startswith("Diverted: Lunch, until ")
    assert head(menu).endswith("24 min left · OneVoicemail")
    menu.aboutToShow.emit()
    assert menu.activeAction() is row(menu, "Open the phone")
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["Lunch ½ hour"]
    row(menu, "Open the phone").trigger()
    assert actions.asked == [("open_phone", ())]
    menu.aboutToHide.emit()


def test_the_head_is_on_the_menu_when_it_opens_and_again_after_it_was_filled_anew(
    qtbot: QtBot, menu: TrayMenu, session: Session, office: Callable[..., Any]
) -> None:
    for number, reason in enumerate((None, Reason.LUNCH, None)):
        session.take(office(diverted=reason), f"e:{number + 2}")
        menu.popup(QPoint(0, 0))
        (shown,) = [found for found in menu.findChildren(MenuHead) if found.isVisible()]
        assert shown.window() is menu and shown.width() > menu.width() / 2
        menu.hide()


def test_do_not_disturb_offers_its_lengths_and_is_turned_off_first(
    menu: TrayMenu, session: Session, actions: Any, office: Callable[..., Any]
) -> None:
    lengths = row(menu, "Do not disturb").menu()
    assert lengths is not None
    offered = {action.text().partition("\t")[0]: action for action in lengths.actions()}
    offered["1 hour"].trigger()
    ((name, (request,)),) = actions.asked
    assert (name, request.reason) == ("divert", Reason.DO_NOT_DISTURB)
    assert abs(request.until - session.now() - timedelta(hours=1)) < timedelta(seconds=5)
    session.take(office(diverted=Reason.DO_NOT_DISTURB, ends_in=None), "e:2")
    row(menu, "Turn off Do not disturb").trigger()
    assert actions.asked[-1] == ("open_phone", ())


def test_do_not_disturb_says_who_gets_through_when_anybody_does(menu: TrayMenu, session: Session) -> None:
    def note() -> str:
        menu.fill()
        lengths = row(menu, "Do not disturb").menu()
        assert isinstance(lengths, QMenu)
        return [a.defaultWidget().accessibleName() for a in lengths.actions() if isinstance(a, QWidgetAction)][-1]

    assert note() == "Calls go straight to OneVoicemail."
    me = session.mirror.me
    assert me is not None
    usual = ExceptionsView(usual=[Passing.FAVOURITES, Passing.TWICE])
    session.take(msgspec.structs.replace(me, exceptions=usual), "e:2")
    through = "Favourites and those who call again within 3 min get through."
    assert note() == f"Calls go straight to OneVoicemail. {through}"


def test_nothing_is_left_behind_by_filling_it_again_and_again(menu: TrayMenu, qtbot: QtBot) -> None:
    def parts() -> int:
        return len(menu.findChildren(QObject))

    for _ in range(3):
        menu.fill()
    kept = parts()  # with what is deleted only when events are handled
    for _ in range(5):
        menu.fill()
    qtbot.waitUntil(lambda: parts() <= kept, timeout=60_000)


def test_without_a_connection_nothing_can_be_sent(menu: TrayMenu, session: Session) -> None:
    session.set_connection(Connection(ConnectionState.STALE))
    assert head(menu) == "Sofie Engdal, Not connected"
    assert not row(menu, "Lunch ½ hour").isEnabled()
    assert not row(menu, "Do not disturb").isEnabled()


def test_the_key_stands_beside_calling_the_marked_number(menu: TrayMenu) -> None:
    program = menu._registry.program
    program.dial_selection, program.selection_keys = lambda: None, lambda: "Ctrl+§"
    menu.fill()
    assert row(menu, "Call selected number").text() == "Call selected number\tCtrl+§"


def test_another_language_is_spoken_at_once(menu: TrayMenu, qapp: QApplication, qtbot: QtBot) -> None:
    load_translations(qapp, Language.SWEDISH)
    qtbot.waitUntil(lambda: "Avsluta" in [action.text() for action in menu.actions()])


def test_what_is_chosen_in_a_menu_read_before_a_change_is_still_done(session: Session, actions: Any) -> None:
    done: list[str] = []
    registry = CommandRegistry(session, actions)
    registry.program.quit = lambda: done.append("quit")
    menu = TrayMenu(session, actions, registry)
    inner = next(row.menu() for row in menu.actions() if row.menu() is not None)
    assert isinstance(inner, QMenu)

    def chosen() -> dict[str, QAction]:
        rows = [*menu.actions(), *inner.actions()]
        return {row.text().partition("\t")[0]: row for row in rows if row.isEnabled() and not row.isSeparator()}

    read = chosen()
    menu.fill()
    menu.fill()
    assert list(chosen()) == list(read)
    assert [words for words, row in chosen().items() if row is not read[words]] == []
    read["Quit"].trigger()
    assert done == ["quit"], "once, however often the menu was filled"
