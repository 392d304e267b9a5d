"""uvicorn, with what the live stream needs of it: the connection itself, and a bound on a request's head."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

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
    """A uvicorn server that leaves signals to whoever wires the process, and hardly ever wakes up while idle."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._ending = asyncio.Event()

    def end(self) -> None:
        """Stop serving; `serve` then returns."""
        self.should_exit = True
        self._ending.set()

    async def main_loop(self) -> None:
        """Keep the Date header of answers right, until `end`."""
        while not await self.on_tick(0):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._ending.wait(), 1.0)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """None of them."""
        yield
