"""Contacts: people outside the company, one's own and those shared by all (spec 8.1).

What two contacts have in common decides whether an imported one is new (`compare`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NewType, Protocol

from onepresence_desktop.domain.errors import Invalid, NumberRefused
from onepresence_desktop.domain.finding import digits_of
from onepresence_desktop.domain.names import cleaned_name, fold, proper_name, proper_text
from onepresence_desktop.domain.numbering import dialled
from onepresence_desktop.domain.people import Customer, CustomerId, UserId
from onepresence_desktop.domain.words import Word

ContactId = NewType("ContactId", str)

MOST_NUMBERS = 20
"""Numbers, and addresses, of one contact."""
LONGEST = 250
"""Characters of a name, company, title or address."""
LONGEST_NOTE = 10_000
MOST_MORE = 50
"""Lines of what is kept of a card without being shown."""
LONGEST_MORE = 2_000

_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+")


class PhoneKind(Word):
    """What kind of number it is."""

    WORK = "work"
    MOBILE = "mobile"
    HOME = "home"
    MAIN = "main"
    FAX = "fax"
    OTHER = "other"
    UNKNOWN = "unknown"


class EmailKind(Word):
    """What kind of address it is."""

    WORK = "work"
    HOME = "home"
    OTHER = "other"
    UNKNOWN = "unknown"


_OF_MANY = frozenset({PhoneKind.WORK, PhoneKind.MAIN, PhoneKind.FAX})
"""Numbers that several people of a company have."""


@dataclass(frozen=True, slots=True)
class ContactNumber:
    """A number: E.164 or a local number where it can be dialled, else as it was written (118, an old one)."""

    number: str
    kind: PhoneKind = PhoneKind.OTHER


@dataclass(frozen=True, slots=True)
class ContactEmail:
    """A mail address."""

    address: str
    kind: EmailKind = EmailKind.OTHER


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact. owner: whose; None for one that the company shares. uid: of the vCard it came from, or "".

    more: lines of that vCard that aren't shown (addresses, birthdays …), so that it goes out whole again.
    """

    id: ContactId
    customer_id: CustomerId
    owner: UserId | None
    name: str
    created_at: datetime
    company: str = ""
    title: str = ""
    numbers: tuple[ContactNumber, ...] = ()
    emails: tuple[ContactEmail, ...] = ()
    note: str = ""
    uid: str = ""
    more: tuple[str, ...] = ()


class Verdict(Word):
    """What an imported entry is beside what there is."""

    NEW = "new"
    SAME = "same"
    CONFLICT = "conflict"
    REFUSED = "refused"
    UNKNOWN = "unknown"


def checked(contact: Contact, customer: Customer) -> Contact:
    """The contact from somebody's form, with numbers as they are dialled. Raises `Invalid` naming the field."""
    contact = replace(
        contact,
        name=proper_name(contact.name, "name"),
        company=proper_name(contact.company, "company"),
        title=proper_name(contact.title, "title"),
        note=proper_text(contact.note, "note"),
    )
    return _whole(contact, customer)


def cleaned(contact: Contact, customer: Customer) -> Contact:
    """The contact from a file: what may not stand in a name is taken out. Raises `Invalid` for what is left of none."""
    note = "\n".join(cleaned_name(line) for line in contact.note.splitlines())
    contact = replace(
        contact,
        name=cleaned_name(contact.name),
        company=cleaned_name(contact.company),
        title=cleaned_name(contact.title),
        note=note,
        numbers=tuple(n for n in contact.numbers if re.search(r"[0-9]", n.number))[:MOST_NUMBERS],
        emails=tuple(e for e in contact.emails if _EMAIL.fullmatch(e.address))[:MOST_NUMBERS],
        more=tuple(line for line in contact.more if len(line) <= LONGEST_MORE)[:MOST_MORE],
    )
    if not contact.name and not contact.company and contact.emails:
        contact = replace(contact, name=contact.emails[0].address)
    return _whole(contact, customer)


