"""A band that tells of a state of things, in words, without stopping anyone."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.telling import tell


class Tone(Enum):
    """Ground, ink of the icon, and the usual icon."""

    WARNING = (Color.WARNING_TINT, Color.WARNING_TEXT, "disconnected")
    DANGER = (Color.DANGER_TINT, Color.DANGER_TEXT, "error")
    INFO = (Color.BG_SELECTED, Color.ACCENT_TEXT, "info")
    NEUTRAL = (Color.BG_TRACK, Color.TEXT_TERTIARY, "info")


class Banner(QWidget):
    """At least 36 high, and `below` of air under it; words wrap. Hidden until `say`. action_clicked: of its button."""

    action_clicked = Signal()

    def __init__(
        self,
        tone: Tone = Tone.WARNING,
        *,
        icon: str = "",
        link: bool = False,
        below: int = 0,
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self._tone = tone
        self._below = below
        self._told = ""
        self._icon = icon or tone.value[2]
        self.setMinimumHeight(36 + below)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(38, 8, 12 if not link else 6, 8 + below)
        row.setSpacing(10)
        self._words = QLabel()
        self._words.setFont(fonts.font(fonts.Text.SMALL))
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        row.addWidget(self._words, 1)
        self._action = Button(kind=Kind.LINK if link else Kind.PLAIN, small=True)
        self._action.clicked.connect(self.action_clicked)
        self._action.hide()
        row.addWidget(self._action)
        self.hide()

    def say(self, words: str, *, strong: str = "") -> None:
        """Show `strong` in bold and then `words`; both are plain text."""
        before, self._told = self._told, strong or words  # what follows may count seconds
        first = f"<b style='font-weight:600'>{_escape(strong)}</b> " if strong else ""
        self._words.setText(first + _escape(words))
        self.setAccessibleName(f"{strong} {words}".strip())
        if self.isVisible() and self._told != before:
            tell(self, self.words)
        self.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Say it when it comes up."""
        super().showEvent(event)
        if not event.spontaneous():
            tell(self, self.words)

    @property
    def words(self) -> str:
        """What it says, as plain text."""
        return self.accessibleName()

    def set_tone(self, tone: Tone, icon: str = "") -> None:
        """Another ground."""
        self._tone = tone
        self._icon = icon or tone.value[2]
        self.update()

    def set_action(self, text: str) -> None:
        """The button's words; "" takes it away."""
        self._action.setText(text)
        self._action.updateGeometry()
        self._action.setVisible(bool(text))
        margins = self._row.contentsMargins()
        vertical = 4 if text else 8
        self._row.setContentsMargins(margins.left(), vertical, margins.right(), vertical + self._below)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and icon."""
        ground, ink, _ = self._tone.value
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        plate = QRectF(self.rect()).adjusted(0, 0, 0, -self._below)
        painter.drawRoundedRect(plate, Radius.M, Radius.M)
        spot = QRectF(12, plate.center().y() - 8, 16, 16)
        icons.paint(painter, self._icon, spot, color(ink), self.devicePixelRatioF())


def _escape(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
