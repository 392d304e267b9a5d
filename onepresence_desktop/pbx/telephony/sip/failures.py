"""Who tried and failed, for whoever looks after the service (spec 12.4e): by address and SIP user, for a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onepresence_desktop.domain.doctor import REMEMBERED, Failure

MOST = 500
"""Sources that are remembered; those that tried last stay."""

MOST_OF_ONE = 10
"""SIP users of one address; beyond that the address is listed as a whole, for it guesses names."""

LONGEST = 80
"""Characters of what a stranger calls themselves."""


@dataclass(slots=True)
class Failed:
    """failure: of the last try. first, last: seconds of the engine's clock."""

    agent: str
    failure: Failure
    tries: int
    first: float
    last: float


class Failures:
    """now: seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._sources: dict[tuple[str, str], Failed] = {}

    def note(self, address: str, user: str, agent: str, failure: Failure) -> None:
        """A try that failed."""
        now, key = self._now(), (address, user[:LONGEST])
        if key not in self._sources and sum(one == address for one, _ in self._sources) >= MOST_OF_ONE:
            key = (address, "")
        known = self._sources.pop(key, None) or Failed("", failure, 0, now, now)
        known.agent = agent[:LONGEST] or known.agent
        known.failure, known.tries, known.last = failure, known.tries + 1, now
        self._sources[key] = known
        if len(self._sources) > MOST:
            del self._sources[next(iter(self._sources))]

    def mended(self, address: str, user: str) -> None:
        """It has succeeded."""
        if self._sources:
            self._sources.pop((address, user[:LONGEST]), None)

    def seen(self) -> dict[tuple[str, str], Failed]:
        """Those of the last day by address and SIP user, oldest try first."""
        oldest = self._now() - REMEMBERED.total_seconds()
        self._sources = {key: failed for key, failed in self._sources.items() if failed.last > oldest}
        return dict(self._sources)
