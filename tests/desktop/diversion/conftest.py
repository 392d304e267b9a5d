"""The page with a live session and noted actions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.diversion.view import DiversionView
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from tests.desktop.diversion.samples import MovedSession, NotedActions, snapshot
from tests.support.dressing import dress, speak


@pytest.fixture
def session(qapp: QApplication) -> Iterator[MovedSession]:
    """Live, with nothing diverted."""
    dress(qapp)
    speak(qapp)
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
