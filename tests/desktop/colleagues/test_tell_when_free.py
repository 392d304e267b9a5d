"""One is told once, as soon as a colleague who was busy is free (spec 2.6)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.caller_cards import CallerCards
from onepresence_desktop.desktop.colleagues.rows import PersonRow
from onepresence_desktop.desktop.colleagues.view import ColleaguesView
from onepresence_desktop.desktop.pages import Place
from onepresence_desktop.desktop.popups.popups import PopUps
from onepresence_desktop.desktop.popups.toasts import NoteToast
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from tests.desktop.colleagues.test_colleagues_view import NotedActions, actions, presence, session, view

__all__ = ["actions", "session", "view"]

FREJA, METTE = UserId("freja"), UserId("mette")


class Waiting:
    """The page, its watches, and the pop-ups they lead to."""

    def __init__(self, session: Session, actions: Actions, folder: Path) -> None:
        self.session, self.actions = session, actions
        self.watches = Watches(session)
        self.view = ColleaguesView(session, actions, self.watches)
        settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        self.popups = PopUps(session, actions, settings, self.watches, CallerCards(session, actions, settings))

    def titles(self) -> list[str]:
        return [toast.title.text() for toast in self.popups.stack.toasts if isinstance(toast, NoteToast)]

    def row(self, user: UserId) -> PersonRow:
        return self.view.model.person(user)

    def menu(self, user: UserId) -> dict[str, QAction]:
        place = self.view.model.place_of(user)
        assert place is not None
        for menu in open_menus():
            menu.close()
        self.view.list.menu_wanted.emit(place, QPoint(10, 10))
        (menu,) = open_menus()
        return {action.text().partition("\t")[0]: action for action in menu.actions()}


def open_menus() -> list[Menu]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Menu) and widget.isVisible()]


@pytest.fixture
def waiting(session: Session, actions: NotedActions, tmp_path: Path, qtbot: QtBot) -> Iterator[Waiting]:
    made = Waiting(session, actions, tmp_path)
    qtbot.addWidget(made.view)
    made.view.resize(764, 560)
    made.view.show()
    yield made
    made.popups.stack.close_all()
    for menu in open_menus():
        menu.close()


def test_the_rows_menu_begins_it_and_the_row_shows_it(waiting: Waiting) -> None:
    waiting.menu(FREJA)["Tell me when free"].trigger()
    assert waiting.watches.users == {FREJA}
    assert (waiting.row(FREJA).line, waiting.row(FREJA).line_icon) == ("You are told when free", "bell")
    waiting.menu(FREJA)["Don't tell me when free"].trigger()
    assert waiting.watches.users == frozenset() and waiting.row(FREJA).line == ""


def test_for_somebody_who_is_free_there_is_nothing_to_wait_for(waiting: Waiting) -> None:
    assert not waiting.menu(METTE)["Tell me when free"].isEnabled()
    waiting.watches.toggle(METTE)
    assert waiting.watches.users == frozenset()


def test_one_is_told_once_and_calls_from_there(waiting: Waiting, qtbot: QtBot) -> None:
    waiting.watches.toggle(FREJA)
    waiting.session.take(presence("freja", Presence.MEETING), "")
    waiting.session.take(presence("freja", Presence.AVAILABLE), "")
    qtbot.waitUntil(lambda: waiting.titles() == ["Freja Nørlund is free now"])
    (toast,) = waiting.popups.stack.toasts
    assert isinstance(toast, NoteToast)
    toast.action.click()
    assert isinstance(waiting.actions, NotedActions) and waiting.actions.called == ["1002147"]
    waiting.session.take(presence("freja", Presence.BUSY), "")
    waiting.session.take(presence("freja", Presence.AVAILABLE), "")
    qtbot.wait(40)
    assert waiting.watches.users == frozenset() and len(waiting.titles()) <= 1


def test_a_click_on_the_pop_up_leads_to_the_colleagues(waiting: Waiting, qtbot: QtBot) -> None:
    asked: list[object] = []
    waiting.popups.wanted.connect(asked.append)
    waiting.watches.toggle(FREJA)
    waiting.session.take(presence("freja", Presence.AVAILABLE), "")
    qtbot.waitUntil(lambda: len(waiting.titles()) == 1)
    waiting.popups.stack.toasts[0].opened.emit()
    assert asked == [Place(section="search")]


def test_what_became_free_while_the_connection_was_away_is_told_when_it_is_back(waiting: Waiting) -> None:
    waiting.watches.toggle(FREJA)
    waiting.session.set_connection(Connection(ConnectionState.STALE))
    waiting.session.take(presence("freja", Presence.AVAILABLE), "")
    assert waiting.titles() == []
    waiting.session.set_connection(Connection(ConnectionState.LIVE))
    assert waiting.titles() == ["Freja Nørlund is free now"]


def test_signing_out_ends_it(waiting: Waiting) -> None:
    waiting.watches.toggle(FREJA)
    waiting.session.clear()
    assert waiting.watches.users == frozenset()
