"""5,000 people imported while an administrator looks on, and a receptionist's hand-on: what it costs the service."""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import CallState
from onepresence_desktop.wire import commands as wire
from tests.bench.limits import Limit, most
from tests.pbx.office import As, follow, running
from tests.pbx.services.test_reception import ANDERS, BERIT, front

PEOPLE, CALLS = 5_000, 60
QUIET = 5.0
"""Seconds without an event, after which all has been told."""


def limits(found: dict[str, Any]) -> list[Limit]:
    """CPU of service and client together: they are one process here."""
    return [
        most(f"{PEOPLE:,} people imported, CPU", found["import_s"], 20, "s"),
        most("the same, snapshots to each client", found["snapshots"], 2, ""),
        most("a call handed on, CPU from the request to the driver, p50", found["hand_on_ms"], 50, "ms"),
    ]


def main() -> dict[str, Any]:
    """Run, print, return the figures."""
    found = asyncio.run(_measure())
    print(f"  {PEOPLE:,} people imported in {found['import_s']:.1f} s of CPU ({found['wall_s']:.1f} s by the clock)")
    print(f"  {found['snapshots']} snapshot, {found['events']} other events; handed on: {found['hand_on_ms']:.1f} ms")
    return found


async def _measure() -> dict[str, Any]:
    lines = [f"100{1000 + n:04},Person {n},p{n}@example.com,Part {n % 20}\n" for n in range(PEOPLE)]
    with tempfile.TemporaryDirectory() as folder:
        async with running(Path(folder) / "many") as office:
            await office.company()
            await office.person("1000001", "Anna", role="administrator")
            anna = await office.caller("1000001")
            async with follow_quietly(anna) as told:
                begun, worked = time.monotonic(), time.process_time()
                await office.command(wire.ImportPeople(text="local_number,name,email,department\n" + "".join(lines)))
                wall, spent = time.monotonic() - begun, time.process_time() - worked
                names = await told()
        async with running(Path(folder) / "front") as office:
            here = await front(office)
            berit = await office.caller(BERIT)
            handed = []
            for n in range(CALLS):
                here.comes(f"k{n}")
                here.comes(f"k{n}", CallState.CONNECTED, here.at(BERIT))
                worked = time.process_time()
                await berit.post(f"/v1/reception/calls/k{n}/hand-on", {"to": ANDERS})
                handed.append((time.process_time() - worked) * 1000)
    return {
        "import_s": spent,
        "wall_s": wall,
        "snapshots": names.pop("snapshot", 0),
        "events": sum(names.values()),
        "hand_on_ms": sorted(handed)[CALLS // 2],
    }


@contextlib.asynccontextmanager
async def follow_quietly(caller: As) -> AsyncIterator[Callable[[], Awaitable[Counter[str]]]]:
    """The caller's stream after its first snapshot; call what is handed out for the names of all that came."""
    async with follow(caller) as events:
        await events.next("snapshot")

        async def told() -> Counter[str]:
            names: Counter[str] = Counter()
            with contextlib.suppress(TimeoutError):
                while True:
                    names[(await events.next(within=QUIET))[0]] += 1
            return names

        yield told


if __name__ == "__main__":
    main()
