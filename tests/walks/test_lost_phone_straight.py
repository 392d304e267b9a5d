"""Desk phones that die in calls that nobody handed on: straight ones, and those over a line (spec 3.6).

Who was held gets another phone or the mailbox; who talked is told; the provider is not asked.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support import exchange
from tests.support.exchange import Exchange, heard_in_order
from tests.support.hearing import hears
from tests.support.linphone import LinPhone
from tests.support.town import MAIN, Town
from tests.support.waiting import eventually
from tests.walks.test_calls import history, shown
from tests.walks.test_handing_on import own_calls, talk
from tests.walks.test_lost_phone import (
    BROKEN_OFF,
    KAREN,
    asked,
    held,
    lifted,
    queue,
    taken,
    two_receptionists,
    unplugged,
)
from tests.walks.test_mailbox_ways import AFTER_THE_TONE, PLAIN

pytestmark = pytest.mark.phones


@pytest.mark.parametrize("back", [True, False], ids=["plugged in again", "stays away"])
async def test_who_called_straight_gets_the_phone_again_or_the_mailbox_and_who_was_called_is_told(
    tmp_path: Path, back: bool
) -> None:
    async with Exchange(tmp_path) as office:
        anders_, mette_, birgit_ = [await office.client(number) for number in office.numbers]
        anders, birgit = [await office.phone(one, make="pjsip", seconds=60) for one in office.numbers[::2]]
        mette = await office.phone(office.numbers[1], seconds=60)
        await mette_("PUT", "/v1/me/voicemail", PLAIN)
        await talk(anders, mette, "2102")
        (first,) = await own_calls(mette_, "connected")
        await mette_("POST", f"/v1/calls/{first}/hold")
        await own_calls(mette_, "held")
        await talk(mette, birgit, "2103")
        (second,) = await own_calls(mette_, "connected")
        await mette_("POST", f"/v1/calls/{second}/hold")
        await own_calls(mette_, "held", 2)
        mette.kill()
        if back:
            rung = len(mette.events)
            await mette.start()
            await mette.until("CALL_INCOMING", since=rung)
            await lifted(mette)
            await eventually(lambda: hears(anders, mette.says) > 0.99 and hears(mette, anders.says) > 0.99, every=0.3)
        else:
            office.phones.remove(mette)
            await heard_in_order(office, anders, ("da", AFTER_THE_TONE))
            await shown(anders_, mette.device_id, "offline")
        await heard_in_order(office, birgit, ("da", BROKEN_OFF))
        await birgit.until("CALL_CLOSED")
        assert not anders.seen("CALL_CLOSED")
        await anders.hang_up()
        (made,), (taken_,) = await history(anders_), await history(birgit_)
        own = await history(mette_, least=2)
        assert {(one["direction"], one["number"]) for one in own} == {("incoming", "1002101"), ("outgoing", "1002103")}
        for record in (made, taken_, *own):
            assert record["duration"] != "P0D" and "phone_lost" in {one["kind"] for one in record["trace"]}, record
        assert taken_["cause"] == "lost" and not taken_["voicemail"] and made["voicemail"] is not back

        async def quiet() -> bool:
            return (await mette_("GET", "/v1/snapshot"))["private"]["calls"] == []

        await eventually(quiet, every=0.1)


@pytest.mark.skipif(shutil.which("linphonec") is None, reason="linphone-cli is not installed")
async def test_a_caller_over_a_line_whom_a_lost_linphone_held_talks_on_and_the_provider_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(exchange.MAKES, "linphone", LinPhone)
    async with Town(tmp_path, [KAREN], people=4) as town:
        office = town.office
        await two_receptionists(office)
        birgit_, soren_ = [await office.client(number) for number in office.numbers[2:]]
        birgit = await office.phone(office.numbers[2])
        desk = await office.phone(office.numbers[3], make="linphone")
        karen = town.outside[KAREN]
        await taken(karen, desk, MAIN)
        await held(soren_)
        await own_calls(soren_, "held")
        before, rung = asked(karen), len(birgit.events)
        await unplugged(office, desk)
        await birgit.until("CALL_INCOMING", since=rung)
        await queue(birgit_, "waiting", 1, back_from="Søren Ågård", lost=True, number=KAREN)
        await shown(birgit_, desk.device_id, "offline")
        await lifted(birgit)
        await eventually(lambda: hears(karen, birgit.says) > 0.99 and hears(birgit, karen.says) > 0.99, every=0.3)
        assert asked(karen) == before
        await karen.hang_up()
        await birgit.until("CALL_CLOSED", since=rung)
