"""Another port to listen on when the usual one is taken."""

from __future__ import annotations

import socket
from collections.abc import Iterable

from onepresence_desktop.domain.errors import AddressInUse

STEP = 2
"""SIP's even ports are for UDP and TCP; the odd one above is for TLS (RFC 3261 section 19.1.2)."""
TRIES = 50


def free_port(taken: int) -> int | None:
    """The next port above `taken` that nobody listens on, by UDP or TCP, on any address; None when there is none."""
    candidates: Iterable[int] = range(taken + STEP, min(65535, taken + STEP * TRIES), STEP)
    return next((port for port in candidates if _free(port)), None)


def _free(port: int) -> bool:
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        with socket.socket(socket.AF_INET, kind) as probe:
            try:
                probe.bind(("0.0.0.0", port))
            except OSError:
                return False
    return True


def port_of(taken: AddressInUse) -> tuple[int, bool]:
    """The port that is taken (0: not told), and whether it is the phones'."""
    address = str(taken.details.get("address") or "")
    port = address.rpartition(":")[2]
    return int(port) if port.isdigit() else 0, address.startswith("sip:")
