"""Our address as those beyond a router must be told it, in Contact and in descriptions of sound (spec 12.1a, NAT).

By setting, for whoever isn't in a private network; else by what a provider itself saw (RFC 3581: received, rport).
"""

from __future__ import annotations

from functools import lru_cache
from ipaddress import ip_address

from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.sdp import NOWHERE

Place = tuple[str, int]
"""Host and port."""


class Outward:
    """public: the address that the router in front of us has, "" where none was set."""

    def __init__(self) -> None:
        self.public = ""
        self._seen: dict[tuple[str, str], Place] = {}

    def saw(self, flow: Flow, host: str, port: int) -> None:
        """Whoever is at the other end of a flow sees us there; what is no address counts as nothing."""
        if _known(host):
            self._seen[flow.kind, flow.remote[0]] = (host, port)

    def told(self, flow: Flow) -> Place:
        """Where we are for the other end. A connection is answered where it came from, so its port is our own."""
        host, port = flow.local
        seen = self._seen.get((flow.kind, flow.remote[0]))
        if self.public and _outside(flow.remote[0]) and (":" in self.public) is (":" in flow.remote[0]):
            seen_there = seen is not None and seen[0] == self.public
            return (self.public, seen[1] if seen is not None and seen_there and not flow.reliable else port)
        if seen is None:
            return (host, port)
        return (seen[0], port if flow.reliable else seen[1])

    def parted(self, one: Flow, other: Flow) -> bool:
        """Whether the router lies between two: one of them is outside, the other in our network."""
        return bool(self.public) and _outside(one.remote[0]) is not _outside(other.remote[0])


def _known(host: str) -> bool:
    try:
        return not ip_address(host).is_unspecified
    except ValueError:
        return False


@lru_cache(1024)
def _outside(host: str) -> bool:
    """Whether an address is of the internet, and not of a private network."""
    try:
        return ip_address(host).is_global
    except ValueError:
        return False


def elsewhere(told: str, flow: Flow) -> bool:
    """Whether a phone tells another address than the one it speaks from; a name, or nowhere, tells nothing."""
    return told != flow.remote[0] and told not in NOWHERE and _differ(told, flow.remote[0])


@lru_cache(1024)
def _differ(told: str, seen: str) -> bool:
    """Whether two addresses of one family aren't the same, and the first could be another machine's."""
    try:
        there, here = ip_address(told), ip_address(seen)
    except ValueError:
        return False
    return there.version == here.version and there != here and not there.is_loopback
