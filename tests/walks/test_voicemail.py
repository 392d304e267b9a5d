"""Callers at a mailbox, with real phones on the real service: what they hear, and what is left (spec 6.5, 3.5)."""

from __future__ import annotations

import asyncio
import io
import time
import wave
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.exchange import Exchange, heard_in_order, speaks, spoken_time
from tests.support.hearing import hears
from tests.support.phones import correlation, read_wav, spoken_by
from tests.support.softphone import SoftPhone
from tests.support.waiting import eventually
from tests.walks.test_handing_on import own_calls

WELCOME = "Velkommen. Du har ringet til Mette Lundgård."
NO_ANSWER = "Mette Lundgård svarer ikke i øjeblikket."
ENGLISH = "For information in English, press five."
KEY_NINE = "Tryk ni for at komme til receptionen."
AFTER_THE_TONE = "Læg en besked efter tonen. Afslut med firkant."
PATIENT = {"busy": {"kind": "voicemail"}, "no_reply": {"kind": "voicemail"}, "no_reply_seconds": 5}
PATIENT = {**PATIENT, "unreachable": {"kind": "voicemail"}}


async def left_one(person: Any, *, known: int = 0) -> Any:
    """The message that has come."""

    async def there() -> Any:
        found = await person.messages()
        return found[0] if len(found) > known else None

    return await eventually(there, every=0.1)


