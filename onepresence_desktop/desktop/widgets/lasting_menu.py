"""A menu whose rows last while it is filled anew.

A desktop that draws the menu itself names a row by a number that goes with the action. Were all actions made anew at
each change, what was chosen in a menu read a moment before would reach nobody.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget, QWidgetAction

from onepresence_desktop.desktop.widgets.menu import Menu, dress_like


class LastingMenu(Menu):
    """A row stays the same action as long as its words do; what it shows besides and what it does may change."""

    def __init__(self, name: str = "", *, width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(name, width=width, parent=parent)
        self._sources: dict[QAction, QAction] = {}
        """By row that lasts: the newest action made for it, which does what is chosen."""

    def refill(self, fill: Callable[[Menu], QAction | None]) -> None:
        """Show the rows that `fill` puts into the menu it is given. It returns the default one, if there is one."""
        fresh = Menu()
        default = fill(fresh)
        made = fresh.actions()
        for row in made:
            fresh.removeAction(row)  # what is painted in a row is on one menu at a time
        lasting = {_words(row): row for row in self.actions() if _lasts(row)}
        rows = [self._keep(lasting.pop(_words(row), None), row) if _lasts(row) else row for row in made]
        for row in self.actions():
            if row not in rows:
                self._drop(row)
        if [row for row in rows if row in self.actions()] != self.actions():
            for row in self.actions():
                self.removeAction(row)
        self._insert(rows)
        if default is not None:
            self.setDefaultAction(rows[made.index(default)])
        fresh.deleteLater()

    def _keep(self, row: QAction | None, fresh: QAction) -> QAction:
        if row is None:
            return fresh
        dress_like(row, fresh)
        fresh.setParent(row)
        if (before := self._sources.pop(row, None)) is not None:
            before.deleteLater()
        row.triggered.disconnect()
        row.triggered.connect(fresh.triggered)
        self._sources[row] = fresh
        return row

    def _drop(self, row: QAction) -> None:
        self.removeAction(row)
        self._sources.pop(row, None)
        if row.menu() is None:
            row.deleteLater()

    def _insert(self, rows: list[QAction]) -> None:
        shown, below = set(self.actions()), None
        for row in reversed(rows):
            if row not in shown:
                if row.menu() is None:
                    row.setParent(self)
                self.insertAction(below, row) if below is not None else self.addAction(row)
            below = row


def _lasts(row: QAction) -> bool:
    return not row.isSeparator() and row.menu() is None and not isinstance(row, QWidgetAction)


def _words(row: QAction) -> str:
    return row.text().partition("\t")[0]
