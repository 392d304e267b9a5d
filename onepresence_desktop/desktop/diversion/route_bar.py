"""The foot of the form: the route as nodes and a sentence, and the button that sets it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters

NODE, WIRE = 30, 20
MOST_LINES = 2


class Route(QWidget):
    """Nodes, a sentence, and a smaller line; read out as the two lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._end_icon = "nav-messages"
        self._first = ""
        self._second = ""
        self._wrong = False
        self._open = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._first

    @property
    def wrong(self) -> bool:
        """Whether it says what is wrong."""
        return self._wrong

    def say(self, first: str, second: str, *, end_icon: str, wrong: bool = False, open_phone: bool = False) -> None:
        """Show a route. open_phone: nothing stands between caller and phone."""
        self._first, self._second, self._end_icon = first, second, end_icon
        self._wrong, self._open = wrong, open_phone
        self.setAccessibleName(first)
        self.setAccessibleDescription(second)
        self.setToolTip(first)
        self.update()

    def sizeHint(self) -> QSize:
        """A line of nodes, and three of words."""
        return QSize(300, 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Caller, diversion, end; then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        left = 0.0
        self._node(painter, left, "call", Color.BG_CARD, Color.LINE_STRONG, Color.TEXT_SECONDARY)
        left += NODE + 4
        if not self._open:
            self._wire(painter, left, arrow=False)
            left += WIRE + 4
            self._node(painter, left, "status-diverted", Color.DIVERTED_TINT, None, Color.DIVERTED_TEXT)
            left += NODE + 4
        self._wire(painter, left, arrow=True)
        left += WIRE + 4
        if self._wrong:
            self._node(painter, left, "error", Color.DANGER_TINT, None, Color.DANGER_TEXT)
        else:
            self._node(painter, left, self._end_icon, Color.BG_CARD, Color.LINE_STRONG, Color.TEXT_SECONDARY)
        left += NODE + 12
        room = self.width() - left
        ink = color(Color.DANGER_TEXT if self._wrong else Color.TEXT_PRIMARY)
        font = fonts.font(weight=fonts.MEDIUM)
        lines = self._lines(font, room)
        top = middle - (18 * len(lines) + (16 if self._second else 0)) / 2
        for line in lines:
            painters.text(painter, QRectF(left, top, room, 18), line, font, ink)
            top += 18
        small = fonts.font(fonts.Text.SMALL)
        painters.text(painter, QRectF(left, top, room, 16), self._second, small, color(Color.TEXT_TERTIARY))

    def _lines(self, font: QFont, room: float) -> list[str]:
        """A long way takes two lines; what doesn't fit into the second is cut there."""
        lines = painters.wrapped(self._first, font, max(1.0, room))
        return lines if len(lines) <= MOST_LINES else [lines[0], self._first[len(lines[0]) :].strip()]

    def _node(self, painter: QPainter, left: float, icon: str, ground: Color, line: Color | None, ink: Color) -> None:
        rect = QRectF(left, self.height() / 2 - NODE / 2, NODE, NODE)
        painter.setPen(QPen(color(line), 1) if line is not None else Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        icons.paint(painter, icon, rect.adjusted(7.5, 7.5, -7.5, -7.5), color(ink), self.devicePixelRatioF())

    def _wire(self, painter: QPainter, left: float, *, arrow: bool) -> None:
        middle = self.height() / 2
        painter.setPen(QPen(color(Color.LINE_CONTROL), 1.5))
        painter.drawLine(QPointF(left, middle), QPointF(left + WIRE, middle))
        if arrow:
            tip = QPointF(left + WIRE, middle)
            painter.drawLine(tip, QPointF(left + WIRE - 4, middle - 4))
            painter.drawLine(tip, QPointF(left + WIRE - 4, middle + 4))
