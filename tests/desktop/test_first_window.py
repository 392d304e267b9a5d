"""The start goes on once the window is seen, and not for ever later where it is never painted."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import first_window
from onepresence_desktop.desktop.first_window import FirstPaint


class Part(QWidget):
    """Knows whether it was painted."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted = True


async def test_all_of_the_window_is_painted_before_anything_else_is_done(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_window, "PAINTED", 60)
    window, part = QWidget(), Part()
    qtbot.addWidget(window)
    part.setMinimumSize(40, 40)
    QVBoxLayout(window).addWidget(part)
    window.show()
    await FirstPaint(window).wait()
    assert part.painted


async def test_a_window_that_is_never_painted_keeps_nothing_waiting(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_window, "PAINTED", 0.01)
    window = QWidget()
    qtbot.addWidget(window)
    async with asyncio.timeout(60):
        await FirstPaint(window).wait()
    assert not window.isVisible()
