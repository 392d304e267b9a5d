"""Where a request comes from, and whether a page in a browser sends it: judged before it is anybody's.

A browser adds Host and Origin by itself and lets no page change them; other pages than the service's own may neither
sign in nor use up anybody's tries (cross-site requests; DNS rebinding at the address of this machine alone).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from onepresence_desktop.domain.errors import Forbidden, Invalid, NotFound, WrongMediaType

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

LOOPBACK: tuple[Network, ...] = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1/128"))

PROXIED = "onepresence.proxied"
"""Key in a request's `extensions`: it came through somebody who speaks for others."""
BY_FORMS = {"", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded"}
"""What any page may send anywhere unasked (Fetch standard, CORS-safelisted), and no type at all."""
_SPEAKS_FOR_OTHERS = re.compile(rb"forwarded|^via$|real-ip$|client-ip$|connecting-ip$|remote-ip$")


def judge(scope: Any, trusted: Sequence[Network]) -> None:
    """Raises `Forbidden` for another page's request, `WrongMediaType`, `NotFound`, `Invalid`.

    A trusted proxy's address gives way to the one it names; whatever names another is marked `PROXIED`.
    """
    headers = dict(scope["headers"])
    _look(scope, headers, by_trusted=_place(scope, headers, trusted))


def _place(scope: Any, headers: dict[bytes, bytes], trusted: Sequence[Network]) -> bool:
    """Put the client's own address in the place of a trusted proxy's; whether it is one's."""
    host = (scope.get("client") or ("", 0))[0]
    by_trusted = _in(host, trusted)
    if by_trusted:
        said = headers.get(b"x-forwarded-for", b"").decode("latin-1").split(",")
        others = [part.strip() for part in said if part.strip() and not _in(part.strip(), trusted)]
        scope["client"] = (others[-1] if others else "unknown", 0)
    if by_trusted or any(_SPEAKS_FOR_OTHERS.search(name) for name in headers):
        scope.setdefault("extensions", {})[PROXIED] = True
    return by_trusted


def _look(scope: Any, headers: dict[bytes, bytes], *, by_trusted: bool) -> None:
    if "\x00" in scope["path"]:
        raise NotFound(what="path")
    if b"%00" in scope.get("query_string", b""):
        raise Invalid(field="query", problem="control_character")
    host = urlsplit("//" + headers.get(b"host", b"").decode("latin-1"))
    if scope.get("scheme") == "http" and not by_trusted and not _is_here(host.hostname):
        raise Forbidden
    origin = headers.get(b"origin")
    if origin is not None and urlsplit(origin.decode("latin-1")).netloc.lower() != host.netloc.lower():
        raise Forbidden
    has_body = headers.get(b"content-length", b"0") != b"0" or b"transfer-encoding" in headers
    kind = headers.get(b"content-type", b"").decode("latin-1").partition(";")[0].strip().lower()
    if has_body and kind in BY_FORMS:
        raise WrongMediaType


def _is_here(host: str | None) -> bool:
    if host is None or host == "localhost":
        return True
    return _in(host, LOOPBACK)


def _in(host: str, networks: Sequence[Network]) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    address = getattr(address, "ipv4_mapped", None) or address
    return any(address in network for network in networks)
