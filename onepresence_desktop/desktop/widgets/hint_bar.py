"""The 30 pixel bar at the foot of a section that shows its keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Space, size
from onepresence_desktop.desktop.widgets import painters


@dataclass(frozen=True, slots=True)
class Hint:
    """keys: caps joined by "+", alternatives by a space ("↑ ↓", "Ctrl+Enter"), "" for words alone. right: stands at
    the right end."""

    keys: str
    text: str
    right: bool = False


class HintBar(QWidget):
    """Painted; whatever doesn't fit is left away from the right of the left group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: list[Hint] = []
        self.setFixedHeight(size("hintbar"))

    def set_hints(self, hints: list[Hint]) -> None:
        """Show others; none hides the bar."""
        self._hints = hints
        self.setVisible(bool(hints))
        self.setAccessibleName(", ".join(f"{hint.keys} {hint.text}".strip() for hint in hints))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Caps and words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Color.BG_HEADER))
        painter.fillRect(0, 0, self.width(), 1, color(Color.LINE_HAIRLINE))
        right = float(self.width() - Space.PANE)
        for hint in reversed([h for h in self._hints if h.right]):
            right -= _width(hint)
            _paint(painter, right, self.height(), hint)
            right -= 14
        left = float(Space.PANE)
        for hint in (h for h in self._hints if not h.right):
            wide = _width(hint)
            if left + wide > right:
                break
            _paint(painter, left, self.height(), hint)
            left += wide + 14


class Hints(QWidget):
    """The same without a bar of its own, for the foot of a pop-up."""

    def __init__(self, hints: list[Hint]) -> None:
        super().__init__()
        self._hints = hints
        self.setFixedHeight(20)
        self.setAccessibleName(", ".join(f"{hint.keys} {hint.text}" for hint in hints))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Caps and words."""
        painter = QPainter(self)
        left, right = 0.0, float(self.width())
        for hint in self._hints:
            wide = _width(hint)
            if hint.right:
                right -= wide
            _paint(painter, right if hint.right else left, self.height(), hint)
            if not hint.right:
                left += wide + 14


def _caps(keys: str) -> list[str]:
    return [cap for part in keys.split(" ") for cap in part.split("+") if cap]


def _words_width(text: str) -> float:
    return painters.width(text, fonts.font(fonts.Text.MICRO, fonts.REGULAR))


def _width(hint: Hint) -> float:
    caps = _caps(hint.keys)
    if not caps:
        return _words_width(hint.text) + 1
    return sum(painters.key_cap_width(cap) for cap in caps) + 7 * (len(caps) - 1) + 4 + _words_width(hint.text) + 1


def _paint(painter: QPainter, left: float, height: int, hint: Hint) -> None:
    middle = (height + 1) / 2
    for cap in _caps(hint.keys):
        left += painters.key_cap(painter, QPointF(left, middle), cap) + 7
    left -= 3 if hint.keys else 0
    rect = QRectF(left, 1, _words_width(hint.text) + 2, height - 1)
    painters.text(painter, rect, hint.text, fonts.font(fonts.Text.MICRO, fonts.REGULAR), color(Color.TEXT_TERTIARY))
