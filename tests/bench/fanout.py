"""Presence fan-out: the service's CPU for each change delivered to each client, from driver event to socket."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.limits import Limit, most
from tests.bench.setting import Reader, connect, disconnect, fill, served

PEOPLE, CLIENTS = 1000, 1000


async def measure(rate: float, seconds: float, server: Any, delays: list[float] | None = None) -> dict[str, float]:
    """Change phones at a rate and count what arrives."""
    counts = [0] * CLIENTS
    readers = await connect(server, CLIENTS, counts)
    await asyncio.sleep(1)
    before = sum(counts)
    done = await server.ask(f"changes {rate} {seconds}")
    await asyncio.sleep(1)
    arrived = sum(counts) - before
    disconnect(readers)
    await asyncio.sleep(0.5)
    wanted = done["changes"] * CLIENTS
    return {
        "rate": rate,
        "changes": done["changes"],
        "arrived_share": arrived / wanted,
        "cpu_s": done["cpu"],
        "us_per_change_and_client": done["cpu"] / wanted * 1e6,
        "rss_mib": done["rss"] / 2**20,
    }


async def latency(server: Any, rate: float, seconds: float) -> dict[str, float]:
    """How long after the first client each client has a change; the first client's own wait is a loop turn."""
    first: dict[bytes, float] = {}
    delays: list[float] = []

    def seen(_: Reader, data: bytes) -> None:
        now = time.monotonic()
        for line in data.split(b"\n"):
            if line.startswith(b"id: "):
                delays.append(now - first.setdefault(line, now))

    counts = [0] * CLIENTS
    readers = await connect(server, CLIENTS, counts)
    for reader in readers:
        reader.on_data = seen
    await server.ask(f"changes {rate} {seconds}")
    await asyncio.sleep(1)
    disconnect(readers)
    delays.sort()
    return {
        "deliveries": len(delays),
        "p50_ms": statistics.median(delays) * 1e3,
        "p99_ms": delays[int(len(delays) * 0.99)] * 1e3,
    }


async def run() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        await fill(Path(folder), PEOPLE)
        async with served(Path(folder)) as server:
            trickle = [await measure(rate, 8, server) for rate in (5, 20)]
            burst = [await measure(rate, 5, server) for rate in (500, 2000)]
            return {"trickle": trickle, "burst": burst, "latency_20_per_s": await latency(server, 20, 8)}


def limits(found: dict[str, Any]) -> list[Limit]:
    """The worst of each kind."""
    each = "us_per_change_and_client"
    return [
        most("fan-out, trickle, CPU per delivered change", max(line[each] for line in found["trickle"]), 25, "µs"),
        most("fan-out, burst, CPU per change", max(line[each] for line in found["burst"]), 5, "µs"),
        most("delivery to 1,000 clients, p99", found["latency_20_per_s"]["p99_ms"], 50, "ms"),
    ]


def main() -> dict[str, Any]:
    """Run, print a table, return the figures."""
    found = asyncio.run(run())
    print(f"fan-out to {CLIENTS} clients, {PEOPLE} people; CPU of the whole service process")
    print("  changes/s   µs per change and client   arrived   RSS MiB")
    for line in (*found["trickle"], *found["burst"]):
        print(
            f"  {line['rate']:9.0f}   {line['us_per_change_and_client']:24.2f}   "
            f"{line['arrived_share']:7.1%}   {line['rss_mib']:7.0f}"
        )
    print(f"  spread of a delivery over the clients at 20/s: {found['latency_20_per_s']}")
    return found


if __name__ == "__main__":
    main()
