"""A signed-in life: the stream feeds the session, the local copy is kept fresh, the connection's standing is told."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from onepresence_desktop import __version__
from onepresence_desktop.client.local_copy import LocalCopy, parts_of
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.wire.sessions import SignedOut
from onepresence_desktop.wire.stream import Event, SnapshotView

if TYPE_CHECKING:
    from onepresence_desktop.client.event_stream import EventStream, Link
    from onepresence_desktop.client.pbx_client import PbxClient

log = logging.getLogger(__name__)

COPY_EVERY = 60.0
"""Seconds between renewals of the local copy while something changes: stale by a minute at most, cheap on the disk."""
BETWEEN_PARTS = 0.01
"""Seconds between two parts of the contacts that were kept: the window has its turn."""


@dataclass(frozen=True, slots=True)
class Account:
    """Who is signed in where."""

    address: str
    local_number: str


class SignedIn:
    """Runs while a user is signed in; `run` ends by cancellation or raises when the session can't go on.

    Raises `NotSignedIn` when the session was ended, `PasswordChangeRequired` when the first password still stands.
    """

    def __init__(self, session: Session, client: PbxClient, account: Account, copies: Path) -> None:
        self._session = session
        self._client = client
        self._copy = LocalCopy(copies, account.address, account.local_number)
        self._stream: EventStream | None = None
        self._dirty = self._forgotten = False
        self._kept_contacts = (-1, -1)
        self._confirmed: datetime | None = None
        self._ended_because = ""
        self._ended = asyncio.Event()

    async def show_copy(self) -> None:
        """Show what was known last, before the network answers."""
        snapshot = await asyncio.to_thread(self._copy.load)
        if snapshot is not None and self._session.mirror.customer is None:
            self._session.show_copy(snapshot)

    def retry_now(self) -> None:
        """Try at once: asked for, woken up, or the network changed."""
        if self._stream is not None:
            self._stream.retry_now()

    def forget(self) -> None:
        """Leave no copy behind (sign-out)."""
        self._dirty, self._forgotten = False, True
        self._copy.remove()

    async def run(self) -> None:
        """Follow the stream until cancelled."""
        from onepresence_desktop.client.event_stream import EventStream
        from onepresence_desktop.domain.errors import NotSignedIn, PasswordChangeRequired

        self._stream = EventStream(self._client, on_event=self._on_event, on_link=self._on_link)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._stream.follow(), name="event stream")
                group.create_task(self._keep_copy(), name="local copy")
                group.create_task(self._show_contacts(), name="contacts that were kept")
                await self._ended.wait()
                raise NotSignedIn(reason=self._ended_because)
        except ExceptionGroup as group_of:
            final = group_of.subgroup((NotSignedIn, PasswordChangeRequired))
            if final is None:
                raise
            raise final.exceptions[0] from None
        finally:
            self._stream = None
            await asyncio.shield(self._save())

    def _on_event(self, event: Event, event_id: str) -> None:
        self._dirty = True
        self._confirmed = datetime.now(UTC)
        if isinstance(event, SignedOut):
            self._ended_because = event.reason
            self._ended.set()
            return
        if isinstance(event, SnapshotView):
            self._session.set_connection(Connection(ConnectionState.LIVE, self._confirmed))
        self._session.take(event, event_id)

    def _on_link(self, link: Link) -> None:
        from onepresence_desktop.client.event_stream import LinkState

        now = datetime.now(UTC)
        match link.state:
            case LinkState.CONNECTING:
                if self._confirmed is None:
                    self._session.set_connection(Connection(ConnectionState.CONNECTING))
            case LinkState.LIVE:
                if self._confirmed is not None:
                    self._session.set_connection(Connection(ConnectionState.LIVE, now))
            case LinkState.LOST:
                retry_at = now + timedelta(seconds=link.retry_in)
                if self._session.connection.state is ConnectionState.LIVE:
                    self._confirmed = now
                self._session.set_connection(Connection(ConnectionState.STALE, self._confirmed, retry_at, link.error))

    async def _keep_copy(self) -> None:
        while True:
            await asyncio.sleep(COPY_EVERY)
            await self._save()

    async def _save(self) -> None:
        """What has changed since the last time."""
        if self._forgotten:
            return
        if self._dirty:
            self._dirty = False
            snapshot = self._session.mirror.snapshot(__version__)
            if snapshot is not None:
                await asyncio.to_thread(self._copy.save, snapshot)
        book = self._session.phonebook
        stands = (book.own.version, book.shared.version)
        if stands != self._kept_contacts and not self._session.showing_copy:
            self._kept_contacts = stands
            await asyncio.to_thread(self._copy.save_contacts, parts_of(book))

    async def _show_contacts(self) -> None:
        """Contacts as they were last, in steps: names and search work before the network answers, and without it."""
        book = self._session.phonebook
        self._session.showing_copy = True
        try:
            for part in await asyncio.to_thread(self._copy.load_contacts):
                self._session.show_contacts(part.changes, shared=part.shared)
                await asyncio.sleep(BETWEEN_PARTS)
            self._kept_contacts = (book.own.version, book.shared.version)
        finally:
            self._session.showing_copy = False
            self._session.copy_shown.emit()
