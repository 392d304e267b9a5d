"""Floods and password guessers: a bucket per source, and a lock-out per source and name."""

from __future__ import annotations

from collections.abc import Callable

RATE, BURST = 3000.0, 6000.0
"""Messages a second from one address, and how many at once: an office behind one router sends a tenth of that."""

STRANGERS_RATE, STRANGERS_BURST = 100.0, 500.0
"""The same for an address from which no phone of ours has been heard: enough for all of an office to come back."""

FREE_TRIES = 5
LOCK_SECONDS, LONGEST_LOCK = 30.0, 3600.0
MOST_SOURCES = 5000


class Guard:
    """Who may speak. Times in seconds of `now`."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._buckets: dict[str, tuple[float, float]] = {}
        self._known: dict[str, None] = {}
        self._failures: dict[tuple[str, str], tuple[int, float, str]] = {}
        self.dropped = 0

    def let_in(self, source: str) -> bool:
        """Whether a message of this address is read at all."""
        now = self._now()
        rate, burst = (RATE, BURST) if source in self._known else (STRANGERS_RATE, STRANGERS_BURST)
        level, at = self._buckets.get(source, (burst, now))
        level = min(burst, level + (now - at) * rate)
        if level < 1:
            self.dropped += 1
            self._buckets[source] = (level, now)
            return False
        self._buckets[source] = (level - 1, now)
        if len(self._buckets) > MOST_SOURCES:
            del self._buckets[next(iter(self._buckets))]
        return True

    def locked(self, source: str, name: str) -> bool:
        """Whether this source has guessed too often at this name."""
        count, until, _ = self._failures.get((source, name), (0, 0.0, ""))
        return count >= FREE_TRIES and self._now() < until

    def failed(self, source: str, name: str, guess: str) -> None:
        """A wrong password; the same message once more is the same guess."""
        count, _, last = self._failures.get((source, name), (0, 0.0, ""))
        if guess == last:
            return
        count += 1
        lock = min(LONGEST_LOCK, LOCK_SECONDS * 2 ** max(0, count - FREE_TRIES))
        self._failures.pop((source, name), None)
        self._failures[(source, name)] = (count, self._now() + lock, guess)
        if len(self._failures) > MOST_SOURCES:
            del self._failures[next(iter(self._failures))]

    def proved(self, source: str, name: str) -> None:
        """The right password."""
        self._failures.pop((source, name), None)
        if source not in self._known:
            self._known[source] = None
            self._buckets.pop(source, None)
            if len(self._known) > MOST_SOURCES:
                del self._known[next(iter(self._known))]
