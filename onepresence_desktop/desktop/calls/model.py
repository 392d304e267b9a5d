"""The rows of the history, one column; older calls are fetched when scrolled to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from onepresence_desktop.desktop.calls.rows import Entry, Head, Row
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.calls import Direction

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class CallsModel(QAbstractTableModel):
    """more: whether there may be older calls. fetch: asks for them."""

    def __init__(self, fetch: Callable[[], None]) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.more = False
        self._fetch = fetch

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

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads can't be chosen."""
        if not index.isValid() or isinstance(self.rows[index.row()], Head):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, parent: Index) -> bool:
        """Whether scrolling on may bring older calls."""
        return self.more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Ask for them."""
        if self.more and not parent.isValid():
            self._fetch()

    def show_rows(self, rows: list[Row]) -> None:
        """Show others; when only states changed, the rows stay where they are."""
        if [_key(row) for row in rows] == [_key(row) for row in self.rows]:
            before, self.rows = self.rows, rows
            for place, row in enumerate(rows):
                if row != before[place]:
                    index = self.index(place, 0)
                    self.dataChanged.emit(index, index)
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def entry(self, place: int) -> Entry | None:
        """The call at a place."""
        row = self.rows[place] if 0 <= place < len(self.rows) else None
        return row if isinstance(row, Entry) else None

    def place_of(self, record_id: str) -> int:
        """Where a call stands, -1 when it doesn't."""
        for place, row in enumerate(self.rows):
            if isinstance(row, Entry) and any(record.id == record_id for record in row.records):
                return place
        return -1


def _key(row: Row) -> object:
    return (row.text, row.count) if isinstance(row, Head) else tuple(record.id for record in row.records)


def spoken(row: Row) -> str:
    """A row in words."""
    if isinstance(row, Head):
        return f"{row.text}, {row.count}"
    directions = {
        Direction.INCOMING: translate("Calls", "Incoming"),
        Direction.OUTGOING: translate("Calls", "Outgoing"),
        Direction.MISSED: translate("Calls", "Missed"),
        Direction.UNKNOWN: translate("Calls", "Unknown direction"),
    }
    words = [directions[row.record.direction], row.title, row.line, row.number, row.length, row.when]
    return ", ".join(word for word in words if word)
