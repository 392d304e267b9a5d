"""A colleague's ringing call is picked up, and one is connected with them when both are free (spec 4.8, 4.10)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.colleagues.delegate import Places, Spot
from onepresence_desktop.desktop.colleagues.rows import PersonRow
from onepresence_desktop.desktop.colleagues.view import ColleaguesView
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.pages import Compose
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.domain.completion import CompletionId
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire import views
from onepresence_desktop.wire.completions import CompletionRemoved, CompletionView
from tests.desktop.colleagues.test_colleagues_view import NOW, NotedActions, presence, session

__all__ = ["session"]

LEFT = Qt.MouseButton.LeftButton
FREJA, METTE = UserId("freja"), UserId("mette")
WAITING = CompletionView(id=CompletionId("w"), user_id=FREJA, since=NOW, until=NOW + timedelta(hours=1))
PICK_UP, WAIT, WAIT_NOT = "Pick up", "Call when both are free", "Don't call when both are free"


class Asked(NotedActions):
    """Notes what is asked of the service."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str]] = []

    def pick_up_at(self, user_id: UserId) -> None:
        self.asked.append(("pick_up_at", user_id))

    def complete(self, user_id: UserId) -> None:
        self.asked.append(("complete", user_id))

    def give_up(self, completion_id: CompletionId) -> None:
        self.asked.append(("give_up", completion_id))


@pytest.fixture
def actions(qapp: QApplication) -> Asked:
    return Asked()


@pytest.fixture
def page(session: Session, actions: Asked, qtbot: QtBot) -> ColleaguesView:
    made = ColleaguesView(session, actions)
    qtbot.addWidget(made)
    made.resize(764, 700)
    made.show()
    return made


def menu_of(page: ColleaguesView, user: UserId) -> Menu:
    place = page.model.place_of(user)
    assert place is not None
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, Menu):
            widget.close()
    page.list.menu_wanted.emit(place, QPoint(10, 10))
    (menu,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Menu) and one.isVisible()]
    return menu


def words(menu: Menu) -> list[str]:
    return [action.text().partition("\t")[0] for action in menu.actions()]


def choose(menu: Menu, text: str, qtbot: QtBot) -> None:
    action = next(action for action in menu.actions() if action.text().startswith(text))
    menu.setActiveAction(action)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def test_a_call_that_rings_at_a_colleague_is_picked_up_from_the_menu_and_from_the_details(
    page: ColleaguesView, session: Session, actions: Asked, qtbot: QtBot
) -> None:
    assert PICK_UP not in words(menu_of(page, METTE))
    session.take(presence("mette", Presence.RINGING), "e:2")
    choose(menu_of(page, METTE), PICK_UP, qtbot)
    page.beside.open(METTE)
    qtbot.mouseClick(page.details.deeds["pickup"], LEFT)
    assert actions.asked == [("pick_up_at", METTE)] * 2
    session.set_connection(Connection(ConnectionState.STALE))
    assert PICK_UP not in words(menu_of(page, METTE)), "nothing is known for sure"


def test_with_somebody_busy_one_is_connected_later_and_can_leave_off(
    page: ColleaguesView, session: Session, actions: Asked, qtbot: QtBot
) -> None:
    assert WAIT not in words(menu_of(page, METTE)), "somebody free is called at once"
    choose(menu_of(page, FREJA), WAIT, qtbot)
    page.beside.open(FREJA)
    qtbot.mouseClick(page.details.deeds["wait"], LEFT)
    assert actions.asked == [("complete", FREJA)] * 2
    session.take(WAITING, "e:2")
    assert page.details.deeds["wait"].text() == "Don't wait any longer"
    told = [label.text() for label in page.details.findChildren(QLabel)]
    assert any(text.startswith("When both are free, until ") for text in told)
    qtbot.mouseClick(page.details.deeds["wait"], LEFT)
    choose(menu_of(page, FREJA), WAIT_NOT, qtbot)
    assert actions.asked[2:] == [("give_up", WAITING.id)] * 2
    session.take(CompletionRemoved(id=WAITING.id), "e:3")
    assert page.details.deeds["wait"].text() == WAIT


