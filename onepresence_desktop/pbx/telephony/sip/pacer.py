"""The beat of all sound: one timer, on a grid of 20 ms that doesn't drift."""

from __future__ import annotations

import asyncio
import logging
from typing import Protocol

from onepresence_desktop.pbx.telephony.sip.codecs import FRAME, RATE

log = logging.getLogger(__name__)

TICK = FRAME / RATE

MOST_BEHIND = 0.5
"""Seconds: a pacer further behind (the machine slept) starts anew instead of catching up."""


class Paced(Protocol):
    """What sends a packet at every beat."""

    def tick(self) -> None:
        """20 ms have passed."""

    def close(self) -> None:
        """End it."""


class Pacer:
    """One timer for all sessions, on a grid of 20 ms that doesn't drift."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._sessions: dict[Paced, None] = {}
        self._handle: asyncio.TimerHandle | None = None
        self._next = 0.0

    def add(self, session: Paced) -> None:
        """Call its `tick` every 20 ms from now on."""
        self._sessions[session] = None
        if self._handle is None:
            self._next = self._loop.time() + TICK
            self._handle = self._loop.call_at(self._next, self._tick)

    def remove(self, session: Paced) -> None:
        """Enough; the timer stops with the last one."""
        self._sessions.pop(session, None)
        if not self._sessions and self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _tick(self) -> None:
        now = self._loop.time()
        if now - self._next > MOST_BEHIND:
            self._next = now
        while self._next <= now:
            for session in list(self._sessions):
                self._beat(session)
            self._next += TICK
        self._handle = self._loop.call_at(self._next, self._tick) if self._sessions else None

    def _beat(self, session: Paced) -> None:
        try:
            session.tick()
        except Exception:
            log.exception("a sound has failed; it ends, and the others go on")
            session.close()
