"""Key caps in a row, as a widget."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters


class KeyCaps(QWidget):
    """Caps joined by "+", alternatives by a space; "…" stands without a cap."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_keys(keys)

    def set_keys(self, keys: str) -> None:
        """Show others."""
        self._keys = keys
        self.setAccessibleName(keys)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All caps and the gaps."""
        return QSize(round(sum(_width(cap) + 3 for cap in self._caps())), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One cap after another."""
        painter = QPainter(self)
        left = 0.0
        for cap in self._caps():
            if cap == "…":
                rect = self.rect().adjusted(round(left), 0, 0, 0)
                painters.text(painter, QRectF(rect), cap, fonts.font(fonts.Text.SMALL), color(Color.TEXT_TERTIARY))
            else:
                painters.key_cap(painter, QPointF(left, self.height() / 2), cap)
            left += _width(cap) + 3

    def _caps(self) -> list[str]:
        return [cap for part in self._keys.split(" ") for cap in part.split("+") if cap]


def _width(cap: str) -> float:
    return painters.width(cap, fonts.font(fonts.Text.SMALL)) if cap == "…" else painters.key_cap_width(cap)
