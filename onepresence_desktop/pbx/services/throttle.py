"""How fast passwords may be tried: a growing wait per local number and per address, then a lock-out (spec 1.3)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta


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
        left = (last + self.wait(failures) - now).total_seconds()
        return max(0, math.ceil(left))

    def counted(self, failures: int, last: datetime, now: datetime) -> int:
        """How many failures still count."""
        return 0 if now - last > self.forget else failures


PER_NUMBER = Limit(free=3, locked_at=10, lock=timedelta(minutes=15), forget=timedelta(hours=24))
"""Ten wrong tries from wherever lock a number; some 35 of 10,000 four-digit passwords can be tried in a day."""

PER_ADDRESS = Limit(free=20, locked_at=60, lock=timedelta(minutes=15), forget=timedelta(hours=1))
"""Wider, since a whole office may share one public address."""
