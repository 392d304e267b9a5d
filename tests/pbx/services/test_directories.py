"""People of a company's directory: found by those who may, kept over failures, and never another company's."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.directory import DirectoryField, DirectoryKind, DirectoryPerson, DirectorySource
from onepresence_desktop.domain.errors import ConnectionFailed, Invalid
from onepresence_desktop.domain.phonebook import ContactEmail, ContactNumber
from onepresence_desktop.pbx.directories import DirectoryOnDemand
from onepresence_desktop.pbx.directories.settings import directories
from onepresence_desktop.pbx.ports.directories import DirectoryAccess, Page
from tests.pbx.office import As, Running, running
from tests.support.waiting import eventually

SOURCE = DirectorySource("ad", "100", DirectoryKind.LDAP, "ldap://127.0.0.1:1", base="dc=x")


def somebody(key: str, name: str, number: str = "", **more: Any) -> DirectoryPerson:
    return DirectoryPerson(key, name, numbers=(ContactNumber(number),) if number else (), **more)


class Server:
    """A directory as a test says it is."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.people: list[DirectoryPerson] = []
        self.more: list[DirectoryPerson] = []
        self.trouble: Trouble | None = None
        self.breaks_at = ""
        self.read = 0
        monkeypatch.setattr(DirectoryOnDemand, "read", self._read)
        monkeypatch.setattr(DirectoryOnDemand, "search", self._search)

    async def _read(self, access: DirectoryAccess, mark: str) -> AsyncGenerator[Page, None]:
        self.read += 1
        if access.source.name == self.breaks_at:
            raise RecursionError
        if self.trouble is not None:
            raise ConnectionFailed(reason=self.trouble)
        yield Page(self.people, cut=bool(self.more))

    async def _search(self, _: DirectoryAccess, words: Sequence[str], most: int) -> Sequence[DirectoryPerson]:
        return [one for one in self.more if all(word in one.name.casefold() for word in words)]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    return Server(monkeypatch)


async def found(who: As, query: str) -> list[dict[str, Any]]:
    answer = await who.get("/v1/directory", params={"q": query})
    assert answer.status_code == 200, answer.text
    return list(answer.json())


async def names(who: As, query: str) -> list[str]:
    return [one["name"] for one in await found(who, query)]


async def read(office: Running, who: As) -> dict[str, Any]:
    answer = await who.post("/v1/directories/ad/reading")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def three(office: Running) -> tuple[As, As, As]:
    """An administrator, a receptionist, a user."""
    await office.company()
    for number, name, role in (
        ("1002100", "Berit", "administrator"),
        ("1002101", "Rita", "receptionist"),
        ("1002102", "Mette", "user"),
    ):
        await office.person(number, name, role=role)
    return await office.caller("1002100"), await office.caller("1002101"), await office.caller("1002102")


async def test_users_find_only_by_the_fields_that_they_see(tmp_path: Path, server: Server) -> None:
    server.people = [somebody("k", "Karen", "70101155", company="Kunde ApS", emails=(ContactEmail("k@k.dk"),))]
    few = replace(SOURCE, fields=frozenset({DirectoryField.COMPANY}))
    async with running(tmp_path, directories=(DirectoryAccess(few),)) as office:
        berit, rita, mette = await three(office)
        await read(office, berit)
        whole = {"directory": "ad", "id": "k", "name": "Karen", "company": "Kunde ApS", "title": ""}
        numbers = [{"number": "+4570101155", "kind": "other"}]
        assert await found(mette, "kunde") == [{**whole, "numbers": [], "emails": []}]
        emails = [{"address": "k@k.dk", "kind": "other"}]
        assert await found(rita, "kunde") == [{**whole, "numbers": numbers, "emails": emails}]
        assert (await names(mette, "70101155"), await names(rita, "70101155")) == ([], ["Karen"])
        assert (await names(mette, ""), await names(mette, " - ")) == ([], [])
        assert (await mette.get("/v1/directories")).status_code == 403


