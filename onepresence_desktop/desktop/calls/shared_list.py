"""The list of shared missed calls: model and how a row is painted."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from onepresence_desktop.desktop.calls.shared_rows import SharedHead, SharedRow
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import focus_ring, painters
from onepresence_desktop.domain.shared_calls import SharedCallId, SharedState

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ROW, HEAD = 64, 30
FACE = 20
"""Of whoever has it in hand."""


class SharedModel(QAbstractTableModel):
    """Rows and heads; heads can't be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SharedHead | SharedRow] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, or what a screen reader says of it."""
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, SharedHead):
                return f"{row.text} {row.count}"
            return ", ".join(p for p in (row.title, row.tries, row.line, row.state, row.since, row.memo) if p)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads are only read."""
        if isinstance(self.rows[index.row()], SharedHead):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def show_rows(self, rows: list[SharedHead | SharedRow]) -> None:
        """Show others."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def place_of(self, item: SharedCallId | None) -> int:
        """Where an item is shown; -1 for nowhere."""
        return next((n for n, row in enumerate(self.rows) if isinstance(row, SharedRow) and row.id == item), -1)


class SharedDelegate(QStyledItemDelegate):
    """Who, which group and when, memo; the state at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Asked by nobody: rows have fixed heights."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row, rect = index.data(ROW_ROLE), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, SharedHead):
            font = fonts.font(fonts.Text.SMALL, fonts.SEMIBOLD)
            base = QRectF(rect.left() + 16, rect.bottom() - 22, rect.width() - 32, 16)
            painters.text(painter, base, row.text, font, color(Color.TEXT_SECONDARY))
            base.setLeft(base.left() + painters.width(row.text, font) + 6)
            painters.text(painter, base, row.count, fonts.font(fonts.Text.SMALL), color(Color.TEXT_TERTIARY))
        else:
            self._item(painter, option, rect.adjusted(8, 0, -8, 0), row)
        painter.restore()

    def _item(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, row: SharedRow) -> None:
        chosen, ratio = bool(option.state & QStyle.StateFlag.State_Selected), option.widget.devicePixelRatioF()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            ringed = chosen and option.widget.hasFocus() and focus_ring.keyboard_used()
            painter.setPen(QPen(color(Color.ACCENT_FOCUS), 1.5) if ringed else Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.BG_SELECTED if chosen else Color.BG_HOVER))
            painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), Radius.S, Radius.S)
        disc = QRectF(rect.left() + 8, rect.center().y() - 16, 32, 32)
        if row.user is not None:
            painters.avatar(painter, disc, row.title, row.user, ratio)
        else:
            painters.avatar_icon(painter, disc, "person", ratio)
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        end = self._state(painter, rect, row, ratio) - 10
        left, top = rect.left() + 50, rect.center().y() - (27 if row.memo else 18)
        bold = fonts.font(weight=fonts.SEMIBOLD, tabular=True)
        ink = Color.TEXT_SECONDARY if row.which is SharedState.DONE else Color.TEXT_PRIMARY
        painters.text(painter, QRectF(left, top, end - left, 18), row.title, bold, color(ink))
        wide = min(painters.width(row.title, bold) + 8, end - left)
        painters.text(
            painter, QRectF(left + wide, top, end - left - wide, 18), row.tries, small, color(Color.DANGER_TEXT)
        )
        painters.text(painter, QRectF(left, top + 19, end - left, 16), row.line, small, color(Color.TEXT_SECONDARY))
        if row.memo:
            icons.paint(painter, "note", QRectF(left, top + 38, 13, 13), color(Color.TEXT_TERTIARY), ratio)
            room = QRectF(left + 18, top + 36, end - left - 18, 16)
            painters.text(painter, room, row.memo, small, color(Color.TEXT_SECONDARY))

    def _state(self, painter: QPainter, rect: QRectF, row: SharedRow, ratio: float) -> float:
        """The state's words, and who has it; where they begin."""
        small = fonts.font(fonts.Text.SMALL, fonts.MEDIUM, tabular=True)
        wide = max(painters.width(row.state, small), painters.width(row.since, small)) + 2
        left, middle = rect.right() - 10 - wide, rect.center().y()
        ink = Color.ACCENT_TEXT if row.mine else Color.TEXT_SECONDARY
        if row.which is SharedState.OPEN:
            ink = Color.DANGER_TEXT
        top = middle - (18 if row.since else 9)
        painters.text(painter, QRectF(left, top, wide, 18), row.state, small, color(ink), painters.RIGHT)
        faint = color(Color.DANGER_TEXT if row.red else Color.TEXT_TERTIARY)
        painters.text(painter, QRectF(left, middle, wide, 18), row.since, small, faint, painters.RIGHT)
        if row.by is None:
            return left
        name, user = row.by
        painters.avatar(painter, QRectF(left - FACE - 6, top - 1, FACE, FACE), name, user, ratio)
        return left - FACE - 6
