"""Calls between real phones (baresip) through the engine."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from onepresence_desktop.domain.calls import CallId, CallState, Cause
from onepresence_desktop.domain.errors import CallGone, DeviceNotRegistered
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.steps import PhoneLost, Reject
from onepresence_desktop.pbx.ports import MenuReached
from onepresence_desktop.pbx.telephony.sip.sounds import music
from tests.pbx.telephony.sip.office import MAKES, Office
from tests.support.hearing import hears as found_in
from tests.support.phones import Phone, correlation, read_wav
from tests.support.waiting import eventually

pytestmark = pytest.mark.phones

S = CallState


def hears(listener: Phone, speaker: Phone) -> float:
    """How well what one said is found in what the other heard."""
    return found_in(listener, speaker.says, seconds=0.8)


def hears_music(listener: Phone) -> float:
    """How well a piece of the music on hold is found in what it heard."""
    whole = np.concatenate([np.frombuffer(frame, dtype=np.int16) for frame in music()]).astype(float)
    heard = read_wav(listener.heard()[-1])
    return max(correlation(whole[start : start + 4000], heard)[0] for start in range(4000, 40_000, 4000))


async def talk(office: Office, one: Phone, other: Phone, number: str) -> None:
    await one.dial(number)
    await other.until("CALL_INCOMING")
    await other.accept()
    for phone in (one, other):
        await phone.until("CALL_ESTABLISHED")
    await office.call_is(S.CONNECTED)
    # This make of phone goes deaf when its sound is moved in the first instant of a call, which no human can do.
    await eventually(lambda: one.receives() and other.receives())


@pytest.fixture(params=list(MAKES))
def make(request: pytest.FixtureRequest) -> str:
    """Each scenario with each make of phone."""
    return str(request.param)


async def test_two_phones_call_and_hear_each_other(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make) as office:
        a, b = await office.phone("a1"), await office.phone("b1")
        await a.dial("2102")
        await b.until("CALL_INCOMING")
        await office.device_is("b1", DeviceState.RINGING)
        assert office.state("a1") is DeviceState.ON_CALL
        await b.accept()
        await a.until("CALL_ESTABLISHED")
        progress = await office.call_is(S.CONNECTED)
        assert (progress.caller.device_id, progress.callee.device_id, progress.dialled) == ("a1", "b1", "2102")
        await office.device_is("b1", DeviceState.ON_CALL)
        await eventually(lambda: hears(a, b) > 0.99 and hears(b, a) > 0.99, every=0.3)
        await a.hang_up()
        await b.until("CALL_CLOSED")
        ended = await office.call_is(S.ENDED)
        assert ended.cause is Cause.NORMAL
        await office.device_is("a1", DeviceState.IDLE)
        await office.device_is("b1", DeviceState.IDLE)


async def test_a_second_phone_of_the_user_rings_too_until_the_first_is_lifted(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make) as office:
        a1, a2, b = await office.phone("a1"), await office.phone("a2"), await office.phone("b1")
        await b.dial("1002101")
        await a1.until("CALL_INCOMING")
        await a2.until("CALL_INCOMING")
        await a2.accept()
        await a1.until("CALL_CLOSED")
        await b.until("CALL_ESTABLISHED")
        progress = await office.call_is(S.CONNECTED)
        assert progress.callee.device_id == "a2" and progress.rang == ("anders",)
        await office.device_is("a1", DeviceState.IDLE)


async def test_a_caller_who_gives_up_stops_the_ringing(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make) as office:
        a, b = await office.phone("a1"), await office.phone("b1")
        await a.dial("2102")
        await b.until("CALL_INCOMING")
        await a.hang_up()
        await b.until("CALL_CLOSED")
        assert (await office.call_is(S.ENDED)).cause is Cause.CANCELLED
        await office.device_is("b1", DeviceState.IDLE)


async def test_a_number_nobody_has_is_refused(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make) as office:
        a = await office.phone("a1")
        await a.dial("2999")
        await a.until("CALL_CLOSED")
        assert (await office.call_is(S.ENDED)).cause is Cause.NUMBER_UNKNOWN


async def test_hold_and_resume_are_seen_and_heard(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make) as office:
        a, b = await office.phone("a1"), await office.phone("b1")
        await talk(office, a, b, "2102")
        await a.command("hold")
        await office.device_is("a1", DeviceState.ON_HOLD)
        assert (await office.call_is(S.HELD)).state is S.HELD
        if make == "pjsip":  # the other make takes the music and keeps no record of it
            await eventually(lambda: hears_music(b) > 0.97, every=0.5)
        await a.command("resume")
        await office.call_is(S.CONNECTED)
        await office.device_is("a1", DeviceState.ON_CALL)


async def test_a_blind_transfer_connects_the_other_two(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make) as office:
        a, b, c = await office.phone("a1"), await office.phone("b1"), await office.phone("c1")
        await talk(office, a, b, "2102")
        await b.command("transfer", f"sip:2103@{office.host}")
        await c.until("CALL_INCOMING")
        await c.accept()
        await c.until("CALL_ESTABLISHED")
        await b.until("CALL_CLOSED")
        await eventually(lambda: office.progress()[-1].callee.device_id == "c1")
        progress = await office.call_is(S.CONNECTED)
        assert (progress.caller.device_id, progress.callee.device_id) == ("a1", "c1")
        await eventually(lambda: hears(a, c) > 0.99 and hears(c, a) > 0.99, every=0.3)
        await office.device_is("b1", DeviceState.IDLE)


async def test_a_click_rings_the_own_phone_then_the_target_and_they_talk(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make) as office:
        a, b = await office.phone("a1"), await office.phone("b1")
        await office.engine.originate(CallId("k"), DeviceId("a1"), "2102")
        await a.until("CALL_INCOMING")
        await office.device_is("a1", DeviceState.RINGING)
        assert not b.seen("CALL_INCOMING")
        await a.accept()
        await b.until("CALL_INCOMING")
        await eventually(a.receives)  # the ringing of the other end
        await b.accept()
        progress = await office.call_is(S.CONNECTED)
        assert progress.call_id == "k" and progress.callee.device_id == "b1"
        await eventually(lambda: hears(a, b) > 0.99 and hears(b, a) > 0.99, every=0.3)
        await office.engine.hangup(CallId("k"))
        await a.until("CALL_CLOSED")
        await b.until("CALL_CLOSED")
        with pytest.raises(CallGone):
            await office.engine.hangup(CallId("k"))


async def test_a_phone_that_is_not_registered_cannot_be_called_from(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make) as office:
        with pytest.raises(DeviceNotRegistered):
            await office.engine.originate(CallId("k"), DeviceId("a1"), "2102")


async def test_phones_on_tcp_work_alike(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make) as office:
        a, b = await office.phone("a1", transport="tcp"), await office.phone("b1")
        await talk(office, a, b, "2102")
        await eventually(lambda: hears(a, b) > 0.99 and hears(b, a) > 0.99, every=0.3)
        await b.hang_up()
        await a.until("CALL_CLOSED")


async def test_sound_goes_through_the_relay_where_it_is_on(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make, relay=True) as office:
        a, b = await office.phone("a1"), await office.phone("b1")
        await talk(office, a, b, "2102")
        await eventually(lambda: hears(a, b) > 0.99 and hears(b, a) > 0.99, every=0.3)


async def test_a_wrong_password_does_not_register(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make) as office:
        a = await office.phone("a1")
        folder = tmp_path / "wrong"
        folder.mkdir()
        intruder = MAKES[make](folder, server=office.host, user="b1", password="guess", says=a.says)
        await intruder.start(registers=False)
        await eventually(lambda: "403" in intruder.log() or "401" in intruder.log())
        assert office.state("b1") is not DeviceState.IDLE
        await intruder.stop()


async def test_hold_asked_for_by_the_api(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make) as office:
        a, b = await office.phone("a1"), await office.phone("b1")
        await talk(office, a, b, "2102")
        await eventually(lambda: hears(a, b) > 0.99 and hears(b, a) > 0.99, every=0.3)
        call = office.progress()[-1].call_id
        await office.engine.hold(call, DeviceId("a1"))
        await office.device_is("a1", DeviceState.ON_HOLD)
        await office.engine.resume(call, DeviceId("a1"))
        await office.device_is("a1", DeviceState.ON_CALL)
        assert len(b.heard()) == 1
        await b.hang_up()
        await a.until("CALL_CLOSED")


async def test_attended_transfer_by_the_api(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make) as office:
        a, b, c = await office.phone("a1"), await office.phone("b1"), await office.phone("c1")
        await talk(office, a, b, "2102")
        first = office.progress()[-1].call_id
        await eventually(lambda: hears(a, b) > 0.99 and hears(b, a) > 0.99, every=0.3)
        await b.command("hold")
        await office.device_is("b1", DeviceState.ON_HOLD)
        before = len(b.events)
        await b.dial("2103")
        await c.until("CALL_INCOMING")
        await c.accept()
        await b.until("CALL_ESTABLISHED", since=before)
        second = office.progress()[-1].call_id
        await eventually(lambda: office.progress(second)[-1].state is S.CONNECTED)
        await eventually(lambda: hears(c, b) > 0.99 and hears(b, c) > 0.99, every=0.3)
        await office.engine.join(first, second, DeviceId("b1"))
        await eventually(lambda: office.progress(first)[-1].callee.device_id == "c1")
        await office.device_is("b1", DeviceState.IDLE)
        await eventually(lambda: hears(c, a) > 0.99 and a.receives(), every=0.3)


async def test_attended_transfer_by_the_phones_own_keys(tmp_path: Path) -> None:
    """REFER with Replaces (RFC 3891, 5589); of our makes of phone PJSIP can."""
    async with Office(tmp_path, "pjsip") as office:
        a, b, c = await office.phone("a1"), await office.phone("b1"), await office.phone("c1")
        await talk(office, a, b, "2102")
        first = office.progress()[-1].call_id
        await b.command("hold")
        await office.device_is("b1", DeviceState.ON_HOLD)
        since = len(b.events)
        await b.dial("2103")
        await c.until("CALL_INCOMING")
        await c.accept()
        await b.until("CALL_ESTABLISHED", since=since)
        await b.command("join")
        await eventually(lambda: office.progress(first)[-1].callee.device_id == "c1")
        await office.device_is("b1", DeviceState.IDLE)
        await eventually(lambda: hears(a, c) > 0.99 and hears(c, a) > 0.99, every=0.3)
        assert office.progress(first)[-1].state is S.CONNECTED


async def replacing(office: Office, make: str) -> tuple[Phone, Phone, Phone]:
    """Two phones of a make, and a third that can send INVITEs with Replaces; of our makes PJSIP can."""
    a, b = await office.phone("a1"), await office.phone("b1")
    office.make = "pjsip"
    return a, b, await office.phone("c1")


async def test_a_ringing_call_is_picked_up_by_an_invite_with_replaces(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make) as office:
        a, b, c = await replacing(office, make)
        await a.dial("2102")
        await b.until("CALL_INCOMING")
        await office.device_is("b1", DeviceState.RINGING)
        await c.command("dial", f"sip:onepresence@{office.host} {await b.dialog()}")
        await c.until("CALL_ESTABLISHED")
        await a.until("CALL_ESTABLISHED")
        await b.until("CALL_CLOSED")
        progress = await office.call_is(S.CONNECTED)
        assert (progress.caller.device_id, progress.callee.device_id) == ("a1", "c1")
        await eventually(lambda: hears(a, c) > 0.99 and hears(c, a) > 0.99, every=0.3)
        await office.device_is("b1", DeviceState.IDLE)
        await c.hang_up()
        await a.until("CALL_CLOSED")
        assert (await office.call_is(S.ENDED)).cause is Cause.NORMAL


async def test_a_call_goes_on_at_the_phone_that_replaces_the_other(tmp_path: Path, make: str) -> None:
    async with Office(tmp_path, make) as office:
        a, b, c = await replacing(office, make)
        await talk(office, a, b, "2102")
        await eventually(lambda: hears(a, b) > 0.99 and hears(b, a) > 0.99, every=0.3)
        await c.command("dial", f"sip:onepresence@{office.host} {await b.dialog()};early-only")
        assert (await c.until("CALL_CLOSED"))["status"] == 486
        since = len(c.events)
        await c.command("dial", f"sip:onepresence@{office.host} {await b.dialog()}")
        await c.until("CALL_ESTABLISHED", since=since)
        await b.until("CALL_CLOSED")
        await eventually(lambda: office.progress()[-1].callee.device_id == "c1")
        await eventually(lambda: hears(c, a) > 0.99 and a.receives(), every=0.3)
        assert not a.seen("CALL_CLOSED") and office.progress()[-1].state is S.CONNECTED
        await a.hang_up()
        await c.until("CALL_CLOSED", since=since)


async def test_a_phone_that_is_killed_is_offline_and_the_other_end_goes_where_it_is_said(tmp_path: Path) -> None:
    """Nothing comes from it any more, over UDP not even an error of its connection."""
    async with Office(tmp_path) as office:
        a, b = await office.phone("a1"), await office.phone("b1")
        await talk(office, a, b, "2102")
        b.kill()
        lost = await eventually(lambda: next((e for e in office.events if isinstance(e, MenuReached)), None))
        assert isinstance(lost.menu, PhoneLost) and lost.menu.whose.device_id == "b1"
        assert (lost.menu.called, lost.menu.held) == (True, False)
        await office.device_is("b1", DeviceState.OFFLINE)
        assert not a.seen("CALL_CLOSED")
        await office.engine.redirect(lost.call_id, Reject(Cause.LOST))
        await a.until("CALL_CLOSED")
        assert (await office.call_is(S.ENDED)).cause is Cause.LOST
        await office.device_is("a1", DeviceState.IDLE)
