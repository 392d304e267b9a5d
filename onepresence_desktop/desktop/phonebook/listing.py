"""The left of the phonebook: who is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.contact_index import Shelf
from onepresence_desktop.desktop.contact_search import ContactSearch
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.phonebook.content import Content
from onepresence_desktop.desktop.phonebook.delegate import ROW_HEIGHT, ContactDelegate
from onepresence_desktop.desktop.phonebook.model import Key, PhonebookModel
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.row_list import RowList
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.phonebook import ContactId

WIDTH, NARROW_WIDTH = 272, 216


class Listing(Surface):
    """Shows a shelf, narrowed by a query. chosen_changed: another row, or the row chosen is other than it was.

    foot: stands under the list. hidden: contacts that are being deleted.
    """

    chosen_changed = Signal()

    def __init__(self, session: Session, search: ContactSearch, content: Content, foot: QWidget) -> None:
        super().__init__(Color.BG_WINDOW, "right")
        self._search, self._content = search, content
        self.shelf, self.query = Shelf.OWN, ""
        self.hidden: set[ContactId] = set()
        self.chosen: Key | None = None
        self._filling = False
        self.model = PhonebookModel(content.row)
        self.list = RowList(self.model, ContactDelegate(), ROW_HEIGHT)
        self._count = Label(role=fonts.Text.SMALL, weight=fonts.SEMIBOLD, tone="secondary", tabular=True)
        self._count.setContentsMargins(16, 0, 16, 0)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 8, 1, 6)
        inner.setSpacing(6)
        inner.addWidget(self._count)
        inner.addWidget(self.list, 1)
        holder = QHBoxLayout()
        holder.setContentsMargins(8, 0, 8, 2)
        holder.addWidget(foot)
        inner.addLayout(holder)
        search.changed.connect(self.refill)
        for signal in (session.me_changed, session.people_changed):
            signal.connect(self.refill)
        session.presence_changed.connect(self._presence_changed)
        self.list.selectionModel().currentRowChanged.connect(lambda _new, _old: self._row_chosen())
        current().changed.connect(self.list.viewport().update)

    def retranslate(self) -> None:
        """All texts again, and the order of another alphabet."""
        self.list.setAccessibleName(translate("Phonebook", "Contacts"))
        self._search.relearn()
        self.refill()

    def show_shelf(self, shelf: Shelf, query: str, *, first: bool = False) -> None:
        """Show others. first: choose the first of them."""
        if shelf is not self.shelf:
            self.chosen = None
        self.shelf, self.query = shelf, query
        self.refill(first=first)

    def choose(self, key: Key) -> None:
        """Choose somebody who may have come just now."""
        self._search.finish()
        self.chosen = key
        self.refill()

    def refill(self, _told: object = None, *, first: bool = False) -> None:
        """Fill the list; who is chosen stays chosen, or the neighbour takes the place. It is told once who that is."""
        self._filling = True
        chosen, place = self.chosen, self.list.place()
        keys = self._content.keys(self.shelf, self.query, self.hidden)
        self.model.show_keys(keys)
        words = {
            Shelf.FAVOURITES: translate("Phonebook", "Favourites"),
            Shelf.OWN: translate("Phonebook", "Personal"),
            Shelf.SHARED: translate("Phonebook", "Shared"),
        }
        self._count.setText(f"{words[self.shelf]}  {texts.count(len(keys))}")
        again = self.model.place_of(chosen)
        if again < 0 and place >= 0 and keys:
            again = min(place, len(keys) - 1)
        if first and keys:
            again = 0
        if again != self.list.place():
            self.list.choose(again)
        self._filling = False
        self._row_chosen()

    def _presence_changed(self, users: list[UserId]) -> None:
        if self.shelf is Shelf.FAVOURITES and self.isVisible():
            self.model.forget(users)
            self.chosen_changed.emit()

    def _row_chosen(self) -> None:
        if self._filling:
            return
        place = self.list.place()
        self.chosen = self.model.keys[place] if 0 <= place < len(self.model.keys) else None
        self.chosen_changed.emit()
