"""INVITEs with Replaces (RFC 3891): a call goes on at another phone, a ringing one is picked up, or not."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from onepresence_desktop.domain.calls import CallId, CallState, Cause, TraceKind
from onepresence_desktop.domain.people import CustomerId, DeviceId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.ports import MenuReached
from onepresence_desktop.pbx.telephony.sip.orders import originate
from onepresence_desktop.pbx.telephony.sip.sdp import Sdp
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import Dialog, Phone, sdp
from tests.pbx.telephony.sip.virtual import PBX

FOUL = {"loss": 0.15, "double": 0.15, "jitter": 0.05}
A, B, C, A2, B2 = 0, 1, 2, 3, 4
"""Phones: A has called B; the second ones of both, and C."""


def calling(*, rings: bool = False, offer: bool = True, **more: float) -> World:
    """A's call to B: it rings there, or they talk."""
    world = World(3, second=True, seconds=20, **more)
    for phone in world.phones:
        phone.manner = [(0.1, "ring"), (30, "answer")] if rings else [(0.1, "ring"), (1, "answer")]
    if not rings:
        world.phones[B2].manner = [(0.1, "ring")]
    world.phones[A].dial("2102", offer=offer)
    state = CallState.RINGING if rings else CallState.CONNECTED
    world.clock.until(lambda: state.value in world.states())
    world.clock.until(lambda: bool(world.phones[B].dialogs))
    world.clock.run(2)
    return world


def quiet(world: World) -> None:
    """Everyone hangs up; nothing is left."""
    world.network.loss = 0
    for phone in world.phones:
        for dialog in phone.dialogs:
            phone.hang_up(dialog)
    world.clock.run(130)
    world.clock.until(lambda: not world.leftovers(), within=60, step=1)


def heard_at(message: object) -> str:
    return Sdp(message.body).audio().host  # type: ignore[attr-defined]


def accepted(phone: Phone) -> str:
    """Where its INVITE's 200 says that the other side listens."""
    return heard_at(next(m for m in reversed(phone.heard) if m.status == 200 and m.cseq[1] == "INVITE"))


@dataclass(frozen=True)
class Taken:
    """Whose phone is replaced by which, and who talks to whom then. by: told in the call's trace as its transferor."""

    old: int
    new: int
    caller: str
    callee: str
    by: str = ""


TAKEN = {
    "the caller goes on at his other phone": Taken(A, A2, "d2-p0", "d-p1"),
    "the called one goes on at his other phone": Taken(B, B2, "d-p0", "d2-p1"),
    "a colleague takes the called one's place": Taken(B, C, "d-p0", "d-p2", by="1002102"),
    "a colleague takes the caller's place": Taken(A, C, "d-p1", "d-p2", by="1002101"),
}


@pytest.mark.parametrize("offer", [True, False], ids=["with an offer", "without one"])
@pytest.mark.parametrize("weather", ["fair", "foul"])
@pytest.mark.parametrize("name", list(TAKEN))
def test_a_call_goes_on_at_another_phone(name: str, weather: str, offer: bool) -> None:
    taken = TAKEN[name]
    world = calling(seed=len(name) + offer)
    for key, value in (FOUL if weather == "foul" else {}).items():
        setattr(world.network, key, value)
    old, new = world.phones[taken.old], world.phones[taken.new]
    staying = world.phones[B if taken.old == A else A]
    dialog = new.take(old.dialogs[0], offer=offer)
    world.clock.until(lambda: dialog.talking)
    world.clock.until(lambda: old.dialogs[0].over)
    world.clock.until(lambda: bool(staying.requests("INVITE")) or taken.old == A)
    last = world.progress()[-1]
    assert (last.state, last.caller.device_id, last.callee.device_id) == (
        CallState.CONNECTED,
        taken.caller,
        taken.callee,
    )
    assert {event.call_id for event in world.progress()} == {last.call_id}
    assert [e.number for e in last.trace if e.kind is TraceKind.TRANSFERRED] == ([taken.by] if taken.by else [])
    assert world.state(taken.caller) is world.state(taken.callee) is DeviceState.ON_CALL
    world.clock.run(10)
    assert accepted(new) == staying.host
    described = [m for m in staying.heard if m.body and m.method in ("INVITE", "ACK")][-1]
    assert heard_at(described) == new.host
    assert world.states()[-1] == "connected" and world.state(f"d-p{taken.old}") is DeviceState.IDLE
    staying.hang_up(staying.dialogs[0])
    world.clock.run(40)
    assert world.states()[-1] == "ended" and dialog.over
    quiet(world)


