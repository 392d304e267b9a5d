"""Calls taken by code: picked up while they ring, parked, taken back, and what can't be (spec 4.8, 12.1b)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party, TraceKind
from onepresence_desktop.domain.errors import CallRefused
from onepresence_desktop.domain.feature_codes import is_code, read_code
from onepresence_desktop.domain.people import CustomerId, DeviceId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import FeatureCode, Hop, Step
from onepresence_desktop.pbx.ports import MenuReached
from onepresence_desktop.pbx.telephony.sip.call import Call
from onepresence_desktop.pbx.telephony.sip.sdp import Sdp
from onepresence_desktop.pbx.telephony.sip.taking import is_parked, park, take
from tests.pbx.telephony.sip.office import TableRouter
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import Phone

A, B, C = 0, 1, 2


class CodeRouter(TableRouter):
    """Codes are no numbers."""

    def route(self, caller: Party, customer_id: CustomerId, dialled: str, hops: tuple[Hop, ...] = ()) -> Step:
        if is_code(dialled):
            return FeatureCode(read_code(dialled))
        return super().route(caller, customer_id, dialled, hops)


@dataclass
class Office:
    """A has called B; C keys codes, which `on_code` carries out."""

    world: World
    first: CallId
    on_code: Callable[[Call, MenuReached], None]

    @property
    def call(self) -> Call:
        return self.world.engine.calls[self.first]

    def last(self, call_id: CallId | None = None) -> tuple[CallState, str | None, str | None]:
        event = [e for e in self.world.progress() if e.call_id == (call_id or self.first)][-1]
        return event.state, event.caller.device_id, event.callee.device_id


def office(*, talking: bool, relay: bool = False) -> Office:
    world = World(4, seconds=30, relay=relay)
    world.engine.router = CodeRouter(world.router.dial_plan)
    for phone in world.phones:
        phone.manner = [(0.1, "ring"), (1, "answer")] if talking else [(0.1, "ring")]
    here = Office(world, CallId(""), lambda call, event: None)

    def reached(event: MenuReached) -> None:
        here.on_code(world.engine.calls[event.call_id], event)

    world._mailbox = reached  # type: ignore[method-assign]
    world.phones[A].dial("2102")
    world.clock.until(lambda: ("connected" if talking else "ringing") in world.states())
    world.clock.run(2)
    here.first = world.progress()[0].call_id
    return here


def listens(phone: Phone) -> str:
    """Where the phone was told last that the other side listens."""
    told = [m for m in phone.heard if m.body and (m.method in ("INVITE", "ACK") or m.status == 200)]
    return Sdp(told[-1].body).audio().host


def test_a_ringing_call_is_picked_up_by_the_phone_that_keyed_the_code() -> None:
    here = office(talking=False)
    world = here.world
    here.on_code = lambda code, event: take(code, here.call)
    dialog = world.phones[C].dial("*8")
    world.clock.until(lambda: dialog.talking)
    world.clock.run(3)
    assert here.last() == (CallState.CONNECTED, "d-p0", "d-p2")
    assert listens(world.phones[C]) == world.phones[A].host and listens(world.phones[A]) == world.phones[C].host
    assert world.state("d-p1") is DeviceState.IDLE
    trace = [e for e in world.progress() if e.call_id == here.first][-1].trace
    assert [(e.kind, e.number) for e in trace if e.kind is TraceKind.PICKED_UP] == [(TraceKind.PICKED_UP, "1002103")]
    codes = [e for e in world.progress() if e.dialled == "*8"]
    assert (codes[-1].state, codes[-1].cause) == (CallState.ENDED, Cause.ANSWERED_ELSEWHERE)
    world.phones[A].hang_up(world.phones[A].dialogs[0])
    world.clock.run(140)
    assert dialog.over and not world.leftovers()


@pytest.mark.parametrize("relay", [False, True])
def test_a_call_is_parked_with_music_and_taken_back_by_another(relay: bool) -> None:
    here = office(talking=True, relay=relay)
    world = here.world
    park(here.call, DeviceId("d-p1"))
    world.clock.run(2)
    assert here.last()[:2] == (CallState.HELD, "d-p0") and is_parked(here.call)
    assert world.phones[B].dialogs[-1].over and world.state("d-p1") is DeviceState.IDLE
    assert here.call.session is not None and here.call.session.repeated == "music"  # type: ignore[attr-defined]
    here.on_code = lambda code, event: take(code, here.call)
    dialog = world.phones[C].dial("705")
    world.clock.until(lambda: dialog.talking)
    world.clock.run(3)
    assert here.last() == (CallState.CONNECTED, "d-p0", "d-p2")
    if not relay:
        assert listens(world.phones[C]) == world.phones[A].host and listens(world.phones[A]) == world.phones[C].host
    world.phones[C].hang_up(dialog)
    world.clock.run(140)
    assert not world.leftovers()


def test_the_caller_may_park_the_one_who_was_called_too() -> None:
    here = office(talking=True)
    park(here.call, DeviceId("d-p0"))
    here.world.clock.run(2)
    assert here.last()[:2] == (CallState.HELD, "d-p1")
    here.world.phones[B].hang_up(here.world.phones[B].dialogs[-1])
    here.world.clock.run(140)
    assert here.last()[0] is CallState.ENDED and not here.world.leftovers()


def test_a_parked_call_rings_again_where_it_was_parked() -> None:
    here = office(talking=True)
    world = here.world
    park(here.call, DeviceId("d-p1"))
    world.clock.run(2)
    here.call.redirect(world.engine.router.route(Party("1002101"), here.call.customer_id, "1002102"))
    world.clock.until(lambda: here.last()[0] is CallState.CONNECTED, within=20)
    world.clock.run(2)
    assert here.last() == (CallState.CONNECTED, "d-p0", "d-p1")


def test_a_transfer_to_the_code_parks_whoever_is_transferred() -> None:
    here = office(talking=True)
    world = here.world
    told: list[MenuReached] = []

    def parked(code: Call, event: MenuReached) -> None:
        told.append(event)
        park(code, None)

    here.on_code = parked
    world.phones[B]._do(world.phones[B].dialogs[-1], "refer *68")
    world.clock.until(lambda: bool(told))
    world.clock.run(3)
    (event,) = told
    assert (event.call_id, event.caller.number) == (here.first, "1002101")
    assert event.by is not None and event.by.number == "1002102"
    assert is_parked(here.call) and here.last()[:2] == (CallState.HELD, "d-p0")


def test_a_transfer_to_any_other_code_changes_nothing_for_whoever_is_transferred() -> None:
    here = office(talking=True)
    reached: list[MenuReached] = []
    here.on_code = lambda code, event: reached.append(event)
    here.world.phones[B]._do(here.world.phones[B].dialogs[-1], "refer *21*2104#")
    here.world.clock.run(5)
    assert not reached and here.last() == (CallState.CONNECTED, "d-p0", "d-p1")


def test_what_neither_rings_nor_is_parked_is_not_taken() -> None:
    here = office(talking=True)
    refused: list[str] = []

    def try_it(code: Call, event: MenuReached) -> None:
        for call in (here.call, code):
            with pytest.raises(CallRefused):
                take(code, call)
            refused.append(call.id)
        code.finish(Cause.REJECTED)

    here.on_code = try_it
    dialog = here.world.phones[C].dial("*82102")
    here.world.clock.until(lambda: dialog.over)
    assert len(refused) == 2 and here.last() == (CallState.CONNECTED, "d-p0", "d-p1")
    with pytest.raises(CallRefused):
        park(here.call, None)
    with pytest.raises(CallRefused):
        park(here.call, DeviceId("d-p2"))


def test_a_phone_that_speaks_no_common_codec_does_not_take_the_call() -> None:
    here = office(talking=False)
    world = here.world
    world.phones[C].offers = lambda: Sdp(
        b"v=0\r\no=- 1 1 IN IP4 10.0.1.3\r\ns=-\r\nc=IN IP4 10.0.1.3\r\nt=0 0\r\n"
        b"m=audio 4000 RTP/AVP 3\r\na=rtpmap:3 GSM/8000\r\n"
    ).encode()

    def try_it(code: Call, event: MenuReached) -> None:
        with pytest.raises(CallRefused):
            take(code, here.call)
        code.finish(Cause.REJECTED)

    here.on_code = try_it
    dialog = world.phones[C].dial("*8")
    world.clock.until(lambda: dialog.over)
    assert here.last()[0] is CallState.RINGING
