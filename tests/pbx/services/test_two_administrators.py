"""Two administrators at once: what one changed is never written over unseen by the other (spec 12.4)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import convert

from onepresence_desktop.wire import commands as wire
from onepresence_desktop.wire.people import PersonView
from onepresence_desktop.wire.versions import person_version
from tests.pbx.office import As, Running, running


async def two(office: Running) -> tuple[As, As]:
    await office.company()
    await office.person("1002101", "Anders", role="administrator")
    await office.person("1002102", "Line", role="administrator")
    await office.person("1002103", "Birk")
    return await office.caller("1002101"), await office.caller("1002102")


def conflict(answer: Any) -> dict[str, Any]:
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict"), answer.text
    details: dict[str, Any] = answer.json()["details"]
    return details


async def test_an_edit_of_what_somebody_changed_meanwhile_is_refused_and_says_who(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, line = await two(office)
        things: list[tuple[str, dict[str, Any]]] = [
            ("/v1/groups", {"local_number": "1002500", "name": "Salg", "members": [office.ids["1002103"]]}),
            ("/v1/company/numbers", {"one_number": "+4570101000", "name": "Firmaet", "number": "2103"}),
            ("/v1/trunks", {"name": "Provider", "server": "sip.example.com", "user": "u", "password": "s3cret"}),
        ]
        for path, body in things:
            made = (await anders.post(path, body)).json()
            assert len(made["version"]) == 16 and "s3cret" not in str(made)
            one = f"{path}/{made['id']}"
            seen = {**body, "version": made["version"]}
            assert (await line.put(one, {**seen, "name": "Hos Line"})).status_code == 200
            details = conflict(await anders.put(one, {**seen, "name": "Hos Anders"}))
            assert details["what"] == "changed" and details["by"] == "Line" and details["at"], details
            (listed,) = (await anders.get(path)).json()
            assert listed["name"] == "Hos Line"
            assert (await anders.put(one, {**seen, "version": listed["version"]})).status_code == 200
            assert (await anders.put(one, body)).status_code == 200, "who asks for no version isn't asked"


async def test_a_pickup_group_is_never_written_over_unseen_and_has_a_name_of_its_own(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, line = await two(office)
        body = {"name": "Etage 2", "members": [office.ids["1002103"]]}
        made = (await anders.post("/v1/pickup-groups", body)).json()
        one, seen = f"/v1/pickup-groups/{made['id']}", {**body, "version": made["version"]}
        assert (await line.put(one, {**seen, "name": "Hos Line"})).status_code == 200
        details = conflict(await anders.put(one, {**seen, "name": "Hos Anders"}))
        assert (details["what"], details["by"]) == ("changed", "Line")
        (listed,) = (await anders.get("/v1/pickup-groups")).json()
        assert listed["name"] == "Hos Line"
        assert conflict(await anders.post("/v1/pickup-groups", {**body, "name": "hos line"}))["what"] == "name"
        assert (await anders.put(one, {**seen, "version": listed["version"]})).status_code == 200
        assert (await anders.delete(one)).status_code == 204
        log = (await anders.get("/v1/audit")).json()
        assert [(entry["action"], entry["subject"]) for entry in log[:2]] == [
            ("pickup_group_removed", "Etage 2"), ("pickup_group_put", "Etage 2"),
        ]  # fmt: skip


async def test_a_refusal_names_whose_change_it_was_and_nobody_who_only_did_something_there(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, line = await two(office)
        birk = office.ids["1002103"]
        path = f"/v1/people/{birk}"
        assert (await line.patch(path, {"title": "Chef"})).status_code == 200
        wrong = {"local_number": "1002103", "password": "9999"}
        assert (await office.http.post("/v1/sessions", json=wrong)).status_code == 401
        assert conflict(await anders.patch(path, {"title": "Lærling", "version": "old"}))["by"] == "Line"
        body = {"local_number": "1002500", "name": "Salg", "members": [birk, office.ids["1002101"]]}
        made = (await anders.post("/v1/groups", body)).json()
        one = f"/v1/groups/{made['id']}"
        assert (await line.put(one, {**body, "name": "Hos Line"})).status_code == 200
        assert (await anders.post(f"{one}/login")).status_code == 204
        assert conflict(await anders.put(one, {**body, "version": made["version"]}))["by"] == "Line"
        await office.command(wire.GroupSet(local_number="1002500", seconds=40))
        assert conflict(await anders.put(one, {**body, "version": made["version"]}))["by"] == "command_line"
        assert (await anders.delete(path)).status_code == 204, "the group is another by that, too"
        assert conflict(await line.put(one, {**body, "version": made["version"]}))["by"] == "Anders"
        body["members"] = [office.ids["1002101"]]
        assert (await line.put(one, body)).status_code == 200
        await office.command(wire.Remove(which="1002102"))
        assert conflict(await anders.put(one, {**body, "version": made["version"]}))["by"] == "person_left"
        log = (await anders.get("/v1/audit")).json()
        assert {entry["who"] for entry in log} >= {"Anders", "person_left", "command_line"}
        assert office.ids["1002102"] not in {entry["who"] for entry in log}


async def test_a_day_is_never_written_over_or_given_back_to_the_calendar_unseen(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, line = await two(office)

        async def listed(day: str) -> str:
            days = (await anders.get("/v1/company/holidays?year=2027")).json()
            return next((str(one["version"]) for one in days if one["day"] == day), "not_said")

        for day in ("2027-12-24", "2027-12-25"):
            one, seen = f"/v1/company/holidays/{day}", await listed(day)
            assert seen == "not_said", "the company has said nothing of it, whatever the calendar says"
            assert (await line.put(one, {"name": "Hos Line", "version": seen})).status_code == 200
            details = conflict(await anders.put(one, {"name": "Hos Anders", "version": seen}))
            assert (details["what"], details["by"]) == ("changed", "Line")
            hers = await listed(day)
            assert (await line.put(one, {"closed": False, "version": hers})).json()["version"] == await listed(day)
            gone = await anders.delete(f"{one}?version={hers}")
            if day == "2027-12-24":
                assert gone.status_code == 404, "it is as any other day again"
                continue
            assert conflict(gone)["by"] == "Line"
            assert (await anders.delete(f"{one}?version={await listed(day)}")).status_code == 204
            assert await listed(day) == "not_said"
            assert (await anders.put(one, {"name": "Juledag"})).status_code == 200, "who asks for none isn't asked"


async def test_a_standard_message_is_never_written_over_or_deleted_unseen(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, line = await two(office)
        made = (await anders.post("/v1/standard-messages", {"text": "Ring tilbage"})).json()
        one = f"/v1/standard-messages/{made['id']}"
        hers = (await line.put(one, {"text": "Ring venligst tilbage", "version": made["version"]})).json()
        details = conflict(await anders.put(one, {"text": "Ring nu", "version": made["version"]}))
        assert (details["what"], details["by"]) == ("changed", "Line")
        assert conflict(await anders.delete(f"{one}?version={made['version']}"))["by"] == "Line"
        assert (await anders.get("/v1/standard-messages")).json() == [hers]
        assert (await anders.put(one, {"text": "\x00"})).status_code == 422
        assert (await anders.delete(f"{one}?version={hers['version']}")).status_code == 204
        assert (await anders.put(one, {"text": "Ring nu"})).status_code == 404


async def test_another_order_of_lines_is_never_written_over_unseen(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, line = await two(office)
        made = [(await anders.post("/v1/trunks", {"name": n, "server": "sip.x.example"})).json()["id"] for n in "ABC"]
        other = [made[2], made[0], made[1]]
        assert (await line.put("/v1/trunks", {"ids": other, "seen": made})).status_code == 200
        details = conflict(await anders.put("/v1/trunks", {"ids": [made[1], made[0], made[2]], "seen": made}))
        assert (details["what"], details["by"]) == ("changed", "Line")
        assert [one["id"] for one in (await anders.get("/v1/trunks")).json()] == other


async def test_who_sees_last_contacts_is_never_written_over_unseen(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, line = await two(office)
        path = "/v1/company/caller-card"
        seen = (await anders.get(path)).json()
        assert seen["seen_by"] == "members"
        now = (await line.put(path, {"seen_by": "nobody", "version": seen["version"]})).json()
        details = conflict(await anders.put(path, {"seen_by": "everyone", "version": seen["version"]}))
        assert (details["what"], details["by"]) == ("changed", "Line")
        assert (await anders.get(path)).json() == now
        assert (await anders.put(path, {"seen_by": "everyone", "version": now["version"]})).status_code == 200


async def test_a_person_changed_meanwhile_is_refused_and_what_only_one_of_them_touched_stays(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, line = await two(office)
        path = f"/v1/people/{office.ids['1002103']}"
        birk = next(person for person in (await anders.get("/v1/people")).json() if person["name"] == "Birk")
        seen = person_version(convert(birk, PersonView))
        assert (await line.patch(path, {"title": "Chef", "version": seen})).json()["title"] == "Chef"
        details = conflict(await anders.patch(path, {"title": "Lærling", "version": seen}))
        assert (details["what"], details["by"]) == ("changed", "Line")
        now = next(person for person in (await anders.get("/v1/people")).json() if person["name"] == "Birk")
        assert now["title"] == "Chef"


async def test_members_are_logged_in_and_out_by_an_administrator_and_that_is_no_other_version(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, line = await two(office)
        birk = office.ids["1002103"]
        body = {"local_number": "1002500", "name": "Salg", "members": [birk]}
        made = (await anders.post("/v1/groups", body)).json()
        member = f"/v1/groups/{made['id']}/members/{birk}"
        assert (await line.put(member, {"logged_out": True})).status_code == 204
        (listed,) = (await anders.get("/v1/groups")).json()
        assert (listed["logged_out"], listed["version"]) == ([birk], made["version"])
        changed = await anders.put(f"/v1/groups/{made['id']}", {**body, "version": made["version"]})
        assert changed.json()["logged_out"] == [birk]
        nobody = await anders.put(member.replace(birk, office.ids["1002101"]), {"logged_out": True})
        assert nobody.status_code == 404


async def test_lines_keep_their_password_when_none_is_sent_and_their_order_is_set_whole(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _ = await two(office)
        line = {"name": "Vest", "server": "sip.example.com", "user": "u", "password": "s3cret", "register": True}
        first = (await anders.post("/v1/trunks", line)).json()
        second = (await anders.post("/v1/trunks", {**line, "name": "Fjord"})).json()
        one = f"/v1/trunks/{first['id']}"
        changed = (await anders.put(one, {**line, "password": "", "server": "sip2.example.com"})).json()
        assert changed["has_password"] and changed["server"] == "sip2.example.com"
        told = {told.trunk.name: told.trunk.password for told in office.phones.told_trunks}
        assert told["Vest"] == "s3cret"
        assert conflict(await anders.put(one, {**line, "name": "Fjord"}))["what"] == "trunk"
        ordered = (await anders.put("/v1/trunks", {"ids": [second["id"], first["id"]]})).json()
        assert [trunk["name"] for trunk in ordered] == ["Fjord", "Vest"]
        assert conflict(await anders.put("/v1/trunks", {"ids": [second["id"]]}))["what"] == "changed"


async def test_a_text_is_heard_as_callers_would(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _ = await two(office)
        answer = await anders.post("/v1/company/listen", {"text": "Velkommen til os", "language": "da"})
        assert answer.status_code == 200 and answer.content[:4] == b"RIFF"
        wrong = await anders.post("/v1/company/listen", {"text": "Velkommen", "language": "de"})
        assert wrong.json()["details"] == {"field": "language", "problem": "unknown"}
