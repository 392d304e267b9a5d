"""Where calls go: each way of dialling, each forwarding with what the next phone is told of it, forking, transfers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest

from onepresence_desktop.domain.calls import CallId, CallState, Cause, TraceKind
from onepresence_desktop.domain.diversion import Destination, DestinationKind, Diversion, DiversionId, Reason
from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.ports import MenuReached
from onepresence_desktop.pbx.telephony.sip.transfer import join, start
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import Dialog, Phone

TO_CARL = Destination(DestinationKind.NUMBER, "1002103")


def lunch(person: int, destination: Destination) -> Diversion:
    now = datetime.now(UTC)
    hour = timedelta(hours=1)
    user = UserId(f"p{person}")
    return Diversion(DiversionId("x"), user, Reason.LUNCH, now - hour, now + hour, destination, now - hour)


@pytest.mark.parametrize("dialled", ["1002102", "2102", "+4570101002"])
def test_a_person_is_reached_by_local_number_last_four_and_one_number(dialled: str) -> None:
    world = World(2)
    world.phones[0].dial(dialled, [(1, "bye")])
    world.clock.run(10)
    assert world.states() == ["ringing", "connected", "ended"]
    last = world.progress()[-1]
    assert (last.dialled, last.callee.number, last.callee.device_id, last.cause) == (
        dialled, "1002102", "d-p1", Cause.NORMAL,
    )  # fmt: skip
    assert [entry.kind for entry in last.trace][0] is TraceKind.DIALLED and last.rang == ("p1",)


FORWARDED = {
    "CFU": ("unconditional", 302, lambda world: world.divert(lunch(1, TO_CARL))),
    "CFB": ("user-busy", 486, lambda world: setattr(world.phones[1], "manner", [(0.1, "busy")])),
    "CFNR": ("no-answer", 408, lambda world: setattr(world.phones[1], "manner", [(0.1, "ring")])),
    "CFNRc": ("unavailable", 503, lambda world: world.phones[1].register(0)),
}


@pytest.mark.parametrize("kind", list(FORWARDED))
def test_a_forwarded_call_rings_there_and_tells_whom_it_was_for_and_why(kind: str) -> None:
    reason, cause, arrange = FORWARDED[kind]
    world = World(3, seconds=5)
    world.forwards(1, busy=TO_CARL, no_reply=TO_CARL, unreachable=TO_CARL)
    arrange(world)
    world.clock.run(1)
    world.phones[0].dial("2102", [(1, "bye")])
    world.clock.run(20)
    invite = world.phones[2].requests("INVITE")[0]
    assert invite.all("diversion") == [f"<sip:1002102@10.0.0.1>;reason={reason}"]
    assert invite.all("history-info") == [
        "<sip:1002102@10.0.0.1>;index=1", f"<sip:1002103@10.0.0.1;cause={cause}>;index=1.1;mp=1",
    ]  # fmt: skip
    ended = world.progress()[-1]
    assert ended.cause is Cause.NORMAL and ended.callee.number == "1002103" and ended.diverted_from == ("1002102",)
    if kind == "CFNR":
        assert world.phones[1].requests("CANCEL") and ended.rang == ("p1", "p2")


def test_a_chain_of_forwardings_is_told_last_first_and_as_a_history() -> None:
    world = World(4)
    world.divert(lunch(1, TO_CARL), lunch(2, Destination(DestinationKind.NUMBER, "1002104")))
    world.phones[0].dial("2102", [(1, "bye")])
    world.clock.run(10)
    invite = world.phones[3].requests("INVITE")[0]
    assert [d.split("@")[0] for d in invite.all("diversion")] == ["<sip:1002103", "<sip:1002102"]
    assert [h.rpartition("index=")[2].split(";")[0] for h in invite.all("history-info")] == ["1", "1.1", "1.1.1"]
    assert [entry.kind for entry in world.progress()[-1].trace].count(TraceKind.DIVERTED) == 2


def test_the_end_of_a_diversion_lets_calls_through_again() -> None:
    world = World(3)
    world.divert(lunch(1, TO_CARL))
    world.phones[0].dial("2102", [(1, "bye")])
    world.clock.run(10)
    world.divert()
    world.phones[0].dial("2102", [(1, "bye")])
    world.clock.run(10)
    assert len(world.phones[1].requests("INVITE")) == 1 and len(world.phones[2].requests("INVITE")) == 1


@pytest.mark.parametrize(("arrange", "cause"), [
    (lambda world: setattr(world.phones[1], "manner", [(0.1, "busy")]), "CFB"),
    (lambda world: setattr(world.phones[1], "manner", [(0.1, "ring"), (0.5, "decline")]), "CFB"),
    (lambda world: setattr(world.phones[1], "manner", [(0.1, "ring")]), "CFNR"),
    (lambda world: setattr(world.phones[1], "manner", [(99, "ring")]), "CFNR"),
    (lambda world: world.phones[1].register(0), "CFNRc"),
])  # fmt: skip
def test_the_mailbox_knows_why_a_caller_came(arrange: object, cause: str) -> None:
    world = World(2, seconds=6)
    arrange(world)  # type: ignore[operator]
    world.clock.run(1)
    world.phones[0].dial("2102")
    world.clock.run(20)
    reached = [event.menu.forwarding for event in world.events if isinstance(event, MenuReached)]
    assert [forwarding.name for forwarding in reached] == [cause.upper()]


def test_a_phone_that_is_in_a_call_is_busy() -> None:
    world = World(3)
    world.phones[0].dial("2102")
    world.clock.run(5)
    world.phones[2].dial("2102")
    world.clock.run(2)
    reached = [event.menu.forwarding.name for event in world.events if isinstance(event, MenuReached)]
    assert reached == ["CFB"] and len(world.phones[1].requests("INVITE")) == 1


# --- all phones of one person ---


def test_all_phones_ring_and_the_others_learn_that_it_was_answered_elsewhere() -> None:
    world = World(2, second=True)
    caller, _, _, other = world.phones
    first = world.phones[1]
    first.manner, other.manner = [(0.1, "ring"), (2, "answer")], [(0.2, "ring")]
    caller.dial("2102", [(1, "bye")])
    world.clock.run(1)
    assert world.state("d-p1") is world.state("d2-p1") is DeviceState.RINGING
    world.clock.run(9)
    cancel = other.requests("CANCEL")[0]
    assert cancel.get("reason") == 'SIP;cause=200;text="Call completed elsewhere"' and not first.requests("CANCEL")
    assert world.progress()[-1].rang == ("p1",) and world.state("d2-p1") is DeviceState.IDLE


def test_a_caller_who_gives_up_is_no_answer_elsewhere() -> None:
    world = World(2, second=True)
    world.phones[1].manner = world.phones[3].manner = [(0.1, "ring")]
    dialog = world.phones[0].dial("2102")
    world.clock.run(2)
    world.phones[0].cancel(dialog)
    world.clock.run(2)
    cancels = [m for phone in (world.phones[1], world.phones[3]) for m in phone.requests("CANCEL")]
    assert len(cancels) == 2 and not any(cancel.has("reason") for cancel in cancels)


def test_two_phones_lifted_at_once_make_one_call() -> None:
    world = World(2, second=True)
    for phone in (world.phones[1], world.phones[3]):
        phone.manner = [(0.1, "ring"), (1, "answer")]
    world.phones[0].dial("2102", [(3, "bye")])
    world.clock.run(3)
    states = [world.state("d-p1"), world.state("d2-p1")]
    assert sorted(state.value for state in states) == ["idle", "on_call"]
    world.clock.run(140)
    assert world.leftovers() == {}


def test_one_busy_phone_does_not_stop_the_other() -> None:
    world = World(2, second=True)
    world.phones[1].manner = [(0.1, "busy")]
    world.phones[3].manner = [(0.1, "ring"), (1, "answer")]
    world.phones[0].dial("2102", [(1, "bye")])
    world.clock.run(10)
    assert world.states() == ["ringing", "connected", "ended"]


# --- transfers ---


def three() -> tuple[World, Phone, Phone, Phone, Dialog]:
    """A has called B; the dialog is B's."""
    world = World(3)
    a, b, c = world.phones
    a.dial("2102")
    world.clock.until(lambda: CallState.CONNECTED.value in world.states())
    world.clock.run(1)
    return world, a, b, c, b.dialogs[0]


