"""What is said again, crosses or is never acknowledged: transactions (RFC 3261 section 17, RFC 6026)."""

from __future__ import annotations

import gc
import weakref

import pytest

from onepresence_desktop.domain.calls import CallState
from onepresence_desktop.domain.diversion import Destination, DestinationKind
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.telephony.sip.hold import hold
from onepresence_desktop.pbx.telephony.sip.msg import Message, parse
from onepresence_desktop.pbx.telephony.sip.txn import Server
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import Dialog, sdp
from tests.pbx.telephony.sip.test_dialogs import talking


def test_100_is_told_after_200_milliseconds_if_nothing_else_was() -> None:
    world = World(2)
    caller, called = world.phones
    called.manner = [(3, "ring")]
    caller.dial("2102")
    world.clock.run(0.15)
    assert not [m for m in caller.heard if m.status == 100]
    world.clock.run(0.2)
    assert [m for m in caller.heard if m.status == 100]


def test_an_acceptance_is_told_until_it_is_acknowledged_and_the_invite_sent_again_meanwhile_is_no_new_call() -> None:
    world = World(2)
    caller = world.phones[0]
    caller._acknowledge = lambda *_: None  # type: ignore[method-assign]
    dialog = caller.dial("2102")
    world.clock.until(lambda: CallState.CONNECTED.value in world.states())
    assert dialog.invite is not None
    caller.send(caller.flow, dialog.invite.request.encode())
    world.clock.run(5)
    answers = [m for m in caller.heard if m.status == 200 and m.cseq[1] == "INVITE"]
    assert 3 <= len(answers) <= 6 and len({m.to.tag for m in answers}) == 1
    assert len({event.call_id for event in world.progress()}) == 1
    world.clock.run(40)
    assert world.states()[-1] == "ended"


def test_a_cancel_that_crosses_the_answer_ends_in_ack_and_bye() -> None:
    world = World(2)
    caller, called = world.phones
    called.manner = [(0.1, "ring"), (1.0, "answer")]
    dialog = caller.dial("2102")
    world.clock.run(1.1025)  # the 200 is on its way to the engine
    caller.cancel(dialog)
    world.clock.run(5)
    assert dialog.status in (200, 487)
    if dialog.status == 487:
        assert called.requests("ACK") and called.requests("BYE")
    world.clock.run(140)
    for phone in world.phones:
        for one in phone.dialogs:
            phone.hang_up(one)
    world.clock.run(130)
    assert world.leftovers() == {}


def test_ringing_is_not_cancelled_before_the_phone_has_said_anything() -> None:
    world = World(2)
    caller, called = world.phones
    called.manner = [(2.0, "ring")]
    dialog = caller.dial("2102")
    world.clock.run(0.05)
    caller.cancel(dialog)
    world.clock.run(0.1)
    assert dialog.status == 487 and not called.requests("CANCEL")
    world.clock.run(1)  # 100 Trying has come
    assert called.requests("CANCEL") and world.states()[-1] == "ended"


def test_a_refusal_is_told_until_it_is_acknowledged() -> None:
    world = World(1)
    phone = world.phones[0]
    statuses: list[int] = []

    def deaf(data: bytes, source: tuple[str, int]) -> None:
        statuses.append(parse(data).status)
        if statuses[-1] == 401:
            phone._receive(data, source)
        elif dialog.invite is not None:
            dialog.invite.terminate()  # it sends nothing more, not even the ACK

    world.network.places[phone.address] = deaf
    dialog = phone.dial("2999")
    world.clock.run(10)
    assert statuses.count(404) >= 4
    world.clock.run(100)
    assert statuses.count(404) <= 12 and not world.engine.layer.servers


@pytest.mark.parametrize("mailbox", [True, False])
def test_a_call_with_sound_that_nobody_there_can_take_up_is_refused_with_488(mailbox: bool) -> None:
    world = World(2)
    caller, called = world.phones
    if mailbox:
        called.register(0)
        world.clock.run(1)
    else:
        called.manner = [(0.1, "ring"), (0.5, "unacceptable")]
        called._do = lambda dialog, deed, do=called._do: (  # type: ignore[method-assign]
            dialog.server.answer(488) if deed == "unacceptable" and dialog.server else do(dialog, deed)
        )
        world.forwards(1, unreachable=Destination(DestinationKind.NUMBER, "1009999"))
    answers: list[Message] = []
    opus = sdp(caller.host).replace(b"AVP 0 8 101", b"AVP 96").replace(b":101 telephone-event", b":96 opus")
    caller._authenticated(
        "INVITE", "sip:2102@10.0.0.1", "<sip:2102@10.0.0.1>", "c", answers.append, body=opus,
        headers=[("contact", "<sip:s-p0@10.0.1.1:5060>")],
    )  # fmt: skip
    world.clock.run(30)
    assert answers[-1].status == 488 and not world.engine.calls
    world.clock.run(75)
    assert world.leftovers() == {}


def test_hold_and_resume_asked_for_by_the_api_reach_both_phones() -> None:
    world, caller, called, _dialog = talking()
    call = next(iter(world.engine.calls.values()))
    leg = call.leg_of(DeviceId("d-p0"))
    assert leg is not None
    hold(call, leg, held=True)
    world.clock.run(1)
    assert world.states()[-1] == "held" and world.state("d-p0") is DeviceState.ON_HOLD
    assert b"a=inactive" in caller.requests("INVITE")[-1].body and b"a=sendonly" in called.requests("INVITE")[-1].body
    hold(call, leg, held=False)
    world.clock.run(1)
    assert world.states()[-1] == "connected"
    assert all(b"a=sendrecv" in phone.requests("INVITE")[-1].body for phone in (caller, called))