async def test_no_answer_a_message_is_left_the_lamp_lights_and_goes_out_when_it_is_read(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        mette = await office.client("1002102")
        await mette("PUT", "/v1/me/forwarding", PATIENT)
        caller = await office.phone("1002101", seconds=60)
        desk = await office.phone("1002102", make="pjsip")
        assert isinstance(desk, SoftPhone)
        await eventually(lambda: "Messages-Waiting: no" in desk.lamp())

        await caller.dial("2102")
        await desk.until("CALL_INCOMING")
        await caller.until("CALL_ESTABLISHED")
        answered = time.monotonic()
        await heard_in_order(
            office, caller, ("da", WELCOME), ("da", NO_ANSWER), ("en", ENGLISH), ("da", AFTER_THE_TONE)
        )
        await speaks(office, 4)
        await caller.hang_up()
        most = time.monotonic() - answered

        message = await left_one(mette)
        assert (message["number"], message["name"], message["read"]) == ("1002101", "Anders Holmvig", False)
        assert message["cut_short"] is None
        sound = await mette("GET", f"/v1/me/messages/{message['id']}/recording")
        with wave.open(io.BytesIO(sound)) as recording:
            assert recording.getparams()[:3] == (1, 2, 8000)
            seconds = recording.getnframes() / 8000
        assert abs(seconds - message["seconds"]) < 0.1 and 2.5 < seconds < most
        left = tmp_path / "left.wav"
        left.write_bytes(sound)
        likeness, _ = correlation(read_wav(left)[800:-800], spoken_by(caller))
        assert likeness >= 0.99

        await eventually(lambda: "Voice-Message: 1/0" in desk.lamp())
        await mette("PATCH", f"/v1/me/messages/{message['id']}", {"read": True})
        await eventually(lambda: "Messages-Waiting: no" in desk.lamp() and "0/1" in desk.lamp())


async def test_a_diversion_is_told_with_its_return_time_and_ends_although_the_service_was_restarted(
    tmp_path: Path,
) -> None:
    async with Exchange(tmp_path) as office:
        mette = await office.client("1002102")
        caller, desk = await office.phone("1002101", seconds=60), await office.phone("1002102")
        until = datetime.now(UTC) + timedelta(minutes=30)
        lunch = {"preset": "lunch", "until": until.isoformat()}
        await mette("POST", "/v1/me/diversions", lunch)
        await caller.dial("2102")
        await caller.until("CALL_ESTABLISHED")
        away = f"Mette Lundgård er til frokost, tilbage {spoken_time(until)}."
        await heard_in_order(office, caller, ("da", WELCOME), ("da", away))
        await caller.hang_up()
        assert not desk.seen("CALL_INCOMING")

        (standing,) = (await mette("GET", "/v1/me/diversions"))["current"]
        for seconds in (20, 60, 180):  # it outlives the restart, so a busy machine is given more of them
            until = datetime.now(UTC) + timedelta(seconds=seconds)
            await mette("PATCH", f"/v1/me/diversions/{standing['id']}", {"until": until.isoformat()})
            await asyncio.to_thread(office.service.stop)
            await asyncio.to_thread(office.service.start)
            current = (await mette("GET", "/v1/me/diversions"))["current"]
            if datetime.now(UTC) < until:
                break
            standing = await mette("POST", "/v1/me/diversions", {"preset": "lunch"})
        assert [one["id"] for one in current] == [standing["id"]]

        async def over() -> bool:
            return not (await mette("GET", "/v1/me/diversions"))["current"]

        await eventually(over, within=240, every=0.2)
        assert datetime.now(UTC) >= until - timedelta(seconds=1)
        # The phones come back to the restarted service when they register again; these do when switched off and on.
        for phone in (caller, desk):
            await phone.stop()
            await phone.start()

        async def rings() -> bool:
            await caller.dial("2102")
            try:
                await desk.until("CALL_INCOMING", within=10)
            except AssertionError:
                return False
            return True

        await eventually(rings)


async def test_diverted_to_a_colleague_to_the_reception_and_open_again(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        mette = await office.client("1002102")
        caller = await office.phone("1002101")
        desk, birgit = await office.phone("1002102", make="pjsip"), await office.phone("1002103", make="pjsip")
        for destination in ({"kind": "number", "number": "2103"}, {"kind": "reception"}):
            await mette("POST", "/v1/me/diversions", {"preset": "meeting_1h", "destination": destination})
            since = len(birgit.events)
            await caller.dial("2102")
            rung = await birgit.until("CALL_INCOMING", since=since)
            assert "Diversion: <sip:1002102@" in rung["message"] and "reason=unconditional" in rung["message"]
            await caller.hang_up()
            await birgit.until("CALL_CLOSED", since=since)
        assert not desk.seen("CALL_INCOMING")
        await mette("DELETE", "/v1/me/diversions")
        await caller.dial("2102")
        await desk.until("CALL_INCOMING")
        await caller.hang_up()


@pytest.mark.parametrize("make", ["baresip", "pjsip"])
async def test_keys_five_and_nine_lead_to_english_and_to_the_reception(tmp_path: Path, make: str) -> None:
    async with Exchange(tmp_path) as office:
        mette = await office.client("1002102")
        await mette(
            "POST", "/v1/me/diversions", {"reason": "vacation", "until": None, "destination": {"kind": "voicemail"}}
        )
        caller, birgit = await office.phone("1002101", seconds=60, make=make), await office.phone("1002103")
        await caller.dial("2102")
        await caller.until("CALL_ESTABLISHED")
        await heard_in_order(office, caller, ("da", WELCOME), ("da", "Mette Lundgård er på ferie."))
        await caller.keys("5")
        await heard_in_order(office, caller, ("en", "Welcome. You have called Mette Lundgaard."))
        await caller.keys("9")
        await birgit.until("CALL_INCOMING")
        await birgit.accept()
        await eventually(lambda: birgit.receives() and caller.receives())
        assert await mette.messages() == []


@pytest.mark.parametrize("make", ["baresip", "pjsip"])
async def test_a_caller_who_ends_with_the_hash_is_thanked_and_busy_is_told(tmp_path: Path, make: str) -> None:
    async with Exchange(tmp_path) as office:
        mette, birgit = await office.client("1002102"), await office.client("1002103")
        await mette("PUT", "/v1/me/forwarding", PATIENT)
        await mette("PUT", "/v1/me/voicemail", {"language": "da", "second_language": None, "reception": False})
        caller, desk = await office.phone("1002101", seconds=60, make=make), await office.phone("1002102")
        other = await office.phone("1002103")
        await other.dial("2102")
        await desk.until("CALL_INCOMING")
        await desk.accept()
        await other.until("CALL_ESTABLISHED")
        await caller.dial("2102")
        await caller.until("CALL_ESTABLISHED")
        busy = "Mette Lundgård er optaget i telefonen."
        await heard_in_order(office, caller, ("da", WELCOME), ("da", busy), ("da", AFTER_THE_TONE))
        await speaks(office, 2)
        await caller.keys("#")
        await heard_in_order(office, caller, ("da", AFTER_THE_TONE), ("da", "Tak. Beskeden er gemt. Farvel."))
        await caller.until("CALL_CLOSED")
        await left_one(mette)
        assert await birgit.messages() == []


async def test_whoever_leaves_a_message_is_taken_out_of_the_mailbox_to_the_phone(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        mette = await office.client("1002102")
        await mette("PUT", "/v1/me/forwarding", PATIENT)
        caller, desk = await office.phone("1002101", seconds=60), await office.phone("1002102", seconds=60)
        await caller.dial("2102")
        await caller.until("CALL_ESTABLISHED")
        await heard_in_order(office, caller, ("da", WELCOME), ("da", NO_ANSWER))
        (call,) = await own_calls(mette, "voicemail")
        rang = len(desk.events)
        await mette("POST", f"/v1/calls/{call}/answer")
        await desk.until("CALL_INCOMING", since=rang)
        await desk.accept()
        await desk.until("CALL_ESTABLISHED", since=rang)
        await eventually(lambda: hears(desk, caller.says) > 0.95 and hears(caller, desk.says) > 0.95, every=0.5)
        await own_calls(mette, "connected")
        await caller.hang_up()
        await desk.until("CALL_CLOSED", since=rang)
