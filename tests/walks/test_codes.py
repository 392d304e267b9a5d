"""Codes keyed at real phones: the own mailbox, a name recorded, a call picked up, one parked and taken back."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.pbx.prompts import da
from tests.support.exchange import Exchange, Person, heard_in_order
from tests.support.hearing import hears
from tests.support.phones import Phone
from tests.support.waiting import eventually

pytestmark = pytest.mark.phones


def said(phrase: str, **values: str) -> tuple[str, str]:
    return "da", da.PHRASES[phrase].format(**values)  # type: ignore[index]


async def key(phone: Phone, code: str) -> int:
    """Dial a code; where in the phone's events it is answered."""
    since = len(phone.events)
    await phone.dial(code)
    await phone.until("CALL_ESTABLISHED", since=since)
    return since


async def me(person: Person) -> Any:
    return await person("GET", "/v1/me")


async def test_a_message_is_heard_and_kept_and_a_name_recorded_by_phone(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        anders_ = await office.client("1002101")
        anders, mette = [await office.phone(number, seconds=120) for number in office.numbers[:2]]

        # Mette leaves Anders a message, who hears it by phone, keeps it, and records a name.
        await anders_("PUT", "/v1/me/voicemail", {"language": "da", "second_language": None, "reception": False})
        await anders_("PUT", "/v1/me/mailbox-pin", {"pin": "4711"})
        await anders_("POST", "/v1/me/diversions", {"preset": "break"})
        await key(mette, "2101")
        recordings = office.service.data / "recordings"
        await eventually(lambda: longest(recordings / "drafts") > 30_000)
        await mette.hang_up()
        await eventually(anders_.messages)
        await anders_("DELETE", "/v1/me/diversions")

        await key(anders, "*98")
        await heard_in_order(office, anders, said("pin"))
        await anders.keys("4711#")
        await heard_in_order(office, anders, said("pin"), said("one_new"), said("owner_keys"))
        await anders.keys("1")
        (message,) = await anders_.messages()
        recording = recordings / "kept" / f"{message['id']}.wav"
        await eventually(lambda: hears(anders, recording, seconds=0.8, at=0.2) > 0.98, every=0.5)
        await eventually(lambda: is_read(anders_))
        await anders.keys("2")
        await heard_in_order(office, anders, said("message_kept"))
        assert (await anders_.messages())[0]["kept"] is True
        await anders.keys("*")
        await heard_in_order(office, anders, said("message_kept"), said("no_new"))
        await anders.keys("3")
        await heard_in_order(office, anders, said("no_new"), said("record_name"))
        await eventually(lambda: longest(office.service.data / "speech", "draft-*") > 20_000)
        await anders.keys("#")
        await heard_in_order(office, anders, said("record_name"), said("review_keys"))
        await anders.keys("2")
        await heard_in_order(office, anders, said("review_keys"), said("spoken_kept"))
        assert (await me(anders_))["spoken_name"] > 0.5
        await anders.hang_up()
        await anders.until("CALL_CLOSED")


async def test_a_call_is_picked_up_and_another_parked_and_taken_back(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        mette_ = await office.client("1002102")
        group = ("group", "add", "1002190", "--name", "Team", "--members", "1002101,1002103")
        await asyncio.to_thread(office.service.cli, *group)
        anders, mette, birgit = [await office.phone(number, seconds=60) for number in office.numbers[:3]]

        # Birgit's phone takes what rings at Anders, for they are of one hunt group.
        since = len(mette.events)
        await mette.dial("2101")
        await anders.until("CALL_INCOMING")
        taken = len(birgit.events)
        await birgit.dial("*82101")
        await mette.until("CALL_ESTABLISHED", since=since)
        await eventually(lambda: hears(birgit, mette.says) > 0.98, every=0.5)
        await mette.hang_up()
        for phone, before in ((birgit, taken), (mette, since), (anders, 0)):
            await phone.until("CALL_CLOSED", since=before)

        # Anders parks Mette with a second call, Birgit takes her back.
        since, before = len(mette.events), len(anders.events)
        await mette.dial("2101")
        await anders.until("CALL_INCOMING", since=before)
        await anders.accept()
        await mette.until("CALL_ESTABLISHED", since=since)
        await anders.until("CALL_ESTABLISHED", since=before)
        await anders.command("hold")
        await key(anders, "*68")
        await heard_in_order(office, anders, said("parked_at", name="7 0 1"))
        (parked,) = await mette_("GET", "/v1/parked")
        assert (parked["id"], parked["number"]) == ("701", "1002102")
        heard = len(birgit.heard())
        await key(birgit, "701")
        await eventually(lambda: hears(birgit, mette.says, takes=heard) > 0.98, every=0.5)
        assert await mette_("GET", "/v1/parked") == []
        await birgit.hang_up()


async def is_read(person: Person) -> bool:
    return all(message["read"] for message in await person.messages())


def longest(folder: Path, pattern: str = "*.wav") -> int:
    """Bytes of the longest sound in a folder."""
    return max((sound.stat().st_size for sound in folder.glob(pattern)), default=0)
