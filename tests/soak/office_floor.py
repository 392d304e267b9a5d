"""The office of `tests.soak.office`: a service, ten phones, two more behind a provider; who is free, whose is whose."""

from __future__ import annotations

import asyncio
import random
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from onepresence_desktop.wire.commands import UserAdd
from tests.support.exchange import Exchange, Person
from tests.support.phones import Phone, correlation, read_wav, speech_like
from tests.support.provider import ACCOUNT, SECRET, Provider
from tests.support.service import Service
from tests.support.sipp import FOLDER
from tests.support.waiting import eventually

TEAM = "1002190"
PEOPLE, MEMBERS = 7, 3
"""Who calls and is called, and who answers for the team alone."""
OUTSIDE = ("+4520304050", "+4520304051")
SPEECH = 90.0
"""Seconds that a phone has to say; no call is longer."""


@dataclass(eq=False)
class Desk:
    """One phone. person: who has it and the app, None outside. since: events before this are of earlier calls."""

    phone: Phone
    number: str
    person: Person | None = None
    since: int = 0

    async def until(self, kind: str) -> None:
        """Wait for an event of this call."""
        await self.phone.until(kind, since=self.since)

    async def over(self) -> None:
        """The call has ended here."""
        await self.until("CALL_CLOSED")

    @property
    def api(self) -> Person:
        """The app."""
        assert self.person is not None
        return self.person

    def story(self) -> str:
        """What happened at this phone in this call, and the last it said and was told."""
        events = [event.get("type") for event in self.phone.events[self.since :]]
        lines = re.findall(r"^(?:SIP/2\.0 \d+ .*|[A-Z]+ sip:.*)$", self.phone.log()[-30_000:], re.MULTILINE)
        return f"{self.number}: {events}; {[line.strip() for line in lines[-12:]]}"

    def tidy(self) -> None:
        """Before another call: what was recorded of the last one isn't needed any more."""
        self.since = len(self.phone.events)
        for sound in self.phone.folder.glob("rec/dump-*"):
            sound.unlink(missing_ok=True)

    async def restart(self) -> None:
        """Pull the plug, put it in again."""
        self.phone.kill()
        await self.phone.stop()
        self.phone.events.clear()
        await self.phone.start()
        self.since = 0


@dataclass
class Floor:
    """The office while it is open. free: whose phone nobody uses. lines: those outside; team: the group's members."""

    office: Exchange
    dice: random.Random
    held: Path
    everybody: list[Desk] = field(default_factory=list)
    lines: list[Desk] = field(default_factory=list)
    team: list[Desk] = field(default_factory=list)
    free: list[Desk] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    @asynccontextmanager
    async def taking(self, inside: int, outside: int = 0, *, team: bool = False) -> AsyncIterator[list[Desk]]:
        """So many free desks, for a job of their own."""

        def chosen() -> list[Desk] | None:
            groups = [(self.everybody, inside), (self.lines, outside), (self.team, len(self.team) if team else 0)]
            found: list[Desk] = []
            for group, count in groups:
                there = [desk for desk in group if desk in self.free]
                if len(there) < count:
                    return None
                found += self.dice.sample(there, count)
            return found

        async with self.changed:
            await self.changed.wait_for(chosen)
            desks = chosen()
            assert desks is not None
            self.free = [desk for desk in self.free if desk not in desks]
        for desk in desks:
            desk.tidy()
        try:
            yield desks
        except (AssertionError, TimeoutError) as exc:
            for desk in desks:
                exc.add_note(desk.story())
            raise
        finally:
            async with self.changed:
                self.free += desks
                self.changed.notify_all()


async def both_hear(one: Desk, other: Desk) -> None:
    """Each hears now what the other says."""
    a, b = one.phone, other.phone
    await eventually(lambda: _hears(a, b) and _hears(b, a), every=0.5)


def _hears(listener: Phone, speaker: Phone) -> bool:
    """Whether the last second that one heard is of what the other says (the whole take would cost seconds)."""
    takes = listener.heard()
    heard = read_wav(takes[-1])[-9600:-1600] if takes else None
    return heard is not None and len(heard) == 8000 and correlation(heard, read_wav(speaker.says))[0] > 0.95


@asynccontextmanager
async def opened(folder: Path, seed: int) -> AsyncIterator[Floor]:
    """Everybody is at their phone, the line out is up."""
    office = Exchange(folder, people=1)
    held = folder / "held"
    office.service = Service(
        folder / "pbx", sip=f"{office.host}:5060", under=(sys.executable, str(FOLDER / "inspected.py"), str(held))
    )
    async with office:
        floor = Floor(office, random.Random(seed), held)
        outside = []
        for number in OUTSIDE:
            (folder / number).mkdir()
            says = speech_like(folder / number / "says.wav", SPEECH, sum(number.encode()))
            outside.append(Phone(folder / number, server="", user=number, password="", says=says))
        provider = Provider(folder / "provider", {phone.user: phone.host for phone in outside})
        async with provider:
            await asyncio.to_thread(_furnish, office.service, folder, provider.host)
            for place in range(PEOPLE + MEMBERS):
                number = f"100{2201 + place}"
                person = await office.client(number)
                await person("PUT", "/v1/me/voicemail", {"language": "da", "second_language": None, "reception": False})
                desk = Desk(await office.phone(number, seconds=SPEECH), number, person)
                (floor.everybody if place < PEOPLE else floor.team).append(desk)
            for phone in outside:
                phone._server = provider.host
                await phone.start()
                floor.lines.append(Desk(phone, phone.user))
            floor.free = [*floor.everybody, *floor.lines, *floor.team]
            administrator = await office.client("1002101")

            async def up() -> bool:
                return all(line["up"] for line in await administrator("GET", "/v1/trunks"))

            await eventually(up, every=0.5)
            try:
                yield floor
            finally:
                for phone in outside:
                    await phone.stop()


def one_number(number: str) -> str:
    return f"+457010{number[-4:]}"


def _furnish(service: Service, folder: Path, provider: str) -> None:
    """People, the team, and the line out."""
    numbers = [f"100{2201 + place}" for place in range(PEOPLE + MEMBERS)]
    for number in numbers:
        name, public = f"Person {number[-2:]}", one_number(number)
        service.command(UserAdd(local_number=number, name=name, one_number=public, password="2580"))
    service.cli("group", "add", TEAM, "--name", "Team", "--members", *numbers[PEOPLE:])
    line = ("trunk", "add", "line", "--server", provider, "--user", ACCOUNT, "--password", SECRET, "--register")
    service.cli(*line, "--number", *(one_number(n) for n in numbers), "--calls-an-hour", "1000")
