"""Contacts from files and into files (spec 8.2): a report of each entry first, and nothing half-imported."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import Literal

from onepresence_desktop.domain import contact_sheet, vcard
from onepresence_desktop.domain.errors import Invalid, TooLarge
from onepresence_desktop.domain.people import Customer, UserId
from onepresence_desktop.domain.phonebook import Contact, ContactId, Verdict, cleaned, common, compare, merged
from onepresence_desktop.domain.text_files import decoded
from onepresence_desktop.domain.vcard import Card
from onepresence_desktop.pbx.ports import Clock
from onepresence_desktop.pbx.services.contacts import ContactService, writers
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire.contacts import ColumnView, ImportedEntry, ImportReport

MOST_BYTES = 64 * 1024 * 1024
"""Of a file; with pictures, 5,000 cards of a telephone have half of that."""
MOST_ENTRIES = 20_000
"""Of one file."""


class Resolution(StrEnum):
    """What becomes of an entry in conflict: left out, put over what there is, or added beside it."""

    SKIP = "skip"
    REPLACE = "replace"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to import. columns: what each column of a sheet holds; None: by its heads. decisions: by entry number."""

    dry_run: bool
    conflicts: Resolution = Resolution.SKIP
    columns: Sequence[str] | None = None
    decisions: Mapping[int, Resolution] | None = None


class ContactImport:
    """Reading a file beside what there is; a worker thread does it, for a long one takes seconds."""

    def __init__(self, contacts: ContactService, live: LiveState, clock: Clock) -> None:
        self._contacts = contacts
        self._live = live
        self._clock = clock

    async def run(
        self, principal: Principal, owner: UserId | None, data: bytes, kind: Literal["vcard", "csv"], wanted: Wanted
    ) -> ImportReport:
        """Read, report, and without `dry_run` write, all or nothing.

        Raises `Invalid` for a file that is none, `TooLarge`, `Forbidden`, `Conflict` when so many don't fit.
        """
        self._contacts.allow(principal, owner)
        if len(data) > MOST_BYTES:
            raise TooLarge(limit=MOST_BYTES)
        company = self._live.company(principal.customer_id)
        # Outside of the lock: a file can be so odd that reading it takes a minute, and nobody else is to wait for that.
        cards, columns = await asyncio.to_thread(_parsed, data, kind, wanted)
        blank = Contact(ContactId(""), principal.customer_id, owner, "", created_at=self._clock.now())
        async with company.acting(principal.user_id, *writers(owner)):
            there = list(self._contacts.book(principal.customer_id, owner).contacts.values())
            work = _Work(blank, company.customer, there, wanted, columns)
            await asyncio.to_thread(work.read, cards)
            if not wanted.dry_run and work.written:
                new = sum(contact.id not in work.known for contact in work.written.values())
                self._contacts.refuse_too_many(principal.customer_id, owner, more=new)
                await self._contacts.took(principal.customer_id, owner, work.written.values())
        return work.report()

    async def export(self, principal: Principal, owner: UserId | None, kind: Literal["vcard", "csv"]) -> str:
        """All of them in one file, by name."""
        book = self._contacts.book(principal.customer_id, owner)
        contacts = sorted(book.contacts.values(), key=lambda c: (c.name.casefold(), c.id))
        return await asyncio.to_thread(vcard.write if kind == "vcard" else contact_sheet.write, contacts)


def _parsed(data: bytes, kind: Literal["vcard", "csv"], wanted: Wanted) -> tuple[list[Card], list[ColumnView]]:
    """A file's entries, and what each column of a sheet holds. Raises `Invalid`."""
    text = decoded(data)
    columns: list[ColumnView] = []
    if kind == "vcard":
        vcard.refuse_what_is_none(text)
        found = iter(vcard.read(text))
    else:
        heads = contact_sheet.head_line(text)
        fields = wanted.columns if wanted.columns is not None else contact_sheet.fields_of(heads)
        held = [*fields, *[""] * len(heads)]
        columns = [ColumnView(head=head, holds=holds) for head, holds in zip(heads, held, strict=False)]
        if wanted.dry_run and columns and not any(fields):
            return [], columns  # of none it is known what it holds: that is to be told by hand
        found = iter(contact_sheet.read(text, fields))
    cards = list(islice(found, MOST_ENTRIES + 1))
    if len(cards) > MOST_ENTRIES:
        raise Invalid(field="", problem="too_many")
    return cards, columns


class _Work:
    """One file, entry by entry. written: what the store is to hold, by id."""

    def __init__(
        self,
        blank: Contact,
        customer: Customer,
        there: Sequence[Contact],
        wanted: Wanted,
        columns: Sequence[ColumnView],
    ) -> None:
        self._blank = blank
        self._customer = customer
        self._wanted = wanted
        self._entries: list[ImportedEntry] = []
        self._columns = list(columns)
        self.known = {contact.id: contact for contact in there}
        self.written: dict[ContactId, Contact] = {}
        self._by_key: dict[str, dict[ContactId, None]] = {}
        for contact in there:
            self._index(contact)

    def read(self, cards: Sequence[Card]) -> None:
        """Take a file's entries in."""
        self._entries = [self._entry(number, card) for number, card in enumerate(cards, start=1)]

    def report(self) -> ImportReport:
        """What happened, or would."""
        count = {verdict: sum(e.verdict is verdict for e in self._entries) for verdict in Verdict.known()}
        return ImportReport(
            dry_run=self._wanted.dry_run,
            entries=self._entries,
            new=count[Verdict.NEW],
            same=count[Verdict.SAME],
            conflict=count[Verdict.CONFLICT],
            refused=count[Verdict.REFUSED],
            columns=self._columns,
        )

    def _entry(self, number: int, card: Card) -> ImportedEntry:
        refused = ImportedEntry(number=number, name=card.name[:120], verdict=Verdict.REFUSED, problem=card.problem)
        if card.problem:
            return refused
        contact = replace(
            self._blank,
            id=ContactId(secrets.token_hex(8)),
            name=card.name,
            company=card.company,
            title=card.title,
            note=card.note,
            uid=card.uid,
            numbers=tuple(card.numbers),
            emails=tuple(card.emails),
            more=tuple(card.more),
        )
        try:
            contact = cleaned(contact, self._customer)
        except Invalid as exc:
            return ImportedEntry(
                number=number,
                name=card.name[:120],
                verdict=Verdict.REFUSED,
                field=str(exc.details["field"]),
                problem=str(exc.details["problem"]),
            )
        alike = dict.fromkeys(id for key in common(contact) for id in self._by_key.get(key, ()))
        verdict, other = compare(contact, [self.written.get(id) or self.known[id] for id in alike])
        taken = self._take(number, contact, verdict, other)
        return ImportedEntry(
            number=number,
            name=contact.name,
            verdict=verdict,
            existing=other.id if other is not None and other.id in self.known else None,
            existing_name=other.name if other is not None else "",
            taken=taken and not self._wanted.dry_run,
        )

    def _take(self, number: int, contact: Contact, verdict: Verdict, other: Contact | None) -> bool:
        if verdict is Verdict.SAME:
            return False
        if other is not None:
            how = (self._wanted.decisions or {}).get(number, self._wanted.conflicts)
            if how is Resolution.SKIP:
                return False
            if how is Resolution.REPLACE:
                contact = merged(other, contact)
        self.written[contact.id] = contact
        self._index(contact)
        return True

    def _index(self, contact: Contact) -> None:
        for key in common(contact):
            self._by_key.setdefault(key, {})[contact.id] = None
