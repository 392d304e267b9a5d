"""Nobody is turned away without being told why: a number that is taken, an access that was closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pbx.office import Running, follow, running


async def firm(office: Running) -> None:
    await office.company()
    await office.person("1002100", "Boss", role="administrator")
    await office.person("1002101", "Anders Holm")


@pytest.mark.parametrize(
    ("verb", "path", "body", "reason"),
    [
        ("patch", "", {"closed": True}, "closed"),
        ("delete", "", None, "removed"),
        ("post", "/password", None, "password_reset"),
    ],
)
async def test_whoever_is_closed_out_is_told_why(
    tmp_path: Path, verb: str, path: str, body: dict[str, object] | None, reason: str
) -> None:
    async with running(tmp_path) as office:
        await firm(office)
        boss, anders = await office.caller("1002100"), await office.caller("1002101")
        async with follow(anders) as events:
            await events.next("snapshot")
            where = f"/v1/people/{office.ids['1002101']}{path}"
            done = await (getattr(boss, verb)(where, body) if body is not None else getattr(boss, verb)(where))
            assert done.status_code in (200, 201, 204), done.text
            _, _, told = await events.next("signed_out")
        assert told["reason"] == reason


async def test_a_taken_number_says_whose_it_is(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await firm(office)
        boss = await office.caller("1002100")
        refused = await boss.post("/v1/people", {"local_number": "1002101", "name": "Ida"})
        assert (refused.status_code, refused.json()["code"]) == (409, "conflict")
        assert refused.json()["details"] == {"what": "local_number", "number": "1002101", "holder": "Anders Holm"}
        anders = f"/v1/people/{office.ids['1002101']}"
        assert (await boss.patch(anders, {"one_number": "33 12 21 01"})).status_code == 200
        refused = await boss.post(
            "/v1/people", {"local_number": "1002102", "name": "Ida", "one_number": "+45 33 12 21 01"}
        )
        assert refused.json()["details"]["holder"] == "Anders Holm"
