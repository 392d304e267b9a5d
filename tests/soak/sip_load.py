"""20,000 calls and 20,000 REGISTERs by sipp: none may fail, memory stays flat and nothing is left over.

A machine that is busy otherwise makes the service shed load (503): such a call is tried again, and counted; few may be.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from tests.bench.setting import fill
from tests.soak.held import REMEMBERED, few_shed, holds, nothing_left
from tests.support.service import Service
from tests.support.sipp import FOLDER, Phones

PEOPLE = 300
CALL_RATE, REGISTER_RATE = 100.0, 300.0
ROUNDS = 4
"""Memory is looked at after each; the first warms the caches."""

MOST_UNHEARD = 0.005
"""Share of the calls whose 180 may be missing: it is not sent again. On a quiet machine none is, of 5,000."""


def main(calls: int = 20_000, registers: int = 20_000, rate: float = CALL_RATE) -> dict[str, Any]:
    """All rounds; the figures. rate: calls a second."""
    with tempfile.TemporaryDirectory(prefix="onepresence-soak-") as name:
        folder = Path(name)
        asyncio.run(fill(folder / "data", PEOPLE))
        under = (sys.executable, str(FOLDER / "inspected.py"), str(folder / "held"))
        with (
            Service(folder / "data", under=under) as service,
            Phones(folder, service.sip.removeprefix("sip:"), PEOPLE) as phones,
        ):
            assert service.process is not None
            process = psutil.Process(service.process.pid)
            begun = _round(process, folder, phones, PEOPLE, 400, rate)
            size = registers // ROUNDS, calls // ROUNDS
            rounds = [_round(process, folder, phones, *size, rate) for _ in range(ROUNDS)]
            trouble = [line for line in service.errors if "Traceback" in line or "ERROR" in line]
    assert not trouble, "".join(trouble)
    for kind in ("calls", "registers"):
        failed = sum(one[kind]["failed"] for one in rounds)
        assert not failed, f"{failed} {kind} failed"
    shed = sum(one["calls"]["shed"] for one in rounds)
    few_shed(shed, calls)
    done, rang = (sum(one["calls"][name] for one in rounds) for name in ("done", "rang"))
    assert done * (1 - MOST_UNHEARD) <= rang <= done, f"{rang} of {done} callers heard it ring"
    nothing_left(begun, rounds)
    return {
        "calls": done,
        "rang": rang,
        "registers": sum(one["registers"]["done"] for one in rounds),
        "failed": 0,
        "shed": shed,
        "sent_again": sum(one[kind]["sent_again"] for one in rounds for kind in ("calls", "registers")),
        "rss_mib": [begun["rss_mib"], *(one["rss_mib"] for one in rounds)],
        "files": rounds[-1]["files"],
        "threads": rounds[-1]["threads"],
        "objects": rounds[-1]["objects"],
    }


def _round(
    process: psutil.Process, folder: Path, phones: Phones, registers: int, calls: int, rate: float
) -> dict[str, Any]:
    """Registrations, then calls; then, when all has been forgotten that may be, what the service still holds."""
    phones.hush()
    registered = phones.register(registers, REGISTER_RATE)
    phones.answer()
    called = phones.call(calls, rate, again=True)
    time.sleep(REMEMBERED)
    held = holds(process, folder / "held")
    for _ in range(3):
        if held["objects"]["txn.Client"]:  # just now the phones were asked whether they are still there
            time.sleep(10)
            held = holds(process, folder / "held")
    rss = round(process.memory_info().rss / 2**20, 1)
    print(f"  {registered['done']} REGISTERs, {called['done']} calls, {rss} MiB, {held}", flush=True)
    return {"registers": registered, "calls": called, "rss_mib": rss, **held}


if __name__ == "__main__":
    print(main(*(int(argument) for argument in sys.argv[1:3])))
