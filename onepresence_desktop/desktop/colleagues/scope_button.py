"""Among whom one searches, as a button with a menu; it stands beside the filters while something is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.colleagues.outside import Scope, scope_words
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.menu import Menu


class ScopeButton(Button):
    """chosen: another scope. What is chosen here holds until the program ends; the usual one is a setting."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind=Kind.QUIET, icon="filter", small=True, parent=parent)
        self.scope = Scope.ALL
        self._brief = False
        self.clicked.connect(self._open)
        self.hide()

    def take(self, scope: Scope) -> None:
        """Another one counts."""
        self.scope = scope
        self.retranslate()

    def shorten(self, brief: bool) -> None:
        """The icon alone, where there is no room for words."""
        if brief != self._brief:
            self._brief = brief
            self.retranslate()

    def words_width(self) -> int:
        """How much wider the words make it."""
        return round(painters.width(scope_words(self.scope), fonts.font(fonts.Text.SMALL, fonts.MEDIUM))) + 8

    def retranslate(self) -> None:
        """All words again."""
        words = scope_words(self.scope)
        self.setText("" if self._brief else words)
        self.setAccessibleName(translate("Colleagues", "Search among: {whom}").format(whom=words))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()

    def menu_of_scopes(self) -> Menu:
        """The three there are, the one that counts ticked."""
        menu = Menu(translate("Colleagues", "Search among"), parent=self)
        for scope in Scope:
            row = menu.add_row(scope_words(scope))
            row.setCheckable(True)
            row.setChecked(scope is self.scope)
            row.triggered.connect(lambda _on=False, scope=scope: self._choose(scope))
        return menu

    def _open(self) -> None:
        menu = self.menu_of_scopes()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup_under(self)

    def _choose(self, scope: Scope) -> None:
        self.take(scope)
        self.chosen.emit()
