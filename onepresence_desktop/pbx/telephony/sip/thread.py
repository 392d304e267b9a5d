"""The engine's thread, with a selector loop of its own."""

from __future__ import annotations

import asyncio
import concurrent.futures
import sys
from collections.abc import Awaitable
from typing import Any

THREAD = "sip"
"""The name of the engine's thread."""

TURN = 0.0005
"""Seconds a busy thread keeps the interpreter: with the usual 5 ms, sound waits 50 turns while a greeting is made."""


def live(running: concurrent.futures.Future[asyncio.AbstractEventLoop]) -> None:
    """The engine's thread."""
    sys.setswitchinterval(TURN)
    loop = asyncio.SelectorEventLoop()
    asyncio.set_event_loop(loop)
    loop.call_soon(running.set_result, loop)
    try:
        loop.run_forever()
    finally:
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(_drained(loop))
        loop.close()


async def _drained(loop: asyncio.AbstractEventLoop) -> None:
    tasks: list[Awaitable[Any]] = [t for t in asyncio.all_tasks(loop) if t is not asyncio.current_task()]
    await asyncio.gather(*tasks, return_exceptions=True)
