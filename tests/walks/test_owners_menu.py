"""The owner of a mailbox walks its menu with the keys of a real phone, through every branch (spec 6.6)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.pbx.prompts import da
from onepresence_desktop.pbx.prompts.clock import past_moment
from tests.support.exchange import ZONE, Exchange, Person, rendered, the_day_stays
from tests.support.hearing import hears
from tests.support.phones import Phone, correlation, read_wav
from tests.support.softphone import SoftPhone
from tests.support.waiting import eventually

pytestmark = pytest.mark.phones

PLAIN = {"language": "da", "second_language": None, "reception": False}
PIN = "4711"


class Owner:
    """Anders, in Danish, with the keys of one phone."""

    def __init__(self, office: Exchange, person: Person, phone: Phone) -> None:
        self.office, self.person, self.phone = office, person, phone
        self.since = self.mark = 0

    async def comes_in(self, keyed: str = PIN) -> None:
        """Dial the mailbox, and key a PIN when it is asked for."""
        before, self.since, self.mark = len(self.phone.heard()), len(self.phone.events), 0
        await self.phone.dial("*98")
        await self.phone.until("CALL_ESTABLISHED", since=self.since)
        await eventually(lambda: len(self.phone.heard()) > before)
        await self.hears("pin")
        await self.phone.keys(f"{keyed}#")

    async def hears(self, phrase: str, **values: str) -> None:
        """A sentence, since the last key that something was to be heard after."""
        text = da.PHRASES[phrase].format(**values)  # type: ignore[index]
        sound = rendered(self.office, "da", text)
        await eventually(lambda: sound.exists() and self.likeness(read_wav(sound)) >= 0.99, every=0.25)

    def likeness(self, sound: Any) -> float:
        """How well a sound is found in what was heard since then."""
        return correlation(sound, self._take()[self.mark :])[0]

    def _take(self) -> Any:
        return read_wav(self.phone.heard()[-1])

    async def presses(self, key: str, phrase: str, **values: str) -> None:
        """A key, and what is said after it."""
        self.mark = len(self._take())
        await self.phone.keys(key)
        await self.hears(phrase, **values)

    async def is_shown_out(self) -> None:
        """The call has ended."""
        await self.phone.until("CALL_CLOSED", since=self.since)

    async def hangs_up(self) -> None:
        """Put down."""
        await self.phone.hang_up()
        await self.is_shown_out()

    async def box(self) -> list[Any]:
        """What the app shows of the mailbox, oldest first."""
        return sorted(await self.person.messages(), key=lambda message: message["at"])

    async def box_is(self, *marks: str) -> None:
        """Each message as new, read or kept."""

        async def now() -> bool:
            seen = ["kept" if one["kept"] else "read" if one["read"] else "new" for one in await self.box()]
            return seen == list(marks)

        await eventually(now, every=0.2)


def said_of(message: Any) -> str:
    """When a message came, as it is said."""
    return past_moment(datetime.fromisoformat(message["at"]).astimezone(ZONE), datetime.now(ZONE), da.SPEAKER)


async def leave(office: Exchange, owner: Owner, caller: Phone, dialled: str) -> None:
    """A message from a caller."""
    known, since = len(await owner.box()), len(caller.events)
    drafts = office.service.data / "recordings" / "drafts"
    await caller.dial(dialled)
    await caller.until("CALL_ESTABLISHED", since=since)
    await eventually(caller.receives)
    await caller.keys("#")
    await eventually(lambda: any(draft.stat().st_size > 30_000 for draft in drafts.iterdir()))
    await caller.hang_up()
    await caller.until("CALL_CLOSED", since=since)

    async def there() -> bool:
        return len(await owner.box()) > known

    await eventually(there, every=0.2)


@asynccontextmanager
async def at_home(folder: Path, *, make: str = "baresip") -> AsyncIterator[tuple[Owner, Phone]]:
    """Anders with his phone and a PIN, and Mette's phone; Anders's calls go to his mailbox."""
    await the_day_stays(300)
    async with Exchange(folder) as office:
        person = await office.client("1002101")
        await person("PUT", "/v1/me/voicemail", PLAIN)
        await person("PUT", "/v1/me/mailbox-pin", {"pin": PIN})
        await person("POST", "/v1/me/diversions", {"preset": "break"})
        desk = await office.phone("1002101", seconds=90, make=make)
        yield Owner(office, person, desk), await office.phone("1002102", seconds=60)


async def test_a_message_is_heard_deleted_undone_kept_and_called_back_and_the_lamp_follows(tmp_path: Path) -> None:
    async with at_home(tmp_path, make="pjsip") as (anders, caller):
        desk, office = anders.phone, anders.office
        assert isinstance(desk, SoftPhone)
        await leave(office, anders, caller, "2101")
        (message,) = await anders.box()
        await eventually(lambda: "Voice-Message: 1/0" in desk.lamp())

        # A wrong PIN first; then how many there are, and the keys.
        await anders.comes_in("0815")
        await anders.hears("pin_wrong")
        await anders.presses(f"{PIN}#", "one_new")
        await anders.hears("owner_keys")

        # Who, when, the sound itself; it is read now, at the lamp too. Deleted, undone, kept.
        await anders.presses("1", "message_from", name="Mette Lundgård", when=said_of(message))
        left = read_wav(office.service.data / "recordings" / "kept" / f"{message['id']}.wav")[1600:8000]
        await eventually(lambda: anders.likeness(left) > 0.98, every=0.5)
        await anders.box_is("read")
        await eventually(lambda: "Voice-Message: 0/1" in desk.lamp())
        await anders.presses("3", "message_deleted")
        await anders.box_is("read")
        await anders.presses("3", "message_restored")
        await anders.presses("2", "message_kept")
        await anders.box_is("kept")
        await anders.presses("0", "message_keys")
        await anders.presses("8", "wrong_key")

        # Called back with one key.
        rung = len(caller.events)
        await desk.keys("5")
        await caller.until("CALL_INCOMING", since=rung)
        await caller.accept()
        await caller.until("CALL_ESTABLISHED", since=rung)
        await eventually(lambda: hears(caller, desk.says) > 0.95, every=0.5)
        await anders.hangs_up()
        await caller.until("CALL_CLOSED", since=rung)


async def test_messages_are_walked_through_and_back_and_what_was_deleted_goes(tmp_path: Path) -> None:
    async with at_home(tmp_path) as (anders, caller):
        for dialled in ("2101", "*31*2101"):
            await leave(anders.office, anders, caller, dialled)
        first, second = await anders.box()
        assert [one["number"] for one in (first, second)] == ["1002102", ""]

        # The second hides its number, so it can't be called back. After the last there are no more.
        await anders.comes_in()
        await anders.hears("some_new", count="2")
        await anders.presses("1", "message_from", name="Mette Lundgård", when=said_of(first))
        await anders.presses("6", "message_withheld", when=said_of(second))
        await anders.presses("5", "cannot_call")
        await anders.box_is("read", "read")
        await anders.presses("#", "no_more")
        await anders.hears("some_saved", count="2")
        await anders.presses("1", "no_new")

        # Of the saved ones: on, and back to the first, which is deleted and is gone when it is left.
        await anders.presses("2", "message_from", name="Mette Lundgård", when=said_of(first))
        await anders.presses("6", "message_withheld", when=said_of(second))
        await anders.presses("4", "message_from", name="Mette Lundgård", when=said_of(first))
        await anders.presses("3", "message_deleted")
        assert len(await anders.box()) == 2, "it may still be undone"
        await anders.presses("*", "one_saved")
        assert [one["id"] for one in await anders.box()] == [second["id"]]

        # What is deleted when the owner hangs up goes, too.
        await anders.presses("2", "message_withheld", when=said_of(second))
        await anders.presses("3", "message_deleted")
        await anders.hangs_up()
        await anders.box_is()
        await anders.comes_in()
        await anders.hears("no_new")
        await anders.presses("2", "no_saved")
        await anders.presses("9", "wrong_key")
        await anders.presses("*", "goodbye")
        await anders.is_shown_out()


async def test_a_greeting_is_recorded_heard_made_again_and_kept_and_a_name_thought_better_of(tmp_path: Path) -> None:
    async with at_home(tmp_path) as (anders, caller):
        desk, person, office = anders.phone, anders.person, anders.office
        drafts = office.service.data / "speech"

        async def speaks() -> None:
            """For more than a second after the tone; then #."""
            await eventually(lambda: any(one.stat().st_size > 20_000 for one in drafts.glob("draft-*")))
            await desk.keys("#")

        await anders.comes_in()
        await anders.hears("owner_keys")
        await anders.presses("4", "record_greeting")
        await speaks()
        await anders.hears("review_keys")
        assert await own(person) == (False, False), "not before it is accepted"
        (draft,) = drafts.glob("draft-*")
        spoken = read_wav(draft)[800:7200]
        await anders.presses("1", "review_keys")
        assert anders.likeness(spoken) > 0.98
        await desk.keys("3")
        await eventually(lambda: not draft.exists())
        await speaks()
        await anders.hears("review_keys")
        await anders.presses("2", "spoken_kept")
        assert await own(person) == (False, True)
        await anders.presses("3", "record_name")
        await speaks()
        await desk.keys("*")
        await eventually(lambda: not list(drafts.glob("draft-*")))
        assert await own(person) == (False, True)
        await anders.hangs_up()

        # What was kept is what callers hear.
        kept = tmp_path / "greeting.wav"
        kept.write_bytes(await person("GET", "/v1/me/greeting"))
        await caller.dial("2101")
        await caller.until("CALL_ESTABLISHED")
        await eventually(lambda: hears(caller, kept, seconds=0.8, at=0.1) > 0.98, every=0.5)


