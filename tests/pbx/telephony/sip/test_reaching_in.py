"""The API reaching into calls at any moment, over a bad line: every call ends, and nothing is left of it."""

from __future__ import annotations

import random

import pytest

from onepresence_desktop.domain.calls import CallId, CallState, Cause
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.pbx.telephony.sip.call import Call
from onepresence_desktop.pbx.telephony.sip.dialog import LegState
from onepresence_desktop.pbx.telephony.sip.hold import hold
from onepresence_desktop.pbx.telephony.sip.orders import originate
from onepresence_desktop.pbx.telephony.sip.transfer import join, start
from tests.pbx.telephony.scenarios import SCENARIOS
from tests.pbx.telephony.sip.simulated import World

SAYINGS: list[list[tuple[str, str]]] = [
    [],
    [("require", "100rel")],
    [("session-expires", "90;refresher=uas"), ("supported", "timer")],
    [("session-expires", "90;refresher=uac"), ("supported", "timer")],
    [("allow", "INVITE, ACK, BYE, UPDATE")],
]


def number(rng: random.Random) -> str:
    """Of one of nine people, one of whom isn't there."""
    return str(2101 + rng.randrange(9))


def reach_in(world: World, rng: random.Random) -> None:
    """Do something to some call, as the port would."""
    call: Call = rng.choice(list(world.engine.calls.values()))
    legs = [leg for leg in (call.near, call.far) if leg is not None and leg.state is not LegState.ENDED]
    if not legs:
        return
    leg = rng.choice(legs)
    match rng.choice(["hang up", "hold", "resume", "transfer", "join", "redirect"]):
        case "hang up":
            call.finish(rng.choice([Cause.NORMAL, Cause.REJECTED]))
        case "hold" | "resume" as how:
            hold(call, leg, held=how == "hold")
        case "transfer" if call.other(leg) is not None and call.transfer is None:
            start(call, leg, number(rng), by_phone=False)
        case "join":
            for second in world.engine.calls.values():
                other = second.leg_of(leg.device_id)
                if second is not call and other is not None:
                    join(call, leg, second, other, by_phone=False)
                    return
        case "redirect" if call.state in (CallState.RINGING, CallState.VOICEMAIL):
            call.redirect(world.router.route(call.caller, call.customer_id, number(rng)))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_calls_that_are_reached_into_at_any_moment_all_end_and_leave_nothing(
    seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    rng = random.Random(seed)
    bad_line = {"loss": 0.05, "double": 0.05, "jitter": 0.03}
    world = World(
        8, seed=seed, seconds=6, second=seed == 2, relay=seed == 3, v6=(0, 1) if seed == 1 else (), **bad_line
    )
    for phone in world.phones:
        phone.says = rng.choice(SAYINGS)
    for n in range(400):
        phone = rng.choice(world.phones)
        phone.manner = rng.choice(list(SCENARIOS.values())).called
        try:
            chance = rng.random()
            if chance < 0.4:
                then = rng.choice([[(3.0, "bye")], [(1.0, "hold"), (4.0, "bye")], [(2.0, "refer 2104"), (20.0, "bye")]])
                phone.dial(number(rng), then, offer=rng.random() < 0.8)
            elif chance < 0.5:
                originate(
                    world.engine, CallId(f"click {n}"), rng.choice(list(world.engine.lines)), number(rng), answers=False
                )
            elif world.engine.calls:
                reach_in(world, rng)
        except OnePresenceError:
            pass  # a phone that isn't there
        world.clock.run(rng.uniform(0.02, 1.2))
    world.network.loss = world.network.double = 0.0
    world.clock.run(400)
    for phone in world.phones:
        for dialog in phone.dialogs:
            phone.hang_up(dialog)
    world.clock.run(1900)
    world.clock.until(lambda: not world.leftovers(), within=60, step=1)
    begun = {event.call_id for event in world.progress()}
    assert begun == {event.call_id for event in world.progress() if event.state is CallState.ENDED} and len(begun) > 120
    assert not [record for record in caplog.records if record.exc_info]
