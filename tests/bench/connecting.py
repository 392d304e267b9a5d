"""300 clients come with a token at once (a service restart, a morning) and get everybody's presence."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.limits import Limit, most
from tests.bench.setting import connect, disconnect, fill, served

CLIENTS, PEOPLE = 300, 300


async def run() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        await fill(Path(folder), PEOPLE)
        rounds = []
        for _ in range(3):
            async with served(Path(folder)) as server:
                before = await server.ask("cpu")
                begun = time.monotonic()
                readers = await connect(server, CLIENTS, [0] * CLIENTS)
                took = time.monotonic() - begun
                after = await server.ask("cpu")
                rounds.append(
                    {
                        "cpu_s": after["cpu"] - before["cpu"],
                        "seconds": took,
                        "rss_mib": after["rss"] / 2**20,
                        "snapshot_kib": sum(reader.got for reader in readers) / CLIENTS / 1024,
                    }
                )
                disconnect(readers)
        return {"clients": CLIENTS, "people": PEOPLE, "rounds": rounds}


def limits(found: dict[str, Any]) -> list[Limit]:
    """Of the rounds' median."""
    rounds = found["rounds"]
    return [
        most("300 clients connect, CPU", sorted(r["cpu_s"] for r in rounds)[len(rounds) // 2], 1.5, "s"),
        most("300 clients connect, memory", max(r["rss_mib"] for r in rounds), 150, "MiB"),
    ]


def main() -> dict[str, Any]:
    """Run, print a table, return the figures."""
    found = asyncio.run(run())
    print(f"{CLIENTS} clients connecting with a token, {PEOPLE} people, fresh service, nothing cached")
    print("  CPU s   wall s   RSS MiB   snapshot KiB")
    for line in found["rounds"]:
        print(
            f"  {line['cpu_s']:5.2f}   {line['seconds']:6.2f}   {line['rss_mib']:7.0f}   {line['snapshot_kib']:12.0f}"
        )
    return found


if __name__ == "__main__":
    main()
