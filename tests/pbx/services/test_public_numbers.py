"""A public number belongs to one person, group or company number: whoever else asks for it is told whose it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onepresence_desktop.wire import commands as wire
from tests.pbx.office import running

OF_METTE, OF_SALES, OF_ALL = "+4570101001", "+4570101002", "+4570101003"
HOLDERS = {OF_METTE: "Mette", OF_SALES: "Sales", OF_ALL: "Everybody"}


async def test_a_public_number_is_given_once_whatever_it_is_given_to(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders", role="administrator")
        await office.person("1002102", "Mette")
        anders = await office.caller("1002101")
        mette, boss = f"/v1/people/{office.ids['1002102']}", f"/v1/people/{office.ids['1002101']}"
        group: dict[str, Any] = {"local_number": "1002500", "name": "Sales", "members": [], "number": OF_SALES}
        number = {"name": "Everybody", "number": "2500", "one_number": OF_ALL}
        assert (await anders.patch(mette, {"one_number": OF_METTE})).status_code == 200
        sales = (await anders.post("/v1/groups", group)).json()["id"]
        everybody = (await anders.post("/v1/company/numbers", number)).json()["id"]
        for taken, holder in HOLDERS.items():
            other = {**group, "local_number": "1002501", "number": taken}
            said = {"number": taken, "holder": holder}
            for answer, what in (
                (await anders.patch(boss, {"one_number": taken}), "one_number"),
                (await anders.post("/v1/groups", other), "number"),
                (await anders.post("/v1/company/numbers", {**number, "one_number": taken}), "one_number"),
            ):
                assert (answer.status_code, answer.json()["details"]) == (409, {"what": what, **said}), answer.text
        for path, body in ((f"/v1/groups/{sales}", group), (f"/v1/company/numbers/{everybody}", number)):
            assert (await anders.put(path, body)).status_code == 200, "its own it keeps"
        assert (await anders.patch(mette, {"one_number": OF_METTE})).status_code == 200


async def test_a_sheet_names_each_row_whose_number_belongs_to_a_group_or_another_company(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders", role="administrator")
        await office.command(wire.GroupAdd(local_number="1002500", name="Sales", members=[], number=OF_SALES))
        await office.company("200", "Another")
        text = f"local_number,name,one_number\n2002101,Mette,{OF_METTE}\n"
        assert (await office.command(wire.ImportPeople(text=text)))["added"] == 1
        text = f"local_number,name,one_number\n1002102,Ib,{OF_SALES}\n1002103,Bo,{OF_METTE}\n1002104,Eva,{OF_ALL}\n"
        anders = await office.caller("1002101")
        answer = await anders._do(
            "POST", "/v1/people/import", content=text.encode(), headers={"Content-Type": "text/csv"},
            params={"dry_run": "1"},
        )  # fmt: skip
        told = [(one["line"], one["field"], one["problem"]) for one in answer.json()["lines"] if one["problem"]]
        assert told == [(2, "one_number", "in_use"), (3, "one_number", "in_use")]
