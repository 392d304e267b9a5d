"""Calendars over a company's connection: one account that reads the calendar of each of its people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from urllib.parse import quote

from onepresence_desktop.domain.connections import Connection, ConnectionKind, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import CalendarKind, CalendarSource, Reading
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.batching import first_then_some
from onepresence_desktop.pbx.calendars.ews import AT_ONCE, EwsCalendars
from onepresence_desktop.pbx.calendars.graph import GraphCalendars
from onepresence_desktop.pbx.calendars.reader import HttpCalendar
from onepresence_desktop.pbx.ports.calendars import CalendarAccess

_KINDS = {ConnectionKind.CALDAV: CalendarKind.CALDAV, ConnectionKind.ICS: CalendarKind.ICS}

_OF_ONE = frozenset({Trouble.NOT_FOUND, Trouble.REFUSED, Trouble.NOT_UNDERSTOOD, Trouble.TOO_LARGE})
"""About one person's calendar, where each has an address of its own."""


class CompanyCalendars:
    """Reads by the kind of the connection. here: also from this machine."""

    def __init__(self, *, here: bool) -> None:
        self._graph = GraphCalendars(here=here)
        self._ews = EwsCalendars(here=here)
        self._http = HttpCalendar(here=here, denied=Trouble.REFUSED)

    async def close(self) -> None:
        """Let connections go."""
        for reader in (self._graph, self._ews, self._http):
            await reader.close()

    async def let_go(self, connection: Connection) -> None:
        """See the port; CalDAV and ICS are asked anew each time."""
        self._graph.forget(connection)
        await self._ews.let_go(connection)

    async def meetings_over(
        self, connection: Connection, owners: Sequence[str], start: datetime, end: datetime, zone: tzinfo
    ) -> Mapping[str, Reading | ConnectionFailed]:
        """See the port; of those who can't be asked for together some are read at the same time, once one was."""
        if connection.kind is ConnectionKind.GRAPH:
            return await self._graph.meetings(connection, owners, start, end, zone)
        found: dict[str, Reading | ConnectionFailed] = {}

        async def read(owner: str) -> None:
            try:
                found[owner] = await self._one(connection, owner, start, end, zone)
            except ConnectionFailed as exc:
                if not exc.details.get("person"):
                    raise
                found[owner] = exc

        await first_then_some(read, owners, at_once=AT_ONCE)
        return found

    async def _one(self, connection: Connection, owner: str, start: datetime, end: datetime, zone: tzinfo) -> Reading:
        if connection.kind is ConnectionKind.EWS:
            return await self._ews.meetings(connection, owner, start, end, zone)
        own = CalendarAccess(_own(connection, owner), connection.text("password"))
        try:
            return await self._http.meetings(own, start, end, zone, owner=owner)
        except ConnectionFailed as exc:
            if exc.details.get("reason") in _OF_ONE:
                raise ConnectionFailed(**{**exc.details, "person": True}) from exc
            raise


def _own(connection: Connection, owner: str) -> CalendarSource:
    """Where somebody's own calendar is, by their e-mail address."""
    address = connection.text("calendar_url")
    for name, value in (("{email}", owner), ("{user}", owner.partition("@")[0])):
        address = address.replace(name, quote(value, safe="@"))
    return CalendarSource(UserId(owner), _KINDS[connection.kind], address, connection.text("account"))
