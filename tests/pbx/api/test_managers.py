"""Who is whose manager: data of a person that an administrator sets, by hand and by sheet (spec 9.1)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.pbx.api.test_people_import import counts, report
from tests.pbx.office import As, Running, running

NOBODY = None


async def office_of_four(office: Running) -> As:
    """Anders, the administrator, Line, Birk and Dina, none of whom has a manager yet."""
    await office.company("100", "Nordisk Papir")
    await office.person("1002101", "Anders", role="administrator")
    for number, name in (("1002102", "Line"), ("1002103", "Birk"), ("1002104", "Dina")):
        await office.person(number, name)
    return await office.caller("1002101")


async def managers(who: As) -> dict[str, str | None]:
    """Names by names, as everybody sees them."""
    people = (await who.get("/v1/people")).json()
    names = {one["id"]: one["name"] for one in people}
    return {one["name"]: names.get(one.get("manager")) for one in people}


async def set_manager(office: Running, who: As, user: str, manager: str | None) -> Any:
    return await who.patch(f"/v1/people/{office.ids[user]}", json={"manager": office.ids[manager] if manager else None})


async def test_a_manager_is_set_seen_by_everybody_kept_over_a_restart_and_taken_away(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await office_of_four(office)
        assert (await set_manager(office, anders, "1002103", "1002102")).status_code == 200
        dina = await office.caller("1002104")
        snapshot = (await dina.get("/v1/snapshot")).json()
        assert {p["name"]: p.get("manager") for p in snapshot["public"]["people"]}["Birk"] == office.ids["1002102"]
        ids = office.ids
    async with running(tmp_path) as office:
        office.ids.update(ids)
        anders = await office.caller("1002101")
        assert (await managers(anders))["Birk"] == "Line"
        assert (await set_manager(office, anders, "1002103", None)).status_code == 200
        assert (await managers(anders))["Birk"] is None


async def test_nobody_comes_to_stand_above_themselves_and_the_answer_says_so(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await office_of_four(office)
        await set_manager(office, anders, "1002103", "1002102")
        await set_manager(office, anders, "1002104", "1002103")
        for user, manager in (("1002102", "1002104"), ("1002102", "1002103"), ("1002102", "1002102")):
            refused = await set_manager(office, anders, user, manager)
            assert refused.status_code == 422, refused.text
            assert refused.json()["details"] == {"field": "manager", "problem": "own_manager"}
        assert await managers(anders) == {"Anders": None, "Line": None, "Birk": "Line", "Dina": "Birk"}


async def test_only_somebody_of_the_company_can_be_a_manager(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await office_of_four(office)
        await office.company("200", "En anden")
        await office.person("2002101", "Fremmed")
        for stranger in (office.ids["2002101"], "nobody"):
            refused = await anders.patch(f"/v1/people/{office.ids['1002103']}", json={"manager": stranger})
            assert refused.status_code == 422
            assert refused.json()["details"] == {"field": "manager", "problem": "unknown_number"}


async def test_whoever_reported_to_somebody_who_goes_reports_to_that_ones_manager(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await office_of_four(office)
        await set_manager(office, anders, "1002103", "1002102")
        await set_manager(office, anders, "1002104", "1002103")
        assert (await anders.delete(f"/v1/people/{office.ids['1002103']}")).status_code == 204
        assert await managers(anders) == {"Anders": None, "Line": None, "Dina": "Line"}
        assert (await anders.delete(f"/v1/people/{office.ids['1002102']}")).status_code == 204
        assert await managers(anders) == {"Anders": None, "Dina": None}


async def test_a_sheet_says_managers_by_local_number_also_ones_who_come_further_down(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await office_of_four(office)
        sheet = "local_number,name,manager\n1002104,Dina,1002199\n1002199,Ny,1002101\n1002103,Birk,\n"
        seen = await report(anders, sheet, dry_run="1")
        assert counts(seen) == (1, 1, 1, 0)
        assert [(one.name, one.fields) for one in seen.lines] == [("Dina", ["manager"]), ("Ny", [])]
        await report(anders, sheet, version=seen.version)
        assert await managers(anders) == {"Anders": None, "Line": None, "Birk": None, "Dina": "Ny", "Ny": "Anders"}
        assert counts(await report(anders, sheet, dry_run="1")) == (0, 0, 3, 0)
        await report(anders, "local_number,name\n1002104,Dina\n")
        assert (await managers(anders))["Dina"] == "Ny"  # without the column they stay
        await report(anders, "local_number,name,manager\n1002104,Dina,\n")
        assert (await managers(anders))["Dina"] is None


async def test_a_sheet_that_closes_a_loop_or_names_nobody_is_refused_line_by_line(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await office_of_four(office)
        await set_manager(office, anders, "1002103", "1002102")
        sheet = (
            "local_number,name,manager\n"
            "1002102,Line,1002104\n"  # Line -> Dina -> Birk -> Line, whom the company has above Birk already
            "1002104,Dina,1002103\n"
            "1002101,Anders,1002177\n"
            "1002198,Ny,1002198\n"
        )
        seen = await report(anders, sheet, dry_run="1")
        assert [(one.line, one.field, one.problem) for one in seen.lines if one.problem] == [
            (2, "manager", "own_manager"),
            (3, "manager", "own_manager"),
            (4, "manager", "unknown_number"),
            (5, "manager", "own_manager"),
        ]
        assert (await report(anders, sheet)).refused == 4
        assert await managers(anders) == {"Anders": None, "Line": None, "Birk": "Line", "Dina": None}
