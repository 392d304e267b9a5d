"""Texts of a role and tone, in the design's line heights; and labels above fields."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Space
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.telling import tell

TONES = {
    "": Color.TEXT_PRIMARY,
    "secondary": Color.TEXT_SECONDARY,
    "tertiary": Color.TEXT_TERTIARY,
    "danger": Color.DANGER_TEXT,
    "warning": Color.WARNING_TEXT,
    "available": Color.AVAILABLE_TEXT,
    "accent": Color.ACCENT_TEXT,
    "on_tooltip": Color.TEXT_ON_TOOLTIP,
}
LONGEST_LINE = 420
"""Logical pixels after which a text that may wrap does, where its layout leaves it the choice."""


class Label(QLabel):
    """A label above a field, or any text of a role and tone; in that of danger it is told to screen readers.

    wrap: over as many lines as it takes. elide: on one line, cut with an ellipsis where there is no room, and whole in
    the tooltip.
    """

    def __init__(
        self,
        text: str = "",
        *,
        role: fonts.Text = fonts.Text.BODY,
        weight: QFont.Weight | None = None,
        tone: str = "",
        wrap: bool = False,
        elide: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._line = role.value.line
        self._elide = elide
        self._font = fonts.font(role, weight, tabular=tabular)
        self.setFont(self._font)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.set_tone(tone)

    def setText(self, text: str) -> None:
        """Other words."""
        changed = text != self.text()
        super().setText(text)
        if changed and self._elide:
            self._whole_in_tooltip()
        if changed and self.isVisible():
            self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """What is wrong is said when it comes up."""
        super().showEvent(event)
        if not event.spontaneous():
            self._tell()

    def set_tone(self, tone: str) -> None:
        """One of `TONES`; raises ValueError for another."""
        if tone not in TONES:
            raise ValueError(f"{tone!r} is no tone of a text")
        if (self.property("tone") or "") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def heightForWidth(self, width: int) -> int:
        """As many lines as it takes; Qt's own would set them as tight as the font allows."""
        if not self.wordWrap():
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        return max(1, len(self._lines(room))) * self._line + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Its words in whole lines."""
        hint = super().sizeHint()
        margins = self.contentsMargins()
        if self.wordWrap():
            whole = painters.width(self.text(), self._font) + 1
            hint.setWidth(round(min(whole, LONGEST_LINE)) + margins.left() + margins.right())
            hint.setHeight(self.heightForWidth(hint.width()))
        else:
            hint.setHeight(max(hint.height(), self._line + margins.top() + margins.bottom()))
        return hint

    def minimumSizeHint(self) -> QSize:
        """One line; when it may be cut, hardly any width."""
        hint = super().minimumSizeHint()
        if self._elide:
            hint.setWidth(24)
        if not self.wordWrap():
            hint.setHeight(self.sizeHint().height())
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whole in the tooltip when it is cut."""
        super().resizeEvent(event)
        if self._elide:
            self._whole_in_tooltip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line by line, or cut; what is on one line and fits is Qt's."""
        if not (self.wordWrap() or self._elide):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        room = QRectF(self.contentsRect())
        ink = color(TONES[str(self.property("tone") or "")] if self.isEnabled() else Color.TEXT_DISABLED)
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        lines = [self.text()] if self._elide else self._lines(room.width())
        top = room.top()
        if not self.alignment() & Qt.AlignmentFlag.AlignTop:
            top += max(0.0, (room.height() - len(lines) * self._line) / 2)
        for line in lines:
            box = QRectF(room.left(), top, room.width(), self._line)
            painters.text(painter, box, line, self._font, ink, across | Qt.AlignmentFlag.AlignVCenter)
            top += self._line

    def _whole_in_tooltip(self) -> None:
        cut = painters.width(self.text(), self._font) > self.contentsRect().width()
        self.setToolTip(self.text() if cut else "")

    def _tell(self) -> None:
        if self.property("tone") == "danger":
            tell(self, self.text())

    def _lines(self, room: float) -> list[str]:
        return painters.wrapped(self.text(), self._font, max(1.0, room))


def field_label(text: str = "") -> Label:
    """The label above a field."""
    return Label(text, role=fonts.Text.SMALL, weight=fonts.MEDIUM, tone="secondary")


def labelled(label: QLabel, field: QWidget, *, beside: QWidget | None = None) -> QWidget:
    """`label` above `field`, and `beside` at the right end of the label's line."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.LABEL_TO_FIELD)
    if beside is None:
        column.addWidget(label)
    else:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label)
        line.addStretch()
        line.addWidget(beside)
        column.addLayout(line)
    column.addWidget(field)
    label.setBuddy(field)
    box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return box