@dataclass(frozen=True)
class Picked:
    """Which phone picks up the ringing call, and whether the picking is told."""

    new: int
    callee: str
    told: bool


PICKED = {"a colleague": Picked(C, "d-p2", True), "his own other phone": Picked(B2, "d2-p1", False)}


@pytest.mark.parametrize("offers", [(True, True), (True, False), (False, True)], ids=["both", "caller", "picker"])
@pytest.mark.parametrize("weather", ["fair", "foul"])
@pytest.mark.parametrize("name", list(PICKED))
def test_a_ringing_call_is_picked_up(name: str, weather: str, offers: tuple[bool, bool]) -> None:
    picked = PICKED[name]
    world = calling(rings=True, offer=offers[0], seed=len(name))
    for key, value in (FOUL if weather == "foul" else {}).items():
        setattr(world.network, key, value)
    a, b, new = world.phones[A], world.phones[B], world.phones[picked.new]
    dialog = new.take(b.dialogs[0], offer=offers[1])
    world.clock.until(lambda: dialog.talking and a.dialogs[0].talking)
    world.clock.until(lambda: world.states()[-1] == "connected" and b.dialogs[0].over)
    last = world.progress()[-1]
    assert (last.caller.device_id, last.callee.device_id, last.rang) == ("d-p0", picked.callee, ("p1",))
    assert (TraceKind.PICKED_UP in [entry.kind for entry in last.trace]) is picked.told
    assert b.requests("CANCEL")[0].get("reason").startswith("SIP;cause=200")
    world.clock.run(10)
    told_a = [m for m in a.heard if m.body and m.status == 200 and m.cseq[1] == "INVITE"][-1]
    assert (heard_at(told_a), accepted(new)) == (new.host, a.host)
    assert world.state("d-p0") is world.state(picked.callee) is DeviceState.ON_CALL
    assert not [event for event in world.events if isinstance(event, MenuReached)]
    new.hang_up(dialog)
    world.clock.run(40)
    assert world.progress()[-1].cause is Cause.NORMAL and a.dialogs[0].over
    quiet(world)


@pytest.mark.parametrize(("lifted_after", "status"), [(0.0, 486), (0.0035, 200)], ids=["just before", "just after"])
def test_of_two_who_lift_at_once_the_first_has_the_call(lifted_after: float, status: int) -> None:
    world = calling(rings=True)
    a, b, c = world.phones[A], world.phones[B], world.phones[C]
    dialog = c.take(b.dialogs[0], flags=";early-only")
    world.clock.run(lifted_after)  # 3 ms until the INVITE is there with its proof; the CANCEL and the 200 cross
    b._do(b.dialogs[0], "answer")
    world.clock.run(5)
    assert dialog.status == status and a.dialogs[0].talking and b.dialogs[0].talking is (status == 486)
    assert world.states().count("connected") == 1
    quiet(world)


