"""A company's LDAP directory, on a real server: read, searched, changed, away and back (spec 8.3)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import ldap3
import pytest

from onepresence_desktop.domain.calls import CallState, Party
from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.directory import DirectoryKind, DirectorySource
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.pbx.directories import ldap
from onepresence_desktop.pbx.directories.ldap import LdapDirectory
from onepresence_desktop.pbx.ports.directories import DirectoryAccess
from onepresence_desktop.pbx.services import directories
from tests.pbx.office import running
from tests.support import slapd
from tests.support.slapd import PASSWORD, PEOPLE, READER, Slapd, person
from tests.support.waiting import eventually

MANY = 603
"""More than the server gives at once, and no multiple of a page."""


@pytest.fixture(scope="module")
def server() -> Iterator[Slapd]:
    if slapd.missing():
        pytest.skip("slapd is not installed")
    people = [
        person(f"u{n}", f"Bulk Person{n}", telephoneNumber=f"+45 33 {n // 100:02} {n % 100:02} 00") for n in range(MANY)
    ]
    some = [
        person("karen", "Karen Kunde", telephoneNumber="70 10 11 55", mobile="+45 2012 3456", mail="karen@k.example"),
        person("strange", "Ole * (Oles) \\ Smed", telephoneNumber="70 10 11 56", title="Smed"),
        person("noone", "No Number"),
    ]
    with Slapd([*people, *some]) as running_server:
        yield running_server


def access(server: Slapd, *, password: str = PASSWORD, **other: Any) -> DirectoryAccess:
    source = DirectorySource("ad", "100", DirectoryKind.LDAP, server.address, READER, PEOPLE)
    return DirectoryAccess(replace(source, **other), password)


@asynccontextmanager
async def reader() -> AsyncIterator[LdapDirectory]:
    directory = LdapDirectory(here=True)
    try:
        yield directory
    finally:
        await directory.close()


async def trouble(where: DirectoryAccess) -> object:
    async with reader() as directory:
        with pytest.raises(ConnectionFailed) as refused:
            _ = [page async for page in directory.read(where, "")]
    return refused.value.details["reason"]


async def test_everybody_is_read_a_page_at_a_time_although_the_server_gives_only_500(server: Slapd) -> None:
    async with reader() as directory:
        pages = [page async for page in directory.read(access(server), "")]
    found = {person.name: person for page in pages for person in page.people}
    assert (len(found), pages[-1].cut) == (MANY + 3, False)
    assert max(len(page.people) for page in pages) <= ldap.PAGE
    karen = found["Karen Kunde"]
    assert [(n.number, n.kind.value) for n in karen.numbers] == [("70 10 11 55", "work"), ("+45 2012 3456", "mobile")]
    assert [e.address for e in karen.emails] == ["karen@k.example"]


async def test_words_that_mean_something_in_a_filter_find_only_themselves(server: Slapd) -> None:
    async with reader() as directory:
        for word in ("*", "(oles)", "\\ smed", "* (o"):
            found = await directory.search(access(server), [word], 50)
            assert [person.name for person in found] == ["Ole * (Oles) \\ Smed"], word
        for word in ("kunde)(uid=*", "\0", ")(|(cn=*"):
            assert await directory.search(access(server), [word], 50) == [], word
        assert len(await directory.search(access(server), ["bulk"], 50)) == 50


async def test_what_is_wrong_is_told_in_a_word(server: Slapd, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await trouble(access(server, password="wrong")) == Trouble.SIGN_IN_REFUSED
    assert await trouble(access(server, base="ou=Nobody,dc=firma,dc=example")) == Trouble.NOT_FOUND
    assert await trouble(access(server, address="ldap://127.0.0.1:1")) == Trouble.UNREACHABLE
    assert await trouble(access(server, address=server.secure)) == Trouble.CERTIFICATE
    monkeypatch.setattr(ldap, "MOST_BYTES", 10_000)
    assert await trouble(access(server)) == Trouble.TOO_LARGE


async def test_a_certificate_that_the_machine_believes_is_believed(
    server: Slapd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", server.shown.certificate)
    async with reader() as directory:
        found = await directory.search(access(server, address=server.secure), ["karen"], 5)
    assert [person.name for person in found] == ["Karen Kunde"]


async def test_a_referral_to_another_server_is_not_followed_and_costs_nobody_else() -> None:
    if slapd.missing():
        pytest.skip("slapd is not installed")
    came: list[object] = []

    async def elsewhere(_: asyncio.StreamReader, outgoing: asyncio.StreamWriter) -> None:
        came.append(outgoing)
        outgoing.close()

    listening = await asyncio.start_server(elsewhere, "127.0.0.1", 0)
    there = f"ldap://127.0.0.1:{listening.sockets[0].getsockname()[1]}/ou=People,dc=other"
    away = f"ou=Elsewhere,{PEOPLE}"
    entry = f"dn: {away}\nobjectClass: referral\nobjectClass: extensibleObject\nou: Elsewhere\nref: {there}\n"
    with Slapd([person("karen", "Karen Kunde", telephoneNumber="70101155"), entry]) as server:
        async with reader() as directory:
            found = await directory.search(access(server), ["karen"], 5)
            assert [one.name for one in found] == ["Karen Kunde"]
            pages = [page async for page in directory.read(access(server), "")]
            assert pages
        assert await trouble(access(server, base=away)) == Trouble.NOT_FOUND
    assert not came
    listening.close()


async def test_a_server_that_says_nothing_is_not_waited_for_when_the_service_ends(server: Slapd) -> None:
    asked = asyncio.Event()

    async def silent(incoming: asyncio.StreamReader, outgoing: asyncio.StreamWriter) -> None:
        asked.set()
        await incoming.read()
        outgoing.close()

    listening = await asyncio.start_server(silent, "127.0.0.1", 0)
    address = f"ldap://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    async with reader() as directory:
        waiting = asyncio.create_task(directory.search(access(server, address=address), ["karen"], 5))
        await asked.wait()
        await directory.close()
        with pytest.raises(ConnectionFailed):
            await waiting
    listening.close()


async def test_an_administrator_sets_one_up_tries_it_and_removes_it(tmp_path: Path, server: Slapd) -> None:
    settings = {"address": server.address, "account": READER, "password": "wrong", "base": PEOPLE, "shown": "numbers"}
    settings["filter"] = "(uid=karen)"
    async with running(tmp_path) as office:
        await office.company()
        await office.person("1002100", "Berit", role="administrator")
        await office.person("1002101", "Anders")
        berit, anders = await office.caller("1002100"), await office.caller("1002101")
        body = {"name": "Our people", "kind": "ldap", "settings": settings}
        refused = await berit.post("/v1/connections", {**body, "settings": {**settings, "shown": "name"}})
        assert refused.json()["details"] == {"field": "settings.shown", "problem": "unknown"}
        made = await berit.post("/v1/connections", body)
        assert made.status_code == 201 and "wrong" not in made.text, made.text
        path, reading = f"/v1/connections/{made.json()['id']}", f"/v1/directories/{made.json()['id']}/reading"
        assert (await berit.post(reading)).json()["trouble"] == "sign_in_refused"
        (seen,) = (await berit.get("/v1/connections")).json()
        assert (seen["state"], seen["trouble"]) == ("failing", "sign_in_refused")
        assert (await berit.patch(path, {"settings": {"password": PASSWORD}})).status_code == 200
        told = (await berit.post(reading)).json()
        assert (told["name"], told["people"], told["fields"]) == ("Our people", 1, ["numbers"])
        (found,) = (await anders.get("/v1/directory", params={"q": "kunde"})).json()
        assert (found["numbers"][0]["number"], found["emails"]) == ("+4570101155", [])
        assert (await berit.get("/v1/connections")).json()[0]["state"] == "ok"
        snapshot = (await anders.get("/v1/snapshot")).json()
        assert snapshot["public"]["shared_contacts"]["directories"] is True
        assert (await berit.delete(path)).status_code == 204

        async def nobody() -> bool:
            return (await anders.get("/v1/directory", params={"q": "kunde"})).json() == []

        await eventually(nobody)
        assert (await berit.get("/v1/directories")).json() == []


async def test_a_caller_from_outside_has_the_name_that_the_directory_gives(tmp_path: Path, server: Slapd) -> None:
    few = access(server, filter="(|(uid=karen)(uid=u1))")
    async with running(tmp_path, directories=(few,)) as office:
        await office.company()
        await office.person("1002100", "Berit", role="administrator")
        anders = await office.person("1002101", "Anders")
        berit, mine = await office.caller("1002100"), await office.caller("1002101")

        async def read() -> Any:
            answer = await berit.post("/v1/directories/ad/reading")
            assert answer.status_code == 200, answer.text
            return answer.json()

        async def found(query: str) -> list[str]:
            return [one["name"] for one in (await mine.get("/v1/directory", params={"q": query})).json()]

        async def shown(call: str) -> str:
            callee = Party("1002101", "Anders", UserId(anders), DeviceId(office.ids["1002101/desk"]))
            caller = Party("+4570101155", "70101155")
            office.phones.progress(call, CustomerId(office.ids["100"]), CallState.RINGING, caller, callee)
            calls = (await mine.get("/v1/snapshot")).json()["private"]["calls"]
            return str(next(one["name"] for one in calls if one["id"] == call))

        told = await read()
        assert (told["people"], told["trouble"], told["cut"]) == (2, "", False)
        assert PASSWORD not in str(told)
        assert (await shown("c1"), await found("kunde"), await found("70 10 11 55")) == (
            "Karen Kunde", ["Karen Kunde"], ["Karen Kunde"],
        )  # fmt: skip

        with server.administer() as admin:
            admin.modify(f"uid=karen,{PEOPLE}", {"cn": [(ldap3.MODIFY_REPLACE, ["Karen Larsen"])]})
            admin.delete(f"uid=u1,{PEOPLE}")
        assert (await read())["people"] == 1
        assert (await shown("c2"), await found("kunde"), await found("larsen")) == (
            "Karen Larsen",
            [],
            ["Karen Larsen"],
        )

        server.stop()
        assert (await read())["trouble"] == "unreachable"
        assert (await shown("c3"), await found("larsen")) == ("Karen Larsen", ["Karen Larsen"])
        server.start()
        assert (await read())["trouble"] == ""
    async with running(tmp_path, directories=(access(server, address="ldap://127.0.0.1:1"),)) as office:
        mine = await office.caller("1002101")
        assert [one["name"] for one in (await mine.get("/v1/directory", params={"q": "larsen"})).json()] == [
            "Karen Larsen"
        ]


async def test_a_person_renamed_there_has_the_new_name_alone_after_the_next_reading_that_nobody_asks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if slapd.missing():
        pytest.skip("slapd is not installed")
    monkeypatch.setattr(directories, "EVERY", 0.2)
    monkeypatch.setattr(directories, "LOOK", 0.05)
    with Slapd([person("karen", "Karen Kunde", telephoneNumber="70101155")]) as server:
        async with running(tmp_path, directories=(access(server),)) as office:
            await office.company()
            anders = await office.person("1002101", "Anders")
            mine = await office.caller("1002101")

            async def found(query: str) -> list[str]:
                return [one["name"] for one in (await mine.get("/v1/directory", params={"q": query})).json()]

            async def becomes(name: str, *before: str) -> None:
                async def so() -> bool:
                    return await found(name) == [name] == await found("70 10 11 55")

                await eventually(so, every=0.05)
                assert [await found(one) for one in before] == [[]] * len(before)
                callee = Party("1002101", "Anders", UserId(anders), DeviceId(office.ids["1002101/desk"]))
                caller = Party("+4570101155", "70101155")
                office.phones.progress(name, CustomerId(office.ids["100"]), CallState.RINGING, caller, callee)
                calls = (await mine.get("/v1/snapshot")).json()["private"]["calls"]
                assert [one["name"] for one in calls if one["id"] == name] == [name]

            await becomes("Karen Kunde")
            with server.administer() as admin:
                new = {"cn": [(ldap3.MODIFY_REPLACE, ["Karen Larsen"])], "sn": [(ldap3.MODIFY_REPLACE, ["Larsen"])]}
                admin.modify(f"uid=karen,{PEOPLE}", new)
            await becomes("Karen Larsen", "Karen Kunde", "kunde")
            with server.administer() as admin:  # and under another name as an entry, which it is no other by
                admin.modify_dn(f"uid=karen,{PEOPLE}", "uid=karenl")
                admin.modify(f"uid=karenl,{PEOPLE}", {"cn": [(ldap3.MODIFY_REPLACE, ["Karen Lund"])]})
            await becomes("Karen Lund", "Karen Larsen", "larsen")
