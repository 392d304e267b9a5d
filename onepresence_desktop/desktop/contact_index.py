"""Contacts by name, found as one types (spec 8.1). Without Qt.

Keys are folded once, when a contact comes or changes, some contacts at a time (`work`); a keystroke is a scan over
ready strings.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from enum import StrEnum
from itertools import islice

from onepresence_desktop.desktop import alphabet
from onepresence_desktop.domain.phonebook import ContactId, search_key, wanted_parts
from onepresence_desktop.wire.contacts import ContactView

AT_ONCE = 100
"""Contacts taken in at a stretch: a few thousandths of a second."""


class Shelf(StrEnum):
    """Which contacts are shown."""

    FAVOURITES = "favourites"
    OWN = "own"
    SHARED = "shared"


Entry = tuple[str, ContactId]


class ContactIndex:
    """Follows a source of contacts. language: in which order the alphabet is."""

    def __init__(self, get: Callable[[ContactId], ContactView | None], language: str) -> None:
        self._get = get
        self._language = language
        self._waiting: dict[ContactId, None] = {}
        self._entries: dict[Shelf, list[Entry]] = {Shelf.OWN: [], Shelf.SHARED: []}
        self._known: dict[ContactId, tuple[Shelf, str]] = {}
        self._keys: dict[ContactId, str] = {}
        self._last: tuple[Shelf, str, list[ContactId]] | None = None

    def touch(self, contact_ids: Iterable[ContactId]) -> None:
        """These came, changed or went; `work` takes them in."""
        self._waiting.update(dict.fromkeys(contact_ids))

    def begin_again(self, language: str) -> None:
        """Everything anew, in another order."""
        known = list(self._known)
        for contact_id in known:
            self._drop(contact_id)
        self._language = language
        self.touch(known)

    def work(self, most: int = AT_ONCE) -> bool:
        """Take some in; True while more wait."""
        for contact_id in list(islice(self._waiting, most)):
            del self._waiting[contact_id]
            self._drop(contact_id)
            contact = self._get(contact_id)
            if contact is not None:
                self._put(contact)
        self._last = None
        return bool(self._waiting)

    def known(self) -> list[ContactId]:
        """All that were taken in."""
        return list(self._known)

    def count(self, shelf: Shelf) -> int:
        """How many there are."""
        return len(self._entries[shelf])

    def find(self, shelf: Shelf, query: str) -> list[ContactId]:
        """Those of a shelf that a query finds, by name; all for none. A longer query looks where the shorter found."""
        wanted = query.strip()
        parts = wanted_parts(wanted)
        if not parts:
            return [contact_id for _, contact_id in self._entries[shelf]]
        ids: Iterable[ContactId] = (contact_id for _, contact_id in self._entries[shelf])
        if self._last is not None and self._last[0] is shelf and wanted.startswith(self._last[1]):
            ids = self._last[2]
        keys, (first, *others) = self._keys, parts
        found = [contact_id for contact_id in ids if first in keys[contact_id]]
        for part in others:
            found = [contact_id for contact_id in found if part in keys[contact_id]]
        if not any(c.isdigit() for c in wanted):
            self._last = (shelf, wanted, found)
        return found

    def _put(self, contact: ContactView) -> None:
        shelf = Shelf.SHARED if contact.shared else Shelf.OWN
        order = alphabet.order(contact.name, self._language)
        insort(self._entries[shelf], (order, contact.id))
        self._known[contact.id] = (shelf, order)
        self._keys[contact.id] = search_key(contact)

    def _drop(self, contact_id: ContactId) -> None:
        known = self._known.pop(contact_id, None)
        if known is None:
            return
        shelf, order = known
        entries = self._entries[shelf]
        del entries[bisect_left(entries, (order, contact_id))]
        del self._keys[contact_id]
