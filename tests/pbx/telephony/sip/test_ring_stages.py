"""Ringing in stages: devices that join in later, groups in turn, and members who decline."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onepresence_desktop.domain.people import DeviceId, GroupId, HuntGroup, RingStrategy, UserId
from tests.pbx.telephony.sip.office import CUSTOMER
from tests.pbx.telephony.sip.simulated import World

GROUP = "1002190"
RINGS = [(0.1, "ring")]


def with_group(world: World, **changes: Any) -> None:
    members = tuple(UserId(f"p{n}") for n in (1, 2, 3))
    group = replace(HuntGroup(GroupId("g"), CUSTOMER.id, GROUP, "Group", members), **changes)
    plan = world.router.dial_plan
    world.router.dial_plan = replace(plan, groups={group.id: group}, groups_by_number={GROUP: group.id})
    for phone in world.phones:
        phone.manner = RINGS


def ringing(world: World) -> set[int]:
    return {n for n in range(len(world.phones)) if world.engine.states[world.lines[n].device_id].value == "ringing"}


def test_in_turn_one_member_after_the_other_is_rung_and_nobody_else() -> None:
    world = World(4)
    with_group(world, strategy=RingStrategy.IN_TURN, seconds=10)
    world.phones[0].dial(GROUP)
    seen = []
    for _ in range(3):
        world.clock.run(5)
        seen.append(ringing(world))
        world.clock.run(5)
    assert seen == [{1}, {2}, {3}]
    world.clock.run(5)
    assert world.states()[-1] == "ended" and world.progress()[-1].cause == "no_answer"
    assert world.progress()[-1].rang == ("p1", "p2", "p3")
    world.clock.run(40)
    assert not world.leftovers()


def test_a_busy_or_absent_member_does_not_use_up_a_turn() -> None:
    world = World(4)
    with_group(world, strategy=RingStrategy.IN_TURN, seconds=10)
    world.phones[1].register(0)
    world.phones[2].manner = [(0.1, "busy")]
    world.clock.run(1)
    world.phones[0].dial(GROUP)
    world.clock.run(2)
    assert ringing(world) == {3}
    world.clock.run(10)
    assert world.states()[-1] == "ended"


def test_who_declines_takes_out_their_own_phones_and_the_others_ring_on() -> None:
    world = World(4, second=True)
    with_group(world)
    for phone in world.phones:
        phone.manner = RINGS
    world.phones[1].manner = [(0.1, "ring"), (1, "decline")]
    world.phones[0].dial(GROUP)
    world.clock.run(0.5)
    assert ringing(world) == {1, 2, 3, 5, 6, 7}
    world.clock.run(2)
    assert ringing(world) == {2, 3, 6, 7}
    assert (world.progress()[-1].state, world.progress()[-1].declined) == ("ringing", (UserId("p1"),))


def test_a_member_who_refuses_from_the_app_is_left_alone_and_the_last_one_ends_it() -> None:
    world = World(4)
    with_group(world)
    world.phones[0].dial(GROUP)
    world.clock.run(1)
    (call,) = world.engine.calls.values()
    call.refuse(UserId("p2"))
    world.clock.run(1)
    assert ringing(world) == {1, 3}
    assert world.progress()[-1].declined == (UserId("p2"),)
    call.refuse(UserId("p1"))
    call.refuse(UserId("p3"))
    world.clock.run(1)
    assert world.progress()[-1].cause == "busy"
    call.refuse(UserId("p3"))
    world.clock.run(40)
    assert not world.leftovers()


def test_a_second_device_joins_in_at_its_moment_and_both_stop_when_one_is_lifted() -> None:
    world = World(2, second=True, seconds=30)
    plan = world.router.dial_plan
    first, second = plan.devices[UserId("p1")]
    late = {**plan.devices, UserId("p1"): (first, replace(second, ring_after=10))}
    world.router.dial_plan = replace(plan, devices=late)
    for phone in world.phones:
        phone.manner = RINGS
    world.phones[0].dial("1002102")
    world.clock.run(5)
    assert ringing(world) == {1}
    world.phones[3].manner = [(0.1, "ring"), (2, "answer")]
    world.clock.run(6)
    assert ringing(world) == {1, 3}
    world.clock.run(3)
    assert ringing(world) == set() and world.states()[-1] == "connected"
    assert world.progress()[-1].callee.device_id == DeviceId("d2-p1")


def test_a_second_device_joins_in_at_once_when_the_first_is_away() -> None:
    world = World(2, second=True, seconds=30)
    plan = world.router.dial_plan
    first, second = plan.devices[UserId("p1")]
    late = {**plan.devices, UserId("p1"): (first, replace(second, ring_after=20))}
    world.router.dial_plan = replace(plan, devices=late)
    world.phones[1].register(0)
    world.phones[3].manner = RINGS
    world.clock.run(1)
    world.phones[0].dial("1002102")
    world.clock.run(1)
    assert ringing(world) == {3}
