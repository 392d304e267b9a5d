"""Contacts by name, found as one types (spec 8.1). Without Qt.

Keys are folded once, when a contact comes or changes, some contacts at a time (`work`); a keystroke is a scan over
ready strings, in a list of their own: looked up one by one, 10,000 of them cost three times as much.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from onepresence_desktop.desktop import alphabet
from onepresence_desktop.domain.phonebook import ContactId, search_key, wanted_parts
from onepresence_desktop.wire.contacts import ContactView

AT_ONCE = 50
"""Contacts taken in at a stretch: a thousandth of a second."""


class Shelf(StrEnum):
    """Which contacts are shown."""

    FAVOURITES = "favourites"
    OWN = "own"
    SHARED = "shared"


@dataclass(slots=True)
class _Ordered:
    """The contacts of a shelf, by name: where each stands, its id and its key, place by place."""

    orders: list[str] = field(default_factory=list)
    ids: list[ContactId] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def put(self, order: str, contact_id: ContactId, key: str) -> None:
        place = bisect_left(self.orders, order)
        self.orders.insert(place, order)
        self.ids.insert(place, contact_id)
        self.keys.insert(place, key)

    def drop(self, order: str) -> None:
        place = bisect_left(self.orders, order)
        del self.orders[place], self.ids[place], self.keys[place]


@dataclass(frozen=True, slots=True)
class _Found:
    """What words have found, for a query that goes on from there."""

    shelf: Shelf
    query: str
    ids: Sequence[ContactId]
    keys: list[str]


class ContactIndex:
    """Follows a source of contacts. language: in which order the alphabet is."""

    def __init__(self, get: Callable[[ContactId], ContactView | None], language: str) -> None:
        self._get = get
        self._language = language
        self._waiting: dict[ContactId, None] = {}
        self._shelves = {Shelf.OWN: _Ordered(), Shelf.SHARED: _Ordered()}
        self._known: dict[ContactId, tuple[Shelf, str]] = {}
        self._all: dict[Shelf, Sequence[ContactId]] = {}
        self._last: _Found | None = None

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
        self._all.clear()
        self._last = None
        return bool(self._waiting)

    def known(self) -> list[ContactId]:
        """All that were taken in."""
        return list(self._known)

    def count(self, shelf: Shelf) -> int:
        """How many there are."""
        return len(self._shelves[shelf].ids)

    def find(self, shelf: Shelf, query: str) -> Sequence[ContactId]:
        """Those of a shelf that a query finds, by name; all for none. A longer query looks where the shorter found."""
        wanted = query.strip()
        parts = wanted_parts(wanted)
        ids, keys = self._everyone(shelf), self._shelves[shelf].keys
        last = self._last
        words = bool(parts) and parts[0].startswith(" ")
        if words and last is not None and last.shelf is shelf and wanted.startswith(last.query):
            ids, keys = last.ids, last.keys
        for part in parts:
            places = [place for place, key in enumerate(keys) if part in key]
            if len(places) < len(ids):
                ids = [ids[place] for place in places]
                keys = [keys[place] for place in places]
        if words:
            self._last = _Found(shelf, wanted, ids, keys)
        return ids

    def _everyone(self, shelf: Shelf) -> Sequence[ContactId]:
        """All of a shelf; the same tuple until another contact is taken in."""
        if shelf not in self._all:
            self._all[shelf] = tuple(self._shelves[shelf].ids)
        return self._all[shelf]

    def _put(self, contact: ContactView) -> None:
        shelf = Shelf.SHARED if contact.shared else Shelf.OWN
        # with the id behind it every order is there once: one of many by the same name is found by it
        order = f"{alphabet.order(contact.name, self._language)}\0{contact.id}"
        self._shelves[shelf].put(order, contact.id, search_key(contact))
        self._known[contact.id] = (shelf, order)

    def _drop(self, contact_id: ContactId) -> None:
        known = self._known.pop(contact_id, None)
        if known is not None:
            shelf, order = known
            self._shelves[shelf].drop(order)
