"""What the system tells a program itself: to quit, that the language is another, to open a link (macOS)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class SystemEvents(QObject):
    """Of the application, as long as it lives. link_opened: the link's text."""

    quit_wanted = Signal()
    language_changed = Signal()
    link_opened = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's own way of quitting would end in the middle of things, so it is for whoever listens to end in order."""
        if watched is self._app and event.type() == QEvent.Type.Quit:
            self.quit_wanted.emit()
            return True
        if watched is self._app and event.type() == QEvent.Type.LanguageChange:
            self.language_changed.emit()
        if isinstance(event, QFileOpenEvent):
            self.link_opened.emit(event.url().toString())
            return True
        return super().eventFilter(watched, event)
