"""All contacts ready to be searched: taken in step by step, so that the window never waits for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from onepresence_desktop.desktop.contact_index import ContactIndex, Shelf
from onepresence_desktop.desktop.directory_search import DirectorySearch
from onepresence_desktop.desktop.languages import language_in_use
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.phonebook import ContactId
from onepresence_desktop.wire.contacts import ContactView

TELL_EVERY_MS = 250
"""While many contacts come in, it is told no more often."""


class ContactSearch(QObject):
    """Follows the session. changed: other contacts can be found, or the user's stars are others."""

    changed = Signal()

    def __init__(
        self, session: Session, parent: QObject | None = None, directory: DirectorySearch | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._directory = directory
        if directory is not None:
            directory.changed.connect(self.changed)
        self._language = language_in_use()
        self._index = ContactIndex(lambda contact_id: session.phonebook.get(contact_id), self._language)
        self._working = QTimer(self)
        self._working.setInterval(0)
        self._working.timeout.connect(self._work)
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(TELL_EVERY_MS)
        self._telling.timeout.connect(self.changed)
        session.reset.connect(self._reset)
        session.phonebook_changed.connect(self._touched)
        self._reset()

    def find(self, shelf: Shelf, query: str) -> Sequence[ContactId]:
        """Those of a shelf that a query finds, by name; all for none."""
        return self._index.find(shelf, query)

    def count(self, shelf: Shelf) -> int:
        """How many there are."""
        return self._index.count(shelf)

    def best(self, query: str, most: int) -> list[ContactView]:
        """The first that a query finds: the user's own, then the company's, then people of its directories."""
        found = [contact_id for shelf in (Shelf.OWN, Shelf.SHARED) for contact_id in self.find(shelf, query)[:most]]
        return [*self._session.phonebook.of(found[:most]), *self._others(query)][:most]

    def shared(self, query: str, most: int) -> tuple[list[ContactView], int]:
        """The first of the company's and of its directories' that a query finds, and how many it finds."""
        found, others = self.find(Shelf.SHARED, query), self._others(query)
        return [*self._session.phonebook.of(found[:most]), *others][:most], len(found) + len(others)

    def _others(self, query: str) -> list[ContactView]:
        return self._directory.find(query) if self._directory is not None else []

    def finish(self) -> None:
        """Take in what waits, now: somebody has just been made."""
        while self._index.work():
            pass
        self._working.stop()

    def relearn(self) -> None:
        """The language in use may be another, and with it the alphabet."""
        if self._language != language_in_use():
            self._language = language_in_use()
            self._index.begin_again(self._language)
            self._begin()

    def _reset(self) -> None:
        self._touched({*self._index.known(), *(one.id for one in self._session.phonebook)})

    def _touched(self, touched: set[ContactId] | None) -> None:
        self._index.touch(touched or ())
        self._begin()

    def _begin(self) -> None:
        if self._index.work():
            self._working.start()
            self._telling.start()
        else:
            self.changed.emit()

    def _work(self) -> None:
        if not self._index.work():
            self._working.stop()
            self._telling.stop()
            self.changed.emit()
        elif not self._telling.isActive():
            self._telling.start()
