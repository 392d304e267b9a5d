"""When one's own phones ring is one's own to say (spec 3.6b, 9.1)."""

from __future__ import annotations

from pathlib import Path

from onepresence_desktop.domain.people import DeviceKind
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import running


async def test_a_phone_rings_later_or_in_working_hours_as_its_user_says_and_after_a_restart(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders")
        await office.person("1002102", "Birgit")
        await office.command(wire.DeviceAdd(local_number="1002101", kind=DeviceKind.DESK))
        anders, birgit = await office.caller("1002101"), await office.caller("1002102")
        device = (await anders.get("/v1/me")).json()["devices"][0]
        assert (device["ring_after"], device["ring_in_hours"]) == (0, False)
        path = f"/v1/me/devices/{device['id']}"
        changed = await anders.patch(path, json={"ring_after": 15})
        assert changed.json()["devices"][0]["ring_after"] == 15
        assert (await anders.patch(path, json={"ring_in_hours": True})).status_code == 200
        assert (await anders.patch(path, json={"ring_after": 61})).status_code == 422
        assert (await birgit.patch(path, json={"ring_after": 5})).status_code == 404
    async with running(tmp_path) as office:
        anders = await office.caller("1002101")
        device = (await anders.get("/v1/me")).json()["devices"][0]
        assert (device["ring_after"], device["ring_in_hours"]) == (15, True)
