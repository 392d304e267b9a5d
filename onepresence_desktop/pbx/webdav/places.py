"""Which addresses are connected to: an administrator names a server, and it must not be this machine's inside.

A name is looked up once, judged, and connected to as the address that was judged; so is each that it redirects to.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl

import httpx
import truststore

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

OUTSIDE = "onepresence.outside"
"""Key in a request's extensions, which redirects take along: it began on the internet and stays there."""


def usable(address: Address, *, here: bool, outside: bool = False) -> bool:
    """Whether a server there may be spoken to. here: on this machine too. outside: on the internet only.

    Servers of the company's own network are. Link-local addresses, where clouds keep their machines' secrets, multicast
    and reserved ones never are; of addresses with another inside that one counts.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is not None:
            return usable(inner, here=here, outside=outside)
    if address.is_loopback:
        return here and not outside
    if address.is_link_local or address.is_multicast or address.is_unspecified or address.is_reserved:
        return False
    return address.is_global or not outside


KEPT = 5.0
"""Seconds that a connection is kept for the next request: 200 calendars are looked at one after another."""

MOST_KEPT = 4
"""Connections to one name."""

MOST_NAMES = 50
"""Names of servers for which connections are kept; a server that redirects to ever new ones gets no more."""

_LET_GO = (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError)
"""What a request meets on a connection that the server lets go at that moment."""


class Judging(httpx.AsyncBaseTransport):
    """Connects to judged addresses only; no name shares another's connections.

    keep: a connection is kept for the next request to the same name, as a handshake costs more than most answers. Only
    for what may be asked twice.
    """

    def __init__(self, *, here: bool, keep: bool = False) -> None:
        self._here = here
        self._keep = keep
        self._trust = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._single = self._made(kept=0)
        self._by_name: dict[str, httpx.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Raises `ConnectionFailed` for an address that isn't usable, and what `httpx` raises."""
        host = request.url.host
        outside = bool(request.extensions.get(OUTSIDE))
        address = await judged(host, request.url.port or 0, here=self._here, outside=outside)
        request.extensions = {**request.extensions, "sni_hostname": host, OUTSIDE: outside or address.is_global}
        there = httpx.Request(
            request.method,
            request.url.copy_with(host=str(address)),
            headers=request.headers,
            stream=request.stream,
            extensions=request.extensions,
        )
        inner = self._of(host)
        try:
            return await inner.handle_async_request(there)
        except _LET_GO:
            if inner is self._single:
                raise
            return await self._single.handle_async_request(there)

    async def aclose(self) -> None:
        """Let connections go."""
        for inner in (self._single, *self._by_name.values()):
            await inner.aclose()

    def _of(self, host: str) -> httpx.AsyncHTTPTransport:
        """Who asks servers of a name."""
        known = self._by_name.get(host)
        if known is None and self._keep and len(self._by_name) < MOST_NAMES:
            known = self._by_name[host] = self._made(kept=MOST_KEPT)
        return known or self._single

    def _made(self, *, kept: int) -> httpx.AsyncHTTPTransport:
        limits = httpx.Limits(max_keepalive_connections=kept, keepalive_expiry=KEPT)
        return httpx.AsyncHTTPTransport(limits=limits, verify=self._trust, trust_env=False)


async def judged(host: str, port: int, *, here: bool, outside: bool = False) -> Address:
    """The first address of a host; none of them may be one that isn't usable.

    Raises `ConnectionFailed` (not allowed), `httpx.ConnectError` for a name that nobody has.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as exc:
        raise httpx.ConnectError(str(exc)) from exc
    addresses = [ipaddress.ip_address(str(one[4][0]).partition("%")[0]) for one in found]
    if not addresses or not all(usable(one, here=here, outside=outside) for one in addresses):
        raise ConnectionFailed(reason=Trouble.NOT_ALLOWED)
    return addresses[0]
