"""How a user's mailbox sounds at this moment (spec 10.6, "listen to how it sounds")."""

from __future__ import annotations

import asyncio
import io
import wave
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from onepresence_desktop.domain.company_number import LANGUAGES
from onepresence_desktop.domain.diversion import DestinationKind, Forwarding, effective
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.messages import VoicemailOptions
from onepresence_desktop.domain.names import proper_text
from onepresence_desktop.domain.people import Customer, CustomerId, HuntGroup, User, UserId
from onepresence_desktop.domain.routing import Voicemail
from onepresence_desktop.pbx.ports import Clock, Speech
from onepresence_desktop.pbx.services.live_state import LiveState


class Greeter(Protocol):
    """Renders what a caller hears first at a `Voicemail` step, in order, as WAV files (8 kHz mono 16 bit)."""

    async def __call__(
        self,
        owner: User,
        options: VoicemailOptions,
        step: Voicemail,
        customer: Customer,
        reception: HuntGroup | None,
        now: datetime,
    ) -> Sequence[Path]: ...


class Greetings:
    """Puts a user's greeting together as one WAV."""

    def __init__(self, live: LiveState, greeter: Greeter, clock: Clock, speech: Speech) -> None:
        self._speech = speech
        self._live = live
        self._greeter = greeter
        self._clock = clock

    async def wav(self, customer_id: CustomerId, user_id: UserId) -> bytes:
        """What someone calling now would hear if nobody answered: with the diversion that counts, if there is one."""
        company = self._live.company(customer_id)
        dial_plan = company.dial_plan
        now = self._clock.now()
        diversion = effective(dial_plan.diversions.get(user_id, ()), now)
        if diversion is not None and diversion.destination.kind is DestinationKind.OPEN:
            diversion = None
        step = Voicemail(user_id, Forwarding.CFNR if diversion is None else Forwarding.CFU, diversion)
        options = dial_plan.voicemail.get(user_id, VoicemailOptions())
        user = company.user(user_id)
        sounds = await self._greeter(user, options, step, company.customer, dial_plan.reception, now)
        return await asyncio.to_thread(joined, sounds)

    async def listen(self, text: str, language: str) -> bytes:
        """A text as callers of a company number would hear it. Raises `Invalid`."""
        if language not in LANGUAGES:
            raise Invalid(field="language", problem="unknown")
        words = proper_text(text, "text")
        if not words.strip():
            raise Invalid(field="text", problem="missing")
        sound = await self._speech.render(words, language)
        return await asyncio.to_thread(sound.read_bytes)


def joined(sounds: Sequence[Path]) -> bytes:
    """WAV files of one format, one after another, as one; blocking."""
    whole = io.BytesIO()
    with wave.open(whole, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8000)
        for sound in sounds:
            with wave.open(str(sound), "rb") as part:
                out.writeframes(part.readframes(part.getnframes()))
    return whole.getvalue()
