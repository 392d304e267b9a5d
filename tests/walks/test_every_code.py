"""Every feature code, keyed at real phones: what is said, in each language, and what the app shows then (12.1b)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.pbx.prompts import da, en, sv
from tests.support.exchange import Exchange, Person, rendered
from tests.support.hearing import hears
from tests.support.phones import Phone
from tests.support.waiting import eventually

pytestmark = pytest.mark.phones

WORDS = {"da": da.PHRASES, "sv": sv.PHRASES, "en": en.PHRASES}
VOICEMAIL = {"kind": "voicemail", "number": None}


def to_number(number: str) -> dict[str, str]:
    return {"kind": "number", "number": number}


class Desk:
    """A person with a phone and the app, who speaks one language."""

    def __init__(self, office: Exchange, person: Person, phone: Phone, language: str) -> None:
        self.office, self.person, self.phone, self.language = office, person, phone, language
        self.takes = 0

    async def keys(self, code: str) -> int:
        """Dial a code; where in the phone's events its call begins."""
        self.takes, since = len(self.phone.heard()), len(self.phone.events)
        await self.phone.dial(code.replace("#", "%23"))
        await self.phone.until("CALL_ESTABLISHED", since=since)
        await eventually(lambda: len(self.phone.heard()) > self.takes)
        return since

    async def hears(self, code: str, phrase: str, **values: str) -> None:
        """Dial a code; the sentence is what its call says, before that ends by itself."""
        since = await self.keys(code)
        await self.hears_now(phrase, **values)
        await self.phone.until("CALL_CLOSED", since=since)

    async def hears_now(self, phrase: str, **values: str) -> None:
        """A sentence in the call that goes on, by a second of it: a phone that is starved loses some of the rest."""
        sound = rendered(self.office, self.language, WORDS[self.language][phrase].format(**values))  # type: ignore[index]
        await eventually(lambda: sound.exists() and hears(self.phone, sound, takes=self.takes) >= 0.99, every=0.5)

    async def counts(self) -> Any:
        """The diversion that counts."""
        return next(iter((await self.person("GET", "/v1/me/diversions"))["current"]), None)

    async def forwarding(self) -> Any:
        return (await self.person("GET", "/v1/me"))["forwarding"]


async def diverting(desk: Desk) -> None:
    """All calls to a number, to the mailbox, and open again."""
    await desk.hears("*21*2100#", "diverted")
    assert (await desk.counts())["destination"] == to_number("1002100")
    await desk.hears("#21#", "opened")
    assert await desk.counts() is None
    await desk.hears("*21", "diverted")
    assert (await desk.counts())["destination"] == VOICEMAIL
    await desk.hears("#21", "opened")
    assert await desk.counts() is None


async def not_being_disturbed(desk: Desk) -> None:
    """On, off."""
    await desk.hears("*26#", "not_disturbed")
    assert (await desk.counts())["reason"] == "do_not_disturb"
    await desk.hears("#26#", "disturbed")
    assert await desk.counts() is None


async def forwarding(desk: Desk) -> None:
    """On no reply, when busy and when unreachable, each for itself, and each back to the mailbox."""
    for digits, word in (("61", "no_reply"), ("67", "busy"), ("62", "unreachable")):
        before = await desk.forwarding()
        await desk.hears(f"*{digits}*2100#", "forwarding_set")
        assert await desk.forwarding() == {**before, word: to_number("1002100")}
        await desk.hears(f"#{digits}#", "forwarding_set")
        assert await desk.forwarding() == {**before, word: VOICEMAIL}


async def grouping(desk: Desk) -> None:
    """Logged out of a group and in again, by its last four digits and by all."""

    async def out() -> bool:
        snapshot = await desk.person("GET", "/v1/snapshot")
        (group,) = [one for one in snapshot["public"]["groups"] if one["local_number"] == "1002190"]
        return snapshot["private"]["me"]["id"] in group["logged_out"]

    await desk.hears("#45*2190#", "logged_out")
    assert await out()
    await desk.hears("*45*1002190", "logged_in")
    assert not await out()
    await desk.hears("#45*2199#", "code_refused")
    assert not await out()


