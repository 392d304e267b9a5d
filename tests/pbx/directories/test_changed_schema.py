"""An LDAP server whose schema is another one than before: read without what it lacks, or told in a word (spec 8.3)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.pbx.services import directories
from tests.pbx.office import As, running
from tests.support import slapd
from tests.support.slapd import PASSWORD, PEOPLE, READER, Slapd
from tests.support.waiting import eventually

NAMES = [f"Kunde Nummer{n}" for n in range(directories.SHRUNK + 2)]
"""More than can be gone all at once."""


@pytest.fixture
def server() -> Iterator[Slapd]:
    if slapd.missing():
        pytest.skip("slapd is not installed")
    with Slapd(
        slapd.person(f"u{n}", name, **known(n), mobile=f"2012 34{n:02}") for n, name in enumerate(NAMES)
    ) as made:
        yield made


def known(n: int) -> dict[str, str]:
    return {"telephoneNumber": f"70 10 11 {n:02}"}


def plain(n: int, name: str) -> str:
    """An entry as a schema has it that knows neither `inetOrgPerson` nor `uid`, `mobile`, `mail` and `displayName`."""
    lines = [f"dn: cn={name},{PEOPLE}", "objectClass: person", f"cn: {name}", f"sn: Nummer{n}"]
    return "\n".join([*lines, *(f"{key}: {value}" for key, value in known(n).items())]) + "\n"


async def set_up(boss: As, server: Slapd, **more: str) -> str:
    settings = {"address": server.address, "account": READER, "password": PASSWORD, "base": PEOPLE, **more}
    made = await boss.post("/v1/connections", {"name": "Our people", "kind": "ldap", "settings": settings})
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


async def read(boss: As, where: str) -> dict[str, Any]:
    answer = await boss.post(f"/v1/directories/{where}/reading")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def found(boss: As, query: str) -> list[dict[str, Any]]:
    return list((await boss.get("/v1/directory", params={"q": query})).json())


async def test_people_are_read_without_what_their_server_no_longer_knows(tmp_path: Path, server: Slapd) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002100", "Berit", role="administrator")
        boss = await office.caller("1002100")
        where = await set_up(boss, server)
        assert ((await read(boss, where))["people"], len((await found(boss, "nummer7"))[0]["numbers"])) == (
            len(NAMES),
            2,
        )

        server.stop()
        server.fill([plain(n, name) for n, name in enumerate(NAMES)], ["core"])
        server.start()
        told = await read(boss, where)
        assert (told["people"], told["trouble"]) == (len(NAMES), "")
        (one,) = await found(boss, "nummer7")
        assert (one["name"], [number["number"] for number in one["numbers"]]) == (NAMES[7], ["+4570101107"])
        assert [one["name"] for one in await found(boss, "70101107")] == [NAMES[7]]
        assert (await boss.get("/v1/connections")).json()[0]["state"] == "ok"


async def test_a_class_that_the_server_no_longer_has_is_told_and_those_who_were_read_keep_their_names(
    tmp_path: Path, server: Slapd, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002100", "Berit", role="administrator")
        boss = await office.caller("1002100")
        where = await set_up(boss, server, filter="(&(objectClass=inetOrgPerson)(mobile=*))")
        assert (await read(boss, where))["people"] == len(NAMES)

        server.stop()
        server.fill([plain(n, name) for n, name in enumerate(NAMES)], ["core"])
        server.start()
        told = await read(boss, where)
        assert (told["people"], told["trouble"]) == (len(NAMES), "not_allowed")
        assert [one["name"] for one in await found(boss, "70101107")] == [NAMES[7]]
        (seen,) = (await boss.get("/v1/connections")).json()
        assert (seen["state"], seen["trouble"]) == ("failing", "not_allowed")

        monkeypatch.setattr(directories, "LOOK", 0.05)
        changed = await boss.patch(f"/v1/connections/{where}", {"settings": {"filter": "(objectClass=person)"}})
        assert changed.status_code == 200, changed.text

        async def well() -> bool:
            """The watch goes on, and reads it by itself."""
            return bool((await boss.get("/v1/connections")).json()[0]["state"] == "ok")

        await eventually(well)
        assert (await found(boss, "nummer7"))[0]["name"] == NAMES[7]


@pytest.mark.parametrize("wanted", ["(objectClass=user)", "(sAMAccountName=*)"])
async def test_a_filter_by_words_that_the_server_never_knew_finds_nobody_and_says_how_many(
    tmp_path: Path, server: Slapd, wanted: str
) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002100", "Berit", role="administrator")
        boss = await office.caller("1002100")
        told = await read(boss, await set_up(boss, server, filter=wanted))
        assert (told["people"], told["trouble"]) == (0, "")
