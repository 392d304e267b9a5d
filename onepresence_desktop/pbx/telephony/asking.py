"""The sentence that asks whoever lifts a mobile outside for the key 1, made once and handed to the driver."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime
from zoneinfo import ZoneInfo

from onepresence_desktop.domain.errors import TelephonyAway, Unavailable
from onepresence_desktop.domain.ivr import Phrase, Prompt
from onepresence_desktop.pbx.ports import Clock, Telephony
from onepresence_desktop.pbx.ports.sounds import sound_at
from onepresence_desktop.pbx.prompts.phrases import LANGUAGES, Phrases

log = logging.getLogger(__name__)

UTC = ZoneInfo("UTC")
PAUSE = 30.0
"""Seconds until another try when the voice or the disk is away."""


class Asking:
    """Makes the sentence in every language; `run` for as long as the service lives.

    line_out: set once a mobile can be rung. The voice costs a second of CPU, which an office without a line out saves.
    """

    def __init__(self, telephony: Telephony, phrases: Phrases, clock: Clock, line_out: asyncio.Event) -> None:
        self._telephony = telephony
        self._phrases = phrases
        self._clock = clock
        self._line_out = line_out

    async def run(self) -> None:
        """Try until it is done, then wait for the end."""
        await self._line_out.wait()
        while not await self._made(self._clock.now()):
            await asyncio.sleep(PAUSE)
        await asyncio.Event().wait()

    async def _made(self, now: datetime) -> bool:
        prompts = {language: Prompt(Phrase.PRESS_ONE, language) for language in LANGUAGES}
        try:
            made = {lang: (await self._phrases.render([prompt], now, UTC))[0] for lang, prompt in prompts.items()}
            await self._telephony.set_asking({language: sound_at(path) for language, path in made.items()})
        except (Unavailable, TelephonyAway, OSError) as exc:
            log.warning("mobiles can't be asked yet: %r", exc)
            return False
        return True
