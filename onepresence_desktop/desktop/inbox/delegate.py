"""Paints a row of the inbox (design, section 7.8)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from onepresence_desktop.desktop.inbox.model import ROW_ROLE
from onepresence_desktop.desktop.inbox.rows import MessageRow
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import focus_ring, painters

ROW_HEIGHT = 62
INSET = 8


class MessageDelegate(QStyledItemDelegate):
    """Icon in a disc, name and time, what it is, marks; unread in bold with a dot."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Asked by nobody: rows have a fixed height."""
        return QSize(200, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row."""
        row: MessageRow = index.data(ROW_ROLE)
        widget: QWidget = option.widget
        rect = QRectF(option.rect).adjusted(INSET, 0, -INSET, 0)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, selected, bool(state & QStyle.StateFlag.State_MouseOver), widget)
        self._disc(painter, QRectF(rect.left() + 8, rect.center().y() - 14, 28, 28), row, selected, widget)
        left, right, middle = rect.left() + 46, rect.right() - 10, rect.center().y()
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        when = painters.width(row.when, small)
        painters.text(
            painter,
            QRectF(right - when, middle - 18, when + 1, 18),
            row.when,
            small,
            color(Color.ACCENT_TEXT if row.unread else Color.TEXT_TERTIARY),
        )
        bold = fonts.font(weight=fonts.SEMIBOLD if row.unread else fonts.MEDIUM, tabular=True)
        room = QRectF(left, middle - 18, right - when - 8 - left, 18)
        painters.text(painter, room, row.title, bold, color(Color.TEXT_PRIMARY))
        end = right
        for there, icon, ink in (
            (row.kept, "kept", Color.ACCENT_TEXT),
            (row.cut_short, "warning", Color.WARNING_TEXT),
        ):
            if there:
                spot = QRectF(end - 13, middle + 2, 13, 13)
                icons.paint(painter, icon, spot, color(ink), widget.devicePixelRatioF())
                end -= 18
        below = QRectF(left, middle + 1, end - left, 16)
        painters.text(painter, below, row.line, small, color(Color.TEXT_SECONDARY))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, selected: bool, hovered: bool, widget: QWidget) -> None:
        if not (selected or hovered):
            painter.fillRect(QRectF(rect.left() + 46, rect.bottom() - 1, rect.width() - 54, 1), color(Color.LINE_SOFT))
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

    def _disc(self, painter: QPainter, rect: QRectF, row: MessageRow, selected: bool, widget: QWidget) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        ground = Color.ACCENT_TINT if row.unread else Color.BG_TRACK
        painter.setBrush(color(Color.BG_WINDOW if selected else ground))
        painter.drawEllipse(rect)
        ink = color(Color.ACCENT_TEXT if row.unread else Color.TEXT_TERTIARY)
        icons.paint(painter, row.icon, rect.adjusted(6, 6, -6, -6), ink, widget.devicePixelRatioF())
        if row.unread:
            painter.setBrush(color(Color.BADGE_SOLID))
            painter.drawEllipse(QRectF(rect.right() - 8, rect.top() - 2, 9, 9))
