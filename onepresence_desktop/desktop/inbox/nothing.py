"""What is shown at the right when there is no message to read."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.inbox.rows import Filter
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters


class Nothing(QWidget):
    """An icon and a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._line = ""

    def say(self, query: str, which: Filter) -> None:
        """Why there is nothing."""
        if query:
            title, line = translate("Inbox", "No message matches “{query}”").format(query=query), ""
        elif which is Filter.UNREAD:
            title, line = translate("Inbox", "Nothing unread"), ""
        elif which is Filter.KEPT:
            title = translate("Inbox", "Nothing kept")
            line = translate("Inbox", "Press B on a message to keep it.")
        elif which is Filter.SENT:
            title = translate("Inbox", "Nothing sent yet")
            line = translate("Inbox", "What you write to others stands here, with what became of it.")
        elif which in (Filter.VOICEMAIL, Filter.TEXTS):
            title, line = translate("Inbox", "No such messages"), ""
        else:
            title = translate("Inbox", "No messages yet")
            line = translate("Inbox", "What callers say to your mailbox arrives here.")
        self._title, self._line = title, line
        self.setAccessibleName(f"{title} {line}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the middle."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Color.BG_WINDOW))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, top = self.width() / 2, self.height() / 2 - 68
        painters.avatar_icon(painter, QRectF(middle - 28, top, 56, 56), "msg-voicemail", self.devicePixelRatioF())
        for words, font, ink, y in (
            (self._title, fonts.font(fonts.Text.HEADING), Color.TEXT_PRIMARY, 70),
            (self._line, fonts.font(), Color.TEXT_SECONDARY, 94),
        ):
            room = QRectF(24, top + y, self.width() - 48, 20)
            painters.text(painter, room, words, font, color(ink), painters.CENTER)
