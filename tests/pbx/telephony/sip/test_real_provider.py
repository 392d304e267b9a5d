"""Calls over a real provider (kamailio) with real phones on both sides (spec 12.1a)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import CallId, CallState, Cause
from onepresence_desktop.domain.people import Device, DeviceId, DeviceKind, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.steps import TrunkId
from onepresence_desktop.domain.trunks import SipTrunk, Transport
from onepresence_desktop.pbx.ports import MenuReached, TrunkLine, sound_at
from tests.pbx.telephony.sip.office import CUSTOMER, NUMBERS, Office
from tests.support.announcer import Announcer
from tests.support.hearing import hears
from tests.support.phones import Phone, speech_like
from tests.support.provider import ACCOUNT, SECRET, Provider
from tests.support.waiting import eventually

pytestmark = pytest.mark.phones

MARIANNE, SVEN = "+4520304050", "+4520304051"
"""Numbers of the phones behind the provider."""


def one_number(local_number: str) -> str:
    return f"+457010{local_number[-4:]}"


class Town:
    """An office with a line to a provider, behind which Marianne and Sven have phones."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = Office(folder)
        self.outside: dict[str, Phone] = {}
        self.providers: list[Provider] = []

    async def open(
        self, *, registers: bool = True, password: str = SECRET, second: bool = False,
        transport: Transport = Transport.UDP, believed: bool = True, **more: Any,
    ) -> None:  # fmt: skip
        plan = self.office.router.dial_plan
        users = {id_: replace(user, one_number=one_number(user.local_number)) for id_, user in plan.users.items()}
        numbers = {one_number(number): id_ for id_, number in NUMBERS.items()}
        self.office.router.dial_plan = replace(plan, users=users, by_number={**plan.by_number, **numbers})
        for number in (MARIANNE, SVEN):
            folder = self.folder / number
            folder.mkdir()
            says = speech_like(folder / "says.wav", 25, sum(number.encode()))
            self.outside[number] = Phone(folder, server="", user=number, password="", says=says)
        hosts = {number: phone.host for number, phone in self.outside.items()}
        for name in ("first", "second") if second else ("first",):
            provider = Provider(self.folder / name, hosts, secure=transport is Transport.TLS)
            await provider.start()
            self.providers.append(provider)
        identity = self.providers[0].identity
        if identity is not None:
            self.office.secure, self.office.authorities = True, identity.certificate if believed else None
            await self.office.restart()
        for phone in self.outside.values():
            phone._server = self.providers[0].host
            await phone.start()
        lines = [
            SipTrunk(
                TrunkId(str(place)), CUSTOMER.id, f"line {place}", provider.host, registers=registers, user=ACCOUNT,
                password=password, main="+4570102100", transport=transport, **more,
            )
            for place, provider in enumerate(self.providers)
        ]  # fmt: skip
        await self.office.engine.set_trunks([TrunkLine(line, "DK") for line in lines])

    async def lines_are(self, *up: bool) -> None:
        await eventually(lambda: tuple(s.up for s in self.office.engine.trunks().values()) == up)

    async def close(self) -> None:
        for phone in self.outside.values():
            await phone.stop()
        for provider in self.providers:
            await provider.stop()


@asynccontextmanager
async def town(folder: Path, **more: Any) -> AsyncIterator[Town]:
    made = Town(folder)
    async with made.office:
        try:
            await made.open(**more)
            yield made
        finally:
            await made.close()


async def both_hear(one: Phone, other: Phone) -> None:
    await eventually(lambda: min(hears(one, other.says), hears(other, one.says)) >= 0.99, every=0.5)


