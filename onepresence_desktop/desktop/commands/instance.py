"""One program per profile (spec 13.4): who starts second asks the first to show itself."""

from __future__ import annotations

import time

from PySide6.QtCore import QLockFile

from onepresence_desktop.desktop.commands.caller import NotRunning, ask
from onepresence_desktop.desktop.commands.place import Place
from onepresence_desktop.desktop.commands.request import REFUSED, Reply, Request

TRIES_SECONDS = 20.0
"""As long as the first may take from its start to its first answer, or to end."""


class Instance:
    """The right to be the running program. The lock of a program that was killed counts for nothing."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._lock = QLockFile(str(place.lock))
        self._lock.setStaleLockTime(0)

    def claim(self, request: Request | None, *, within: float = TRIES_SECONDS) -> Reply | None:
        """None: we are the first. Else what the first said to `request`; None as a request asks nothing of it."""
        deadline = time.monotonic() + within
        while not self._lock.tryLock(100):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                return Reply(REFUSED, reason=f"{self._place.lock.parent} can't be written to")
            if request is None:
                return Reply()
            try:
                return ask(self._place, request)
            except NotRunning:
                # It is starting, or ending just now: then it is our turn.
                if time.monotonic() > deadline:
                    return Reply(REFUSED, reason="OnePresence is running but doesn't answer")
        return None

    def release(self) -> None:
        """Somebody else may start."""
        self._lock.unlock()
