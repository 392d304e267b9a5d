"""20,000 calls and 20,000 REGISTERs by sipp: none may fail, memory stays flat and nothing is left over."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from tests.bench.setting import fill
from tests.support.service import Service
from tests.support.sipp import FOLDER, Phones

PEOPLE = 300
CALL_RATE, REGISTER_RATE = 100.0, 300.0
ROUNDS = 4
"""Memory is looked at after each; the first warms the caches."""

REMEMBERED = 40.0
"""Seconds until the last transaction and dialog of RFC 3261 is forgotten (64 times T1, and something)."""

GROWTH_MIB = 6.0
"""Allowed from the end of the first round to the end of the last: the allocator's own breathing."""

MOST_UNHEARD = 0.005
"""Share of the calls whose 180 may be missing: it is not sent again. On a quiet machine none is, of 5,000."""

SIP = "onepresence_desktop.pbx.telephony.sip"
COUNTED = ("call.Call", "leg.Leg", "txn.Client", "txn.Server", "media.Session", "registrar.Binding")


def main(calls: int = 20_000, registers: int = 20_000) -> dict[str, Any]:
    """All rounds; the figures."""
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
            begun = _round(process, folder, phones, PEOPLE, 400)
            rounds = [_round(process, folder, phones, registers // ROUNDS, calls // ROUNDS) for _ in range(ROUNDS)]
            trouble = [line for line in service.errors if "Traceback" in line or "ERROR" in line]
    assert not trouble, "".join(trouble)
    for kind in ("calls", "registers"):
        failed = sum(one[kind]["failed"] for one in rounds)
        assert not failed, f"{failed} {kind} failed"
    done, rang = (sum(one["calls"][name] for one in rounds) for name in ("done", "rang"))
    assert done * (1 - MOST_UNHEARD) <= rang <= done, f"{rang} of {done} callers heard it ring"
    grown = rounds[-1]["rss_mib"] - rounds[0]["rss_mib"]
    assert grown <= GROWTH_MIB, f"{grown:.1f} MiB grown: {[one['rss_mib'] for one in rounds]}"
    left = {
        kind: (before, after)
        for kind in rounds[-1]["objects"]
        if (after := rounds[-1]["objects"][kind]) > (before := begun["objects"].get(kind, 0))
    }
    assert not left, f"left over (kind: before, after): {left}"
    assert rounds[-1]["files"] <= begun["files"], f"open files: {begun['files']}, then {rounds[-1]['files']}"
    return {
        "calls": done,
        "rang": rang,
        "registers": sum(one["registers"]["done"] for one in rounds),
        "failed": 0,
        "sent_again": sum(one[kind]["sent_again"] for one in rounds for kind in ("calls", "registers")),
        "rss_mib": [begun["rss_mib"], *(one["rss_mib"] for one in rounds)],
        "files": rounds[-1]["files"],
        "threads": rounds[-1]["threads"],
        "objects": rounds[-1]["objects"],
    }


def _round(process: psutil.Process, folder: Path, phones: Phones, registers: int, calls: int) -> dict[str, Any]:
    """Registrations, then calls; then, when all has been forgotten that may be, what the service still holds."""
    phones.hush()
    registered = phones.register(registers, REGISTER_RATE)
    phones.answer()
    called = phones.call(calls, CALL_RATE)
    time.sleep(REMEMBERED)
    held = _held(process, folder / "held")
    for _ in range(3):
        if held["objects"]["txn.Client"]:  # just now the phones were asked whether they are still there
            time.sleep(10)
            held = _held(process, folder / "held")
    rss = round(process.memory_info().rss / 2**20, 1)
    print(f"  {registered['done']} REGISTERs, {called['done']} calls, {rss} MiB, {held}", flush=True)
    return {"registers": registered, "calls": called, "rss_mib": rss, **held}


def _held(process: psutil.Process, told: Path) -> dict[str, Any]:
    """What the service holds at this moment."""
    told.unlink(missing_ok=True)
    process.send_signal(signal.SIGUSR1)
    deadline = time.monotonic() + 20
    while not told.exists():
        assert time.monotonic() < deadline, "the service did not tell what it holds"
        time.sleep(0.05)
    held: dict[str, Any] = json.loads(told.read_text())
    everything = held.pop("objects")
    held["objects"] = {kind: everything.get(f"{SIP}.{kind}", 0) for kind in COUNTED}
    return held


if __name__ == "__main__":
    print(main(*(int(argument) for argument in sys.argv[1:3])))
