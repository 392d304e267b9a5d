"""5,000 people of a real LDAP server read by the service: seconds, memory, and how long others wait meanwhile.

slapd gives nobody more than 500 people at once, as many do, so all are read in parts by their ids.
"""

from __future__ import annotations

import asyncio
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.limits import Limit, most
from tests.pbx.office import running
from tests.support.slapd import PASSWORD, PEOPLE, READER, Slapd, person

MANY, SEARCHES = 5_000, 60
EVERY = 0.005
"""Seconds between two looks at the loop."""


def _people() -> list[str]:
    return [
        person(
            f"p{n}",
            f"Person{n} Efternavn{n}",
            telephoneNumber=f"33 {n % 100:02} {n // 100:02} 56",
            mobile=f"+45 20 {n // 1000:02} {n % 1000 // 10:02} {n % 10}5",
            mail=f"p{n}@kunde.example",
            o=f"Kunde {n % 50}",
            title="Sælger",
        )
        for n in range(MANY)
    ]


async def _late(waits: list[float]) -> None:
    """How much later than asked for the loop comes back, for ever."""
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(EVERY)
        waits.append(time.perf_counter() - begun - EVERY)


async def run() -> dict[str, float]:
    """Read them once, then search."""
    with Slapd(_people()) as server, tempfile.TemporaryDirectory() as folder:
        async with running(Path(folder) / "data") as office:
            await office.company()
            await office.person("1002100", "Bodil", role="administrator")
            boss = await office.caller("1002100")
            settings = {"address": server.address, "account": READER, "password": PASSWORD, "base": PEOPLE}
            body = {"name": "AD", "kind": "ldap", "settings": settings, "enabled": False}
            made = (await boss.post("/v1/connections", body)).json()
            waits: list[float] = []
            looking = asyncio.create_task(_late(waits))
            memory, begun, used = _peak(), time.perf_counter(), time.process_time()
            await boss.patch(f"/v1/connections/{made['id']}", {"enabled": True})
            read = (await boss.post(f"/v1/directories/{made['id']}/reading", timeout=300)).json()
            seconds, cpu = time.perf_counter() - begun, time.process_time() - used
            looking.cancel()
            assert read["people"] == MANY and not read["cut"], read
            answers = []
            for n in range(SEARCHES):
                asked = time.perf_counter()
                found = await boss.get(f"/v1/directory?q=Person{n * 7}%20Efter")
                answers.append(time.perf_counter() - asked)
                assert found.json(), found.text
    return {
        "seconds": seconds,
        "cpu_s": cpu,
        "mib": (_peak() - memory) / 1024,
        "wait_p99_ms": sorted(waits)[int(len(waits) * 0.99)] * 1e3,
        "wait_max_ms": max(waits) * 1e3,
        "search_p99_ms": sorted(answers)[int(SEARCHES * 0.99)] * 1e3,
    }


def _peak() -> int:
    """KiB that the process has had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def limits(found: dict[str, Any]) -> list[Limit]:
    """What issue 13 asks for."""
    return [
        most(f"{MANY:,} people of a directory read, server's limit 500", found["seconds"], 20, "s"),
        most(f"memory for {MANY:,} people of a directory", found["mib"], 40, "MiB"),
        most("p99 that others wait while a directory is read", found["wait_p99_ms"], 50, "ms"),
        most("p99 of a search in a directory", found["search_p99_ms"], 300, "ms"),
    ]


def main() -> dict[str, Any]:
    """Run, print, return the figures."""
    found = asyncio.run(run())
    print(
        f"  {MANY:,} people: {found['seconds']:.1f} s ({found['cpu_s']:.1f} s of CPU), {found['mib']:.0f} MiB; others "
        f"wait {found['wait_p99_ms']:.0f} ms (p99), {found['wait_max_ms']:.0f} at most; a search takes "
        f"{found['search_p99_ms']:.0f} ms (p99)"
    )
    return found


if __name__ == "__main__":
    main()
