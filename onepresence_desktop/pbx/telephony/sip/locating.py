"""The servers of a provider by its name alone: DNS NAPTR and SRV (RFC 3263, RFC 2782)."""

from __future__ import annotations

import logging
import random
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dns.asyncresolver import Resolver

log = logging.getLogger(__name__)

Place = tuple[str, int]
"""A server's name or address, and its port."""

Locate = Callable[[str, str], Awaitable[Sequence[Place]]]
"""(transport, name) to servers in the order in which they are tried; none where DNS names none."""

PATIENCE = 3.0
"""Seconds for all questions to DNS together."""

SERVICES = {"udp": ("SIP+D2U", "_sip._udp"), "tcp": ("SIP+D2T", "_sip._tcp"), "tls": ("SIPS+D2T", "_sips._tcp")}
"""By transport: what NAPTR calls it, and the name that SRV records have where there is no NAPTR."""

MOST = 10
"""Servers of one name."""


@dataclass(frozen=True, slots=True)
class Served:
    """An SRV record."""

    priority: int
    weight: int
    host: str
    port: int


def in_order(records: Iterable[Served], rng: random.Random) -> list[Place]:
    """Lowest priority first, and among equals by lot, in which weight counts (RFC 2782)."""
    left = sorted(records, key=lambda one: (one.priority, one.weight > 0))
    ordered: list[Place] = []
    while left:
        equals = [one for one in left if one.priority == left[0].priority]
        at = rng.randint(0, sum(one.weight for one in equals))
        for one in equals:
            at -= one.weight
            if at <= 0:
                left.remove(one)
                if one.host:
                    ordered.append((one.host, one.port))
                break
    return ordered[:MOST]


class Dns:
    """Asks the system's name servers."""

    def __init__(self, resolver: Resolver | None = None, rng: random.Random | None = None) -> None:
        self._resolver = resolver
        self._random = rng or random.Random()

    async def locate(self, transport: str, host: str) -> Sequence[Place]:
        """Where a name's servers are; none for an address, and where DNS says nothing or can't be asked."""
        if ":" in host or host.replace(".", "").isdigit():
            return []
        kind, usual = SERVICES[transport]
        name = await self._replacement(host, kind) or f"{usual}.{host}"
        return in_order(await self._served(name), self._random)

    async def _replacement(self, host: str, kind: str) -> str:
        """The name that NAPTR gives for a transport; "" where it gives none."""
        found = [
            (record.order, record.preference, record.replacement.to_text(omit_final_dot=True))
            for record in await self._ask(host, "NAPTR")
            if record.service.decode("ascii", "replace").upper() == kind and record.flags.lower() == b"s"
        ]
        return str(min(found)[2]) if found else ""

    async def _served(self, name: str) -> list[Served]:
        return [
            Served(record.priority, record.weight, record.target.to_text(omit_final_dot=True).strip("."), record.port)
            for record in await self._ask(name, "SRV")
        ]

    async def _ask(self, name: str, kind: str) -> Iterable[Any]:
        import dns.asyncresolver
        import dns.exception

        try:
            if self._resolver is None:
                self._resolver = dns.asyncresolver.Resolver()
            return await self._resolver.resolve(name, kind, lifetime=PATIENCE / 2, search=False)
        except (dns.exception.DNSException, OSError, UnicodeError) as exc:
            log.debug("no %s of %s: %r", kind, name, exc)
            return []
