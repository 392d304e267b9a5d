"""Switch, check box and radio button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.focus_ring import Ringed
from onepresence_desktop.desktop.widgets.toggling import Toggled
from onepresence_desktop.desktop.widgets.writing import Writing

TARGET = 24
"""Nothing that is clicked is smaller (WCAG 2.2, success criterion 2.5.8)."""
TRACK = 20
"""Height of a switch as it is painted."""
ONE_LINE, TWO_LINES = 18, 34
"""Height of the words of a check box or radio button."""


class Switch(Writing, Toggled, Ringed, QCheckBox):
    """On or off, applied at once; `name` is what it switches, for those who don't see the row."""

    ring_radius = 10

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow_toggles()
        self.setAccessibleName(name)
        self.setFixedSize(34, TARGET)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it may be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track and thumb."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, (TARGET - TRACK) / 2)
        rect = QRectF(0, 0, self.width(), TRACK)
        on = self.isChecked()
        edge = Color.LINE_CONTROL if not on else Color.ACCENT_SOLID
        ground = Color.ACCENT_SOLID if on else Color.BG_FIELD
        thumb = color(Color.LINE_CONTROL) if not on else QColor("#FFFFFF")
        if not self.isEnabled():
            edge = ground = Color.BG_TRACK
            thumb = color(Color.TEXT_DISABLED)
        painter.setPen(QPen(color(edge), 1))
        painter.setBrush(color(ground))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 9.5, 9.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(thumb)
        painter.drawEllipse(QRectF(17, 3, 14, 14) if on else QRectF(4, 4, 12, 12))


class CheckBox(Writing, Toggled, Ringed, QCheckBox):
    """A box of 16 pixels with words and perhaps a second line."""

    ring_radius = 4

    def __init__(self, text: str = "", *, line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow_toggles()
        self._line = line
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_line(self, line: str) -> None:
        """The second line."""
        self._line = line
        self.setAccessibleDescription(line)
        self.updateGeometry()

    def hitButton(self, pos: QPoint) -> bool:
        """Words may be clicked too."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Box and words."""
        return _words_size(self, self._line)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, tick, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, _above(self, self._line))
        check_mark(
            painter,
            QRectF(0, 1, 16, 16),
            on=self.isChecked(),
            ratio=self.devicePixelRatioF(),
            enabled=self.isEnabled(),
        )
        _paint_words(painter, self, self._line)


class RadioButton(Toggled, Ringed, QRadioButton):
    """A disc of 16 pixels with words and perhaps a second line."""

    ring_radius = 8

    def __init__(self, text: str = "", *, line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow_toggles()
        self._line = line
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_line(self, line: str) -> None:
        """The second line."""
        self._line = line
        self.setAccessibleDescription(line)
        self.updateGeometry()

    def hitButton(self, pos: QPoint) -> bool:
        """Words may be clicked too."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Disc and words."""
        return _words_size(self, self._line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc, dot, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, _above(self, self._line))
        radio_mark(painter, QRectF(0, 1, 16, 16), on=self.isChecked())
        _paint_words(painter, self, self._line)


def check_mark(painter: QPainter, rect: QRectF, *, on: bool, ratio: float, enabled: bool = True) -> None:
    """The box of a check box, for delegates too."""
    edge = color(Color.ACCENT_SOLID if on else Color.LINE_CONTROL)
    ground = color(Color.ACCENT_SOLID if on else Color.BG_FIELD)
    if not enabled:
        edge, ground = color(Color.LINE_STRONG), color(Color.BG_TRACK)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
    if on:
        ink = QColor("#FFFFFF") if enabled else color(Color.TEXT_DISABLED)
        icons.paint(painter, "check", rect.adjusted(2, 2, -2, -2), ink, ratio)


def radio_mark(painter: QPainter, rect: QRectF, *, on: bool) -> None:
    """The disc of a radio button."""
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(Color.ACCENT_SOLID))
        painter.drawEllipse(rect)
        painter.setBrush(QColor("#FFFFFF"))
        inner = rect.width() * 5 / 16
        painter.drawEllipse(rect.adjusted(inner, inner, -inner, -inner))
    else:
        painter.setPen(QPen(color(Color.LINE_CONTROL), 1))
        painter.setBrush(color(Color.BG_FIELD))
        painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def _words_size(button: QAbstractButton, line: str) -> QSize:
    wide = painters.width(button.text(), fonts.font())
    if line:
        wide = max(wide, painters.width(line, fonts.font(fonts.Text.SMALL)))
    return QSize(26 + round(wide) if button.text() else TARGET, TWO_LINES if line else TARGET)


def _above(button: QAbstractButton, line: str) -> float:
    """Air above box and words, which are not as high as what can be hit."""
    return max(0.0, (button.height() - (TWO_LINES if line else ONE_LINE)) / 2)


def _paint_words(painter: QPainter, button: QAbstractButton, line: str) -> None:
    room = button.width() - 24
    ink = color(Color.TEXT_PRIMARY if button.isEnabled() else Color.TEXT_DISABLED)
    painters.text(painter, QRectF(24, 0, room, 18), button.text(), fonts.font(), ink)
    if line:
        painters.text(painter, QRectF(24, 18, room, 16), line, fonts.font(fonts.Text.SMALL), color(Color.TEXT_TERTIARY))
