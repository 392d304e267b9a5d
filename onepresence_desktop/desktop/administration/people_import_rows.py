"""What a sheet of people would do, line by line: lines that can't be taken first."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.texts.people_import import column, line_problem
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.wire.people_import import ImportedLine, LineVerdict

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 40

_LOOKS = {
    LineVerdict.NEW: ("add", Color.AVAILABLE_TEXT),
    LineVerdict.CHANGED: ("edit", Color.ACCENT_TEXT),
    LineVerdict.REFUSED: ("error", Color.DANGER_TEXT),
    LineVerdict.UNKNOWN: ("info", Color.TEXT_TERTIARY),
}


def words(line: ImportedLine) -> str:
    """What becomes of a line."""
    if line.verdict is LineVerdict.REFUSED:
        return line_problem(line.field, line.problem)
    if line.verdict is LineVerdict.NEW:
        return translate("Administration", "New person")
    if line.verdict is LineVerdict.UNKNOWN:
        return translate("Administration", "Something that this version doesn't know")
    return translate("Administration", "Changed: {columns}").format(columns=", ".join(map(column, line.fields)))


def place(line: ImportedLine) -> str:
    """Where it stands in the file."""
    return translate("Administration", "Row {number}").format(number=line.line)


class LinesModel(QAbstractTableModel):
    """Lines of a report, in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[ImportedLine] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, or what a screen reader says of it."""
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (place(line), line.name, words(line)) if part)
        return words(line) if role == Qt.ItemDataRole.ToolTipRole else None

    def show_lines(self, lines: list[ImportedLine]) -> None:
        """Show a report's."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()


class LinesDelegate(QStyledItemDelegate):
    """Icon, name and number of the line; what becomes of it below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Asked by nobody: rows have a fixed height."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        line: ImportedLine = index.data(LINE_ROLE)
        rect = QRectF(option.rect).adjusted(8, 0, -8, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.BG_SELECTED))
            painter.drawRoundedRect(rect, Radius.S, Radius.S)
        icon, ink = _LOOKS[line.verdict]
        ratio, middle = option.widget.devicePixelRatioF(), rect.center().y()
        icons.paint(painter, icon, QRectF(rect.left() + 8, middle - 8, 16, 16), color(ink), ratio)
        small, where = fonts.font(fonts.Text.SMALL), place(line)
        left, wide, end = rect.left() + 34, painters.width(where, small), rect.right() - 10
        first = QRectF(left, middle - 17, end - left, 18)
        if line.name:
            right = QRectF(end - wide, first.top(), wide + 1, first.height())
            painters.text(painter, right, where, small, color(Color.TEXT_TERTIARY))
            first.setRight(right.left() - 14)
        painters.text(painter, first, line.name or where, fonts.font(weight=fonts.MEDIUM), color(Color.TEXT_PRIMARY))
        below = QRectF(left, middle, end - left, 16)
        painters.text(painter, below, words(line), small, color(Color.TEXT_SECONDARY))
        painter.restore()
