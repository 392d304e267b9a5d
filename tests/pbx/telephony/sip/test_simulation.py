"""Calls told as tables of deeds, on a virtual clock; then thousands of them over a network that loses and confuses."""

from __future__ import annotations

import random

import pytest

from onepresence_desktop.domain.calls import CallState, Cause
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.virtual import PBX

RING_AND_ANSWER = [(0.1, "ring"), (1.0, "answer")]
SCENARIOS = {
    "answered, the caller hangs up": (RING_AND_ANSWER, [(5, "bye")], None, ["ringing", "connected", "ended"]),
    "answered, the called one hangs up": ([*RING_AND_ANSWER, (4, "bye")], [], None, ["ringing", "connected", "ended"]),
    "busy goes to the mailbox": ([(0.1, "busy")], [], None, ["ringing", "voicemail", "ended"]),
    "declined goes to the mailbox": ([(0.1, "ring"), (1, "decline")], [], None, ["ringing", "voicemail", "ended"]),
    "nobody lifts": ([(0.1, "ring")], [], None, ["ringing", "voicemail", "ended"]),
    "the caller gives up": ([(0.1, "ring")], [], 3.0, ["ringing", "ended"]),
    "held and resumed": (
        RING_AND_ANSWER, [(1, "hold"), (2, "resume"), (2, "bye")], None,
        ["ringing", "connected", "held", "connected", "ended"],
    ),
    "held by the called one": (
        [*RING_AND_ANSWER, (1, "hold"), (2, "resume"), (2, "bye")], [], None,
        ["ringing", "connected", "held", "connected", "ended"],
    ),
    "transferred by the called one": (
        [*RING_AND_ANSWER, (1, "refer 2103")], [(9, "bye")], None, ["ringing", "connected", "connected", "ended"],
    ),
}  # fmt: skip
"""What the called phone does; what the caller does once answered; when he gives up; what is told of the call."""


@pytest.mark.parametrize("name", list(SCENARIOS))
@pytest.mark.parametrize("weather", ["fair", "foul"])
def test_a_call(name: str, weather: str) -> None:
    manner, then, gives_up, states = SCENARIOS[name]
    network = {"loss": 0.15, "double": 0.15, "jitter": 0.05} if weather == "foul" else {}
    world = World(4, seed=len(name), **network)
    caller, called = world.phones[:2]
    called.manner = manner
    dialog = caller.dial("2102", then)
    if gives_up is not None:
        world.clock.run(gives_up)
        caller.cancel(dialog)
    world.clock.run(120)
    if weather == "fair":
        assert world.states() == states
    else:
        assert world.states()[-1] == "ended"
    world.network.loss = 0
    world.clock.run(130)  # between two questions to the phones
    assert world.leftovers() == {}


def test_a_number_nobody_has_is_refused_with_404() -> None:
    world = World(2)
    dialog = world.phones[0].dial("2999")
    world.clock.run(5)
    assert dialog.status == 404
    assert world.progress()[-1].cause is Cause.NUMBER_UNKNOWN


def test_a_phone_that_vanishes_in_a_call_is_noticed_and_the_call_ends() -> None:
    world = World(2)
    caller, called = world.phones
    caller.dial("2102")
    world.clock.until(lambda: CallState.CONNECTED.value in world.states())
    called.vanish()
    world.clock.run(300)
    assert world.states()[-1] == "ended"
    world.clock.run(100)
    assert world.leftovers() == {}


def test_thousands_of_calls_over_a_bad_line_all_end_and_leave_nothing_behind() -> None:
    world = World(24, seed=7, seconds=8, loss=0.05, double=0.05, jitter=0.04)
    rng = random.Random(11)
    dialogs = []
    manners = [manner for manner, *_ in SCENARIOS.values() if not any("refer" in deed for _, deed in manner)]
    for phone in world.phones:
        phone.manner = rng.choice(manners)
    for _ in range(2500):
        caller = rng.choice(world.phones)
        caller.manner = rng.choice(manners)
        number = rng.choice(["2102", "1002110", str(2101 + rng.randrange(24)), "2999"])
        talks = rng.choice([[(rng.uniform(1, 20), "bye")], [(1, "hold"), (3, "bye")], [(2, "refer 2105"), (9, "bye")]])
        dialog = caller.dial(number, [*talks, (60, "bye")])
        dialogs.append(dialog)
        if rng.random() < 0.2:
            world.clock.call_later(rng.uniform(0, 6), lambda caller=caller, dialog=dialog: caller.cancel(dialog))
        world.clock.run(rng.uniform(0.1, 0.8))
    world.network.loss = world.network.double = 0.0
    world.clock.run(400)
    for phone in world.phones:
        for dialog in phone.dialogs:
            phone.hang_up(dialog)
    world.clock.run(2000)
    begun = {event.call_id for event in world.progress()}
    ended = {event.call_id for event in world.progress() if event.state is CallState.ENDED}
    assert begun == ended and len(begun) > 2000
    assert world.leftovers() == {}


def test_the_same_seed_gives_the_same_calls() -> None:
    def told() -> list[str]:
        world = World(4, seed=3, loss=0.2, double=0.2, jitter=0.1)
        for n in range(4):
            world.phones[n].dial(str(2101 + (n + 1) % 4), [(3, "bye")])
        world.clock.run(200)
        return world.states()

    assert told() == told()


def test_a_response_to_nobody_and_a_request_out_of_any_dialog_do_no_harm() -> None:
    world = World(2)
    for data in (b"SIP/2.0 200 OK\r\nVia: x\r\n\r\n", b"BYE sip:x SIP/2.0\r\n\r\n", b"\0" * 400, b"\r\n\r\n"):
        world.network.carry(data, ("10.0.9.9", 5060), PBX)
    world.clock.run(45)
    assert world.leftovers() == {}
