"""The real program, with a door where a test asks what is on the screen: as a screen reader has it, and where.

usage: python -m tests.support.seen_program DOOR [ARGUMENT…]. Whatever is written to the socket DOOR is answered by one
line of JSON: a list of `[kind, words, value, enabled, checked, [left, top, width, height]]`, places on the screen.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from onepresence_desktop.desktop import app as program

MOST_ROWS = 300


class Door(QObject):
    """Answers as long as the program runs."""

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._come)
        assert self._server.listen(name), self._server.errorString()

    def _come(self) -> None:
        guest = self._server.nextPendingConnection()
        guest.readyRead.connect(lambda: (guest.readAll(), guest.write(json.dumps(list(seen())).encode() + b"\n")))
        guest.disconnected.connect(guest.deleteLater)


def seen() -> Iterator[list[Any]]:
    """All that is on the screen."""
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            for widget in (top, *top.findChildren(QWidget)):
                if widget.window() is top and widget.isVisible():
                    yield from _of(widget)


def _of(widget: QWidget) -> Iterator[list[Any]]:
    room = widget.visibleRegion().boundingRect()
    if room.isEmpty():
        return
    place = _place(widget, room)
    if isinstance(widget, QAbstractItemView):
        yield from _rows(widget)
    if isinstance(widget, QMenu):
        for action in widget.actions():
            where = _place(widget, widget.actionGeometry(action) & room)
            yield ["QAction", action.text().replace("&", ""), "", action.isEnabled(), action.isChecked(), where]
    words, value, checked = widget.accessibleName(), "", False
    if isinstance(widget, QLineEdit):
        words, value = words or widget.placeholderText(), widget.text()
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        value = widget.toPlainText()
    elif isinstance(widget, QComboBox):
        value = widget.currentText()
    elif isinstance(widget, QLabel | QAbstractButton):
        words = words or widget.text().replace("&", "")
    if isinstance(widget, QAbstractButton):
        checked = widget.isChecked()
    if words or value:
        yield [type(widget).__name__, words, value, widget.isEnabled(), checked, place]


def _rows(view: QAbstractItemView) -> Iterator[list[Any]]:
    model = view.model()
    if model is None:
        return
    for row in range(min(model.rowCount(view.rootIndex()), MOST_ROWS)):
        index = model.index(row, 0, view.rootIndex())
        room = view.visualRect(index) & view.viewport().rect()
        words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or ""
        if room.isEmpty() or not words:
            continue
        chosen = view.selectionModel().isSelected(index)
        able = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        yield [f"row of {type(view).__name__}", str(words), "", able, chosen, _place(view.viewport(), room)]


def _place(widget: QWidget, room: QRect) -> list[int]:
    corner = widget.mapToGlobal(room.topLeft())
    return [corner.x(), corner.y(), room.width(), room.height()]


def main() -> int:
    """The program, with the door opened as soon as it has a screen."""
    door, arguments = sys.argv[1], sys.argv[2:]
    run_in = program.run_in

    def opened(app: QApplication, *more: Any, **named: Any) -> int:
        Door(door, app)
        return run_in(app, *more, **named)

    program.run_in = opened
    from onepresence_desktop.__main__ import main as started

    return started(arguments)


if __name__ == "__main__":
    sys.exit(main())
