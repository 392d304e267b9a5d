"""The reception's keys: what its foot says of them, and those of a numeric keypad, which would else be typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.hint_bar import Hint

PRESSES = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


def hints() -> list[Hint]:
    """What can be pressed."""
    return [
        Hint("F5", translate("Reception", "Answer next")),
        Hint("F6", translate("Reception", "Hold")),
        Hint("F7", translate("Reception", "Park")),
        Hint("F8", translate("Reception", "Hang up")),
        Hint("Ctrl+M", translate("Reception", "Message")),
        Hint("F4", translate("Reception", "More for the colleague"), right=True),
        Hint("F9", translate("Reception", "Fetch parked"), right=True),
    ]


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
