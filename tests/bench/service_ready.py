"""The service: from its command to the line that says it is ready, on a store that is there, on none, as the demo."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from tests.bench.limits import Limit, most
from tests.bench.setting import fill
from tests.support.service import Service

STARTS, PEOPLE = 7, 50
WITHIN = {"existing": 1.0, "new": 1.3, "demo": 1.5}
"""Seconds, by what the service finds."""


def limits(found: dict[str, Any]) -> list[Limit]:
    """Medians of the starts."""
    return [
        most(f"service: start -> ready, {which} store", statistics.median(found[which]["seconds"]), within, "s")
        for which, within in WITHIN.items()
    ]


def main() -> dict[str, Any]:
    """Run, print a table, return the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        asyncio.run(fill(folder / "existing", PEOPLE))
        _start(folder / "first", "sip")  # leaves compiled modules behind
        found = {
            "existing": _starts([folder / "existing"] * STARTS, "sip"),
            "new": _starts([folder / f"new-{n}" for n in range(STARTS)], "sip"),
            "demo": _starts([folder / f"demo-{n}" for n in range(STARTS)], "demo"),
        }
    print(f"the service ready: {PEOPLE} people in the store that is there; files of the disk's cache")
    print("              n   median s   worst s   CPU s   limit")
    for which, one in found.items():
        middle, worst, cpu = statistics.median(one["seconds"]), max(one["seconds"]), statistics.median(one["cpu_s"])
        print(f"  {which:10}{STARTS:3}   {middle:8.2f}   {worst:7.2f}   {cpu:5.2f}   {WITHIN[which]:5.1f}")
    return found


def _starts(folders: list[Path], driver: str) -> dict[str, list[float]]:
    each = [_start(data, driver) for data in folders]
    return {"seconds": [seconds for seconds, _ in each], "cpu_s": [cpu for _, cpu in each]}


def _start(data: Path, driver: str) -> tuple[float, float]:
    """Seconds until it is ready, and of its CPU until then."""
    begun = time.perf_counter()
    with Service(data, driver=driver) as service:
        seconds = time.perf_counter() - begun
        assert service.process is not None
        spent = psutil.Process(service.process.pid).cpu_times()
    return seconds, spent.user + spent.system
