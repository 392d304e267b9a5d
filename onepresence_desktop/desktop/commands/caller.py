"""The asking side: a command in a terminal, a second start, a link. Needs no event loop."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QLockFile

from onepresence_desktop.desktop.commands.place import Place
from onepresence_desktop.desktop.commands.request import LONGEST, REFUSED, Reply, Request, line, read_reply

CONNECT_MS = 2000
ANSWER_SECONDS = 45.0
ENDS_WITHIN_MS = 20_000


class NotRunning(Exception):
    """No program of this profile answers."""


def ask(place: Place, request: Request, *, within: float = ANSWER_SECONDS) -> Reply:
    """What the running program answers. Raises `NotRunning`."""
    from PySide6.QtNetwork import QLocalSocket  # whoever starts first has nobody to ask, and shows a window sooner

    socket = QLocalSocket()
    socket.connectToServer(place.socket)
    if not socket.waitForConnected(CONNECT_MS):
        raise NotRunning
    socket.write(line(request))
    socket.flush()
    raw, deadline = b"", time.monotonic() + within
    while not raw.endswith(b"\n") and len(raw) <= LONGEST:
        left = deadline - time.monotonic()
        if left <= 0 or not (socket.bytesAvailable() or socket.waitForReadyRead(int(left * 1000) + 1)):
            break
        raw += bytes(socket.readAll().data())
    socket.abort()
    try:
        return read_reply(raw)
    except ValueError:
        return Reply(REFUSED, reason="OnePresence is running but doesn't answer")


def activation() -> str:
    """What lets a window of the running program come to the front in our place."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # any process, until the next input
    return os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""


def wait_for_end(place: Place) -> bool:
    """Until the program has ended; False when it takes too long."""
    lock = QLockFile(str(place.lock))
    lock.setStaleLockTime(0)
    if not lock.tryLock(ENDS_WITHIN_MS):
        return False
    lock.unlock()
    return True
