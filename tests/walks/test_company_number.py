"""A company number called by real phones on the real service: open, closed, holiday, keys, nobody (spec 12.4a, 7.5)."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.support.exchange import ZONE, Exchange, heard_in_order, the_day_stays
from tests.support.hearing import hears
from tests.support.phones import speech_like
from tests.support.waiting import eventually

pytestmark = pytest.mark.phones

NUMBER = "+4570101000"
WELCOME = ("da", "Velkommen til Firmaet.")
MENU = ("da", "Tryk et for salg.")
QUEUE = ("da", "Vi stiller dig om.")
CLOSED = ("da", "Vi har lukket nu.")
HOLIDAY = ("da", "Glædelig helligdag.")
WRONG = ("da", "Den tast kan ikke bruges her.")
NOBODY = ("da", "Ingen kan tage telefonen i øjeblikket. Ring venligst igen senere.")
NEVER: list[list[dict[str, str]]] = [[{"start": "00:00", "end": "00:01"}], [], [], [], [], [], []]

OPEN: dict[str, Any] = {
    "one_number": NUMBER,
    "name": "Firmaet",
    "number": "1002100",
    "holidays": False,
    "greeting": {"da": WELCOME[1]},
    "queue": {"da": QUEUE[1]},
    "menus": [
        {"name": "main", "text": {"da": MENU[1]}, "keys": [{"key": "1", "leads": "number", "number": "1002500"}]}
    ],
    "closed": {"text": {"da": CLOSED[1]}},
    "holiday": {"text": {"da": HOLIDAY[1]}},
}


async def test_a_company_number_open_closed_on_a_holiday_by_key_and_unanswered(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        cli = office.service.cli
        await asyncio.to_thread(
            cli, "group", "add", "1002500", "--name", "Salg", "--members", "1002102", "--seconds", "6"
        )
        boss = await office.client("1002101")
        made = await boss("POST", "/v1/company/numbers", OPEN)
        path = f"/v1/company/numbers/{made['id']}"
        assert made["opening"] == "open"
        caller = await office.phone("1002101", seconds=60)
        sales = await office.phone("1002102", make="pjsip")
        reception = await office.phone("1002103", make="pjsip")

        async def called(*sentences: tuple[str, str]) -> int:
            since, takes = len(caller.events), len(caller.heard())
            await caller.dial(NUMBER)
            await caller.until("CALL_ESTABLISHED", since=since)
            await heard_in_order(office, caller, *sentences, takes=takes)
            return since

        async def ends(since: int) -> None:
            await caller.hang_up()
            await caller.until("CALL_CLOSED", since=since)

        def upload(place: str, sound: Path) -> None:
            with office.service.http(boss.token) as http:
                answer = http.put(place, content=sound.read_bytes(), headers={"Content-Type": "audio/wav"})
                assert answer.status_code == 204, answer.text

        # A wrong key says so; the right one leads to sales, who answer.
        since = await called(WELCOME, MENU)
        await caller.keys("7")
        await heard_in_order(office, caller, WELCOME, WRONG)
        await caller.keys("1")
        await sales.until("CALL_INCOMING")
        await sales.accept()
        await sales.until("CALL_ESTABLISHED")
        await ends(since)
        await sales.until("CALL_CLOSED")

        # No key: the reception is rung.
        heard = len(reception.events)
        since = await called(WELCOME, MENU, QUEUE)
        await reception.until("CALL_INCOMING", since=heard)
        await ends(since)

        # Sales don't answer: the caller hears the company's music, then so, and the call stands in their shared list.
        music = speech_like(tmp_path / "music.wav", 4, 91)
        await asyncio.to_thread(upload, "/v1/company/sounds/music", music)
        since = await called(WELCOME, MENU)
        await caller.keys("1")
        await eventually(lambda: hears(caller, music) >= 0.99, every=0.5)
        await heard_in_order(office, caller, QUEUE, NOBODY)
        await caller.until("CALL_CLOSED", since=since)
        mette = await office.client("1002102")

        async def shared() -> Any:
            return [item for item in await mette("GET", "/v1/shared-calls") if item["number"] == "1002101"]

        (item,) = await eventually(shared, every=0.1)
        assert (item["state"], item["tries"]) == ("open", 1)

        # Closed, and on a holiday.
        assert (await boss("PUT", path, {**OPEN, "hours": NEVER}))["opening"] == "closed"
        since = await called(CLOSED)
        await caller.until("CALL_CLOSED", since=since)
        await the_day_stays(60)
        today = datetime.now(ZONE).date().isoformat()
        await boss("PUT", f"/v1/company/holidays/{today}", {"closed": True, "name": "Jubilæum"})
        assert (await boss("PUT", path, {**OPEN, "holidays": True}))["opening"] == "holiday"
        since = await called(HOLIDAY)
        await caller.until("CALL_CLOSED", since=since)

        # What the company recorded is heard instead of the voice.
        recorded = speech_like(tmp_path / "holiday.wav", 3, 92)
        await asyncio.to_thread(upload, f"/v1/company/sounds/holiday?number={made['id']}&language=da", recorded)
        since = len(caller.events)
        await caller.dial(NUMBER)
        await caller.until("CALL_CLOSED", since=since)
        await eventually(lambda: hears(caller, recorded) >= 0.99, every=0.5)