async def test_calls_out_and_in_with_sound_both_ways(tmp_path: Path) -> None:
    async with town(tmp_path) as it:
        await it.lines_are(True)
        desk, outside = await it.office.phone("a1"), it.outside[MARIANNE]
        await desk.dial(MARIANNE)
        await outside.until("CALL_INCOMING")
        await outside.accept()
        told = await it.office.call_is(CallState.CONNECTED)
        assert told.callee.number == MARIANNE and told.trace[-1].name == "line 0"
        assert "+4570102101" in outside.last("CALL_INCOMING")["peeruri"]
        await both_hear(desk, outside)
        await desk.hang_up()
        await outside.until("CALL_CLOSED")

        await outside.dial(one_number(NUMBERS["anders"]))  # type: ignore[index]
        await desk.until("CALL_INCOMING")
        await desk.accept()
        told = await it.office.call_is(CallState.CONNECTED)
        assert told.caller.number == MARIANNE and told.callee.user_id == "anders"
        await both_hear(desk, outside)
        await outside.hang_up()
        await it.office.call_is(CallState.ENDED)


def pressed(phone: Phone) -> str:
    """The keys that a phone has been told."""
    return "".join(event["param"] for event in phone.events if event.get("type") == "CALL_DTMF_START")


async def test_keys_are_told_over_the_line_both_ways(tmp_path: Path) -> None:
    """RFC 4733 through the engine and the provider."""
    async with town(tmp_path) as it:
        await it.lines_are(True)
        desk, outside = await it.office.phone("a1"), it.outside[MARIANNE]
        await desk.dial(MARIANNE)
        await outside.until("CALL_INCOMING")
        await outside.accept()
        await it.office.call_is(CallState.CONNECTED)
        await eventually(lambda: desk.receives() and outside.receives())
        for one, other, keys in ((desk, outside, "159#"), (outside, desk, "2*80")):
            await one.keys(keys)
            await eventually(lambda other=other, keys=keys: pressed(other) == keys)  # type: ignore[misc]
        await desk.hang_up()
        await it.office.call_is(CallState.ENDED)


@pytest.mark.parametrize("transport", [Transport.TCP, Transport.TLS])
async def test_a_line_over_a_stream_carries_calls_both_ways_and_is_made_anew(
    tmp_path: Path, transport: Transport
) -> None:
    async with town(tmp_path, transport=transport) as it:
        await it.lines_are(True)
        desk, outside = await it.office.phone("a1"), it.outside[MARIANNE]
        await desk.dial(MARIANNE)
        await outside.until("CALL_INCOMING")
        await outside.accept()
        await it.office.call_is(CallState.CONNECTED)
        await both_hear(desk, outside)
        await desk.hang_up()
        await it.office.call_is(CallState.ENDED)
        await outside.dial(one_number(NUMBERS["anders"]))  # type: ignore[index]
        await desk.until("CALL_INCOMING")
        await desk.accept()
        await it.office.call_is(CallState.CONNECTED)
        await outside.hang_up()
        await it.office.call_is(CallState.ENDED)
        it.providers[0].kill()
        await it.lines_are(False)
        await it.providers[0].start()
        await it.lines_are(True)


async def test_a_provider_whose_certificate_nobody_vouches_for_is_told_nothing(tmp_path: Path) -> None:
    async with town(tmp_path, transport=Transport.TLS, believed=False) as it:
        line = TrunkId("0")
        await eventually(lambda: it.office.engine.trunks()[line].detail.startswith("certificate refused"))
        assert not it.office.engine.trunks()[line].up


async def test_a_number_nobody_has_is_told_to_the_outside_and_the_providers_words_to_us(tmp_path: Path) -> None:
    async with town(tmp_path) as it:
        await it.lines_are(True)
        outside = it.outside[MARIANNE]
        await outside.dial("+4570109999")
        closed = await outside.until("CALL_CLOSED")
        assert "404" in closed["param"]
        assert await it.office.engine.try_trunk(TrunkId("0"), MARIANNE) == "180 Ringing"
        assert (await it.office.engine.try_trunk(TrunkId("0"), "+4599999999")).startswith("404")


