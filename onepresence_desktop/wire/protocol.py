"""Which wire is spoken (spec 13.8). Client and service each state the oldest and the newest protocol they speak, in a
header of every request and every answer; whichever sees that there is none in common refuses.

1: as first published; says nothing of itself. 2: both sides state their protocols; a client passes over fields and
events that it doesn't know and reads a word it doesn't know as `unknown`, so a service may add such without a new
number. A new number is for what an older side would misunderstand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onepresence_desktop.domain.errors import ClientTooNew, ClientTooOld, Invalid, VersionRefused

HEADER = "OnePresence-Protocol"
_HEADER = re.compile(r"([0-9]{1,4})-([0-9]{1,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Protocols:
    """All from the oldest to the newest."""

    oldest: int
    newest: int

    def __str__(self) -> str:
        """As the header says it: `1-2`."""
        return f"{self.oldest}-{self.newest}"


OURS = Protocols(1, 2)
"""What this version speaks, as client and as service. A service keeps the protocols of the last two versions."""

FIRST = Protocols(1, 1)
"""What somebody speaks who doesn't say."""


def stated(header: str | None) -> Protocols:
    """What a header states. Raises `Invalid` for one that can't be read."""
    if header is None:
        return FIRST
    found = _HEADER.fullmatch(header.strip())
    if found is None or int(found[1]) > int(found[2]):
        raise Invalid(field=HEADER, problem="malformed")
    return Protocols(int(found[1]), int(found[2]))


def disagreement(*, client: Protocols, service: Protocols) -> VersionRefused | None:
    """Why the two can't talk; None when there is a protocol that both speak."""
    if client.newest < service.oldest:
        return ClientTooOld(client=client.newest, service=service.oldest)
    if client.oldest > service.newest:
        return ClientTooNew(client=client.oldest, service=service.newest)
    return None
