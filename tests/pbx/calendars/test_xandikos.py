"""A calendar and an address book on a second server that nobody here wrote (Xandikos), by the same use (5.1, 8.3)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pbx.calendars.test_caldav import at, day
from tests.support import xandikos
from tests.support.xandikos import Xandikos

KAREN = "FN:Karen Kunde\nN:Kunde;Karen;;;\nORG:Kunde ApS\nTEL;TYPE=WORK:+45-70-10-11-55"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Xandikos]:
    if xandikos.missing():
        pytest.skip("Xandikos is not installed")
    with Xandikos(tmp_path / "xandikos") as running:
        yield running


async def test_a_meeting_shows_is_moved_and_taken_away(tmp_path: Path, server: Xandikos) -> None:
    weekly = "DTSTART;TZID=Europe/Copenhagen:20261117T120000\nDTEND;TZID=Europe/Copenhagen:20261117T123000"
    server.put("weekly", f"{weekly}\nRRULE:FREQ=WEEKLY\nSUMMARY:Frokost")
    server.put("m", f"{at(-10, 40)}\nSUMMARY:Budget")
    async with day(tmp_path) as it:
        body = {"kind": "caldav", "address": server.address}
        assert (await it.administrator.put(it.of_anders, body)).status_code == 200
        seen = await it.seen()
        assert (seen["presence"], seen["meeting_until"]) == ("meeting", "2026-11-24T10:30:00Z")
        server.put("m", f"{at(-10, 60)}\nSUMMARY:Budget")
        await it.read()
        assert (await it.seen())["meeting_until"] == "2026-11-24T10:50:00Z"
        server.stop()
        assert (await it.read())["trouble"] == "unreachable"
        assert (await it.seen())["presence"] == "meeting"  # what was read stays
        server.start()
        server.remove("m")
        assert (await it.read())["trouble"] == ""
        assert (await it.seen())["presence"] == "available"
        await it.anders.put("/v1/me/calendar/words", {"on": True, "rules": []})
        coming = (await it.anders.get("/v1/me/diversions")).json()["coming"]
        assert [(one["reason"], one["until"]) for one in coming][:1] == [("lunch", "2026-11-24T11:30:00Z")]


async def test_an_address_book_gives_names_and_those_that_changed(tmp_path: Path, server: Xandikos) -> None:
    server.put_card("karen", KAREN)
    async with day(tmp_path) as it:
        body = {"name": "Kunder", "kind": "carddav", "settings": {"address": server.address_book}}
        made = await it.administrator.post("/v1/connections", body)
        assert made.status_code == 201, made.text
        assert (await it.administrator.post(f"/v1/connections/{made.json()['id']}/try", {})).json()["good"]
        reading = f"/v1/directories/{made.json()['id']}/reading"

        async def read() -> list[str]:
            told = (await it.administrator.post(reading)).json()
            assert told["trouble"] == "", told
            found = (await it.anders.get("/v1/directory", params={"q": "70 10 11 55"})).json()
            return [one["name"] for one in found]

        assert await read() == ["Karen Kunde"]
        server.put_card("karen", KAREN.replace("Karen Kunde", "Karen Larsen"))
        assert await read() == ["Karen Larsen"]
        (stands,) = (await it.administrator.get("/v1/connections")).json()
        assert stands["state"] == "ok"
