"""Whoever is there but can't be read keeps their name, in directories of all kinds (spec 8.3)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pbx.office import As, running
from tests.support import slapd
from tests.support.calendar_server import Answer
from tests.support.dav import HTML, Dav, multistatus, one
from tests.support.slapd import PASSWORD, PEOPLE, READER, Slapd

NAMES = ["Karen Kunde", "Kaj Kunde", "Kurt Kunde"]
"""Fewer than could not all be gone at once."""


def card(name: str, number: int) -> str:
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL;TYPE=WORK:701011{number:02}\r\nEND:VCARD\r\n"


def address(name: str, inside: str) -> str:
    return one(f"/book/{name}", f"<a:address-data>{inside}</a:address-data>")


NOTHING_READABLE: list[Answer] = [
    (200, {"Content-Type": "text/html"}, HTML),
    multistatus(),
    multistatus(*(address(f"p{n}", "no card") for n in range(3))),
    multistatus(*(address(f"p{n}", card(name, n).replace("END:VCARD", "")) for n, name in enumerate(NAMES))),
    multistatus(*(address(f"p{n}", card("", n).replace("FN:\r\n", "")) for n in range(3))),
    multistatus(*(one(f"/book/p{n}", "<d:getetag>1</d:getetag>") for n in range(3))),
]


async def set_up(boss: As, kind: str, settings: dict[str, Any]) -> str:
    made = await boss.post("/v1/connections", {"name": "Our people", "kind": kind, "settings": settings})
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


async def read(boss: As, where: str) -> tuple[int, str]:
    answer = await boss.post(f"/v1/directories/{where}/reading")
    assert answer.status_code == 200, answer.text
    return answer.json()["people"], answer.json()["trouble"]


async def names(boss: As) -> list[str]:
    return sorted(one["name"] for one in (await boss.get("/v1/directory", params={"q": "kunde"})).json())


@pytest.mark.parametrize("answer", NOTHING_READABLE, ids=range(len(NOTHING_READABLE)))
async def test_cards_of_which_none_can_be_read_take_nobodys_name_away(tmp_path: Path, answer: Answer) -> None:
    with Dav(kind="carddav", things={f"p{n}": card(name, n) for n, name in enumerate(NAMES)}) as server:
        assert isinstance(server, Dav)
        async with running(tmp_path) as office:
            await office.company()
            await office.person("1002100", "Berit", role="administrator")
            boss = await office.caller("1002100")
            where = await set_up(boss, "carddav", server.settings)
            assert await read(boss, where) == (3, "")
            server.instead = [answer]
            assert await read(boss, where) == (3, "not_understood")
            assert await names(boss) == sorted(NAMES)
            (seen,) = (await boss.get("/v1/connections")).json()
            assert (seen["state"], seen["trouble"]) == ("failing", "not_understood")
            server.instead = [answer]
            tried = (await boss.post(f"/v1/connections/{where}/try", {"to": ""})).json()
            assert (tried["good"], tried["code"]) == (False, "not_understood")
            server.instead, server.things = [], {"p1": card("Kaj Kunde", 1)}
            assert await read(boss, where) == (1, "")


async def test_one_card_that_cant_be_read_any_more_keeps_its_name_and_others_come_and_go(tmp_path: Path) -> None:
    with Dav(kind="carddav", things={f"p{n}": card(name, n) for n, name in enumerate(NAMES)}) as server:
        assert isinstance(server, Dav)
        async with running(tmp_path) as office:
            await office.company()
            await office.person("1002100", "Berit", role="administrator")
            boss = await office.caller("1002100")
            where = await set_up(boss, "carddav", server.settings)
            assert await read(boss, where) == (3, "")
            server.things = {"p0": "broken", "p1": card("Kai Kunde", 1), "p3": card("Kim Kunde", 3)}
            assert await read(boss, where) == (3, "")
            assert await names(boss) == ["Kai Kunde", "Karen Kunde", "Kim Kunde"]


@pytest.fixture
def server() -> Iterator[Slapd]:
    if slapd.missing():
        pytest.skip("slapd is not installed")
    with Slapd(people()) as made:
        yield made


def people(most: int = 3) -> list[str]:
    return [slapd.person(f"u{n}", name, telephoneNumber=f"70 10 11 {n:02}") for n, name in enumerate(NAMES[:most])]


@pytest.mark.parametrize(
    ("hidden", "trouble", "found"),
    [
        ("attrs=cn,sn,displayName,givenName", "not_understood", sorted(NAMES)),
        ("attrs=telephoneNumber", "not_allowed", sorted(NAMES)),
        (f'dn.exact="uid=u0,{PEOPLE}" attrs=cn,sn', "", ["Kaj Kunde", "Karen Kunde"]),
    ],
)
async def test_people_whose_names_or_numbers_are_hidden_at_the_server_keep_them(
    tmp_path: Path, server: Slapd, hidden: str, trouble: str, found: list[str]
) -> None:
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002100", "Berit", role="administrator")
        boss = await office.caller("1002100")
        settings = {"address": server.address, "account": READER, "password": PASSWORD, "base": PEOPLE}
        where = await set_up(boss, "ldap", settings)
        assert await read(boss, where) == (3, "")

        with server.administer() as admin:
            admin.delete(f"uid=u2,{PEOPLE}")
        server.stop()
        server.hide([hidden])
        server.start()
        assert (await read(boss, where))[1] == trouble
        assert await names(boss) == found

        server.stop()
        server.hide([])
        server.start()
        assert await read(boss, where) == (2, "")
        assert await names(boss) == ["Kaj Kunde", "Karen Kunde"]
