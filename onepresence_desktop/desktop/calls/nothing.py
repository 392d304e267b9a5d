"""An empty history, in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.calls.rows import Filter
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters


class Nothing(QWidget):
    """An icon and a line where there are no calls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""

    def say(self, words: str) -> None:
        """Why there is nothing."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the middle."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Color.BG_WINDOW))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, top = self.width() / 2, self.height() / 2 - 50
        spot = QRectF(middle - 20, top, 40, 40)
        icons.paint(painter, "history", spot, color(Color.TEXT_TERTIARY), self.devicePixelRatioF())
        room = QRectF(24, top + 56, self.width() - 48, 20)
        font = fonts.font(fonts.Text.HEADING)
        painters.text(painter, room, self._words, font, color(Color.TEXT_PRIMARY), painters.CENTER)


def why_nothing(which: Filter, *, narrowed: bool) -> str:
    """narrowed: by a search or by days."""
    if narrowed:
        return translate("Calls", "No call matches")
    if which is Filter.SHARED:
        return translate("Calls", "Nobody waits – well done")
    if which is Filter.MISSED:
        return translate("Calls", "No missed calls – well done")
    return translate("Calls", "No calls yet") if which is Filter.ALL else translate("Calls", "No such calls")
