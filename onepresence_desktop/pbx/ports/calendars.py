"""What the services need of calendars: where they are kept, and somebody who reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Protocol

from onepresence_desktop.domain.connections import Connection
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import CalendarSource, Reading
from onepresence_desktop.domain.people import CustomerId, UserId


@dataclass(frozen=True, slots=True)
class CalendarAccess:
    """A calendar with the password that opens it; the password is never shown again.

    connection: the company's own, over which it is read (`Calendar.meetings_over`).
    """

    source: CalendarSource
    password: str = field(default="", repr=False)
    connection: Connection | None = field(default=None, repr=False)


class Calendar(Protocol):
    """Reads calendars of all kinds. Raises `ConnectionFailed` with its reason, and nothing else.

    What is there and can't be read is told apart from what isn't: a calendar of which nothing can be read is
    `Trouble.NOT_UNDERSTOOD`, and never an empty one.
    """

    async def meetings(
        self, access: CalendarAccess, start: datetime, end: datetime, zone: tzinfo, *, owner: str
    ) -> Reading:
        """What takes place from `start` to `end` in a calendar at an address of its own.

        owner: their e-mail address, which tells declined invitations.
        """
        ...

    def together(self, connection: Connection) -> int:
        """Of how many people one request to a company's server may be; 1 where each is asked for by itself."""
        ...

    async def meetings_over(
        self, connection: Connection, owners: Sequence[str], start: datetime, end: datetime, zone: tzinfo
    ) -> Mapping[str, Reading | ConnectionFailed]:
        """The same of some people over a company's connection, by their e-mail addresses: no more than `together`.

        For each a reading, or with `person=True` among its details why there is none while the server is well; raises
        `ConnectionFailed` for what is wrong with the server.
        """
        ...

    async def let_go(self, connection: Connection) -> None:
        """A company's connection isn't used any more as it is set here: forget how it was signed in, and end that."""
        ...


class Calendars(Protocol):
    """Where users' calendars are, in the store."""

    async def all(self, customer_id: CustomerId) -> list[CalendarAccess]:
        """Each user's together, in their order."""
        ...

    async def of(self, user_id: UserId) -> list[CalendarAccess]: ...
    async def put(self, user_id: UserId, accesses: Sequence[CalendarAccess]) -> None:
        """All of a user's, in their order. Raises `Conflict` where more than one may divert."""
        ...
