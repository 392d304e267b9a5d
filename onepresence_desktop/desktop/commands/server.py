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
    """Answers while the loop runs; owner of the conversations and of the tasks that answer."""

    def __init__(self, name: str, answer: Answer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._answer = answer
        self._tasks: set[asyncio.Task[None]] = set()
        self._conversations: set[_Conversation] = set()
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
        for conversation in list(self._conversations):
            conversation.end()

    def _connected(self) -> None:
        while self._server.hasPendingConnections():
            conversation = _Conversation(self._server.nextPendingConnection(), self._start, self._conversations.discard)
            self._conversations.add(conversation)
            if len(self._conversations) > MOST_AT_ONCE:
                conversation.end()
            else:
                conversation.begin()

    def _start(self, conversation: _Conversation, raw: bytes) -> None:
        task = asyncio.get_running_loop().create_task(self._reply(conversation, raw), name="command")
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def _reply(self, conversation: _Conversation, raw: bytes) -> None:
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
        conversation.say(line(reply))

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (failure := task.exception()) is not None:
            log.error("a command's answer failed", exc_info=failure)


class _Conversation:
    """Collects one line and says one; over when either side hangs up."""

    def __init__(
        self,
        socket: QLocalSocket,
        heard: Callable[[_Conversation, bytes], None],
        over: Callable[[_Conversation], None],
    ) -> None:
        # Without a parent: the server's end must not delete a socket that is being heard.
        socket.setParent(None)
        self._socket: QLocalSocket | None = socket
        self._heard, self._over = heard, over
        self._raw = b""
        self._whole = False

    def begin(self) -> None:
        """Listen; some may have been said already."""
        if self._socket is not None:
            self._socket.readyRead.connect(self._read)
            self._socket.disconnected.connect(self.end)
            self._read()

    def say(self, raw: bytes) -> None:
        """The answer, and goodbye; nothing when nobody listens any more."""
        if self._socket is not None:
            self._socket.write(raw)
            self._socket.flush()
        if self._socket is not None:  # flushing notices a caller that has hung up, and that is the end
            self._socket.disconnectFromServer()

    def end(self) -> None:
        """Hang up."""
        socket, self._socket = self._socket, None
        if socket is not None:
            socket.abort()
            socket.deleteLater()
            self._over(self)

    def _read(self) -> None:
        if self._socket is None or self._whole:
            return
        self._raw += bytes(self._socket.readAll().data())
        first, ended, _ = self._raw.partition(b"\n")
        if ended:
            self._whole = True
            self._heard(self, first)
        elif len(self._raw) > LONGEST:
            self.end()
