"""The head of the tray's menu: the own state, with the ring of a diversion that runs (design, section 7.2)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters

HEIGHT = 48


class MenuHead(QWidget):
    """One or two lines beside an icon. left: of the ring, 0 to 1; None without one."""

    def __init__(self, title: str, line: str, icon: str, ink: Color, ground: Color | None, left: float | None) -> None:
        super().__init__()
        self._title, self._line = title, line
        self._icon, self._ink, self._ground, self._left = icon, ink, ground, left
        self.setAccessibleName(", ".join(part for part in (title, line) if part))

    def become(self, other: MenuHead) -> None:
        """Show what another one would."""
        self._title, self._line = other._title, other._line
        self._icon, self._ink, self._ground, self._left = other._icon, other._ink, other._ground, other._left
        self.setAccessibleName(other.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """A row and a half."""
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plate, ring, icon, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(self._ground))
            painter.drawRoundedRect(QRectF(self.rect()), Radius.S, Radius.S)
        disc = QRectF(10, 8, 32, 32)
        if self._left is not None:
            painters.ring(painter, disc, self._left, 2.5, self._ink)
        icons.paint(painter, self._icon, disc.adjusted(8, 8, -8, -8), color(self._ink), self.devicePixelRatioF())
        room = self.width() - 52 - 10
        bold = fonts.font(weight=fonts.SEMIBOLD, tabular=True)
        if not self._line:
            whole = QRectF(52, 0, room, HEIGHT)
            painters.text(painter, whole, self._title, bold, color(Color.TEXT_PRIMARY))
            return
        painters.text(painter, QRectF(52, 6, room, 18), self._title, bold, color(Color.TEXT_PRIMARY))
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        painters.text(painter, QRectF(52, 25, room, 16), self._line, small, color(self._ink))
