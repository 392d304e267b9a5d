"""The rows of the inbox, one column."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from onepresence_desktop.desktop.inbox.rows import MessageRow
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.messages import MessageId

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class InboxModel(QAbstractTableModel):
    """Rows are replaced as a whole when their order changes, and one by one when only a mark did."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[MessageRow] = []

    def rowCount(self, parent: Index | None = None) -> int:
        """Rows; none below a row."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """One."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, or what is read out."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row)
        return None

    def show_rows(self, rows: list[MessageRow]) -> None:
        """Show others."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            before, self.rows = self.rows, rows
            for place, row in enumerate(rows):
                if row != before[place]:
                    index = self.index(place, 0)
                    self.dataChanged.emit(index, index)
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, message_id: MessageId | None) -> int:
        """Where a message stands, -1 when it doesn't."""
        return next((place for place, row in enumerate(self.rows) if row.id == message_id), -1)


def spoken(row: MessageRow) -> str:
    """A row in words."""
    marks = [row.title, row.line, row.when]
    if row.unread:
        marks.append(translate("Inbox", "unread"))
    if row.kept:
        marks.append(translate("Inbox", "kept"))
    return ", ".join(mark for mark in marks if mark)
