"""Contacts: one's own and the company's, finding them, and the names they give to numbers (spec 8.1, 10.3)."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace

from onepresence_desktop.domain.errors import Conflict, Forbidden, NotFound
from onepresence_desktop.domain.events import ContactsChanged
from onepresence_desktop.domain.people import CustomerId, Role, UserId
from onepresence_desktop.domain.phonebook import Contact, ContactId, checked, wanted_parts
from onepresence_desktop.pbx.ports import Clock, EventSink, Store
from onepresence_desktop.pbx.services.contact_book import Book
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.pbx.services.user_settings import FAVOURITE_CONTACTS
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.bodies import ContactBody
from onepresence_desktop.wire.contacts import ContactChanges, ContactView

MOST_OWN = 20_000
MOST_SHARED = 50_000
"""Contacts of one user, and of a company."""
MOST_FOUND = 200
"""Hits of a search."""
MOST_CHANGES = 500
"""Contacts told at once of what changed."""
WRITERS = frozenset({Role.ADMINISTRATOR, Role.RECEPTIONIST})
"""Who may change what the company shares."""


class ContactService:
    """The use cases of contacts; all of them are held in memory, since every call asks for a name."""

    def __init__(self, store: Store, live: LiveState, clock: Clock, sink: EventSink) -> None:
        self._store = store
        self._live = live
        self._clock = clock
        self._sink = sink

    async def load(self) -> None:
        """Read all contacts, at the start."""
        async with self._store.reading() as unit:
            for customer_id in self._live.companies:
                for contact in await unit.contacts.all(customer_id):
                    self.book(customer_id, contact.owner).put(contact)

    def book(self, customer_id: CustomerId, owner: UserId | None) -> Book:
        """The contacts of a user, or those that a company shares."""
        books = self._live.company(customer_id).contacts
        found = books.get(owner)
        if found is None:
            found = books[owner] = Book()
            found.begin_at(secrets.randbelow(1 << 32) << 20)  # far from the versions of any earlier life
        return found

    async def changes(self, principal: Principal, owner: UserId | None, since: int) -> ContactChanges:
        """What changed after a version, some of it at a time; everything for one that isn't known."""
        found = self.book(principal.customer_id, owner).changes(since, MOST_CHANGES)
        favourites = await self.favourites(principal)
        return ContactChanges(
            version=found.version,
            whole=found.whole,
            contacts=[view(contact, favourites) for contact in found.contacts],
            removed=found.removed,
            more=found.more,
        )

    async def listing(self, principal: Principal, owner: UserId | None, query: str) -> list[ContactView]:
        """All of them by name, or those that a search finds."""
        book = self.book(principal.customer_id, owner)
        favourites = await self.favourites(principal)
        if query.strip():
            parts = wanted_parts(query)
            hits = [book.contacts[id] for id, key in book.keys.items() if all(part in key for part in parts)]
        else:
            hits = list(book.contacts.values())
        hits.sort(key=lambda contact: (contact.name.casefold(), contact.id))
        return [view(contact, favourites) for contact in (hits[:MOST_FOUND] if query.strip() else hits)]

    async def add(self, principal: Principal, owner: UserId | None, body: ContactBody) -> ContactView:
        """Make one. Raises `Invalid`, `Forbidden` (shared), `Conflict` when there are too many."""
        self.allow(principal, owner)
        company = self._live.company(principal.customer_id)
        blank = Contact(ContactId(secrets.token_hex(8)), principal.customer_id, owner, "", created_at=self._clock.now())
        made = checked(_with(blank, body), company.customer)
        async with company.acting(principal.user_id, *writers(owner)):
            self.refuse_too_many(principal.customer_id, owner, more=1)
            async with self._store.unit(principal.customer_id) as unit:
                await unit.contacts.put([made])
            self.book(principal.customer_id, owner).put(made)
            self._sink.publish(ContactsChanged(principal.customer_id, owner))
        return await self._shown(principal, made, body)

    async def change(
        self, principal: Principal, owner: UserId | None, contact_id: ContactId, body: ContactBody
    ) -> ContactView:
        """Change one; what isn't in the body stays. A star alone is everyone's to set. Raises as `add`, `NotFound`."""
        company = self._live.company(principal.customer_id)
        old = self._existing(principal, owner, contact_id)
        if body != ContactBody(favourite=body.favourite):
            self.allow(principal, owner)
            async with company.acting(principal.user_id, *writers(owner)):
                old = self._existing(principal, owner, contact_id)
                new = checked(_with(old, body), company.customer)
                async with self._store.unit(principal.customer_id) as unit:
                    await unit.contacts.put([new])
                self.book(principal.customer_id, owner).put(new)
                self._sink.publish(ContactsChanged(principal.customer_id, owner))
                old = new
        return await self._shown(principal, old, body)

    async def remove(self, principal: Principal, owner: UserId | None, contact_id: ContactId) -> None:
        """Delete one. Raises `NotFound`, `Forbidden` (shared)."""
        self._existing(principal, owner, contact_id)
        self.allow(principal, owner)
        company = self._live.company(principal.customer_id)
        async with company.acting(principal.user_id, *writers(owner)):
            async with self._store.unit(principal.customer_id) as unit:
                await unit.contacts.remove([contact_id])
            self.book(principal.customer_id, owner).drop(contact_id)
            self._sink.publish(ContactsChanged(principal.customer_id, owner))

    async def took(self, customer_id: CustomerId, owner: UserId | None, contacts: Iterable[Contact]) -> None:
        """Write contacts of an import, all or none; call under the company's lock."""
        contacts = list(contacts)
        async with self._store.unit(customer_id) as unit:
            await unit.contacts.put(contacts)
        book = self.book(customer_id, owner)
        for contact in contacts:
            book.put(contact)
        self._sink.publish(ContactsChanged(customer_id, owner))

    def allow(self, principal: Principal, owner: UserId | None) -> None:
        """Whether the caller may write there. Raises `Forbidden`."""
        role = self._live.company(principal.customer_id).user(principal.user_id).role
        if owner is None and role not in WRITERS:
            raise Forbidden

    def refuse_too_many(self, customer_id: CustomerId, owner: UserId | None, *, more: int) -> None:
        """Raises `Conflict` when so many more don't fit."""
        most = MOST_SHARED if owner is None else MOST_OWN
        room = most - len(self.book(customer_id, owner).contacts)
        if more > room:
            raise Conflict(what="too_many", room=room)

    async def favourites(self, principal: Principal) -> frozenset[ContactId]:
        """The contacts with a user's star."""
        own = await self._live.own(self._live.company(principal.customer_id), principal.user_id)
        return frozenset(own.favourite_contacts)

    async def _shown(self, principal: Principal, contact: Contact, body: ContactBody) -> ContactView:
        if isinstance(body.favourite, bool):
            await self._star(principal, contact, body.favourite)
        return view(contact, await self.favourites(principal))

    async def _star(self, principal: Principal, contact: Contact, wanted: bool) -> None:
        customer_id, user_id = principal.customer_id, principal.user_id
        company = self._live.company(customer_id)
        await self._live.own(company, user_id)
        async with company.acting(user_id):
            own = company.own[user_id]
            if wanted is (contact.id in own.favourite_contacts):
                return
            there = self.book(customer_id, user_id).contacts.keys() | self.book(customer_id, None).contacts.keys()
            stars = [star for star in own.favourite_contacts if star != contact.id and star in there]
            stars += [contact.id] if wanted else []
            async with self._store.unit(customer_id) as unit:
                await unit.preferences.put(user_id, FAVOURITE_CONTACTS, codec.encode(stars).decode())
            company.own[user_id] = replace(own, favourite_contacts=tuple(stars))
            self._sink.publish(ContactsChanged(customer_id, user_id))

    def _existing(self, principal: Principal, owner: UserId | None, contact_id: ContactId) -> Contact:
        found = self.book(principal.customer_id, owner).contacts.get(contact_id)
        if found is None:
            raise NotFound(what="contact")
        return found


def writers(owner: UserId | None) -> frozenset[Role]:
    """Who may change contacts: of what the company shares some, of one's own everybody, which is said by none."""
    return WRITERS if owner is None else frozenset()


def view(contact: Contact, favourites: frozenset[ContactId]) -> ContactView:
    """A contact as its owner, or the company, sees it."""
    return ContactView(
        id=contact.id,
        name=contact.name,
        company=contact.company,
        title=contact.title,
        numbers=contact.numbers,
        emails=contact.emails,
        note=contact.note,
        shared=contact.owner is None,
        favourite=contact.id in favourites,
    )


def _with(contact: Contact, body: ContactBody) -> Contact:
    return replace(
        contact,
        name=body.name if isinstance(body.name, str) else contact.name,
        company=body.company if isinstance(body.company, str) else contact.company,
        title=body.title if isinstance(body.title, str) else contact.title,
        numbers=tuple(body.numbers) if isinstance(body.numbers, list) else contact.numbers,
        emails=tuple(body.emails) if isinstance(body.emails, list) else contact.emails,
        note=body.note if isinstance(body.note, str) else contact.note,
    )
