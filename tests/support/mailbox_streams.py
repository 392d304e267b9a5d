"""Random streams of a scripted phone into a real mailbox, and what is kept of the words (spec 6).

What a stream does in the middle of its words: other formats of those that were told, another codec by re-INVITE,
another source, timestamps that start anew, pauses, packets that overtake one another, come twice, keys, another port.
Before: an offer in the INVITE, in the 200 (late), or after a transfer by REFER.
"""

from __future__ import annotations

import asyncio
import random
import wave
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.messages import CutShort, MessageId, Room, VoicemailOptions
from onepresence_desktop.domain.people import (
    Customer,
    CustomerId,
    Device,
    DeviceId,
    DeviceKind,
    HuntGroup,
    User,
    UserId,
)
from onepresence_desktop.domain.routing import DialPlan, Voicemail
from onepresence_desktop.domain.spoken import SpokenKind
from onepresence_desktop.pbx.prompts.phrases import Phrases
from onepresence_desktop.pbx.speech import keep
from onepresence_desktop.pbx.telephony.mailbox_call import DepositCall
from onepresence_desktop.pbx.telephony.menu_call import MenuCalls
from onepresence_desktop.pbx.telephony.sip.codecs import codec
from onepresence_desktop.pbx.telephony.sip.driver import SipTelephony
from tests.pbx.telephony.sip.office import PASSWORD, TableRouter, line
from tests.support import spoken
from tests.support.phones import free_host
from tests.support.talker import Format, Talker
from tests.support.waiting import eventually

CUSTOMER = Customer(CustomerId("c"), "100", "Firm")
GREETING_TONE = 3
"""The word of `spoken` that all prompts consist of."""

BEEP = 4
"""The word that the tone before the recording is nearest to."""

LEAST = 0.99
"""Of the words' frames."""


async def nothing_spoken(user_id: UserId, kind: SpokenKind) -> Path | None:
    """Nobody has recorded anything themselves."""
    return None


@dataclass
class Stream:
    """What one phone does. parts: lists of words; between them something happens, by its name."""

    way: str
    formats: list[Format]
    parts: list[list[int]]
    between: list[str]
    reorder: float
    double: float

    @property
    def words(self) -> list[int]:
        """All of them."""
        return [word for part in self.parts for word in part]


DEEDS = ("format", "codec", "source", "clock", "pause", "key", "port")


def drawn(rng: random.Random, *, frames: int) -> Stream:
    """A random stream of so many words."""
    numbers = rng.sample(range(96, 101), 2)
    known = [(0, 0), (8, 8), (9, 9), (numbers[0], 0), (numbers[1], 8)]
    formats = rng.sample(known, rng.randrange(1, 4))
    between = [rng.choice(DEEDS) for _ in range(rng.randrange(1, 6))]
    words = [rng.randrange(len(spoken.TONES)) for _ in range(frames)]
    cuts = sorted(rng.sample(range(20, frames - 20), len(between)))
    parts = [words[start:end] for start, end in zip([0, *cuts], [*cuts, frames], strict=True)]
    way = rng.choice(("early", "late", "transfer"))
    return Stream(way, formats, parts, between, rng.choice((0.0, 0.0, 0.1)), rng.choice((0.0, 0.0, 0.1)))


@dataclass
class Result:
    """What became of a stream. foreign: packets in a format the phone never told; garbled: sound of the greeting that
    isn't the greeting's.
    """

    stream: Stream
    kept: float
    heard: int
    greeting: int
    foreign: int
    garbled: int
    why: str = ""

    @property
    def good(self) -> bool:
        """Nothing lost, nothing doubled, the greeting understood."""
        whole = self.kept >= LEAST and self.heard <= len(self.stream.words) * (2 - LEAST) + 2
        return whole and self.greeting >= 28 and not self.foreign and self.garbled <= 5


