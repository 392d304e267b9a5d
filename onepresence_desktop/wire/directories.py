"""People of a company's directories, and how these are doing."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.domain.directory import DirectoryField, DirectoryKind
from onepresence_desktop.domain.phonebook import ContactEmail, ContactNumber
from onepresence_desktop.wire.slices import View


class DirectoryPersonView(View, frozen=True, kw_only=True):
    """Somebody in a directory, with the fields that the caller may see. id: within their directory."""

    directory: str
    id: str
    name: str
    company: str = ""
    title: str = ""
    numbers: tuple[ContactNumber, ...] = ()
    emails: tuple[ContactEmail, ...] = ()


class DirectoryView(View, frozen=True, kw_only=True):
    """Where a directory is and how it is doing. trouble: a word of `domain.connections.Trouble`, "" while it is well.

    fields: what everybody sees of its people. people: how many are kept. cut: the server gave only some of them.
    read_at: when it was last read. Its password is never told.
    """

    id: str
    name: str
    kind: DirectoryKind
    address: str
    account: str
    fields: list[DirectoryField]
    people: int
    cut: bool
    trouble: str = ""
    read_at: datetime | None = None
