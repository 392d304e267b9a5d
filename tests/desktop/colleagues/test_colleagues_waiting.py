"""The search page before anybody is known."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.colleagues.view import ColleaguesView
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from tests.desktop.colleagues.test_colleagues_view import NotedActions, actions, snapshot

__all__ = ["actions"]


def test_bars_stand_where_colleagues_will_be_until_the_first_are_known(
    qtbot: QtBot, actions: NotedActions, qapp: QApplication
) -> None:
    waiting = Session()
    waiting.set_connection(Connection(ConnectionState.CONNECTING))
    page = ColleaguesView(waiting, actions)
    qtbot.addWidget(page)
    page.resize(764, 500)
    assert page._pages.currentWidget() is page._loading
    assert not page.grab().isNull()
    waiting.take(snapshot(), "e:1")
    assert page._pages.currentWidget() is page.listing
