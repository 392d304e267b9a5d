"""An office for hours: calls inside and over the line, voicemail, diversions, groups, codes, phones that restart."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import psutil

from tests.soak.held import MOST_MIB, REMEMBERED, holds
from tests.soak.office_floor import MEMBERS, PEOPLE, Desk, Floor, opened
from tests.soak.office_jobs import JOBS
from tests.support.waiting import eventually

AT_ONCE = 3
"""People who begin something, each one thing after another."""

LOOKS = 8
"""How often the office stops, so that it is seen what the service holds when nothing is going on."""

WARM = 2
"""The look at which all sounds and connections have been made once."""

GROWTH_MIB = 8.0
"""Allowed from then to the last look."""

LONGEST = 240.0
"""Seconds for one job, with waits of 60 in it."""


def main(hours: float = 4.0, seed: int | None = None) -> dict[str, Any]:
    """The whole day; the figures."""
    seed = random.randrange(1 << 30) if seed is None else seed
    with tempfile.TemporaryDirectory(prefix="onepresence-soak-") as name:
        figures = asyncio.run(_day(Path(name), hours, seed))
    failed = figures["failed"]
    assert not failed, f"seed {seed}: {failed}; {figures}"
    looks = figures["looks"]
    grown = looks[-1]["rss_mib"] - looks[WARM]["rss_mib"]
    assert grown <= GROWTH_MIB, f"{grown:.1f} MiB grown: {[look['rss_mib'] for look in looks]}"
    assert max(look["rss_mib"] for look in looks) <= MOST_MIB, f"beyond {MOST_MIB:.0f} MiB"
    assert looks[-1]["files"] <= looks[WARM]["files"], f"open files: {[look['files'] for look in looks]}"
    return {"seed": seed, **figures}


async def _day(folder: Path, hours: float, seed: int) -> dict[str, Any]:
    done: Counter[str] = Counter()
    failed: dict[str, list[str]] = {}
    looks = []
    async with opened(folder, seed) as floor:
        for turn in range(LOOKS):
            until = time.monotonic() + hours * 3600 / LOOKS
            async with asyncio.TaskGroup() as workers:
                for _ in range(AT_ONCE):
                    workers.create_task(_work(floor, until, done, failed))
            looks.append(await _look(floor))
            print(f"  {turn + 1}/{LOOKS}: {dict(done)}, failed {failed}, {looks[-1]}", flush=True)
    return {"done": dict(done), "failed": failed, "looks": looks}


async def _work(floor: Floor, until: float, done: Counter[str], failed: dict[str, list[str]]) -> None:
    """One job after another."""
    while time.monotonic() < until:
        (job,) = floor.dice.choices(list(JOBS), list(JOBS.values()))
        name = job.__name__  # type: ignore[attr-defined]
        try:
            async with asyncio.timeout(LONGEST):
                await job(floor)
        except (AssertionError, TimeoutError, ValueError) as exc:
            why = str(exc).partition("\n")[0][:300]
            failed.setdefault(name, []).append(f"{time.strftime('%H:%M:%S')} {type(exc).__name__}: {why}")
            print(f"  FAILED {name}: {failed[name][-1]}", *getattr(exc, "__notes__", ()), sep="\n    ", flush=True)
            await _cleared(floor)
        done[name] += 1


async def _cleared(floor: Floor) -> None:
    """After a failure nobody is to meet what it left: phones that nobody uses are switched off and on."""
    async with floor.changed:
        desks, floor.free = floor.free, []
    await asyncio.gather(*(_set_right(desk) for desk in desks))
    async with floor.changed:
        floor.free += desks
        floor.changed.notify_all()


async def _set_right(desk: Desk) -> None:
    await desk.restart()
    if desk.person is not None:
        await desk.api("DELETE", "/v1/me/diversions")
        for message in await desk.api.messages():
            await desk.api("DELETE", f"/v1/me/messages/{message['id']}")


async def _look(floor: Floor) -> dict[str, Any]:
    """What the service holds when nobody does anything."""
    service = floor.office.service
    assert service.process is not None
    someone = floor.everybody[0].api

    async def quiet() -> bool:
        people = (await someone("GET", "/v1/snapshot"))["public"]["presence"]
        return all(device["state"] in ("idle", "offline") for one in people for device in one["devices"])

    await eventually(quiet, within=REMEMBERED, every=0.5)
    drafts = list((service.data / "recordings" / "drafts").iterdir())
    assert not drafts, f"drafts are left: {drafts}"
    process = psutil.Process(service.process.pid)
    kept: dict[str, Any] = {}

    async def forgotten() -> bool:
        """Nothing of any call, and one registration for each phone; that of one that lost its power runs out."""
        kept.update(await asyncio.to_thread(holds, process, floor.held))
        objects = kept["objects"]
        calls = ("call.Call", "leg.Leg", "media.Session", "relay.Relay")
        return not any(objects[kind] for kind in calls) and objects["registrar.Binding"] == PEOPLE + MEMBERS

    try:
        await eventually(forgotten, within=3 * REMEMBERED, every=7)
    except AssertionError:
        raise AssertionError(f"left over: {kept}") from None
    trouble = [line for line in service.errors if "Traceback" in line or "ERROR" in line]
    assert not trouble, "".join(service.errors)
    return {"rss_mib": round(process.memory_info().rss / 2**20, 1), **kept}


if __name__ == "__main__":
    print(main())
