"""The list of contacts and favourite colleagues."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.phonebook import ContactId
from onepresence_desktop.domain.presence import Presence

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1

Key = ContactId | UserId
"""A contact's, or a favourite colleague's."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. user: a colleague's. company: no person but a company, or a place. presence: of a colleague, now."""

    title: str
    line: str
    favourite: bool
    user: UserId | None = None
    company: bool = False
    presence: Presence | None = None
    stale: bool = False


class PhonebookModel(QAbstractTableModel):
    """Holds keys; a row is made when it is seen."""

    def __init__(self, row: Callable[[Key], Row]) -> None:
        super().__init__()
        self._row = row
        self.keys: Sequence[Key] = ()
        self._made: dict[Key, Row] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many are shown."""
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, or what a screen reader says of it."""
        if role not in (ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        key = self.keys[index.row()]
        row = self._made.get(key)
        if row is None:
            row = self._made[key] = self._row(key)
        if role == ROW_ROLE:
            return row
        star = translate("Phonebook", "favourite") if row.favourite else ""
        return ", ".join(part for part in (row.title, row.line, star) if part)

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Show others."""
        self._made.clear()
        if keys == self.keys:
            if keys:
                self.dataChanged.emit(self.index(0, 0), self.index(len(keys) - 1, 0))
            return
        self.beginResetModel()
        self.keys = keys
        self.endResetModel()

    def forget(self, keys: Collection[Key]) -> None:
        """These are to be made anew when they are seen next."""
        for key in keys:
            self._made.pop(key, None)
        if self.keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.keys) - 1, 0))

    def place_of(self, key: Key | None) -> int:
        """Where it is shown; -1 for nowhere."""
        try:
            return self.keys.index(key) if key is not None else -1
        except ValueError:
            return -1
