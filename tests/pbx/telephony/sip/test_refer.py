"""How phones write a transfer, and what they want to hear of it (RFC 3515, RFC 4488)."""

from __future__ import annotations

import pytest

from onepresence_desktop.domain.calls import Cause
from onepresence_desktop.domain.diversion import Destination, DestinationKind
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.domain.steps import Voicemail
from onepresence_desktop.pbx.ports import MenuReached
from onepresence_desktop.pbx.telephony.sip import transfer
from onepresence_desktop.pbx.telephony.sip.sdp import Sdp
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import Dialog, sdp


def transferred(**headers: str) -> tuple[World, Dialog, int]:
    """p1, whom p0 has called, sends p0 elsewhere; the status of its REFER."""
    world = World(3)
    world.phones[0].dial("2102")
    world.clock.until(lambda: bool(world.phones[1].dialogs) and world.phones[1].dialogs[0].talking)
    world.clock.run(1)
    answers = world.phones[1].ask(world.phones[1].dialogs[0], "REFER", **headers)
    world.clock.run(8)
    return world, world.phones[1].dialogs[0], answers[-1].status


@pytest.mark.parametrize(
    "refer_to",
    [
        "<sip:2103@10.0.0.1>",
        "sip:2103@10.0.0.1",
        '"Carl <x>" <sip:2103@10.0.0.1>',
        '"Carl \\"C\\" <sip:9999@x>" <sip:2103@10.0.0.1>',
        "Carl <sip:2103@10.0.0.1;user=phone>",
        "<sip:2103;phone-context=firm.example@10.0.0.1>",
    ],
)
def test_a_transfer_goes_where_it_is_meant_however_it_is_written(refer_to: str) -> None:
    world, _, status = transferred(refer_to=refer_to)
    assert status == 202 and world.phones[2].dialogs[0].talking and world.states()[-1] == "connected"


@pytest.mark.parametrize("refer_to", ["<>", '"Carl', "Carl <sip:2103@10.0.0.1", "mailto:x@y", ""])
def test_what_can_not_be_read_is_refused_and_the_call_goes_on(refer_to: str) -> None:
    world, dialog, status = transferred(refer_to=refer_to)
    assert status == 400 and not dialog.over and not world.phones[2].dialogs


@pytest.mark.parametrize(("wish", "told"), [("false", 0), ("true", 3)])
def test_a_phone_that_wants_no_reports_of_its_transfer_gets_none(wish: str, told: int) -> None:
    world, dialog, status = transferred(refer_to="<sip:2103@10.0.0.1>", refer_sub=wish)
    accepted = next(m for m in world.phones[1].heard if m.status == 202)
    assert status == 202 and dialog.over and world.phones[2].dialogs[0].talking
    assert len(world.phones[1].requests("NOTIFY")) == told
    assert accepted.get("refer-sub") == ("false" if wish == "false" else "")


# --- who waits, and what becomes of them ---

NOBODY = [(0.1, "ring")]


def handed_on(*, hangs_up: bool, answers: bool = True, holds: bool = False) -> tuple[World, Dialog]:
    """p0 has called p1, who sends p0 on to p2 and hangs up at once, or stays."""
    world = World(3, seconds=10)
    world.phones[0].dial("2102")
    world.clock.until(lambda: bool(world.phones[1].dialogs) and world.phones[1].dialogs[0].talking)
    world.clock.run(1)
    dialog = world.phones[1].dialogs[0]
    world.phones[2].manner = [(0.1, "ring"), (6.0, "answer")] if answers else NOBODY
    if holds:
        world.phones[1].ask(dialog, "INVITE", sdp("10.0.1.2", version=4, direction="sendonly"))
        world.clock.run(1)
    world.phones[1].ask(dialog, "REFER", refer_to="<sip:2103@10.0.0.1>")
    world.clock.run(0.5)
    if hangs_up:
        world.phones[1].hang_up(dialog)
    world.clock.run(2)
    return world, dialog


def played(world: World) -> list[str]:
    return sorted(session.repeated for session in world.media.sessions if session.repeated)


