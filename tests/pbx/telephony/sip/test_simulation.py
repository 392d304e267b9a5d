"""Each scenario on a virtual clock; then thousands of them over a network that loses and confuses."""

from __future__ import annotations

import random

import pytest

from onepresence_desktop.domain.calls import CallState, Cause
from onepresence_desktop.pbx.telephony.sip.sdp import Sdp
from tests.pbx.telephony.scenarios import RING_AND_ANSWER, SCENARIOS
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.virtual import PBX, PBX6


@pytest.mark.parametrize("name", list(SCENARIOS))
@pytest.mark.parametrize("weather", ["fair", "foul"])
def test_a_call(name: str, weather: str) -> None:
    scenario = SCENARIOS[name]
    network = {"loss": 0.15, "double": 0.15, "jitter": 0.05} if weather == "foul" else {}
    world = World(4, seed=len(name), **network)
    caller, called = world.phones[:2]
    called.manner = scenario.called
    if scenario.away:
        world.network.loss = 0.0
        called.register(0)
        world.clock.run(1)
    dialog = caller.dial(scenario.dialled or "2102", scenario.caller)
    if scenario.gives_up is not None:
        world.clock.run(scenario.gives_up)
        caller.cancel(dialog)
    world.clock.run(120)
    if weather == "fair":
        assert world.states() == scenario.told
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
    manners = [s.called for s in SCENARIOS.values() if not any("refer" in deed for _, deed in s.called)]
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


def test_spoilt_messages_of_phones_we_trust_do_no_harm_either(caplog: pytest.LogCaptureFixture) -> None:
    world = World(8, seed=5, seconds=6, spoil=0.3, loss=0.02, jitter=0.02)
    rng = random.Random(12)
    manners = [scenario.called for scenario in SCENARIOS.values()]
    for phone in world.phones:
        phone.subscribe("2102", rng.choice(["dialog", "message-summary"]))
    for _ in range(800):
        caller = rng.choice(world.phones)
        caller.manner = rng.choice(manners)
        talks = rng.choice([[(1, "hold"), (1, "resume"), (2, "bye")], [(2, "refer 2105"), (6, "bye")], [(3, "bye")]])
        dialog = caller.dial(str(2101 + rng.randrange(8)), talks, offer=rng.random() < 0.8)
        if rng.random() < 0.2:
            world.clock.call_later(rng.uniform(0, 3), lambda caller=caller, dialog=dialog: caller.cancel(dialog))
        if rng.random() < 0.3:
            rng.choice(world.phones).register(rng.choice([60, 600]))
        world.clock.run(rng.uniform(0.1, 2))
    world.network.spoil = world.network.loss = 0.0
    assert not [record for record in caplog.records if record.exc_info]
    for phone in world.phones:
        phone.register(100_000)
    world.clock.run(4000)  # sessions without a phone behind them are asked after, and end
    for phone in world.phones:
        for dialog in phone.dialogs:
            phone.hang_up(dialog)
    world.clock.run(2000)
    world.clock.until(lambda: not world.leftovers(), within=60, step=1)  # between two questions to the phones
    world.phones[0].manner = RING_AND_ANSWER
    dialog = world.phones[1].dial("2101", [(1, "bye")])
    world.clock.run(20)
    assert dialog.status == 200


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


@pytest.mark.parametrize("v6", [(0,), (1,), (0, 1)])
def test_phones_of_two_address_families_talk_through_the_engine_and_those_of_one_directly(v6: tuple[int, ...]) -> None:
    world = World(2, v6=v6)
    caller, called = world.phones
    caller.dial("2102", [(3, "hold"), (1, "resume"), (2, "bye")])
    world.clock.until(lambda: CallState.CONNECTED.value in world.states())
    offer = Sdp(called.requests("INVITE")[0].body).audio()
    answer = Sdp(next(m for m in caller.heard if m.status == 200 and m.cseq[1] == "INVITE").body).audio()
    if len(v6) == 2:
        assert (offer.host, answer.host) == (caller.host, called.host) and not world.media.sessions
    else:
        assert (offer.host, answer.host) == (called.flow.remote[0], caller.flow.remote[0])
        assert {session.host for session in world.media.sessions} == {PBX[0], PBX6[0]}
    world.clock.run(140)
    assert world.states() == ["ringing", "connected", "held", "connected", "ended"] and world.leftovers() == {}


def test_a_caller_who_listens_at_the_other_family_hears_the_mailbox_there() -> None:
    world = World(2)
    world.phones[1].register(0)
    world.clock.run(1)
    caller = world.phones[0]
    caller.listens_at = "fd00::1:1"
    caller.dial("2102")
    world.clock.until(lambda: "voicemail" in world.states())
    world.clock.run(0.1)
    answer = Sdp(next(m for m in caller.heard if m.status == 200 and m.cseq[1] == "INVITE").body).audio()
    assert answer.host == PBX6[0] and [s.remote.host for s in world.media.sessions] == ["fd00::1:1"]


def test_the_description_passes_through_where_no_relay_is_asked_for_and_not_where_it_is() -> None:
    for relay in (False, True):
        world = World(2, relay=relay)
        caller, called = world.phones
        caller.dial("2102", [(2, "bye")])
        world.clock.until(lambda: CallState.CONNECTED.value in world.states())
        offer = Sdp(called.requests("INVITE")[0].body).audio()
        assert (offer.host, offer.port) == ((PBX[0], 4000) if relay else (caller.host, 5004))
        assert len(world.media.sessions) == (2 if relay else 0)
        world.clock.run(140)
        assert world.leftovers() == {}
