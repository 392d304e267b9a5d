"""The contacts of one owner in memory, the names they give to numbers (every call asks), and what changed when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, takewhile

from onepresence_desktop.domain.phonebook import Contact, ContactId, search_key

MOST_GONE = 2_000
"""Deleted contacts that are remembered; who asks for what was before begins anew."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed after a version, oldest first, up to `version`; `whole`: everything there is, from the beginning."""

    version: int
    whole: bool
    contacts: list[Contact]
    removed: list[ContactId]
    more: bool


@dataclass(slots=True)
class Book:
    """The contacts of one owner in memory: by id, their search keys, and names by number.

    version: grows with every change; where it begins tells one life of the service from another (`begin_at`).
    """

    contacts: dict[ContactId, Contact] = field(default_factory=dict)
    keys: dict[ContactId, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    version: int = 0
    _first: int = 0
    _stamps: dict[ContactId, int] = field(default_factory=dict)
    _gone: dict[ContactId, int] = field(default_factory=dict)

    def begin_at(self, version: int) -> None:
        """Versions from here on; before anything is put in."""
        self.version = self._first = version

    def put(self, contact: Contact) -> None:
        """Take one in, or in the place of its old self."""
        self._forget(contact.id)
        self.contacts[contact.id] = contact
        self.keys[contact.id] = search_key(contact)
        for number in contact.numbers:
            self.names.setdefault(number.number, contact.name)
        self._gone.pop(contact.id, None)
        self._stamp(self._stamps, contact.id)

    def drop(self, contact_id: ContactId) -> None:
        """Delete one."""
        if self._forget(contact_id):
            self._stamp(self._gone, contact_id)
            if len(self._gone) > MOST_GONE:
                self._first = self._gone.pop(next(iter(self._gone)))

    def changes(self, since: int, most: int) -> Changes:
        """What changed after a version, `most` of it; all there is for a version that isn't one of this life."""
        whole = not self._first <= since <= self.version
        after = -1 if whole else since
        changed = _after(self._stamps, after)
        told = list(islice(changed, most))
        more = next(changed, None) is not None
        upto = self._stamps[told[-1]] if more else self.version
        removed = [] if whole else [gone for gone in _after(self._gone, after) if self._gone[gone] <= upto]
        return Changes(upto, whole, [self.contacts[one] for one in told], removed, more)

    def _stamp(self, stamps: dict[ContactId, int], contact_id: ContactId) -> None:
        self.version += 1
        stamps.pop(contact_id, None)
        stamps[contact_id] = self.version  # at the end: stamps are in their order

    def _forget(self, contact_id: ContactId) -> bool:
        """A number that another contact has too is that one's again."""
        old = self.contacts.pop(contact_id, None)
        if old is None:
            return False
        del self.keys[contact_id]
        del self._stamps[contact_id]
        gone = {n.number for n in old.numbers if self.names.get(n.number) == old.name}
        for number in gone:
            del self.names[number]
        if gone:
            for other in self.contacts.values():
                for shared in other.numbers:
                    if shared.number in gone:
                        self.names.setdefault(shared.number, other.name)
        return True


def _after(stamps: dict[ContactId, int], version: int) -> Iterator[ContactId]:
    """Those stamped after a version, oldest first; costs as much as there are of them."""
    return reversed([key for key, _ in takewhile(lambda pair: pair[1] > version, reversed(stamps.items()))])
