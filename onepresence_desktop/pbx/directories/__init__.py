"""Directories that a company already has, each kind behind the `Directory` port (spec 8.3)."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
from collections.abc import AsyncGenerator, Sequence
from typing import Protocol

from onepresence_desktop.domain.connections import Connection
from onepresence_desktop.domain.directory import DirectoryKind, DirectoryPerson
from onepresence_desktop.pbx.directories.connecting import access_to
from onepresence_desktop.pbx.ports.directories import DirectoryAccess, Page


class Reader(Protocol):
    """One kind of directory; as the port says."""

    def read(self, access: DirectoryAccess, mark: str) -> AsyncGenerator[Page, None]: ...

    async def search(self, access: DirectoryAccess, words: Sequence[str], most: int) -> Sequence[DirectoryPerson]: ...

    async def close(self) -> None:
        """Let go of connections and threads, at once."""
        ...


_READERS = {DirectoryKind.LDAP: ("ldap", "LdapDirectory"), DirectoryKind.CARDDAV: ("carddav", "CardDavDirectory")}


class DirectoryOnDemand:
    """The `Directory` port; what reads a kind of directory is loaded when there is one, and not at each start.

    here: companies' servers may be on this machine.
    """

    def __init__(self, *, here: bool) -> None:
        self._here = here
        self._readers: dict[tuple[DirectoryKind, bool], Reader] = {}
        self._loading = asyncio.Lock()

    def access(self, connection: Connection) -> DirectoryAccess:
        """See the port."""
        return access_to(connection)

    async def read(self, access: DirectoryAccess, mark: str) -> AsyncGenerator[Page, None]:
        """See the port."""
        reader = await self._reader(access)
        async with contextlib.aclosing(reader.read(access, mark)) as pages:
            async for page in pages:
                yield page

    async def search(self, access: DirectoryAccess, words: Sequence[str], most: int) -> Sequence[DirectoryPerson]:
        """See the port."""
        return await (await self._reader(access)).search(access, words, most)

    async def close(self) -> None:
        """Let go of connections."""
        for reader in self._readers.values():
            await reader.close()

    async def _reader(self, access: DirectoryAccess) -> Reader:
        key = access.source.kind, access.own
        async with self._loading:
            if key not in self._readers:
                name, made = _READERS[access.source.kind]
                module = await asyncio.to_thread(importlib.import_module, f"{__name__}.{name}")
                self._readers[key] = getattr(module, made)(here=self._here or access.own)
            return self._readers[key]
