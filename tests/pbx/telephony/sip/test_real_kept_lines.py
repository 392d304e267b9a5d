"""Over a real provider (kamailio) a caller is parked, fetched, led to a mailbox and back: the provider hears nothing of
it, as seen on the wire (spec 12.1a).
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.ports import MenuReached, sound_at
from tests.pbx.telephony.sip.office import CUSTOMER, NUMBERS
from tests.pbx.telephony.sip.test_real_provider import MARIANNE, Town, both_hear, one_number, town
from tests.support.hearing import hears
from tests.support.phones import Phone, speech_like
from tests.support.sniffed import Sniffed, sniffing
from tests.support.waiting import eventually

pytestmark = pytest.mark.phones


async def led_to(it: Town, call_id: CallId, number: str, desk: Phone) -> None:
    """Whoever waits comes to a phone, which is lifted."""
    since = len(desk.events)
    caller = it.office.progress(call_id)[-1].caller
    await it.office.engine.redirect(call_id, it.office.router.route(caller, CUSTOMER.id, number))
    await desk.until("CALL_INCOMING", since=since)
    await desk.accept()
    await it.office.call_is(CallState.CONNECTED)


async def to_mailbox(it: Town, call_id: CallId, device: str, says: Path, outside: Phone) -> None:
    """The phone sends its caller to Carl, who has none: to the mailbox, which says something."""
    await it.office.engine.transfer(call_id, DeviceId(device), "2103")
    await eventually(lambda: [e for e in it.office.events if isinstance(e, MenuReached)])
    await it.office.engine.answer(call_id)
    assert await it.office.engine.play(call_id, [sound_at(says)])
    await eventually(lambda: hears(outside, says) >= 0.99, every=0.5)


def asked_again(wire: Sniffed, provider: str) -> list[str]:
    """INVITEs and REFERs within calls that were sent to the provider."""
    sent = [*wire.requests("INVITE"), *wire.requests("REFER")]
    within = [one for one in sent if re.search(r"(?im)^to:.*;tag=", one)]
    return [
        one for one in within if f"@{provider}" in one.split("\r\n")[0] or f"sip:{provider}" in one or MARIANNE in one
    ]


@pytest.mark.parametrize("out", [True, False])
async def test_parking_mailbox_and_back_without_a_word_to_the_provider(tmp_path: Path, out: bool) -> None:
    async with town(tmp_path) as it:
        await it.lines_are(True)
        desk, other = await it.office.phone("a1"), await it.office.phone("b1")
        outside: Any = it.outside[MARIANNE]
        greeting = speech_like(tmp_path / "greeting.wav", 2, 77)
        with sniffing(it.office.host) as wire:
            if out:
                await desk.dial(MARIANNE)
                await outside.until("CALL_INCOMING")
                await outside.accept()
            else:
                await outside.dial(one_number(NUMBERS["anders"]))  # type: ignore[index]
                await desk.until("CALL_INCOMING")
                await desk.accept()
            told = await it.office.call_is(CallState.CONNECTED)
            await both_hear(desk, outside)
            await it.office.engine.park(told.call_id, DeviceId("a1"))
            await it.office.call_is(CallState.HELD)
            await led_to(it, told.call_id, "2102", other)
            await both_hear(other, outside)
            await to_mailbox(it, told.call_id, "b1", greeting, outside)
            await it.office.device_is("b1", DeviceState.IDLE)
            await led_to(it, told.call_id, "2101", desk)
            await both_hear(desk, outside)
            await outside.hang_up()
            await it.office.call_is(CallState.ENDED)
            await asyncio.sleep(0.3)
        begun = wire.requests("INVITE")
        assert any(it.providers[0].host in one for one in begun), "nothing was heard on the wire"
        assert not asked_again(wire, it.providers[0].host)
