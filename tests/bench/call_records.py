"""A user with 100,000 lines in the call history: a page of it, filtered on the server, from request to answer."""

from __future__ import annotations

import asyncio
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire import routes
from tests.bench.limits import Limit, most
from tests.pbx.office import START, Running, running

RECORDS, AT_ONCE = 100_000, 2_000
ROUNDS = 25
PERSONS = ("Karen Blix", "Anders Holmvig", "Havblik Logistik", "Søren Kjærby", "")
FILTERS = ({}, {"kind": "missed"}, {"q": "karen"}, {"q": "havblik log"}, {"q": "20000123"}, {"q": "nobody here"})


def limits(found: dict[str, Any]) -> list[Limit]:
    """By the CPU of the whole process: client, service and database's thread."""
    works = sorted(found["cpu_ms"])
    return [
        most(f"{RECORDS:,} call records filtered, CPU p50", works[len(works) // 2], 50, "ms"),
        most("the same, p99", works[int(len(works) * 0.99)], 50, "ms"),
    ]


def main() -> dict[str, Any]:
    """Run, print, return the figures in milliseconds."""
    found = asyncio.run(_measure())
    for words, values in found["by_filter"].items():
        values.sort()
        print(f"  {words:28} p50 {values[len(values) // 2]:6.1f}   worst {values[-1]:6.1f} ms of CPU")
    return found


async def _measure() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        async with running(Path(folder)) as office:
            await office.company()
            user = UserId(await office.person("1002101", "Anders"))
            await _fill(office, user)
            anders = await office.caller("1002101")
            by_filter: dict[str, list[float]] = {}
            for n in range(ROUNDS * len(FILTERS)):
                asked = FILTERS[n % len(FILTERS)]
                worked = time.process_time()
                answer = await anders.get(routes.MY_CALLS, params=asked)
                spent = (time.process_time() - worked) * 1000
                assert answer.status_code == 200, answer.text
                by_filter.setdefault(str(asked), []).append(spent)
    return {"by_filter": by_filter, "cpu_ms": [one for values in by_filter.values() for one in values]}


async def _fill(office: Running, user: UserId) -> None:
    for begin in range(0, RECORDS, AT_ONCE):
        some = [_record(user, n) for n in range(begin, begin + AT_ONCE)]
        async with office.service.store.unit() as unit:
            await unit.history.put(*some)


def _record(user: UserId, n: int) -> CallRecord:
    direction = (Direction.INCOMING, Direction.OUTGOING, Direction.MISSED)[n % 3]
    return CallRecord(
        f"r{n}",
        CallId(f"k{n}"),
        user,
        direction,
        f"+4520{n:06}",
        PERSONS[n % len(PERSONS)],
        START - timedelta(minutes=n),
        timedelta(seconds=n % 600),
        Cause.NORMAL if direction is not Direction.MISSED else Cause.NO_ANSWER,
    )


if __name__ == "__main__":
    main()
