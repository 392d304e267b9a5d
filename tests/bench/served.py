"""A service for the benches in a process of its own: N people, test phones that change as told on standard input.

Lines in: `changes RATE SECONDS` (device states a second), `quit`. Lines out: JSON with what was done and the CPU used.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import threading
import time
from pathlib import Path

import psutil

from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.adapters import SystemClock
from onepresence_desktop.pbx.app import serve
from onepresence_desktop.pbx.config import Address, Config
from onepresence_desktop.pbx.services.passwords import Passwords
from tests.pbx.phones import TestPhones


def say(**what: object) -> None:
    print(json.dumps(what), flush=True)


async def changes(phones: TestPhones, rate: float, seconds: float) -> None:
    """Change one phone after another between idle and on a call, evenly or in bursts of a millisecond's worth."""
    devices: list[DeviceId] = list(phones.lines)
    process = psutil.Process()
    cpu, begun, made = process.cpu_times(), time.monotonic(), 0
    while (spent := time.monotonic() - begun) < seconds:
        due = int(spent * rate)
        while made < due:
            device = devices[made % len(devices)]
            busy = phones.states[device] is not DeviceState.ON_CALL
            phones.report(device, DeviceState.ON_CALL if busy else DeviceState.IDLE)
            made += 1
        await asyncio.sleep(max(0.001, (made + 1) / rate - (time.monotonic() - begun)))
    await asyncio.sleep(0.5)
    after = process.cpu_times()
    used = after.user + after.system - cpu.user - cpu.system
    say(changes=made, seconds=time.monotonic() - begun, cpu=used, rss=process.memory_info().rss)


async def main(data: Path) -> None:
    phones = TestPhones()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[str] = asyncio.Queue()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(lines.put_nowait, line)
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(lines.put_nowait, "quit")

    threading.Thread(target=read, daemon=True).start()
    ready: asyncio.Future[object] = loop.create_future()
    config = Config(data, http=Address("127.0.0.1", 0))
    passwords = Passwords(time_cost=1, memory_kib=8)
    task = asyncio.create_task(
        serve(config, on_ready=ready.set_result, stop=stop, clock=SystemClock(), telephony=phones, passwords=passwords)
    )
    await asyncio.wait([task, ready], return_when=asyncio.FIRST_COMPLETED)
    if task.done():
        await task
    say(url=ready.result().url)  # type: ignore[attr-defined]
    process = psutil.Process()
    while True:
        words = (await lines.get()).split()
        if words[0] == "changes":
            await changes(phones, float(words[1]), float(words[2]))
        elif words[0] == "cpu":
            times = process.cpu_times()
            say(cpu=times.user + times.system, rss=process.memory_info().rss)
        elif words[0] == "quit":
            break
    stop.set()
    await task


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
