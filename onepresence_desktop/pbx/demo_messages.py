"""What callers said to the demo company's mailbox: the messages at once, their sound when the service runs."""

from __future__ import annotations

import asyncio
import random
import shutil
import wave
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from onepresence_desktop.domain.events import MessageChanged
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.messaging import StandardMessage, StandardMessageId
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.ports import EventSink, Recordings, Speech, Store

SPOKEN = (
    ("da", "f2", "+4570109911", "Hej Sofie, det er Marianne fra Fjordens Tryk. Vil du ringe til mig om ordren? Tak."),
    ("da", "m3", "+4570109922", "Goddag, det er Jens Ole. Pakken er ikke kommet endnu. Ring gerne tilbage i dag."),
    ("sv", "f3", "+46770109944", "Hej, det är Birgitta från Göteborg. Kan du ringa mig när du är tillbaka? Tack."),
    ("en", "m2", "+4570109955", "Hello, this is Robert. I am calling about the meeting on Thursday. Please call back."),
    (
        "da",
        "f4",
        "1002140",
        "Hej Sofie, det er Mette. Kunden fra i går har spurgt efter dig. Jeg er her til fire.",
    ),
    ("da", "m1", "+4570109933", "Ja, hej. Det er kun for at sige tak for hjælpen. Hav en god dag."),
)
"""Language, voice, caller and words of the voicemails."""

NAMES = {
    "+4570109911": "Marianne Tofte",
    "+4570109922": "Jens Ole Berg",
    "+4570109933": "Vibeke Lund",
    "+46770109944": "Birgitta Ström",
    "+4570109955": "Robert Hale",
}

WRITTEN = (
    (MessageKind.SMS, 3.0, "+4520123471", "Birk Salgård", "Hej Sofie, pallerne er klar til afhentning fra kl. 14."),
    (
        MessageKind.EMAIL,
        22.0,
        "1002140",
        "Mette Lundgaard-Riis",
        "Ring venligst til Lyngkær Tryk på 33 12 34 82. De mangler en faktura fra november.",
    ),
)
"""Way, hours ago, sender's number and name, and the words of texts that have been read."""

STANDARD = (
    "Ring venligst til …",
    "Du er blevet ringet op af … Ring venligst tilbage.",
    "Ringer igen senere.",
    "Det haster – ring med det samme.",
)
"""What the company keeps for sending."""

_LETTERS_A_SECOND = 15.0
"""How fast the voices speak, roughly: a message's length until its sound is there."""

_COLLEAGUES = {"1002140": "Mette Lundgaard-Riis"}


def messages(owner: UserId, now: datetime) -> list[Message]:
    """Voicemails and texts of one user, newest first; two voicemails are new."""
    found, at = [], now - timedelta(minutes=34)
    for n, (_, _, number, words) in enumerate(SPOKEN):
        name = NAMES.get(number) or _COLLEAGUES.get(number, "")
        seconds = round(len(words) / _LETTERS_A_SECOND, 1)
        found.append(Message(MessageId(f"demo-m{n}"), owner, MessageKind.VOICEMAIL, number, name, at, seconds, n >= 2))
        at -= timedelta(hours=5, minutes=17)
    for n, (kind, hours, number, name, words) in enumerate(WRITTEN):
        at = now - timedelta(hours=hours)
        found.append(Message(MessageId(f"demo-t{n}"), owner, kind, number, name, at, read=True, text=words))
    return sorted(found, key=lambda message: message.at, reverse=True)


def standard(customer_id: CustomerId) -> list[StandardMessage]:
    """The texts kept for sending."""
    return [StandardMessage(StandardMessageId(f"demo-s{n}"), customer_id, words) for n, words in enumerate(STANDARD)]


QUIET = 8.0
"""Seconds after the service is ready in which nothing is spoken: the window that began it is coming up."""


class Sounds:
    """Speaks the messages, newest first, once the window stands; one that is asked for before, at once."""

    def __init__(
        self, store: Store, recordings: Recordings, speech: Speech, sink: EventSink, customer_id: CustomerId
    ) -> None:
        self._store = store
        self._recordings = recordings
        self._speech = speech
        self._sink = sink
        self._customer_id = customer_id
        self._speaking = asyncio.Lock()

    async def run(self) -> None:
        """Speak what has no sound yet, then end."""
        await asyncio.sleep(QUIET)
        for n in range(len(SPOKEN)):
            await self.needed(MessageId(f"demo-m{n}"))

    async def needed(self, message_id: MessageId) -> None:
        """Speak one of the demo's messages, if that wasn't done; others are left alone."""
        which = message_id.removeprefix("demo-m")
        if which == message_id or not which.isdecimal() or int(which) >= len(SPOKEN):
            return
        language, voice, _, words = SPOKEN[int(which)]
        async with self._speaking:
            if not await asyncio.to_thread(self._recordings.path(message_id).exists):
                await self._speak(message_id, await self._speech.render(words, language, voice=voice))

    async def _speak(self, message_id: MessageId, sound: Path) -> None:
        await asyncio.to_thread(shutil.copyfile, sound, self._recordings.draft(message_id))
        await self._recordings.keep(message_id)
        seconds = await asyncio.to_thread(_seconds, sound)
        async with self._store.unit() as unit:
            message = await unit.messages.get(message_id)
            if message is not None:
                message = replace(message, seconds=seconds)
                await unit.messages.put(message)
        if message is None:
            await self._recordings.remove(message_id)
        else:
            await self._recordings.settle(message_id)
            self._sink.publish(MessageChanged(self._customer_id, message))


def _seconds(sound: Path) -> float:
    with wave.open(str(sound), "rb") as file:
        return file.getnframes() / file.getframerate()


class Sayings:
    """What simulated callers say to a mailbox, one after another; the `sounds` of `DemoTelephony`."""

    def __init__(self, speech: Speech, seed: int) -> None:
        self._speech = speech
        self._random = random.Random(seed)

    async def __call__(self) -> Path:
        """The WAV of the next one."""
        language, voice, _, words = self._random.choice(SPOKEN)
        return await self._speech.render(words, language, voice=voice)
