"""The live stream at the client: SSE read by a sans-IO parser, followed for ever with reconnect and resume."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import time
from collections.abc import AsyncGenerator, Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from onepresence_desktop.client.foreign import FOREIGN, in_our_words
from onepresence_desktop.client.lean_httpx import httpx
from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.client.requests import refusal
from onepresence_desktop.domain.errors import (
    Invalid,
    NotSignedIn,
    OnePresenceError,
    PasswordChangeRequired,
    ServerAway,
    VersionRefused,
)
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.stream import Event, read_event

log = logging.getLogger(__name__)

SILENCE = 9.0
"""Seconds without a byte after which a link is dead; the service sends something every four (spec 2.7: within 10 s)."""

FIRST_WAIT, LONGEST_WAIT = 0.5, 8.0
"""Seconds between tries: doubled from the first to the longest, with a tenth of jitter so that clients spread out."""

VERSION_WAIT = 60.0
"""Seconds between tries with a service that speaks no protocol known here, until somebody updates one of the two."""

MOST_EVENT = 64 * 1024 * 1024
"""Bytes of one event beyond which the answer isn't believed; a snapshot of 100,000 people takes about 40 MB."""


STEADY = 60.0
"""Seconds that a stream must have been read for an event that can't be to count as a single mishap."""


class _Unreadable(Exception):
    """An event isn't what it should be: a new snapshot is asked for, ever more seldom while that doesn't help."""


@dataclass(slots=True)
class SseParser:
    """Bytes in, (event name, id, data) out (WHATWG server-sent events; comments and `retry` are passed over)."""

    _rest: bytearray = field(default_factory=bytearray)
    _name: str = "message"
    _id: str = ""
    _data: list[bytes] = field(default_factory=list)
    _size: int = 0

    def feed(self, chunk: bytes) -> Iterator[tuple[str, str, bytes]]:
        """Take in a chunk; raises `ServerAway` when an event grows beyond all measure, in one line or in many."""
        if self._size + len(self._rest) > MOST_EVENT:
            raise ServerAway(detail="endless_event")
        self._rest += chunk
        if b"\n" not in chunk:
            return
        *lines, rest = bytes(self._rest).split(b"\n")
        self._rest = bytearray(rest)
        for line in lines:
            if line.endswith(b"\r"):
                line = line[:-1]
            if not line:
                if self._data:
                    yield self._name, self._id, b"\n".join(self._data)
                self._name, self._data, self._size = "message", [], 0
                continue
            self._size += len(line) + 1
            if self._size > MOST_EVENT:
                raise ServerAway(detail="endless_event")
            key, _, value = line.partition(b":")
            value = value.removeprefix(b" ")
            if key == b"data":
                self._data.append(value)
            elif key == b"event":
                self._name = value.decode("utf-8", "replace")
            elif key == b"id":
                self._id = value.decode("utf-8", "replace")


class LinkState(Enum):
    """How the stream stands."""

    CONNECTING = "connecting"
    LIVE = "live"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Link:
    """A change of the stream's standing. retry_in: seconds until the next try. error: why it was lost."""

    state: LinkState
    retry_in: float = 0.0
    error: OnePresenceError | None = None


class EventStream:
    """Follows the service's events for one signed-in client.

    on_event gets each event with its id, in order; on_link each change of the connection. `follow` returns only by
    cancellation, or raises `NotSignedIn` or `PasswordChangeRequired` when trying again can't help.
    """

    def __init__(
        self,
        client: PbxClient,
        *,
        on_event: Callable[[Event, str], None],
        on_link: Callable[[Link], None],
        last_id: str = "",
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._client = client
        self._on_event = on_event
        self._on_link = on_link
        self._last_id = last_id
        self._jitter = jitter
        self._hurry = asyncio.Event()

    def retry_now(self) -> None:
        """Don't wait for the next try: the user asked, the machine woke up, the network changed."""
        self._hurry.set()

    async def follow(self) -> None:
        """Connect, deliver, and connect again for as long as it takes."""
        wait, unreadable = FIRST_WAIT, 0.0
        while True:
            self._on_link(Link(LinkState.CONNECTING))
            begun = time.monotonic()
            try:
                async with contextlib.aclosing(self._connection()) as connection:
                    async for name, event_id, data in connection:
                        self._deliver(name, event_id, data)
                        wait = FIRST_WAIT
                error: OnePresenceError = ServerAway(detail="closed")
            except (NotSignedIn, PasswordChangeRequired):
                raise
            except _Unreadable:
                lived = time.monotonic() - begun
                unreadable = FIRST_WAIT if lived > STEADY else min(LONGEST_WAIT, max(FIRST_WAIT, unreadable * 2))
                error, wait = ServerAway(detail="unreadable_event"), unreadable
            except VersionRefused as exc:
                error, wait = exc, VERSION_WAIT
            except OnePresenceError as exc:
                error = exc
            except FOREIGN as exc:
                error = in_our_words(exc)
            pause = wait * (1 + 0.1 * self._jitter())
            self._on_link(Link(LinkState.LOST, pause, error))
            await self._pause(pause)
            wait = min(LONGEST_WAIT, wait * 2)

    async def _pause(self, seconds: float) -> None:
        self._hurry.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._hurry.wait()
        except TimeoutError:
            pass

    async def _connection(self) -> AsyncGenerator[tuple[str, str, bytes], None]:
        headers = {**self._client.headers(), "Accept": "text/event-stream"}
        if self._last_id:
            headers["Last-Event-ID"] = self._last_id
        timeout = httpx.Timeout(SILENCE, connect=5.0)
        async with self._client.http.stream("GET", routes.EVENTS, headers=headers, timeout=timeout) as response:
            self._client.check_protocol(response.headers)
            if response.is_error:
                raise refusal(response.status_code, await response.aread())
            self._on_link(Link(LinkState.LIVE))
            parser = SseParser()
            async for chunk in response.aiter_bytes():
                for found in parser.feed(chunk):
                    yield found

    def _deliver(self, name: str, event_id: str, data: bytes) -> None:
        try:
            event = read_event(name, data)
        except Invalid as exc:
            self._last_id = ""
            log.warning("an event %s could not be read (%s); asking for a new snapshot", name, exc)
            raise _Unreadable from exc
        self._last_id = event_id or self._last_id
        if event is None:
            return
        self._on_event(event, event_id)
