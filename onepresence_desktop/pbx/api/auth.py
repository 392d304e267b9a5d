"""Who asks: from the bearer token to a `Caller`, and from the connection to a `Peer`."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from typing import Any

from litestar.connection import ASGIConnection, Request
from litestar.di import NamedDependency as Given
from litestar.handlers import BaseRouteHandler

from onepresence_desktop.domain.errors import Forbidden, NotSignedIn, PasswordChangeRequired
from onepresence_desktop.domain.people import Role
from onepresence_desktop.pbx.api.words import Words
from onepresence_desktop.pbx.services.sign_in import Caller, Peer

FORWARDED = frozenset({b"x-forwarded-for", b"forwarded", b"x-real-ip", b"via"})
"""Headers of a proxy: what comes through one isn't from here, whatever its own address is."""

Headers = Iterable[tuple[bytes, bytes]]


def token_of(headers: Headers) -> str:
    """The bearer token (RFC 6750 section 2.1). Raises `NotSignedIn`."""
    for name, value in headers:
        if name == b"authorization":
            scheme, _, token = value.decode("latin-1").partition(" ")
            if scheme.lower() == "bearer" and token.strip():
                return token.strip()
    raise NotSignedIn


def peer_at(host: str | None, headers: Headers) -> Peer:
    """Where a connection comes from; an IPv6 client counts with its /64, of which it can choose any address."""
    try:
        address = ipaddress.ip_address(host or "")
    except ValueError:
        return Peer(host or "unknown", private=False)
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    proxied = any(name in FORWARDED for name, _ in headers)
    local = (address.is_private or address.is_loopback or address.is_link_local) and not address.is_unspecified
    shown = str(address)
    if isinstance(address, ipaddress.IPv6Address):
        shown = str(ipaddress.ip_network((address, 64), strict=False))
    return Peer(shown, private=local and not proxied)


async def provide_peer(request: Request[Any, Any, Any]) -> Peer:
    """Where the request comes from."""
    return peer_at(request.client.host if request.client is not None else None, request.scope["headers"])


async def provide_newcomer(request: Request[Any, Any, Any], words: Given[Words]) -> Caller:
    """The caller, also one whose first password is still to be changed."""
    return await words.sign_in.authenticate(token_of(request.scope["headers"]))


async def provide_caller(newcomer: Given[Caller]) -> Caller:
    """The caller. Raises `NotSignedIn`, `PasswordChangeRequired`."""
    if newcomer.must_change:
        raise PasswordChangeRequired
    return newcomer


async def provide_administrator(caller: Given[Caller], words: Given[Words]) -> Caller:
    """The caller, if he may administer his company. Raises `Forbidden`."""
    if words.office.company(caller.customer_id).user(caller.user_id).role is not Role.ADMINISTRATOR:
        raise Forbidden
    return caller


async def command_line_only(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Guard: the token of the service's own run file. Raises `NotSignedIn`."""
    if not connection.app.state.is_admin_token(token_of(connection.scope["headers"])):
        raise NotSignedIn
