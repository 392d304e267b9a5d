"""Events on their way from the engine's thread to the service's loop."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable

from onepresence_desktop.pbx.ports import TelephonyEvent

TURN = 0.002
"""Seconds for which events are told one after another, before others of the service have their turn again."""

GATHERED = 0.005
"""Seconds after a telling in which further events are gathered: waking the other thread costs more than an event does.

The first after a quiet time is told at once. Clients hear of changes every 20 ms at most (`event_stream.GAP`).
"""


class Telling:
    """Called with an event on the engine's thread; `emit` gets all of them in order, on `loop`."""

    def __init__(self, loop: asyncio.AbstractEventLoop, emit: Callable[[TelephonyEvent], None]) -> None:
        self._loop = loop
        self._emit = emit
        self._waiting: deque[TelephonyEvent] = deque()
        self._awake = False

    def __call__(self, event: TelephonyEvent) -> None:
        """Something has happened."""
        self._waiting.append(event)
        if not self._awake:
            self._awake = True
            try:
                self._loop.call_soon_threadsafe(self._deliver)
            except RuntimeError:
                pass  # The service's loop is closed: nobody is left to be told.

    def _deliver(self) -> None:
        until = time.monotonic() + TURN
        try:
            while self._waiting and time.monotonic() < until:
                self._emit(self._waiting.popleft())
        finally:
            if self._waiting:
                self._loop.call_soon(self._deliver)
            else:
                self._loop.call_later(GATHERED, self._look)

    def _look(self) -> None:
        """Tell what was gathered; if that is nothing, the next event wakes the loop."""
        if not self._waiting:
            self._awake = False
            if not self._waiting or self._awake:
                return
            self._awake = True  # an event came between the two looks, and took us for awake
        self._deliver()
