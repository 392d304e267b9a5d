"""Real phones over TLS whose sound is encrypted: to one another, to the engine, and to phones in clear (spec 12.1c)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.domain.doctor import Failure
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.ports import MenuReached, sound_at
from tests.pbx.telephony.sip.office import NUMBERS, PASSWORD, Office
from tests.support.hearing import hears
from tests.support.phones import Phone, correlation, read_wav, speech_like, spoken_by
from tests.support.sniffed import sniffing
from tests.support.waiting import eventually

pytestmark = pytest.mark.phones

SECURE = {"transport": "tls", "security": "srtp-mand"}


async def both_hear(one: Phone, other: Phone) -> None:
    await eventually(lambda: min(hears(one, other.says), hears(other, one.says)) >= 0.99, every=0.5)


async def talk(office: Office, caller: Phone, callee: Phone, number: str) -> None:
    await caller.dial(number)
    await callee.until("CALL_INCOMING")
    await callee.accept()
    await office.call_is(CallState.CONNECTED)
    await both_hear(caller, callee)
    await caller.hang_up()
    await office.call_is(CallState.ENDED)


async def test_two_phones_that_demand_it_talk_encrypted_and_the_engine_passes_it_on(tmp_path: Path) -> None:
    async with Office(tmp_path, secure=True) as office:
        anders, berit = await office.phone("a1", **SECURE), await office.phone("b1", **SECURE)
        with sniffing(office.host) as sniffed:
            await talk(office, anders, berit, NUMBERS["berit"])  # type: ignore[index]
        assert sniffed.in_clear(anders.says) == sniffed.in_clear(berit.says) == 0


async def test_an_encrypted_phone_hears_the_mailbox_and_is_heard_there(tmp_path: Path) -> None:
    async with Office(tmp_path, secure=True) as office:
        anders = await office.phone("a1", **SECURE)
        greeting = speech_like(tmp_path / "greeting.wav", 4, 99)
        await anders.dial(NUMBERS["berit"])  # type: ignore[index]
        await eventually(lambda: any(isinstance(e, MenuReached) for e in office.events))
        call = next(e for e in office.events if isinstance(e, MenuReached)).call_id
        await office.engine.answer(call)
        assert await office.engine.play(call, [sound_at(greeting)])
        await eventually(lambda: hears(anders, greeting) >= 0.99, every=0.5)
        kept = tmp_path / "kept.wav"
        three, never = timedelta(seconds=3), timedelta(seconds=60)
        await office.engine.record(call, kept, most=three, silence=never)
        part = read_wav(kept)[8000:16000]
        assert correlation(part, spoken_by(anders))[0] >= 0.99


async def test_a_phone_in_clear_and_an_encrypted_one_talk_through_the_engine(tmp_path: Path) -> None:
    async with Office(tmp_path, secure=True) as office:
        anders, berit = await office.phone("a1", **SECURE), await office.phone("b1")
        with sniffing(office.host) as sniffed:
            await talk(office, berit, anders, NUMBERS["anders"])  # type: ignore[index]
        await talk(office, anders, berit, NUMBERS["berit"])  # type: ignore[index]
        assert sniffed.in_clear(anders.says) == sniffed.in_clear(berit.says) == 1, "between Berit and the engine alone"


async def test_click_to_call_rings_an_encrypted_phone_and_brings_a_clear_one(tmp_path: Path) -> None:
    async with Office(tmp_path, secure=True) as office:
        anders, berit = await office.phone("a1", **SECURE), await office.phone("b1")
        await office.engine.originate(CallId("click"), DeviceId("a1"), NUMBERS["berit"])  # type: ignore[index]
        await anders.until("CALL_INCOMING")
        await anders.accept()
        await berit.until("CALL_INCOMING")
        await berit.accept()
        await office.call_is(CallState.CONNECTED)
        await both_hear(anders, berit)


async def refused(phone: Phone, office: Office, number: str) -> None:
    """It calls, and is told that this can't be in clear."""
    since = len(phone.events)
    await phone.dial(number)
    closed = await phone.until("CALL_CLOSED", since=since)
    assert "488" in closed["param"], closed
    sources = (await office.engine.diagnose()).sources
    assert {(one.user, one.failure) for one in sources} >= {(phone.user, Failure.IN_CLEAR)}


async def test_where_both_are_demanded_nothing_is_said_in_clear_neither_signals_nor_sound(tmp_path: Path) -> None:
    """A phone without TLS isn't let in; one that comes over TLS and offers RTP/AVP, or can do no other, has no call."""
    async with Office(tmp_path, secure=True) as office:
        await office.engine.set_lines([replace(one, secure=True) for one in office.lines])
        carl = await office.phone("c1", **SECURE)
        with sniffing(office.host) as sniffed:
            folder = tmp_path / "over udp"
            folder.mkdir()
            clear = Phone(folder, server=office.host, user="a1", password=PASSWORD, says=carl.says)
            await clear.start(registers=False)
            try:
                await eventually(lambda: "403" in clear.log())
                assert office.state("a1") is not DeviceState.IDLE
                await refused(clear, office, NUMBERS["carl"])  # type: ignore[index]
            finally:
                await clear.stop()
            anders = await office.phone("a1", transport="tls")
            await refused(anders, office, NUMBERS["carl"])  # type: ignore[index]
            assert not carl.seen("CALL_INCOMING")
            await carl.dial(NUMBERS["anders"])  # type: ignore[index]
            await eventually(lambda: any(isinstance(event, MenuReached) for event in office.events))
            await carl.hang_up()
            await office.call_is(CallState.ENDED)
            assert not anders.seen("CALL_INCOMING"), "its phone can make nothing of a sound that is encrypted"
            berit = await office.phone("b1", **SECURE)
            await talk(office, carl, berit, NUMBERS["berit"])  # type: ignore[index]
        assert [sniffed.in_clear(phone.says) for phone in (anders, berit, carl)] == [0, 0, 0]
