"""Calls of real phones on the real service, and what is told and kept of them (spec 7.1, 7.3, 12.1)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.exchange import Exchange, Person
from tests.support.hearing import hears
from tests.support.waiting import eventually

pytestmark = pytest.mark.phones


async def history(person: Person, *, least: int = 1) -> Any:
    async def there() -> Any:
        found = await person("GET", "/v1/me/calls")
        return found if len(found) >= least else None

    return await eventually(there, every=0.1)


async def shown(person: Person, device_id: str, state: str) -> None:
    """A phone's state, as colleagues see it."""

    async def so() -> bool:
        people = (await person("GET", "/v1/snapshot"))["public"]["presence"]
        states = {device["id"]: device["state"] for one in people for device in one["devices"]}
        return bool(states.get(device_id) == state)

    await eventually(so, every=0.1)


async def test_of_two_phones_the_second_stops_and_no_call_is_missed(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        anders, mette = await office.client("1002101"), await office.client("1002102")
        caller = await office.phone("1002101")
        first, second = await office.phone("1002102"), await office.phone("1002102", make="pjsip")
        await caller.dial("2102")
        await first.until("CALL_INCOMING")
        await second.until("CALL_INCOMING")
        await first.accept()
        await caller.until("CALL_ESTABLISHED")
        await second.until("CALL_CLOSED")
        await eventually(lambda: hears(caller, first.says) > 0.99 and hears(first, caller.says) > 0.99)
        await caller.hang_up()
        await first.until("CALL_CLOSED")
        (made,), (taken,) = await history(anders), await history(mette)
        assert (made["direction"], taken["direction"]) == ("outgoing", "incoming")
        assert taken["number"] == "1002101" and made["number"] == "1002102"
        assert taken["duration"] != "PT0S" and taken["cause"] == "normal" and taken["trace"]


async def test_a_call_nobody_takes_is_missed_and_tells_its_way(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        mette = await office.client("1002102")
        caller, desk = await office.phone("1002101"), await office.phone("1002102")
        await caller.dial("1002102")
        await desk.until("CALL_INCOMING")
        await caller.hang_up()
        await desk.until("CALL_CLOSED")
        (missed,) = await history(mette)
        assert missed["direction"] == "missed" and missed["name"] == "Anders Holmvig"


async def test_a_click_rings_the_desk_phone_then_the_target_and_the_api_hangs_up(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        anders = await office.client("1002101")
        desk, target = await office.phone("1002101"), await office.phone("1002102", make="pjsip")
        refused = await anders("POST", "/v1/calls", {"to": "kontoret"}, status=422)
        assert refused["code"]
        call = await anders("POST", "/v1/calls", {"to": "100 2102"}, status=202)
        await desk.until("CALL_INCOMING")
        assert not target.seen("CALL_INCOMING")
        await desk.accept()
        await target.until("CALL_INCOMING")
        await eventually(desk.receives)  # ringing
        await target.accept()
        await eventually(lambda: hears(desk, target.says) > 0.99 and hears(target, desk.says) > 0.99)
        await anders("DELETE", f"/v1/calls/{call['call_id']}")
        await desk.until("CALL_CLOSED")
        await target.until("CALL_CLOSED")


async def test_without_its_phone_registered_a_click_says_so_and_dials_nothing(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        anders = await office.client("1002101")
        target = await office.phone("1002102")
        phone = await office.phone("1002101")
        await phone.stop()
        office.phones.remove(phone)
        await shown(anders, phone.device_id, "offline")
        problem = await anders("POST", "/v1/calls", {"to": "2102"}, status=409)
        assert problem["code"] == "device_not_registered"
        assert not target.seen("CALL_INCOMING")
