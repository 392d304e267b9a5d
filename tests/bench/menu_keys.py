"""A caller in a spoken menu presses a key: how long until the next words begin, over real sockets.

A mailbox's caller presses a key that it doesn't know, again and again: each is answered by words of their own and the
choices. Measured from the key's packet to the first packet of the new sound (its marker, RFC 3551 section 4.1).
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.limits import Limit, most
from tests.support.phones import free_host
from tests.support.service import Service
from tests.support.talker import Talker
from tests.support.waiting import eventually

KEYS, PAUSE = 40, 0.6
UNKNOWN_KEY = 5


def limits(found: dict[str, Any]) -> list[Limit]:
    """Of all keys, the first included, whose words may have to be made."""
    return [most("key in a menu → first sound of the next words, p95", found["p95_ms"], 150, "ms")]


def main() -> dict[str, Any]:
    """Run, print, return the figures."""
    with tempfile.TemporaryDirectory() as folder:
        took = asyncio.run(_measure(Path(folder)))
    first, took = took[0] * 1000, sorted(seconds * 1000 for seconds in took)
    found = {
        "first_ms": first,
        "p50_ms": took[len(took) // 2],
        "p95_ms": took[len(took) * 95 // 100],
        "worst_ms": took[-1],
    }
    print(f"{KEYS} keys in a mailbox's menu, from the key to the first sound of the answer")
    print("  " + "   ".join(f"{name[:-3]} {value:.1f} ms" for name, value in found.items()) + "   limit p95 150 ms")
    return found


async def _measure(folder: Path) -> list[float]:
    service = Service(folder / "pbx", sip=f"{free_host()}:5060")

    def begin() -> dict[str, Any]:
        service.company(2)
        service.start()
        return dict(service.cli("device", "add", "1002101", "desk"))

    try:
        device = await asyncio.to_thread(begin)
        host = service.sip.removeprefix("sip:").rpartition(":")[0]
        caller = Talker(free_host(), host, device["sip_user"], device["sip_password"], [(0, 0)])
        await caller.start()
        try:
            caller.dial("2102")
            await asyncio.wait_for(caller.talking.wait(), 60)
            await eventually(lambda: len(caller.heard) > 20)
            return [await _press(caller, number) for number in range(KEYS)]
        finally:
            caller.hang_up()
            await asyncio.wait_for(caller.over.wait(), 60)
            caller.stop()
    finally:
        await asyncio.to_thread(service.stop)


async def _press(caller: Talker, number: int) -> float:
    """Seconds until new sound begins."""
    await asyncio.sleep(PAUSE)
    known, stamp = len(caller.heard), 160 * (1 + number * 50)
    begun = time.perf_counter()
    for place, end in enumerate((False, True, True, True)):
        caller.press(number * 4 + place, stamp, UNKNOWN_KEY, end=end)
    while not any(packet.marker for packet, _ in caller.heard[known:]):
        await asyncio.sleep(0.001)
        assert time.perf_counter() < begun + 60, "the menu says nothing"
    return time.perf_counter() - begun
