"""Real phones: from the hand on the phone to the event at a colleague, and from a command to the ringing desk phone."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from tests.bench.limits import Limit, most
from tests.support.exchange import Exchange, Stream
from tests.support.phones import Phone
from tests.support.waiting import eventually

ROUNDS = 50
WITHIN = 5.0


def limits(found: dict[str, Any]) -> list[Limit]:
    """As in the table."""
    return [
        most("lifted -> busy at a colleague, p50", found["lifted"]["p50_ms"], 60, "ms"),
        most("lifted -> busy at a colleague, p99", found["lifted"]["p99_ms"], 150, "ms"),
        most("hung up -> free at a colleague, p99", found["hung_up"]["p99_ms"], 150, "ms"),
        most("POST /v1/calls -> desk phone rings, p99", found["commanded"]["p99_ms"], 150, "ms"),
    ]


def main() -> dict[str, Any]:
    """Run, print a table, return the figures in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        took = asyncio.run(_measure(Path(folder)))
    print(
        "two baresip phones, a third person's event stream, the first person's command; the phone's own time counts too"
    )
    print("                                            n   p50 ms   p99 ms   worst   limit")
    found: dict[str, Any] = {}
    limits = {"lifted": "p50 60, p99 150", "hung_up": "p50 60, p99 150", "commanded": "p99 150"}
    names = {
        "lifted": "lifted -> busy at a colleague",
        "hung_up": "hung up -> free at a colleague",
        "commanded": "POST /v1/calls -> desk phone rings",
    }
    for kind, values in took.items():
        values.sort()
        p50, p99 = _part(values, 0.5), _part(values, 0.99)
        found[kind] = {"n": len(values), "p50_ms": p50, "p99_ms": p99, "worst_ms": values[-1]}
        print(f"  {names[kind]:40}{len(values):4}   {p50:6.1f}   {p99:6.1f}   {values[-1]:5.1f}   {limits[kind]}")
    return found


async def _measure(folder: Path) -> dict[str, list[float]]:
    took: dict[str, list[float]] = {"lifted": [], "hung_up": [], "commanded": []}
    async with Exchange(folder) as office:
        anders, mette = await office.phone(office.numbers[0]), await office.phone(office.numbers[1])
        clients = [await office.client(number) for number in office.numbers]
        people = {number: (await client("GET", "/v1/me"))["id"] for number, client in zip(office.numbers, clients)}
        stream = await office.follow(clients[2])
        called = people[office.numbers[1]]
        for _ in range(ROUNDS):
            await anders.dial("2102")
            await _rings(mette)
            begun = time.monotonic()
            await mette.accept()
            took["lifted"].append(await _seen(stream, called, begun, lambda presence: presence == "busy"))
            await _settled(anders, mette, "CALL_ESTABLISHED")
            begun = time.monotonic()
            await mette.hang_up()
            took["hung_up"].append(await _seen(stream, called, begun, lambda presence: presence != "busy"))
            await _settled(anders, mette, "CALL_CLOSED")
            anders.events.clear()
            mette.events.clear()
        headers = {"Authorization": f"Bearer {clients[0].token}"}
        async with httpx.AsyncClient(base_url=office.service.url, headers=headers, trust_env=False) as http:
            for _ in range(ROUNDS):
                begun = time.monotonic()
                posting = asyncio.create_task(http.post("/v1/calls", json={"to": "2102"}))
                await _rings(anders)
                took["commanded"].append((time.monotonic() - begun) * 1000)
                assert (await posting).status_code == 202
                await anders.hang_up()
                await anders.until("CALL_CLOSED")
                anders.events.clear()
                mette.events.clear()
    return took


async def _rings(phone: Phone) -> None:
    await eventually(lambda: phone.seen("CALL_INCOMING"), within=WITHIN, every=0.001)


async def _settled(one: Phone, other: Phone, kind: str) -> None:
    await one.until(kind)
    await other.until(kind)


async def _seen(stream: Stream, user: str, since: float, wanted: Callable[[str], bool]) -> float:
    """Milliseconds until the first presence event of a user that says so."""

    def first() -> float:
        for at, kind, told in list(stream.events):
            if at >= since and kind == "presence" and told["user_id"] == user and wanted(told["presence"]):
                return (at - since) * 1000
        return 0.0

    try:
        return await eventually(first, within=WITHIN)
    except AssertionError:
        raise AssertionError(f"no presence event; the last were {json.dumps(stream.events[-5:])}") from None


def _part(values: list[float], part: float) -> float:
    """A percentile of sorted values."""
    return values[min(len(values) - 1, int(len(values) * part))]


if __name__ == "__main__":
    main()
