"""A sender that hands nothing to the world: it answers as it is told and keeps what it was given."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from onepresence_desktop.domain.connections import Connection, ConnectionId, ConnectionKind
from onepresence_desktop.domain.errors import Unavailable
from onepresence_desktop.domain.outgoing import Outgoing, OutgoingState, Way
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports import Receipt, Sender
from onepresence_desktop.pbx.ports.connections import Shared, Trial
from onepresence_desktop.pbx.services.outbox import Send

SENT = Receipt(OutgoingState.SENT)


class Tray:
    """Takes everything, after the faults and receipts it is told to give first."""

    def __init__(self, *first: Receipt | Exception) -> None:
        self.first = deque(first)
        self.tried: list[Outgoing] = []
        self.taken: list[str] = []

    async def send(self, outgoing: Outgoing) -> Receipt:
        self.tried.append(outgoing)
        answer = self.first.popleft() if self.first else SENT
        if isinstance(answer, Exception):
            raise answer
        self.taken.append(outgoing.id)
        return answer


def away() -> Exception:
    return Unavailable(detail="host_away")


def by_way(senders: Mapping[Way, Sender]) -> Send:
    """What the outbox hands things over to."""

    async def send(outgoing: Outgoing) -> Receipt | None:
        sender = senders.get(outgoing.way)
        return await sender.send(outgoing) if sender is not None else None

    return send


class Taking:
    """A connector whose sender is a tray."""

    proves = True

    def __init__(self, tray: Sender) -> None:
        self._tray = tray

    def check(self, connection: Connection) -> None:
        pass

    async def attempt(self, connection: Connection, trial: Trial) -> str:
        return ""

    def sender(self, connection: Connection) -> Sender:
        return self._tray

    async def let_go(self, connection: Connection) -> None:
        pass


def shared(tray: Sender) -> tuple[Shared, ...]:
    """A tray as what the settings file names, for mail and for SMS."""
    return tuple(
        Shared(Connection(ConnectionId(f"file-{kind}"), CustomerId(""), kind, kind), Taking(tray))
        for kind in (ConnectionKind.SMTP, ConnectionKind.SMS_HTTP)
    )
