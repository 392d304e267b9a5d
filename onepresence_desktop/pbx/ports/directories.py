"""What the services need of a company's directories: somebody who reads them, and a place where they are kept."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from onepresence_desktop.domain.connections import Connection
from onepresence_desktop.domain.directory import DirectoryPerson, DirectorySource
from onepresence_desktop.domain.people import CustomerId


@dataclass(frozen=True, slots=True)
class DirectoryAccess:
    """A directory with the password that opens it; the password is never shown.

    own: the service's own settings name it, so that its server may be anywhere; a company's may not be everywhere.
    """

    source: DirectorySource
    password: str = field(default="", repr=False)
    own: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """Some people of a directory, as their server has them.

    same: nothing changed since `mark` was told, and nobody is named. mark: what tells this reading from a later one,
    "" where the server has no such thing. cut: the server gave no more than this, although there are more people.
    unread: keys of those who are there and can't be read; of several at one place the part before the last slash.
    """

    people: Sequence[DirectoryPerson] = ()
    same: bool = False
    mark: str = ""
    cut: bool = False
    unread: Sequence[str] = ()


class Directory(Protocol):
    """Reads directories of all kinds. Raises `ConnectionFailed` with its reason, and nothing else."""

    def access(self, connection: Connection) -> DirectoryAccess:
        """To a directory that a company has set up. Raises `Invalid`."""
        ...

    def read(self, access: DirectoryAccess, mark: str) -> AsyncGenerator[Page, None]:
        """Everybody, a page at a time, so that no more is held than that; somebody may come twice."""
        ...

    async def search(self, access: DirectoryAccess, words: Sequence[str], most: int) -> Sequence[DirectoryPerson]:
        """Those in whose name each word stands, `most` of them, asked of the server itself."""
        ...


class Directories(Protocol):
    """People of directories, in the store."""

    async def all(self, customer_id: CustomerId) -> dict[str, list[DirectoryPerson]]:
        """By the name of their directory."""
        ...

    async def put(self, customer_id: CustomerId, directory: str, people: Iterable[DirectoryPerson]) -> None: ...
    async def remove(self, customer_id: CustomerId, directory: str, keys: Iterable[str]) -> None: ...
    async def keep_only(self, customer_id: CustomerId, directories: Iterable[str]) -> None:
        """Drop the people of all other directories."""
        ...
