"""The caret stands still when nobody has typed for a while, as GTK's does: each blink paints its field anew."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

REST_MS = 10_000
"""After the last key, or since a field was entered."""


class RestingCaret(QObject):
    """Lives as long as the program; `blinks` says how it is now."""

    def __init__(self, app: QGuiApplication, rest_ms: int = REST_MS) -> None:
        super().__init__(app)
        self._hints = QGuiApplication.styleHints()
        self._usual = self._hints.cursorFlashTime()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(rest_ms)
        self._timer.timeout.connect(self._still)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._moved)
        self._timer.start()

    @property
    def blinks(self) -> bool:
        """Whether a caret on the screen goes on and off."""
        return self._hints.cursorFlashTime() > 0

    def _moved(self) -> None:
        """A key was pressed, or another field is typed into."""
        if not self.blinks:
            self._hints.setCursorFlashTime(self._usual)
        self._timer.start()

    def _still(self) -> None:
        if self.blinks:
            self._usual = self._hints.cursorFlashTime()
            self._hints.setCursorFlashTime(0)
