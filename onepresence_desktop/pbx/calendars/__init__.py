"""Calendars that a company already has, each kind behind the `Calendar` port (spec 5.1)."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from onepresence_desktop.domain.connections import Connection, ConnectionKind
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import Reading
from onepresence_desktop.pbx.ports.calendars import CalendarAccess

if TYPE_CHECKING:
    from onepresence_desktop.pbx.calendars.company import CompanyCalendars
    from onepresence_desktop.pbx.calendars.reader import HttpCalendar

TOGETHER = {ConnectionKind.GRAPH: 20}
"""Of how many people one request may be; 1 of other kinds."""


class CalendarOnDemand:
    """The `Calendar` port; what reads calendars is loaded when there is one to read, and not at each start.

    here: calendars on this machine are read, too.
    """

    def __init__(self, *, here: bool) -> None:
        self._here = here
        self._reader: HttpCalendar | None = None
        self._companys: CompanyCalendars | None = None
        self._loading = asyncio.Lock()

    async def meetings(
        self, access: CalendarAccess, start: datetime, end: datetime, zone: tzinfo, *, owner: str
    ) -> Reading:
        """See the port."""
        return await (await self._own()).meetings(access, start, end, zone, owner=owner)

    def together(self, connection: Connection) -> int:
        """See the port."""
        return TOGETHER.get(connection.kind, 1)

    async def meetings_over(
        self, connection: Connection, owners: Sequence[str], start: datetime, end: datetime, zone: tzinfo
    ) -> Mapping[str, Reading | ConnectionFailed]:
        """See the port."""
        return await (await self._of_company()).meetings_over(connection, owners, start, end, zone)

    async def let_go(self, connection: Connection) -> None:
        """See the port."""
        if self._companys is not None:
            await self._companys.let_go(connection)

    async def close(self) -> None:
        """Let go of connections."""
        for reader in (self._reader, self._companys):
            if reader is not None:
                await reader.close()

    async def _own(self) -> HttpCalendar:
        async with self._loading:
            if self._reader is None:
                module = await asyncio.to_thread(importlib.import_module, f"{__name__}.reader")
                self._reader = module.HttpCalendar(here=self._here)
            return self._reader

    async def _of_company(self) -> CompanyCalendars:
        async with self._loading:
            if self._companys is None:
                module = await asyncio.to_thread(importlib.import_module, f"{__name__}.company")
                self._companys = module.CompanyCalendars(here=self._here)
            return self._companys
