"""Callers who are not let in, by a company's and by a user's word (spec 12.4a)."""

from __future__ import annotations

from pathlib import Path

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.routing import Ring
from tests.pbx.office import Running, running

TEASER, FRIEND, NOBODY = "+4533123456", "+4533123457", ""


def rings(office: Running, caller: str, called: str = "1002101") -> bool:
    router = office.phones.router
    assert router is not None
    return isinstance(router.route(Party(caller, ""), CustomerId(office.ids["100"]), called), Ring)


async def test_what_an_administrator_and_a_user_refuse_is_refused_also_after_a_restart(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders", role="administrator")
        await office.person("1002102", "Berit")
        anders, berit = await office.caller("1002101"), await office.caller("1002102")
        assert all(rings(office, who) for who in (TEASER, FRIEND, NOBODY))
        body = {"numbers": ["33 12 34 56"], "anonymous": False}
        assert (await anders.put("/v1/company/blocked", body)).json()["numbers"] == [TEASER]
        assert not rings(office, TEASER) and rings(office, FRIEND) and rings(office, NOBODY)
        assert (await berit.put("/v1/me/blocked", {"numbers": [FRIEND], "anonymous": True})).status_code == 200
        assert not rings(office, FRIEND, "1002102") and not rings(office, NOBODY, "1002102")
        assert rings(office, FRIEND) and rings(office, NOBODY)
        ids = office.ids
    async with running(tmp_path) as office:
        office.ids.update(ids)
        assert not rings(office, TEASER) and rings(office, FRIEND)
        assert not rings(office, FRIEND, "1002102") and not rings(office, NOBODY, "1002102")
        anders = await office.caller("1002101")
        stale = {"numbers": [], "anonymous": False, "version": "of before"}
        refused = await anders.put("/v1/company/blocked", stale)
        assert refused.status_code == 409 and refused.json()["details"]["by"] == "Anders"
        assert not rings(office, TEASER)
        seen = (await anders.get("/v1/company/blocked")).json()["version"]
        await anders.put("/v1/company/blocked", {**stale, "version": seen})
        assert rings(office, TEASER)


async def test_only_administrators_refuse_for_all(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002101", "Anders")
        anders = await office.caller("1002101")
        refused = await anders.put("/v1/company/blocked", {"numbers": [TEASER], "anonymous": False})
        assert refused.status_code == 403 and rings(office, TEASER)
