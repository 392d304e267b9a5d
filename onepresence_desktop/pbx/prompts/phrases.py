"""From prompt keys to words, and from words to sounds."""

from __future__ import annotations

import asyncio
import logging
import math
from array import array
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.errors import Unavailable
from onepresence_desktop.domain.ivr import Phrase, Prompt
from onepresence_desktop.pbx.ports import Speech
from onepresence_desktop.pbx.prompts import da, en, sv
from onepresence_desktop.pbx.prompts.clock import moment
from onepresence_desktop.pbx.speech import keep

LANGUAGES = {"da": da, "sv": sv, "en": en}
RATE = 8000
BEEP_HZ, BEEP_SECONDS = 1000, 0.4

BEEP_LEVEL = 0.16
"""Of full scale, the peak: a tone of -19 dBFS, a little louder than the voice before it."""

log = logging.getLogger(__name__)


def words(prompt: Prompt, now: datetime, zone: ZoneInfo) -> str:
    """The sentence of a prompt (not of the tone) as it is said at `now` where the company is."""
    language = LANGUAGES[prompt.language]
    reason = ""
    if prompt.reason is not None:
        reason = language.REASONS[prompt.reason]
        if prompt.until is not None:
            when = moment(prompt.until.astimezone(zone), now.astimezone(zone), language.SPEAKER)
            back = language.AGAIN if prompt.reason is Reason.DO_NOT_DISTURB else language.BACK
            reason = back.format(reason=reason, when=when)
    pattern: str = language.PHRASES[prompt.phrase]
    return pattern.format(name=prompt.name, reason=reason)


class Phrases:
    """Renders prompts to WAV files, in order; each phrase is its own file, so most come from the cache.

    make_room: asked for where the disk is too full for the words that say so; see `Recordings.make_room`.
    """

    def __init__(self, speech: Speech, folder: Path, make_room: Callable[[], Awaitable[None]]) -> None:
        self._speech = speech
        self._make_room = make_room
        self._beep = folder / "beep.wav"

    async def render(self, prompts: Sequence[Prompt], now: datetime, zone: ZoneInfo) -> list[Path]:
        """The sounds of the prompts. Raises `Unavailable` when there is no voice."""
        return [await self._sound(prompt, now, zone) for prompt in prompts]

    async def render_what_can_be(self, prompts: Sequence[Prompt], now: datetime, zone: ZoneInfo) -> list[Path]:
        """For a caller, who must never meet silence: what can't be said is left out, and said in the log instead."""
        sounds = []
        for prompt in prompts:
            try:
                sounds.append(await self._sound(prompt, now, zone))
            except (Unavailable, OSError) as exc:
                log.error("%s can't be said in %s: %r", prompt.phrase, prompt.language, exc)
        return sounds

    async def _sound(self, prompt: Prompt, now: datetime, zone: ZoneInfo) -> Path:
        if prompt.phrase is Phrase.BEEP:
            return await asyncio.to_thread(self._tone)
        said = words(prompt, now, zone)
        try:
            return await self._speech.render(said, prompt.language)
        except OSError:
            if prompt.phrase is not Phrase.DISK_FULL:
                raise
            await self._make_room()
            return await self._speech.render(said, prompt.language)

    def _tone(self) -> Path:
        if not self._beep.exists():
            self._beep.parent.mkdir(parents=True, exist_ok=True)
            keep(self._beep, tone(BEEP_HZ, BEEP_SECONDS, BEEP_LEVEL))
        return self._beep


def tone(hertz: float, seconds: float, level: float) -> array[int]:
    """A sine with 10 ms of fading at both ends, so that it doesn't click; 8 kHz 16 bit samples."""
    count, fade = int(RATE * seconds), RATE // 100
    peak = 32767 * level
    return array(
        "h",
        (
            round(peak * min(1.0, n / fade, (count - n) / fade) * math.sin(2 * math.pi * hertz * n / RATE))
            for n in range(count)
        ),
    )
