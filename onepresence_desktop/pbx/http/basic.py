"""Names and passwords as telephones send them (RFC 7617), and the service as who asks reaches it."""

from __future__ import annotations

import base64
import binascii

from onepresence_desktop.pbx.addresses import bracketed


def credentials(header: str) -> tuple[str, str]:
    """User and password of an Authorization header; empty for another scheme, and for what can't be read."""
    scheme, _, value = header.partition(" ")
    try:
        user, _, password = base64.b64decode(value.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return (user, password) if scheme.casefold() == "basic" else ("", "")


def base_of(scheme: str, host: str, port: int | None) -> str:
    """Scheme, host and port as a URL begins with them."""
    return f"{scheme}://{bracketed(host)}:{port}" if port else f"{scheme}://{bracketed(host)}"
