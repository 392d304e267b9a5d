"""Calendars at addresses of people's own, as an administrator sees them (spec 5.1, 12.4e)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from onepresence_desktop.pbx.admin_doctor import described
from onepresence_desktop.wire import codec
from onepresence_desktop.wire import commands as wire
from tests.pbx.calendars.test_company_calendars import Firm, firm, meeting
from tests.support.calendar_server import Answer
from tests.support.dav import HTML, Dav
from tests.support.radicale import PASSWORD


@dataclass
class Fronted(Dav):
    """page: it answers everything with a page to sign in at, as a portal before it does."""

    page: bool = False

    def answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        return (200, {"Content-Type": "text/html"}, HTML) if self.page else super().answer(method, path, headers, body)


async def unread(it: Firm) -> list[tuple[str, str]]:
    findings = (await it.boss.get("/v1/doctor")).json()["findings"]
    return [(f["values"]["reason"], f["values"]["people"]) for f in findings if f["code"] == "calendar_unread"]


@pytest.mark.parametrize("kind", ["caldav", "ics"])
async def test_the_doctor_names_whose_own_calendar_became_a_page(tmp_path: Path, kind: str) -> None:
    async with firm(tmp_path) as it:
        with Fronted(kind=kind) as server:
            server.put("", "m", meeting(-10, 60, subject="Budget"))
            address = f"http://127.0.0.1:{server.port}/anders/"
            body = {"kind": kind, "address": address, "account": "anders", "password": PASSWORD}
            for number in ("1002101", "1002102"):
                where = f"/v1/people/{it.office.ids[number]}/calendar"
                assert (await it.boss.put(where, body)).status_code == 200
            assert await unread(it) == []
            server.page = True
            assert (await it.read())["trouble"] == "not_understood"
            assert (await it.seen())["presence"] == "meeting"  # what was read stays
            assert await unread(it) == [("not_understood", "Anders")]
            mettes = await it.office.caller("1002102")
            await mettes.post("/v1/me/calendar/reading")
            assert await unread(it) == [("not_understood", "Anders, Mette")]
            report = await it.office.command(wire.Diagnose())
            told = described(codec.decode(codec.encode(report), wire.Diagnosed))
            assert "2 of people's own calendars can't be read, not_understood" in told and PASSWORD not in told
            server.page = False
            await it.read()
            await mettes.post("/v1/me/calendar/reading")
            assert await unread(it) == []
