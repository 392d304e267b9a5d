"""Who is connected, and how many of them have proved nothing yet: strangers have few places, and lose them first."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from onepresence_desktop.pbx.http.turnstile import Turnstile

log = logging.getLogger(__name__)

PER_ADDRESS = 256
"""Strangers from one address: more than an office behind one address has at once, when all come back."""
GIVING_WAY, AT_ONCE = 50.0, 64
"""Strangers a second, and how many at once, who give way to others from a crowded address. Whoever comes beyond that is
turned away at the door: that costs a tenth of what it costs to take them in, and those inside have time to prove
themselves.
"""
MOST_STRANGERS = 1024
KEPT_BACK = 256
"""Descriptors that connections never get: for the database, recordings and phones."""
MOST = 60_000
EVERYWHERE = ""
"""Stands for all addresses together among those that are crowded."""


def _gone() -> None:
    """In the place of what would hold a connection that has ended."""


def places() -> int:
    """How many connections there may be, well below what the system lets this process open."""
    if sys.platform == "win32":
        return 8_000
    import resource

    limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return max(64, min(MOST, limit - KEPT_BACK))


@dataclass(slots=True, eq=False)
class Guest:
    """A connection. known: somebody has proved who they are over it. turn_out: ends it at once. gone: it has ended."""

    address: str
    turn_out: Callable[[], object]
    known: bool = False
    gone: bool = False


class Guests:
    """All connections of this process, over all its doors."""

    def __init__(self, most: int | None = None, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._most = most if most is not None else places()
        self._most_strangers = min(MOST_STRANGERS, self._most // 2)
        self._all: set[Guest] = set()
        self._strangers: dict[Guest, None] = {}
        self._by_address: dict[str, dict[Guest, None]] = {}
        self._crowded: dict[str, tuple[float, float]] = {}
        """How many may still give way there, and when that was counted."""
        self.turnstile = Turnstile()

    def enter(self, address: str, turn_out: Callable[[], object]) -> Guest | None:
        """A place for a stranger, if need be that of the one who has waited longest; None when all are taken."""
        here = self._by_address.get(address, {})
        if len(here) >= PER_ADDRESS:
            if not self._evict(next(iter(here)), address):
                return None
        elif self._strangers and (len(self._strangers) >= self._most_strangers or len(self._all) >= self._most):
            self._evict(next(iter(self._strangers)), EVERYWHERE)
        if len(self._all) >= self._most:
            return None
        guest = Guest(address, turn_out)
        self._all.add(guest)
        self._strangers[guest] = None
        self._by_address.setdefault(address, {})[guest] = None
        return guest

    def know(self, guest: Guest) -> None:
        """A guest has proved who they are: nobody takes the place from them."""
        guest.known = True
        self._forget_stranger(guest)

    def leave(self, guest: Guest) -> None:
        """The connection has ended, or does now: nothing is known of it any more."""
        guest.turn_out, guest.gone = _gone, True
        self._all.discard(guest)
        self._forget_stranger(guest)
        if guest.address in self._crowded and len(self._by_address.get(guest.address, ())) < PER_ADDRESS // 2:
            del self._crowded[guest.address]
            log.info("there is room for strangers from %s again", guest.address)
        if EVERYWHERE in self._crowded and len(self._strangers) < self._most_strangers // 2:
            del self._crowded[EVERYWHERE]
            log.info("there is room for strangers again")

    def _evict(self, guest: Guest, crowd: str) -> bool:
        """Turn a stranger out, to make room in a crowd that is told once: an address's, or everywhere's.

        False where too many have been turned out for that address of late.
        """
        now = self._now()
        if crowd not in self._crowded:
            log.warning("strangers crowd in from %s; the oldest lose their places", crowd or "many addresses")
        left, at = self._crowded.get(crowd, (AT_ONCE, now))
        left = min(AT_ONCE, left + (now - at) * GIVING_WAY)
        gives_way = left >= 1 or crowd == EVERYWHERE
        self._crowded[crowd] = (left - 1 if gives_way else left, now)
        if gives_way:
            turn_out = guest.turn_out
            self.leave(guest)
            turn_out()
        return gives_way

    def _forget_stranger(self, guest: Guest) -> None:
        self._strangers.pop(guest, None)
        here = self._by_address.get(guest.address)
        if here is not None:
            here.pop(guest, None)
            if not here:
                del self._by_address[guest.address]