def test_a_call_that_a_click_began_is_answered_at_the_persons_other_phone_and_then_dialled() -> None:
    world = World(3, second=True)
    world.phones[A].manner = [(0.1, "ring")]
    originate(world.engine, CallId("k"), DeviceId("d-p0"), "2102", answers=False)
    world.clock.run(1)
    stranger = world.phones[C].take(world.phones[A].dialogs[0])
    world.clock.run(1)
    assert stranger.status == 403
    dialog = world.phones[A2].take(world.phones[A].dialogs[0])
    world.clock.until(lambda: world.states()[-1] == "connected")
    last = world.progress()[-1]
    assert dialog.talking and (last.caller.device_id, last.callee.device_id) == ("d2-p0", "d-p1")
    assert world.phones[A].requests("CANCEL") and world.state("d-p0") is DeviceState.IDLE
    quiet(world)


def test_a_clicked_calls_ringing_target_is_picked_up() -> None:
    world = World(3)
    world.phones[B].manner = [(0.1, "ring")]
    originate(world.engine, CallId("k"), DeviceId("d-p0"), "2102", answers=False)
    world.clock.until(lambda: bool(world.phones[B].dialogs))
    world.clock.run(1)
    for offer in (False, True):
        dialog = world.phones[C].take(world.phones[B].dialogs[0], offer=offer)
        world.clock.run(3)
        assert dialog.talking is not offer  # the second comes too late
    assert dialog.status == 603
    assert world.progress()[-1].callee.device_id == "d-p2" and not world.media.sessions
    quiet(world)


@pytest.mark.parametrize(("new", "status"), [(A2, 200), (C, 403)])
def test_who_hears_a_mailbox_goes_on_at_his_other_phone_and_nobody_else_does(new: int, status: int) -> None:
    world = World(3, second=True)
    for phone in (world.phones[B], world.phones[B2]):
        phone.register(0)
    world.clock.run(1)
    a = world.phones[A]
    a.dial("2102")
    world.clock.until(lambda: "voicemail" in world.states())
    world.clock.run(1)
    dialog = world.phones[new].take(a.dialogs[0])
    world.clock.run(1)
    assert dialog.status == status and a.dialogs[0].over is (status == 200)
    listening = [session.remote.host for session in world.media.sessions]
    assert listening == [world.phones[new if status == 200 else A].host] and world.states()[-1] == "voicemail"
    quiet(world)


def test_a_call_under_way_to_a_third_is_picked_up_there_and_whoever_transferred_is_let_go() -> None:
    world = calling()
    a, b, c = world.phones[A], world.phones[B], world.phones[C]
    c.manner = [(0.1, "ring")]
    b._do(b.dialogs[0], "refer 2103")
    world.clock.until(lambda: bool(c.dialogs))
    world.clock.run(1)
    refused = world.phones[A2].take(a.dialogs[0])
    dialog = world.phones[B2].take(c.dialogs[0])
    world.clock.run(3)
    assert refused.status == 491 and dialog.talking and b.dialogs[0].over and c.requests("CANCEL")
    last = world.progress()[-1]
    assert (last.caller.device_id, last.callee.device_id) == ("d-p0", "d2-p1")
    assert heard_at(a.requests("INVITE")[-1]) == world.phones[B2].host
    quiet(world)


# --- refused ---

NONSENSE = {
    "no tags": "{call}", "one tag": "{call};to-tag={to}", "an empty tag": "{call};to-tag={to};from-tag=",
    "a tag twice": "{call};to-tag={to};to-tag={to};from-tag={own}", "two in one": "{both}, {both}",
    "nothing": "", "only signs": ";;;=;", "no dialog": ";to-tag={to};from-tag={own}",
}  # fmt: skip
UNKNOWN = {
    "another call": "x{both}", "tags the wrong way round": "{call};to-tag={own};from-tag={to}",
    "somebody else's tag": "{call};to-tag={to};from-tag=zz", "a guess": "{call};to-tag=0;from-tag=0",
}  # fmt: skip