async def having_nothing(desk: Desk) -> None:
    """Codes for calls that there are none of, and one that nobody knows."""
    await desk.hears("*8", "nothing_rings")
    await desk.hears("*68", "nothing_to_park")
    await desk.hears("720", "nobody_parked")
    await desk.hears("*37#", "nobody_missed")
    await desk.hears("*99#", "code_unknown")


@asynccontextmanager
async def desks(folder: Path) -> AsyncIterator[list[Desk]]:
    """Anders hears Danish, Mette Swedish, Birgit English; all are in the team 2190."""
    async with Exchange(folder) as office:
        found = []
        for number, language in zip(office.numbers, WORDS, strict=True):
            person = await office.client(number)
            await person("PATCH", "/v1/me", {"language": language})
            found.append(Desk(office, person, await office.phone(number, seconds=60), language))
        administrator = found[0].person
        people = (await administrator("GET", "/v1/snapshot"))["public"]["people"]
        team = {"local_number": "1002190", "name": "Team", "members": [one["id"] for one in people]}
        await administrator("POST", "/v1/groups", team)
        yield found


Part = Callable[[Desk], Awaitable[None]]


@pytest.mark.parametrize(
    "parts",
    [(diverting, not_being_disturbed), (forwarding,), (grouping, having_nothing)],
    ids=lambda parts: parts[0].__name__,
)
async def test_what_a_code_changes_is_said_in_the_users_language_and_shown_in_the_app(
    tmp_path: Path, parts: tuple[Part, ...]
) -> None:
    async def everything(desk: Desk) -> None:
        for part in parts:
            await part(desk)

    async with desks(tmp_path) as everybody:
        await asyncio.gather(*(everything(desk) for desk in everybody))


async def test_codes_for_calls_and_mailboxes_do_what_they_say(tmp_path: Path) -> None:
    async with desks(tmp_path) as (anders, mette, birgit):
        # Withheld and shown, whatever the settings say; the first call makes Mette one who was called in vain.
        since = len(mette.phone.events)
        for code, shown in (("*31*2102", False), ("#31*2102", True)):
            await anders.phone.dial(code.replace("#", "%23"))
            rung = await mette.phone.until("CALL_INCOMING", since=since)
            assert ("1002101" in rung["peeruri"]) is shown, rung
            await anders.phone.hang_up()
            await mette.phone.until("CALL_CLOSED", since=since)
            since = len(mette.phone.events)

        # Whom Anders called in vain calls him back as soon as they are free, which Mette isn't just now.
        await mette.phone.dial("2103")
        await birgit.phone.until("CALL_INCOMING")
        await birgit.phone.accept()
        await mette.phone.until("CALL_ESTABLISHED", since=since)
        await anders.hears("*37#", "completion_set", name="Mette Lundgård")
        (wish,) = await anders.person("GET", "/v1/me/completions")
        people = (await anders.person("GET", "/v1/snapshot"))["public"]["people"]
        assert wish["user_id"] == next(one["id"] for one in people if one["local_number"] == "1002102")
        await anders.person("DELETE", f"/v1/me/completions/{wish['id']}")
        await mette.phone.hang_up()
        await birgit.phone.until("CALL_CLOSED")

        # Mailboxes: another's after its PIN; the own name and greeting.
        await birgit.person("PUT", "/v1/me/mailbox-pin", {"pin": "4711"})
        await anders.person("PUT", "/v1/me/mailbox-pin", {"pin": "5822"})
        since = await anders.keys("*981002103")
        await anders.hears_now("pin_of", name="Birgit Fuglkær")
        await anders.phone.keys("4711#")
        await anders.hears_now("no_new")
        await anders.phone.hang_up()
        await anders.phone.until("CALL_CLOSED", since=since)
        for code, phrase in (("*98*3", "record_name"), ("*98*4", "record_greeting")):
            since = await anders.keys(code)
            await anders.hears_now("pin")
            await anders.phone.keys("5822#")
            await anders.hears_now(phrase)
            await anders.phone.hang_up()
            await anders.phone.until("CALL_CLOSED", since=since)