async def test_a_refused_registration_is_told_in_the_providers_words(tmp_path: Path) -> None:
    async with town(tmp_path, password="wrong") as it:
        await eventually(lambda: it.office.engine.trunks()[TrunkId("0")].detail.startswith("401"))
        assert not it.office.engine.trunks()[TrunkId("0")].up


async def test_when_the_first_provider_is_killed_the_next_call_goes_over_the_second(tmp_path: Path) -> None:
    async with town(tmp_path, second=True) as it:
        await it.lines_are(True, True)
        desk, outside = await it.office.phone("a1"), it.outside[MARIANNE]
        await desk.dial(MARIANNE)
        await outside.until("CALL_INCOMING")
        await outside.accept()
        await it.office.call_is(CallState.CONNECTED)
        it.providers[0].kill()
        await desk.hang_up()
        await it.office.call_is(CallState.ENDED)
        seen = len(outside.events)
        await desk.dial(SVEN)
        await it.outside[SVEN].until("CALL_INCOMING")
        await it.outside[SVEN].accept()
        told = await it.office.call_is(CallState.CONNECTED)
        assert told.trace[-1].name == "line 1" and len(outside.events) >= seen
        await both_hear(desk, it.outside[SVEN])
        await desk.hang_up()
        await it.office.call_is(CallState.ENDED)
        await it.lines_are(False, True)
        await it.providers[0].start()
        await it.lines_are(True, True)


async def test_a_click_rings_the_desk_phone_and_then_the_phone_outside(tmp_path: Path) -> None:
    async with town(tmp_path) as it:
        await it.lines_are(True)
        desk, outside = await it.office.phone("a1"), it.outside[MARIANNE]
        await it.office.engine.originate(CallId("click"), DeviceId("a1"), MARIANNE)
        await desk.until("CALL_INCOMING")
        await desk.accept()
        await outside.until("CALL_INCOMING")
        await outside.accept()
        await it.office.call_is(CallState.CONNECTED)
        await both_hear(desk, outside)
        await it.office.engine.hangup(CallId("click"))
        await outside.until("CALL_CLOSED")


async def test_a_call_from_outside_is_transferred_to_a_colleague_who_asks_another_and_hands_it_on(
    tmp_path: Path,
) -> None:
    async with town(tmp_path) as it:
        await it.lines_are(True)
        desk, other = await it.office.phone("a1"), await it.office.phone("b1")
        third = await it.office.phone("c1")
        outside = it.outside[MARIANNE]
        await outside.dial(one_number(NUMBERS["anders"]))  # type: ignore[index]
        await desk.until("CALL_INCOMING")
        await desk.accept()
        told = await it.office.call_is(CallState.CONNECTED)
        await it.office.engine.transfer(told.call_id, DeviceId("a1"), "2102")
        await other.until("CALL_INCOMING")
        await other.accept()
        await eventually(lambda: it.office.progress()[-1].callee.user_id == "berit")
        await other.until("CALL_ESTABLISHED")
        await both_hear(other, outside)

        await other.command("hold")
        await it.office.device_is("b1", DeviceState.ON_HOLD)
        before = len(other.events)
        await other.dial("2103")
        await third.until("CALL_INCOMING")
        await third.accept()
        await other.until("CALL_ESTABLISHED", since=before)
        asked = it.office.progress()[-1].call_id
        await eventually(lambda: it.office.progress(asked)[-1].state is CallState.CONNECTED)
        await both_hear(other, third)
        await it.office.engine.join(told.call_id, asked, DeviceId("b1"))
        await eventually(lambda: it.office.progress(told.call_id)[-1].callee.device_id == "c1")
        await it.office.device_is("b1", DeviceState.IDLE)
        await eventually(lambda: hears(third, outside.says) >= 0.99 and outside.receives(), every=0.5)
        await outside.hang_up()
        await it.office.call_is(CallState.ENDED)


