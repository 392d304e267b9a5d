"""The lines about a caller in the pop-up of a call."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.caller_cards import CardLine
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.card import Card
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.refilling import emptied, shown_now


class Mark(QWidget):
    """A small icon before words."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(14, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        icons.paint(
            QPainter(self), self._icon, QRectF(self.rect()), color(Color.TEXT_TERTIARY), self.devicePixelRatioF()
        )


class CardLines(Card):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__(Color.BG_POPOVER_TRACK, None, radius=7)
        self.shown: list[CardLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 7, 10, 7)
        self._column.setSpacing(6)
        self.hide()

    def show_lines(self, lines: Sequence[CardLine]) -> None:
        """These in the place of those before."""
        if list(lines) == self.shown:
            return
        self.shown = list(lines)
        emptied(self._column)
        for line in lines:
            self._column.addWidget(_row(line))
        shown_now(self._column)
        self.setAccessibleName(", ".join(f"{line.words} {line.right}".strip() for line in lines))
        self.setVisible(bool(lines))


def _row(line: CardLine) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(8)
    across.addWidget(Mark(line.icon))
    across.addWidget(Label(line.words, role=fonts.Text.SMALL, tone="secondary", tabular=True, elide=True), 1)
    if line.right:
        across.addWidget(Label(line.right, role=fonts.Text.SMALL, tone="tertiary", tabular=True))
    return row
