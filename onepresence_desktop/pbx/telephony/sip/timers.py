"""The engine's timers over a loop's: a call sets a dozen and cancels nearly all of them.

A loop keeps each timer in order, and each that was cancelled until it finds time to throw it away. Here those that are
due about the same time share one timer of the loop, and one that is cancelled is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from math import inf

from onepresence_desktop.pbx.telephony.sip.clock import Clock, Timer

AT_ONCE = 0.1
"""Seconds below which a timer is the loop's own."""


def step_of(delay: float) -> float:
    """Seconds from one gathering to the next: by so much a timer is late at most, and never early."""
    return 0.02 if delay < 5.0 else 0.1 if delay < 60.0 else 1.0


class _Deed:
    """A callback that waits. among: all that are due at the same time."""

    __slots__ = ("_among", "then")

    def __init__(self, among: dict[_Deed, None], then: Callable[[], None]) -> None:
        self._among = among
        self.then = then

    def cancel(self) -> None:
        """Don't call back; harmless when it has been done."""
        self._among.pop(self, None)


class Timers:
    """A `Clock` on another one. now: that one's time, where it can be asked for more directly."""

    def __init__(self, clock: Clock, now: Callable[[], float] | None = None) -> None:
        self.time = now or clock.time
        self._clock = clock
        self._due: dict[float, dict[_Deed, None]] = {}
        self._order: list[float] = []
        self._next = inf
        self._timer: Timer | None = None

    def call_later(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Call back once."""
        if delay < AT_ONCE:
            return self._clock.call_later(delay, callback)
        step = step_of(delay)
        at = (int((self.time() + delay) / step) + 1) * step
        among = self._due.get(at)
        if among is None:
            among = self._due[at] = {}
            heappush(self._order, at)
            if at < self._next:
                self._wake(at)
        deed = _Deed(among, callback)
        among[deed] = None
        return deed

    def _wake(self, at: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._next = at
        self._timer = self._clock.call_later(max(0.0, at - self.time()), self._ring)

    def _ring(self) -> None:
        """Call back what is due. Where one raises, the rest is called in another turn of the loop."""
        self._timer, self._next = None, inf
        order, now = self._order, self.time()
        try:
            while order and order[0] <= now:
                among = self._due[order[0]]
                for deed in list(among):
                    if deed in among:
                        del among[deed]
                        deed.then()
                del self._due[heappop(order)]
        finally:
            while order and not self._due[order[0]]:
                del self._due[heappop(order)]
            if order:
                self._wake(order[0])
