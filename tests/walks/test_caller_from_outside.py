"""A call from outside over a real provider has the name that a real directory gives, also a new one (spec 8.3)."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import ldap3
import pytest

from tests.support import slapd
from tests.support.exchange import Exchange, Person
from tests.support.phones import Phone, speech_like
from tests.support.provider import ACCOUNT, SECRET, Provider
from tests.support.slapd import PASSWORD, PEOPLE, READER, Slapd
from tests.support.waiting import eventually

pytestmark = pytest.mark.phones

MAIN, DIRECT, KAREN = "+4570102100", "+4570102102", "+4520304101"


async def rings_as(mette: Person, desk: Phone, karen: Phone) -> str:
    """Karen dials; the name that Mette's program shows while the phone rings, and that the phone itself shows."""
    since = len(desk.events)
    await karen.dial(DIRECT)
    ringing = await desk.until("CALL_INCOMING", since=since, within=60)

    async def shown() -> str:
        calls = (await mette("GET", "/v1/snapshot"))["private"]["calls"]
        return str(next((one["name"] for one in calls if one["state"] == "ringing"), ""))

    name = await eventually(shown, every=0.1)
    assert ringing["peerdisplayname"] == name
    await karen.hang_up()

    async def over() -> bool:
        return not (await mette("GET", "/v1/snapshot"))["private"]["calls"]

    await eventually(over, every=0.1)
    return name


async def test_a_caller_whom_the_directory_knows_and_renames(tmp_path: Path) -> None:
    if slapd.missing():
        pytest.skip("slapd is not installed")
    async with AsyncExitStack() as stack:
        server = stack.enter_context(Slapd([slapd.person("karen", "Karen Kunde", mobile="20 30 41 01")]))
        office = await stack.enter_async_context(Exchange(tmp_path))
        (tmp_path / "outside").mkdir()
        says = speech_like(tmp_path / "outside" / "says.wav", 25, 7)
        karen = Phone(tmp_path / "outside", server="", user=KAREN, password="", says=says)
        provider = await stack.enter_async_context(Provider(tmp_path / "provider", {KAREN: karen.host}))
        line = ("--server", provider.host, "--user", ACCOUNT, "--password", SECRET, "--register", "--main", MAIN)
        await asyncio.to_thread(office.service.cli, "trunk", "add", "Line", *line)
        karen._server = provider.host
        stack.push_async_callback(karen.stop)
        await karen.start()
        boss, mette = await office.client("1002101"), await office.client("1002102")
        desk = await office.phone("1002102")
        people: list[dict[str, Any]] = await boss("GET", "/v1/people")
        (id_,) = (one["id"] for one in people if one["local_number"] == "1002102")
        await boss("PATCH", f"/v1/people/{id_}", {"one_number": DIRECT})

        async def up() -> bool:
            return bool((await boss("GET", "/v1/trunks"))[0]["up"])

        await eventually(up, every=0.2)
        settings = {"address": server.address, "account": READER, "password": PASSWORD, "base": PEOPLE}
        body = {"name": "AD", "kind": "ldap", "settings": settings}
        made = await boss("POST", "/v1/connections", body, status=201)
        reading = f"/v1/directories/{made['id']}/reading"
        assert (await boss("POST", reading))["people"] == 1
        assert await rings_as(mette, desk, karen) == "Karen Kunde"

        with server.administer() as admin:
            admin.modify(f"uid=karen,{PEOPLE}", {"cn": [(ldap3.MODIFY_REPLACE, ["Karen Larsen"])]})
        assert (await boss("POST", reading))["trouble"] == ""
        assert await rings_as(mette, desk, karen) == "Karen Larsen"
        for query, names in (("larsen", ["Karen Larsen"]), ("20304101", ["Karen Larsen"]), ("kunde", [])):
            found = await mette("GET", f"/v1/directory?q={query}")
            assert [one["name"] for one in found] == names, query