def told(phone: Phone) -> list[str]:
    """What a phone that transfers is told of it."""
    return [m.body.decode().split()[1] for m in phone.requests("NOTIFY") if m.get("event") == "refer"]


def test_a_blind_transfer_keeps_the_old_call_until_the_target_answers() -> None:
    world, a, b, c, dialog = three()
    c.manner = [(0.1, "ring"), (3, "answer")]
    b._do(dialog, "refer 2103")
    world.clock.run(2)
    assert told(b) == ["100", "180"] and not b.requests("BYE")
    world.clock.run(3)
    assert told(b) == ["100", "180", "200"] and b.requests("BYE")
    assert world.progress()[-1].caller.device_id == "d-p0" and world.progress()[-1].callee.device_id == "d-p2"
    assert TraceKind.TRANSFERRED in [entry.kind for entry in world.progress()[-1].trace]
    assert a.requests("INVITE") and world.state("d-p1") is DeviceState.IDLE


@pytest.mark.parametrize(("number", "manner", "answer"), [
    ("2999", [], "404"), ("2103", [(0.1, "busy")], "486"), ("2103", [(0.1, "ring")], "480"),
])  # fmt: skip
def test_a_blind_transfer_that_fails_gives_the_call_back(
    number: str, manner: list[tuple[float, str]], answer: str
) -> None:
    world, _a, b, c, dialog = three()
    nobody = Destination(DestinationKind.OPEN)
    world.forwards(2, busy=nobody, no_reply=nobody, no_reply_seconds=5)
    c.manner = manner
    b._do(dialog, f"refer {number}")
    world.clock.run(15)
    assert told(b)[-1] == answer and not b.requests("BYE") and world.states()[-1] == "connected"


