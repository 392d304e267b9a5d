"""Who gets through lunch, with real phones over a real provider (spec 3.11)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop.diversion.sentence import route_sentence
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.domain.preview import RoutePreview
from tests.support.exchange import Person
from tests.support.phones import Phone
from tests.support.town import Town
from tests.support.waiting import eventually

pytestmark = pytest.mark.phones

DIRECT = "+4570102102"
"""Mette's."""
FAVOURITE, STRANGER, ANOTHER = "+4520304101", "+4520304102", "+4520304103"
LUNCH = {"preset": "lunch", "exceptions": ["favourites", "twice"]}
SENTENCES = {
    Language.ENGLISH: ("Calls now", "favourites and those who call again within 3 min ring"),
    Language.DANISH: ("Opkald nu", "favoritter og den, der ringer igen inden 3 min, ringer"),
    Language.SWEDISH: ("Samtal nu", "favoriter och den som ringer igen inom 3 min ringer"),
}
"""How each begins and ends; between them stands the time of the return."""


async def test_a_favourite_and_a_strangers_second_call_ring_through_lunch_and_the_sentence_says_so(
    tmp_path: Path, qapp: QApplication
) -> None:
    async with Town(tmp_path, [FAVOURITE, STRANGER, ANOTHER]) as town:
        anders, mette = await town.office.client("1002101"), await town.office.client("1002102")
        people = {one["local_number"]: one["id"] for one in await anders("GET", "/v1/people")}
        await anders("PATCH", f"/v1/people/{people['1002102']}", {"one_number": DIRECT})
        regular = {"name": "Nordic Marine", "numbers": [{"number": "20 30 41 01", "kind": "main"}], "favourite": True}
        await mette("POST", "/v1/me/contacts", regular)
        desk_phone = await town.office.phone("1002102")
        await mette("POST", "/v1/me/diversions", LUNCH)

        await reaches_the_mailbox(town, ANOTHER, desk_phone, mette)
        await rings(town, FAVOURITE, desk_phone)
        await reaches_the_mailbox(town, STRANGER, desk_phone, mette)
        await rings(town, STRANGER, desk_phone)

        seen = msgspec.convert(await mette("POST", "/v1/me/diversions/preview", LUNCH), RoutePreview)
        try:
            for language, (begins, ends) in SENTENCES.items():
                load_translations(qapp, language)
                words = route_sentence(seen, datetime.now(UTC))
                assert words.startswith(f"{begins} → OneVoicemail (") and words.endswith(f"; {ends}"), words
        finally:
            load_translations(qapp, Language.ENGLISH)


async def reaches_the_mailbox(town: Town, number: str, desk_phone: Phone, callee: Person) -> None:
    """A call from outside is taken by the mailbox, and the phone of whom it is for stays silent throughout."""
    phone, before = town.outside[number], len(desk_phone.events)
    since = len(phone.events)
    await phone.dial(DIRECT)
    await phone.until("CALL_ESTABLISHED", since=since)
    await phone.hang_up()

    async def missed() -> list[Any]:
        return [call for call in await callee("GET", "/v1/me/calls") if call["number"] == number]

    (record,) = await eventually(missed, every=0.1)
    assert (record["direction"], record["voicemail"]) == ("missed", True)
    assert not desk_phone.seen("CALL_INCOMING", before)


async def rings(town: Town, number: str, desk_phone: Phone) -> None:
    """A call from outside rings the phone, and is over again."""
    before = len(desk_phone.events)
    since = await town.calls(number, DIRECT)
    await desk_phone.until("CALL_INCOMING", since=before)
    assert not town.outside[number].seen("CALL_ESTABLISHED", since)
    await town.ends(number)
    await desk_phone.until("CALL_CLOSED", since=before)
