"""What the services need of calendars: where they are kept, and somebody who reads them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Protocol

from onepresence_desktop.domain.connections import Connection
from onepresence_desktop.domain.meetings import CalendarSource, Reading
from onepresence_desktop.domain.people import CustomerId, UserId


@dataclass(frozen=True, slots=True)
class CalendarAccess:
    """A calendar with the password that opens it; the password is never shown again.

    connection: the company's own, over which it is read; then the password is the connection's.
    """

    source: CalendarSource
    password: str = field(default="", repr=False)
    connection: Connection | None = field(default=None, repr=False)


class Calendar(Protocol):
    """Reads calendars of all kinds. Raises `ConnectionFailed` with its reason, and nothing else.

    With `person=True` among its details it is about that one calendar, and the server is well.
    """

    async def meetings(
        self, access: CalendarAccess, start: datetime, end: datetime, zone: tzinfo, *, owner: str
    ) -> Reading:
        """What takes place from `start` to `end`; what is there and can't be read is told apart from what isn't.

        A calendar of which nothing can be read is `Trouble.NOT_UNDERSTOOD`, and never an empty one. owner: their e-mail
        address, which tells declined invitations; over a company's connection it also says whose calendar is meant.
        """
        ...

    async def let_go(self, connection: Connection) -> None:
        """A company's connection isn't used any more as it is set here: forget how it was signed in, and end that."""
        ...


class Calendars(Protocol):
    """Where users' calendars are, in the store."""

    async def all(self, customer_id: CustomerId) -> list[CalendarAccess]: ...
    async def of(self, user_id: UserId) -> CalendarAccess | None: ...
    async def put(self, access: CalendarAccess) -> None: ...
    async def remove(self, user_id: UserId) -> bool:
        """Whether there was one."""
        ...
