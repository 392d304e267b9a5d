"""What is handed out of one person: all of theirs and nothing of others', to be read without a program (spec 12.4d)."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction, Party
from onepresence_desktop.domain.meetings import CalendarId, CalendarKind, CalendarSource
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.people import CustomerId, GroupId, UserId
from onepresence_desktop.domain.shared_calls import Deed, DeedEntry, SharedCall, SharedCallId, SharedState
from onepresence_desktop.pbx.ports.calendars import CalendarAccess
from onepresence_desktop.pbx.services.person_file import NOT_THEIRS, THEIRS
from onepresence_desktop.pbx.store import sql
from onepresence_desktop.pbx.store.schema import metadata
from tests.domain.test_pictures import png
from tests.pbx.office import As, Running, running

NAME = "Åse 🎈 O'Neill / <b>שרה</b>"
CALLER = 'Bo "Æ" / ..\\ <script>'
SECRETS = ("secret of the calendar", "note of another", "memo of another")


async def firm(office: Running) -> tuple[As, str]:
    await office.company()
    await office.person("1002101", "Anders", role="administrator")
    await office.person("1002102", NAME, role="receptionist")
    anders, her = await office.caller("1002101"), await office.caller("1002102")
    ase = office.ids["1002102"]
    group = {"local_number": "1002100", "name": "Kundeservice", "members": [ase], "reception": True}
    made = (await anders.post("/v1/groups", group)).json()
    assert (await anders.post("/v1/pickup-groups", {"name": "Stuen", "members": [ase]})).is_success
    own = {"name": "Tandlæge Holm", "numbers": [{"kind": "work", "number": "+4570998877"}], "note": "ring før ni"}
    blocked = {"numbers": ["+4544332211"], "anonymous": False}
    for method, path, more in (
        ("POST", "/v1/me/contacts", {"json": own}),
        ("PUT", "/v1/me/blocked", {"json": blocked}),
        ("PUT", "/v1/me/picture", {"content": png(64, 64), "headers": {"Content-Type": "image/png"}}),
        (
            "POST",
            "/v1/me/diversions",
            {"json": {"reason": "vacation", "note": "Er på Samsø", "destination": {"kind": "voicemail"}}},
        ),
    ):
        assert (await her._do(method, path, **more)).is_success, path
    others = {"reason": "sick", "reception_note": SECRETS[1], "destination": {"kind": "voicemail"}}
    assert (await anders.post("/v1/me/diversions", others)).is_success
    await lived(office, GroupId(made["id"]))
    return anders, ase


async def lived(office: Running, group: GroupId) -> None:
    """Calls, voicemail, a text, and a missed call of the group that she took; another is a colleague's."""
    customer, ase, anders = CustomerId(office.ids["100"]), UserId(office.ids["1002102"]), UserId(office.ids["1002101"])
    now, hour = office.clock.now(), timedelta(hours=1)
    call = CallRecord(
        "r1", CallId("c1"), ase, Direction.INCOMING, "+4533998877", CALLER, now, timedelta(seconds=65), Cause.NORMAL
    )
    text = Message(MessageId("m1"), ase, MessageKind.EMAIL, "1002101", "Anders", now, 0.0, text="Husk kagen & <te>")
    deeds = (DeedEntry(now, Deed.TAKEN, ase), DeedEntry(now + hour, Deed.NOTED, anders))
    taken = SharedCall(
        id=SharedCallId("s1"), customer_id=customer, group_id=group, number="+4511223344", name="", tries=1,
        state=SharedState.TAKEN, first_at=now, last_at=now, taken_by=ase, taken_at=now, deeds=deeds, memo=SECRETS[2],
    )  # fmt: skip
    other = replace(taken, id=SharedCallId("s2"), number="+4599887766", taken_by=anders, deeds=deeds[1:])
    calendar = CalendarSource(ase, CalendarKind.ICS, "https://cal.example/ase.ics", id=CalendarId("own"))
    club = CalendarSource(ase, CalendarKind.CALDAV, "https://cal.example/klub/", id=CalendarId("club"))
    async with office.service.store.unit(customer) as unit:
        await unit.calendars.put(ase, [CalendarAccess(calendar, "secret of the calendar"), CalendarAccess(club)])
        await unit.history.put(call)
        await unit.messages.put(text)
        await unit.shared_calls.put([taken, other])
    for who in (CALLER, CALLER, ""):
        message_id, path = await office.service.mailbox.new_draft(ase)
        path.write_bytes(b"RIFF" + bytes(16_000))
        await office.service.mailbox.deposit(ase, message_id, Party("+4533998877" if who else "", who), 1.0)


