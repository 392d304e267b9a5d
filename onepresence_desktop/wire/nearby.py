"""How a service says on the local network that it is there (DNS-SD over mDNS, RFC 6763 and 6762; spec 0.2).

What is heard is a suggestion and no more: whoever is in the network can say anything, and the server's key is compared
before anything is told it (`client.trust`).
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onepresence_desktop.domain.names import cleaned_name

SERVICE_TYPE = "_onepresence._tcp.local."
NAME = "name"
"""The key of the company's name in the TXT record."""
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Nearby:
    """A service that says it is there: what it calls itself, and its address as it is typed."""

    name: str
    address: str


def heard(properties: Mapping[bytes, bytes | None], addresses: Sequence[str], port: int | None) -> Nearby | None:
    """What an answer says, made harmless; None for one that leads nowhere in a local network."""
    if not port or not 0 < port < 65536:
        return None
    for text in addresses:
        try:
            address = ipaddress.ip_address(text)
        except ValueError:
            continue
        if address.is_private and not (address.is_loopback or address.is_unspecified or address.is_link_local):
            host = f"[{address}]" if address.version == 6 else str(address)
            name = cleaned_name((properties.get(NAME.encode()) or b"").decode("utf-8", "replace"))[:LONGEST_NAME]
            return Nearby(name or host, f"{host}:{port}")
    return None
