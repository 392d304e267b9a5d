"""One client's connection: uvicorn's, with a bound and a deadline for everything that comes in over it."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from onepresence_desktop.pbx.event_stream import Link
from onepresence_desktop.pbx.http.guests import Guest, Guests
from onepresence_desktop.pbx.http.unchunked import Unchunked

CONNECTION = "onepresence.connection"
"""Key in a request's `extensions` under which the connection is found."""
PROVED = "onepresence.proved"
"""Key there of what is called once somebody has proved who they are over this connection."""
MOST_HEAD = 32 * 1024
"""Bytes of request line and headers; the C parser itself knows no bound."""
MOST_FIELDS = 128
"""Header and trailer fields of a request; each costs more than its bytes tell."""
MOST_AHEAD, MOST_AHEAD_KNOWN = 2, 32
"""Requests that wait behind one which is not answered yet, of a stranger and of who is known."""
FRAMING = 64 * 1024
"""Bytes beside the body, as of chunks and trailers, that any body may bring, and as many times its own again."""
OVERHEAD = 8
HEAD_WITHIN, BODY_WITHIN = 10.0, 30.0
"""Seconds for a head from its first byte, or from the connection, and for a body."""
STRANGERS_READ, KNOWN_READ = 16 * 1024, 256 * 1024
"""Bytes that are read at a time of a stranger, and of who is known (asyncio's own measure)."""
KNOWN_WITHIN = 120
"""Seconds that a connection may be idle over which somebody has proved who they are: their next request is not one of
many newcomers, and needs no handshake."""
STRANGER_WITHIN = 60.0
"""Seconds that a connection may last over which nobody proves who they are, whatever it does."""


def proved(scope: Any) -> None:
    """Somebody has proved who they are: their connection keeps its place."""
    keep_place = (scope.get("extensions") or {}).get(PROVED)
    if keep_place is not None:
        keep_place()


class Connection(HttpToolsProtocol):
    """stage: idle (between requests), head, body. raw: bytes of the stage as they came; useful: of the body in them."""

    def __init__(self, *, guests: Guests, guest: Guest, **of_uvicorn: Any) -> None:
        super().__init__(**of_uvicorn)
        self._guests, self._guest = guests, guest
        self._timer: asyncio.TimerHandle | None = None
        self._stage, self._raw, self._useful, self._head = "idle", 0, 0, 0
        self._fields = 0
        self._waits: list[bytes] = []
        """What a stranger has sent and is read when it is their turn; meanwhile nothing more is taken from them."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._guest.turn_out = transport.abort
        self._read_at_a_time(STRANGERS_READ)
        self._within(HEAD_WITHIN)
        self._leave = self.loop.call_later(STRANGER_WITHIN, self._still_a_stranger)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        self._leave.cancel()
        self._unset_keepalive_if_required()
        self._guests.leave(self._guest)
        super().connection_lost(exc)
        self.let_go()

    def let_go(self) -> None:
        """Hold nothing that holds this in turn: who comes and goes in a crowd is gone at once, and no garbage."""
        self.parser = None  # type: ignore[assignment]
        self.scope = {}  # type: ignore[typeddict-item]
        self.pipeline.clear()
        if self.cycle is not None and self.cycle.response_complete:
            self.cycle = None  # type: ignore[assignment]

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self._guest.gone:
            self.let_go()

    def data_received(self, data: bytes) -> None:
        if self._stage == "idle" and self._timer is None:
            self._within(HEAD_WITHIN)
        if self._guest.known and not self._waits:
            self._read(data)
            return
        self._unset_keepalive_if_required()
        self._waits.append(data)
        self.transport.pause_reading()
        if len(self._waits) == 1:
            self._guests.turnstile.then(self._read_on)

    def _read_on(self) -> None:
        """What a stranger has sent: who is known is read as they come."""
        data = b"".join(self._waits)
        self._waits.clear()
        if not self.transport.is_closing():
            self._read(data)
        if not self.transport.is_closing() and not (self.flow and self.flow.read_paused):
            self.transport.resume_reading()

    def _read(self, data: bytes) -> None:
        self._raw += len(data)
        super().data_received(data)
        beside = self._raw - self._useful
        if (self._stage == "head" and self._raw > MOST_HEAD) or (
            self._stage == "body" and beside > FRAMING + OVERHEAD * self._useful
        ):
            self.transport.abort()

    def on_message_begin(self) -> None:
        if len(self.pipeline) > (MOST_AHEAD_KNOWN if self._guest.known else MOST_AHEAD):
            self.transport.abort()
            raise ValueError("too many requests at once")
        super().on_message_begin()
        self._stage, self._raw, self._head, self._fields = "head", 0, 0, 0
        self._within(HEAD_WITHIN)
        self.scope["extensions"] = {CONNECTION: self, PROVED: self._proved}  # type: ignore[dict-item]

    def on_url(self, url: bytes) -> None:
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._count(len(name) + len(value))
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._stage, self._raw, self._useful = "body", 0, 0
        self._within(BODY_WITHIN)
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._useful += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._stage, self._raw = "idle", 0
        self._stop_timer()
        super().on_message_complete()

    def take_over(self) -> Link:
        """Where to write the body of the answer about to begin, in chunks; HTTP/1.0 gets their content alone."""
        if self.scope["http_version"] != "1.0":
            return self.transport
        self.cycle.chunked_encoding = False
        return Unchunked(self.transport)

    def _count(self, more: int) -> None:
        self._head += more
        self._fields += 1
        if self._head > MOST_HEAD or self._fields > MOST_FIELDS:
            self.transport.abort()
            raise ValueError("request head too large")

    def _proved(self) -> None:
        if not self._guest.known:
            self.timeout_keep_alive = KNOWN_WITHIN
            self._read_at_a_time(KNOWN_READ)
            self._guests.know(self._guest)

    def _read_at_a_time(self, most: int) -> None:
        """asyncio's selector transports have this attribute; where there is none, all is as it was."""
        if hasattr(self.transport, "max_size"):
            self.transport.max_size = most

    def _still_a_stranger(self) -> None:
        if not self._guest.known:
            self.transport.abort()

    def _within(self, seconds: float) -> None:
        self._stop_timer()
        self._timer = self.loop.call_later(seconds, self.transport.abort)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
