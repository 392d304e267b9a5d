"""Calendars as a connection of a company's, checked and tried."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from onepresence_desktop.domain.connections import Connection, ConnectionKind
from onepresence_desktop.domain.errors import ConnectionFailed, Invalid
from onepresence_desktop.pbx.ports import Sender
from onepresence_desktop.pbx.ports.calendars import Calendar
from onepresence_desktop.pbx.ports.connections import Trial

LOCAL = ("127.0.0.1", "::1", "localhost")
ADDRESSES = ("sign_in_url", "graph_url", "ews_url", "calendar_url")
_TENANT = re.compile(r"[A-Za-z0-9.-]{1,253}")
_WHOSE = re.compile(r"\{(email|user)\}")


class CalendarConnector:
    """All kinds of calendars; an attempt reads the day of one person, and so shows that the password is right."""

    proves = True

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar

    def check(self, connection: Connection) -> None:
        """See the port."""
        for name in ADDRESSES:
            if connection.text(name):
                _check(name, connection.text(name))
        if connection.kind is ConnectionKind.GRAPH and not _TENANT.fullmatch(connection.text("tenant")):
            raise Invalid(field="settings.tenant", problem="malformed")
        address = connection.text("calendar_url")
        if address and not _WHOSE.search(address):
            raise Invalid(field="settings.calendar_url", problem="not_a_persons")

    async def attempt(self, connection: Connection, trial: Trial) -> str:
        """See the port; `to` is whose calendar. The words: how many entries there are within a day."""
        now = datetime.now(UTC)
        answers = await self._calendar.meetings_over(connection, [trial.to], now, now + timedelta(days=1), UTC)
        found = answers[trial.to]
        if isinstance(found, ConnectionFailed):
            raise found
        return str(len(found.meetings))

    def sender(self, connection: Connection) -> Sender | None:
        """Nothing is sent over it."""
        return None

    async def let_go(self, connection: Connection) -> None:
        """See the port."""
        await self._calendar.let_go(connection)


def _check(name: str, address: str) -> None:
    """Encrypted, but on this machine itself. Raises `Invalid`."""
    try:
        parts = urlsplit(_WHOSE.sub("x", address))
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and not parts.username
    except ValueError:
        usable = False
    if not usable or any(char.isspace() for char in address):
        raise Invalid(field=f"settings.{name}", problem="malformed")
    if parts.scheme == "http" and parts.hostname not in LOCAL:
        raise Invalid(field=f"settings.{name}", problem="not_on_a_network")
    if _WHOSE.search(urlsplit(address).netloc):
        raise Invalid(field=f"settings.{name}", problem="malformed")