@pytest.mark.parametrize(
    ("value", "status"), [*((v, 400) for v in NONSENSE.values()), *((v, 481) for v in UNKNOWN.values())]
)
def test_a_header_that_names_no_dialog_is_refused_and_no_call_is_touched(value: str, status: int) -> None:
    world = calling()
    b, c = world.phones[B], world.phones[C]
    to, own = (side.rpartition("tag=")[2] for side in (b.dialogs[0].remote, b.dialogs[0].local))
    both = f"{b.dialogs[0].call_id};to-tag={to};from-tag={own}"
    dialog = c.dial("2101", headers=[("replaces", value.format(call=b.dialogs[0].call_id, to=to, own=own, both=both))])
    world.clock.run(2)
    assert dialog.status == status
    assert world.states() == ["ringing", "connected"] and not b.requests("BYE") and world.state("d-p2") == "idle"
    quiet(world)


def test_two_headers_one_with_join_and_one_in_another_request_are_refused() -> None:
    world = calling()
    b, c = world.phones[B], world.phones[C]
    to, own = (side.rpartition("tag=")[2] for side in (b.dialogs[0].remote, b.dialogs[0].local))
    value = ("replaces", f"{b.dialogs[0].call_id};to-tag={to};from-tag={own}")
    for headers in ([value, value], [value, ("join", value[1])]):
        dialog = c.dial("2101", headers=headers)
        world.clock.run(2)
        assert dialog.status == 400
    for method in ("OPTIONS", "INFO", "INVITE"):
        answers = b.ask(b.dialogs[0], method, sdp(b.host) if method == "INVITE" else b"", replaces=value[1])
        world.clock.run(2)
        assert answers[-1].status == 400
    assert world.states() == ["ringing", "connected"]
    quiet(world)


REFUSED: dict[str, tuple[bool, int, str, int]] = {
    # what is going on: it rings; whose dialog; flags; the answer
    "talking, and only a ringing one is wanted": (False, B, ";early-only", 486),
    "the caller's side while it rings": (True, A, "", 481),
    "the caller's side while it rings, early only": (True, A, ";early-only", 481),
}


@pytest.mark.parametrize("name", list(REFUSED))
def test_a_dialog_that_must_not_be_replaced_stays(name: str) -> None:
    rings, whose, flags, status = REFUSED[name]
    world = calling(rings=rings)
    named = world.phones[whose].dialogs[0]
    if rings and whose == A:
        ringing = next(m for m in world.phones[A].heard if m.status == 180)
        named = replace(named, remote=ringing.get("to"))
    dialog = world.phones[C].take(named, flags=flags)
    world.clock.run(2)
    assert dialog.status == status and world.states()[-1] == ("ringing" if rings else "connected")
    assert not world.phones[whose].requests("BYE") and not world.phones[B].requests("CANCEL")
    quiet(world)


def test_early_only_picks_up_a_ringing_call() -> None:
    world = calling(rings=True)
    dialog = world.phones[C].take(world.phones[B].dialogs[0], flags=";early-only")
    world.clock.run(2)
    assert dialog.status == 200
    quiet(world)


def test_a_dialog_that_has_ended_is_declined_while_it_is_remembered() -> None:
    world = calling()
    a, b, c = world.phones[A], world.phones[B], world.phones[C]
    a.hang_up(a.dialogs[0])
    world.clock.run(2)
    late = c.take(b.dialogs[0])
    world.clock.run(2)
    assert late.status == 603
    world.clock.run(40)
    later = c.take(b.dialogs[0])
    world.clock.run(2)
    assert later.status == 481
    quiet(world)


@pytest.mark.parametrize("rings", [False, True])
def test_a_device_of_another_customer_learns_nothing_and_takes_nothing(rings: bool) -> None:
    world = calling(rings=rings)
    stranger = world.lines[2]
    world.engine.set_lines(
        [replace(one, customer_id=CustomerId("x")) if one is stranger else one for one in world.lines]
    )
    named = world.phones[B].dialogs[0]
    answers = [world.phones[C].take(named), world.phones[C].take(replace(named, call_id="nobody's"))]
    world.clock.run(2)
    assert [answer.status for answer in answers] == [481, 481]
    assert world.states()[-1] == ("ringing" if rings else "connected")
    quiet(world)


