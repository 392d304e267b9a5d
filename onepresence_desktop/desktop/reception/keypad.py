"""Keys of the numeric keypad that are heard wherever the focus is in the window, and would else be typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

PRESSES = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class Keypad(QObject):
    """keys: what each of them does while `page` is shown."""

    def __init__(self, page: QWidget, keys: Mapping[Qt.Key, Callable[[], None]]) -> None:
        super().__init__(page)
        self._page, self._keys = page, keys

    def listen(self, on: bool) -> None:
        """Hear them from now on, or no longer."""
        app = QApplication.instance()
        if app is not None:
            (app.installEventFilter if on else app.removeEventFilter)(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """One of them is pressed in this window."""
        if event.type() not in PRESSES or not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if event.modifiers() != Qt.KeyboardModifier.KeypadModifier:
            return False
        then = self._keys.get(Qt.Key(event.key()))
        if then is None or watched.window() is not self._page.window():
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            then()
        return True
