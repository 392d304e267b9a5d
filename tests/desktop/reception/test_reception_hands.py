"""Every verb of the reception by the mouse alone, by the keys alone, and by a numeric keypad (spec chapter 11)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.pages import Section, at_once
from onepresence_desktop.desktop.reception.view import ReceptionView
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.domain.diversion import Preset
from onepresence_desktop.domain.reception import DeskState, QueueState
from onepresence_desktop.wire.bodies import DiversionRequest
from onepresence_desktop.wire.parking import ParkedView
from onepresence_desktop.wire.reception_notes import ReceptionNote
from tests.client.samples import NOW
from tests.desktop.reception.test_reception_page import (
    OTHER,
    WANTED,
    Service,
    page,
    service,
    session,
    talks,
    type_,
    waits,
)

__all__ = ["page", "service", "session"]
Key, Mod = Qt.Key, Qt.KeyboardModifier


def click(qtbot: QtBot, widget: QWidget) -> None:
    assert widget.isVisible() and widget.isEnabled(), widget.accessibleName()
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def menu_of(page: QWidget) -> Menu:
    """The one that is open."""
    (menu,) = [one for one in page.findChildren(Menu) if one.isVisible()]
    return menu


def pick(qtbot: QtBot, page: QWidget, words: str) -> None:
    """A row of the open menu, with the mouse."""
    menu = menu_of(page)
    row = next(action for action in menu.actions() if action.text().startswith(words))
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(row).center())


def walk_to(qtbot: QtBot, page: QWidget, words: str) -> None:
    """A row of the open menu, with arrows and Enter."""
    menu = menu_of(page)
    for _ in menu.actions():
        active = menu.activeAction()
        if active is not None and active.text().startswith(words):
            break
        qtbot.keyClick(menu, Key.Key_Down)
    qtbot.keyClick(menu, Key.Key_Return)


def divert(word: Preset) -> tuple[str, object, DiversionRequest]:
    return ("divert_colleague", WANTED, DiversionRequest(preset=word))


def test_a_call_is_taken_held_parked_and_ended_with_the_mouse(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(waits("first", 90), "")
    session.take(waits("second", 3), "")
    qtbot.mouseClick(page.calls.cards[CallId("second")], Qt.MouseButton.LeftButton, pos=QPoint(60, 12))
    click(qtbot, page.calls.cards[CallId("second")].answer)
    page.choose(WANTED)
    click(qtbot, page.calls.cards[CallId("second")].on)
    session.take(talks("k1"), "")
    card = page.calls.cards[CallId("k1")]
    click(qtbot, card.hold)
    session.take(talks("k1", CallState.HELD), "")
    click(qtbot, card.hold)
    click(qtbot, card.park)
    click(qtbot, card.end)
    session.take(
        ParkedView(id="701", call_id=CallId("p"), by=OTHER, number="+4520", name="I", since=NOW, until=NOW), ""
    )
    qtbot.waitUntil(lambda: CallId("p") in page.calls.cards)
    qtbot.mouseClick(page.calls.cards[CallId("p")], Qt.MouseButton.LeftButton, pos=QPoint(60, 12))
    click(qtbot, page.calls.cards[CallId("p")].answer)
    assert service.asked == [
        ("answer_queued", "second"),
        ("hand_on", "second", "1002175", False),
        ("hold", "k1"),
        ("resume", "k1"),
        ("park", "k1"),
        ("hang_up", "k1"),
        ("answer_queued", "p"),
    ]


def test_a_call_is_handed_on_announced_and_sent_to_a_mailbox_with_the_mouse(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(talks("k1"), "")
    page.choose(WANTED)
    click(qtbot, page.bar.transfer)
    page.choose(WANTED)
    click(qtbot, page.bar.announce)
    click(qtbot, page.details.mailbox)
    session.take(talks("k1", CallState.HELD), "")
    session.take(talks("made", outgoing=True, name="Kasper", number="1002175", answered_at=NOW + timedelta(1)), "")
    click(qtbot, page.bar.swap)
    click(qtbot, page.bar.transfer)
    click(qtbot, page.bar.give_up)
    assert service.asked == [
        ("hand_on", "k1", "1002175", False),
        ("announce", "k1", "1002175"),
        ("hand_on", "k1", "1002175", True),
        ("hold", "made"),
        ("resume", "k1"),
        ("join", "k1", "made"),
        ("hang_up", "made"),
        ("resume", "k1"),
    ]


def test_message_diversion_and_place_at_the_desk_with_the_mouse(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(talks("k1"), "")
    page.choose(WANTED)
    with qtbot.waitSignal(page.message_wanted) as written:
        click(qtbot, page.details.message)
    assert written.args == [WANTED, "Please call back: Dorthea, 33 12 34 56"]
    click(qtbot, page.details.divert)
    pick(qtbot, page, "Lunch")
    click(qtbot, page.details.divert)
    pick(qtbot, page, "Open the phone")
    for words in ("Pause", "At the desk", "Logged out"):
        click(qtbot, page.calls.desk)
        pick(qtbot, page, words)
    assert service.asked == [
        divert(Preset.LUNCH),
        ("open_colleagues_phone", WANTED),
        ("at_desk", DeskState.PAUSED),
        ("at_desk", DeskState.IN),
        ("at_desk", DeskState.OUT),
    ]


@pytest.mark.parametrize("way", ["F4", "menu key", "right button"])
def test_all_for_a_colleague_is_at_their_row_where_there_is_no_room_for_the_details(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service, way: str
) -> None:
    page.resize(764, 600)
    session.take(ReceptionNote(user_id=WANTED, note="Only for Nordic Marine"), "")
    session.take(talks("k1"), "")
    page.take_search("kasper")
    assert not page.details.isVisible()

    def opened() -> None:
        if way == "F4":
            type_(qtbot, page, Key.Key_F4)
            return
        middle = page.list.visualRect(page.list.currentIndex()).center()
        mouse = way == "right button"
        reason = QContextMenuEvent.Reason.Mouse if mouse else QContextMenuEvent.Reason.Keyboard
        at = page.list.viewport().mapToGlobal(middle)
        QApplication.sendEvent(page.list.viewport(), QContextMenuEvent(reason, middle, at))

    opened()
    assert "Only for Nordic Marine" in [action.text() for action in menu_of(page).actions()]
    walk_to(qtbot, page, "To the mailbox")
    page.take_search("kasper")
    opened()
    with qtbot.waitSignal(page.message_wanted) as written:
        walk_to(qtbot, page, "Send a message")
    assert written.args is not None and written.args[0] == WANTED
    opened()
    walk_to(qtbot, page, "Meeting")
    opened()
    walk_to(qtbot, page, "Open the phone")
    assert service.asked == [
        ("hand_on", "k1", "1002175", True),
        divert(Preset.MEETING_1H),
        ("open_colleagues_phone", WANTED),
    ]


def test_one_pauses_and_logs_out_by_keys(qtbot: QtBot, page: ReceptionView, service: Service) -> None:
    for words in ("Pause", "At the desk", "Logged out"):
        page.calls.desk.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(page.calls.desk, Key.Key_Space)
        walk_to(qtbot, page, words)
    assert [asked for _, asked in service.asked] == [DeskState.PAUSED, DeskState.IN, DeskState.OUT]


def test_the_whole_work_on_a_numeric_keypad(
    qtbot: QtBot, session: Session, service: Service, qapp: QApplication
) -> None:
    view = ReceptionView(session, service, Watches(session))
    window = MainWindow([Section("reception", "nav-reception", lambda: "Reception", at_once(lambda: view))])
    qtbot.addWidget(window)
    window.resize(980, 680)
    window.show_section("reception")
    with qtbot.waitActive(window):
        window.show()
    pad = {**{str(n): Key(Key.Key_0 + n) for n in range(10)}, "+": Key.Key_Plus, "-": Key.Key_Minus}
    pad |= {"*": Key.Key_Asterisk, "/": Key.Key_Slash, "\r": Key.Key_Enter}

    def keys(text: str, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        for char in text:
            target = window.focusWidget() or window
            qtbot.keyClick(target, pad[char], mod | Mod.KeypadModifier)

    for call, focused in (("k1", view.list), ("k2", window.top.field)):
        service.asked.clear()
        focused.setFocus()
        session.take(waits(call), "")
        keys("+")
        session.take(waits(call, state=QueueState.TAKEN), "")
        session.take(talks(call), "")
        keys("*")
        session.take(talks(call, CallState.HELD), "")
        keys("*")
        session.take(talks(call), "")
        keys("2175")
        assert window.top.field.text() == "2175"
        keys("\r", Mod.ShiftModifier)
        keys("\r")
        assert window.top.field.text() == ""
        keys("2175")
        keys("\r", Mod.ControlModifier)
        keys("/-")
        assert service.asked == [
            ("answer_queued", call),
            ("hold", call),
            ("resume", call),
            ("announce", call, "1002175"),
            ("hand_on", call, "1002175", False),
            ("hand_on", call, "1002175", True),
            ("park", call),
            ("hang_up", call),
        ]
        session.take(talks(call, CallState.ENDED), "")
