"""The service idle, with the embedded telephony and a company of 50: memory and CPU when nothing happens."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from tests.bench.limits import Limit, most
from tests.bench.setting import fill
from tests.support.service import Service

PEOPLE, SECONDS = 50, 30


def limits(found: dict[str, Any]) -> list[Limit]:
    """Memory and CPU."""
    return [
        most("service idle, 50 people, PSS", found["pss_mib"], 90, "MiB"),
        most("service idle, 50 people, CPU", found["cpu_percent"], 0.1, "%"),
    ]


def main() -> dict[str, Any]:
    """Run, print a table, return the figures."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(fill(Path(folder), PEOPLE))
        with Service(Path(folder)) as service:
            assert service.process is not None
            process = psutil.Process(service.process.pid)
            time.sleep(5)
            before, begun = process.cpu_times(), time.monotonic()
            time.sleep(SECONDS)
            after = process.cpu_times()
            spent = after.user + after.system - before.user - before.system
            memory = process.memory_full_info()
            found = {
                "people": PEOPLE,
                "pss_mib": memory.pss / 2**20,
                "rss_mib": memory.rss / 2**20,
                "cpu_percent": spent / (time.monotonic() - begun) * 100,
            }
    print(f"service idle, embedded SIP engine, {PEOPLE} people, {SECONDS} s")
    print("  PSS MiB   RSS MiB   CPU %")
    print(f"  {found['pss_mib']:7.1f}   {found['rss_mib']:7.1f}   {found['cpu_percent']:5.2f}")
    return found


if __name__ == "__main__":
    main()
