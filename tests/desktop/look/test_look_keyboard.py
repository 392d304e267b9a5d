"""What the keyboard reaches, in which order, and what it is called."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.pages import Page, Section, at_once
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.desktop.widgets.fields import SecretField


def test_tab_goes_from_password_to_password_and_no_key_lands_in_the_field_before(qtbot: QtBot) -> None:
    box = QWidget()
    column = QVBoxLayout(box)
    first, second = SecretField("First"), SecretField("Second")
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(box)
    with qtbot.waitActive(box):
        box.show()
    first.setFocus()
    QTest.keyClicks(first, "12")
    QTest.keyClick(box.focusWidget(), Qt.Key.Key_Tab)
    assert second.hasFocus()
    QTest.keyClicks(box.focusWidget(), "34")
    assert (first.text(), second.text()) == ("12", "34")
    QTest.keyClick(second, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert (second.echoMode(), second.text()) == (QLineEdit.EchoMode.Normal, "34")


class NarrowedPage(Page):
    """Narrowed by the top field, without an answer of its own to Enter."""

    narrowed_by_search = True


def test_the_top_field_of_every_page_dials(session: Session, actions: Any, qtbot: QtBot) -> None:
    window = MainWindow([Section("calls", "nav-search", lambda: "Calls", at_once(NarrowedPage))])
    qtbot.addWidget(window)
    window.show_section("calls")
    dialled: list[str] = []
    window.dial_wanted.connect(dialled.append)
    with qtbot.waitActive(window):
        window.show()
    window.focus_search()
    QTest.keyClicks(window.top.field, "33 12 34 56")
    assert not window.top.field.call.isHidden()
    QTest.keyClick(window.top.field, Qt.Key.Key_Return)
    window.top.field.call.click()
    assert dialled == ["33123456", "33123456"]
    window.top.field.setText("Mette")
    assert window.top.field.call.isHidden()
    QTest.keyClick(window.top.field, Qt.Key.Key_Return)
    assert len(dialled) == 2
