"""INVITEs of nobody we know: calls to the whole world are tried at every open port, all day (spec 12.1a).

A phone registers before it calls, so whoever has never proved who they are is refused without a challenge, which would
only invite to guess; who goes on is no longer answered.
"""

from __future__ import annotations

from collections.abc import Callable

ANSWERED = 10
"""Refusals that one address is given within `FORGET`; then there is silence."""

FORGET = 600.0
"""Seconds after its last try that an address begins anew."""

MOST = 2000
"""Addresses that are remembered."""


class Strangers:
    """count: calls turned away since the start. now: seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._tries: dict[str, tuple[int, float]] = {}
        self.count = 0

    def tried(self, source: str) -> bool:
        """Note a try; whether it is to be answered at all."""
        self.count += 1
        count, at = self._tries.pop(source, (0, 0.0))
        count = count + 1 if self._now() - at < FORGET else 1
        self._tries[source] = (count, self._now())
        if len(self._tries) > MOST:
            del self._tries[next(iter(self._tries))]
        return count <= ANSWERED

    def seen(self) -> dict[str, int]:
        """Tries by address, for whoever looks after the service."""
        return {source: count for source, (count, _) in self._tries.items()}
