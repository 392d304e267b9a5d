"""Phones that are lost in the middle of what they do: whoever is at the other end is asked after, not cut off.

What becomes of them then is told in tests/domain/test_lost_phone.py and, with real phones, in tests/walks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onepresence_desktop.domain.calls import Cause, Party
from onepresence_desktop.domain.diversion import Destination, DestinationKind
from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.steps import PhoneLost, Ring
from onepresence_desktop.pbx.ports import MenuReached
from onepresence_desktop.pbx.telephony.sip.hold import hold
from onepresence_desktop.pbx.telephony.sip.transfer import start
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import Dialog
from tests.pbx.telephony.sip.simulated_provider import Provider

NOTICED = 33.0
"""Seconds after which a phone is known to be lost, at the latest."""

SOFIE = 1
"""The person whose phone is lost."""


def world_of(people: int = 4, **more: Any) -> World:
    """Where whoever is left waits until a test says where they go."""
    world = World(people, **more)
    world._mailbox = lambda event: None  # type: ignore[method-assign]
    for phone in world.phones:
        phone.says = [("allow", "INVITE, ACK, BYE, UPDATE")]
    return world


def lost(world: World) -> list[PhoneLost]:
    return [
        event.menu for event in world.events if isinstance(event, MenuReached) and isinstance(event.menu, PhoneLost)
    ]


def two_held_calls(world: World) -> tuple[Dialog, Dialog]:
    """Person 0 has called Sofie and is held; then she has called person 2, and holds them, too."""
    sofie = world.phones[SOFIE]
    sofie.manner = [(0.1, "ring"), (0.5, "answer"), (1.0, "hold")]
    first = world.phones[0].dial("2102")
    world.clock.run(4)
    second = sofie.dial("2103", [(1.0, "hold")])
    world.clock.run(4)
    assert world.state(f"d-p{SOFIE}") is DeviceState.ON_HOLD
    return first, second


def forgets(phone: Any) -> None:
    """The phone was restarted: it knows of no call, and registers anew."""
    phone.dialogs.clear()
    invited = phone._invited

    def unknown(server: Any, message: Any, dialog: Any) -> None:
        server.answer(481) if message.to.tag else invited(server, message, dialog)

    phone._invited = unknown
    phone._call_id = lambda: "after the restart"
    phone.register()


def wait_with_music(world: World, *hosts: str) -> None:
    """Those phones hear the engine now."""
    sessions = [session for session in world.media.sessions if session.remote is not None]
    assert {session.remote.host for session in sessions} == set(hosts)
    assert {session.repeated for session in sessions} == {"music"}


def test_both_callers_that_a_dead_phone_held_are_asked_after_at_once_and_not_hung_up_on() -> None:
    world = world_of()
    two_held_calls(world)
    world.phones[SOFIE].vanish()
    world.clock.run(NOTICED)
    made, taken = sorted(lost(world), key=lambda one: one.called)
    assert (made.called, made.held) == (False, True) and (taken.called, taken.held) == (True, True)
    assert {one.whose.user_id for one in (made, taken)} == {"p1"}
    assert not any(phone.requests("BYE") for phone in world.phones)
    wait_with_music(world, "10.0.1.1", "10.0.1.3")
    assert world.state(f"d-p{SOFIE}") is DeviceState.OFFLINE  # so nobody rings it


@pytest.mark.parametrize("after", [1, 10, 20])
def test_a_phone_that_is_back_in_time_has_lost_its_calls_all_the_same_and_is_free(after: float) -> None:
    world = world_of()
    two_held_calls(world)
    world.phones[SOFIE].vanish()
    world.clock.run(after)
    world.phones[SOFIE] = type(world.phones[SOFIE])(world, "s-p1", "10.0.1.2")
    forgets(world.phones[SOFIE])
    world.clock.run(3)
    assert sorted(one.called for one in lost(world)) == [False, True]
    assert world.state(f"d-p{SOFIE}") is DeviceState.IDLE
    assert not any(phone.requests("BYE") for phone in (world.phones[0], world.phones[2]))


def test_a_phone_that_is_back_within_five_seconds_rings_once_with_a_call_it_had() -> None:
    world = world_of()
    two_held_calls(world)
    world.phones[SOFIE].vanish()
    world.clock.run(2)
    back = world.phones[SOFIE] = type(world.phones[SOFIE])(world, "s-p1", "10.0.1.2")
    back.manner = [(0.1, "ring"), (0.5, "answer")]
    forgets(back)
    world.clock.run(3)
    waiting = next(e for e in world.events if isinstance(e, MenuReached) and getattr(e.menu, "called", False))
    call = world.engine.calls[waiting.call_id]
    call.redirect(world.router.route(waiting.caller, call.customer_id, "2102"))
    world.clock.run(4)
    assert len([one for one in back.requests("INVITE") if not one.to.tag]) == 1
    assert back.dialogs[-1].talking and world.progress()[-1].callee.user_id == "p1"
    assert len(world.engine.calls) == 2


def test_both_phones_lost_at_once_leave_nobody_ringing_at_the_other() -> None:
    """One call comes back first and rings at the phone of which nobody knows yet that it is gone."""
    world = world_of(seconds=120)
    for desk in (1, 2):
        world.phones[desk].manner = [(0.1, "ring"), (0.5, "answer"), (1.0, "hold")]
    world.phones[0].dial("2102")
    world.clock.run(3)
    world.phones[3].dial("2103")
    world.clock.run(4)
    for desk in (1, 2):
        world.phones[desk].vanish()
    world.clock.until(lambda: bool(lost(world)), within=40)
    (first,) = [event for event in world.events if isinstance(event, MenuReached)]
    call = world.engine.calls[first.call_id]
    step = world.router.route(first.caller, call.customer_id, "2103")
    assert isinstance(step, Ring)
    stages = tuple(replace(s, endpoints=tuple(replace(e, waits=True) for e in s.endpoints)) for s in step.stages)
    call.redirect(replace(step, stages=stages))
    world.clock.run(10)
    assert len(lost(world)) == 2 and call.attempts() == []
    assert world.state("d-p1") is DeviceState.OFFLINE and world.state("d-p2") is DeviceState.OFFLINE


def test_who_came_back_is_connected_to_whoever_answers_then() -> None:
    world = world_of()
    first, _ = two_held_calls(world)
    world.phones[SOFIE].vanish()
    world.clock.run(NOTICED)
    waiting = next(e for e in world.events if isinstance(e, MenuReached) and getattr(e.menu, "called", False))
    call = world.engine.calls[waiting.call_id]
    call.redirect(world.router.route(waiting.caller, call.customer_id, "2104"))
    world.clock.run(4)
    assert world.phones[3].dialogs[-1].talking and not first.over
    assert world.progress()[-1].callee.user_id == "p3"
    world.phones[3].hang_up(world.phones[3].dialogs[-1])
    world.clock.run(2)
    assert first.over


def test_a_caller_who_hangs_up_while_they_wait_leaves_nothing_behind() -> None:
    world = world_of()
    first, _ = two_held_calls(world)
    world.phones[SOFIE].vanish()
    world.clock.until(lambda: world.state(f"d-p{SOFIE}") is DeviceState.OFFLINE)
    world.phones[0].hang_up(first)
    world.clock.run(5)
    assert [one.called for one in lost(world)] == [False]  # nobody is asked after who has gone
    world.phones[2].hang_up(world.phones[2].dialogs[-1])
    world.clock.run(200)
    assert world.leftovers() == {}


@pytest.mark.parametrize("after", [0.0, 0.2, 0.49, 0.51, 0.6, 2.0])
def test_a_caller_who_hangs_up_just_then_leaves_nothing_behind_whenever_it_is(after: float) -> None:
    world = world_of()
    first, second = two_held_calls(world)
    world.phones[SOFIE].vanish()
    world.clock.until(lambda: world.state(f"d-p{SOFIE}") is DeviceState.OFFLINE)
    world.clock.run(after)
    world.phones[0].hang_up(first)
    world.phones[2].hang_up(world.phones[2].dialogs[-1])
    world.clock.run(0.3)
    for event in world.events:
        if isinstance(event, MenuReached) and (call := world.engine.calls.get(event.call_id)) is not None:
            call.redirect(world.router.route(event.caller, call.customer_id, "2104"))
    world.clock.run(200)
    assert world.leftovers() == {} and not world.phones[3].requests("INVITE")


def test_when_both_ends_are_lost_nobody_is_asked_after() -> None:
    world = world_of()
    world.phones[0].dial("2102")
    world.clock.run(4)
    world.phones[0].vanish()
    world.phones[1].vanish()
    world.clock.run(400)
    assert world.states()[-1] == "ended" and world.progress()[-1].cause in (Cause.LOST, Cause.NORMAL)
    assert world.leftovers() == {}


def test_a_colleague_asked_about_a_caller_and_the_caller_both_lose_the_one_who_asked() -> None:
    """An announced transfer: the caller is held, and a colleague is being asked."""
    world = world_of()
    sofie = world.phones[SOFIE]
    sofie.manner = [(0.1, "ring"), (0.5, "answer"), (1.0, "hold")]
    world.phones[0].dial("2102")
    world.clock.run(4)
    sofie.dial("2103")
    world.clock.run(4)
    sofie.vanish()
    world.clock.run(NOTICED)
    assert sorted((one.called, one.held) for one in lost(world)) == [(False, False), (True, True)]


@pytest.mark.parametrize("answers", [True, False])
def test_a_caller_being_handed_on_by_a_phone_that_is_lost_meets_the_target_or_comes_back(answers: bool) -> None:
    world = world_of(seconds=60)
    nobody = Destination(DestinationKind.OPEN)
    world.forwards(2, no_reply=nobody, busy=nobody)
    world.phones[2].manner = [(0.1, "ring"), (40.0, "answer" if answers else "busy")]
    first = world.phones[0].dial("2102")
    world.clock.run(4)
    (call,) = world.engine.calls.values()
    assert call.far is not None
    start(call, call.far, "2103", by_phone=False)
    world.phones[SOFIE].vanish()
    world.clock.run(45)
    assert not first.over
    if answers:
        assert world.states()[-1] == "connected" and lost(world) == []
    else:
        (one,) = lost(world)
        assert (one.called, one.held, one.whose.user_id) == (True, True, "p1")


def test_a_caller_being_handed_on_by_a_phone_that_just_died_hears_the_target_ring_at_once() -> None:
    world = world_of(seconds=60)
    world.phones[2].manner = [(0.1, "ring")]
    world.phones[0].dial("2102")
    world.clock.run(4)
    (call,) = world.engine.calls.values()
    assert call.far is not None
    start(call, call.far, "2103", by_phone=False)
    world.phones[SOFIE].vanish()
    world.clock.run(2)
    assert [session.repeated for session in world.media.sessions if session.repeated] == ["ringback"]


@pytest.mark.parametrize("stays", [True, False])
def test_who_is_put_on_hold_for_a_phone_that_just_died_hears_music_at_once_and_not_a_phone_that_refused(
    stays: bool,
) -> None:
    world = world_of()
    world.phones[0].dial("2102")
    world.clock.run(4)
    (call,) = world.engine.calls.values()
    assert call.far is not None
    if stays:
        refusing = world.phones[SOFIE]
        refusing._invited = lambda server, message, dialog: server.answer(488)  # type: ignore[method-assign,assignment]
    else:
        world.phones[SOFIE].vanish()
    hold(call, call.far, held=True)
    world.clock.run(2)
    played = [session.repeated for session in world.media.sessions if session.repeated]
    assert played == ([] if stays else ["music"])


def test_a_phone_that_is_lost_while_it_rings_leaves_the_call_to_the_others() -> None:
    world = world_of(second=True)
    world.phones[1].manner, world.phones[5].manner = [(0.1, "ring")], [(0.1, "ring"), (5.0, "answer")]
    dialog = world.phones[0].dial("2102")
    world.clock.run(3)
    world.phones[1].vanish()
    world.clock.run(8)
    assert dialog.talking and world.phones[5].dialogs[-1].talking and lost(world) == []


def test_a_caller_whose_phone_is_lost_while_it_rings_elsewhere_stops_the_ringing() -> None:
    world = world_of(seconds=120)
    world.phones[1].manner = [(0.1, "ring")]
    world.phones[0].dial("2102")
    world.clock.run(3)
    world.engine.away("s-p0", world.engine.registrar.bindings("s-p0")[0])
    world.clock.run(3)
    assert world.states()[-1] == "ended" and lost(world) == []


def test_a_caller_from_outside_stays_on_the_line_when_the_desk_phone_is_lost() -> None:
    world = world_of(2)
    provider = Provider(world, "10.9.0.1")
    world.engine.trunks.set([provider.line()])
    world.clock.run(1)
    dialog = provider.dial("+4570101002")
    world.clock.run(4)
    assert dialog.talking
    world.phones[1].vanish()
    world.clock.run(NOTICED)
    (one,) = lost(world)
    assert one.called and not provider.requests("BYE")
    world.engine.trunks.stop()


def test_a_held_caller_over_a_line_hears_music_and_another_phone_without_the_provider_being_asked_for_anything() -> (
    None
):
    """Many providers take no re-INVITE."""
    world = world_of(3)
    provider = Provider(world, "10.9.0.1")
    world.engine.trunks.set([provider.line()])
    world.clock.run(1)
    world.phones[1].manner = [(0.1, "ring"), (0.5, "answer"), (1.0, "hold")]
    dialog = provider.dial("+4570101002")
    world.clock.run(4)
    world.phones[1].vanish()
    world.clock.run(NOTICED)
    (one,) = lost(world)
    assert (one.called, one.held) == (True, True)
    wait_with_music(world, provider.host)
    (call,) = world.engine.calls.values()
    call.redirect(world.router.route(call.caller, call.customer_id, "2103"))
    world.clock.run(4)
    assert dialog.talking and world.phones[2].dialogs[-1].talking
    assert not provider.requests("INVITE") and not provider.requests("UPDATE") and not provider.requests("BYE")
    provider.hang_up(dialog)
    world.clock.run(200)
    world.engine.trunks.stop()
    assert not {"calls", "legs", "sessions"} & world.leftovers().keys()


def test_who_talks_to_a_provider_that_is_lost_is_rung_off_as_lost() -> None:
    world = world_of(2)
    provider = Provider(world, "10.9.0.1")
    world.engine.trunks.set([provider.line()])
    world.clock.run(1)
    world.phones[0].dial("+4533123456")
    world.clock.run(4)
    provider.vanish()
    world.clock.run(60)
    assert world.progress()[-1].cause is Cause.LOST and lost(world) == []
    world.engine.trunks.stop()


def test_a_device_that_is_taken_away_ends_its_calls_as_before() -> None:
    world = world_of()
    two_held_calls(world)
    world.engine.change_lines([], [DeviceId(f"d-p{SOFIE}")])
    world.clock.run(3)
    assert lost(world) == [] and world.phones[0].requests("BYE") and world.phones[2].requests("BYE")


def test_a_phone_that_answers_again_is_there_again() -> None:
    world = world_of()
    world.phones[0].dial("2102")
    world.clock.run(4)
    place = world.network.places.pop(world.phones[1].address)
    world.clock.run(NOTICED)
    assert world.state("d-p1") is DeviceState.OFFLINE
    world.network.places[world.phones[1].address] = place
    world.clock.run(61)
    assert world.state("d-p1") is DeviceState.IDLE


def cut_off_in_a_call(world: World) -> Any:
    """Sofie's phone is out of reach until it is taken for lost; what brings it back."""
    sofie = world.phones[SOFIE]
    world.phones[0].dial("2102")
    world.clock.run(4)
    place = world.network.places.pop(sofie.address)
    world.clock.run(NOTICED)
    assert world.state("d-p1") is DeviceState.OFFLINE

    def there() -> None:
        world.network.places[sofie.address] = place

    return there


