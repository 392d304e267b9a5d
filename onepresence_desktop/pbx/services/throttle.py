"""How fast passwords may be tried: a growing wait per local number and per address, then a lock-out (spec 1.3)."""

from __future__ import annotations

import hashlib
import math
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from onepresence_desktop.domain.errors import Throttled


@dataclass(frozen=True, slots=True)
class Limit:
    """free: tries without a wait. After them the wait doubles from one second; from `locked_at` on it is `lock`,
    doubled with each further try up to `longest`.

    forget: after so long without a try, counting starts over.
    """

    free: int
    locked_at: int
    lock: timedelta
    forget: timedelta
    longest: timedelta = timedelta(hours=1)

    def wait(self, failures: int) -> timedelta:
        """How long after the last of so many failures the next try may come."""
        if failures < self.free:
            return timedelta()
        if failures >= self.locked_at:
            return min(self.longest, self.lock * (1 << min(failures - self.locked_at, 8)))
        return min(self.lock, timedelta(seconds=1 << min(failures - self.free, 20)))

    def seconds_left(self, failures: int, last: datetime, now: datetime) -> int:
        """Whole seconds still to wait, 0 when a try is allowed."""
        left = (min(last, now) + self.wait(failures) - now).total_seconds()
        return max(0, math.ceil(left))

    def counted(self, failures: int, last: datetime, now: datetime) -> int:
        """How many failures still count."""
        return 0 if now - last > self.forget else failures


PER_NUMBER = Limit(free=3, locked_at=10, lock=timedelta(minutes=15), forget=timedelta(hours=24))
"""Ten wrong tries from wherever lock a number; some 35 of 10,000 four-digit passwords can be tried in a day."""

RESETS_SENT = Limit(free=3, locked_at=4, lock=timedelta(hours=1), forget=timedelta(hours=1))
"""Codes sent for a forgotten password of one number: a few an hour, so that nobody's telephone is flooded."""

RESET_CODES = Limit(free=5, locked_at=5, lock=timedelta(minutes=10), forget=timedelta(minutes=20))
"""Codes tried at one number: five, then none until the one that was sent is worth nothing (spec 1.2)."""

PER_PASSWORD = Limit(free=20, locked_at=30, lock=timedelta(minutes=15), forget=timedelta(hours=1))
"""One password tried at one company's numbers, whichever: who tries 2580 at everybody's counts as one who guesses."""

PER_ADDRESS = Limit(free=20, locked_at=60, lock=timedelta(minutes=15), forget=timedelta(hours=1))
"""Wider, since a whole office may share one public address."""


class Spraying:
    """Counts tries of one password over the numbers of one company; in memory, and by hashes under a key of this run.

    What people have typed is in no file, not even as a hash: of four digits that would be as good as the password.
    """

    MOST = 20_000
    """Passwords that are counted; the oldest are forgotten beyond."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)
        self._numbers: dict[bytes, tuple[frozenset[str], datetime]] = {}

    def admit(self, number: str, password: str, now: datetime) -> bytes:
        """Count a try at a number; what to forgive if it was right. Raises `Throttled`."""
        tried = f"{number[:3]} {password}".encode("utf-8", "surrogatepass")
        key = hashlib.blake2b(tried, key=self._key, digest_size=16).digest()
        numbers, last = self._numbers.pop(key, (frozenset(), now))
        last = min(last, now)
        count = PER_PASSWORD.counted(len(numbers), last, now)
        wait = PER_PASSWORD.seconds_left(count, last, now) if number not in numbers else 0
        if not wait and number not in numbers:
            numbers, last = (numbers if count else frozenset()) | {number}, now
        self._numbers[key] = numbers, last
        if len(self._numbers) > self.MOST:
            del self._numbers[next(iter(self._numbers))]
        if wait:
            raise Throttled(retry_after=wait)
        return key

    def forgive(self, key: bytes | None, number: str) -> None:
        """The try was right."""
        if key is not None and key in self._numbers:
            numbers, last = self._numbers[key]
            self._numbers[key] = numbers - {number}, last