@pytest.mark.parametrize("state", [Presence.RINGING, Presence.BUSY])
def test_whom_one_calls_or_talks_to_is_neither_picked_up_nor_waited_for(
    page: ColleaguesView, session: Session, state: Presence
) -> None:
    own: dict[str, Any] = {"id": CallId("c"), "state": CallState.RINGING, "outgoing": True, "number": "1002147"}
    session.take(views.CallView(**own, user_id=FREJA, started_at=NOW), "e:2")
    session.take(presence("freja", state), "e:3")
    assert not {PICK_UP, WAIT} & set(words(menu_of(page, FREJA)))


def test_a_colleague_is_written_to_from_the_menu_and_by_its_key(
    page: ColleaguesView, session: Session, actions: Asked, qtbot: QtBot
) -> None:
    wanted: list[str] = []
    page.doing.message_wanted.connect(wanted.append)
    user = next(row.id for n in range(page.model.rowCount()) if isinstance(row := page.model.row(n), PersonRow))
    menu = menu_of(page, user)
    assert next(action.text() for action in menu.actions() if "Write a message" in action.text()).endswith("Ctrl+Enter")
    choose(menu, "Write a message", qtbot)
    assert wanted == [user]
    page.list.setFocus()
    page.list.choose(page.model.place_of(user) or 0)
    qtbot.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted == [user, user]


def test_the_first_button_of_a_busy_row_and_its_key_wait_and_the_row_says_so(
    page: ColleaguesView, session: Session, actions: Asked, qtbot: QtBot
) -> None:
    place = page.model.place_of(FREJA)
    assert place is not None
    buttons = Places(QRectF(page.list.visualRect(page.model.index(place, 0)))).buttons
    qtbot.mouseClick(page.list.viewport(), LEFT, pos=buttons[Spot.CALL].center().toPoint())
    page.list.setFocus()
    page.list.choose(place)
    qtbot.keyClick(page.list, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert actions.asked == [("complete", FREJA)] * 2 and not actions.called
    session.take(WAITING, "e:2")
    assert page.model.person(FREJA).line == "Calls when you are both free"
    qtbot.keyClick(page.list, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert actions.asked[2:] == [("give_up", WAITING.id)]
    own: dict[str, Any] = {"id": CallId("c"), "state": CallState.RINGING, "outgoing": True, "number": "1002147"}
    session.take(views.CallView(**own, user_id=FREJA, started_at=NOW), "e:3")
    assert page.model.person(FREJA).line == "Free now – lift the receiver"
    session.take(CompletionRemoved(id=WAITING.id), "e:4")
    assert not page.model.person(FREJA).waits
    page.list.choose(page.model.place_of(METTE) or 0)
    qtbot.keyClick(page.list, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert len(actions.asked) == 3, "somebody free is not waited for"


def test_a_button_of_the_row_writes_a_message(page: ColleaguesView, qtbot: QtBot) -> None:
    wanted: list[str] = []
    page.doing.message_wanted.connect(wanted.append)
    buttons = Places(QRectF(page.list.visualRect(page.model.index(page.model.place_of(METTE) or 0, 0)))).buttons
    qtbot.mouseClick(page.list.viewport(), LEFT, pos=buttons[Spot.MESSAGE].center().toPoint())
    assert wanted == [METTE]


def test_the_palette_and_scripts_know_writing_a_message_too(session: Session, actions: Asked) -> None:
    registry = CommandRegistry(session, actions)
    places: list[object] = []
    registry.program.go_to = places.append
    command = registry.find("message")
    assert command is not None and command.words == "Write a message"
    command.run()
    assert places == [Compose()]