@pytest.mark.parametrize("refuses", [0, 1])
def test_a_phone_that_refuses_to_be_held_leaves_both_as_they_were(refuses: int) -> None:
    world, caller, called, _dialog = talking()
    call = next(iter(world.engine.calls.values()))
    leg = call.leg_of(DeviceId("d-p0"))
    assert leg is not None
    phone, told = (caller, called)[refuses], list[bool]()
    invited = phone._invited

    def refuse_once(server: Server, message: Message, dialog: Dialog | None) -> None:
        phone._invited = invited  # type: ignore[method-assign]
        server.answer(488)

    phone._invited = refuse_once  # type: ignore[method-assign,assignment]
    hold(call, leg, held=True, done=told.append)
    world.clock.run(2)
    assert told == [False] and world.states()[-1] == "connected" and world.state("d-p0") is DeviceState.ON_CALL
    last = called.requests("INVITE")[-1].body
    assert (b"a=sendrecv" in last) if refuses == 0 else (b"a=sendonly" in last)
    hold(call, leg, held=True, done=told.append)
    world.clock.run(2)
    assert told == [False, True] and world.states()[-1] == "held"


def test_what_can_not_be_held_is_told_so_at_once() -> None:
    world = World(2)
    world.phones[1].manner = [(0.1, "ring")]
    world.phones[0].dial("2102")
    world.clock.run(1)
    call, told = next(iter(world.engine.calls.values())), list[bool]()
    assert call.near is not None
    hold(call, call.near, held=True, done=told.append)
    assert told == [False]


def test_a_phone_that_hangs_up_while_it_rings_and_never_answers_is_forgotten() -> None:
    world = World(2)
    caller, called = world.phones
    called.manner = [(0.1, "ring")]
    caller.dial("2102")
    world.clock.run(1)
    answers = called.ask(called.dialogs[0], "BYE")
    world.clock.run(300)
    assert answers[-1].status == 200
    world.clock.until(lambda: not world.leftovers(), within=60, step=1)


def test_a_phone_that_lifts_after_it_hung_up_is_hung_up_on() -> None:
    world = World(2)
    caller, called = world.phones
    called.manner = [(0.1, "ring"), (3, "answer")]
    caller.dial("2102")
    world.clock.run(1)
    called.ask(called.dialogs[0], "BYE")
    world.clock.run(5)
    assert called.requests("ACK") and called.requests("BYE")


def test_a_phone_that_does_not_listen_to_cancel_is_forgotten_after_32_seconds() -> None:
    world = World(2)
    caller, called = world.phones
    called.manner = [(0.1, "ring")]
    world.network.places[called.address] = lambda data, source: (
        None if data.startswith(b"CANCEL") else called._receive(data, source)
    )
    dialog = caller.dial("2102")
    world.clock.run(1)
    caller.cancel(dialog)
    world.clock.run(1)
    assert dialog.status == 487 and world.states()[-1] == "ended" and world.state("d-p1") is DeviceState.IDLE
    assert len(world.engine._device_legs) == 1
    world.clock.run(32)
    assert not world.engine._device_legs


def test_nobody_is_hung_up_on_before_he_has_acknowledged_the_answer() -> None:
    world = World(2)
    caller, called = world.phones
    called.manner = [(0.1, "ring"), (1.0, "answer"), (0.3, "bye")]
    acknowledge, caller._acknowledge = caller._acknowledge, lambda *_: None  # type: ignore[method-assign]
    dialog = caller.dial("2102")
    world.clock.run(3)
    assert world.states()[-1] == "ended" and not caller.requests("BYE")
    acknowledge(dialog, next(m for m in reversed(caller.heard) if m.status == 200 and m.cseq[1] == "INVITE"))
    world.clock.run(0.1)
    assert caller.requests("BYE")


def test_an_acknowledgement_that_is_lost_is_sent_again_though_the_call_is_over() -> None:
    world = World(2)
    caller, called = world.phones
    lost: list[bytes] = []

    def deaf(data: bytes, source: tuple[str, int]) -> None:
        if data.startswith(b"ACK") and not lost:
            lost.append(data)
        elif not data.startswith(b"BYE"):
            called._receive(data, source)

    world.network.places[called.address] = deaf
    caller.dial("2102", [(0.1, "bye")])
    world.clock.run(10)
    assert lost and called.requests("ACK") and called.dialogs[0].acked


def test_of_a_call_that_is_over_no_more_is_kept_than_its_answers() -> None:
    world = World(2)
    dialog = world.phones[0].dial("2102")
    world.clock.run(3)
    call = next(iter(world.engine.calls.values()))
    assert call.near is not None and call.far is not None
    kept = [weakref.ref(one) for one in (call, call.near, call.far)]
    del call
    world.phones[0].hang_up(dialog)
    world.clock.run(1)
    gc.collect()
    assert world.engine.layer.count and not any(one() for one in kept)
    again = next(m for m in reversed(world.phones[1].heard) if m.method == "BYE")
    world.phones[1].send(world.phones[1].flow, again.encode())
    assert not world.engine.legs and len(world.engine.ended) == 2
    world.clock.until(lambda: not world.leftovers(), within=60, step=1)


def test_a_bye_that_crosses_ours_is_answered_and_another_request_is_too_late() -> None:
    world = World(2)
    dialog = world.phones[0].dial("2102")
    world.clock.run(3)
    called = world.phones[1].dialogs[0]
    world.phones[0].hang_up(dialog)
    world.clock.run(0.5)
    answers = [world.phones[1].ask(called, method) for method in ("BYE", "INFO")]
    world.clock.run(1)
    assert [one[0].status for one in answers] == [200, 481]
