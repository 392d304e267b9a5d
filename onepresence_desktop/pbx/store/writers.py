"""Who may write when, within this process: taken before a connection is, so that nobody waits who holds one.

Writers of one company follow one another, those of different companies go side by side. A writer who names no company
(a failed sign-in, a new company) is alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager


class Writers:
    """Locks by company name, and one over them all. Not re-entrant: a unit begun within a unit would wait for ever."""

    def __init__(self) -> None:
        self._gate = asyncio.Lock()
        self._inside = 0
        self._nobody = asyncio.Event()
        self._nobody.set()
        self._companies: dict[str, asyncio.Lock] = {}

    @asynccontextmanager
    async def turn(self, companies: Iterable[str]) -> AsyncIterator[None]:
        """Wait for one's turn and have it until the block ends; with no companies, alone."""
        names = sorted(set(companies))
        if not names:
            async with self._gate:
                await self._nobody.wait()
                yield
            return
        async with self._gate:
            self._inside += 1
            self._nobody.clear()
        try:
            async with AsyncExitStack() as held:
                for name in names:  # always in the same order, so that two of them never wait for each other
                    await held.enter_async_context(self._companies.setdefault(name, asyncio.Lock()))
                yield
        finally:
            self._inside -= 1
            if not self._inside:
                self._nobody.set()
