"""Who of the company spoke last with a number, and who is told (spec 4.11 and section 14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction
from onepresence_desktop.domain.people import CustomerId, UserId
from tests.pbx.office import START, As, Running, running

KUNDE = "+4533123480"
LAST = "/v1/contacts/last"


async def spoke(
    office: Running, user: str, key: str, *, number: str = KUNDE, minutes: int = 0, seconds: int = 60
) -> None:
    record = CallRecord(
        key,
        CallId(key),
        UserId(user),
        Direction.INCOMING if seconds else Direction.MISSED,
        number,
        "Karen Kunde",
        START - timedelta(minutes=minutes),
        timedelta(seconds=seconds),
        Cause.NORMAL,
    )
    async with office.service.store.unit(CustomerId(office.ids["100"])) as unit:
        await unit.history.put(record)
        await unit.history.put(replace(record, id=f"{key}-missed", duration=timedelta(), direction=Direction.MISSED))


async def told(who: As, number: str = KUNDE) -> list[tuple[str, int]]:
    answer = await who.get(LAST, params={"number": number})
    assert answer.status_code == 200, answer.text
    return [(one["name"], one["seconds"]) for one in answer.json()]


async def office_with_calls(office: Running) -> dict[str, As]:
    await office.company()
    people = {"Anders": "administrator", "Berit": "user", "Rita": "receptionist", "Sofie": "user"}
    for place, (name, role) in enumerate(people.items()):
        user = await office.person(f"100210{place}", name, role=role)
        for call in range(2):
            await spoke(office, user, f"{name}{call}", minutes=place + 10 * call, seconds=10 * place + call + 1)
    return {name: await office.caller(f"100210{place}") for place, name in enumerate(people)}


async def test_receptionists_and_members_of_groups_see_the_companys_contacts_and_others_their_own(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as office:
        who = await office_with_calls(office)
        companys = [("Anders", 1), ("Berit", 11), ("Rita", 21)]
        assert await told(who["Rita"]) == companys, "newest first, three at most"
        assert await told(who["Rita"], "33 12 34 80") == companys, "in any spelling"
        assert await told(who["Berit"]) == [("Berit", 11), ("Berit", 12)]
        assert await told(who["Anders"]) == [("Anders", 1), ("Anders", 2)]
        members = [office.ids["1002101"]]
        body = {"local_number": "1002500", "name": "Kundeservice", "members": members}
        assert (await who["Anders"].post("/v1/groups", body)).status_code == 201
        assert await told(who["Berit"]) == companys
        assert await told(who["Rita"], "+4533999999") == []


async def test_an_administrator_says_who_sees_them_also_after_a_restart(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        who = await office_with_calls(office)
        anders = who["Anders"]
        assert (await anders.get("/v1/company/caller-card")).json()["seen_by"] == "members"
        refused = await who["Rita"].put("/v1/company/caller-card", {"seen_by": "everyone"})
        assert refused.status_code == 403
        assert (await anders.put("/v1/company/caller-card", {"seen_by": "everyone"})).json()["seen_by"] == "everyone"
        assert len({name for name, _ in await told(who["Sofie"])}) == 3
        await anders.put("/v1/company/caller-card", {"seen_by": "nobody"})
        assert await told(who["Rita"]) == [("Rita", 21), ("Rita", 22)]
        for wrong in ({"seen_by": "unknown"}, {"seen_by": "all"}, {}):
            assert (await anders.put("/v1/company/caller-card", wrong)).status_code == 422
    async with running(tmp_path) as office:
        rita = await office.caller("1002102")
        assert await told(rita) == [("Rita", 21), ("Rita", 22)]


async def test_what_colleagues_spoke_with_each_other_is_theirs_alone(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        who = await office_with_calls(office)
        mette = await office.person("1002109", "Mette")
        body = {"one_number": "+4533123409", "mobile": "+4520123409"}
        assert (await who["Anders"].patch(f"/v1/people/{mette}", body)).status_code == 200
        for place, number in enumerate(("1002109", "+4533123409", "+4520123409")):
            await spoke(office, office.ids["1002101"], f"c{place}", number=number)
            assert await told(who["Rita"], number) == []
            assert await told(who["Berit"], number) == [("Berit", 60)]


async def test_what_is_no_number_is_refused(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        who = await office_with_calls(office)
        for wrong in ("", "hej", "+45" + "1" * 80):
            assert (await who["Rita"].get(LAST, params={"number": wrong})).status_code == 422