class Voice:
    """Says everything by one tone of half a second."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "words.wav"
        keep(self._path, spoken.said(GREETING_TONE) * 10)

    async def render(self, text: str, language: str, *, voice: str = "") -> Path:
        return self._path


@dataclass
class Box:
    """The services' side of the mailboxes: each user's recording, and when it began."""

    folder: Path
    begun: dict[str, asyncio.Event] = field(default_factory=dict)
    stored: dict[str, float] = field(default_factory=dict)

    def options(self, user_id: UserId) -> VoicemailOptions:
        return VoicemailOptions(second_language=None)

    def owner(self, user_id: UserId) -> User:
        return User(user_id, CUSTOMER.id, "1002101", "Anders")

    def reception(self, customer_id: CustomerId) -> HuntGroup | None:
        return None

    async def room(self, user_id: UserId) -> Room:
        return Room(0.0, 3600.0)

    async def new_draft(self, user_id: UserId) -> tuple[MessageId, Path]:
        self.begun[user_id].set()
        return MessageId(user_id), self.folder / f"{user_id}.wav"

    async def deposit(
        self, user_id: UserId, message_id: MessageId, caller: Party, seconds: float, cut_short: CutShort | None = None
    ) -> None:
        self.stored[user_id] = seconds

    async def discard(self, message_id: MessageId) -> None:
        self.stored[message_id] = 0.0


class Now:
    def now(self) -> datetime:
        return datetime(2026, 11, 24, 11, 0, tzinfo=UTC)

    def monotonic(self) -> float:
        return 0.0


async def run(folder: Path, streams: list[Stream], seed: int, *, at_once: int = 8) -> list[Result]:
    """All streams, so many at once, each with a mailbox and a phone (two for a transfer) of its own."""
    users = [UserId(f"u{n}") for n in range(len(streams))]
    box = Box(folder, {user: asyncio.Event() for user in users})
    host = free_host()
    driver = SipTelephony(host, 5060)
    names = {user: User(user, CUSTOMER.id, f"{1_000_000 + n}", f"U{n}") for n, user in enumerate(users)}
    owned = {user: (Device(DeviceId(f"gone-{user}"), CUSTOMER.id, user, DeviceKind.DESK, "x"),) for user in users}
    helper = UserId("helper")
    callers = UserId("callers")
    people = names | {
        helper: User(helper, CUSTOMER.id, "1009999", "Helper"),
        callers: User(callers, CUSTOMER.id, "1009998", "Callers"),
    }
    helpers = [f"h{n}" for n, stream in enumerate(streams) if stream.way == "transfer"]
    plan_users = dict(people)
    for name in helpers:
        plan_users[UserId(name)] = User(UserId(name), CUSTOMER.id, f"{2_000_000 + int(name[1:])}", name)
        owned[UserId(name)] = (Device(DeviceId(name), CUSTOMER.id, UserId(name), DeviceKind.DESK, name),)
    plan = DialPlan(CUSTOMER, plan_users, owned, by_number={u.local_number: id_ for id_, u in plan_users.items()})
    router = TableRouter(plan)
    calls = MenuCalls(
        driver, Phrases(Voice(folder), folder, _nothing), Now(), lambda _: CUSTOMER,  # type: ignore[arg-type]
        {Voicemail: partial(DepositCall, mailbox=box, router=router, spoken=nothing_spoken)},
    )  # fmt: skip
    await driver.start(router, calls.take)
    lines = [_line(f"p{n}", callers) for n in range(len(streams))] + [_line(name, UserId(name)) for name in helpers]
    await driver.set_lines(lines)
    serving = asyncio.create_task(calls.run())
    rng = random.Random(seed)
    room = asyncio.Semaphore(at_once)

    async def turn(user: UserId, n: int, stream: Stream, own: random.Random) -> Talker | str:
        async with room:
            return await _leave(host, box, user, n, stream, own)

    try:
        turns = [
            turn(user, n, stream, random.Random(rng.random()))
            for n, (user, stream) in enumerate(zip(users, streams, strict=True))
        ]
        callers_then = await asyncio.gather(*turns)
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        await driver.stop()
    return [
        _judged(stream, caller, folder / f"{user}.wav")
        for stream, caller, user in zip(streams, callers_then, users, strict=True)
    ]


async def _nothing() -> None:
    """No disk is full here."""


def _line(device: str, user: UserId) -> Any:
    return replace(line(device, UserId("anders")), user_id=user, numbers=(f"2{device[1:]:0>6}",))


async def _leave(host: str, box: Box, user: UserId, n: int, stream: Stream, rng: random.Random) -> Talker | str:
    number = f"{1_000_000 + n}"
    caller = Talker(free_host(), host, f"p{n}", PASSWORD, stream.formats)
    phones = [caller]
    try:
        await caller.start()
        if stream.way == "transfer":
            helper = Talker(free_host(), host, f"h{n}", PASSWORD, [(0, 0), (8, 8)])
            helper.transfers_to = number
            phones.append(helper)
            await helper.start()
            caller.formats = [(8, 8), (0, 0)]
            caller.dial(f"{2_000_000 + n}")
            await asyncio.wait_for(caller.talking.wait(), 60)
            caller.formats = stream.formats
        else:
            caller.dial(number, late=stream.way == "late")
        await asyncio.wait_for(box.begun[user].wait(), 60)
        await _speak(caller, stream, rng)
        await asyncio.sleep(0.3)
        caller.hang_up()
        await eventually(lambda: user in box.stored)
        return caller
    except (TimeoutError, AssertionError) as exc:
        return repr(exc)
    finally:
        for phone in phones:
            phone.stop()


async def _speak(caller: Talker, stream: Stream, rng: random.Random) -> None:
    clock = _Beat(caller, rng, stream)
    await clock.words(stream.parts[0])
    for deed, part in zip(stream.between, stream.parts[1:], strict=True):
        match deed:
            case "format":
                clock.format = rng.choice(caller.agreed)
            case "codec":
                before = caller.agreed
                known = [(0, 0), (8, 8), (9, 9)]
                caller.offer(rng.sample(known, rng.randrange(1, 4)))
                await eventually(lambda: caller.agreed is not before)  # noqa: B023
                clock.format = rng.choice(caller.agreed)
            case "source":
                caller.source = rng.getrandbits(32)
                clock.anew()
            case "clock":
                clock.timestamp = rng.getrandbits(32)
            case "pause":
                await clock.pause(rng.randrange(10, 120))
            case "key":
                await clock.key(rng.randrange(0, 9))
            case "port":
                await clock.flush()
                caller.another_port()
        if clock.format not in caller.agreed:
            clock.format = caller.agreed[0]
        await clock.words(part)
    await clock.flush()


class _Beat:
    """Sends a packet each 20 ms by the wall clock; what is held back overtakes nothing by more than three."""

    def __init__(self, caller: Talker, rng: random.Random, stream: Stream) -> None:
        self._caller, self._rng, self._stream = caller, rng, stream
        self._loop = asyncio.get_running_loop()
        self._due = self._loop.time()
        self._late: list[list[Any]] = []
        self.format = caller.agreed[0]
        self.anew()

    def anew(self) -> None:
        self.sequence, self.timestamp = self._rng.getrandbits(16), self._rng.getrandbits(32)

    async def words(self, part: list[int]) -> None:
        for word in part:
            packet = self._caller.say(self.sequence, self.timestamp, spoken.said(word), self.format)
            if self._rng.random() < self._stream.reorder:
                self._late.append([self._rng.randrange(1, 4), packet])
            else:
                self._send(packet)
            self.sequence = self.sequence + 1 & 0xFFFF
            self.timestamp = self.timestamp + spoken.FRAME & 0xFFFFFFFF
            await self._beat()

    async def pause(self, beats: int) -> None:
        self.timestamp = self.timestamp + beats * spoken.FRAME & 0xFFFFFFFF
        for _ in range(beats):
            await self._beat()

    async def key(self, event: int) -> None:
        stamp = self.timestamp
        for n in range(8):
            self._caller.press(self.sequence, stamp, event, end=n >= 5)
            self.sequence = self.sequence + 1 & 0xFFFF
            self.timestamp = self.timestamp + spoken.FRAME & 0xFFFFFFFF
            await self._beat()

    async def flush(self) -> None:
        while self._late:
            await self._beat()

    def _send(self, packet: bytes) -> None:
        self._caller.sound(packet)
        if self._rng.random() < self._stream.double:
            self._caller.sound(packet)

    async def _beat(self) -> None:
        self._due += 0.02
        await asyncio.sleep(max(0.0, self._due - self._loop.time()))
        for one in self._late:
            one[0] -= 1
        for one in [one for one in self._late if one[0] <= 0]:
            self._late.remove(one)
            self._send(one[1])


def _judged(stream: Stream, caller: Talker | str, path: Path) -> Result:
    if isinstance(caller, str):
        return Result(stream, 0.0, 0, 0, 0, 0, caller)
    heard: list[int] = []
    if path.exists():
        with wave.open(str(path)) as file:
            heard = spoken.words_in(file.readframes(file.getnframes()))
    foreign, greeting, garbled = 0, 0, 0
    decoders: dict[int, Any] = {}
    for packet, told in caller.heard:
        kind = dict(told).get(packet.payload_type)
        if kind is None:
            foreign += 1
            continue
        decoder = decoders.setdefault(kind, codec(kind))
        (word,) = spoken.words_in(decoder.decode(packet.payload).tobytes()) or (spoken.SILENT,)
        greeting += word == GREETING_TONE
        garbled += word not in (GREETING_TONE, BEEP, spoken.SILENT)
    words = stream.words
    loud = sum(word != spoken.SILENT for word in heard)
    return Result(stream, spoken.kept(words, heard) / len(words), loud, greeting, foreign, garbled)