def test_a_stranger_without_a_password_is_challenged_whatever_he_names() -> None:
    world = calling()
    world.phones[C]._prove = lambda *_: ""  # type: ignore[method-assign]
    dialog = world.phones[C].take(world.phones[B].dialogs[0])
    world.clock.run(2)
    assert dialog.status == 401 and world.states()[-1] == "connected"
    quiet(world)


@pytest.mark.parametrize("rings", [False, True])
@pytest.mark.parametrize("relay", [False, True])
def test_a_phone_that_has_no_codec_in_common_is_refused_and_the_call_goes_on(rings: bool, relay: bool) -> None:
    world = calling(rings=rings, relay=relay)
    c = world.phones[C]
    body = sdp(c.host).replace(b"0 8 101", b"97").replace(b"101 telephone-event", b"97 speex")
    named = world.phones[B].dialogs[0]
    to, own = (side.rpartition("tag=")[2] for side in (named.remote, named.local))
    answers: list[int] = []
    c._authenticated(
        "INVITE", "sip:x@10.0.0.1", "<sip:x@10.0.0.1>", "new", lambda r: answers.append(r.status), body=body,
        headers=[("contact", "<sip:c@10.0.1.3>"), ("replaces", f"{named.call_id};to-tag={to};from-tag={own}")],
    )  # fmt: skip
    world.clock.run(2)
    assert answers[-1] == 488 and world.states()[-1] == ("ringing" if rings else "connected")
    assert not world.phones[A].requests("INVITE") and world.state("d-p2") is DeviceState.IDLE
    quiet(world)


Deed = Callable[[World, Phone, Dialog], None]
MEANWHILE: dict[str, tuple[Deed, str, int]] = {
    # what happens before whoever stays has answered; the call then; the new phone's status
    "he who stays can't": (lambda w, s, _: _refuse_offers(s), "connected", 488),
    "the new phone gives up": (lambda w, s, d: w.phones[C].cancel(d), "connected", 487),
    "the old phone hangs up": (lambda w, s, _: w.phones[B].hang_up(w.phones[B].dialogs[0]), "connected", 200),
    "he who stays hangs up": (lambda w, s, _: s.hang_up(s.dialogs[0]), "ended", 480),
    "the call is ended by the service": (
        lambda w, s, _: next(iter(w.engine.calls.values())).finish(Cause.NORMAL), "ended", 480,
    ),
}  # fmt: skip


def _refuse_offers(phone: Phone) -> None:
    phone._accept = lambda _dialog, server, _body: server.answer(488)  # type: ignore[method-assign]


@pytest.mark.parametrize("relay", [False, True])
@pytest.mark.parametrize("offer", [True, False], ids=["with an offer", "without one"])
@pytest.mark.parametrize("name", list(MEANWHILE))
def test_what_happens_meanwhile_leaves_the_call_whole_or_ended(name: str, offer: bool, relay: bool) -> None:
    deed, state, status = MEANWHILE[name]
    world = calling(relay=relay)
    a, b, c = world.phones[A], world.phones[B], world.phones[C]
    linked = {id(s): id(s.relay) for s in world.media.sessions}
    slow = a._accept
    a._accept = lambda *given: world.clock.call_later(0.5, lambda: slow(*given))  # type: ignore[method-assign]
    dialog = c.take(b.dialogs[0], offer=offer)
    world.clock.run(0.1 if name != "he who stays can't" else 0.0)
    deed(world, a, dialog)
    world.clock.run(6)
    assert (world.states()[-1], dialog.status) == (state, status)
    if status in (487, 488):
        assert not b.dialogs[0].over and not b.requests("BYE") and world.state("d-p2") is DeviceState.IDLE
        described = [m for m in a.heard if m.body and (m.method in ("INVITE", "ACK") or m.status == 200)][-1]
        if name == "the new phone gives up" and not relay:
            assert heard_at(described) == b.host
        if relay:
            assert {id(s): id(s.relay) for s in world.media.sessions} == linked
        assert world.progress()[-1].callee.device_id == "d-p1"
    quiet(world)


