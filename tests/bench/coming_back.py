"""After a restart everybody comes back at once: 1,000 clients with their tokens, a company of 1,000, phones ringing.

Those who are there already, 20 of them, note how long a colleague's state takes to reach them meanwhile.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.limits import Limit, most
from tests.bench.setting import Reader, connect, disconnect, fill, served

CLIENTS, PEOPLE, WATCHERS = 1000, 1000, 20
RATE = 20
"""Changes a second meanwhile."""
RINGING = 15
"""Seconds that phones change; what comes after them is not counted as standing still."""
SINCE = re.compile(rb'"since":"([^"]+)"')


async def run() -> dict[str, Any]:
    """Everyone connects at the same moment; the figures."""
    loop = asyncio.get_running_loop()
    arrivals: list[float] = []

    def note(reader: Reader, data: bytes) -> None:
        if reader.n >= CLIENTS - WATCHERS and reader.ready.done():
            arrivals.append(time.monotonic())

    with tempfile.TemporaryDirectory() as folder:
        await fill(Path(folder), PEOPLE)
        async with served(Path(folder)) as server:
            counts = [0] * CLIENTS
            watchers = []
            for n in range(CLIENTS - WATCHERS, CLIENTS):
                watcher = Reader(n, counts, note)
                await loop.create_connection(lambda watcher=watcher: watcher, server.host, server.port)  # type: ignore[misc]
                watchers.append(watcher)
            await asyncio.wait_for(asyncio.gather(*(one.ready for one in watchers)), 60)
            arrivals.clear()
            assert server.process.stdin is not None and server.process.stdout is not None
            before = await server.ask("cpu")
            begun = time.monotonic()
            server.process.stdin.write(f"changes {RATE} {RINGING}\n".encode())
            readers = await connect(server, CLIENTS - WATCHERS, counts)
            took = time.monotonic() - begun
            until = min(took, float(RINGING))
            seen = [at for at in arrivals if at <= begun + until]
            await server.process.stdout.readline()
            after = await server.ask("cpu")
            disconnect([*readers, *watchers])
    moments = sorted({round(at - begun, 2) for at in seen})
    gaps = [b - a for a, b in zip([0.0, *moments], [*moments, until], strict=True)]
    return {
        "clients": CLIENTS,
        "people": PEOPLE,
        "seconds": took,
        "cpu_s": after["cpu"] - before["cpu"],
        "rss_mib": after["rss"] / 2**20,
        "longest_without_presence_s": max(gaps, default=until),
    }


def limits(found: dict[str, Any]) -> list[Limit]:
    """All of them back, and how long others' states stood still meanwhile."""
    return [
        most("1,000 clients come back after a restart", found["seconds"], 15, "s"),
        most("meanwhile longest without others' presence", found["longest_without_presence_s"], 1, "s"),
    ]


def main() -> dict[str, Any]:
    """Run, print, return the figures."""
    found = asyncio.run(run())
    print(f"{CLIENTS} clients come back at once, {PEOPLE} people, {RATE} changes a second meanwhile")
    print("  seconds   CPU s   RSS MiB   longest without others' presence, s")
    print(
        f"  {found['seconds']:7.2f}   {found['cpu_s']:5.2f}   {found['rss_mib']:7.0f}"
        f"   {found['longest_without_presence_s']:10.2f}"
    )
    return found


if __name__ == "__main__":
    main()
