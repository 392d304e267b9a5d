"""Company numbers from the administrator's door to the route (spec 12.4a)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.company_number import Opening
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.routing import Attendant, Reject
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import As, Running, running

NUMBER = "+4570101000"
BODY: dict[str, Any] = {
    "one_number": "70 10 10 00",
    "name": "Firmaet",
    "number": "2500",
    "hours": [[{"start": "08:00", "end": "16:00"}]] * 5 + [[], []],
    "menus": [
        {"name": "main", "text": {"da": "Tryk et."}, "keys": [{"key": "1", "leads": "number", "number": "2102"}]}
    ],
}


async def firm(office: Running) -> As:
    await office.company()
    await office.person("1002101", "Anders", role="administrator")
    await office.person("1002102", "Mette")
    await office.command(wire.GroupAdd(local_number="1002500", name="Salg", members=["1002102"]))
    return await office.caller("1002101")


def arriving(office: Running) -> object:
    assert office.phones.router is not None
    return office.phones.router.arriving(Party("+4533123456"), CustomerId(office.ids["100"]), NUMBER)


def opening(office: Running) -> Opening:
    step = arriving(office)
    assert isinstance(step, Attendant)
    return step.at


async def test_a_number_answers_by_its_hours_and_holidays_also_after_a_restart(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await firm(office)
        assert isinstance(arriving(office), Reject)
        made = await anders.post("/v1/company/numbers", BODY)
        assert made.status_code == 201, made.text
        assert (made.json()["one_number"], made.json()["number"]) == (NUMBER, "1002500")
        assert made.json()["menus"][0]["keys"][0]["number"] == "1002102"
        assert opening(office) is Opening.OPEN
        office.clock.pass_(hours=6)
        assert opening(office) is Opening.CLOSED
        office.clock.pass_(hours=-6)
        ids = dict(office.ids)
    async with running(tmp_path) as office:
        office.ids = ids
        anders = await office.caller("1002101")
        assert opening(office) is Opening.OPEN
        await anders.put("/v1/company/holidays/2026-11-24", {"closed": True, "name": "Jubilæum"})
        assert opening(office) is Opening.HOLIDAY
        (listed,) = (await anders.get("/v1/company/numbers")).json()
        assert listed["opening"] == "holiday"
        path = f"/v1/company/numbers/{listed['id']}"
        assert (await anders.put(path, {**BODY, "holidays": False})).json()["opening"] == "open"
        assert (await anders.delete(path)).status_code == 204
        assert isinstance(arriving(office), Reject)


@pytest.mark.parametrize(
    ("wrong", "status", "details"),
    [
        ({"one_number": ""}, 400, None),
        ({"one_number": "2500"}, 422, {"field": "one_number", "problem": "invalid_number"}),
        ({"number": "2999"}, 422, {"field": "number", "problem": "unknown_number"}),
        ({"number": NUMBER}, 422, {"field": "number", "problem": "loop"}),
        ({"languages": ["fr"]}, 422, {"field": "languages", "problem": "unknown"}),
        ({"greeting": {"fr": "Bonjour"}}, 422, {"field": "greeting", "problem": "language"}),
        ({"queue": {"da": "x" * 1001}}, 422, {"field": "queue", "problem": "too_long"}),
        (
            {"menus": [{"name": "main", "text": {}, "keys": [{"key": "1", "leads": "menu", "menu": "main"}]}]},
            422,
            {"field": "menus", "problem": "loop", "menu": "main"},
        ),
    ],
)
async def test_what_cannot_be_is_named_and_changes_nothing(
    tmp_path: Path, wrong: dict[str, Any], status: int, details: dict[str, str] | None
) -> None:
    async with running(tmp_path) as office:
        anders = await firm(office)
        answer = await anders.post("/v1/company/numbers", {**BODY, **wrong})
        assert answer.status_code == status or details is None, answer.text
        if details is not None:
            assert answer.json()["details"] == details
        assert (await anders.get("/v1/company/numbers")).json() == []


async def test_only_administrators_may_and_a_number_is_given_once(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders = await firm(office)
        mette = await office.caller("1002102")
        assert (await mette.get("/v1/company/numbers")).status_code == 403
        assert (await mette.post("/v1/company/numbers", BODY)).status_code == 403
        assert (await anders.post("/v1/company/numbers", BODY)).status_code == 201
        again = await anders.post("/v1/company/numbers", BODY)
        assert (again.status_code, again.json()["details"]["what"]) == (409, "one_number")
