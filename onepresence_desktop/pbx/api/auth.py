"""Who asks: from the bearer token to a `Principal`, and from the connection to a `Peer`."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Iterable
from typing import Any

from litestar.connection import ASGIConnection, Request
from litestar.di import NamedDependency as Given
from litestar.handlers import BaseRouteHandler

from onepresence_desktop.domain.errors import Forbidden, NotSignedIn, PasswordChangeRequired
from onepresence_desktop.domain.people import Role
from onepresence_desktop.pbx.api.served import served_by
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.http.connection import proved
from onepresence_desktop.pbx.http.origin import PROXIED
from onepresence_desktop.pbx.services import asked
from onepresence_desktop.pbx.services.sign_in import Peer, Principal

Headers = Iterable[tuple[bytes, bytes]]


def token_of(headers: Headers) -> str:
    """The bearer token (RFC 6750 section 2.1). Raises `NotSignedIn`."""
    for name, value in headers:
        if name == b"authorization":
            scheme, _, token = value.decode("latin-1").partition(" ")
            if scheme.lower() == "bearer" and token.strip():
                return token.strip()
    raise NotSignedIn


def peer_at(host: str | None, *, proxied: bool = False) -> Peer:
    """Where a connection comes from; an IPv6 client counts with its /64, of which it can choose any address.

    proxied: somebody speaks for others over it, who are not from here, whatever is said of them.
    """
    try:
        address = ipaddress.ip_address(host or "")
    except ValueError:
        return Peer(host or "unknown", private=False)
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    local = (address.is_private or address.is_loopback or address.is_link_local) and not address.is_unspecified
    shown = str(address)
    if isinstance(address, ipaddress.IPv6Address):
        shown = str(ipaddress.ip_network((address, 64), strict=False))
    return Peer(shown, private=local and not proxied)


async def provide_peer(request: Request[Any, Any, Any]) -> Peer:
    """Where the request comes from."""
    extensions: dict[str, Any] = request.scope.get("extensions") or {}
    return peer_at(request.client.host if request.client is not None else None, proxied=PROXIED in extensions)


async def provide_newcomer(request: Request[Any, Any, Any], services: Given[Services]) -> Principal:
    """The principal, also one whose first password is still to be changed."""
    token = token_of(request.scope["headers"])
    principal = await services.sign_in.authenticate(token)
    sign_in = services.sign_in
    asked.by(lambda: sign_in.again(token), lambda: sign_in.proofs.need(principal.session_id))
    proved(request.scope)
    return principal


async def provide_principal(newcomer: Given[Principal]) -> Principal:
    """The principal. Raises `NotSignedIn`, `PasswordChangeRequired`."""
    if newcomer.must_change:
        raise PasswordChangeRequired
    return newcomer


async def provide_administrator(principal: Given[Principal], services: Given[Services]) -> Principal:
    """The principal, if they may administer their company. Raises `Forbidden`."""
    if services.live.company(principal.customer_id).user(principal.user_id).role is not Role.ADMINISTRATOR:
        raise Forbidden
    return principal


async def command_line_only(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Guard: the token of the service's own run file. Raises `NotSignedIn`."""
    if not hmac.compare_digest(
        token_of(connection.scope["headers"]).encode(), served_by(connection).admin_token.encode()
    ):
        raise NotSignedIn
    proved(connection.scope)