def test_sound_led_through_the_engine_is_led_to_the_new_phone_and_the_old_ones_is_closed() -> None:
    world = calling(relay=True)
    a, b, c = world.phones[A], world.phones[B], world.phones[C]
    c.take(b.dialogs[0])
    world.clock.run(3)
    remotes = {session.remote.host: session for session in world.media.sessions if session.remote is not None}
    assert set(remotes) == {a.host, c.host}
    assert remotes[a.host].relay is remotes[c.host] and remotes[c.host].relay is remotes[a.host]
    quiet(world)


def test_hold_goes_with_the_phone_that_held() -> None:
    world = calling()
    a, b = world.phones[A], world.phones[B]
    b._do(b.dialogs[0], "hold")
    world.clock.run(1)
    assert world.states()[-1] == "held"
    world.phones[B2].take(b.dialogs[0])
    world.clock.run(3)
    assert world.states()[-1] == "connected" and b"a=sendrecv" in a.requests("INVITE")[-1].body
    assert world.state("d2-p1") is DeviceState.ON_CALL
    quiet(world)


@pytest.mark.parametrize("spoil", [0.0, 0.2])
def test_hundreds_of_phones_taking_calls_over_a_bad_line_leave_nothing_behind(
    spoil: float, caplog: pytest.LogCaptureFixture
) -> None:
    world = World(8, seed=9, seconds=8, second=True, loss=0.05, double=0.05, jitter=0.04, spoil=spoil)
    rng = random.Random(10)
    takes: list[Dialog] = []
    for _ in range(400):
        caller, taker = rng.sample(world.phones, 2)
        caller.manner = rng.choice([[(0.1, "ring")], [(0.1, "ring"), (1, "answer"), (rng.uniform(1, 9), "bye")]])
        caller.dial(str(2101 + rng.randrange(8)), [(rng.uniform(1, 20), "bye")], offer=rng.random() < 0.8)
        world.clock.run(rng.uniform(0.1, 2))
        there = [dialog for phone in world.phones for dialog in phone.dialogs if not dialog.over]
        if there:
            dialog = taker.take(rng.choice(there), offer=rng.random() < 0.8, flags=rng.choice(["", ";early-only"]))
            takes.append(dialog)
            if rng.random() < 0.2:
                world.clock.call_later(rng.uniform(0, 0.3), lambda one=taker, dialog=dialog: one.cancel(dialog))
    world.network.loss = world.network.double = world.network.spoil = 0.0
    assert not [record for record in caplog.records if record.exc_info]
    for phone in world.phones:
        phone.register(100_000)
    world.clock.run(4000)
    begun = {event.call_id for event in world.progress()}
    statuses = Counter(dialog.status for dialog in takes)
    assert len(begun) > 300 and statuses[200] > 60, statuses
    quiet(world)
    assert {event.call_id for event in world.progress() if event.state is CallState.ENDED} == begun


def test_an_offer_that_is_told_again_while_its_answer_is_awaited_is_taken_once() -> None:
    world = calling()
    a, b, c, b2 = (world.phones[n] for n in (A, B, C, B2))
    hears = world.network.places[PBX]
    world.network.places[PBX] = lambda data, source: (
        None if data.startswith(b"ACK") and source == c.address else hears(data, source)
    )
    taken = c.take(b.dialogs[0], offer=False)
    world.clock.until(lambda: taken.talking)
    pending = b2.take(taken)
    world.clock.run(2.5)  # the one who stays repeats his 200, with the offer, as long as nobody acknowledges it
    a.hang_up(a.dialogs[0])
    world.clock.run(3)
    assert pending.over and pending.status == 480
    world.network.places[PBX] = hears
    quiet(world)
