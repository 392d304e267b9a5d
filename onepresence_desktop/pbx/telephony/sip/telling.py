"""Events on their way from the engine's thread to the service's loop."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable

from onepresence_desktop.pbx.ports import TelephonyEvent

TURN = 0.002
"""Seconds for which events are told one after another, before others of the service have their turn again."""


class Telling:
    """Called with an event on any thread; `emit` gets all of them in order, on `loop`.

    One wake-up serves for all that happens at once: waking the other thread costs more than the event.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, emit: Callable[[TelephonyEvent], None]) -> None:
        self._loop = loop
        self._emit = emit
        self._waiting: deque[TelephonyEvent] = deque()

    def __call__(self, event: TelephonyEvent) -> None:
        """Something has happened."""
        self._waiting.append(event)
        if len(self._waiting) == 1:
            try:
                self._loop.call_soon_threadsafe(self._deliver)
            except RuntimeError:
                pass  # The service's loop is closed: nobody is left to be told.

    def _deliver(self) -> None:
        until = time.monotonic() + TURN
        while self._waiting:
            event = self._waiting.popleft()
            try:
                self._emit(event)
            except BaseException:
                if self._waiting:
                    self._loop.call_soon(self._deliver)
                raise
            if self._waiting and time.monotonic() > until:
                self._loop.call_soon(self._deliver)
                return