async def test_sound_goes_over_the_line_while_it_still_rings(tmp_path: Path) -> None:
    async with town(tmp_path) as it:
        await it.lines_are(True)
        desk, outside = await it.office.phone("a1"), it.outside[MARIANNE]
        await outside.stop()
        outside.answers = "early"
        await outside.start()
        await desk.dial(MARIANNE)
        await desk.until("CALL_PROGRESS")  # 183 with a description; this make sends nothing itself before it is lifted
        await outside.until("CALL_RTPESTAB")
        assert it.office.progress()[-1].state is CallState.RINGING
        await desk.hang_up()
        await it.office.call_is(CallState.ENDED)


async def test_a_caller_hears_what_is_said_before_a_call_is_answered_and_why_it_is_not(tmp_path: Path) -> None:
    async with town(tmp_path) as it:
        await it.lines_are(True)
        desk, host = await it.office.phone("a1"), it.outside[MARIANNE].host
        await it.outside[MARIANNE].stop()
        says = speech_like(tmp_path / "not-in-use.wav", 4, 5)
        async with Announcer(host, says) as announcer:
            await desk.dial(MARIANNE)
            await desk.until("CALL_PROGRESS")
            await eventually(lambda: hears(desk, says) >= 0.99, every=0.5)
            assert it.office.progress()[-1].state is CallState.RINGING and not desk.seen("CALL_ESTABLISHED")
            announcer.refuse(404)
            told = await it.office.call_is(CallState.ENDED)
        assert told.cause is Cause.NUMBER_UNKNOWN and told.rang == ()
        await desk.until("CALL_CLOSED")


def with_mobile(it: Town, *, ring_after: int = 0) -> None:
    """Anders is rung on Marianne's mobile too, so many seconds after his desk phone."""
    plan = it.office.router.dial_plan
    anders = UserId("anders")
    mobile = Device(DeviceId("m"), CUSTOMER.id, anders, DeviceKind.MOBILE, "m", number=MARIANNE, ring_after=ring_after)
    it.office.router.dial_plan = replace(plan, devices={**plan.devices, anders: (*plan.devices[anders], mobile)})


async def test_a_mobile_outside_rings_ten_seconds_later_and_takes_the_call_when_one_is_pressed(tmp_path: Path) -> None:
    async with town(tmp_path) as it:
        await it.lines_are(True)
        with_mobile(it, ring_after=10)
        question = speech_like(tmp_path / "press-one.wav", 2, 99)
        await it.office.engine.set_asking({"da": sound_at(question)})
        desk, caller, mobile = await it.office.phone("a1"), await it.office.phone("b1"), it.outside[MARIANNE]
        await caller.dial("2101")
        await desk.until("CALL_INCOMING")
        assert not mobile.seen("CALL_INCOMING"), "it was to wait for ten seconds"
        await mobile.until("CALL_INCOMING")
        assert not desk.seen("CALL_CLOSED"), "both ring now"
        await mobile.accept()
        await eventually(lambda: hears(mobile, question) >= 0.99, every=0.5)
        assert it.office.progress()[-1].state is CallState.RINGING
        await mobile.keys("1")
        told = await it.office.call_is(CallState.CONNECTED)
        assert told.callee.user_id == "anders"
        await desk.until("CALL_CLOSED")
        await both_hear(caller, mobile)
        await caller.hang_up()
        await mobile.until("CALL_CLOSED")


async def test_where_nobody_presses_one_the_own_mailbox_takes_the_call(tmp_path: Path) -> None:
    async with town(tmp_path) as it:
        await it.lines_are(True)
        with_mobile(it)
        it.office.defaults(UserId("anders"), no_reply_seconds=5)
        caller, mobile = await it.office.phone("b1"), it.outside[MARIANNE]
        await caller.dial("2101")
        await mobile.until("CALL_INCOMING")
        await mobile.accept()
        await eventually(lambda: any(isinstance(e, MenuReached) for e in it.office.events))
        await mobile.until("CALL_CLOSED")