async def exported(tmp_path: Path) -> tuple[zipfile.ZipFile, str]:
    async with running(tmp_path) as office:
        anders, ase = await firm(office)
        archive = zipfile.ZipFile(io.BytesIO((await anders.get(f"/v1/people/{ase}/export")).content))
        return archive, "\n".join(
            archive.read(n).decode() for n in archive.namelist() if n.endswith((".json", ".html"))
        )


async def test_all_that_is_theirs_is_in_it_and_nothing_of_others(tmp_path: Path) -> None:
    archive, everything = await exported(tmp_path)
    assert archive.testzip() is None
    for mine in (
        "Tandlæge Holm", "ring før ni", "+4544332211", "https://cal.example/ase.ics", "https://cal.example/klub/",
        "Er på Samsø", "Kundeservice", "Stuen", "Husk kagen & <te>", "+4511223344", "+4533998877", "user_added",
    ):  # fmt: skip
        assert mine in everything, mine
    assert "image/png" not in everything and archive.read("picture.png").startswith(b"\x89PNG")
    for secret in (*SECRETS, "+4599887766", "token", "_hash"):
        assert secret not in everything, secret


async def test_it_is_read_by_people_in_their_language_and_every_sound_has_a_name(tmp_path: Path) -> None:
    archive, _ = await exported(tmp_path)
    names = archive.namelist()
    sounds = sorted(name for name in names if name.startswith("sounds/"))
    assert sounds == [
        "sounds/2026-11-24 11.00 Bo -Æ- - --- -script- (2).wav",
        "sounds/2026-11-24 11.00 Bo -Æ- - --- -script-.wav",
        "sounds/2026-11-24 11.00 skjult nummer.wav",
    ]
    told = [one["sound"] for one in json.loads(archive.read("messages.json")) if one["kind"] == "voicemail"]
    assert sorted(told) == sounds
    page = archive.read("overview.html").decode()
    assert "<h1>Oplysninger om Åse 🎈 O&#x27;Neill / &lt;b&gt;שרה&lt;/b&gt;</h1>" in page and '<html lang="da">' in page
    assert all(f'href="{name.replace(" ", "%20")}"' in page for name in names if name.endswith(".json"))
    for shown in ("24.11.2026 kl. 11.00", "Tandlæge Holm", "Husk kagen &amp; &lt;te&gt;", "1:05", "er på ferie"):
        assert shown in page, shown
    assert "<script>" not in page and "<b>" not in page and "http" not in page.replace("https://cal.example", "")
    assert archive.read("person.json").count(b"\n") > 10, "JSON is laid out in lines"


def test_of_every_table_that_knows_users_it_is_said_whether_it_is_handed_out() -> None:
    assert sql, "all tables are known"
    knows = {
        table.name
        for table in metadata.tables.values()
        if {"user_id", "owner_id", "owner", "taken_by", "actor", "mailbox"} & set(table.c.keys())
        or any(key.column.table.name == "users" for key in table.foreign_keys)
    } | {"users"}
    assert knows == THEIRS.keys() | NOT_THEIRS.keys()
    assert not THEIRS.keys() & NOT_THEIRS.keys()


@pytest.mark.parametrize("language", ["sv", "en"])
async def test_its_page_speaks_the_person_s_language(tmp_path: Path, language: str) -> None:
    async with running(tmp_path) as office:
        anders, ase = await firm(office)
        her = await office.caller("1002102")
        assert (await her.patch("/v1/me", {"language": language})).is_success
        archive = zipfile.ZipFile(io.BytesIO((await anders.get(f"/v1/people/{ase}/export")).content))
        page: Any = archive.read("overview.html").decode()
        assert {"sv": "Uppgifter om", "en": "What is kept about"}[language] in page and f'lang="{language}"' in page
