"""Paints a row of the history (design, section 7.9)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from onepresence_desktop.desktop.calls.model import ROW_ROLE
from onepresence_desktop.desktop.calls.rows import Entry, Head
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import focus_ring, painters

ROW_HEIGHT = 48
HEAD_HEIGHT = 30
INSET = 8
NUMBER, DEVICE, LENGTH, TIME = 128, 28, 84, 52
NUMBER_FROM = 600
"""List width from which number and phone have columns of their own."""


class Places:
    """The rectangles of a row."""

    def __init__(self, rect: QRectF) -> None:
        self.row = rect.adjusted(INSET, 0, -INSET, 0)
        inner = self.row.adjusted(INSET, 0, -INSET, 0)
        middle = inner.center().y()
        self.icon = QRectF(inner.left(), middle - 8, 16, 16)
        self.avatar = QRectF(inner.left() + 30, middle - 16, 32, 32)
        right = inner.right()
        self.time = QRectF(right - TIME, inner.top(), TIME, inner.height())
        right -= TIME + 6
        self.length = QRectF(right - LENGTH, inner.top(), LENGTH, inner.height())
        right -= LENGTH + 14
        self.device = self.number = QRectF()
        if rect.width() >= NUMBER_FROM:
            self.device = QRectF(right - DEVICE, middle - 9, 18, 18)
            right -= DEVICE + 10
            self.number = QRectF(right - NUMBER, inner.top(), NUMBER, inner.height())
            right -= NUMBER + 12
        left = inner.left() + 72
        self.name = QRectF(left, inner.top(), right - left, inner.height())
        self.call = QRectF(inner.right() - 28, middle - 14, 28, 28)
        self.why = QRectF(inner.right() - 60, middle - 14, 28, 28)


class CallDelegate(QStyledItemDelegate):
    """`pointer`: where the mouse is, in the viewport."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self.pointer: QPoint | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Asked by nobody: rows have fixed heights."""
        return QSize(200, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row."""
        row = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        widget: QWidget = option.widget
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Head):
            self._head(painter, rect, row)
        elif isinstance(row, Entry):
            state: QStyle.StateFlag = option.state
            selected = bool(state & QStyle.StateFlag.State_Selected)
            hovered = bool(state & QStyle.StateFlag.State_MouseOver)
            places = Places(rect)
            self._ground(painter, places, selected, hovered, widget)
            self._entry(painter, places, row, widget.devicePixelRatioF(), hovered)
        painter.restore()

    def _head(self, painter: QPainter, rect: QRectF, row: Head) -> None:
        font = fonts.font(fonts.Text.SMALL, fonts.SEMIBOLD)
        base = QRectF(rect.left() + 2 * INSET, rect.bottom() - 22, rect.width() - 32, 16)
        painters.text(painter, base, row.text, font, color(Color.TEXT_SECONDARY))
        base.setLeft(base.left() + painters.width(row.text, font) + 6)
        painters.text(painter, base, row.count, fonts.font(fonts.Text.SMALL, tabular=True), color(Color.TEXT_TERTIARY))

    def _ground(self, painter: QPainter, places: Places, selected: bool, hovered: bool, widget: QWidget) -> None:
        rect = places.row
        if not (selected or hovered):
            line = QRectF(places.name.left(), rect.bottom() - 1, rect.right() - places.name.left() - 8, 1)
            painter.fillRect(line, color(Color.LINE_SOFT))
            return
        active = widget.isActiveWindow()
        ground = Color.BG_HOVER
        if selected:
            ground = Color.BG_SELECTED if active else Color.BG_SELECTED_INACTIVE
        ringed = selected and widget.hasFocus() and focus_ring.keyboard_used()
        painter.setPen(QPen(color(Color.ACCENT_FOCUS), 1.5) if ringed else Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        inset = 0.75 if ringed else 0.0
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), Radius.S, Radius.S)

    def _entry(self, painter: QPainter, places: Places, row: Entry, ratio: float, hovered: bool) -> None:
        red = row.missed or row.icon == "call-diverted"
        icons.paint(painter, row.icon, places.icon, color(Color.DANGER_TEXT if red else Color.TEXT_TERTIARY), ratio)
        if row.user is not None:
            painters.avatar(painter, places.avatar, row.title, row.user, ratio, presence=row.presence, stale=row.stale)
        else:
            painters.avatar_icon(painter, places.avatar, "person", ratio)
        self._name(painter, places, row)
        secondary = color(Color.TEXT_SECONDARY)
        if not places.number.isEmpty():
            painters.text(painter, places.number, row.number, fonts.font(tabular=True), secondary)
        if row.device_icon and not places.device.isEmpty():
            icons.paint(painter, row.device_icon, places.device, color(Color.TEXT_TERTIARY), ratio)
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        painters.text(painter, places.length, row.length, small, secondary, painters.RIGHT)
        if hovered:
            self._buttons(painter, places, row, ratio)
        else:
            painters.text(painter, places.time, row.when, fonts.font(tabular=True), secondary, painters.RIGHT)

    def _name(self, painter: QPainter, places: Places, row: Entry) -> None:
        room, middle = places.name, places.name.center().y()
        top = middle - 18 if row.line else middle - 9
        ink = color(Color.DANGER_TEXT if row.missed else Color.TEXT_PRIMARY)
        bold = fonts.font(weight=fonts.MEDIUM, tabular=True)
        painters.text(painter, QRectF(room.left(), top, room.width(), 18), row.title, bold, ink)
        below = QRectF(room.left(), middle, room.width(), 16)
        painters.text(painter, below, row.line, fonts.font(fonts.Text.SMALL), color(Color.TEXT_TERTIARY))

    def _buttons(self, painter: QPainter, places: Places, row: Entry, ratio: float) -> None:
        looks = [(places.why, "info", Color.TEXT_SECONDARY)]
        if row.number:
            looks.append((places.call, "call", Color.AVAILABLE_TEXT))
        for rect, icon, ink in looks:
            if self.pointer is not None and rect.contains(QPointF(self.pointer)):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color(Color.BG_PRESSED))
                painter.drawRoundedRect(rect, Radius.S, Radius.S)
            icons.paint(painter, icon, rect.adjusted(6, 6, -6, -6), color(ink), ratio)
