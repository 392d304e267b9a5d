"""A mail server that falls at the end of DATA: TLS in front of a real one, which has the mail by then or has not."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from enum import Enum

from onepresence_desktop.pbx.certificate import Identity

END = b"\r\n.\r\n"


class Fall(Enum):
    """When it falls: before the end of the mail has reached the server, or before its answer has reached the client."""

    LOST = "lost"
    TAKEN = "taken"


class Falling:
    """Forwards what comes by TLS to a server's own port for TLS; `port` is its own.

    falls: at each of the next mails, in order; none of them is answered. ends: how many mails came to their end here.
    """

    def __init__(self, target: int, shown: Identity) -> None:
        self._target = target
        self._shown = shown
        self._writers: list[asyncio.StreamWriter] = []
        self.falls: list[Fall] = []
        self.ends = 0

    async def __aenter__(self) -> Falling:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._shown.certificate, self._shown.key)
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=context)
        self.port = int(self._server.sockets[0].getsockname()[1])
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        believed = ssl.create_default_context(cafile=self._shown.certificate)
        far_reader, far_writer = await asyncio.open_connection(
            "127.0.0.1", self._target, ssl=believed, server_hostname="localhost"
        )
        pair = (writer, far_writer)
        self._writers.extend(pair)
        falling = asyncio.Event()
        with contextlib.suppress(OSError):
            await asyncio.gather(self._to(reader, far_writer, falling), self._back(far_reader, writer, falling))
        for one in pair:
            one.transport.abort()

    async def _to(self, reader: asyncio.StreamReader, server: asyncio.StreamWriter, falling: asyncio.Event) -> None:
        before = b""
        while data := await reader.read(65536):
            if END in before + data:
                self.ends += 1
                before = b""
                fall = self.falls.pop(0) if self.falls else None
                if fall is Fall.LOST:
                    raise ConnectionResetError
                if fall is Fall.TAKEN:
                    falling.set()
            else:
                before = (before + data)[1 - len(END) :]
            server.write(data)
            await server.drain()
        raise ConnectionResetError

    async def _back(self, reader: asyncio.StreamReader, client: asyncio.StreamWriter, falling: asyncio.Event) -> None:
        while data := await reader.read(65536):
            if falling.is_set():
                raise ConnectionResetError
            client.write(data)
            await client.drain()
        raise ConnectionResetError
