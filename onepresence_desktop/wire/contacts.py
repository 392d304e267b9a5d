"""Contacts, and what an import would do or did."""

from __future__ import annotations

from onepresence_desktop.domain.phonebook import ContactEmail, ContactId, ContactNumber, Verdict
from onepresence_desktop.wire.slices import Audience, Single, View


class ContactView(View, frozen=True, kw_only=True):
    """A contact. shared: of the company; favourite: of the caller's."""

    id: ContactId
    name: str
    company: str
    title: str
    numbers: tuple[ContactNumber, ...]
    emails: tuple[ContactEmail, ...]
    note: str
    shared: bool
    favourite: bool


class ImportedEntry(View, frozen=True, kw_only=True):
    """One entry of a file. number: its place, from 1. existing: what it is the same as, or in conflict with.

    problem: why it is refused, a stable word, or "". taken: whether it was written: as new, or over `existing`.
    """

    number: int
    name: str
    verdict: Verdict
    existing: ContactId | None = None
    existing_name: str = ""
    problem: str = ""
    field: str = ""
    taken: bool = False


class ColumnView(View, frozen=True, kw_only=True):
    """A column of a sheet and what it was taken to hold; "" for what isn't known."""

    head: str
    holds: str


class ImportReport(View, frozen=True, kw_only=True):
    """What an import did, or would do (dry_run): an entry each, and how many of each verdict."""

    dry_run: bool
    entries: list[ImportedEntry]
    new: int
    same: int
    conflict: int
    refused: int
    columns: list[ColumnView] = []


class ContactsView(View, frozen=True, kw_only=True):
    """How the caller's contacts stand. version: another with each change; favourites: their stars, shared ones too."""

    version: int
    favourites: list[ContactId] = []


class SharedContactsView(View, frozen=True, kw_only=True):
    """How the contacts stand that the company shares. directories: it has some that can be searched besides."""

    version: int
    directories: bool = False


class ContactChanges(View, frozen=True, kw_only=True):
    """What of contacts was changed after a version, oldest change first, as far as `version`.

    whole: it begins anew, and what is not told again is gone. more: there is more after `version`.
    """

    version: int
    whole: bool
    contacts: list[ContactView]
    removed: list[ContactId] = []
    more: bool = False


CONTACTS: Single[ContactsView] = Single("contacts", "contacts_changed", ContactsView, Audience.OWNER)
SHARED_CONTACTS: Single[SharedContactsView] = Single(
    "shared_contacts", "shared_contacts_changed", SharedContactsView, Audience.EVERYONE
)