def test_a_phone_that_is_out_of_reach_isnt_forgotten_when_another_of_the_same_account_registers() -> None:
    world = world_of()
    there = cut_off_in_a_call(world)
    other = type(world.phones[SOFIE])(world, "s-p1", "10.0.1.9")
    other.register()
    world.clock.run(1)
    assert world.state("d-p1") is DeviceState.IDLE
    there()
    world.clock.run(61)
    assert len(world.engine.registrar.bindings("s-p1")) == 2


def test_a_phone_that_answers_again_is_told_of_the_messages_that_came_meanwhile() -> None:
    world = world_of()
    there = cut_off_in_a_call(world)
    world.engine.set_waiting(MessageWaiting(world.lines[SOFIE].user_id, 1, 0))
    world.clock.run(1)
    there()
    world.clock.run(61)
    assert b"Messages-Waiting: yes" in world.phones[SOFIE].requests("NOTIFY")[-1].body


def test_a_phone_that_must_be_encrypted_meanwhile_isnt_there_again_in_clear() -> None:
    world = world_of()
    there = cut_off_in_a_call(world)
    world.engine.change_lines([replace(world.lines[SOFIE], secure=True)], [])
    there()
    world.clock.run(61)
    assert world.state("d-p1") is DeviceState.OFFLINE


