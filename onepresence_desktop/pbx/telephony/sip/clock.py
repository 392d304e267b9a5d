"""What the engine needs of time and network; tests bring their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

T1, T2, T4 = 0.5, 4.0, 5.0
"""RFC 3261 section 17.1.1.2: round trip, longest retransmission interval, life of a message in the network."""


class Timer(Protocol):
    """Something that will happen."""

    def cancel(self) -> None:
        """Or not."""


class Clock(Protocol):
    """A monotonic clock with timers."""

    def time(self) -> float:
        """Seconds."""
        ...

    def call_later(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Call back once."""
        ...


@dataclass(frozen=True, slots=True)
class Flow:
    """A way to a phone: datagrams to an address, or one TCP connection (RFC 5626 in spirit).

    kind: udp or tcp. local: our host:port on it, for Via and Contact. connection: number of the TCP connection.
    """

    kind: str
    remote: tuple[str, int]
    local: tuple[str, int]
    connection: int = 0

    @property
    def reliable(self) -> bool:
        """Whether the transport retransmits by itself."""
        return self.kind != "udp"


Reached = Callable[[Flow | None, str], None]
"""Told the way to a host, or None and why there is none, in words for an administrator."""


class Io(Protocol):
    """The sockets."""

    def send(self, flow: Flow, data: bytes) -> bool:
        """Send; False when the flow is gone."""
        ...

    def keep(self, flow: Flow) -> None:
        """A phone of ours has proved itself on this flow: it isn't a stranger's any more."""
        ...

    def reach(self, kind: str, host: str, port: int, then: Reached, turn: int = 0) -> None:
        """Find a host by name and, over TCP or TLS, connect to it.

        `then` gets the way there, or None and why. port: 0 for where DNS says (RFC 3263). turn: which of several
        servers to begin with, for one that failed.
        """
        ...

    def local(self, remote: str) -> tuple[str, int]:
        """Our address and port as a phone at `remote` sees them."""
        ...
