"""A phone that is asked to lift by itself, and one that rings for several calls at once (spec 11.1, 3.6a)."""

from __future__ import annotations

from dataclasses import replace

from onepresence_desktop.domain.calls import CallId, CallState, Cause
from onepresence_desktop.domain.diversion import ForwardingDefaults
from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.domain.routing import OwnPhone, Reject, Ring, RingStage
from onepresence_desktop.pbx.telephony.sip import orders
from tests.pbx.telephony.sip.simulated import World

DESK = DeviceId("d-p1")
NOBODY = Reject(Cause.NO_ANSWER)


def ring(user: UserId | None, *, answers: bool = False) -> Ring:
    return Ring((RingStage((OwnPhone(DESK, waits=True, answers=answers),)),), 30, NOBODY, NOBODY, NOBODY, user_id=user)


def invites(world: World) -> list[str]:
    """What the desk phone was asked with each INVITE that began a dialog."""
    heard = [m for m in world.phones[1].heard if m.method == "INVITE" and "tag=" not in m.get("to")]
    return [m.get("answer-mode") for m in heard]


def test_a_call_that_rings_at_a_phone_is_lifted_there_when_its_owner_says_so() -> None:
    world = World(3, seconds=30)
    world.phones[1].manner = [(0.1, "ring")]
    world.phones[0].dial("2102")
    world.clock.until(lambda: "ringing" in world.states())
    world.clock.run(1)
    first = world.progress()[0].call_id
    world.phones[1].manner = [(0.1, "ring"), (0.2, "answer")]
    user = world.engine.lines[DESK].user_id
    world.engine.calls[first].redirect(ring(user, answers=True))
    world.clock.until(lambda: "connected" in world.states())
    assert invites(world) == ["", "Auto"]
    heard = [m for m in world.phones[1].heard if m.get("answer-mode")]
    assert "answer-after=0" in heard[0].get("call-info") and "alert-autoanswer" in heard[0].get("alert-info")


def test_several_calls_ring_at_a_phone_whose_owner_wants_to_hear_of_all() -> None:
    world = World(3, seconds=30)
    plan, user = world.router.dial_plan, world.engine.lines[DESK].user_id
    waits = replace(plan.defaults.get(user, ForwardingDefaults()), no_reply_seconds=30, call_waiting=True)
    world.router.dial_plan = replace(plan, defaults={**plan.defaults, user: waits})
    for phone in world.phones:
        phone.manner = [(0.1, "ring")]
    for caller in (0, 2):  # the simulated phone has two lines
        world.phones[caller].dial("2102")
        world.clock.run(1)
    last = {e.call_id: e.state for e in world.progress()}
    assert list(last.values()) == [CallState.RINGING] * 2


def test_ones_own_phone_is_asked_to_lift_before_another_is_called() -> None:
    world = World(3, seconds=30)
    for phone in world.phones:
        phone.manner = [(0.1, "ring"), (0.2, "answer")]
    orders.originate(world.engine, CallId("mine"), DESK, "2101", answers=True)
    world.clock.until(lambda: "connected" in world.states())
    assert invites(world) == ["Auto"]
