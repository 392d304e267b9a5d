"""The main job's two waits: key pressed -> the desk phone rings, and answered -> red in a colleague's window."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

from tests.bench.limits import Limit, most
from tests.support.employee import BUSY, FREE, Employee, at_work
from tests.support.exchange import Exchange
from tests.support.phones import Phone
from tests.support.programs import terminal
from tests.support.waiting import eventually

ROUNDS = 40
CTRL, LEFT_OF_ONE = 37, 49


def limits(found: dict[str, Any]) -> list[Limit]:
    """As in the table."""
    return [
        most("Ctrl+§ pressed -> desk phone rings, p99", found["rings"]["p99_ms"], 150, "ms"),
        most("answered -> red painted, p50", found["painted"]["p50_ms"], 60, "ms"),
        most("answered -> red painted, p99", found["painted"]["p99_ms"], 150, "ms"),
    ]


def main() -> dict[str, Any]:
    """Run, print a table, return the figures in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        took = asyncio.run(_measure(Path(folder)))
    print(
        "real key events, the whole desktop, the service in its own process, baresip phones; their own time counts too"
    )
    print("                                             n   p50 ms   p99 ms   worst   limit")
    names = {
        "rings": ("Ctrl+§ pressed -> INVITE at the desk phone", "p99 150"),
        "painted": ("answered -> red pixels at a colleague", "p50 60, p99 150"),
    }
    found: dict[str, Any] = {}
    for kind, values in took.items():
        values.sort()
        p50, p99 = values[len(values) // 2], values[min(len(values) - 1, int(len(values) * 0.99))]
        found[kind] = {"n": len(values), "p50_ms": p50, "p99_ms": p99, "worst_ms": values[-1]}
        words, limit = names[kind]
        print(f"  {words:42}{len(values):4}   {p50:6.1f}   {p99:6.1f}   {values[-1]:5.1f}   {limit}")
    return found


async def _measure(folder: Path) -> dict[str, list[float]]:
    took: dict[str, list[float]] = {"rings": [], "painted": []}
    async with Exchange(folder / "exchange") as office:
        desk_phone, target = await office.phone("1002101", seconds=90), await office.phone("1002102", seconds=90)
        anders = Employee(folder / "anders", office.service.url, "1002101", cancel_seconds=0)
        birgit = Employee(folder / "birgit", office.service.url, "1002103")
        async with at_work(anders, birgit):
            await asyncio.to_thread(terminal, anders, "Tlf. 100 2102")
            keyboard = Display(anders.desk.environment["DISPLAY"])
            eye = Eye(birgit)
            for _ in range(ROUNDS):
                took["rings"].append(await _rings(keyboard, desk_phone))
                await desk_phone.accept()
                await _event(target, "CALL_INCOMING")
                await eventually(desk_phone.receives, within=8)
                took["painted"].append(await _painted(eye, target))
                await desk_phone.hang_up()
                await target.until("CALL_CLOSED")
                await asyncio.to_thread(birgit.comes, FREE, birgit.state_of(2))
                desk_phone.events.clear()
                target.events.clear()
            keyboard.close()
            eye.close()
    return took


async def _rings(keyboard: Display, phone: Phone) -> float:
    xtest.fake_input(keyboard, X.KeyPress, CTRL)
    xtest.fake_input(keyboard, X.KeyPress, LEFT_OF_ONE)
    keyboard.sync()
    begun = time.monotonic()
    await _event(phone, "CALL_INCOMING")
    took = (time.monotonic() - begun) * 1000
    xtest.fake_input(keyboard, X.KeyRelease, LEFT_OF_ONE)
    xtest.fake_input(keyboard, X.KeyRelease, CTRL)
    keyboard.sync()
    return took


async def _painted(eye: Eye, phone: Phone) -> float:
    begun = time.monotonic()
    lifting = asyncio.create_task(phone.accept())
    while not eye.sees(BUSY):
        assert time.monotonic() - begun < 5, "no red"
        await asyncio.sleep(0.001)
    took = (time.monotonic() - begun) * 1000
    await lifting
    return took


async def _event(phone: Phone, kind: str) -> None:
    await eventually(lambda: phone.seen(kind), within=8, every=0.001)


class Eye:
    """Looks at where the called colleague's state is drawn, as the X server has it."""

    def __init__(self, person: Employee) -> None:
        self._display = Display(person.desk.environment["DISPLAY"])
        self._root = self._display.screen().root
        left, top, right, bottom = person.state_of(2)
        self._place = (left + 20, top + 16, right - left - 60, bottom - top - 32)

    def sees(self, color: tuple[int, int, int]) -> bool:
        """Whether the colour is there."""
        left, top, width, height = self._place
        image = self._root.get_image(left, top, width, height, X.ZPixmap, 0xFFFFFFFF)
        pixels = np.frombuffer(image.data, np.uint8).reshape(height, width, 4)[:, :, 2::-1].astype(int)
        return bool(((np.abs(pixels - np.array(color)).max(axis=2)) < 24).sum() > 30)

    def close(self) -> None:
        """Let the display go."""
        self._display.close()
