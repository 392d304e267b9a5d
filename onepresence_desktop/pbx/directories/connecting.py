"""Directories as connections of a company's, with the settings of the file, checked as they are."""

from __future__ import annotations

import contextlib
from typing import Any

from onepresence_desktop.domain.connections import Connection, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed, Invalid
from onepresence_desktop.pbx.directories.settings import directory
from onepresence_desktop.pbx.ports import Sender
from onepresence_desktop.pbx.ports.connections import Trial
from onepresence_desktop.pbx.ports.directories import Directory, DirectoryAccess


class DirectoryConnector:
    """LDAP and CardDAV; an attempt reads the first people, and so shows that the password is right."""

    proves = True

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def check(self, connection: Connection) -> None:
        """See the port."""
        access_to(connection)

    async def attempt(self, connection: Connection, trial: Trial) -> str:
        """See the port."""
        async with contextlib.aclosing(self._directory.read(access_to(connection), "")) as pages:
            first = await anext(pages, None)
        if first is not None and first.unread and not first.people:
            raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD)
        return ""

    def sender(self, connection: Connection) -> Sender | None:
        """Nothing is sent over it."""
        return None

    async def let_go(self, connection: Connection) -> None:
        """Nothing is kept open for one."""


def access_to(connection: Connection) -> DirectoryAccess:
    """As the settings of the file would say it. Raises `Invalid` naming `settings.NAME`."""
    table: dict[str, Any] = {**connection.settings, "name": connection.id, "customer": "-"}
    table["kind"] = connection.kind.value
    shown = str(table.pop("shown", ""))
    if shown:
        table["fields"] = [word.strip() for word in shown.split(",") if word.strip()]
    try:
        return directory(table, own=False)
    except Invalid as exc:
        field = str(exc.details["field"]).removeprefix("directories.")
        named = "shown" if field == "fields" else field
        raise Invalid(field=f"settings.{named}", problem=exc.details["problem"]) from exc
