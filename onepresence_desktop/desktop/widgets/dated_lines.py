"""Lines of an icon, words, and when it was: earlier calls and messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters

ROW = 30


@dataclass(frozen=True, slots=True)
class DatedLine:
    """One line; `when` in words."""

    icon: str
    ink: Color
    words: str
    when: str


class DatedLines(QWidget):
    """The lines, painted; as high as they are many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[DatedLine] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[DatedLine]) -> None:
        """Show these."""
        self._lines = lines
        self.setAccessibleName(", ".join(f"{line.words} {line.when}" for line in lines))
        self.setFixedHeight(ROW * len(lines))
        self.update()

    def sizeHint(self) -> QSize:
        """Its rows."""
        return QSize(200, ROW * len(self._lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, words, when."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        for place, line in enumerate(self._lines):
            top = place * ROW
            icons.paint(painter, line.icon, QRectF(0, top + 7, 16, 16), color(line.ink), self.devicePixelRatioF())
            wide = painters.width(line.when, small)
            right = QRectF(self.width() - wide - 1, top + 6, wide + 1, 18)
            painters.text(painter, right, line.when, small, color(Color.TEXT_TERTIARY))
            room = QRectF(26, top + 6, self.width() - wide - 40, 18)
            painters.text(painter, room, line.words, fonts.font(), color(Color.TEXT_SECONDARY))