@pytest.mark.parametrize("hangs_up", [False, True])
@pytest.mark.parametrize("holds", [False, True])
def test_who_is_transferred_hears_the_target_ring_and_then_speaks_to_it(hangs_up: bool, holds: bool) -> None:
    world, dialog = handed_on(hangs_up=hangs_up, holds=holds)
    assert played(world) == ["ringback"]
    world.clock.run(6)
    assert world.phones[2].dialogs[0].talking and dialog.over and played(world) == []
    waited = world.phones[0].requests("INVITE")[-1]
    assert Sdp(waited.body).audio().host == "10.0.1.3" and not world.media.sessions
    assert world.states()[-1] == "connected"


def test_a_phone_that_waits_for_its_transfer_has_its_call_back_when_nobody_answers() -> None:
    world, dialog = handed_on(hangs_up=False, answers=False)
    world.forwards(2, no_reply=Destination(DestinationKind.OPEN))
    world.clock.run(1)
    call = next(iter(world.engine.calls.values()))
    assert isinstance(call.transfer, transfer.Transfer)
    call.transfer._failed(480)
    world.clock.run(2)
    assert not dialog.over and world.states()[-1] == "connected" and not world.media.sessions
    assert Sdp(world.phones[0].requests("INVITE")[-1].body).audio().direction == "sendrecv"


def test_a_phone_that_is_gone_is_called_back_with_the_name_of_who_did_not_answer() -> None:
    world, _ = handed_on(hangs_up=True, answers=False)
    world.phones[1].manner = [(0.1, "ring"), (3.0, "answer")]
    world.clock.run(10)
    back = world.phones[1].requests("INVITE")[-1]
    assert back.from_.name == "P0 (P2)" and back.get("diversion").startswith("<sip:1002103@")
    assert played(world) == ["ringback"] and world.progress()[-1].callee.user_id == "p1"
    world.clock.run(4)
    assert world.phones[1].dialogs[-1].talking and world.states()[-1] == "connected" and played(world) == []


def test_when_they_do_not_answer_either_a_mailbox_takes_the_caller() -> None:
    world, _ = handed_on(hangs_up=True, answers=False)
    world.phones[1].manner = NOBODY
    world.clock.run(10 + transfer.CALL_BACK_SECONDS)
    (reached,) = [event.menu for event in world.events if isinstance(event, MenuReached)]
    assert isinstance(reached, Voicemail) and reached.user_id == "p2"
    world.clock.run(3)
    assert "voicemail" in world.states() and played(world) == []
    world.clock.run(140)
    assert world.leftovers() == {}


def test_a_caller_that_gives_up_while_the_phone_is_called_back_ends_it() -> None:
    world, _ = handed_on(hangs_up=True, answers=False)
    world.phones[1].manner = NOBODY
    world.clock.run(10)
    world.phones[0].hang_up(world.phones[0].dialogs[0])
    world.clock.run(140)
    assert world.progress()[-1].cause is Cause.CANCELLED and world.leftovers() == {}


@pytest.mark.parametrize(
    ("said", "passed"),
    [
        ("<sip:boss@firm.example;user=phone>;cid=1", "<sip:boss@firm.example;user=phone>"),
        ("", "<sip:1002102@10.0.0.1>"),
        ("nobody", "<sip:1002102@10.0.0.1>"),
    ],
)
def test_the_target_is_told_who_transfers(said: str, passed: str) -> None:
    world, _, _ = transferred(refer_to="<sip:2103@10.0.0.1>", **({"referred_by": said} if said else {}))
    assert world.phones[2].requests("INVITE")[0].get("referred-by") == passed


def test_the_program_hears_that_a_transfer_is_under_way_and_its_phone_waits() -> None:
    world = World(3)
    world.phones[0].dial("2102")
    world.clock.run(4)
    call = next(iter(world.engine.calls.values()))
    leg = call.leg_of(DeviceId("d-p1"))
    assert leg is not None
    world.phones[2].manner = NOBODY
    transfer.start(call, leg, "2103", by_phone=False)
    world.clock.run(2)
    assert world.states()[-1] == "held" and played(world) == ["ringback"]
    assert b"a=inactive" in world.phones[1].requests("INVITE")[-1].body
