"""Where nothing is found there is something to do next (design, section 7.3)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.colleagues.view import ColleaguesView
from onepresence_desktop.desktop.session import Session
from tests.desktop.colleagues.test_colleagues_view import NotedActions, session

__all__ = ["session"]

NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(session: Session, qapp: QApplication, qtbot: QtBot) -> ColleaguesView:
    made = ColleaguesView(session, NotedActions())
    qtbot.addWidget(made)
    made.resize(764, 600)
    with qtbot.waitActive(made):
        made.show()
    made.take_search("grethe munkedal")
    return made


def test_enter_takes_the_step_chosen_arrows_choose_another_and_a_click_takes_any(
    page: ColleaguesView, qtbot: QtBot
) -> None:
    searched: list[str] = []
    made: list[str] = []
    page.nothing.phonebook_wanted.connect(searched.append)
    page.nothing.contact_wanted.connect(made.append)

    def press(key: Qt.Key) -> bool:
        return page.search_key(QKeyEvent(QEvent.Type.KeyPress, key, NO_KEYS))

    assert press(Qt.Key.Key_Return) and searched == ["grethe munkedal"]
    assert press(Qt.Key.Key_Down) and press(Qt.Key.Key_Return) and made == ["grethe munkedal"]
    assert press(Qt.Key.Key_Up) and page.nothing.steps[0].chosen
    qtbot.mouseClick(page.nothing.steps[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert made == ["grethe munkedal"] * 3


def test_what_is_typed_next_begins_with_the_first_step(page: ColleaguesView) -> None:
    page.search_key(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, NO_KEYS))
    page.take_search("grethe munk")
    assert [step.chosen for step in page.nothing.steps] == [True, False]
    assert not page.grab().isNull()
