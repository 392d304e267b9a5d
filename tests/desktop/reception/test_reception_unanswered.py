"""A call that nobody has lifted for goes on to a colleague or a mailbox, by the keys alone (spec chapter 11)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.reception.view import ReceptionView
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.shell.key_overview import KeyOverview
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.errors import Conflict
from onepresence_desktop.domain.reception import QueueState
from onepresence_desktop.wire.parking import ParkedView
from tests.client.samples import NOW
from tests.desktop.reception.test_reception_page import (
    OTHER,
    WANTED,
    Service,
    page,
    service,
    session,
    talks,
    waits,
)
from tests.desktop.reception.test_reception_speed import view_of, window

__all__ = ["page", "service", "session", "window"]
Key, Mod = Qt.Key, Qt.KeyboardModifier


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    """Where the caret is."""
    focused: QWidget = window.focusWidget() or window
    qtbot.keyClick(focused, key, mod)


def test_who_waits_is_handed_on_by_a_name_and_a_key_and_nobody_has_lifted(
    qtbot: QtBot, window: MainWindow, session: Session, service: Service
) -> None:
    session.take(waits("first", 90), "")
    session.take(waits("second", 5), "")
    page = view_of(window)
    qtbot.keyClicks(window.top.field, "kasper")
    assert page.bar.isVisible() and page.bar.words.text() == "Caller first → Kasper Dalbyager"
    assert page.bar.warning.text().startswith("Meeting until"), "what is said before an answered call goes on"
    press(qtbot, window, Key.Key_F3)
    assert window.top.field.text() == "", "the next caller wants somebody else"
    press(qtbot, window, Key.Key_Down, Mod.ControlModifier)
    qtbot.keyClicks(window.top.field, "bodil")
    assert page.bar.words.text() == "Caller second → Bodil Kragelund" and page.bar.warning.text() == "On the phone"
    press(qtbot, window, Key.Key_F3, Mod.ShiftModifier)
    assert service.asked == [("hand_on", "first", "1002175", False), ("hand_on", "second", "1002102", True)]


def test_while_one_talks_the_key_still_means_who_waits(
    qtbot: QtBot, window: MainWindow, session: Session, service: Service
) -> None:
    session.take(talks("mine"), "")
    session.take(waits("other"), "")
    page = view_of(window)
    qtbot.keyClicks(window.top.field, "kasper")
    assert page.bar.words.text() == "Dorthea → Kasper Dalbyager", "the bar speaks of the call that is talked in"
    press(qtbot, window, Key.Key_F3)
    qtbot.keyClicks(window.top.field, "kasper")
    press(qtbot, window, Key.Key_Return)
    assert service.asked == [("hand_on", "other", "1002175", False), ("hand_on", "mine", "1002175", False)]


def test_a_parked_call_is_not_meant_and_with_nobody_waiting_nothing_is_asked(
    qtbot: QtBot, window: MainWindow, session: Session, service: Service
) -> None:
    page = view_of(window)
    parked = ParkedView(id="701", call_id=CallId("p"), by=OTHER, number="+4520", name="Ivar", since=NOW, until=NOW)
    session.take(parked, "")
    qtbot.waitUntil(lambda: bool(page.calls.pane.parked))
    page.calls.mark(CallId("p"))
    qtbot.keyClicks(window.top.field, "kasper")
    for mod in (Mod.NoModifier, Mod.ShiftModifier):
        press(qtbot, window, Key.Key_F3, mod)
    press(qtbot, window, Key.Key_Return, Mod.ControlModifier)
    assert service.asked == [] and not page.bar.isVisible() and window.top.field.text() == "kasper"
    session.take(waits("w"), "")
    press(qtbot, window, Key.Key_F3)
    assert service.asked == [("hand_on", "w", "1002175", False)]


def test_who_was_quicker_is_told_and_what_was_typed_is_there_again(
    qtbot: QtBot, window: MainWindow, session: Session, service: Service
) -> None:
    session.take(waits("first"), "")
    service.refuse = Conflict(what="taken", holder="Bodil Kragelund")
    qtbot.keyClicks(window.top.field, "kasper")
    press(qtbot, window, Key.Key_F3)
    page = view_of(window)
    assert page.calls.band.isVisible() and page.calls.band.words == "Bodil Kragelund has taken the call."
    assert window.top.field.text() == "kasper"


def test_a_colleague_who_waits_is_not_handed_on_to_themselves(
    qtbot: QtBot, window: MainWindow, session: Session, service: Service
) -> None:
    session.take(waits("k", number="1002175", name="Kasper Dalbyager"), "")
    qtbot.keyClicks(window.top.field, "kasper")
    press(qtbot, window, Key.Key_F3)
    page = view_of(window)
    assert service.asked == [] and not page.bar.hand_on.isEnabled() and page.bar.mailbox.isEnabled()


def test_the_bars_own_buttons_do_the_same(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(waits("menu", state=QueueState.MENU), "")
    page.choose(WANTED)
    shown = [
        one for one in (page.bar.announce, page.bar.transfer, page.bar.mailbox, page.bar.hand_on) if one.isVisible()
    ]
    assert shown == [page.bar.mailbox, page.bar.hand_on]
    qtbot.mouseClick(page.bar.hand_on, Qt.MouseButton.LeftButton)
    page.choose(WANTED)
    qtbot.mouseClick(page.bar.mailbox, Qt.MouseButton.LeftButton)
    assert service.asked == [("hand_on", "menu", "1002175", False), ("hand_on", "menu", "1002175", True)]


def test_the_keys_stand_in_the_overview_and_are_not_repeated_while_they_are_held(
    qtbot: QtBot, page: ReceptionView, qapp: QApplication
) -> None:
    hints = page.hints()
    assert Hint("F3", "Hand on unanswered") in hints and Hint("Shift+F3", "Unanswered to the mailbox") in hints
    overview = KeyOverview([], "Reception", hints, page)
    qtbot.addWidget(overview)
    said = [label.text() for label in overview.findChildren(Label)]
    assert all(hint.text in said for hint in hints)
    keys = {one.key().toString(): one.autoRepeat() for one in page.findChildren(QShortcut)}
    assert not any(keys[QKeySequence(hint.keys).toString()] for hint in hints), "the next call is not theirs"
    assert keys["Ctrl+Down"]


@pytest.mark.parametrize("wide", [630, 764, 1200])
def test_the_bar_has_room_for_the_name(page: ReceptionView, session: Session, wide: int) -> None:
    session.take(waits("first"), "")
    page.resize(wide, 640)
    page.choose(WANTED)
    QApplication.processEvents()
    assert page.width() == wide and page.bar.hand_on.geometry().right() <= page.bar.width()
