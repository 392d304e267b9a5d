"""A company's own calendar server: whose calendars are read over it, and how it is left in peace (spec 5.1).

Hundreds of calendars lie behind one account, so what is wrong with the server is noted once and for all of them: a
refused password is not tried again for each of its people, and "not before" holds for everybody.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace

from onepresence_desktop.domain.connections import LASTING, Connection, ConnectionId, ConnectionState, Purpose, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import COMPANYS, CalendarKind, CalendarSource, one_diverts
from onepresence_desktop.domain.people import User, UserId
from onepresence_desktop.pbx.ports.calendars import CalendarAccess
from onepresence_desktop.pbx.services.connection_watch import ConnectionWatch
from onepresence_desktop.pbx.services.live_state import Company

PAUSE, LONGEST_PAUSE = 30.0, 900.0
"""Seconds before a server that is away is asked again; doubled up to the longest, which follows a lasting fault."""

AT_ONCE = 4
"""Requests to one server at the same time: what Microsoft 365 allows of one mailbox."""


def is_persons(exc: ConnectionFailed) -> bool:
    """Whether it is about one calendar, and the server is well."""
    return bool(exc.details.get("person"))


@dataclass(slots=True)
class _Server:
    """until, pause: in the loop's seconds. asking: held while it isn't known to work; places: of its requests."""

    connection: Connection
    until: float = 0.0
    pause: float = PAUSE
    trouble: Trouble | None = None
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))


class CompanyCalendars:
    """The calendar servers of all companies, as they are used for their people."""

    def __init__(self, watch: ConnectionWatch) -> None:
        self._watch = watch
        self._servers: dict[ConnectionId, _Server] = {}

    def connection(self, company: Company) -> Connection | None:
        """The one that is used."""
        return self._watch.counting(company.customer.id, Purpose.CALENDAR)

    def accesses(
        self, connection: Connection | None, user: User, kept: Sequence[CalendarAccess]
    ) -> tuple[CalendarAccess, ...]:
        """How a user's calendars are read: the company's first, then those of their own. kept: what the store has."""
        own = [one for one in kept if one.source.kind is not CalendarKind.COMPANY]
        if connection is not None and user.email and not user.closed:
            usual = CalendarSource(user.id, CalendarKind.COMPANY, "", id=COMPANYS)
            source = next((one.source for one in kept if one.source.kind is CalendarKind.COMPANY), usual)
            own.insert(0, CalendarAccess(source, connection=connection))
        sources = one_diverts(one.source for one in own)
        return tuple(replace(one, source=source) for one, source in zip(own, sources, strict=True))

    def resting(self, connection: Connection) -> tuple[float, Trouble | None]:
        """Until when it is left in peace, and why; (0, None) where it isn't, as after a trial that went well."""
        server = self._of(connection)
        if self._works(connection):
            server.until = 0.0
        return (server.until, server.trouble) if server.until > _now() else (0.0, None)

    @contextlib.asynccontextmanager
    async def asking(self, connection: Connection) -> AsyncIterator[None]:
        """Some at a time, and one as long as it isn't known to work: so a wrong password is tried once."""
        server = self._of(connection)
        if not self._works(connection):
            async with server.asking:
                if not self._works(connection):  # nor has whoever was asking until now found so
                    yield
                    return
        async with server.places:
            yield

    def answered(self, connection: Connection, user_id: UserId, *, well: bool) -> None:
        """It works. well: it gave that person's calendar."""
        self._watch.read(connection, user_id, well=well)
        server = self._of(connection)
        if server.trouble is not None or not self._works(connection):
            self._watch.used(connection, None)
        server.until, server.pause, server.trouble = 0.0, PAUSE, None

    def failed(self, connection: Connection, exc: ConnectionFailed) -> float:
        """It can't be used: until when it is left in peace, in the loop's seconds.

        Several are asked at once: those who fail while it is left in peace already make that no longer by themselves.
        """
        server = self._of(connection)
        server.trouble = Trouble(str(exc.details["reason"]))
        if server.trouble in LASTING:
            server.pause = LONGEST_PAUSE
        elif server.until <= _now():
            server.pause = min(LONGEST_PAUSE, server.pause * 2)
        server.until = max(server.until, _now() + max(server.pause, float(exc.details.get("retry_after") or 0)))
        self._watch.used(connection, exc)
        return server.until

    def _works(self, connection: Connection) -> bool:
        return self._watch.standing(connection).state is ConnectionState.OK

    def _of(self, connection: Connection) -> _Server:
        server = self._servers.get(connection.id)
        if server is None or server.connection.settings != connection.settings:
            server = self._servers[connection.id] = _Server(connection)
        return server


def _now() -> float:
    return asyncio.get_running_loop().time()


def people_read(company: Company) -> list[tuple[UserId, str]]:
    """Whose calendars a company's connection can read: those with an e-mail address, by name."""
    users = sorted(company.dial_plan.users.values(), key=lambda user: user.name.casefold())
    return [(user.id, user.email) for user in users if user.email and not user.closed]
