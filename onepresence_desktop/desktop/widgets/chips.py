"""Chips that filter or choose, and the larger cards that choose one of few."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color, current
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Pressable

PILL_RADIUS = 14


class Chip(Pressable):
    """A checkable chip of 28 pixels: a filter with a count, or `outlined` as a choice.

    radius: 14 for filters and times, 6 for reasons.
    """

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        outlined: bool = False,
        radius: float = PILL_RADIUS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._outlined = outlined
        self._radius = radius
        self._count = ""
        self._padding = 8 if outlined else 11
        self.ring_radius = radius
        self.setCheckable(True)
        # One of several: told to screen readers as a radio button.
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def mark(self, on: bool) -> None:
        """Check it or not, also when that leaves none of the others checked."""
        self.setAutoExclusive(False)
        self.setChecked(on)
        self.setAutoExclusive(True)

    def set_count(self, count: str) -> None:
        """The number behind the word ("5.012", "–"), or "" for none."""
        if count != self._count:
            self._count = count
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Icon, words, count and padding."""
        wide = 2.0 * self._padding
        if self.text():
            wide += painters.width(self.text(), fonts.font(fonts.Text.SMALL, fonts.MEDIUM))
        if self._icon:
            wide += 16 + (6 if self.text() else 0)
        if self._count:
            wide += 6 + painters.width(self._count, fonts.font(fonts.Text.SMALL, tabular=True))
        return QSize(round(wide + 0.5) + 2, 30 if self._outlined and self._radius < 14 else 28)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, edge, icon, words, count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        on = self.isChecked()
        ground = Color.BG_SELECTED if on else Color.BG_HOVER if self.underMouse() else None
        if not self.isEnabled():
            ground = None
        line: Color | None = None
        if self._outlined:
            line = Color.LINE_STRONG
            ground = ground or Color.BG_CARD
            if on:
                line = Color.ACCENT_TEXT if current().dark else Color.ACCENT_SOLID
        if ground is not None:
            inset = 0.5 if line is not None else 0.0
            painter.setPen(QPen(color(line), 1) if line is not None else Qt.PenStyle.NoPen)
            painter.setBrush(color(ground))
            painter.drawRoundedRect(
                rect.adjusted(inset, inset, -inset, -inset), self._radius - inset, self._radius - inset
            )
        ink = Color.ACCENT_TEXT if on else Color.TEXT_PRIMARY if self._outlined else Color.TEXT_SECONDARY
        faint = Color.ACCENT_TEXT if on else Color.TEXT_TERTIARY
        if not self.isEnabled():
            ink = faint = Color.TEXT_DISABLED
        left = self._padding + 1.0
        if self._icon:
            spot = QRectF(left, rect.center().y() - 8, 16, 16)
            icons.paint(painter, self._icon, spot, color(ink), self.devicePixelRatioF())
            left += 22
        font = fonts.font(fonts.Text.SMALL, fonts.MEDIUM)
        words = painters.width(self.text(), font)
        painters.text(painter, QRectF(left, 0, words + 2, rect.height()), self.text(), font, color(ink))
        if self._count:
            room = QRectF(left + words + 6, 0, rect.width() - left - words - 8, rect.height())
            painters.text(painter, room, self._count, fonts.font(fonts.Text.SMALL, tabular=True), color(faint))


class OptionCard(Pressable):
    """A checkable card of 54 pixels with icon, title and a line below."""

    def __init__(self, *, icon: str, title: str = "", line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._icon_color: Color | None = None
        self._line = line
        self.ring_radius = Radius.M
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(title)

    def set_words(self, title: str, line: str) -> None:
        """Title and second line."""
        self._line = line
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.update()

    def set_icon_color(self, ink: Color) -> None:
        """A colour of its own for the icon (the green dot of "keep open")."""
        self._icon_color = ink

    def sizeHint(self) -> QSize:
        """54 high, as wide as there is room."""
        title = painters.width(self.text(), fonts.font(fonts.Text.BODY, fonts.MEDIUM))
        line = painters.width(self._line, fonts.font(fonts.Text.SMALL))
        return QSize(round(max(title, line)) + 56, 54)

    def minimumSizeHint(self) -> QSize:
        """Words may be elided."""
        return QSize(120, 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, edge, icon and two lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        on = self.isChecked()
        pen = QPen(color(Color.ACCENT_FOCUS), 2) if on else QPen(color(Color.LINE_STRONG), 1)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        ground = Color.BG_SELECTED if on else Color.BG_HOVER if self.underMouse() else Color.BG_FIELD
        painter.setBrush(color(ground))
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), Radius.M - inset, Radius.M - inset)
        mark = self._icon_color or (Color.ACCENT_TEXT if on else Color.TEXT_TERTIARY)
        spot = QRectF(13, rect.center().y() - 9, 18, 18)
        icons.paint(painter, self._icon, spot, color(mark), self.devicePixelRatioF())
        room = rect.width() - 41 - 12
        ink = Color.TEXT_PRIMARY if self.isEnabled() else Color.TEXT_DISABLED
        middle = rect.center().y()
        painters.text(
            painter,
            QRectF(41, middle - 17, room, 18),
            self.text(),
            fonts.font(fonts.Text.BODY, fonts.MEDIUM),
            color(ink),
        )
        painters.text(
            painter,
            QRectF(41, middle + 1, room, 16),
            self._line,
            fonts.font(fonts.Text.SMALL),
            color(Color.TEXT_TERTIARY),
        )


class OptionRow(QWidget):
    """Cards beside each other; where that is too narrow for their words, below each other."""

    SPACING = 8

    def __init__(self, cards: Sequence[OptionCard], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(self.SPACING)
        for card in cards:
            self._box.addWidget(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may ask for the other way."""
        super().resizeEvent(event)
        wanted = sum(card.sizeHint().width() for card in self._cards) + self.SPACING * (len(self._cards) - 1)
        beside = wanted <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way is not self._box.direction():
            self._box.setDirection(way)
            self.updateGeometry()
