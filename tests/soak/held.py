"""What a service under load still holds when all has been forgotten that may be: memory, objects, files."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil

REMEMBERED = 40.0
"""Seconds until the last transaction and dialog of RFC 3261 is forgotten (64 times T1, and something)."""

GROWTH_MIB = 6.0
"""Allowed from the end of the first round to the end of the last: the allocator's own breathing."""

MOST_MIB = 130.0
"""Of the whole service at any time."""

MOST_SHED = 0.05
"""Share of the calls that the service may shed: each is tried again, so more would be a service that can't keep up."""

SIP = "onepresence_desktop.pbx.telephony.sip"
COUNTED = ("call.Call", "leg.Leg", "txn.Client", "txn.Server", "media.Session", "relay.Relay", "registrar.Binding")


def holds(process: psutil.Process, told: Path) -> dict[str, Any]:
    """What a service that runs under `tests/support/sipp/inspected.py` holds at this moment; it writes it to `told`."""
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


def nothing_left(begun: dict[str, Any], rounds: Sequence[dict[str, Any]]) -> None:
    """Memory stayed flat and within its bound, and what was made for calls is gone. Raises AssertionError.

    begun, rounds: what `holds` told before the first round and after each, with `rss_mib`.
    """
    memory = [one["rss_mib"] for one in rounds]
    grown = memory[-1] - memory[0]
    assert grown <= GROWTH_MIB, f"{grown:.1f} MiB grown: {memory}"
    assert max(memory) <= MOST_MIB, f"beyond {MOST_MIB:.0f} MiB: {memory}"
    before, after = begun["objects"], rounds[-1]["objects"]
    left = {kind: (before.get(kind, 0), count) for kind, count in after.items() if count > before.get(kind, 0)}
    assert not left, f"left over (kind: before, after): {left}"
    assert rounds[-1]["files"] <= begun["files"], f"open files: {begun['files']}, then {rounds[-1]['files']}"


def few_shed(shed: int, calls: int) -> None:
    """Of all calls the service refused few because it had too much to do (503). Raises AssertionError."""
    assert shed <= calls * MOST_SHED, f"{shed} of {calls} calls were shed"
