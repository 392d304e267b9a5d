"""Names with control characters, ends of lines and directional marks: refused with the reason, or cleaned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.pbx import run_file
from onepresence_desktop.pbx.telephony.sip.address import named, parse_name_addr
from onepresence_desktop.wire import codec, commands
from tests.pbx.office import PASSWORD, As, Running, running

BAD = [
    ("Mette\r\nContact: <sip:evil@x>", "line_end"),
    ("Mette\x01", "control_character"),
    ("Mette\x7fHolm", "control_character"),
    ("\u202eettem", "directional_mark"),
]


@pytest.mark.parametrize(("name", "problem"), BAD)
async def test_over_http_each_field_that_names_something_refuses_them(tmp_path: Path, name: str, problem: str) -> None:
    async with running(tmp_path) as office:
        await office.company("100", "Nordisk Papir")
        person = await office.person("1002101", "Mette Holm", role="administrator")
        caller = await office.caller("1002101")
        voicemail = {"kind": "voicemail"}
        for path, field, body in (
            ("/v1/people", "name", {"local_number": "1002177", "name": name}),
            ("/v1/people", "title", {"local_number": "1002177", "name": "Ida", "title": name}),
            (f"/v1/people/{person}/devices", "name", {"kind": "desk", "name": name}),
            ("/v1/me/quick-diversions", "name", {"name": name, "destination": voicemail}),
            ("/v1/me/destinations", "name", {"name": name, "number": "33123456"}),
        ):
            answer = await caller.post(path, body)
            assert answer.status_code == 422, path
            assert answer.json()["details"] == {"field": field, "problem": problem}, path


async def test_a_note_may_have_lines_but_no_marks_that_turn_it_round(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company("100", "Nordisk Papir")
        await office.person("1002101", "Mette Holm")
        caller = await office.caller("1002101")
        made = await caller.post("/v1/me/diversions", {"preset": "lunch", "note": "Til frokost\r\nRing 2102"})
        assert made.json()["note"] == "Til frokost\nRing 2102"
        refused = await caller.post("/v1/me/diversions", {"preset": "lunch", "note": "a\u202eb"})
        assert refused.json()["details"] == {"field": "note", "problem": "directional_mark"}


async def run(office: Running, command: commands.AnyCommand) -> Any:
    """The answer to an administration command, whatever it is."""
    found = run_file.read(office.data)
    assert found is not None
    headers = {"Authorization": f"Bearer {found.admin_token}", "Content-Type": "application/json"}
    return (await office.http.post(commands.ADMIN, content=codec.encode(command), headers=headers)).json()


@pytest.mark.parametrize(("name", "problem"), BAD[1:])
async def test_a_line_of_csv_and_the_command_line_tell_the_reason(tmp_path: Path, name: str, problem: str) -> None:
    async with running(tmp_path) as office:
        await office.company("100", "Nordisk Papir")
        imported = await run(office, commands.ImportPeople(text=f"local_number,name\n1002101,{name}\n"))
        assert imported["bad"] == [{"line": 2, "field": "name", "problem": problem}]
        for command in (
            commands.UserAdd(local_number="1002101", name=name),
            commands.GroupAdd(local_number="1002190", name=name, members=[]),
            commands.CustomerAdd(code="300", name=name),
        ):
            assert (await run(office, command))["details"] == {"field": "name", "problem": problem}


async def test_the_name_of_a_signed_in_program_is_cleaned(tmp_path: Path) -> None:
    async with running(tmp_path) as office:
        await office.company("100", "Nordisk Papir")
        await office.person("1002101", "Mette Holm")
        body = {"local_number": "1002101", "password": PASSWORD, "device_name": "Mette\x01s \u202ePC\r\n"}
        token = (await office.http.post("/v1/sessions", json=body)).json()["token"]
        (session,) = (await As(office.http, token).get("/v1/me/sessions")).json()
        assert session["device_name"] == "Mette s PC"


def test_display_names_on_the_wire_of_telephones_are_cleaned_both_ways() -> None:
    assert named("Mette\r\nTo: <sip:x>\x01\u202e", "sip:2101@x") == '"Mette To: <sip:x>" <sip:2101@x>'
    assert parse_name_addr('"Met\x01te \u202eHolm" <sip:2101@x>').name == "Met te Holm"
    assert parse_name_addr('"Łukasz Þór" <sip:2101@x>').name == "Łukasz Þór"
