"""Everything late on purpose, which finds tests that count on an order nobody promised: `ONEPRESENCE_LATE=7 pytest …`.

The number is a seed. Then each event of a phone is handed to the test up to 1.5 s late, each answer and event of the
service up to 1 s, and the service itself is slow to write down; of one phone or stream the order stays.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
from collections.abc import Callable
from typing import Any

SEED = os.environ.get("ONEPRESENCE_LATE", "")
EVENT, ANSWER, COMMIT = 1.5, 1.0, 0.5
"""Seconds at most."""


def pauses(name: str, most: float) -> Callable[[], float]:
    """Tells how many seconds the next thing is late: always 0 without a seed, with one always the same for a name."""
    if not SEED:
        return lambda: 0.0
    chance = random.Random(f"{SEED} {name}")
    return lambda: chance.uniform(0, most)


def in_order(name: str, take: Callable[[Any], None]) -> Callable[[Any], None]:
    """Hands events to `take`: at once without a seed, with one later, yet in their order. Needs a running loop."""
    if not SEED:
        return take
    pause, due = pauses(name, EVENT), 0.0

    def come(event: Any) -> None:
        nonlocal due
        loop = asyncio.get_running_loop()
        due = max(due + 1e-6, loop.time() + pause())
        loop.call_at(due, take, event)

    return come


def service() -> str:
    """The module that is the telephone system's command line."""
    return "tests.support.late" if SEED else "onepresence_desktop.pbx"


def main() -> int:
    """The telephone system, which takes its time before each commit."""
    from onepresence_desktop.pbx.__main__ import main as run
    from onepresence_desktop.pbx.store.sqlite_driver import Connection

    pause, at_once = pauses("commit", COMMIT), Connection.commit

    async def commit(connection: Connection) -> None:
        await asyncio.sleep(pause())
        await at_once(connection)

    Connection.commit = commit  # type: ignore[method-assign]
    return run()


if __name__ == "__main__":
    sys.exit(main())
