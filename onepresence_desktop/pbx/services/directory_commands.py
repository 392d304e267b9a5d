"""The command line's words for directories."""

from __future__ import annotations

from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.pbx.services.directories import DirectoryService
from onepresence_desktop.pbx.services.group_commands import the_company
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.wire import commands as wire


class DirectoryCommands:
    """Runs them."""

    def __init__(self, live: LiveState, directories: DirectoryService) -> None:
        self._live = live
        self._directories = directories

    async def run(self, command: wire.DirectoryList | wire.DirectoryRead) -> wire.ListedDirectories:
        """Raises `NotFound` (company, directory), `Invalid` where it must be said whose."""
        customer = the_company(self._live, command.customer).customer
        found = self._directories.listing(customer.id)
        if isinstance(command, wire.DirectoryRead):
            one = next((one for one in found if command.which in (one.id, one.name)), None)
            if one is None:
                raise NotFound(what="directory")
            found = [await self._directories.read_now(customer.id, one.id)]
        return wire.ListedDirectories(customer=customer.code, directories=found)
