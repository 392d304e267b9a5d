"""The page with a live session and noted actions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.diversion.view import DiversionView
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.theme.theme import Choice, current, install
from tests.desktop.diversion.samples import MovedSession, NotedActions, snapshot


@pytest.fixture
def session(qapp: QApplication) -> Iterator[MovedSession]:
    """Live, with nothing diverted."""
    theme = current()
    if theme._app is not qapp:
        theme = install(qapp, Choice.LIGHT)
    theme.choose(Choice.LIGHT)
    load_translations(qapp, Language.ENGLISH)
    made = MovedSession()
    made.take(snapshot(), "e:1")
    made.set_connection(Connection(ConnectionState.LIVE))
    yield made


@pytest.fixture
def actions(qapp: QApplication) -> NotedActions:
    """Actions that note."""
    return NotedActions()


@pytest.fixture
def view(session: Session, actions: NotedActions, qtbot: QtBot) -> DiversionView:
    """The page with its first route shown."""
    made = DiversionView(session, actions)
    qtbot.addWidget(made)
    made.resize(764, 600)
    with qtbot.waitActive(made):
        made.show()
    made.on_shown()
    qtbot.waitUntil(lambda: made.divert.isEnabled())
    return made
