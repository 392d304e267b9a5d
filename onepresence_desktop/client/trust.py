"""Which server a client believes: one with a certificate of the system's trust, or one whose key was seen before."""

from __future__ import annotations

import asyncio
import ipaddress
import ssl
from typing import Any

from onepresence_desktop.client.lean_httpx import httpx
from onepresence_desktop.domain.errors import Invalid, ServerAway
from onepresence_desktop.domain.fingerprint import fingerprint

PATIENCE = 5.0
"""Seconds for a server to show its certificate."""


class KeyChanged(ssl.SSLCertVerificationError):
    """The server's key isn't the one that was remembered."""


def is_local(url: httpx.URL) -> bool:
    """Whether a server is this machine: what is said to it never reaches a network."""
    try:
        return ipaddress.ip_address(url.host.strip("[]")).is_loopback
    except ValueError:
        return url.host == "localhost"


def believing(pin: str | None) -> ssl.SSLContext:
    """A context for one server. pin: its remembered fingerprint; None: the system's trust decides."""
    if pin is None:
        import truststore

        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context = _unchecked()
    context.sslobject_class = _pinned(pin)
    return context


async def shown_by(url: httpx.URL) -> str:
    """The fingerprint of the certificate a server shows; nothing is sent to it. Raises `ServerAway`."""
    try:
        async with asyncio.timeout(PATIENCE):
            _, writer = await asyncio.open_connection(url.host, url.port or 443, ssl=_unchecked())
    except (OSError, TimeoutError) as exc:
        raise ServerAway(detail=type(exc).__name__) from exc
    certificate = writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
    writer.transport.abort()
    try:
        return fingerprint(certificate or b"")
    except Invalid as exc:
        raise ServerAway(detail="unreadable_certificate") from exc


def _unchecked() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _pinned(pin: str) -> type[ssl.SSLObject]:
    class Pinned(ssl.SSLObject):
        """A connection that ends in the handshake, before a byte is sent, unless the key is the remembered one."""

        def do_handshake(self, *args: Any) -> None:
            super().do_handshake(*args)
            certificate = self.getpeercert(binary_form=True) or b""
            try:
                known = fingerprint(certificate) == pin
            except Invalid:
                known = False
            if not known:
                raise KeyChanged("the server's key is not the one that was remembered")

    return Pinned