def test_who_holds_the_other_side_and_loses_it_is_rung_off() -> None:
    """They hear nothing while they hold, so no sentence can tell them."""
    world = world_of()
    world.phones[1].manner = [(0.1, "ring"), (0.5, "answer"), (1.0, "hold")]
    world.phones[0].dial("2102")
    world.clock.run(4)
    world.phones[0].vanish()
    world.clock.run(NOTICED)
    assert lost(world) == [] and world.phones[1].requests("BYE") and world.progress()[-1].cause is Cause.LOST


def test_a_phone_without_a_way_for_our_sound_ends_the_call() -> None:
    world = world_of()
    world.phones[0].dial("2102")
    world.clock.run(4)

    def full(host: str, on_digit: Any = None) -> Any:
        raise OSError("no port is left")

    world.media.open = full
    world.phones[1].vanish()
    world.clock.run(NOTICED)
    assert lost(world) == [] and world.progress()[-1].cause is Cause.LOST


def test_the_party_that_is_left_is_told_of_as_the_caller() -> None:
    world = world_of()
    world.phones[0].dial("2102")
    world.clock.run(4)
    world.phones[0].vanish()
    world.clock.run(NOTICED)
    (event,) = [event for event in world.events if isinstance(event, MenuReached)]
    assert event.caller == Party("1002102", "P1", world.lines[1].user_id, DeviceId("d-p1"))
