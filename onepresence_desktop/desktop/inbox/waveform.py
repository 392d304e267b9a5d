"""The waveform: where one is in a recording, and a way to go elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color

HEIGHT = 44
BAR = 3.0


class Waveform(QWidget):
    """sought: a place from 0 to 1. Flat and grey until it has peaks."""

    sought = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._peaks: tuple[float, ...] = ()
        self._place = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_peaks(self, peaks: tuple[float, ...]) -> None:
        """Another recording; none while it loads."""
        self._peaks = peaks
        self.update()

    def set_place(self, place: float) -> None:
        """Where one is, 0 to 1."""
        if abs(place - self._place) > 0.0005:
            self._place = place
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(240, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event)

    def _seek(self, event: QMouseEvent) -> None:
        if self._peaks and self.width():
            self.sought.emit(max(0.0, min(1.0, event.position().x() / self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars: played, and to come."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        peaks = self._peaks or (0.0,) * 75
        step = self.width() / len(peaks)
        middle = self.height() / 2
        played, rest = color(Color.WAVE_PLAYED), color(Color.WAVE_REST)
        for place, peak in enumerate(peaks):
            half = max(2.0, peak * (self.height() - 4) / 2)
            painter.setBrush(played if (place + 0.5) / len(peaks) <= self._place else rest)
            left = place * step + (step - BAR) / 2
            painter.drawRoundedRect(QRectF(left, middle - half, BAR, half * 2), BAR / 2, BAR / 2)
