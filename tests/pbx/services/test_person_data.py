"""A person's data handed out, and a person erased: nothing of theirs is found in any file afterwards (spec 12.4d)."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.admin import parser
from tests.pbx.api.test_isolation import voicemail
from tests.pbx.office import As, Running, follow, running
from tests.support.postgres import Cluster, cluster

NAME = "Mathilde Vindfløj-Ravnsborg"
NUMBERS = ("1002102", "+4533122102", "+4520447718", "mathilde@vindfloej.example")


async def firm(office: Running) -> tuple[As, As]:
    await office.company()
    await office.person("1002101", "Anders", role="administrator")
    await office.person("1002102", NAME)
    anders = await office.caller("1002101")
    details = {"one_number": NUMBERS[1], "mobile": NUMBERS[2], "email": NUMBERS[3]}
    assert (await anders.patch(f"/v1/people/{office.ids['1002102']}", details)).status_code == 200
    return anders, await office.caller("1002102")


async def remembered(office: Running) -> None:
    """What a colleague keeps of calls and messages with the person, and what the person has."""
    customer, anders = CustomerId(office.ids["100"]), UserId(office.ids["1002101"])
    now = office.clock.now()
    record = CallRecord(
        "r1", CallId("c1"), anders, Direction.INCOMING, NUMBERS[1], NAME, now, timedelta(seconds=5), Cause.NORMAL,
        forwarded_by=NUMBERS[0],
    )  # fmt: skip
    text = Message(MessageId("m1"), anders, MessageKind.EMAIL, NUMBERS[0], NAME, now, 0.0, text=f"Hilsen {NAME}")
    async with office.service.store.unit(customer) as unit:
        await unit.history.put(record)
        await unit.messages.put(text)
    await voicemail(office, office.ids["1002102"])


def found_in(folder: Path, *words: str) -> list[str]:
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        found += [f"{path.name}: {word}" for word in words if word.encode() in content]
    return found


async def test_all_that_is_kept_of_a_person_is_handed_out_as_one_archive(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, mathilde = await firm(office)
        await remembered(office)
        path = f"/v1/people/{office.ids['1002102']}/export"
        assert (await mathilde.get(path)).status_code == 403
        answer = await anders.get(path)
        assert answer.headers["content-type"] == "application/zip"
        archive = zipfile.ZipFile(io.BytesIO(answer.content))
        names = set(archive.namelist())
        assert {"person.json", "settings.json", "calls.json", "messages.json", "sent.json", "log.json"} <= names
        assert json.loads(archive.read("person.json"))["name"] == NAME
        sounds = [name for name in names if name.startswith("sounds/")]
        assert sounds and all(archive.read(name)[:4] == b"RIFF" for name in sounds)
        assert b"password" not in archive.read("settings.json").lower().replace(b"must_change_password", b"")
        assert (await anders.get("/v1/audit?q=user_exported")).json()[0]["subject"] == "1002102"


def found_in_rows(cluster: Cluster, url: str, *words: str) -> list[str]:
    """In which tables of a database a word stands, whatever the column."""
    name = url.rpartition("/")[2]
    tables = cluster.ask(name, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    assert len(tables) > 20
    return [
        f"{table}: {word}"
        for table in tables
        for word in words
        if cluster.ask(name, f"SELECT 1 FROM {table} t WHERE strpos(t::text, '{word}') > 0 LIMIT 1")
    ]


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_an_erased_person_is_found_in_no_file_and_others_records_stay_readable(tmp_path: Path, kind: str) -> None:
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(cluster()) if kind == "postgresql" else None
        url = server.database() if server is not None else None
        await erased(tmp_path, server, url)


async def erased(tmp_path: Path, server: Cluster | None, url: str | None) -> None:
    async with running(tmp_path, store=url) as office:
        anders, _ = await firm(office)
        await remembered(office)
        recordings = {path.name for path in tmp_path.rglob("*.wav")}
        if server is not None and url is not None:
            assert found_in_rows(server, url, NAME) and recordings
        else:
            assert found_in(tmp_path, NAME) and recordings
        async with follow(anders) as events:
            _, _, before = await events.next("snapshot")
            assert NAME in json.dumps(before, ensure_ascii=False)
            assert (await anders.post(f"/v1/people/{office.ids['1002102']}/erasure")).status_code == 204
            _, _, after = await events.next("snapshot")
            assert not any(word in json.dumps(after, ensure_ascii=False) for word in (NAME, *NUMBERS))
        (call,) = (await anders.get("/v1/me/calls")).json()
        assert (call["name"], call["number"], call["duration"]) == ("Tidligere kollega", "", "PT5S")
        assert (await anders.get("/v1/me/calls?q=tidligere")).json() == [call], "found by the word it has now"
        (message,) = (await anders.get("/v1/me/messages")).json()
        assert (message["name"], message["text"]) == ("Tidligere kollega", "Hilsen Tidligere kollega")
        people = (await anders.get("/v1/people")).json()
        assert [person["name"] for person in people] == ["Anders"]
        log = (await anders.get("/v1/audit")).json()
        assert log[0]["action"] == "user_erased" and not any(NUMBERS[0] in str(entry) for entry in log)
        left = await asyncio.to_thread(found_in, tmp_path, NAME, *NUMBERS)
        if server is not None and url is not None:
            left += await asyncio.to_thread(found_in_rows, server, url, NAME, *NUMBERS)
        assert not left, left
        assert not {path.name for path in tmp_path.rglob("*.wav")} & recordings, "nor a voice, nor a spoken name"


async def test_nobody_erases_themselves(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        anders, _ = await firm(office)
        refused = await anders.post(f"/v1/people/{office.ids['1002101']}/erasure")
        assert (refused.status_code, refused.json()["details"]["what"]) == (409, "self")


async def test_the_command_line_exports_and_erases_a_person_and_gives_a_phone_its_address(tmp_path: Path) -> None:
    def asked(*words: str) -> Any:
        given = parser().parse_args([*words, "--data", "x"])
        return given.make(given)

    async with running(tmp_path / "data") as office:
        anders, _ = await firm(office)
        sip = (await anders.get(f"/v1/devices/{office.ids['1002102/desk']}/sip")).json()["user"]
        made = await office.command(asked("device", "provision", sip, "https://phones.example:8443/"))
        assert made["address"].startswith("https://phones.example:8443/v1/provisioning/")
        file = tmp_path / "mathilde.zip"
        assert (await office.command(asked("user", "export", "1002102", str(file))))["size"] == file.stat().st_size
        assert file.stat().st_mode & 0o077 == 0, "for nobody else to read"
        assert json.loads(zipfile.ZipFile(file).read("person.json"))["name"] == NAME
        for wrong, code in (
            (("user", "export", "1002102", str(tmp_path)), "invalid"),
            (("user", "erase", "1002102", "--name", "Mathilde"), "conflict"),
            (("device", "provision", sip, "http://phones.example"), "not_encrypted"),
            (("device", "provision", "nobody", "https://phones.example"), "not_found"),
        ):
            with pytest.raises(AssertionError, match=code):
                await office.command(asked(*wrong))
        await office.command(asked("user", "erase", "1002102", "--name", NAME))
        assert [person["name"] for person in (await anders.get("/v1/people")).json()] == ["Anders"]
