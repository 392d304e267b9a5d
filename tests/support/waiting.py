"""Waiting for a condition with a bound, instead of sleeping for luck."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

T = TypeVar("T")

# Seconds. Bounds tell a fault from a wait, so they lie far beyond what a loaded machine needs: for what must come, and
# for a program that starts.
PATIENCE = 120.0
STARTING = 240.0


async def eventually(condition: Callable[[], T | Awaitable[T]], *, within: float = PATIENCE, every: float = 0.01) -> T:
    """The first true answer of `condition`; fails after `within` seconds, telling the last one."""
    begun = time.monotonic()
    while True:
        asked = time.monotonic()
        answer = condition()
        value = await answer if isinstance(answer, Awaitable) else answer
        if value:
            return value
        told = time.monotonic()
        assert told < begun + within, f"not within {within} s; last answer: {value!r}"
        await asyncio.sleep(_pause(every, told - begun, told - asked))


def soon(condition: Callable[[], T], *, within: float = PATIENCE, every: float = 0.01) -> T:
    """As `eventually`, for tests without a loop."""
    begun = time.monotonic()
    while True:
        asked = time.monotonic()
        value = condition()
        if value:
            return value
        told = time.monotonic()
        assert told < begun + within, f"not within {within} s; last answer: {value!r}"
        time.sleep(_pause(every, told - begun, told - asked))


def _pause(every: float, waited: float, took: float) -> float:
    """Seconds till the next question, `every` at first: what takes long to answer, and what is long in coming, is asked
    for less often, at most ten times less, so that waiting leaves the machine to what is waited for."""
    return min(10 * every, max(every, waited / 20, 2 * took))


@asynccontextmanager
async def held_up() -> AsyncIterator[list[float]]:
    """The seconds that this loop is kept waiting meanwhile, by whatever else the machine does."""
    lost: list[float] = []

    async def watch() -> None:
        while True:
            before = asyncio.get_running_loop().time()
            await asyncio.sleep(0.01)
            lost.append(asyncio.get_running_loop().time() - before - 0.01)

    watching = asyncio.create_task(watch())
    try:
        yield lost
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
