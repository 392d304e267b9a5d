"""Six boxes for a code; typing fills one after another, pasting all (design, section 7.14)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.domain.password_reset import DIGITS

BOX, GAP = 44, 10


class CodeField(QLineEdit):
    """whole_changed: whether all digits are there."""

    whole_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setFixedSize(DIGITS * BOX + (DIGITS - 1) * GAP, BOX + 4)
        self.setFrame(False)
        self._whole = False
        self.textEdited.connect(self._keep_digits)
        self.textChanged.connect(self._count)
        self.cursorPositionChanged.connect(lambda *_: self.update())

    @property
    def whole(self) -> bool:
        """Whether all digits are there."""
        return len(self.text()) == DIGITS

    def sizeHint(self) -> QSize:
        """All boxes."""
        return self.minimumSize()

    def _keep_digits(self, text: str) -> None:
        behind = len([c for c in text[self.cursorPosition() :] if c in "0123456789"])
        kept = "".join(c for c in text if c in "0123456789")[:DIGITS]
        if kept != text:
            self.setText(kept)
            self.setCursorPosition(max(0, len(kept) - behind))

    def _count(self) -> None:
        self.update()
        if self.whole != self._whole:
            self._whole = self.whole
            self.whole_changed.emit(self._whole)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The boxes; the one where the next digit goes has the accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = min(self.cursorPosition(), DIGITS - 1)
        font = fonts.sized(20, fonts.SEMIBOLD, tabular=True)
        for number in range(DIGITS):
            rect = QRectF(number * (BOX + GAP) + 1, 2, BOX - 2, BOX)
            here = self.hasFocus() and number == place
            painter.setPen(QPen(color(Color.ACCENT_SOLID if here else Color.LINE_CONTROL), 2 if here else 1))
            painter.setBrush(color(Color.BG_WINDOW))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Radius.M, Radius.M)
            if number < len(self.text()):
                painters.text(painter, rect, self.text()[number], font, color(Color.TEXT_PRIMARY), painters.CENTER)
