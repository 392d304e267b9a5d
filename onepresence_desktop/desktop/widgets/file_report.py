"""What a file would bring before it is taken in: its rows, what is wrong, and the two buttons below."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Footer
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.row_list import RowList

Entry = TypeVar("Entry")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 40


@dataclass(frozen=True)
class ReportRow:
    """name above words; place: where in the file. choice: what is decided of it and can be changed, "" for nothing."""

    icon: str
    ink: Color
    name: str
    words: str
    place: str = ""
    choice: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.place, self.name, self.words, self.choice) if part)


class ReportModel(QAbstractTableModel, Generic[Entry]):
    """Entries of a report, in the order in which they are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    @abstractmethod
    def row(self, entry: Entry) -> ReportRow:
        """How an entry is shown."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, what a screen reader says of it, or its words where they are cut off."""
        if role == ROW_ROLE:
            return self.row(self.entries[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.row(self.entries[index.row()]).spoken
        return self.row(self.entries[index.row()]).words if role == Qt.ItemDataRole.ToolTipRole else None

    def show_entries(self, entries: list[Entry]) -> None:
        """Show a report's."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def refresh(self) -> None:
        """Something was decided."""
        if self.entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.entries) - 1, 0))


class ReportDelegate(QStyledItemDelegate):
    """Icon, name and place, what becomes of it below; what can be decided at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Asked by nobody: rows have a fixed height."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row: ReportRow = index.data(ROW_ROLE)
        rect = QRectF(option.rect).adjusted(8, 0, -8, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.BG_SELECTED))
            painter.drawRoundedRect(rect, Radius.S, Radius.S)
        ratio, middle = option.widget.devicePixelRatioF(), rect.center().y()
        icons.paint(painter, row.icon, QRectF(rect.left() + 8, middle - 8, 16, 16), color(row.ink), ratio)
        left, small = rect.left() + 34, fonts.font(fonts.Text.SMALL)
        end = self._choice(painter, row.choice, rect, ratio) if row.choice else rect.right() - 10
        first = QRectF(left, middle - 17, end - left, 18)
        if row.name and row.place:
            wide = painters.width(row.place, small)
            spot = QRectF(end - wide, first.top(), wide + 1, first.height())
            painters.text(painter, spot, row.place, small, color(Color.TEXT_TERTIARY))
            first.setRight(spot.left() - 14)
        name = fonts.font(weight=fonts.MEDIUM)
        painters.text(painter, first, row.name or row.place, name, color(Color.TEXT_PRIMARY))
        below = QRectF(left, middle, end - left, 16)
        painters.text(painter, below, row.words, small, color(Color.TEXT_SECONDARY))
        painter.restore()

    def _choice(self, painter: QPainter, words: str, rect: QRectF, ratio: float) -> float:
        """The decision and its arrow; returns where what is left of it ends."""
        small, end = fonts.font(fonts.Text.SMALL), rect.right() - 10
        wide = painters.width(words, small)
        arrow = QRectF(end - 14, rect.center().y() - 7, 14, 14)
        icons.paint(painter, "chevron-down", arrow, color(Color.TEXT_TERTIARY), ratio)
        spot = QRectF(end - 18 - wide, rect.top(), wide + 1, rect.height())
        painters.text(painter, spot, words, small, color(Color.ACCENT_TEXT))
        return end - wide - 28


class FileReport(QWidget):
    """head, column: what a page adds stands below the summary, or between band and rows."""

    def __init__(self, rows: QAbstractTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(role=fonts.Text.HEADING, elide=True)
        self.summary = Label(role=fonts.Text.SMALL, tone="secondary", wrap=True)
        self.head, self.column = QVBoxLayout(), QVBoxLayout(self)
        self.band = Banner(Tone.DANGER)
        self.list = RowList(rows, ReportDelegate(), ROW_HEIGHT)
        self.cancel_button = Button(kind=Kind.QUIET)
        self.import_button = Button(kind=Kind.PRIMARY)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.head.setContentsMargins(20, 14, 20, 10)
        self.head.setSpacing(6)
        self.head.addWidget(self.title)
        self.head.addWidget(self.summary)
        self.column.addLayout(self.head)
        self.column.addWidget(self.band)
        self.column.addWidget(self.list, 1)
        foot = Footer(56)
        foot.row.addStretch()
        foot.row.addWidget(self.cancel_button)
        foot.row.addWidget(self.import_button)
        self.column.addWidget(foot)
