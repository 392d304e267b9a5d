"""uvicorn's server with doors of its own: it takes in no more connections than it has places for."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import os
import socket
from collections.abc import Iterator

from uvicorn import Config
from uvicorn.server import Server as UvicornServer

from onepresence_desktop.pbx.http.connection import Connection
from onepresence_desktop.pbx.http.guests import Guest, Guests
from onepresence_desktop.pbx.http.turnstile import AT_ONCE

log = logging.getLogger(__name__)

HANDSHAKE_WITHIN = 10.0
"""Seconds for TLS to be agreed."""
TURNED_AWAY = 0.1
"""What it costs to send somebody away, in times of what it costs to take them in."""
NO_ROOM = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}
PAUSE = 0.5
"""Seconds until the next try when the system gives no more connections."""


class Server(UvicornServer):
    """Leaves signals to whoever wires the process, and hardly ever wakes up while idle."""

    def __init__(self, config: Config, guests: Guests) -> None:
        super().__init__(config)
        self._ending = asyncio.Event()
        self._guests = guests
        self._greeting: set[asyncio.Task[None]] = set()
        self._full = False

    def end(self) -> None:
        """Stop serving; `serve` then returns."""
        self.should_exit = True
        self._ending.set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open the doors."""
        self.servers = []
        loop = asyncio.get_running_loop()
        self._doors = [loop.create_task(self._accept(sock), name="accept") for sock in sockets or []]
        self.started = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take in nobody any more, then end as uvicorn does."""
        for task in (*self._doors, *self._greeting):
            task.cancel()
        await asyncio.gather(*self._doors, *self._greeting, return_exceptions=True)
        await super().shutdown(sockets)

    async def main_loop(self) -> None:
        """Keep the Date header of answers right, until `end`."""
        while not await self.on_tick(0):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._ending.wait(), 1.0)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """None of them."""
        yield

    async def _accept(self, sock: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        reserve = os.open(os.devnull, os.O_RDONLY)
        taken = 0.0
        try:
            while True:
                if taken >= AT_ONCE:  # accepting alone never lets anything else go on while somebody waits outside
                    taken = 0.0
                    await self._guests.turnstile.turn()
                try:
                    connection, address = await loop.sock_accept(sock)
                except OSError as exc:
                    if exc.errno in NO_ROOM:
                        os.close(reserve)
                        with contextlib.suppress(OSError):
                            sock.accept()[0].close()  # nobody waits in a queue that doesn't move
                        reserve = os.open(os.devnull, os.O_RDONLY)
                    taken += 1
                    self._tell_full(True, exc)
                    await asyncio.sleep(PAUSE)
                    continue
                self._tell_full(False)
                guest = self._guests.enter(str(address[0]), connection.close)
                if guest is None:
                    taken += TURNED_AWAY
                    connection.close()
                    continue
                taken += 1
                task = loop.create_task(self._greet(connection, guest), name="greet")
                guest.turn_out = task.cancel
                self._greeting.add(task)
                task.add_done_callback(self._greeting.discard)
        finally:
            os.close(reserve)

    async def _greet(self, connection: socket.socket, guest: Guest) -> None:
        """Agree on TLS, if it is to be, and hand it to its protocol; a stranger's failure is no news."""

        made = Connection(
            guests=self._guests,
            guest=guest,
            config=self.config,
            server_state=self.server_state,
            app_state=self.lifespan.state,
        )
        loop = asyncio.get_running_loop()
        limit = HANDSHAKE_WITHIN if self.config.ssl is not None else None
        try:
            connection.setblocking(False)
            await loop.connect_accepted_socket(
                lambda: made, connection, ssl=self.config.ssl, ssl_handshake_timeout=limit
            )
        except BaseException as exc:
            self._guests.leave(guest)
            made.let_go()
            connection.close()
            exc.__traceback__ = None  # its frames hold what was waited for, and that holds the exception
            if not isinstance(exc, OSError | EOFError):
                raise

    def _tell_full(self, full: bool, why: OSError | None = None) -> None:
        """Log the change, not each failure."""
        if full is not self._full:
            self._full = full
            if full:
                log.warning("no more connections can be taken in: %s", why)
            else:
                log.info("connections are taken in again")