def test_a_transfer_to_someone_away_ends_in_the_mailbox() -> None:
    world, a, b, c, dialog = three()
    c.register(0)
    world.clock.run(1)
    b._do(dialog, "refer 2103")
    world.clock.run(2)
    reached = [event.menu.user_id for event in world.events if isinstance(event, MenuReached)]
    assert reached == ["p2"] and told(b)[-1] == "200" and len(a.requests("INVITE")) == 1


def consulting() -> tuple[World, Phone, Phone, Phone, Dialog, Dialog]:
    """B talks to A (held) and to C."""
    world, a, b, c, dialog = three()
    b._do(dialog, "hold")
    world.clock.run(1)
    second = b.dial("2103")
    world.clock.until(lambda: second.talking)
    world.clock.run(1)
    return world, a, b, c, dialog, second


def refer_with_replaces(b: Phone, dialog: Dialog, second: Dialog) -> list:
    remote = second.remote.rpartition("tag=")[2]
    local = second.local.rpartition("tag=")[2]
    replaces = quote(f"{second.call_id};to-tag={remote};from-tag={local}", safe="")
    return b.ask(dialog, "REFER", refer_to=f"<sip:2103@10.0.0.1?Replaces={replaces}>")


def test_an_attended_transfer_by_refer_with_replaces_makes_one_call_of_two() -> None:
    world, a, b, c, dialog, second = consulting()
    answers = refer_with_replaces(b, dialog, second)
    world.clock.run(3)
    assert answers[-1].status == 202 and told(b)[-1] == "200" and len(b.requests("BYE")) == 2
    last = world.progress()[-1]
    assert last.state is CallState.CONNECTED and (last.caller.device_id, last.callee.device_id) == ("d-p0", "d-p2")
    offered = a.requests("INVITE")[-1]
    assert b"a=sendrecv" in offered.body  # whoever was held hears again
    assert world.state("d-p0") is world.state("d-p2") is DeviceState.ON_CALL
    assert world.state("d-p1") is DeviceState.IDLE
    a.hang_up(a.dialogs[0])
    world.clock.run(130)
    assert c.requests("BYE") and world.leftovers() == {}


def test_whoever_had_held_the_transferor_is_on_the_line_with_the_target() -> None:
    world, a, b, _c, dialog, second = consulting()
    a._do(a.dialogs[0], "hold")
    world.clock.run(1)
    assert world.state("d-p0") is DeviceState.ON_HOLD
    refer_with_replaces(b, dialog, second)
    world.clock.run(3)
    assert world.state("d-p0") is DeviceState.ON_CALL and told(b)[-1] == "200"


def test_an_attended_transfer_to_a_phone_that_still_rings_rings_on_for_the_other() -> None:
    world, a, b, c, dialog = three()
    c.manner = [(0.1, "ring"), (8, "answer")]
    second = b.dial("2103")
    world.clock.run(2)
    leg = next(leg for leg in world.engine.legs.values() if leg.device_id == "d-p1" and leg.call_id == second.call_id)
    b.ask(
        dialog,
        "REFER",
        refer_to=f"<sip:2103@10.0.0.1?Replaces={quote(f'{second.call_id};to-tag={leg.local_tag};from-tag=x')}>",
    )
    world.clock.run(20)
    last = [event for event in world.progress() if event.state is CallState.CONNECTED][-1]
    assert (last.caller.device_id, last.callee.device_id) == ("d-p0", "d-p2") and told(b)[-1] == "200"


