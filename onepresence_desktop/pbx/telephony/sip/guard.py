"""Floods and password guessers: a bucket per source, one for all strangers, a lock-out per source and name.

Whoever calls for help is let in by a bucket of its own, however full the others are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onepresence_desktop.domain.emergency import EMERGENCY

RATE, BURST = 3000.0, 6000.0
"""Messages a second from one address, and how many at once: an office behind one router sends a tenth of that."""

STRANGERS_RATE, STRANGERS_BURST = 100.0, 500.0
"""The same for an address from which no phone of ours has been heard: enough for all of an office to come back."""

ALL_STRANGERS_RATE, ALL_STRANGERS_BURST = 1000.0, 4000.0
"""The same for all such addresses together: addresses of datagrams are easily forged."""

HELP_RATE, HELP_BURST = 5.0, 30.0
"""Messages a second of an emergency call from one address, where it has nothing left otherwise."""

UNIT = 1024
"""Bytes of a message that cost as much as another message: reading them takes as long."""

LARGEST, MOST_LINES = 16_384, 160
"""Bytes of a message, and lines of its head. Phones send a few thousand and thirty."""

FREE_TRIES = 5
LOCK_SECONDS, LONGEST_LOCK = 30.0, 3600.0
MOST_SOURCES = 5000

MOST_NAMES = 10
"""SIP users at which one address may be locked out before nothing of it is believed (spec 14, 12.4e).

Where a phone has proved itself, the address is an office's router, and only the pairs count.
"""

WHOLE = ""
"""Stands for the name where a whole address is locked out."""

LONGEST_NAME = 80
"""Characters of a name that are looked at; longer ones are no phone's."""


_HELP = re.compile(rb"^INVITE (?:sips?|tel):0?(%s)[@; ]" % b"|".join(number.encode() for number in sorted(EMERGENCY)))
_CALL_ID = re.compile(rb"^(?:call-id|i)[ \t]*:[ \t]*(\S{1,200})", re.IGNORECASE | re.MULTILINE)
MOST_HELPED = 200


def too_large(data: bytes) -> bool:
    """Whether a message is beyond what any phone sends; to be asked before it is read."""
    if len(data) > LARGEST:
        return True
    return data.count(b"\n") > MOST_LINES and data.count(b"\n", 0, _end_of_head(data)) > MOST_LINES


def _end_of_head(data: bytes) -> int:
    end = data.find(b"\r\n\r\n")
    return end if end >= 0 else len(data)


@dataclass(slots=True)
class _Bucket:
    """What a source may still send: a level that rises with time up to `burst`."""

    level: float
    at: float

    def take(self, now: float, cost: float, rate: float, burst: float) -> bool:
        self.level = min(burst, self.level + (now - self.at) * rate)
        self.at = now
        if self.level < cost:
            return False
        self.level -= cost
        return True


class Guard:
    """Who may speak. Times in seconds of `now`."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._buckets: dict[str, _Bucket] = {}
        self._strangers = _Bucket(ALL_STRANGERS_BURST, now())
        self._known: dict[str, None] = {}
        self._helping: dict[str, _Bucket] = {}
        self._helped: dict[bytes, None] = {}
        self._failures: dict[tuple[str, str], tuple[int, float, str]] = {}
        self.dropped = 0

    def let_in(self, source: str, data: bytes = b"") -> bool:
        """Whether this message of an address is read at all."""
        now = self._now()
        cost = 1 + len(data) // UNIT
        if source in self._known:
            let = self._bucket(self._buckets, source, BURST, now).take(now, cost, RATE, BURST)
        else:
            bucket = self._bucket(self._buckets, source, STRANGERS_BURST, now)
            let = bucket.take(now, cost, STRANGERS_RATE, STRANGERS_BURST) and self._strangers.take(
                now, cost, ALL_STRANGERS_RATE, ALL_STRANGERS_BURST
            )
        if not let:
            let = self._calls_for_help(source, data, now)
        self.dropped += not let
        return let

    def _calls_for_help(self, source: str, data: bytes, now: float) -> bool:
        """An emergency number is dialled, or something else of a call to one; what is found out without reading it."""
        found = _CALL_ID.search(data, 0, LARGEST)
        if found is None:
            return False
        if _HELP.match(data):
            self._helped.pop(found[1], None)
            self._helped[found[1]] = None
            if len(self._helped) > MOST_HELPED:
                del self._helped[next(iter(self._helped))]
        elif found[1] not in self._helped:
            return False
        return self._bucket(self._helping, source, HELP_BURST, now).take(now, 1, HELP_RATE, HELP_BURST)

    def _bucket(self, buckets: dict[str, _Bucket], source: str, burst: float, now: float) -> _Bucket:
        found = buckets.get(source)
        if found is None:
            found = buckets[source] = _Bucket(burst, now)
            if len(buckets) > MOST_SOURCES:
                del buckets[next(iter(buckets))]
        return found

    def knows(self, source: str) -> bool:
        """Whether somebody at this address has proved who they are."""
        return source in self._known

    def locked(self, source: str, name: str) -> bool:
        """Whether this source has guessed too often at this name, or at many."""
        return self._locked(source, name[:LONGEST_NAME]) or (source not in self._known and self._locked(source, WHOLE))

    def _locked(self, source: str, name: str) -> bool:
        count, until, _ = self._failures.get((source, name), (0, 0.0, ""))
        return count >= FREE_TRIES and self._now() < until

    def failed(self, source: str, name: str, guess: str) -> None:
        """A wrong password; the same message once more is the same guess."""
        name = name[:LONGEST_NAME]
        count, _, last = self._failures.get((source, name), (0, 0.0, ""))
        if guess == last:
            return
        count += 1
        self._lock(source, name, count, guess)
        if count == FREE_TRIES and name != WHOLE and source not in self._known:
            names = sum(one == source and tried >= FREE_TRIES for (one, _), (tried, _, _) in self._failures.items())
            if names >= MOST_NAMES:
                self._lock(source, WHOLE, FREE_TRIES + names - MOST_NAMES, guess)

    def _lock(self, source: str, name: str, count: int, guess: str) -> None:
        lock = min(LONGEST_LOCK, LOCK_SECONDS * 2 ** max(0, count - FREE_TRIES))
        self._failures.pop((source, name), None)
        self._failures[(source, name)] = (count, self._now() + lock, guess)
        if len(self._failures) > MOST_SOURCES:
            del self._failures[next(iter(self._failures))]

    def blocked(self) -> dict[tuple[str, str], float]:
        """Who is locked out now, by source and name (`WHOLE`: the address), and for how many seconds yet."""
        now = self._now()
        return {
            key: until - now for key, (count, until, _) in self._failures.items() if count >= FREE_TRIES and until > now
        }

    def unblock(self, source: str, name: str | None) -> int:
        """Let a pair try again, or (None) everything of an address; how many locks were lifted.

        The next wrong password counts as the fifth: it blocks again at once.
        """
        freed = [key for key in self.blocked() if key[0] == source and name in (None, key[1])]
        for key in freed:
            self._failures[key] = (FREE_TRIES - 1, 0.0, self._failures[key][2])
        return len(freed)

    def proved(self, source: str, name: str) -> None:
        """The right password."""
        self._failures.pop((source, name[:LONGEST_NAME]), None)
        if source not in self._known:
            self._known[source] = None
            self._buckets.pop(source, None)
            if len(self._known) > MOST_SOURCES:
                del self._known[next(iter(self._known))]
