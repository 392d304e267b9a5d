"""Lines of an icon, words, and when it was: earlier calls and messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters

ROW, HIGH_ROW = 30, 46


@dataclass(frozen=True, slots=True)
class DatedLine:
    """One line; `when` in words."""

    icon: str
    ink: Color
    words: str
    when: str


class DatedLines(QWidget):
    """The lines, painted; as high as they are many. Where there is no room beside the longest, `when` stands below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[DatedLine] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[DatedLine]) -> None:
        """Show these."""
        self._lines = lines
        self.setAccessibleName(", ".join(f"{line.words} {line.when}" for line in lines))
        self.setFixedHeight(self._row() * len(lines))
        self.update()

    def sizeHint(self) -> QSize:
        """Its rows."""
        return QSize(200, self._row() * len(self._lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room beside the words."""
        super().resizeEvent(event)
        self.setFixedHeight(self._row() * len(self._lines))

    def _row(self) -> int:
        """How high a line is."""
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        need = (painters.width(line.words, fonts.font()) + painters.width(line.when, small) for line in self._lines)
        return HIGH_ROW if max(need, default=0) + 40 > self.width() else ROW

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, words, when."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small, row = fonts.font(fonts.Text.SMALL, tabular=True), self._row()
        for place, line in enumerate(self._lines):
            top, wide = place * row, painters.width(line.when, small)
            icons.paint(painter, line.icon, QRectF(0, top + 7, 16, 16), color(line.ink), self.devicePixelRatioF())
            beside = QRectF(self.width() - wide - 1, top + 6, wide + 1, 18)
            when = beside if row == ROW else QRectF(26, top + 23, self.width() - 26, 18)
            painters.text(painter, when, line.when, small, color(Color.TEXT_TERTIARY))
            room = QRectF(26, top + 6, self.width() - (wide + 40 if row == ROW else 26), 18)
            painters.text(painter, room, line.words, fonts.font(), color(Color.TEXT_SECONDARY))