def test_replaces_of_a_dialog_that_is_not_there_is_refused() -> None:
    world, _a, b, _c, dialog = three()
    for target in ("<sip:2103@10.0.0.1?Replaces=nothing%3Bto-tag%3Da%3Bfrom-tag%3Db>", "<http://x>"):
        answers = b.ask(dialog, "REFER", refer_to=target)
        world.clock.run(1)
        assert answers[-1].status == (481 if "Replaces" in target else 400)
    assert world.states()[-1] == "connected"


def test_a_transferor_is_let_go_when_the_other_hangs_up_in_the_middle_of_joining() -> None:
    world, a, b, c, dialog, second = consulting()
    world.network.places.pop(c.address)  # C no longer answers the offer
    refer_with_replaces(b, dialog, second)
    world.clock.run(1)
    a.hang_up(a.dialogs[0])
    world.clock.run(140)
    assert len(b.requests("BYE")) == 2 and world.state("d-p1") is DeviceState.IDLE
    for one in b.dialogs:
        one.over = True
    world.clock.run(130)
    assert world.leftovers() == {}


def test_a_transferor_is_let_go_when_the_joining_is_refused() -> None:
    world, _a, b, c, dialog, second = consulting()
    c._accept = lambda _dialog, server, _body: server.answer(488)  # type: ignore[method-assign]
    refer_with_replaces(b, dialog, second)
    world.clock.run(5)
    assert told(b)[-1] == "488" and world.state("d-p1") is DeviceState.IDLE
    world.clock.run(140)
    assert world.leftovers() == {}


def test_transfers_and_joining_asked_for_by_the_api() -> None:
    world, _a, _b, _c, dialog, second = consulting()
    calls = list(world.engine.calls.values())
    legs = [call.leg_of(DeviceId("d-p1")) for call in calls]
    assert legs[0] is not None and legs[1] is not None
    join(calls[0], legs[0], calls[1], legs[1], by_phone=False)
    world.clock.run(2)
    assert world.progress()[-1].callee.device_id == "d-p2" and list(world.engine.calls) == [calls[0].id]
    staying = calls[0].leg_of(DeviceId("d-p2"))
    assert staying is not None
    start(calls[0], staying, "2102", by_phone=False)
    world.clock.run(4)
    assert (world.progress()[-1].caller.device_id, world.progress()[-1].callee.device_id) == ("d-p0", "d-p1")


@pytest.mark.parametrize("who", [0, 2])
@pytest.mark.parametrize("moment", [-10, -5, -3, -2, -1, 0, 1, 2, 3, 4, 6, 10])
def test_a_phone_that_offers_something_while_two_calls_are_joined_is_answered_and_both_agree(
    who: int, moment: int
) -> None:
    """Its offer would wait for the other one, which is asked for one itself, and that for an answer of this phone.

    moment: milliseconds after the joining.
    """
    world, a, _b, c, _dialog, _second = consulting()
    calls = list(world.engine.calls.values())
    legs = [call.leg_of(DeviceId("d-p1")) for call in calls]
    assert legs[0] is not None and legs[1] is not None
    phone = world.phones[who]
    talking, before = next(one for one in phone.dialogs if one.talking), len(phone.heard)
    if moment < 0:
        phone._do(talking, "resume")
        world.clock.run(-moment / 1000)
    join(calls[0], legs[0], calls[1], legs[1], by_phone=False)
    if moment >= 0:
        world.clock.run(moment / 1000)
        phone._do(talking, "resume")
    world.clock.run(8)
    answers = {m.status for m in phone.heard[before:] if m.cseq[1] == "INVITE" and m.status >= 200}
    near, far = calls[0].near, calls[0].far
    assert near is not None and far is not None and {near.device_id, far.device_id} == {"d-p0", "d-p2"}
    assert answers and answers <= {200, 491, 500} and world.states()[-1] == "connected"
    assert near.settled and far.settled and not near.offering and not far.offering
    a.hang_up(a.dialogs[0])
    world.clock.run(1)
    assert c.requests("BYE")


def test_hanging_up_by_the_api_ends_it_everywhere() -> None:
    world, a, b, _c, _dialog = three()
    call = world.engine.calls[CallId(next(iter(world.engine.calls)))]
    call.finish(Cause.NORMAL)
    world.clock.run(1)
    assert a.requests("BYE") and b.requests("BYE") and world.progress()[-1].cause is Cause.NORMAL