def _whole(contact: Contact, customer: Customer) -> Contact:
    if not contact.name:
        if not contact.company:
            raise Invalid(field="name", problem="missing")
        contact = replace(contact, name=contact.company)
    for field, most in (("name", LONGEST), ("company", LONGEST), ("title", LONGEST), ("note", LONGEST_NOTE)):
        if len(getattr(contact, field)) > most:
            raise Invalid(field=field, problem="too_long")
    if len(contact.uid) > LONGEST:
        contact = replace(contact, uid="")
    for field, values in (("numbers", contact.numbers), ("emails", contact.emails)):
        if len(values) > MOST_NUMBERS:
            raise Invalid(field=field, problem="too_many")
    numbers = dict.fromkeys(replace(n, number=_number(n.number, customer)) for n in contact.numbers)
    for email in contact.emails:
        if not _EMAIL.fullmatch(email.address) or len(email.address) > LONGEST:
            raise Invalid(field="emails", problem="malformed")
    return replace(contact, numbers=tuple(numbers), emails=tuple(dict.fromkeys(contact.emails)))


def _number(text: str, customer: Customer) -> str:
    try:
        return dialled(text, customer).number
    except (NumberRefused, Invalid):
        kept = cleaned_name(text)
        if not re.search(r"[0-9]", kept) or len(kept) > 64:
            raise Invalid(field="numbers", problem="invalid_number") from None
        return kept


def compare(entry: Contact, there: Iterable[Contact]) -> tuple[Verdict, Contact | None]:
    """What an entry is beside those there are that have something in common with it, and which of them."""
    conflict: Contact | None = None
    for other in there:
        if _told(entry) == _told(other):
            return Verdict.SAME, other
        if conflict is None and common(entry) & common(other):
            conflict = other
    return (Verdict.CONFLICT, conflict) if conflict is not None else (Verdict.NEW, None)


def common(contact: Contact) -> frozenset[str]:
    """What may make two contacts one person: a card's id, a number of their own, an address, name and company."""
    found = {f"uid:{contact.uid}"} if contact.uid else set()
    found |= {f"tel:{n.number}" for n in contact.numbers if n.number.startswith("+") and n.kind not in _OF_MANY}
    found |= {f"mail:{e.address.casefold()}" for e in contact.emails}
    return frozenset(found | {f"name:{fold(contact.name)}|{fold(contact.company)}"})


def _told(contact: Contact) -> tuple[object, ...]:
    numbers = frozenset(n.number for n in contact.numbers)
    emails = frozenset(e.address.casefold() for e in contact.emails)
    return contact.name, contact.company, contact.title, numbers, emails, contact.note


def merged(there: Contact, entry: Contact) -> Contact:
    """What there is with an entry's words in the place of its own, and the numbers and addresses of both."""
    known = {n.number for n in entry.numbers}
    addresses = {e.address.casefold() for e in entry.emails}
    return replace(
        there,
        name=entry.name,
        company=entry.company or there.company,
        title=entry.title or there.title,
        note=entry.note or there.note,
        uid=entry.uid or there.uid,
        more=entry.more or there.more,
        numbers=(*entry.numbers, *(n for n in there.numbers if n.number not in known))[:MOST_NUMBERS],
        emails=(*entry.emails, *(e for e in there.emails if e.address.casefold() not in addresses))[:MOST_NUMBERS],
    )


class Findable(Protocol):
    """What of a contact somebody may search for; the domain's and the wire's have it alike."""

    @property
    def name(self) -> str: ...
    @property
    def company(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def numbers(self) -> tuple[ContactNumber, ...]: ...
    @property
    def emails(self) -> tuple[ContactEmail, ...]: ...


def search_key(contact: Findable) -> str:
    """What somebody may search for in a contact, folded; numbers as digits."""
    words = fold(f" {contact.name} {contact.company} {contact.title} ".replace("-", " "))
    digits = " ".join(re.sub(r"[^0-9]", "", n.number) for n in contact.numbers)
    return f"{words} {' '.join(e.address.casefold() for e in contact.emails)} {digits}"


def wanted_parts(query: str) -> tuple[str, ...]:
    """What must stand in a `search_key` that a query finds: the beginnings of words, or digits of a number."""
    digits = digits_of(query)
    if digits:
        return (digits,)
    return tuple(f" {word}" for word in fold(query).replace("-", " ").split())


def found_by(key: str, query: str) -> bool:
    """Whether each word of a query begins one in a `search_key`, or its digits stand in a number there."""
    return all(part in key for part in wanted_parts(query))
