"""One number of several in the pop-up: whose it is, the number, its key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.dial.candidates import Candidate
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Pressable


class Face(QWidget):
    """A colleague's avatar, or a house for anyone else."""

    def __init__(self, candidate: Candidate, extent: int) -> None:
        super().__init__()
        self._candidate = candidate
        self.setFixedSize(extent, extent)

    def take(self, candidate: Candidate) -> None:
        """More is known of whose the number is."""
        self._candidate = candidate
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, ratio = QRectF(self.rect()), self.devicePixelRatioF()
        if self._candidate.user_id is not None:
            painters.avatar(painter, rect, self._candidate.name, self._candidate.user_id, ratio)
        else:
            icon = "person" if self._candidate.name else "call"
            painters.avatar_icon(painter, rect, icon, ratio, ground=Color.BG_POPOVER_TRACK)


class CandidateRow(Pressable):
    """Name and number of one candidate, with its key."""

    def __init__(self, candidate: Candidate, place: int) -> None:
        super().__init__()
        self.candidate = candidate
        self._place = place
        self.setFixedHeight(46)
        self._face = Face(candidate, 32)
        self._face.setParent(self)
        self._face.move(10, 7)
        self._face.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._second = ""
        self.take(candidate)

    def take(self, candidate: Candidate) -> None:
        """The candidate, or more of whose the number is."""
        self.candidate = candidate
        self._face.take(candidate)
        self._second = candidate.shown if candidate.name else ""
        if not candidate.certain:
            guess = translate("Dial", "Guessed from the text")
            self._second = f"{self._second} · {guess}" if self._second else guess
        self.setAccessibleName(", ".join(part for part in (f"{self._place}: {self._name}", self._second) if part))
        self.update()

    @property
    def _name(self) -> str:
        return self.candidate.name or self.candidate.shown

    def _show_ring(self) -> None:
        """The ground and the handset show where the keys are."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two lines and the key cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.BG_SELECTED if self.hasFocus() else Color.BG_HOVER))
            painter.drawRoundedRect(QRectF(self.rect()), Radius.S, Radius.S)
        if self.hasFocus():
            spot = QRectF(self.width() - 58, self.height() / 2 - 8, 16, 16)
            icons.paint(painter, "call", spot, color(Color.ACCENT_TEXT), self.devicePixelRatioF())
        room = self.width() - 54 - 64
        first = QRectF(54, 6, room, 18) if self._second else QRectF(54, 0, room, self.height())
        name = fonts.font(weight=fonts.MEDIUM, tabular=not self.candidate.name)
        painters.text(painter, first, self._name, name, color(Color.TEXT_PRIMARY))
        if self._second:
            small = fonts.font(fonts.Text.SMALL, tabular=True)
            painters.text(painter, QRectF(54, 24, room, 16), self._second, small, color(Color.TEXT_SECONDARY))
        painters.key_cap(painter, QPointF(self.width() - 30, self.height() / 2), str(self._place))
