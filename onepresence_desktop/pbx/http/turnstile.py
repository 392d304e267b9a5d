"""Strangers' work by turns: a little of it at a time, and then a rest for everybody else that is longer than the work.

However many come at once and whatever they send, a colleague's request waits for no more than one such turn, and all
strangers together have a third of the loop.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable

AT_ONCE = 4
"""Strangers who are taken in, or whose bytes are read, in one turn."""
TURN = 0.002
"""Seconds of work after which a turn is over even so."""
BEHIND = 3
"""Rounds of the loop in which a turn's work goes on: what was read becomes a request, and the request is answered."""
REST = 2.0
"""How long everybody else has the loop to themselves, in times of the work that the turn was."""


class Turnstile:
    """One for all doors."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], object]] = deque()
        self._turning = False

    def then(self, work: Callable[[], object]) -> None:
        """Do something for a stranger when it is their turn."""
        self._waiting.append(work)
        if not self._turning:
            self._turning = True
            asyncio.get_running_loop().call_soon(self._turn)

    async def turn(self) -> None:
        """Come back when it is the turn of whoever waits here."""
        comes = asyncio.Event()
        self.then(comes.set)
        await comes.wait()

    def _turn(self) -> None:
        begun = time.thread_time()  # of work, not of time: on a busy machine a turn lasts longer and is no more
        try:
            for _ in range(min(AT_ONCE, len(self._waiting))):
                self._waiting.popleft()()
                if time.thread_time() - begun > TURN:
                    break
        finally:
            self._behind(begun, BEHIND)

    def _behind(self, begun: float, rounds: int) -> None:
        loop = asyncio.get_running_loop()
        if rounds:
            loop.call_soon(self._behind, begun, rounds - 1)
        elif self._waiting:
            loop.call_later(REST * (time.thread_time() - begun), self._turn)
        else:
            self._turning = False
