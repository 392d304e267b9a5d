"""Time and a network that exist only in the test: what was lost once is lost again, and nobody waits."""

from __future__ import annotations

import heapq
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass, field

PBX = ("10.0.0.1", 5060)
PBX6 = ("fd00::1", 5060)


class Timer:
    def __init__(self, at: float, callback: Callable[[], None]) -> None:
        self.at, self.callback, self.cancelled = at, callback, False

    def cancel(self) -> None:
        self.cancelled = True
        self.callback = lambda: None  # as asyncio's, it holds nothing any more


class VirtualClock:
    """Time passes when `run` says so."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._order = itertools.count()
        self._heap: list[tuple[float, int, Timer]] = []

    def time(self) -> float:
        return self.now

    def call_later(self, delay: float, callback: Callable[[], None]) -> Timer:
        timer = Timer(self.now + delay, callback)
        heapq.heappush(self._heap, (timer.at, next(self._order), timer))
        return timer

    def run(self, seconds: float) -> None:
        end = self.now + seconds
        while self._heap and self._heap[0][0] <= end:
            at, _, timer = heapq.heappop(self._heap)
            self.now = max(self.now, at)
            if not timer.cancelled:
                timer.callback()
        self.now = end

    def until(self, condition: Callable[[], bool], *, within: float = 40.0, step: float = 0.01) -> None:
        end = self.now + within
        while not condition():
            assert self.now < end, "it did not come to that"
            self.run(step)


class EngineClock:
    """The same clock; it knows which timers are the engine's."""

    def __init__(self, clock: VirtualClock) -> None:
        self._clock = clock
        self._timers: set[Timer] = set()

    def time(self) -> float:
        return self._clock.now

    def call_later(self, delay: float, callback: Callable[[], None]) -> Timer:
        def ring() -> None:
            self._timers.discard(timer)
            callback()

        timer = self._clock.call_later(delay, ring)
        self._timers.add(timer)
        return timer

    @property
    def pending(self) -> int:
        self._timers = {timer for timer in self._timers if not timer.cancelled}
        return len(self._timers)


@dataclass
class Network:
    """loss, double, spoil: chances for each datagram. jitter: seconds of delay at most beyond the first; so they
    overtake.
    """

    clock: VirtualClock
    rng: random.Random
    loss: float = 0.0
    double: float = 0.0
    jitter: float = 0.0
    spoil: float = 0.0
    spoilt: int = 0
    places: dict[tuple[str, int], Callable[[bytes, tuple[str, int]], None]] = field(default_factory=dict)
    connections: dict[tuple[str, int], int] = field(default_factory=dict)
    """Who speaks over TCP, and the number of the connection."""
    carried: int = 0

    def carry(self, data: bytes, source: tuple[str, int], target: tuple[str, int]) -> None:
        copies = 0 if self.rng.random() < self.loss else 2 if self.rng.random() < self.double else 1
        if self.spoil and target in (PBX, PBX6) and self.rng.random() < self.spoil:
            data = spoil(data, self.rng)
            self.spoilt += 1
        for _ in range(copies):
            self.carried += 1
            delay = 0.001 + self.rng.random() * self.jitter
            self.clock.call_later(delay, lambda: self._arrive(data, source, target))

    def _arrive(self, data: bytes, source: tuple[str, int], target: tuple[str, int]) -> None:
        place = self.places.get(target)
        if place is not None:
            place(data, source)


def spoil(data: bytes, rng: random.Random) -> bytes:
    """A message with a few bytes changed, cut out or put in, or a line moved."""
    changed = bytearray(data)
    for _ in range(rng.randrange(1, 6)):
        place = rng.randrange(len(changed) or 1)
        match rng.randrange(5):
            case 0:
                changed[place : place + 1] = bytes([rng.randrange(256)])
            case 1:
                del changed[place : place + rng.randrange(1, 30)]
            case 2:
                changed[place:place] = rng.choice([b"\r\n", b'"', b"<", b";", b",", b"\0", b"%00", b"\xff", b":" * 9])
            case 3:
                lines = bytes(changed).split(b"\r\n")
                lines.insert(rng.randrange(len(lines)), lines.pop(rng.randrange(len(lines))))
                changed = bytearray(b"\r\n".join(lines))
            case _:
                changed[place : place + 4] = str(rng.randrange(10**9)).encode()
    return bytes(changed)
