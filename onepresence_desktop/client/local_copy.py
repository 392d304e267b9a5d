"""The last snapshot and the contacts on disk, so that people are found and named before the network answers.

Owner-only, replaced as a whole, bound to address and user; a damaged or foreign one counts as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from onepresence_desktop.client.phonebook import Phonebook
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.contacts import ContactChanges
from onepresence_desktop.wire.views import SnapshotView

PART = 200
"""Contacts in a line of the file: read and taken in within a fraction of a frame."""


class KeptContacts(msgspec.Struct, frozen=True):
    """A line of the contacts' file: some contacts of a shelf. The first of a shelf is `whole`; all have its version."""

    shared: bool
    changes: ContactChanges


def parts_of(book: Phonebook) -> list[KeptContacts]:
    """A phonebook as far as it was told, to be kept; for the thread on which it changes."""
    made: list[KeptContacts] = []
    for shared in (False, True):
        shelf = book.shelf(shared=shared)
        if shelf.version >= 0:
            all_of_it = list(shelf.contacts.values())
            for begin in range(0, max(1, len(all_of_it)), PART):
                some = all_of_it[begin : begin + PART]
                changes = ContactChanges(version=shelf.version, whole=begin == 0, contacts=some)
                made.append(KeptContacts(shared, changes))
    return made


class LocalCopy:
    """Two files per server and user in `folder`."""

    def __init__(self, folder: Path, address: str, local_number: str) -> None:
        key = hashlib.sha256(f"{address}\n{local_number}".encode()).hexdigest()[:24]
        self._roster = folder / f"roster-{key}.json"
        self._contacts = folder / f"contacts-{key}.jsonl"

    def load(self) -> SnapshotView | None:
        """The last snapshot, or None when there is none that can be read."""
        try:
            return codec.read(self._roster.read_bytes(), SnapshotView)
        except (OSError, Invalid):
            return None

    def save(self, snapshot: SnapshotView) -> None:
        """Replace the last snapshot; a full disk leaves the old one."""
        _replace(self._roster, [codec.encode(snapshot)])

    def load_contacts(self) -> list[KeptContacts]:
        """The contacts, part by part; none at all when any of them can't be read."""
        try:
            return [codec.read(line, KeptContacts) for line in self._contacts.read_bytes().splitlines()]
        except (OSError, Invalid):
            return []

    def save_contacts(self, parts: Iterable[KeptContacts]) -> None:
        """Replace the contacts; a full disk leaves the old ones."""
        _replace(self._contacts, _lines(parts))

    def remove(self) -> None:
        """Forget both (sign-out)."""
        for path in (self._roster, self._contacts):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def _lines(parts: Iterable[KeptContacts]) -> Iterator[bytes]:
    for part in parts:
        yield codec.encode(part)
        yield b"\n"


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem.partition('-')[0]}-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(pieces)
            os.replace(draft, path)
        except OSError:
            Path(draft).unlink(missing_ok=True)
            raise
