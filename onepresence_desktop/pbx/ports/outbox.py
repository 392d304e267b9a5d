"""What goes out of the house: the table it waits in, and the senders that take it further."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from onepresence_desktop.domain.outgoing import Outgoing, OutgoingState, Way


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a try. reason: why it failed for good. reference: the other side's name for it."""

    state: OutgoingState
    reason: str = ""
    reference: str = ""


class Sender(Protocol):
    """Delivers by one way (SMTP, an SMS gateway)."""

    async def send(self, outgoing: Outgoing) -> Receipt:
        """Hand it over; answers sent, delivered or failed (refused for good).

        Raises `Unavailable` when it may work later. May be called twice for one of the same id, after a crash.
        """
        ...


class Reports:
    """Where senders tell later what became of something they handed over; nobody hears before there is a listener."""

    def __init__(self) -> None:
        self.listener: Callable[[str, OutgoingState, str], Awaitable[bool]] | None = None

    async def told(self, reference: str, state: OutgoingState, reason: str = "") -> bool:
        """By the other side's name for it; whether somebody knew that."""
        return self.listener is not None and await self.listener(reference, state, reason)


class OutgoingRows(Protocol):
    """The outbox, part of a unit of work: what is put there is committed together with what it tells of."""

    async def put(self, outgoing: Outgoing) -> None: ...

    async def get(self, outgoing_id: str) -> Outgoing | None: ...

    async def by_reference(self, reference: str) -> Outgoing | None:
        """The one that the other side names so."""
        ...

    async def among(self, ids: Collection[str]) -> dict[str, Outgoing]:
        """Those that there are, by their ids."""
        ...

    async def take_due(self, now: datetime, until: datetime, most: Mapping[Way, int]) -> Sequence[Outgoing]:
        """Those that are due, first due first, now not due again before `until`: no other worker takes them.

        most: of each way; none of ways that aren't named.
        """
        ...

    async def next_due(self, ways: Collection[Way]) -> datetime | None:
        """When the next of these ways is due; None with nothing queued."""
        ...

    async def counts(self) -> dict[OutgoingState, int]: ...

    async def forget(self, before: datetime) -> None:
        """Drop what came to its end and was written before a moment."""
        ...
