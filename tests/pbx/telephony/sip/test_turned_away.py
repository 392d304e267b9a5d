"""Calls that never began, or that broke off in the engine's own hands: each is told, so that each has its record."""

from __future__ import annotations

from typing import Any

import pytest

from onepresence_desktop.domain.calls import CallId, CallState, Cause, TraceKind
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.pbx.ports import CallProgress
from onepresence_desktop.pbx.telephony.sip import turned_away
from onepresence_desktop.pbx.telephony.sip.load import MOST_WAITING_PROVED
from onepresence_desktop.pbx.telephony.sip.orders import originate
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.test_trunk_calls import OUTSIDE, Lines


def overload(world: World, seconds: float | None) -> None:
    """Messages wait so long."""
    world.engine.waited = lambda: seconds or 0.0


def ended(world: World) -> list[CallProgress]:
    return [progress for progress in world.progress() if progress.state is CallState.ENDED]


def kinds(progress: CallProgress) -> list[TraceKind]:
    return [entry.kind for entry in progress.trace]


@pytest.mark.parametrize("number", [OUTSIDE, "2102"])
def test_a_call_that_is_refused_while_too_much_waits_is_told_when_there_is_time(number: str) -> None:
    lines = Lines()
    world = lines.world
    overload(world, MOST_WAITING_PROVED + 0.1)
    refused = world.phones[0].dial(number)
    world.clock.run(5)
    assert refused.status == 503 and not ended(world) and not lines.invites()
    overload(world, None)
    world.clock.run(3)
    (told,) = ended(world)
    assert (told.caller.user_id, told.caller.device_id) == ("p0", "d-p0")
    assert (told.dialled, told.cause) == (number, Cause.FAILED)
    assert kinds(told) == [TraceKind.DIALLED, TraceKind.TURNED_AWAY]
    lines.end()


def test_a_call_from_outside_that_is_refused_then_is_missed_by_whom_it_was_for() -> None:
    lines = Lines()
    world = lines.world
    overload(world, MOST_WAITING_PROVED + 0.1)
    refused = lines.provider.call("+4570101002", p_asserted_identity="<sip:+4540506070@provider>")
    world.clock.run(2)
    assert refused.status == 503
    overload(world, None)
    world.clock.run(3)
    (told,) = ended(world)
    assert (told.caller.number, told.callee.user_id, told.rang) == ("+4540506070", "p1", ("p1",))
    assert told.cause is Cause.FAILED and kinds(told)[-1] is TraceKind.TURNED_AWAY
    assert TraceKind.RANG not in kinds(told)
    lines.end()


def test_nobody_makes_records_in_the_name_of_another() -> None:
    world = World(2)
    overload(world, MOST_WAITING_PROVED + 0.1)
    pretends = world.phones[1]
    pretends.name = world.phones[0].name
    assert world.phones[1].dial("2101").status == 0
    world.clock.run(1)
    overload(world, None)
    world.clock.run(3)
    assert not ended(world)


def test_strangers_take_no_place_of_those_whose_calls_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turned_away, "MOST", 3)
    world = World(2)
    overload(world, MOST_WAITING_PROVED + 0.1)
    stranger, phone = world.phones[1], world.phones[0]
    stranger.name = "nobody"
    for _ in range(5):
        stranger.dial("2101")
        world.clock.run(0.01)
    phone.dial("2102")
    world.clock.run(1)
    overload(world, None)
    world.clock.run(3)
    assert [told.caller.user_id for told in ended(world)] == ["p0"]


def test_of_a_flood_a_bounded_number_is_told_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turned_away, "MOST", 30)
    world = World(2)
    overload(world, MOST_WAITING_PROVED + 0.1)
    for _ in range(40):
        world.phones[0].dial("2102")
        world.clock.run(0.01)
    overload(world, None)
    most = 0
    for _ in range(5):
        before = len(ended(world))
        world.clock.run(0.9)
        most = max(most, len(ended(world)) - before)
    assert len(ended(world)) == 30 and most <= turned_away.AT_ONCE


def test_what_waits_to_be_told_is_told_when_the_service_stops() -> None:
    world = World(2)
    overload(world, MOST_WAITING_PROVED + 0.1)
    world.phones[0].dial("2102")
    world.clock.run(0.5)
    world.engine.stop()
    assert len(ended(world)) == 1


def test_a_call_whose_description_can_not_be_used_is_told() -> None:
    lines = Lines()
    world = lines.world
    world.phones[0].offers = lambda: b"v=0\r\no=- 1 1 IN IP4 1.2.3.4\r\ns=-\r\nm=video 5004 RTP/AVP 99\r\n"
    lines.provider.offers = world.phones[0].offers
    assert lines.call_out().status == 488
    lines.provider.call("+4570101002", p_asserted_identity="<sip:+4540506070@provider>")
    world.clock.run(2)
    out, arrived = ended(world)
    assert out.cause is arrived.cause is Cause.NOT_ACCEPTABLE
    assert (out.caller.user_id, out.dialled) == ("p0", OUTSIDE) and arrived.rang == ("p1",)
    lines.end()


def test_a_click_for_which_there_is_no_sound_leaves_nothing_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(2)

    def none_left(*_: Any) -> Any:
        raise OSError("no port is left")

    monkeypatch.setattr(world.media, "open", none_left)
    with pytest.raises(OSError, match="no port"):
        originate(world.engine, CallId("k"), DeviceId("d-p0"), "2102", answers=False)
    (told,) = ended(world)
    assert (told.call_id, told.cause) == ("k", Cause.FAILED)
    world.clock.run(40)
    assert not world.leftovers()


def test_a_second_line_whose_way_has_gone_meanwhile_is_passed_over() -> None:
    lines = Lines(second=True)
    lines.provider.down = True
    dialog = lines.call_out(seconds=1)
    for trunk in lines.world.engine.trunks._trunks.values():
        if trunk.config.name == "second":
            trunk.flow = None
    lines.world.clock.run(10)
    (told,) = ended(lines.world)
    assert dialog.status >= 400 and told.cause is not None


def test_a_call_that_breaks_in_our_own_hands_ends_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = Lines()
    world = lines.world

    def breaks(*_: Any) -> Any:
        raise RuntimeError("a fault")

    dialog = lines.call_out(seconds=0.5)
    (call,) = world.engine.calls.values()
    monkeypatch.setattr(call, "_answer_caller", breaks)
    world.clock.run(5)
    (told,) = ended(world)
    assert dialog.status >= 400 and told.dialled == OUTSIDE
    lines.end()
