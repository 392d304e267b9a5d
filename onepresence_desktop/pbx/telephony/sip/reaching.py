"""Ways to a host by its name: resolved off the loop's thread, connected where the transport is a stream."""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence

from onepresence_desktop.pbx.telephony.sip.clock import Flow, Reached
from onepresence_desktop.pbx.telephony.sip.locating import Locate, Place

log = logging.getLogger(__name__)

PATIENCE = 4.0
"""Seconds for a name to be resolved, and for a connection to be made."""

Connect = Callable[[str, tuple[str, int], ssl.SSLContext | None], Awaitable[Flow]]
"""(name for the certificate, address, TLS or none) to a connection."""


class Reaching:
    """udp: the flow for datagrams to an address, None where there is no socket for it. connect: makes a new stream.

    locate: a name's servers (`locating`). authorities: a file of certificates (PEM) that are believed besides the
    system's: a company's own.
    """

    def __init__(
        self,
        udp: Callable[[tuple[str, int]], Flow | None],
        connect: Connect,
        locate: Locate,
        authorities: str | None = None,
    ) -> None:
        self._udp = udp
        self._connect = connect
        self._locate = locate
        self._authorities = authorities
        self._tasks: set[asyncio.Task[None]] = set()

    def reach(self, kind: str, host: str, port: int, then: Reached, turn: int = 0) -> None:
        """`then` gets the way, or None and why there is none."""
        task = asyncio.get_running_loop().create_task(self._go(kind, host, port, then, turn), name=f"reaching {host}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def close(self) -> None:
        """Nobody waits any more."""
        for task in self._tasks:
            task.cancel()

    async def _go(self, kind: str, host: str, port: int, then: Reached, turn: int) -> None:
        why = "not found"
        for place in await self._places(kind, host, port, turn):
            try:
                for address in await self._addresses(place):
                    try:
                        flow = self._udp(address) if kind == "udp" else await self._connected(kind, host, address)
                    except (OSError, TimeoutError) as exc:
                        why = in_words(exc)
                        continue
                    if flow is not None:
                        then(flow, "")
                        return
            except (OSError, TimeoutError, UnicodeError) as exc:
                why = in_words(exc)
        log.info("%s:%s can't be reached: %s", host, port, why)
        then(None, why)

    async def _places(self, kind: str, host: str, port: int, turn: int) -> Sequence[Place]:
        """In the order in which they are tried; those before `turn` come last."""
        if port:
            return [(host, port)]
        try:
            async with asyncio.timeout(PATIENCE):
                places = list(await self._locate(kind, host))
        except TimeoutError:
            places = []
        places = places or [(host, 5061 if kind == "tls" else 5060)]
        turn %= len(places)
        return places[turn:] + places[:turn]

    async def _addresses(self, place: Place) -> list[tuple[str, int]]:
        async with asyncio.timeout(PATIENCE):
            found = await asyncio.get_running_loop().getaddrinfo(*place, type=socket.SOCK_STREAM)
        return [(str(where[0]), int(where[1])) for *_, where in found]

    async def _connected(self, kind: str, host: str, address: tuple[str, int]) -> Flow | None:
        context = self._context() if kind == "tls" else None
        async with asyncio.timeout(PATIENCE):
            return await self._connect(host, address, context)

    def _context(self) -> ssl.SSLContext:
        """Whose certificates are believed: the system's, and the company's own (RFC 5922: checked against the name)."""
        import truststore

        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if self._authorities is not None:
            context.load_verify_locations(cafile=self._authorities)
        return context


def in_words(exc: Exception) -> str:
    """Why there is no way, for an administrator."""
    match exc:
        case ssl.SSLCertVerificationError():
            return f"certificate refused ({exc.verify_message or exc.reason or 'not trusted'})"
        case ssl.SSLError():
            return f"no TLS ({exc.reason or 'failed'})"
        case socket.gaierror() | UnicodeError():
            return "not found"
        case ConnectionRefusedError():
            return "connection refused"
        case TimeoutError():
            return "no answer"
        case OSError():
            return f"not reached ({exc.strerror or type(exc).__name__})"
    return "not reached"
