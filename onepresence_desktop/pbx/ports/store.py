"""The store: one transaction over everything, committed when its block ends; and the backups of it."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Protocol

from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports.calendars import Calendars
from onepresence_desktop.pbx.ports.company_sounds import CompanySoundRows
from onepresence_desktop.pbx.ports.completions import Completions
from onepresence_desktop.pbx.ports.connections import Connections
from onepresence_desktop.pbx.ports.credentials import Credentials
from onepresence_desktop.pbx.ports.directories import Directories
from onepresence_desktop.pbx.ports.erasing import Erasing
from onepresence_desktop.pbx.ports.outbox import OutgoingRows
from onepresence_desktop.pbx.ports.pickup import PickupGroups
from onepresence_desktop.pbx.ports.pictures import Pictures
from onepresence_desktop.pbx.ports.privacy import OldThings
from onepresence_desktop.pbx.ports.repositories import (
    CompanyNumbers,
    Contacts,
    Diversions,
    History,
    Messages,
    Messaging,
    People,
    Preferences,
    Schedules,
    SharedCalls,
    Trunks,
)
from onepresence_desktop.pbx.ports.spoken import SpokenSounds


class UnitOfWork(Protocol):
    """One transaction over everything; committed (on disk) when its block ends, rolled back on an exception."""

    people: People
    credentials: Credentials
    diversions: Diversions
    messages: Messages
    history: History
    preferences: Preferences
    trunks: Trunks
    outbox: OutgoingRows
    schedules: Schedules
    calendars: Calendars
    contacts: Contacts
    directories: Directories
    messaging: Messaging
    shared_calls: SharedCalls
    company_numbers: CompanyNumbers
    company_sounds: CompanySoundRows
    spoken: SpokenSounds
    privacy: OldThings
    erasing: Erasing
    pickup: PickupGroups
    completions: Completions
    pictures: Pictures
    connections: Connections


class Store(Protocol):
    """The database. Raises `StoreFull`, `StoreDamaged`, `StoreLocked`."""

    async def open(self) -> None:
        """Open, lock and migrate."""
        ...

    async def close(self) -> None: ...

    def unit(self, *customer_ids: CustomerId) -> AbstractAsyncContextManager[UnitOfWork]:
        """Begin a unit that may write for these companies; for none in particular (sign-in failures), alone.

        Units of one company follow one another: what one reads still holds when it commits. Never begin one within
        another.
        """
        ...

    def reading(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Begin a unit that only reads."""
        ...

    async def probe(self) -> None:
        """A round trip that changes nothing; raises when the store can't be read or written."""
        ...

    async def check(self) -> None:
        """A round trip and an integrity check; raises when something is wrong."""
        ...

    async def forget_for_good(self) -> None:
        """Let nothing that was deleted be found in the files: they are written anew. PostgreSQL keeps its own house."""
        ...

    async def backup(self, path: Path) -> None:
        """A consistent copy of the database into one SQLite file while the store is in use."""
        ...


class Archive(Protocol):
    """Backups of the store with its recordings."""

    async def make(self, path: Path) -> int:
        """One file with database and sounds, consistent also while the service runs; its bytes.

        Raises `Invalid` for a place where nothing can be written, `StoreFull`.
        """
        ...
