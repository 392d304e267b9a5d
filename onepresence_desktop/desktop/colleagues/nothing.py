"""What the page shows when nothing is found."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters


class Nothing(QWidget):
    """What was searched, and what to try."""

    def __init__(self) -> None:
        super().__init__()
        self._query = ""

    def say(self, query: str) -> None:
        """What was searched."""
        self._query = query
        self.setAccessibleDescription(query)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc and three lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), color(Color.BG_WINDOW))
        middle = self.width() / 2
        disc = QRectF(middle - 28, 64, 56, 56)
        painters.avatar_icon(painter, disc, "nav-search", self.devicePixelRatioF())
        first = translate("Colleagues", "No colleague is called “{query}”").format(query=self._query)
        second = translate("Colleagues", "Try fewer letters, a local number or a department.")
        third = translate("Colleagues", "Type digits to call a number with Enter.")
        for top, words, font, ink in (
            (134, first, fonts.font(fonts.Text.HEADING), Color.TEXT_PRIMARY),
            (158, second, fonts.font(), Color.TEXT_SECONDARY),
            (192, third, fonts.font(fonts.Text.SMALL), Color.TEXT_TERTIARY),
        ):
            room = QRectF(16, top, self.width() - 32, 20)
            painters.text(painter, room, words, font, color(ink), painters.CENTER)
