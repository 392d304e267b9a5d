"""Where the HTTP interface listens, and with what."""

from __future__ import annotations

import socket
from asyncio import sslproto
from dataclasses import dataclass
from typing import Any

from uvicorn import Config

from onepresence_desktop.domain.errors import AddressInUse, Invalid
from onepresence_desktop.pbx import addresses
from onepresence_desktop.pbx.http.connection import Connection
from onepresence_desktop.pbx.http.guests import Guests
from onepresence_desktop.pbx.http.server import Server


def listen(host: str, port: int) -> socket.socket:
    """A bound socket; port 0 picks a free one. Raises `AddressInUse`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # named, or asyncio leaves Nagle's wait on
    exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR if exclusive is None else exclusive, 1)
    try:
        sock.bind((host, port))
        sock.listen(2048)
    except (OSError, OverflowError) as exc:
        sock.close()
        raise AddressInUse(address=f"{host}:{port}") from exc
    sock.setblocking(False)
    return sock


@dataclass(frozen=True, slots=True)
class Door:
    """A bound socket and the server that is to serve it. url: with the port that was found."""

    sock: socket.socket
    server: Server
    url: str


def open_door(app: Any, guests: Guests, host: str, port: int, files: tuple[str, str] | None = None) -> Door:
    """Bind an address for an application; files: certificate and key, None for plain HTTP.

    Raises `AddressInUse`, and `Invalid` for a certificate of no use.
    """
    certificate, key = files or (None, None)
    server = make_server(app, guests, certificate=certificate, key=key)
    sock = listen(host, port)
    return Door(sock, server, addresses.url(sock, tls=files is not None))


ENCRYPTED_READ = 32 * 1024
"""Bytes set aside for what comes in over one encrypted connection. asyncio sets aside 256 KiB, which nobody fills: a
record of TLS has 16 KiB at most (RFC 8446 section 5.1), and a thousand connections would hold 250 MiB.
"""


def make_server(app: Any, guests: Guests, *, certificate: str | None = None, key: str | None = None) -> Server:
    """A server for an ASGI application, for `serve(sockets=[…])`; raises `Invalid` for a certificate of no use."""
    config = Config(
        app,
        http=Connection,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=3,
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )
    if certificate is not None and hasattr(sslproto.SSLProtocol, "max_size"):
        sslproto.SSLProtocol.max_size = min(sslproto.SSLProtocol.max_size, ENCRYPTED_READ)
    try:
        config.load()
    except OSError as exc:
        raise Invalid(field="tls_cert", problem="unreadable") from exc
    return Server(config, guests)
