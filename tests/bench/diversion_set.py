"""A diversion set through the API: committed, event out, answered; one after another, and many users at once."""

from __future__ import annotations

import asyncio
import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.limits import Limit, least, most
from tests.bench.setting import Served, connect, disconnect, fill, served, token

PEOPLE = 50
OFFERED, SECONDS = 500, 4
"""Diversions a second that come evenly, whether answered or not; for how long."""
BODY = json.dumps({"preset": "lunch", "note": "til frokost"}).encode()


async def one(server: Served, n: int, times: int, spent: list[float], first: float = 0.0, every: float = 0.0) -> None:
    """One user on one kept connection, as fast as he is answered, or one `every` so often and late counted as late."""
    reader, writer = await asyncio.open_connection(server.host, server.port)
    head = (
        f"POST /v1/me/diversions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token(n)}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(BODY)}\r\n\r\n"
    ).encode()
    for turn in range(times):
        begun = time.perf_counter()
        if every:
            due = first + turn * every
            await asyncio.sleep(due - begun)
            begun = due
        writer.write(head + BODY)
        answer = await reader.readuntil(b"\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 201"), answer
        length = next(int(line[16:]) for line in answer.split(b"\r\n") if line.lower().startswith(b"content-length:"))
        await reader.readexactly(length)
        spent.append(time.perf_counter() - begun)
    writer.close()


def figures(spent: list[float], took: float) -> dict[str, float]:
    spent.sort()
    return {
        "requests": len(spent),
        "per_second": len(spent) / took,
        "p50_ms": statistics.median(spent) * 1e3,
        "p95_ms": spent[int(len(spent) * 0.95)] * 1e3,
        "p99_ms": spent[int(len(spent) * 0.99)] * 1e3,
    }


async def run() -> dict[str, Any]:
    with tempfile.TemporaryDirectory(dir=".") as folder:
        await fill(Path(folder), PEOPLE)
        async with served(Path(folder)) as server:
            followers = await connect(server, PEOPLE, [0] * PEOPLE)
            found: dict[str, Any] = {}
            for name, users, times, every in (
                ("one_by_one", 1, 300, 0.0),
                ("8_at_once", 8, 150, 0.0),
                ("32_at_once", 32, 60, 0.0),
                ("evenly", PEOPLE, OFFERED * SECONDS // PEOPLE, PEOPLE / OFFERED),
            ):
                spent: list[float] = []
                before = (await server.ask("cpu"))["cpu"]
                begun = time.perf_counter()
                each = [one(server, n, times, spent, begun + 0.1 + n / OFFERED, every) for n in range(users)]
                await asyncio.gather(*each)
                found[name] = figures(spent, time.perf_counter() - begun)
                found[name]["cpu_ms"] = ((await server.ask("cpu"))["cpu"] - before) / len(spent) * 1e3
            disconnect(followers)
            return found


def limits(found: dict[str, Any]) -> list[Limit]:
    """One by one, at the rate that must be reached, and the most a second."""
    return [
        most("diversion set, committed, event out, p99", found["one_by_one"]["p99_ms"], 20, "ms"),
        most(f"the same while {OFFERED} a second are set, p99", found["evenly"]["p99_ms"], 20, "ms"),
        most(f"diversion set among {PEOPLE} following, CPU of the service", found["32_at_once"]["cpu_ms"], 2, "ms"),
        least("diversions set a second", max(line["per_second"] for line in found.values()), 500, "/s"),
    ]


def main() -> dict[str, Any]:
    """Run, print a table, return the figures."""
    found = asyncio.run(run())
    print(f"diversion set over HTTP on SQLite (WAL, synchronous=FULL), {PEOPLE} clients following")
    print("                per s    p50 ms   p95 ms   p99 ms   CPU ms each")
    for name, line in found.items():
        print(
            f"  {name:12}  {line['per_second']:6.0f}   {line['p50_ms']:6.1f}   {line['p95_ms']:6.1f}   "
            f"{line['p99_ms']:6.1f}   {line['cpu_ms']:6.2f}"
        )
    return found


if __name__ == "__main__":
    main()
