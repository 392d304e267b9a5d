"""What the services need of connections: where they are kept, and somebody who can use each kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from onepresence_desktop.domain.connections import Connection, ConnectionId
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports.outbox import Sender


class Connections(Protocol):
    """Where companies' connections are, in the store."""

    async def all(self, customer_id: CustomerId) -> list[Connection]:
        """In their order."""
        ...

    async def put(self, connection: Connection) -> None: ...
    async def remove(self, connection_id: ConnectionId) -> None: ...


@dataclass(frozen=True, slots=True)
class Trial:
    """What is sent to somebody as a trial. to: an address of the way; "" to reach the server only."""

    to: str = ""
    subject: str = ""
    text: str = ""


class Connector(Protocol):
    """Uses connections of one kind. proves: an attempt without `to` shows that it works, not only that it is there."""

    proves: bool

    def check(self, connection: Connection) -> None:
        """Raises `Invalid` naming `settings.NAME` for what only this kind knows to be wrong."""
        ...

    async def attempt(self, connection: Connection, trial: Trial) -> str:
        """Use it once; the server's own words. Raises `ConnectionFailed` with `reason` and `said`."""
        ...

    def sender(self, connection: Connection) -> Sender | None:
        """Who hands mail or SMS over to it; None of a kind that takes neither."""
        ...

    async def let_go(self, connection: Connection) -> None:
        """It isn't used any more as it is set here: end what is kept open for it, once what is under way is over."""
        ...


@dataclass(frozen=True, slots=True)
class Shared:
    """A connection of the service's settings, for companies without one of their own, and who uses it.

    secrets: what the server is told and nobody else may read.
    """

    connection: Connection
    connector: Connector
    secrets: tuple[str, ...] = field(default=(), repr=False)
