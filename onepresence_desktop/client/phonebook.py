"""The client's copy of contacts, the user's own and the company's, and the names they give to numbers. Without I/O."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onepresence_desktop.domain.phonebook import ContactId
from onepresence_desktop.wire.contacts import ContactChanges, ContactView


class Shelf:
    """Contacts of one kind as far as they were told. version: where they stand; -1 before anything was."""

    def __init__(self) -> None:
        self.version = -1
        self.contacts: dict[ContactId, ContactView] = {}
        self._names: dict[str, dict[ContactId, str]] = {}

    def take(self, changes: ContactChanges) -> set[ContactId]:
        """Take in what changed; answers which contacts came, changed or went."""
        touched = set(changes.removed)
        if changes.whole:
            touched |= self.contacts.keys()
            self.contacts.clear()
            self._names.clear()
        for gone in changes.removed:
            self._drop(gone)
        for contact in changes.contacts:
            self.put(contact)
        touched |= {contact.id for contact in changes.contacts}
        self.version = changes.version
        return touched

    def put(self, contact: ContactView) -> None:
        """Take one in that the service has just answered with, before the stream tells of it."""
        self._drop(contact.id)
        self.contacts[contact.id] = contact
        for number in contact.numbers:
            self._names.setdefault(number.number, {})[contact.id] = contact.name

    def whose(self, number: str) -> ContactView | None:
        """The contact that a number, as it is dialled, belongs to; of several the one that came first."""
        found = self._names.get(number)
        return self.contacts[next(iter(found))] if found else None

    def _drop(self, contact_id: ContactId) -> None:
        old = self.contacts.pop(contact_id, None)
        for number in old.numbers if old is not None else ():
            named = self._names.get(number.number)
            if named is not None:
                named.pop(contact_id, None)
                if not named:
                    del self._names[number.number]


class Phonebook:
    """The user's own contacts and those that the company shares."""

    def __init__(self) -> None:
        self.own, self.shared = Shelf(), Shelf()

    def __iter__(self) -> Iterator[ContactView]:
        yield from self.own.contacts.values()
        yield from self.shared.contacts.values()

    def __len__(self) -> int:
        return len(self.own.contacts) + len(self.shared.contacts)

    def shelf(self, *, shared: bool) -> Shelf:
        """One of the two."""
        return self.shared if shared else self.own

    def get(self, contact_id: ContactId) -> ContactView | None:
        """A contact by its id."""
        return self.own.contacts.get(contact_id) or self.shared.contacts.get(contact_id)

    def whose(self, number: str) -> ContactView | None:
        """Whose a number is: what the user calls it comes before what the company does."""
        return (self.own.whose(number) or self.shared.whose(number)) if number else None

    def of(self, contact_ids: Collection[ContactId]) -> list[ContactView]:
        """Those of the ids that are there, in their order."""
        return [found for one in contact_ids if (found := self.get(one)) is not None]
