"""What the page shows when nothing is found, or nothing is known yet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.colleagues.delegate import HEAD_HEIGHT, Places
from onepresence_desktop.desktop.colleagues.outside import Scope
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, size
from onepresence_desktop.desktop.widgets import painters


class Loading(QWidget):
    """Bars where colleagues will be, until the first of them are known."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """As many rows as there is room for; no two names are equally long."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Color.BG_WINDOW))
        row, lengths = size("row.comfortable"), (148, 116, 170, 132, 158)
        for place in range(self.height() // row):
            places = Places(QRectF(0, HEAD_HEIGHT + place * row, self.width(), row))
            middle = places.row.center().y()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.BG_TRACK))
            painter.drawEllipse(places.avatar)
            bars = [(places.name.left(), lengths[place % 5]), (places.pill.left(), 84), (places.number.left(), 60)]
            if places.title is not None:
                bars.append((places.title.left(), 92))
            for left, wide in bars:
                painters.skeleton(painter, QRectF(left, middle - 6, wide, 12))
            painters.skeleton(painter, QRectF(places.end.right() - 76, middle - 6, 44, 12))


class Nothing(QWidget):
    """What was searched, and what to try."""

    def __init__(self) -> None:
        super().__init__()
        self._query = ""
        self._scope = Scope.ALL

    def say(self, query: str, scope: Scope) -> None:
        """What was searched, and among whom."""
        self._query, self._scope = query, scope
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
        first = {
            Scope.ALL: translate("Colleagues", "Nobody is called “{query}”"),
            Scope.INTERNAL: translate("Colleagues", "No colleague is called “{query}”"),
            Scope.EXTERNAL: translate("Colleagues", "No shared contact is called “{query}”"),
        }[self._scope].format(query=self._query)
        second = translate("Colleagues", "Try fewer letters, a local number or a department.")
        if self._scope is Scope.EXTERNAL:
            second = translate("Colleagues", "Your own contacts are found in the phonebook.")
        third = translate("Colleagues", "Type digits to call a number with Enter.")
        for top, words, font, ink in (
            (134, first, fonts.font(fonts.Text.HEADING), Color.TEXT_PRIMARY),
            (158, second, fonts.font(), Color.TEXT_SECONDARY),
            (192, third, fonts.font(fonts.Text.SMALL), Color.TEXT_TERTIARY),
        ):
            room = QRectF(16, top, self.width() - 32, 20)
            painters.text(painter, room, words, font, color(ink), painters.CENTER)
