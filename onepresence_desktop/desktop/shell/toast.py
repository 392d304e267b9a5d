"""A short message over the foot of the window; it goes by itself and never takes focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.telling import tell

SHOWN_MS = 6000
WIDEST = 460
FOOT = 46


class Toast(QWidget):
    """Lies over `window`, at the foot, in the middle."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = Label(role=fonts.Text.SMALL, weight=fonts.MEDIUM, wrap=True)
        self.words.set_tone("on_tooltip")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.addWidget(self.words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def say(self, words: str) -> None:
        """Show it for some seconds; a second one takes the place of the first."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        tell(self, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dark plate in both schemes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(Color.BG_TOOLTIP))
        painter.drawRoundedRect(QRectF(self.rect()), Radius.M, Radius.M)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        wide = min(WIDEST, window.width() - 40, self.words.fontMetrics().horizontalAdvance(self.words.text()) + 36)
        self.setFixedWidth(max(120, wide))
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - FOOT)
