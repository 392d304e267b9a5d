"""The ring that runs down until a number is dialled."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Motion
from onepresence_desktop.desktop.widgets import painters


class CancelRing(QWidget):
    """Runs down and then emits `ended`; it can be paused."""

    ended = Signal()

    def __init__(self, seconds: float, parent: QObject | None = None) -> None:
        super().__init__()
        self._whole = seconds * 1000
        self._spent = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(Motion.COUNTDOWN_CANCEL // 5)
        self._timer.timeout.connect(self._tick)
        self.setFixedSize(36, 36)

    def start(self) -> None:
        """From the beginning."""
        self._spent = 0.0
        self._since.start()
        self._timer.start()

    def pause(self) -> None:
        """Stand still."""
        if self._timer.isActive():
            self._spent += self._since.elapsed()
            self._timer.stop()

    def resume(self) -> None:
        """Go on."""
        if not self._timer.isActive() and self._spent < self._whole:
            self._since.start()
            self._timer.start()

    def stop(self) -> None:
        """For good."""
        self._timer.stop()
        self._spent = self._whole

    @property
    def paused(self) -> bool:
        """Whether it stands still."""
        return not self._timer.isActive()

    def _left(self) -> float:
        running = self._since.elapsed() if self._timer.isActive() else 0
        return max(0.0, self._whole - self._spent - running)

    def _tick(self) -> None:
        self.update()
        if self._left() <= 0:
            self.stop()
            self.ended.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring, and the seconds in it."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        painters.ring(painter, rect.adjusted(1, 1, -1, -1), self._left() / self._whole, 3, Color.ACCENT_SOLID)
        seconds = str(max(1, round(self._left() / 1000 + 0.49)))
        font = fonts.font(fonts.Text.SMALL, fonts.SEMIBOLD, tabular=True)
        painters.text(painter, rect, seconds, font, color(Color.TEXT_PRIMARY), painters.CENTER)
