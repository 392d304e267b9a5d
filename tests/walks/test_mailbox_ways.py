"""All that a caller may do at a mailbox, or not do, with real phones on the real service (spec 6.5)."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.support.exchange import ZONE, Exchange, heard_in_order, speaks, spoken_time, the_day_stays
from tests.support.hearing import hears
from tests.support.phones import correlation, read_wav, silent, spoken_by
from tests.support.waiting import eventually
from tests.walks.test_calls import history
from tests.walks.test_voicemail import left_one

pytestmark = pytest.mark.phones

PLAIN = {"language": "da", "second_language": None, "reception": False}
AWAY = {"reason": "vacation", "until": None, "destination": {"kind": "voicemail"}}
AFTER_THE_TONE = "Læg en besked efter tonen. Afslut med firkant."


async def test_the_greeting_follows_the_name_the_reason_the_time_and_the_language(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        mette, birgit = await office.client("1002102"), await office.client("1002103")
        caller = await office.phone("1002101", seconds=60)

        async def told(number: str, *sentences: tuple[str, str]) -> None:
            since, takes = len(caller.events), len(caller.heard())
            await caller.dial(number)
            await caller.until("CALL_ESTABLISHED", since=since)
            await heard_in_order(office, caller, *sentences, takes=takes)
            await caller.hang_up()
            await caller.until("CALL_CLOSED", since=since)

        await the_day_stays(180)
        tomorrow = (datetime.now(ZONE) + timedelta(days=1)).replace(hour=8, minute=0, second=0, microsecond=0)
        soon = datetime.now(ZONE) + timedelta(hours=1)
        welcome = "Velkommen. Du har ringet til Mette Lundgård."
        await mette("POST", "/v1/me/diversions", {**AWAY, "reason": "meeting", "until": soon.isoformat()})
        await told("2102", ("da", welcome), ("da", f"Mette Lundgård er til møde, tilbage {spoken_time(soon)}."))
        home = {**AWAY, "reason": "gone_home", "until": tomorrow.isoformat()}
        await mette("POST", "/v1/me/diversions", home)
        await told("2102", ("da", welcome), ("da", "Mette Lundgård er gået for i dag, tilbage i morgen klokken otte."))
        await birgit("PUT", "/v1/me/voicemail", {"language": "sv", "second_language": "da", "reception": False})
        await birgit("POST", "/v1/me/diversions", AWAY)
        await told(
            "2103",
            ("sv", "Välkommen. Du har ringt till Birgit Fuglkær."),
            ("sv", "Birgit Fuglkær är på semester."),
            ("da", "For information på dansk, tryk fem."),
            ("sv", "Lämna ett meddelande efter tonen. Avsluta med fyrkant."),
        )


async def test_whoever_says_nothing_leaves_nothing(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        mette = await office.client("1002102")
        await mette("PUT", "/v1/me/voicemail", PLAIN)
        await mette("POST", "/v1/me/diversions", AWAY)
        caller = await office.phone("1002101", says=silent(tmp_path / "silence.wav", 60))
        await caller.dial("2102")
        await caller.until("CALL_ESTABLISHED")
        nothing = "Der blev ikke indtalt nogen besked. Farvel."
        await heard_in_order(office, caller, ("da", AFTER_THE_TONE), ("da", nothing))
        await caller.until("CALL_CLOSED")
        (missed,) = await history(mette)
        assert (missed["direction"], missed["voicemail"]) == ("missed", True)
        await eventually(lambda: not list((office.service.data / "recordings" / "drafts").iterdir()))
        assert await mette.messages() == []


async def test_a_wrong_key_is_answered_and_the_longest_message_ends_by_itself(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        mette = await office.client("1002102")
        await mette("PUT", "/v1/me/voicemail", {**PLAIN, "max_seconds": 10})
        await mette("POST", "/v1/me/diversions", AWAY)
        caller = await office.phone("1002101", seconds=60)
        await caller.dial("2102")
        await caller.until("CALL_ESTABLISHED")
        await eventually(caller.receives)
        await caller.keys("7")
        await heard_in_order(office, caller, ("da", "Den tast kan ikke bruges her."), ("da", AFTER_THE_TONE))
        thanks = ("da", "Tak. Beskeden er gemt. Farvel.")
        await heard_in_order(office, caller, ("da", AFTER_THE_TONE), thanks)
        await caller.until("CALL_CLOSED")
        message = await left_one(mette)
        assert 9.5 < message["seconds"] <= 10 and message["cut_short"] == "length"


async def test_whom_the_reception_does_not_answer_leaves_a_message_instead(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        mette, birgit = await office.client("1002102"), await office.client("1002103")
        await mette("POST", "/v1/me/diversions", AWAY)
        caller, reception = await office.phone("1002101", seconds=60), await office.phone("1002103")
        await caller.dial("2102")
        await caller.until("CALL_ESTABLISHED")
        await eventually(caller.receives)
        await caller.keys("9")
        rung = await reception.until("CALL_INCOMING")
        assert rung
        await reception.hang_up()  # declines
        await heard_in_order(office, caller, ("da", "Receptionen svarer ikke i øjeblikket."), ("da", AFTER_THE_TONE))
        await speaks(office, 2)
        await caller.hang_up()
        await left_one(mette)
        assert await birgit.messages() == []
        own = (await history(mette))[0]
        assert (own["direction"], own["voicemail"], own["forwarded_by"]) == ("missed", True, "")
        theirs = (await history(birgit))[0]
        assert (theirs["direction"], theirs["forwarded_by"]) == ("missed", "1002102")


async def test_what_is_being_said_when_the_service_is_stopped_is_kept_with_its_caller(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        mette = await office.client("1002102")
        await mette("PUT", "/v1/me/voicemail", PLAIN)
        await mette("POST", "/v1/me/diversions", AWAY)
        caller = await office.phone("1002101", seconds=60)
        await caller.dial("2102")
        await caller.until("CALL_ESTABLISHED")
        await heard_in_order(office, caller, ("da", AFTER_THE_TONE))
        await speaks(office, 3)
        assert await asyncio.to_thread(office.service.stop) == 0
        await caller.until("CALL_CLOSED")
        await asyncio.to_thread(office.service.start)
        message = await left_one(mette)
        assert (message["number"], message["name"]) == ("1002101", "Anders Holmvig") and message["seconds"] > 1.5
        assert message["cut_short"] == "service_stopped"
        assert (await history(mette))[0]["voicemail"]


async def test_what_is_being_said_when_the_service_is_killed_is_rescued_and_marked(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        mette = await office.client("1002102")
        await mette("PUT", "/v1/me/voicemail", PLAIN)
        await mette("POST", "/v1/me/diversions", AWAY)
        caller = await office.phone("1002101", seconds=60)
        await caller.dial("2102")
        await caller.until("CALL_ESTABLISHED")
        await heard_in_order(office, caller, ("da", AFTER_THE_TONE))
        drafts = office.service.data / "recordings" / "drafts"
        await eventually(lambda: any(draft.stat().st_size > 40_000 for draft in drafts.iterdir()))
        await asyncio.to_thread(office.service.kill)
        await asyncio.to_thread(office.service.start)
        message = await left_one(mette)
        assert message["cut_short"] == "service_stopped" and message["seconds"] > 2
        assert (message["number"], message["name"], message["read"]) == ("", "", False)
        left = tmp_path / "left.wav"
        left.write_bytes(await mette("GET", f"/v1/me/messages/{message['id']}/recording"))
        assert correlation(read_wav(left)[800:-800], spoken_by(caller))[0] >= 0.99
        warned = office.service.errors
        await eventually(lambda: any("WARNING" in line and "service_stopped: " in line for line in [*warned]))
        await eventually(lambda: not list(drafts.iterdir()))


async def test_how_it_sounds_is_what_a_caller_hears(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        mette = await office.client("1002102")
        await mette("PUT", "/v1/me/voicemail", {**PLAIN, "deposit": False})
        await mette("POST", "/v1/me/diversions", AWAY)
        sound = await mette("GET", "/v1/me/voicemail/greeting")
        (tmp_path / "greeting.wav").write_bytes(sound)
        caller = await office.phone("1002101", seconds=60)
        await caller.dial("2102")
        await caller.until("CALL_ESTABLISHED")
        await caller.until("CALL_CLOSED")  # without a message there is nothing to wait for
        await eventually(lambda: hears(caller, tmp_path / "greeting.wav", seconds=6) >= 0.99, every=0.5)
        await heard_in_order(
            office,
            caller,
            ("da", "Mette Lundgård er på ferie."),
            ("da", "Der kan ikke lægges besked. Ring venligst igen senere."),
        )
