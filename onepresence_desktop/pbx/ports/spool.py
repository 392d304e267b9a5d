"""What the store can't take now: kept on the server's own disk until it can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Spooled:
    """A thing that waits. kind: a word that says who takes it up again. content: as its kind has it, JSON."""

    kind: str
    id: str
    content: bytes


class Spool(Protocol):
    """Small things in files, on disk when the call returns. Raises `StoreFull` when there is no room at all."""

    async def put(self, spooled: Spooled) -> None:
        """Keep it, also over a crash; the same kind and id replaces."""
        ...

    async def waiting(self, kind: str) -> Sequence[Spooled]:
        """All of a kind, oldest first."""
        ...

    async def drop(self, kind: str, spooled_id: str) -> None:
        """It has been taken up."""
        ...

    async def set_aside(self, spooled: Spooled, why: str) -> None:
        """It can't be taken up as it is: keep it for people to look at, out of everybody's way."""
        ...

    async def counts(self) -> tuple[int, int]:
        """How many wait, and how many are set aside."""
        ...
