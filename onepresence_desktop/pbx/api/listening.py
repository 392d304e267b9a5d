"""Where the HTTP interface listens, and with what."""

from __future__ import annotations

import socket
from typing import Any

import uvicorn

from onepresence_desktop.domain.errors import AddressInUse, Invalid
from onepresence_desktop.pbx.api.server import Connection, Server


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


def make_server(app: Any, *, certificate: str | None = None, key: str | None = None) -> Server:
    """A server for an ASGI application, for `serve(sockets=[…])`; raises `Invalid` for a certificate of no use."""
    config = uvicorn.Config(
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
    try:
        config.load()
    except OSError as exc:
        raise Invalid(field="tls_cert", problem="unreadable") from exc
    return Server(config)
