"""One person edited in a small and in a large company: what it costs the service, committed and told."""

from __future__ import annotations

import asyncio
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.people import DeviceKind
from onepresence_desktop.pbx.event_stream import Client, EventStream
from onepresence_desktop.pbx.services.announce import Announcer
from onepresence_desktop.pbx.services.people import new_user
from tests.bench.limits import Limit, most
from tests.pbx.office import START
from tests.pbx.phones import TestClock
from tests.pbx.services.test_people_edits import FIRM, House

SMALL, LARGE, TIMES = 50, 5_000, 50


async def _no_snapshot(_client: Client, _event_id: str) -> list[bytes]:
    return []


async def run(people: int) -> dict[str, float]:
    """Milliseconds of CPU for one edit, and for one phone given."""
    with tempfile.TemporaryDirectory() as folder:
        async with House(Path(folder)) as house:
            users = [new_user(FIRM, f"100{n:04}", f"Person {n}") for n in range(people)]
            async with house.people.changing([FIRM.id]) as change:
                for user in users:
                    await change.put_user(user)
            announcer = Announcer(house.live, EventStream(_no_snapshot), TestClock(START))
            announcer.start()
            house.facts.subscribe(announcer)
            begun = time.process_time()
            for n in range(TIMES):
                await house.people.change_user(
                    FIRM.id, users[n % people].id, lambda user: replace(user, title=f"{user.title}x"), "bench"
                )  # fmt: skip
            edited = time.process_time()
            for n in range(TIMES):
                await house.people.add_device(FIRM.id, users[n % people].id, DeviceKind.DESK, "", None, "bench")
            done = time.process_time()
    return {"edit_ms": (edited - begun) / TIMES * 1e3, "phone_ms": (done - edited) / TIMES * 1e3}


def limits(found: dict[str, Any]) -> list[Limit]:
    """In the large company."""
    return [
        most(f"one person edited among {LARGE:,}, CPU of the service", found[str(LARGE)]["edit_ms"], 20, "ms"),
        most(f"one phone given among {LARGE:,}, CPU of the service", found[str(LARGE)]["phone_ms"], 20, "ms"),
    ]


def main() -> dict[str, Any]:
    """Run, print, return the figures."""
    found = {str(people): asyncio.run(run(people)) for people in (SMALL, LARGE)}
    for people, line in found.items():
        print(f"  {people:>5} people: {line['edit_ms']:.1f} ms an edit, {line['phone_ms']:.1f} ms a phone")
    return found


if __name__ == "__main__":
    main()
