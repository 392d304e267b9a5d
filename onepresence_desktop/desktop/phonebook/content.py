"""What the phonebook shows: rows of contacts and colleagues, their numbers, their earlier calls. Without widgets."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import alphabet
from onepresence_desktop.desktop.contact_index import Shelf
from onepresence_desktop.desktop.contact_search import ContactSearch
from onepresence_desktop.desktop.earlier_calls import call_line
from onepresence_desktop.desktop.languages import language_in_use
from onepresence_desktop.desktop.phonebook.model import Key, Row
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.dated_lines import DatedLine
from onepresence_desktop.domain.names import fold
from onepresence_desktop.domain.people import Role, UserId
from onepresence_desktop.domain.phonebook import ContactId, ContactNumber, PhoneKind, search_key, wanted_parts
from onepresence_desktop.wire.contacts import ContactView

MOST_EARLIER = 6
WRITERS = (Role.ADMINISTRATOR, Role.RECEPTIONIST)
"""Who may change what the company shares; the service has the last word."""


class Content:
    """Reads session and search."""

    def __init__(self, session: Session, search: ContactSearch) -> None:
        self._session, self._search = session, search

    def stars(self) -> list[ContactId]:
        """The contacts with the user's star, in the order they were given."""
        told = self._session.mirror.contacts
        return list(told.favourites) if told is not None else []

    def starred(self, key: Key) -> bool:
        """Whether somebody is a favourite."""
        me = self._session.mirror.me
        return key in self.stars() or (me is not None and key in me.favourites)

    def may_write(self, *, shared: bool) -> bool:
        """Whether the user may change contacts of a kind."""
        me = self._session.mirror.me
        return not shared or (me is not None and me.role in WRITERS)

    def contact(self, key: Key | None) -> ContactView | None:
        """The contact a row is for; None for a colleague, and for one that has gone."""
        return self._session.phonebook.get(ContactId(key)) if key is not None else None

    def keys(self, shelf: Shelf, query: str, hidden: Collection[str] = ()) -> Sequence[Key]:
        """Who is shown, by name."""
        if shelf is Shelf.FAVOURITES:
            return self._favourites(query, hidden)
        found = self._search.find(shelf, query)
        return [key for key in found if key not in hidden] if hidden else found

    def _favourites(self, query: str, hidden: Collection[str]) -> list[Key]:
        language, parts = language_in_use(), wanted_parts(query)
        people = self._session.mirror.people
        found: list[tuple[str, Key]] = []
        for contact in self._session.phonebook.of(self.stars()):
            if contact.id not in hidden and all(part in search_key(contact) for part in parts):
                found.append((alphabet.order(contact.name, language), contact.id))
        for user in readings.favourites(self._session.mirror):
            person = people[user]
            numbers = f"{person.local_number} {person.one_number or ''} {person.mobile or ''}"
            words = fold(f" {person.name} {person.title} {person.department} ".replace("-", " "))
            if all(part in f"{words} {numbers}" for part in parts):
                found.append((alphabet.order(person.name, language), user))
        return [key for _, key in sorted(found)]

    def row(self, key: Key) -> Row:
        """How somebody is shown."""
        mirror, contact = self._session.mirror, self.contact(key)
        if contact is not None:
            company = contact.company == contact.name or not contact.name
            line = " · ".join(part for part in (contact.title, "" if company else contact.company) if part)
            return Row(contact.name, line, self.starred(key), company=company)
        user = UserId(key)
        person, seen = mirror.people.get(user), mirror.presence.get(user)
        if person is None:
            return Row("", "", favourite=False)
        line = " · ".join(part for part in (person.title, person.department) if part)
        presence = seen.presence if seen is not None else None
        return Row(person.name, line, self.starred(key), user=user, presence=presence, stale=not mirror.live)

    def numbers(self, user: UserId) -> list[ContactNumber]:
        """A colleague's, the local one first."""
        person = self._session.mirror.people.get(user)
        if person is None:
            return []
        found = [ContactNumber(person.local_number, PhoneKind.WORK)]
        if person.mobile:
            found.append(ContactNumber(person.mobile, PhoneKind.MOBILE))
        return found

    def earlier(self, numbers: Collection[str]) -> list[DatedLine]:
        """The last calls with any of some numbers, newest first."""
        now, wanted = self._session.now(), set(numbers)
        records = (record for record in self._session.mirror.history if record.number in wanted)
        return [call_line(record, now) for record, _ in zip(records, range(MOST_EARLIER), strict=False)]
