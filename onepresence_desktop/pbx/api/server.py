"""uvicorn, with what the live stream needs of it: the connection itself, and a bound on a request's head."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from onepresence_desktop.domain.errors import AddressInUse

CONNECTION = "onepresence.connection"
"""Key in a request's `extensions` under which its transport is found."""

MOST_HEAD = 32 * 1024
"""Bytes of request line and headers; the C parser itself knows no bound."""


class Connection(HttpToolsProtocol):
    """One client's connection."""

    _head = 0

    def on_message_begin(self) -> None:
        """A new request."""
        super().on_message_begin()
        self._head = 0
        self.scope["extensions"] = {CONNECTION: self.transport}  # type: ignore[dict-item]

    def on_url(self, url: bytes) -> None:
        """A piece of the request line."""
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """One header."""
        self._count(len(name) + len(value))
        super().on_header(name, value)

    def _count(self, more: int) -> None:
        self._head += more
        if self._head > MOST_HEAD:
            self.transport.abort()
            raise ValueError("request head too large")


class Server(uvicorn.Server):
    """A uvicorn server that leaves signals to whoever wires the process."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """None of them."""
        yield


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
    """A server for an ASGI application, to be run with `serve(sockets=[…])` on the running loop."""
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
    return Server(config)
