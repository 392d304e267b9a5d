"""What a window looks like once nothing of it is painted any more."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


def at_rest(widget: QWidget, qtbot: QtBot) -> QImage:
    """The picture that has been the same three times, with all that waited done between."""
    seen: list[QImage] = []

    def same_again() -> bool:
        QApplication.processEvents()
        seen.append(widget.screen().grabWindow(widget.window().winId()).toImage())
        return len(seen) > 2 and seen[-3] == seen[-2] == seen[-1]

    qtbot.waitUntil(same_again, timeout=30_000)
    return seen[-1]
