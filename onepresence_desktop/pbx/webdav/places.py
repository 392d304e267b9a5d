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


class Judging(httpx.AsyncBaseTransport):
    """Connects to judged addresses only; each request on a connection of its own, which no other name can share."""

    def __init__(self, *, here: bool) -> None:
        self._here = here
        self._inner = httpx.AsyncHTTPTransport(
            limits=httpx.Limits(max_keepalive_connections=0),
            verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            trust_env=False,
        )

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
        return await self._inner.handle_async_request(there)

    async def aclose(self) -> None:
        """Let connections go."""
        await self._inner.aclose()


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
