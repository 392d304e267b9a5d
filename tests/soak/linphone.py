"""A third make of phone, Linphone (`linphone-cli`), through the scenarios of the others, a line out included."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import CallState
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.ports import Digit, MenuReached
from tests.pbx.telephony.sip import office as offices
from tests.pbx.telephony.sip import test_real_phones as inside
from tests.pbx.telephony.sip import test_real_provider as outside
from tests.support.linphone import LinPhone
from tests.support.waiting import eventually

LONGEST = 240.0
"""Seconds for one scenario."""


async def keys_are_heard_by_a_menu(folder: Path) -> None:
    """RFC 4733 towards the engine's own sound."""
    async with offices.Office(folder, "linphone") as office:
        phone = await office.phone("a1")
        await phone.dial("2102")
        await eventually(lambda: any(isinstance(event, MenuReached) for event in office.events))
        reached = next(event for event in office.events if isinstance(event, MenuReached))
        await office.engine.answer(reached.call_id)
        await phone.until("CALL_ESTABLISHED")
        await phone.keys("159#0")
        await eventually(lambda: "".join(e.digit for e in office.events if isinstance(e, Digit)) == "159#0")
        await phone.hang_up()
        await office.call_is(CallState.ENDED)


async def every_codec_it_offers_is_agreed_on(folder: Path) -> None:
    """Opus between two phones that have it, and what all have where the engine is the other end."""
    async with offices.Office(folder, "linphone") as office:
        a, b = await office.phone("a1", codecs="all"), await office.phone("b1", codecs="all")
        await inside.talk(office, a, b, "2102")
        await eventually(lambda: "MSOpusDec" in a.log())
        await eventually(lambda: min(inside.hears(a, b), inside.hears(b, a)) > 0.9, every=0.5)


async def a_call_over_a_line_is_held_and_resumed(folder: Path) -> None:
    """The other end is in another network."""
    async with outside.town(folder) as it:
        await it.lines_are(True)
        desk, far = await it.office.phone("a1"), it.outside[outside.MARIANNE]
        await desk.dial(outside.MARIANNE)
        await far.until("CALL_INCOMING")
        await far.accept()
        await it.office.call_is(CallState.CONNECTED)
        await outside.both_hear(desk, far)
        await desk.command("hold")
        await it.office.device_is("a1", DeviceState.ON_HOLD)
        await desk.command("resume")
        await it.office.call_is(CallState.CONNECTED)
        await far.hang_up()
        await it.office.call_is(CallState.ENDED)


def _inside(scenario: Callable[[Path, str], Awaitable[None]]) -> Callable[[Path], Awaitable[None]]:
    return lambda folder: scenario(folder, "linphone")


SCENARIOS: dict[str, Callable[[Path], Awaitable[None]]] = {
    **{
        scenario.__name__: _inside(scenario)
        for scenario in (
            inside.test_two_phones_call_and_hear_each_other,
            inside.test_a_second_phone_of_the_user_rings_too_until_the_first_is_lifted,
            inside.test_a_caller_who_gives_up_stops_the_ringing,
            inside.test_a_number_nobody_has_is_refused,
            inside.test_hold_and_resume_are_seen_and_heard,
            inside.test_a_blind_transfer_connects_the_other_two,
            inside.test_a_click_rings_the_own_phone_then_the_target_and_they_talk,
            inside.test_phones_on_tcp_work_alike,
            inside.test_sound_goes_through_the_relay_where_it_is_on,
            inside.test_hold_asked_for_by_the_api,
            inside.test_attended_transfer_by_the_api,
        )
    },
    **{
        scenario.__name__: scenario
        for scenario in (
            keys_are_heard_by_a_menu,
            every_codec_it_offers_is_agreed_on,
            a_call_over_a_line_is_held_and_resumed,
            outside.test_calls_out_and_in_with_sound_both_ways,
            outside.test_a_click_rings_the_desk_phone_and_then_the_phone_outside,
            outside.test_a_call_from_outside_is_transferred_to_a_colleague_who_asks_another_and_hands_it_on,
        )
    },
}


def main(only: str = "") -> dict[str, Any]:
    """All of them, or those whose name holds `only`; what failed and why."""
    if shutil.which("linphonec") is None:
        print("  SKIPPED: linphone-cli is not installed")
        return {"skipped": "linphone-cli is not installed"}
    usual = offices.MAKES["baresip"]
    offices.MAKES.update(linphone=LinPhone, baresip=LinPhone)  # an office with a line out has the usual make
    failed: dict[str, str] = {}
    asked = 0
    try:
        for name, scenario in SCENARIOS.items():
            if only not in name:
                continue
            asked += 1
            with tempfile.TemporaryDirectory() as folder:
                try:
                    asyncio.run(asyncio.wait_for(scenario(Path(folder)), LONGEST))
                except (Exception, TimeoutError) as exc:
                    failed[name] = f"{type(exc).__name__}: {exc}"[:500]
            print(f"  {'FAILED' if name in failed else 'passed'}  {name}  {failed.get(name, '')}", flush=True)
    finally:
        offices.MAKES["baresip"] = usual
    assert not failed, f"{len(failed)} of {asked}: {failed}"
    return {"passed": asked}
