"""Groups and blocked callers from the door to the route (spec 12.1, 12.4a, 12.4f)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.routing import Announcement, Reject, Ring, Step
from onepresence_desktop.pbx.admin import parser
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import As, Running, follow, running

STRANGER = Party("+4533123456")


async def firm(office: Running) -> tuple[As, As]:
    await office.company()
    await office.person("1002101", "Anders", role="administrator")
    await office.person("1002102", "Mette")
    await office.person("1002103", "Birk")
    return await office.caller("1002101"), await office.caller("1002102")


def called(office: Running, number: str, caller: Party = STRANGER) -> Step:
    assert office.phones.router is not None
    return office.phones.router.route(caller, CustomerId(office.ids["100"]), number)


def rung(office: Running, number: str) -> set[str]:
    step = called(office, number)
    assert isinstance(step, Ring)
    kinds = {office.ids[f"{local}/desk"]: local for local in ("1002101", "1002102", "1002103")}
    return {kinds[str(device)] for device in step.devices}


async def test_a_group_is_made_changed_logged_out_of_and_kept_over_a_restart(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, mette = await firm(office)
        body: dict[str, Any] = {
            "local_number": "1002500",
            "name": "Salg",
            "members": [office.ids["1002102"], office.ids["1002103"]],
            "hours": [[{"start": "08:00", "end": "16:00"}]] * 5 + [[], []],
            "rota": {"turns": ["2101", ""], "first": "2026-11-23"},
            "mailbox": office.ids["1002103"],
        }
        assert (await mette.post("/v1/groups", body)).status_code == 403
        made = (await anders.post("/v1/groups", body)).json()
        assert made["rota"]["turns"] == ["1002101", ""]
        assert rung(office, "2500") == {"1002102", "1002103"}
        path = f"/v1/groups/{made['id']}"
        async with follow(await office.caller("1002103")) as events:
            await events.next("snapshot")
            assert (await mette.post(f"{path}/logout")).status_code == 204
            _, _, told = await events.next("group")
            assert told["logged_out"] == [office.ids["1002102"]]
        assert rung(office, "2500") == {"1002103"}
        assert (await anders.post(f"{path}/logout")).status_code == 404, "no member"
        changed = (await anders.put(path, {**body, "strategy": "in_turn"})).json()
        assert (changed["strategy"], changed["logged_out"]) == ("in_turn", [office.ids["1002102"]])
        ids = dict(office.ids)
    async with running(tmp_path) as office:
        office.ids = ids
        assert rung(office, "2500") == {"1002103"}
        await (await office.caller("1002102")).post(f"{path}/login")
        assert rung(office, "2500") == {"1002102", "1002103"}
        office.clock.pass_(hours=6)
        assert rung(office, "2500") == {"1002101"}, "on call"
        anders = await office.caller("1002101")
        (listed,) = (await anders.get("/v1/groups")).json()
        assert listed["mailbox"] == office.ids["1002103"]
        assert (await anders.delete(path)).status_code == 204


async def test_a_group_that_something_leads_to_stays_until_that_leads_elsewhere(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _ = await firm(office)
        sales, service = [
            (await anders.post("/v1/groups", {"local_number": number, "name": name, "members": []})).json()
            for number, name in (("1002500", "Salg"), ("1002501", "Service"))
        ]
        key = {"key": "1", "leads": "number", "number": "1002500"}
        menus = [{"name": "main", "text": {"da": "Tryk 1 for salg"}, "keys": [key]}]
        body = {"one_number": "+4570101000", "name": "Hovednummer", "number": "1002101", "menus": menus}
        number = (await anders.post("/v1/company/numbers", body)).json()
        refused = await anders.delete(f"/v1/groups/{sales['id']}")
        assert (refused.status_code, refused.json()["details"]) == (409, {"what": "in_use", "holder": "Hovednummer"})
        assert called(office, "2500") is not None
        assert (await anders.delete(f"/v1/company/numbers/{number['id']}")).status_code == 204
        overflow = {"local_number": "1002501", "name": "Service", "members": [], "overflow": "2500"}
        assert (await anders.put(f"/v1/groups/{service['id']}", overflow)).status_code == 200
        refused = await anders.delete(f"/v1/groups/{sales['id']}")
        assert refused.json()["details"]["holder"] == "Service"
        for group in (service, sales):
            assert (await anders.delete(f"/v1/groups/{group['id']}")).status_code == 204


async def test_an_administrator_sees_whether_a_group_is_closed_and_who_is_on_call(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _ = await firm(office)
        rota = {"turns": ["1002102", ""], "first": "2026-11-23", "changes_at": "08:00:00"}
        hours = [[{"start": "08:00", "end": "16:00"}]] * 5 + [[], []]
        body = {"local_number": "1002500", "name": "Vagt", "members": [], "hours": hours, "rota": rota}
        made = (await anders.post("/v1/groups", body)).json()
        assert (made["closed"], made["on_call"]) == (False, ""), "Tuesday at eleven"
        for later, on_call in ((6, "1002102"), (90, "1002102"), (54, "")):  # Tuesday, Saturday, the next Monday
            office.clock.pass_(hours=later)
            (seen,) = (await anders.get("/v1/groups")).json()
            assert (seen["closed"], seen["on_call"], seen["version"]) == (True, on_call, made["version"])
        office.clock.pass_(hours=594)
        (seen,) = (await (await office.caller("1002101")).get("/v1/groups")).json()
        assert seen["closed"], "Christmas Day at eleven"


async def test_hours_are_set_on_the_command_line_of_a_group_a_person_and_the_company(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, mette = await firm(office)
        await office.command(wire.GroupAdd(local_number="1002500", name="Salg", members=["1002102"]))
        number = {"one_number": "+4570101000", "name": "Firmaet", "number": "2500"}
        assert (await anders.post("/v1/company/numbers", number)).json()["opening"] == "open"
        evening = "mon-sun 20:00-21:00"
        assert (await office.command(wire.SetHours(which="100", hours=evening)))["numbers"] == 1
        assert (await anders.get("/v1/company/numbers")).json()[0]["opening"] == "closed"
        assert isinstance(called(office, "2500"), Ring)
        await office.command(wire.SetHours(which="1002500", hours=evening))
        assert isinstance(called(office, "2500"), Reject)
        await office.command(wire.SetHours(which="1002102", hours="mon-fri 08:00-16:00"))
        assert (await mette.get("/v1/me")).json()["hours"]["days"][0] == [{"start": "08:00:00", "end": "16:00:00"}]


def asked(*words: str) -> Any:
    given = parser().parse_args([*words, "--data", "x"])
    return given.make(given)


async def test_the_command_line_changes_what_a_group_is_called_and_whom_it_rings(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _ = await firm(office)
        await office.command(asked("group", "add", "1002500", "--name", "Salg", "--members", "1002101"))
        await office.command(asked("group", "add", "1002600", "--name", "Info", "--members", "1002101", "--reception"))
        how = ["--strategy", "in_turn", "--seconds", "15", "--number", "33 12 34 99", "--reception"]
        members = ["--members", "1002103,1002102"]
        await office.command(asked("group", "set", "1002500", "--name", "Support", *members, *how))
        group, other = (await anders.get("/v1/groups")).json()
        assert (group["name"], group["strategy"], group["seconds"], group["number"]) == (
            "Support", "in_turn", 15, "+4533123499",
        )  # fmt: skip
        assert group["members"] == [office.ids["1002103"], office.ids["1002102"]]
        assert group["reception"] and not other["reception"]
        await office.command(asked("group", "set", "1002500", "--number", "", "--no-reception"))
        group = (await anders.get("/v1/groups")).json()[0]
        assert (group["number"], group["reception"], group["seconds"]) == (None, False, 15)


async def test_the_command_line_sets_mailbox_overflow_and_rota_of_a_group(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _ = await firm(office)
        await office.command(asked("group", "add", "1002500", "--name", "Salg", "--members", "1002102"))
        rota = ["--rota", "1002103", "", "33 12 34 56", "--rota-from", "2026-11-23", "--rota-change", "fri", "16:00"]
        await office.command(asked("group", "set", "1002500", "--mailbox", "1002101", *rota))
        (group,) = (await anders.get("/v1/groups")).json()
        assert group["mailbox"] == office.ids["1002101"] and group["overflow"] is None
        assert group["rota"] == {
            "turns": ["1002103", "", "+4533123456"], "first": "2026-11-23", "changes_on": 4, "changes_at": "16:00:00"
        }  # fmt: skip
        await office.command(asked("group", "set", "1002500", "--overflow", "2103", "--mailbox", "", "--rota"))
        (group,) = (await anders.get("/v1/groups")).json()
        assert (group["mailbox"], group["overflow"], group["rota"]) == (None, "1002103", None)
        with pytest.raises(Invalid):
            asked("group", "set", "1002500", "--rota-change", "someday", "16:00")


async def test_the_command_line_keeps_pickup_groups_and_says_whether_phones_must_be_encrypted(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _ = await firm(office)
        put = await office.command(asked("pickup-group", "set", "100", "Floor", "--members", "1002101", "1002102"))
        (made,) = put["groups"]
        assert (made["name"], made["members"]) == ("Floor", ["1002101", "1002102"])
        await office.command(asked("pickup-group", "set", "100", "Floor", "--members", "1002103"))
        (group,) = (await anders.get("/v1/pickup-groups")).json()
        assert group["members"] == [office.ids["1002103"]]
        assert (await office.command(asked("pickup-group", "remove", "100", "Floor")))["groups"] == []
        assert (await office.command(asked("pickup-group", "list", "100")))["groups"] == []
        assert (await office.command(asked("customer", "secure-phones", "100")))["secure"] is False
        off = await office.command(asked("customer", "secure-phones", "100", "off"))
        assert off == {"customer": "100", "secure": False}


async def test_what_is_wrong_with_a_group_is_named(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _ = await firm(office)
        body: dict[str, Any] = {"local_number": "1002500", "name": "Salg", "members": [office.ids["1002102"]]}
        for wrong, status in (
            ({"local_number": "1002101"}, 409),
            ({"members": ["nobody"]}, 404),
            ({"rota": {"turns": [], "first": "2026-11-23"}}, 422),
            ({"rota": {"turns": ["112"], "first": "2026-11-23"}}, 422),
            ({"overflow": "hello"}, 422),
            ({"hours": [[{"start": "08:00", "end": "08:00"}]] + [[]] * 6}, 422),
        ):
            assert (await anders.post("/v1/groups", {**body, **wrong})).status_code == status, wrong
        assert (await anders.get("/v1/groups")).json() == []


async def test_blocked_callers_hear_why_and_colleagues_never_do(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, mette = await firm(office)
        put = await mette.put("/v1/me/blocked", {"numbers": ["33 12 34 56"], "anonymous": True})
        assert put.json()["numbers"] == ["+4533123456"] and put.json()["anonymous"] is True
        assert isinstance(called(office, "2102"), Announcement)
        assert isinstance(called(office, "2102", Party("")), Announcement)
        assert isinstance(called(office, "2103"), Ring)
        assert (await mette.put("/v1/company/blocked", {"anonymous": True})).status_code == 403
        await anders.put("/v1/company/blocked", {"anonymous": True})
        assert isinstance(called(office, "2103", Party("")), Announcement)
        assert (await anders.put("/v1/me/blocked", {"numbers": ["hello"]})).status_code == 422
    async with running(tmp_path) as office:
        assert (await mette_again(office)).json()["anonymous"] is True


async def mette_again(office: Running) -> Any:
    return await (await office.caller("1002102")).get("/v1/me/blocked")
