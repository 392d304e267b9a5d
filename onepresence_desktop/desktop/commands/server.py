"""The answering side: a local socket that only the same user can open, a line in, a line out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from onepresence_desktop.desktop.commands.request import LONGEST, REFUSED, USAGE, Reply, Request, line, read_request

log = logging.getLogger(__name__)

Answer = Callable[[Request], Awaitable[Reply]]

MOST_AT_ONCE = 32


class CommandServer(QObject):
    """Answers while the loop runs; owner of the tasks that do it."""

    def __init__(self, name: str, answer: Answer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._answer = answer
        self._tasks: set[asyncio.Task[None]] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)

    def listen(self) -> bool:
        """Begin; whoever holds the profile's lock may clear away what a killed program left."""
        QLocalServer.removeServer(self._name)
        if self._server.listen(self._name):
            return True
        log.error("commands can't be taken: %s", self._server.errorString())
        return False

    async def close(self) -> None:
        """No more commands; those under way are given up."""
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            if len(self._tasks) >= MOST_AT_ONCE:
                socket.abort()
                continue
            _Conversation(socket, self._start)

    def _start(self, raw: bytes, socket: QLocalSocket) -> None:
        task = asyncio.get_running_loop().create_task(self._reply(raw, socket), name="command")
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def _reply(self, raw: bytes, socket: QLocalSocket) -> None:
        try:
            request = read_request(raw)
        except ValueError:
            reply = Reply(USAGE, reason="the running OnePresence doesn't know that command")
        else:
            try:
                reply = await self._answer(request)
            except Exception:
                log.exception("the command %s failed", request.verb.value)
                reply = Reply(REFUSED, reason="something unexpected went wrong; the log says more")
        try:
            socket.write(line(reply))
            socket.flush()
            socket.disconnectFromServer()
        except RuntimeError:
            log.info("nobody waits for a command's answer any more")  # Qt has deleted the socket

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (failure := task.exception()) is not None:
            log.error("a command's answer failed", exc_info=failure)


class _Conversation(QObject):
    """Collects one line; lives as long as its socket."""

    def __init__(self, socket: QLocalSocket, heard: Callable[[bytes, QLocalSocket], None]) -> None:
        super().__init__(socket)
        self._socket = socket
        self._heard = heard
        self._raw = b""
        self._over = False
        socket.readyRead.connect(self._read)
        self._read()

    def _read(self) -> None:
        if self._over:
            self._socket.readAll()
            return
        self._raw += bytes(self._socket.readAll().data())
        first, ended, _ = self._raw.partition(b"\n")
        if ended:
            self._over = True
            self._heard(first, self._socket)
        elif len(self._raw) > LONGEST:
            self._over = True
            self._socket.abort()
