"""Lamps of a company: one changes (messages wait, a line is in use), and all are lit at the start.

The engine among simulated phones, all registered; each subscribes to its own message lamp and to two colleagues' lines.
What the engine's thread does until the NOTIFY is on its way is counted, not what the phones do with it.
"""

from __future__ import annotations

import gc
import statistics
import time
from typing import Any

from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import UserId
from tests.bench.limits import Limit, most
from tests.pbx.telephony.sip.simulated import World

PEOPLE, FEWER = 5_000, 1_250
WATCHED = 2
CHANGES = 80
"""A second each: the phones renew neither what they subscribed to nor their registrations, which last 300 seconds."""


def limits(found: dict[str, Any]) -> list[Limit]:
    """A change by index, and a start that is linear."""
    return [
        most(f"message lamp changes among {PEOPLE:,}, median", found["message_ms"], 1, "ms"),
        most(f"line in use told to {WATCHED}, among {PEOPLE:,}, median", found["line_ms"], 1, "ms"),
        most(f"all lamps at the start, each: {PEOPLE:,} people to {FEWER:,}", found["start_growth"], 1.5, "times"),
    ]


def main() -> dict[str, Any]:
    """Run, print a table, return the figures."""
    world = World(PEOPLE)
    each = {FEWER: _lit(World(FEWER)), PEOPLE: _lit(world)}
    world.clock.run(1)
    for n in range(PEOPLE):
        world.phones[n].subscribe(f"s-p{n}", "message-summary")
        for k in range(1, WATCHED + 1):
            world.phones[n].subscribe(f"{2101 + (n + k) % PEOPLE}", "dialog")
        if n % 100 == 0:
            world.clock.run(1)
    world.clock.run(1)
    assert world.engine.subscriptions.count == PEOPLE * (1 + WATCHED)
    message = _spent(world, lambda user: world.engine.set_waiting(MessageWaiting(user, 2, 0)), told=1)
    line = _spent(world, world.engine.line_changed, told=WATCHED)
    found = {
        "people": PEOPLE,
        "message_ms": statistics.median(message) * 1e3,
        "message_worst_ms": max(message) * 1e3,
        "line_ms": statistics.median(line) * 1e3,
        "line_worst_ms": max(line) * 1e3,
        "start_each_ms": {people: spent * 1e3 for people, spent in each.items()},
        "start_growth": each[PEOPLE] / each[FEWER],
    }
    print(f"lamps, {PEOPLE:,} phones, each subscribed to its messages and {WATCHED} lines; CPU of the engine's thread")
    print("                                      median ms   worst ms   limit")
    for words, key in (("messages wait, one phone told", "message"), (f"line in use, {WATCHED} phones told", "line")):
        print(f"  {words:36}{found[f'{key}_ms']:9.3f}   {found[f'{key}_worst_ms']:8.3f}   1 ms")
    for people, spent in each.items():
        print(f"  all lamps lit at the start, {people:5} people: {spent * 1e3:.3f} ms each")
    return found


def _lit(world: World) -> float:
    """CPU seconds for each lamp while all of them are lit, nobody having subscribed yet."""
    _leave_phones_out()
    begun = time.thread_time()
    for n in range(len(world.phones)):
        world.engine.set_waiting(MessageWaiting(UserId(f"p{n}"), 1, 0))
    return (time.thread_time() - begun) / len(world.phones)


def _spent(world: World, change: Any, *, told: int) -> list[float]:
    """CPU seconds of each change, of which so many phones were told."""
    _leave_phones_out()
    found, before = [], _heard(world)
    for n in range(CHANGES):
        user = UserId(f"p{n * 7 % len(world.phones)}")
        begun = time.thread_time()
        change(user)
        found.append(time.thread_time() - begun)
        world.clock.run(1)
    assert _heard(world) - before == CHANGES * told
    return found


def _leave_phones_out() -> None:
    """The simulated phones are many times what a service holds: its garbage is looked for without them."""
    gc.collect()
    gc.freeze()


def _heard(world: World) -> int:
    return sum(len(phone.requests("NOTIFY")) for phone in world.phones)


if __name__ == "__main__":
    main()
