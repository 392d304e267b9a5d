"""People of a company's directory (LDAP, CardDAV): where it is, who stands in it, and who sees what (spec 8.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import Customer, Role
from onepresence_desktop.domain.phonebook import Contact, ContactEmail, ContactId, ContactNumber
from onepresence_desktop.domain.phonebook import cleaned as cleaned_contact

LONGEST_KEY = 250
"""Characters by which a server knows one of its people; who has more has none."""


class DirectoryKind(StrEnum):
    """How a directory is asked."""

    LDAP = "ldap"
    CARDDAV = "carddav"


class DirectoryField(StrEnum):
    """What of somebody may be kept from users; a name never is, since it stands on every call."""

    COMPANY = "company"
    TITLE = "title"
    NUMBERS = "numbers"
    EMAILS = "emails"


FOR_EVERYBODY = frozenset({DirectoryField.COMPANY, DirectoryField.NUMBERS, DirectoryField.EMAILS})
"""What everybody sees unless it is said otherwise."""

SEES_ALL = frozenset({Role.RECEPTIONIST, Role.ADMINISTRATOR})
"""Who sees every field: they connect callers, or look after the directory."""


@dataclass(frozen=True, slots=True)
class DirectorySource:
    """Where a company's directory is. name: the company's word for it. customer: the customer code.

    account: who signs in (LDAP: a distinguished name), "" for nobody. base, filter: of an LDAP directory, below which
    entry and which of those there. fields: what users see who are neither receptionists nor administrators.
    """

    name: str
    customer: str
    kind: DirectoryKind
    address: str
    account: str = ""
    base: str = ""
    filter: str = ""
    fields: frozenset[DirectoryField] = FOR_EVERYBODY


@dataclass(frozen=True, slots=True)
class DirectoryPerson:
    """Somebody in a directory. key: what their server knows them by, for as long as they are there."""

    key: str
    name: str
    company: str = ""
    title: str = ""
    numbers: tuple[ContactNumber, ...] = ()
    emails: tuple[ContactEmail, ...] = ()


def cleaned(person: DirectoryPerson, customer: Customer) -> DirectoryPerson | None:
    """Somebody as they are kept, with numbers as they are dialled; None for who can't be called nor written to."""
    if not 0 < len(person.key) <= LONGEST_KEY:
        return None
    entry = Contact(
        ContactId(person.key),
        customer.id,
        None,
        person.name,
        datetime.min.replace(tzinfo=UTC),
        company=person.company,
        title=person.title,
        numbers=person.numbers,
        emails=person.emails,
    )
    try:
        kept = cleaned_contact(entry, customer)
    except Invalid:
        return None
    if not kept.numbers and not kept.emails:
        return None
    return replace(
        person, name=kept.name, company=kept.company, title=kept.title, numbers=kept.numbers, emails=kept.emails
    )


def seen_by(role: Role, person: DirectoryPerson, fields: frozenset[DirectoryField]) -> DirectoryPerson:
    """Somebody with the fields that a user of that role sees. fields: what everybody sees."""
    if role in SEES_ALL:
        return person
    return replace(
        person,
        company=person.company if DirectoryField.COMPANY in fields else "",
        title=person.title if DirectoryField.TITLE in fields else "",
        numbers=person.numbers if DirectoryField.NUMBERS in fields else (),
        emails=person.emails if DirectoryField.EMAILS in fields else (),
    )


def named(holders: Sequence[DirectoryPerson]) -> str:
    """Whose name a call from a number bears: the company's where several have the number, "" for nobody's."""
    if not holders:
        return ""
    first, *others = holders
    shared = first.company if others and all(one.company == first.company for one in others) else ""
    return shared or first.name
