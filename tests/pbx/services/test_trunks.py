"""Lines to providers kept by administrators, from the command line and by HTTP."""

from __future__ import annotations

from pathlib import Path

import pytest

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.people import CustomerId, DeviceKind
from onepresence_desktop.domain.routing import Ring, Trunk
from onepresence_desktop.domain.trunks import Abroad, NumberFormat
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import Running, running
from tests.pbx.phones import TestPhones
from tests.support.waiting import eventually

LINE = {
    "name": "Provider", "server": "sip.example.com", "register": True, "user": "firm", "password": "s3cret",
    "numbers": ["70 10 10 01"], "format": "national", "main": "70101000", "abroad": "nordic", "max_calls": 10,
}  # fmt: skip


async def company(office: Running) -> None:
    await office.company()
    await office.person("1002101", "Anders", role="administrator")
    await office.person("1002102", "Mette")


async def test_an_administrator_adds_a_line_which_the_driver_and_the_router_then_know(tmp_path: Path) -> None:
    async with running(tmp_path, phones=TestPhones(line_out=False)) as office:
        await company(office)
        customer = CustomerId(office.ids["100"])
        anders = await office.caller("1002101")
        refused = await anders.post("/v1/calls", {"to": "33123456"})
        assert refused.json()["code"] == "no_line_out"
        answer = await anders.post("/v1/trunks", LINE)
        assert answer.status_code == 201, answer.text
        seen = answer.json()
        assert (seen["numbers"], seen["main"], seen["up"]) == (["+4570101001"], "+4570101000", True)
        assert "password" not in seen and "s3cret" not in (await anders.get("/v1/trunks")).text
        (told,) = office.phones.told_trunks
        assert (told.region, told.trunk.password, told.trunk.format) == ("DK", "s3cret", NumberFormat.NATIONAL)
        assert told.trunk.abroad is Abroad.NORDIC
        plan = office.service.live.dial_plan(customer)
        assert plan is not None and plan.line_out
        assert (await anders.post("/v1/calls", {"to": "33123456"})).status_code == 202
        tried = await anders.post(f"/v1/trunks/{seen['id']}/test", {"number": "33123456"})
        assert tried.json() == {"said": "180 Ringing", "good": True}
        assert (await anders.delete(f"/v1/trunks/{seen['id']}")).status_code == 204
        assert office.phones.told_trunks == []
        plan = office.service.live.dial_plan(customer)
        assert plan is not None and not plan.line_out


async def test_what_mobiles_outside_are_asked_is_spoken_once_there_is_a_line_to_ring_them_over(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await company(office)
        anders = await office.caller("1002101")
        assert office.phones.asking == {}
        assert (await anders.post("/v1/trunks", LINE)).status_code == 201
        await eventually(lambda: set(office.phones.asking) == {"da", "sv", "en"})


async def test_others_neither_see_nor_change_lines(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await company(office)
        mette = await office.caller("1002102")
        assert (await mette.get("/v1/trunks")).status_code == 403
        assert (await mette.post("/v1/trunks", LINE)).status_code == 403
        await office.company("200", "Other")
        await office.person("2002101", "Otto", role="administrator")
        anders, otto = await office.caller("1002101"), await office.caller("2002101")
        made = (await anders.post("/v1/trunks", LINE)).json()
        assert (await otto.get("/v1/trunks")).json() == []
        assert (await otto.delete(f"/v1/trunks/{made['id']}")).status_code == 404
        assert (await otto.post(f"/v1/trunks/{made['id']}/test", {"number": "33123456"})).status_code == 404


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"server": "sip.example.com/evil"}, "server"),
        ({"server": "user@host"}, "server"),
        ({"user": ""}, "user"),
        ({"password": 'a"b'}, "password"),
        ({"user": "a\r\nb"}, "user"),
        ({"numbers": ["1002101"]}, "numbers"),
        ({"main": "nonsense"}, "main"),
        ({"name": "  "}, "name"),
    ],
)
async def test_what_can_not_be_is_refused_and_changes_nothing(
    tmp_path: Path, change: dict[str, object], field: str
) -> None:
    async with running(tmp_path) as office:
        await company(office)
        anders = await office.caller("1002101")
        answer = await anders.post("/v1/trunks", {**LINE, **change})
        assert answer.status_code in (400, 422) and field in answer.text
        assert (await anders.get("/v1/trunks")).json() == []


async def test_lines_are_tried_in_the_order_of_adding_unless_one_is_put_first(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await company(office)
        for name, first in (("one", False), ("two", False), ("zero", True)):
            await office.command(wire.TrunkAdd(name=name, server="192.0.2.1", first=first))
        assert [line.trunk.name for line in office.phones.told_trunks] == ["zero", "one", "two"]
        listed = await office.command(wire.TrunkList())
        assert [trunk["name"] for trunk in listed["trunks"]] == ["zero", "one", "two"] and listed["running"]
        tested = await office.command(wire.TrunkTest(name="one", number="33123456"))
        assert (tested["said"], tested["good"]) == ("180 Ringing", True)
        await office.command(wire.TrunkRemove(name="one"))
        assert [line.trunk.name for line in office.phones.told_trunks] == ["zero", "two"]
    async with running(tmp_path) as office:
        assert [line.trunk.name for line in office.phones.told_trunks] == ["zero", "two"], "also after a restart"


async def test_a_member_logs_out_of_a_group_and_in_again_and_the_group_has_a_number_of_its_own(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await company(office)
        await office.command(
            wire.GroupAdd(
                local_number="1002190", name="Sales", members=["1002101", "1002102"], seconds=12, number="70102190",
                overflow="33123456",
            )
        )  # fmt: skip
        customer, router = CustomerId(office.ids["100"]), office.phones.router
        assert router is not None

        def rung() -> list[str]:
            step = router.arriving(Party(""), customer, "+4570102190")
            assert isinstance(step, Ring) and step.seconds == 12 and isinstance(step.no_reply, Trunk)
            return list(step.devices)

        both = [office.ids["1002101/desk"], office.ids["1002102/desk"]]
        assert rung() == both
        await office.command(wire.GroupLog(local_number="1002190", member="1002101", out=True))
        assert rung() == both[1:]
        await office.command(wire.GroupLog(local_number="1002190", member="1002101", out=False))
        assert rung() == both


async def test_a_mobile_joins_in_after_its_time(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await company(office)
        await office.command(
            wire.DeviceAdd(local_number="1002101", kind=DeviceKind.MOBILE, number="20202020", ring_after=10)
        )
        router = office.phones.router
        assert router is not None
        step = router.route(Party(""), CustomerId(office.ids["100"]), "2101")
        assert isinstance(step, Ring) and [stage.after for stage in step.stages] == [0, 10]


async def test_nobody_outside_reaches_an_extension(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await company(office)
        router, customer = office.phones.router, CustomerId(office.ids["100"])
        assert router is not None
        assert {router.arriving(Party(""), customer, number).trace[-1].kind for number in ("+4599999999", None)} == {
            "unknown_number"
        }
        assert router.public_number(customer, "1002101") is None
        assert router.public_number(customer, "+4533123456") == "+4533123456"
