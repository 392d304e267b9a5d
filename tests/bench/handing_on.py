"""The reception's other wait: a colleague's name is typed, Enter pressed -> their phone is sent the INVITE."""

from __future__ import annotations

import asyncio
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

from tests.bench.limits import Limit, most
from tests.support.employee import PROGRAM, Employee, at_work
from tests.support.exchange import Exchange, Person
from tests.support.phones import Phone
from tests.support.waiting import eventually

ROUNDS = 30
SETTLED = 0.5
"""Seconds between the last letter and Enter, and between two callers: nobody is quicker."""


def limits(found: dict[str, Any]) -> list[Limit]:
    """Of the whole way: window, request, service, wire; the phone's own time counts too."""
    return [most("Enter in the reception -> INVITE at the colleague's phone, p95", found["p95_ms"], 50, "ms")]


def main() -> dict[str, Any]:
    """Run, print, return the figures in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        took = sorted(asyncio.run(_measure(Path(folder))))
    found = {
        "n": len(took),
        "p50_ms": took[len(took) // 2],
        "p95_ms": took[len(took) * 95 // 100],
        "worst_ms": took[-1],
    }
    print("a caller handed on by typing: real key events, the whole desktop, the service by itself, baresip phones")
    print("  " + "   ".join(f"{name} {value:.1f}" for name, value in found.items()) + "   limit p95 50 ms")
    return found


async def _measure(folder: Path) -> list[float]:
    async with Exchange(folder / "exchange") as office:
        caller, target, desk = [await office.phone(number, seconds=90) for number in office.numbers]
        admin, birgit = await office.client(office.numbers[0]), await office.client(office.numbers[2])
        me = (await birgit("GET", "/v1/me"))["id"]
        await admin("PATCH", f"/v1/people/{me}", {"role": "receptionist"})
        console = Employee(folder / "birgit", office.service.url, office.numbers[2])
        async with at_work(console):
            await asyncio.to_thread(_to_the_reception, console)
            keyboard = Display(console.desk.environment["DISPLAY"])
            took = []
            for _ in range(ROUNDS):
                await _taken(birgit, caller, desk)
                await asyncio.to_thread(console.look_up, "mette")
                await asyncio.sleep(SETTLED)
                took.append(await _handed_on(keyboard, target))
                await caller.hang_up()
                await target.until("CALL_CLOSED")
                await desk.until("CALL_CLOSED")
                await asyncio.sleep(SETTLED)
                for phone in (caller, target, desk):
                    phone.events.clear()
            keyboard.close()
    return took


def _to_the_reception(console: Employee) -> None:
    """By the program's own command, as a key of the window manager would."""
    command = [PROGRAM, "do", "go.reception"]
    subprocess.run(command, env=console.desk.environment, check=True, timeout=60, capture_output=True)
    time.sleep(SETTLED)


async def _taken(birgit: Person, caller: Phone, desk: Phone) -> None:
    await caller.dial("2100")
    await desk.until("CALL_INCOMING")
    await desk.accept()
    await caller.until("CALL_ESTABLISHED")

    async def taken() -> bool:
        return any(call["state"] == "taken" for call in (await birgit("GET", "/v1/reception"))["calls"])

    await eventually(taken, every=0.1)


async def _handed_on(keyboard: Display, phone: Phone) -> float:
    key = keyboard.keysym_to_keycode(XK.XK_Return)
    xtest.fake_input(keyboard, X.KeyPress, key)
    keyboard.sync()
    begun = time.monotonic()
    await eventually(lambda: phone.seen("CALL_INCOMING"), within=8, every=0.001)
    took = (time.monotonic() - begun) * 1000
    xtest.fake_input(keyboard, X.KeyRelease, key)
    keyboard.sync()
    return took
