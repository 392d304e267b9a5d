"""The event loop of the window's thread: qasync's, with timers of its own.

qasync's end only when their time comes, cancelled or not, may come up to 5 % early, and can't be 25 days away; and its
first work on a thread starts ten.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from typing import Any

import qasync
from PySide6.QtCore import QObject, Qt, QTimerEvent
from PySide6.QtWidgets import QApplication

LONGEST_MS = 24 * 3600 * 1000
"""A Qt timer's time is a 32-bit number of milliseconds; what is further away waits in parts."""

THREADS = 4
"""For blocking work: the local copy, the keyring, names of hosts."""


class Timers(QObject):
    """One Qt timer for each handle that waits, and none for others."""

    def __init__(self) -> None:
        super().__init__()
        self._handles: dict[int, asyncio.TimerHandle] = {}
        self._timers: dict[int, int] = {}
        """Qt's number of the timer by the handle's identity."""

    def start(self, handle: asyncio.TimerHandle, left: float) -> None:
        """Call the handle in so many seconds."""
        timer = self.startTimer(min(LONGEST_MS, max(0, math.ceil(left * 1000))), Qt.TimerType.PreciseTimer)
        self._handles[timer] = handle
        self._timers[id(handle)] = timer

    def end(self, handle: asyncio.TimerHandle) -> None:
        """Don't call it."""
        timer = self._timers.pop(id(handle), None)
        if timer is not None:
            self.killTimer(timer)
            del self._handles[timer]

    def end_all(self) -> None:
        """The loop is closed."""
        for handle in tuple(self._handles.values()):
            self.end(handle)

    def timerEvent(self, event: QTimerEvent) -> None:
        """A time, or a part of one, is over."""
        handle = self._handles.get(event.timerId())
        if handle is None:
            return
        self.end(handle)
        left = handle.when() - time.monotonic()  # the loop's clock; it may have just ended
        if left > 0:
            self.start(handle, left)
        else:
            handle._run()


class Loop(qasync.QEventLoop):  # type: ignore[misc]  # qasync has no types
    """Made for a `QApplication` before any of its loops runs."""

    def __init__(self, app: QApplication) -> None:
        self.timers = Timers()
        super().__init__(app)
        self.set_default_executor(ThreadPoolExecutor(THREADS, thread_name_prefix="work"))

    def call_later(
        self, delay: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        """As asyncio's; at once is left to qasync, which keeps the order in which it was asked."""
        if delay <= 0:
            handle: asyncio.Handle = super().call_later(0, callback, *args, context=context)
            return handle
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(
        self, when: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        """As asyncio's."""
        handle = asyncio.TimerHandle(when, callback, args, self, context)
        self.timers.start(handle, when - self.time())
        return handle

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        self.timers.end(handle)

    def close(self) -> None:
        """For good."""
        self.timers.end_all()
        super().close()
