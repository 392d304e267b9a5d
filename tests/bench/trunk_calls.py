"""CPU of the engine for a whole call over a line to a provider or of encrypted phones, and for a group of 50 rung.

The engine alone, among simulated phones and a simulated provider: no sockets, no sound. What the phones take for
themselves isn't counted.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from onepresence_desktop.domain.calls import Cause
from onepresence_desktop.domain.steps import OwnPhone, Reject, Ring, RingStage
from tests.bench.limits import Limit, most
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_provider import Provider
from tests.pbx.telephony.sip.test_demanding import sealed

CALLS, OUTSIDE, PROVIDER = 400, "+45331{:05}", "10.9.0.1"
MEMBERS, TIMES = 50, 8


class Metered:
    """Counts the CPU seconds of a world's engine: of all that it receives, and of its timers."""

    def __init__(self, world: World) -> None:
        self.seconds = 0.0
        self._deep = False
        engine, clock = world.engine, world.engine_clock
        engine.receive = self._metered(engine.receive)  # type: ignore[method-assign]
        later = clock.call_later
        clock.call_later = lambda delay, then: later(delay, self._metered(then))  # type: ignore[method-assign]

    def _metered(self, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*asked: Any) -> Any:
            if self._deep:
                return work(*asked)
            self._deep, begun = True, time.process_time()
            try:
                return work(*asked)
            finally:
                self._deep, self.seconds = False, self.seconds + time.process_time() - begun

        return run


def limits(found: dict[str, Any]) -> list[Limit]:
    """CPU of the engine."""
    return [
        most("whole call over a line out, CPU of the engine", found["out_ms"], 2.5, "ms"),
        most("whole call from a line in, CPU of the engine", found["in_ms"], 2.5, "ms"),
        most("whole call of encrypted phones, passed on, CPU of the engine", found["sealed_ms"], 3.0, "ms"),
        most("a group of 50 rung, CPU until the last is asked", found["group_ms"], 100, "ms"),
    ]


def main() -> dict[str, Any]:
    """Run, print a table, return the figures."""
    found = {"out_ms": _calls(out=True), "in_ms": _calls(out=False), "sealed_ms": _sealed(), "group_ms": _group()}
    print(f"{CALLS} calls each way over a line, {TIMES} times a group of {MEMBERS}; the engine alone, CPU")
    print(f"  call out {found['out_ms']:.2f} ms, call in {found['in_ms']:.2f} ms (limit 2.5)")
    print(f"  call of encrypted phones, which is passed on {found['sealed_ms']:.2f} ms (limit 3)")
    print(f"  group of {MEMBERS} rung {found['group_ms']:.1f} ms (limit 100)")
    return found


def _calls(*, out: bool) -> float:
    """Milliseconds of a whole call: dialled, answered, talked in, hung up."""
    world = World(20)
    provider = Provider(world, PROVIDER)
    for phone in (*world.phones, provider):
        phone.manner = [(0.01, "ring"), (0.05, "answer")]
    world.engine.trunks.set([provider.line("t", calls_an_hour=10 * CALLS)])
    world.clock.run(1)
    meter = Metered(world)
    for number in range(CALLS):
        caller = world.phones[number % 20] if out else provider
        dialog = caller.dial(OUTSIDE.format(number) if out else f"+457010100{number % 9 + 1}")
        world.clock.run(0.5)
        assert dialog.talking
        caller.hang_up(dialog)
        world.clock.run(0.5)
        for phone in (*world.phones, provider):
            phone.dialogs.clear()
            phone.heard.clear()
    return meter.seconds / CALLS * 1000


def _sealed() -> float:
    """Milliseconds of a whole call between phones that come over TLS and encrypt their sound."""
    world = World(20)
    flow_of = world._flow
    world._flow = lambda source: replace(flow_of(source), kind="tls")  # type: ignore[method-assign]
    for number, phone in enumerate(world.phones):
        world.network.connections[phone.address] = number + 1
        phone.manner = [(0.01, "ring"), (0.05, "answer")]
        phone.offers = lambda host=phone.host: sealed(host)  # type: ignore[misc]
        phone.answers = lambda _, host=phone.host: sealed(host)  # type: ignore[misc]
        phone.register()
    world.clock.run(1)
    meter = Metered(world)
    for number in range(CALLS):
        caller = world.phones[number % 10]
        dialog = caller.dial(f"{2111 + number % 10}")
        world.clock.run(0.5)
        assert dialog.talking
        caller.hang_up(dialog)
        world.clock.run(0.5)
        for phone in world.phones:
            phone.dialogs.clear()
            phone.heard.clear()
    assert not world.media.sessions, "the engine only passes it on"
    return meter.seconds / CALLS * 1000


def _group() -> float:
    """Milliseconds until all members are asked."""
    world = World(MEMBERS + 1)
    phones = tuple(OwnPhone(line.device_id) for line in world.lines[1:])
    nobody = Reject(Cause.NO_ANSWER)
    ring = Ring((RingStage(phones),), 20, nobody, nobody, nobody)
    world.router.route = lambda *_, **__: ring  # type: ignore[method-assign]
    for phone in world.phones:
        phone.manner = [(1.0, "ring")]
    meter, took = Metered(world), 0.0
    for _ in range(TIMES):
        begun = meter.seconds
        dialog = world.phones[0].dial("2500")
        world.clock.until(lambda: all(phone.requests("INVITE") for phone in world.phones[1:]))
        took += meter.seconds - begun
        world.clock.run(2)
        world.phones[0].cancel(dialog)
        world.clock.run(40)
        for phone in world.phones:
            phone.dialogs.clear()
            phone.heard.clear()
    return took / TIMES * 1000
