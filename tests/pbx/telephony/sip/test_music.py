"""What somebody hears who is held: music of ours, unless the phone that holds has a sound of its own (RFC 7088)."""

from __future__ import annotations

from pathlib import Path

import pytest

from onepresence_desktop.domain.calls import Cause
from onepresence_desktop.domain.people import DeviceId, GroupId
from onepresence_desktop.domain.steps import Reject, Ring
from onepresence_desktop.pbx.telephony.sip import wav
from onepresence_desktop.pbx.telephony.sip.hold import hold
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.sdp import Sdp
from onepresence_desktop.pbx.telephony.sip.sounds import Frames, music_in, ringback
from tests.pbx.telephony.sip.office import CUSTOMER
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import Dialog, Phone, sdp
from tests.pbx.telephony.sip.virtual import PBX


def talking(*, relay: bool = False) -> tuple[World, Phone, Phone, Dialog]:
    world = World(3, relay=relay)
    holder, held = world.phones[:2]
    dialog = holder.dial("2102")
    world.clock.run(4)
    held.agrees = answer
    return world, holder, held, dialog


def answer(offered: bytes) -> bytes:
    """In the direction that fits (RFC 3264 section 6.1)."""
    fits = {"sendonly": "recvonly", "recvonly": "sendonly", "inactive": "inactive", "sendrecv": "sendrecv"}
    return sdp("10.0.1.2", version=5, direction=fits[Sdp(offered).audio().direction])


def played(world: World) -> list[str]:
    """What the engine plays, over all streams."""
    return sorted(session.repeated for session in world.media.sessions if session.repeated)


def last_offer(phone: Phone) -> Message:
    return phone.requests("INVITE")[-1]


@pytest.mark.parametrize(
    ("spelled", "answered"),
    [
        (sdp("10.0.1.1", version=4, direction="sendonly"), ("recvonly",)),
        (sdp("10.0.1.1", version=4, direction="inactive"), ("inactive",)),
        (sdp("0.0.0.0", version=4), ("recvonly", "inactive")),
    ],
)
@pytest.mark.parametrize("relay", [False, True])
def test_who_is_held_hears_music_however_hold_is_spelled(spelled: bytes, answered: tuple[str], relay: bool) -> None:
    world, holder, held, dialog = talking(relay=relay)
    answers = holder.ask(dialog, "INVITE", spelled)
    world.clock.run(1)
    offered = Sdp(last_offer(held).body).audio()
    assert (offered.host, offered.direction) == (PBX[0], "sendonly")
    assert Sdp(answers[-1].body).audio().direction in answered
    assert played(world) == ["music"] and world.states()[-1] == "held"
    answers = holder.ask(dialog, "INVITE", sdp("10.0.1.1", version=5))
    world.clock.run(1)
    assert played(world) == [] and world.states()[-1] == "connected"
    hosts = {Sdp(answers[-1].body).audio().host, Sdp(last_offer(held).body).audio().host}
    assert hosts == ({PBX[0]} if relay else {"10.0.1.1", "10.0.1.2"})
    assert len(world.media.sessions) == (2 if relay else 0)


def test_a_hold_that_is_refused_changes_nothing() -> None:
    world, holder, held, dialog = talking()
    held._invited = lambda server, message, dialog: server.answer(488)  # type: ignore[method-assign,assignment]
    answers = holder.ask(dialog, "INVITE", sdp("10.0.1.1", version=4, direction="sendonly"))
    world.clock.run(1)
    assert answers[-1].status == 488 and not world.media.sessions and world.states()[-1] == "connected"


def test_secured_sound_is_left_alone() -> None:
    world, holder, held, dialog = talking()
    secured = sdp("10.0.1.1", version=4, direction="sendonly").replace(b"RTP/AVP", b"RTP/SAVP")
    holder.ask(dialog, "INVITE", secured)
    world.clock.run(1)
    assert played(world) == [] and b"a=sendonly" in last_offer(held).body


def test_hold_asked_for_by_the_program_brings_music_too() -> None:
    world, holder, held, _ = talking()
    call = next(iter(world.engine.calls.values()))
    leg = call.leg_of(DeviceId("d-p0"))
    assert leg is not None
    hold(call, leg, held=True)
    world.clock.run(1)
    assert b"a=inactive" in last_offer(holder).body and b"a=sendonly" in last_offer(held).body
    assert played(world) == ["music"]
    hold(call, leg, held=False)
    world.clock.run(1)
    assert played(world) == [] and not world.media.sessions
    assert {Sdp(last_offer(phone).body).audio().host for phone in (holder, held)} == {"10.0.1.1", "10.0.1.2"}


def test_two_who_hold_each_other_are_told_so_and_the_music_is_back_when_one_resumes() -> None:
    world, holder, held, dialog = talking()
    holder.agrees = lambda offered: sdp("10.0.1.1", version=6, direction="inactive")
    holder.ask(dialog, "INVITE", sdp("10.0.1.1", version=4, direction="sendonly"))
    world.clock.run(1)
    answers = held.ask(held.dialogs[0], "INVITE", sdp("10.0.1.2", version=6, direction="sendonly"))
    world.clock.run(1)
    assert answers[-1].status == 200 and Sdp(answers[-1].body).audio().direction == "inactive"
    holder.agrees = lambda offered: sdp("10.0.1.1", version=7, direction="recvonly")
    answers = holder.ask(dialog, "INVITE", sdp("10.0.1.1", version=7))
    world.clock.run(1)
    assert answers[-1].status == 200 and world.states()[-1] == "held" and played(world) == ["music"]


def test_who_hangs_up_while_waiting_leaves_nothing_behind() -> None:
    world, holder, held, dialog = talking()
    holder.ask(dialog, "INVITE", sdp("10.0.1.1", version=4, direction="inactive"))
    world.clock.run(1)
    held.hang_up(held.dialogs[0])
    world.clock.run(100)
    assert world.leftovers() == {} and dialog.over


def test_a_companys_own_music_is_heard_instead_also_by_who_waits_for_a_group() -> None:
    world, holder, _, dialog = talking()
    world.engine.set_music(CUSTOMER.id, own_music)
    holder.ask(dialog, "INVITE", sdp("10.0.1.1", version=4, direction="sendonly"))
    world.clock.run(1)
    assert played(world) == ["music"], "a call that has begun keeps what it was given"
    for phone in world.phones:
        for one in phone.dialogs:
            phone.hang_up(one)
    world.clock.run(1)
    dialog = holder.dial("2102")
    world.clock.run(4)
    holder.ask(dialog, "INVITE", sdp("10.0.1.1", version=4, direction="sendonly"))
    world.clock.run(1)
    assert played(world) == ["own_music"]
    waiting = world.engine.waiting_for
    end = Reject(Cause.BUSY)
    group = Ring((), 5, end, end, end, group_id=GroupId("g"))
    assert waiting(CUSTOMER.id, group) is own_music and waiting(CUSTOMER.id, None) is ringback
    world.engine.set_music(CUSTOMER.id, None)
    assert waiting(CUSTOMER.id, group) is ringback


def own_music() -> Frames:
    return ()


def test_a_file_of_music_is_read_whole_and_its_last_frame_filled_up(tmp_path: Path) -> None:
    (tmp_path / "m.wav").write_bytes(wav.header(250) + b"\1\0" * 250)
    sound = music_in(tmp_path / "m.wav")()
    assert [len(frame) for frame in sound] == [160, 160] and sound[1][-1] == 0
