"""What a key and a wish for the menu mean, in the list and the tiles alike."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

BESIDE = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""Modifiers with which a key means what it does alone."""


class Gesture(Enum):
    """CALL: the row chosen. NOTHING: an Enter that is held, perhaps since the page before. SEARCH: a letter.

    MOVE: a key alone, by which one moves perhaps. OTHER: not for rows.
    """

    CALL = auto()
    NOTHING = auto()
    SEARCH = auto()
    MOVE = auto()
    OTHER = auto()


def gesture(event: QKeyEvent) -> Gesture:
    """What a key means."""
    if event.modifiers() & ~BESIDE:
        return Gesture.OTHER
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return Gesture.NOTHING if event.isAutoRepeat() else Gesture.CALL
    text = event.text()
    return Gesture.SEARCH if text and text.isprintable() and not text.isspace() else Gesture.MOVE


def menu_at(view: QAbstractItemView, event: QContextMenuEvent) -> tuple[int, QPoint] | None:
    """The row whose menu is wanted, by mouse or key, and where on the screen; None beside the rows."""
    index, where = view.currentIndex(), event.globalPos()
    if event.reason() is QContextMenuEvent.Reason.Mouse:
        index = view.indexAt(event.pos())
    elif index.isValid():
        where = view.viewport().mapToGlobal(view.visualRect(index).center())
    return (index.row(), where) if index.isValid() else None
