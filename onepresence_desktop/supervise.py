"""Keep a long-lived task alive: restart it with growing pauses, log only when it falls and when it is well again."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds before a restart: doubled from the first to the longest, so that a lasting fault doesn't spin."""

WELL_AFTER = 60.0
"""Seconds of running after which a task counts as well again and its pause starts over."""


async def supervise(
    name: str,
    work: Callable[[], Awaitable[None]],
    *,
    first_pause: float = FIRST_PAUSE,
    longest_pause: float = LONGEST_PAUSE,
) -> None:
    """Run `work` until it returns or is cancelled; an exception is logged once per kind and `work` started again."""
    pause = first_pause
    last = ""
    while True:
        begun = time.monotonic()
        try:
            await work()
            return
        except Exception as exc:  # noqa: BLE001  (whatever it is, the task must live on)
            if time.monotonic() - begun > WELL_AFTER:
                pause, last = first_pause, ""
            fault = f"{type(exc).__name__}: {exc}"
            if fault != last:
                log.exception("task %s failed; trying again", name)
                last = fault
        await asyncio.sleep(pause)
        pause = min(longest_pause, pause * 2)
