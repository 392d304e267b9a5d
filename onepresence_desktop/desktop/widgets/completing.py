"""The list of names under a field: how it finds and how it is dressed, the same wherever one is offered."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.click_through import ClickThrough
from onepresence_desktop.domain.names import fold

_FOLDED = Qt.ItemDataRole.UserRole


class FoldedNames(QStringListModel):
    """Names, each also as names are compared; those are made when they are put in, and not for every key."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folded: list[str] = []

    def put(self, names: Iterable[str]) -> None:
        """Offer these, in this order."""
        kept = list(names)
        self._folded = [fold(name) for name in kept]
        self.setStringList(kept)

    def alike(self, text: str) -> list[str]:
        """Those that are the same as a text, as names are compared."""
        wanted = fold(text)
        return [name for name, folded in zip(self.stringList(), self._folded, strict=True) if folded == wanted]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A name, or what it is found by."""
        if role == _FOLDED and index.isValid():
            return self._folded[index.row()]
        return super().data(index, role)


class NameCompleter(QCompleter):
    """Finds parts of names as the search does: "soren" offers Søren (spec 2.2)."""

    def __init__(self, names: FoldedNames, parent: QObject | None = None) -> None:
        super().__init__(names, parent)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        """What is looked for."""
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What a choice writes into the field: the name as it is spelt."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))


def offer(completer: QCompleter, field: QLineEdit, *, at_least: int = 0) -> None:
    """Let a field offer a completer's list. at_least: logical pixels that the list is wide.

    Qt makes it six pixels higher than its rows: edge and padding of the style sheet are no more, so that it scrolls
    only where there are more rows than it shows.
    """
    popup = completer.popup()
    if popup is not None:
        popup.setObjectName("completer")
        popup.setMinimumWidth(at_least)
        # The list's own delegate doesn't ask the style sheet, and makes its rows lower than they are reckoned.
        popup.setItemDelegate(QStyledItemDelegate(popup))
        popup.setFont(fonts.font())
    field.setCompleter(completer)
    if popup is not None:
        ClickThrough(popup)
