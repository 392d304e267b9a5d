"""The focus ring: two pixels with a gap of one, outside the widget, and only after keyboard use (design, section 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius

REACH = 3
KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_keyboard = False


def keyboard_used() -> bool:
    """Whether the last input that a list or control told of was a key; delegates draw their row line by it."""
    return _keyboard


def note_key() -> None:
    """A key moved the selection or the focus."""
    global _keyboard
    _keyboard = True


def note_mouse() -> None:
    """The pointer pressed something."""
    global _keyboard
    _keyboard = False


class _Ring(QWidget):
    """Lies over the window and follows the widget it surrounds."""

    def __init__(self, around: QWidget, radius: float) -> None:
        super().__init__(_ground(around))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around = around
        self._radius = radius
        self._watched: list[QWidget] = []
        widget: QWidget | None = around
        while widget is not None and widget is not self.parentWidget():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._follow()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow moves of the widget and of all it lies in."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.Destroy):
            self.hide()
        return False

    def dismiss(self) -> None:
        """Go away for good."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched.clear()
        self.hide()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One rounded line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(Color.ACCENT_FOCUS), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._radius + 2, self._radius + 2)

    def _follow(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        corner = self._around.mapTo(parent, QPoint(0, 0))
        self.setGeometry(QRect(corner, self._around.size()).adjusted(-REACH, -REACH, REACH, REACH))
        self.raise_()


def _ground(widget: QWidget) -> QWidget:
    """The widget to lie on: the innermost scroll viewport's content or the window, so that scrolling clips it."""
    parent = widget.parentWidget()
    while parent is not None:
        if parent.objectName() == "scrolled" or parent.isWindow():
            return parent
        if parent.parentWidget() is None:
            return parent
        parent = parent.parentWidget()
    return widget.window()


if TYPE_CHECKING:
    _Mixed = QWidget
else:
    _Mixed = object


class Ringed(_Mixed):
    """Mix-in, named first: the widget shows a ring while it has the focus by keyboard."""

    ring_radius: float = Radius.S
    _ring: _Ring | None = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the focus came by key."""
        super().focusInEvent(event)
        if event.reason() in KEYBOARD_REASONS:
            note_key()
            self._show_ring()
        elif event.reason() in (Qt.FocusReason.OtherFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            if keyboard_used():
                self._show_ring()
        else:
            note_mouse()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._drop_ring()

    def hide_ring(self) -> None:
        """As if the focus had come by the pointer."""
        self._drop_ring()

    def _show_ring(self) -> None:
        self._drop_ring()
        if self.window() is not self:
            self._ring = _Ring(self, self.ring_radius)

    def _drop_ring(self) -> None:
        if self._ring is not None:
            self._ring.dismiss()
            self._ring = None
