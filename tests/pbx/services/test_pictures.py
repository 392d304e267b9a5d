"""Pictures of people: set by themselves, seen by colleagues, removed by administrators (spec 9.1)."""

from __future__ import annotations

from pathlib import Path

from tests.domain.test_pictures import jpeg, png
from tests.pbx.office import As, Running, follow, running

MINE = "/v1/me/picture"


async def put(who: As, data: bytes, kind: str = "image/png") -> int:
    return (await who._do("PUT", MINE, content=data, headers={"Content-Type": kind})).status_code


async def two(office: Running) -> tuple[As, As, str]:
    await office.company()
    await office.person("1002101", "Anders", role="administrator")
    berit = await office.person("1002102", "Berit")
    return await office.caller("1002101"), await office.caller("1002102"), berit


async def test_a_picture_is_seen_by_colleagues_at_once_and_after_a_restart_until_it_is_removed(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, berit, user = await two(office)
        theirs = f"/v1/people/{user}/picture"
        assert (await anders.get(theirs)).status_code == 404
        async with follow(anders) as events:
            await events.next("snapshot")
            assert await put(berit, png(64, 64)) == 204
            _, _, first = await events.next("person")
            assert await put(berit, jpeg(200, 100), "image/jpeg") == 204
            _, _, second = await events.next("person")
        assert first["id"] == user and first["picture"] and second["picture"] not in ("", first["picture"])
        answer = await anders.get(theirs)
        assert (answer.content, answer.headers["content-type"]) == (jpeg(200, 100), "image/jpeg")
        assert answer.headers["x-content-type-options"] == "nosniff"
        ids = office.ids
    async with running(tmp_path) as office:
        office.ids.update(ids)
        anders, berit = await office.caller("1002101"), await office.caller("1002102")
        assert (await anders.get(theirs)).content == jpeg(200, 100)
        assert (await berit.delete(MINE)).status_code == 204
        assert (await anders.get(theirs)).status_code == 404
        assert (await berit.delete(MINE)).status_code == 404
        people = (await anders.get("/v1/people")).json()
        assert {person["picture"] for person in people} == {""}


async def test_an_administrator_removes_anybodys_and_others_nobodys(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, berit, user = await two(office)
        administrator = office.ids["1002101"]
        await put(berit, png(64, 64))
        await put(anders, png(32, 32))
        assert (await berit.delete(f"/v1/people/{administrator}/picture")).status_code == 403
        assert (await anders.delete(f"/v1/people/{user}/picture")).status_code == 204
        assert (await anders.get(f"/v1/people/{user}/picture")).status_code == 404
        assert (await anders.delete(f"/v1/people/{user}/picture")).status_code == 404


async def test_what_is_no_picture_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        _, berit, user = await two(office)
        assert await put(berit, png(64, 64)) == 204
        assert await put(berit, b"<svg/>") == 422
        assert await put(berit, png(9_000, 9_000)) == 422
        assert await put(berit, png(64, 64), "image/svg+xml") == 415
        assert await put(berit, png(64, 64) + bytes(200_000)) == 413
        assert (await berit.get(f"/v1/people/{user}/picture")).content == png(64, 64)
