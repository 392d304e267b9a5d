"""Calendars on an Exchange server on premises, read by exchangelib on threads (spec 5.1).

One account reads everybody's: it impersonates them (the role ApplicationImpersonation), or was made their delegate.
It signs in with HTTP's Basic where the virtual directory of EWS allows that, and with NTLM otherwise.
"""

from __future__ import annotations

import asyncio
import importlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx

from onepresence_desktop.domain.connections import Connection, ConnectionId, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import Meeting, Reading
from onepresence_desktop.pbx.webdav import asking
from onepresence_desktop.pbx.webdav.places import judged

if TYPE_CHECKING:
    from onepresence_desktop.pbx.calendars.ews_server import ExchangeServer, Part
    from onepresence_desktop.pbx.calendars.ews_transport import Call

MOST_BYTES = 4 * 1024 * 1024

MOST_ANSWERS = 10
"""For one calendar."""

THREADS = 8
"""On which servers are asked, of all companies: as many as are read at a time, and some that are tried meanwhile."""

AT_ONCE = 4
"""Requests to one server, each by a connection of its own; with NTLM each of these is signed in."""


@dataclass(slots=True)
class _SignedIn:
    """How one connection asks. settings: as it was set then. ntlm: by which it signs in, instead of Basic."""

    settings: object
    server: ExchangeServer
    ntlm: bool = False
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))


class EwsCalendars:
    """Reads the calendars of a company's people. here: also from this machine, which a test's server is on."""

    def __init__(self, *, here: bool) -> None:
        self._here = here
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="exchange")
        self._made: Any = None
        self._signed_in: dict[ConnectionId, _SignedIn] = {}
        self._calls: dict[Call, _SignedIn] = {}

    async def close(self) -> None:
        """Let connections go; whoever waits for an answer is sent away, so that no thread outlives the service."""
        while self._signed_in:
            self._end(self._signed_in.popitem()[1])
        for call in list(self._calls):
            call.abort()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def let_go(self, connection: Connection) -> None:
        """End the connection that is signed in as it is set here."""
        known = self._signed_in.get(connection.id)
        if known is not None and known.settings == _settings(connection):
            del self._signed_in[connection.id]
            self._end(known)

    async def meetings(
        self, connection: Connection, mailbox: str, start: datetime, end: datetime, zone: tzinfo
    ) -> Reading:
        """What takes place in the calendar of an address; Exchange tells times in UTC. Raises `ConnectionFailed`."""
        found: dict[str, Meeting | None] = {}
        unread: set[str] = set()
        begin = start
        for _ in range(MOST_ANSWERS):
            part = await self._part(connection, mailbox, begin, end)
            new = [key for key, _, _ in part.entries if key not in found]
            found |= {key: meeting for key, _, meeting in part.entries}
            unread |= part.unread
            if part.whole or not new:
                kept = (meeting for meeting in found.values() if meeting is not None)
                return Reading(tuple(sorted(kept, key=lambda m: (m.start, m.key))), frozenset(unread))
            begin = max(
                begin, *(at for _, at, _ in part.entries)
            )  # a view goes on from the last one's beginning: it has no offset
        raise ConnectionFailed(reason=Trouble.TOO_LARGE, person=True)

    async def _part(self, connection: Connection, mailbox: str, start: datetime, end: datetime) -> Part:
        """By Basic until the server says that it wants NTLM."""
        if self._made is None:
            self._made = await asyncio.get_running_loop().run_in_executor(
                self._threads, importlib.import_module, f"{__package__}.ews_server"
            )
        signed_in = self._known(connection)
        try:
            return await self._asked(connection, signed_in, mailbox, start, end)
        except self._made.OtherWay:
            other = self._signed_in.get(connection.id)
            if other is signed_in:  # nobody has learned it meanwhile
                signed_in.server.close()
                other = self._new(connection, ntlm=True)
            if other is None or not other.ntlm:
                raise ConnectionFailed(reason=Trouble.SIGN_IN_REFUSED) from None
            return await self._asked(connection, other, mailbox, start, end)

    async def _asked(
        self, connection: Connection, signed_in: _SignedIn, mailbox: str, start: datetime, end: datetime
    ) -> Part:
        address = await self._address(connection.text("ews_url"))
        async with signed_in.places:
            call = self._made.Call(address)
            self._calls[call] = signed_in
            under_way = self._threads.submit(signed_in.server.part, call, mailbox, start, end)
            try:
                async with asyncio.timeout(asking.PATIENCE):  # the library's own is for each piece
                    return await asyncio.wrap_future(under_way)
            except TimeoutError as exc:
                raise ConnectionFailed(reason=Trouble.TIME_OUT) from exc
            finally:
                del self._calls[call]
                if not under_way.done():
                    call.abort()

    async def _address(self, url: str) -> str:
        """The address that is connected to, which was judged. Raises `ConnectionFailed`."""
        parts = urlsplit(url)
        try:
            async with asyncio.timeout(asking.PATIENCE):
                return str(await judged(parts.hostname or "", parts.port or 0, here=self._here))
        except TimeoutError as exc:
            raise ConnectionFailed(reason=Trouble.TIME_OUT) from exc
        except httpx.ConnectError as exc:
            raise ConnectionFailed(reason=Trouble.UNREACHABLE, said=asking.words_of(exc)) from exc

    def _known(self, connection: Connection) -> _SignedIn:
        known = self._signed_in.get(connection.id)
        if known is not None and known.settings == _settings(connection):
            return known
        if known is not None:
            self._end(known)
        return self._new(connection, ntlm=False)

    def _new(self, connection: Connection, *, ntlm: bool) -> _SignedIn:
        url, account, password = (connection.text(name) for name in ("ews_url", "account", "password"))
        delegate = connection.text("rights") == "delegate"
        server = self._made.ExchangeServer(url, account, password, ntlm=ntlm, delegate=delegate, most_bytes=MOST_BYTES)
        made = self._signed_in[connection.id] = _SignedIn(_settings(connection), server, ntlm)
        return made

    def _end(self, signed_in: _SignedIn) -> None:
        for call, by in list(self._calls.items()):
            if by is signed_in:
                call.abort()
        signed_in.server.close()


def _settings(connection: Connection) -> object:
    return sorted(connection.settings.items())