async def test_colleagues_and_other_companies_people_are_not_found(tmp_path: Path, server: Server) -> None:
    server.people = [somebody("k", "Karen", "70101155"), somebody("m", "Mette Holm", "20123456")]
    async with running(tmp_path, directories=(DirectoryAccess(SOURCE),)) as office:
        berit, _, mette = await three(office)
        await office.company("200", "Anden")
        await office.person("2002101", "Andrea", role="administrator")
        andrea = await office.caller("2002101")
        await read(office, berit)
        assert (await names(mette, "mette"), await names(mette, "karen")) == (["Mette Holm"], ["Karen"])
        await mette.patch("/v1/me", {"mobile": "20123456"})
        assert await names(mette, "mette") == []
        assert await names(andrea, "karen") == []
        assert (await andrea.get("/v1/directories")).json() == []


async def test_neither_a_fault_nor_an_empty_answer_takes_anybodys_name(tmp_path: Path, server: Server) -> None:
    server.people = [somebody(str(n), f"Person {n}", f"7010{n:04}") for n in range(30)]
    async with running(tmp_path, directories=(DirectoryAccess(SOURCE),)) as office:
        berit, _, mette = await three(office)
        assert (await read(office, berit))["people"] == 30
        server.trouble = Trouble.SIGN_IN_REFUSED
        told = await read(office, berit)
        assert (told["trouble"], told["people"]) == ("sign_in_refused", 30)
        server.trouble, everybody, server.people = None, server.people, []
        assert (await read(office, berit))["trouble"] == "not_allowed"
        assert len(await names(mette, "person")) == 30
        server.people = everybody[:10]
        assert (await read(office, berit))["people"] == 10
    async with running(tmp_path) as office:
        mette = await office.caller("1002102")
        assert await names(mette, "person") == []


async def test_who_was_not_given_is_asked_for_at_the_server_itself(tmp_path: Path, server: Server) -> None:
    server.people, server.more = [somebody("a", "Anna", "70101155")], [somebody("k", "Karen", "70101156")]
    async with running(tmp_path, directories=(DirectoryAccess(SOURCE),)) as office:
        berit, _, mette = await three(office)
        told = await read(office, berit)
        assert (told["people"], told["cut"]) == (1, True)
        assert (await names(mette, "karen"), await names(mette, "anna")) == (["Karen"], ["Anna"])
        server.people = []
        assert (await read(office, berit))["people"] == 1  # what wasn't given isn't gone


TABLE: dict[str, Any] = {"name": "ad", "customer": "100", "kind": "ldap", "address": "ldaps://dc1", "base": "dc=x"}


def test_settings_say_where_directories_are() -> None:
    (one,) = directories([{**TABLE, "account": "cn=r", "password": "secret", "fields": ["numbers"]}])
    assert one.source.fields == {DirectoryField.NUMBERS}
    assert "secret" not in repr(one)


@pytest.mark.parametrize(
    ("change", "field", "problem"),
    [
        ({"name": ""}, "name", "missing"),
        ({"name": "a b"}, "name", "malformed"),
        ({"kind": "nis"}, "kind", "unknown"),
        ({"base": ""}, "base", "missing"),
        ({"account": "cn=r"}, "password", "missing"),
        ({"address": "http://dc1"}, "address", "malformed"),
        ({"address": "ldap://dc1:x"}, "address", "malformed"),
        ({"kind": "carddav", "address": "http://dc1/"}, "address", "not_on_a_network"),
        ({"fields": ["name"]}, "fields", "unknown"),
        ({"fields": "numbers"}, "fields", "wrong_type"),
        ({"base": 7}, "base", "wrong_type"),
        ({"colour": "red"}, "colour", "unknown_setting"),
    ],
)
def test_a_wrong_setting_is_named(change: dict[str, Any], field: str, problem: str) -> None:
    with pytest.raises(Invalid) as refused:
        directories([{**TABLE, **change}])
    assert refused.value.details == {"field": f"directories.{field}", "problem": problem}


def test_two_directories_of_a_company_have_two_names() -> None:
    with pytest.raises(Invalid):
        directories([TABLE, TABLE])


async def test_a_directory_at_which_the_reader_breaks_is_in_the_way_of_no_other(tmp_path: Path, server: Server) -> None:
    server.people, server.breaks_at = [somebody("k", "Karen")], "ad"
    other = DirectoryAccess(replace(SOURCE, name="other"))
    async with running(tmp_path, directories=(DirectoryAccess(SOURCE), other)) as office:
        berit, _, _ = await three(office)

        async def people() -> bool:
            seen = {one["id"]: one for one in (await berit.get("/v1/directories")).json()}
            return bool(seen["other"]["read_at"] and seen["ad"]["trouble"] == "not_understood")

        await eventually(people, every=0.2)
