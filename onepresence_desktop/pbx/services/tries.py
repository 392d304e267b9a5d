"""Tries of passwords and codes: counted before they are made, per local number and per address (spec 1.3)."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.domain.errors import StoreFull, Throttled
from onepresence_desktop.pbx.ports import Clock, Store, UnitOfWork
from onepresence_desktop.pbx.services.throttle import PER_ADDRESS, PER_NUMBER, Limit

MOST_UNWRITTEN = 20_000
"""Keys that are counted in memory while the disk is full."""


class Tries:
    """The counts lie in the store, so that a restart forgives nothing. kind: of what; each is counted by itself."""

    def __init__(self, store: Store, clock: Clock, kind: str = "", per_number: Limit = PER_NUMBER) -> None:
        self._store = store
        self._clock = clock
        self._kind = kind
        self._per_number = per_number
        self._unwritten: dict[str, tuple[int, datetime]] = {}

    async def admit(self, number: str, address: str) -> None:
        """Count a try before it is made, so that many at once can't slip through. Raises `Throttled`."""
        now = self._clock.now()
        try:
            wait = await self._count(number, address, now)
            self._unwritten.clear()
        except StoreFull:
            wait = self._count_in_memory(number, address, now)
        if wait:
            raise Throttled(retry_after=wait)

    async def _count(self, number: str, address: str, now: datetime) -> int:
        """One try more, in the store; the seconds to wait for those there were."""
        async with self._store.unit() as unit:
            counts: dict[str, int] = {}
            wait = 0
            for key, limit in self._keys(number, address):
                known = await unit.credentials.failures(key)
                count = limit.counted(*known, now) if known is not None else 0
                if known is not None and count:
                    wait = max(wait, limit.seconds_left(count, known[1], now))
                    if known[1] > now:  # the clock was set back: what lies ahead counts from now, and not for years
                        await unit.credentials.put_failures(key, count, now)
                counts[key] = count + 1
            if not wait:
                for key, count in counts.items():
                    await unit.credentials.put_failures(key, count, now)
        return wait

    def _count_in_memory(self, number: str, address: str, now: datetime) -> int:
        """The same while the disk is full."""
        wait = 0
        for key, limit in self._keys(number, address):
            count = limit.counted(*self._unwritten[key], now) if key in self._unwritten else 0
            wait = max(wait, limit.seconds_left(count, self._unwritten[key][1], now) if count else 0)
            self._unwritten[key] = (count + 1, now)
        while len(self._unwritten) > MOST_UNWRITTEN:
            del self._unwritten[next(iter(self._unwritten))]
        return wait

    async def forgive(self, unit: UnitOfWork, number: str, address: str) -> None:
        """Take back what `admit` counted: all of the number's, the one try of the address."""
        number_key, address_key = (key for key, _ in self._keys(number or "-", address))
        await unit.credentials.clear_failures(number_key)
        known = await unit.credentials.failures(address_key)
        if known is not None:
            count, last = known
            if count > 1:
                await unit.credentials.put_failures(address_key, count - 1, last)
            else:
                await unit.credentials.clear_failures(address_key)

    def _keys(self, number: str, address: str) -> list[tuple[str, Limit]]:
        keys = [(f"{self._kind}number:{number}", self._per_number)] if number else []
        return [*keys, (f"{self._kind}address:{address}", PER_ADDRESS)]
