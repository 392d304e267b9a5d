"""The caret blinks while somebody types, and rests when nobody does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.widgets.caret import RestingCaret
from onepresence_desktop.desktop.widgets.fields import Field


@pytest.fixture
def caret(qapp: QApplication) -> Iterator[RestingCaret]:
    usual = QGuiApplication.styleHints().cursorFlashTime()
    QGuiApplication.styleHints().setCursorFlashTime(1000)
    made = RestingCaret(qapp, rest_ms=50)
    yield made
    made.deleteLater()
    QGuiApplication.styleHints().setCursorFlashTime(usual)


@pytest.mark.parametrize("kind", [Field, QPlainTextEdit])
def test_it_rests_when_nobody_types_and_blinks_again_with_the_next_key(
    caret: RestingCaret, qtbot: QtBot, kind: type[QWidget]
) -> None:
    field = kind()
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    qtbot.waitUntil(lambda: not caret.blinks)
    qtbot.keyClick(field, Qt.Key.Key_A)
    assert caret.blinks
    qtbot.waitUntil(lambda: not caret.blinks)
