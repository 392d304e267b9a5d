"""The foot of the week: what the colours mean, and what a drag does; or what can be undone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.card import Footer
from onepresence_desktop.desktop.widgets.labels import Label

HEIGHT = 40
UNDO_MS = 6000
"""How long what was removed can be had back."""


class Legend(QWidget):
    """Swatches with words, and the hint at the right while there is room for both."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(80)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Swatches, words, hint; words that don't fit are left away, last ones first."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font, middle = fonts.font(fonts.Text.SMALL), self.height() / 2
        painter.setFont(font)
        swatches: list[tuple[Color, Color | None, str]] = [
            (Color.DIVERTED_TINT, None, translate("Schedule", "Diversion")),
            (Color.BG_HEADER, Color.DIVERTED_SOLID, translate("Schedule", "Phone stays open")),
            (Color.MEETING_TINT, None, translate("Schedule", "Calendar")),
        ]
        left = 0.0
        for ground, edge, words in swatches:
            wide = painters.width(words, font)
            if left + 24 + wide > self.width():
                return
            painter.setPen(QPen(color(edge or Color.LINE_HAIRLINE), 1.2 if edge else 1))
            painter.setBrush(color(ground))
            painter.drawRoundedRect(QRectF(left + 0.5, middle - 6, 16, 12), 4, 4)
            painter.setPen(color(Color.TEXT_SECONDARY))
            painter.drawText(QRectF(left + 23, 0, wide + 2, self.height()), painters.LEFT, words)
            left += 23 + wide + 16
        hint = translate("Schedule", "Drag in the week to make one")
        wide = painters.width(hint, font)
        if left + wide <= self.width():
            painter.setPen(color(Color.TEXT_TERTIARY))
            painter.drawText(QRectF(self.width() - wide - 2, 0, wide + 2, self.height()), painters.LEFT, hint)


class Foot(Footer):
    """undo_wanted: the button was pressed in time."""

    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(height=HEIGHT)
        self.legend = Legend()
        self.words = Label(elide=True)
        self.undo = Button(small=True)
        self.undo.clicked.connect(self._pressed)
        self.row.addWidget(self.legend, 1)
        self.row.addWidget(self.words, 1)
        self.row.addWidget(self.undo)
        self._ends = QTimer(self)
        self._ends.setSingleShot(True)
        self._ends.setInterval(UNDO_MS)
        self._ends.timeout.connect(self.rest)
        self.rest()

    def offer(self, words: str) -> None:
        """Say what was done, and offer to undo it for a while."""
        self.words.setText(words)
        self.undo.setText(translate("Schedule", "Undo"))
        self.undo.setAccessibleDescription(words)
        self.undo.updateGeometry()
        self._show(offering=True)
        self._ends.start()

    def rest(self) -> None:
        """Back to the legend."""
        self._ends.stop()
        self._show(offering=False)

    @property
    def offering(self) -> bool:
        """Whether something can be undone."""
        return self._ends.isActive()

    def _pressed(self) -> None:
        self.rest()
        self.undo_wanted.emit()

    def _show(self, *, offering: bool) -> None:
        self.legend.setVisible(not offering)
        self.words.setVisible(offering)
        self.undo.setVisible(offering)
