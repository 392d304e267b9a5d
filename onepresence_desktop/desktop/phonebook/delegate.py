"""Paints a row of the phonebook (design, section 7.10)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from onepresence_desktop.desktop.phonebook.model import ROW_ROLE, Row
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import focus_ring, painters

ROW_HEIGHT = 50
INSET = 8


class ContactDelegate(QStyledItemDelegate):
    """Face, name, title and company, star."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Asked by nobody: rows have a fixed height."""
        return QSize(200, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row."""
        row: Row = index.data(ROW_ROLE)
        widget: QWidget = option.widget
        rect = QRectF(option.rect).adjusted(INSET, 0, -INSET, 0)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, selected, bool(state & QStyle.StateFlag.State_MouseOver), widget)
        ratio, middle = widget.devicePixelRatioF(), rect.center().y()
        face(painter, QRectF(rect.left() + 8, middle - 16, 32, 32), row, str(row.user or row.title), ratio)
        left, right = rect.left() + 50, rect.right() - 10
        if row.favourite:
            spot = QRectF(right - 14, middle - 7, 14, 14)
            icons.paint(painter, "star-filled", spot, color(Color.ACCENT_TEXT), ratio)
            right -= 20
        top = middle - 18 if row.line else middle - 9
        bold = fonts.font(weight=fonts.SEMIBOLD)
        painters.text(painter, QRectF(left, top, right - left, 18), row.title, bold, color(Color.TEXT_PRIMARY))
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        below = QRectF(left, middle + 1, right - left, 16)
        painters.text(painter, below, row.line, small, color(Color.TEXT_SECONDARY))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, selected: bool, hovered: bool, widget: QWidget) -> None:
        if not (selected or hovered):
            painter.fillRect(QRectF(rect.left() + 46, rect.bottom() - 1, rect.width() - 54, 1), color(Color.LINE_SOFT))
            return
        ground = Color.BG_HOVER
        if selected:
            ground = Color.BG_SELECTED if widget.isActiveWindow() else Color.BG_SELECTED_INACTIVE
        ringed = selected and widget.hasFocus() and focus_ring.keyboard_used()
        painter.setPen(QPen(color(Color.ACCENT_FOCUS), 1.5) if ringed else Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        inset = 0.75 if ringed else 0.0
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), Radius.S, Radius.S)


def face(painter: QPainter, spot: QRectF, row: Row, tone: str, ratio: float) -> None:
    """A person's initials, with a colleague's state; a building for a company. tone: what its colour follows from."""
    if row.company:
        painters.avatar_icon(painter, spot, "building", ratio)
    else:
        painters.avatar(painter, spot, row.title, tone, ratio, presence=row.presence, stale=row.stale)