async def test_listening_may_be_quick_and_three_wrong_pins_lock_also_for_the_right_one(tmp_path: Path) -> None:
    async with at_home(tmp_path) as (anders, caller):
        await leave(anders.office, anders, caller, "2101")
        (message,) = await anders.box()
        await anders.person("PUT", "/v1/me/voicemail", {**PLAIN, "quick_listening": True})
        await anders.comes_in()
        await anders.hears("message_from", name="Mette Lundgård", when=said_of(message))
        await anders.box_is("read")
        await anders.hangs_up()

        await anders.comes_in("0815")
        await anders.hears("pin_wrong")
        for _ in range(2):
            await anders.presses("1234#", "pin_wrong")
        await anders.presses(f"{PIN}#", "pin_locked")
        await anders.is_shown_out()
        await anders.comes_in()
        await anders.hears("pin_locked")
        await anders.is_shown_out()
        await anders.person("PUT", "/v1/me/mailbox-pin", {"pin": "5822"})
        await anders.comes_in("5822")
        await anders.hears("no_new")
        await anders.hangs_up()


async def own(person: Person) -> tuple[bool, bool]:
    """Whether there is an own name, and an own greeting."""
    me = await person("GET", "/v1/me")
    return me["spoken_name"] > 0, me["own_greeting"] > 0
