"""What is taken away in the middle of a call, with real phones on the real service (spec 12.4; chapter 11).

A device, a person, a group (phones without power: test_lost_phone): whoever is at the other end isn't left in silence,
what is kept of the call is whole, and the service goes on.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.exchange import Exchange, heard_in_order, speaks
from tests.support.hearing import hears
from tests.support.waiting import eventually
from tests.walks.test_calls import history
from tests.walks.test_handing_on import talk
from tests.walks.test_mailbox_ways import AFTER_THE_TONE, AWAY, PLAIN
from tests.walks.test_voicemail import left_one

pytestmark = pytest.mark.phones


async def ids(admin: Any) -> dict[str, str]:
    """People by local number."""
    return {one["local_number"]: one["id"] for one in await admin("GET", "/v1/people")}


async def test_a_device_removed_in_a_call_ends_it_for_both_and_the_other_phone_of_its_owner_stays(
    tmp_path: Path,
) -> None:
    async with Exchange(tmp_path) as office:
        admin, mette_ = await office.client("1002101"), await office.client("1002102")
        caller, desk = await office.phone("1002103"), await office.phone("1002102")
        await talk(caller, desk, "2102")
        await admin("DELETE", f"/v1/devices/{desk.device_id}")
        for phone in (caller, desk):
            await phone.until("CALL_CLOSED")
        (taken,) = await history(mette_)
        assert taken["direction"] == "incoming" and taken["duration"] != "PT0S" and taken["cause"]
        assert [one["id"] for one in (await mette_("GET", "/v1/me"))["devices"]] == []
        other = await office.phone("1002102")
        await talk(caller, other, "2102")
        await caller.hang_up()
        await other.until("CALL_CLOSED")


@pytest.mark.parametrize("way", ["removed", "closed", "erased"])
async def test_whoever_leaves_a_message_for_somebody_who_goes_just_then_is_not_left_in_silence(
    tmp_path: Path, way: str
) -> None:
    async with Exchange(tmp_path) as office:
        admin, mette_ = await office.client("1002101"), await office.client("1002102")
        mette = (await ids(admin))["1002102"]
        await mette_("PUT", "/v1/me/voicemail", PLAIN)
        await mette_("POST", "/v1/me/diversions", AWAY)
        caller = await office.phone("1002103", seconds=60)

        async def leaves(seconds: float) -> int:
            since, takes = len(caller.events), len(caller.heard())
            await caller.dial("2102")
            await caller.until("CALL_ESTABLISHED", since=since)
            await heard_in_order(office, caller, ("da", AFTER_THE_TONE), takes=takes)
            await speaks(office, seconds)
            return since

        since = await leaves(2)
        await caller.hang_up()
        await caller.until("CALL_CLOSED", since=since)
        kept = await left_one(mette_)
        recordings = office.service.data / "recordings"
        assert list(recordings.rglob(f"{kept['id']}*"))
        since = await leaves(2)
        if way == "removed":
            await admin("DELETE", f"/v1/people/{mette}")
        elif way == "erased":
            await admin("POST", f"/v1/people/{mette}/erasure")
        else:
            await admin("PATCH", f"/v1/people/{mette}", {"closed": True})
        await caller.hang_up()
        await caller.until("CALL_CLOSED", since=since)
        if way == "closed":
            await admin("PATCH", f"/v1/people/{mette}", {"closed": False})
            again = await office.client("1002102")

            async def both() -> bool:
                return len(await again.messages()) == 2

            await eventually(both, every=0.2)
        else:
            await eventually(lambda: not list(recordings.rglob("*.wav")), every=0.2)
            since = len(caller.events)
            await caller.dial("2102")
            assert str((await caller.until("CALL_CLOSED", since=since))["param"]).startswith("404")
            record = (await (await office.client("1002103"))("GET", "/v1/me/calls"))[-1]
            assert record["duration"] != "PT0S" and record["cause"]


async def test_an_owner_who_is_removed_while_listening_by_phone_is_rung_off_and_the_sound_goes(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        admin, mette_ = await office.client("1002101"), await office.client("1002102")
        mette = (await ids(admin))["1002102"]
        await mette_("PUT", "/v1/me/mailbox-pin", {"pin": "8306"})
        await mette_("PUT", "/v1/me/voicemail", PLAIN)
        await mette_("POST", "/v1/me/diversions", AWAY)
        caller, desk = await office.phone("1002103", seconds=60), await office.phone("1002102", seconds=60)
        await caller.dial("2102")
        await caller.until("CALL_ESTABLISHED")
        await heard_in_order(office, caller, ("da", AFTER_THE_TONE))
        await speaks(office, 3)
        await caller.hang_up()
        await left_one(mette_)
        await desk.dial("*98")
        await desk.until("CALL_ESTABLISHED")
        await desk.keys("8306#")
        await desk.keys("1")
        await eventually(lambda: hears(desk, caller.says) > 0.9, every=0.3)
        await admin("DELETE", f"/v1/people/{mette}")
        await desk.until("CALL_CLOSED")
        recordings = office.service.data / "recordings"
        await eventually(lambda: not list(recordings.rglob("*.wav")), every=0.2)


async def test_a_group_removed_while_it_rings_leaves_the_caller_with_whoever_lifts(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        admin, mette_ = await office.client("1002101"), await office.client("1002102")
        body = {"local_number": "1002500", "name": "Salg", "members": [(await ids(admin))["1002102"]], "seconds": 300}
        group = await admin("POST", "/v1/groups", body)
        caller, desk = await office.phone("1002103"), await office.phone("1002102")
        await caller.dial("2500")
        await desk.until("CALL_INCOMING")
        await admin("DELETE", f"/v1/groups/{group['id']}")
        await desk.accept()
        await caller.until("CALL_ESTABLISHED")
        await eventually(lambda: hears(caller, desk.says) > 0.99 and hears(desk, caller.says) > 0.99, every=0.3)
        await caller.hang_up()
        await desk.until("CALL_CLOSED")
        assert (await history(mette_))[0]["direction"] == "incoming"
        since = len(caller.events)
        await caller.dial("2500")
        assert str((await caller.until("CALL_CLOSED", since=since))["param"]).startswith("404")
