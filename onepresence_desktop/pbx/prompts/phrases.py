"""From prompt keys to words, and from words to sounds."""

from __future__ import annotations

import asyncio
import math
import os
import tempfile
import wave
from array import array
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from onepresence_desktop.domain.ivr import Phrase, Prompt
from onepresence_desktop.pbx.ports import Speech
from onepresence_desktop.pbx.prompts import da, en, sv
from onepresence_desktop.pbx.prompts.clock import moment

LANGUAGES = {"da": da, "sv": sv, "en": en}
RATE = 8000
BEEP_HZ, BEEP_SECONDS = 1000, 0.4


def words(prompt: Prompt, now: datetime, zone: ZoneInfo) -> str:
    """The sentence of a prompt (not of the tone) as it is said at `now` where the company is."""
    language = LANGUAGES[prompt.language]
    reason = ""
    if prompt.reason is not None:
        reason = language.REASONS[prompt.reason]
        if prompt.until is not None:
            when = moment(prompt.until.astimezone(zone), now.astimezone(zone), language.SPEAKER)
            reason = language.BACK.format(reason=reason, when=when)
    pattern: str = language.PHRASES[prompt.phrase]
    return pattern.format(name=prompt.name, reason=reason)


class Phrases:
    """Renders prompts to WAV files, in order; each phrase is its own file, so most come from the cache."""

    def __init__(self, speech: Speech, folder: Path) -> None:
        self._speech = speech
        self._beep = folder / "beep.wav"

    async def render(self, prompts: Sequence[Prompt], now: datetime, zone: ZoneInfo) -> list[Path]:
        """The sounds of the prompts."""
        sounds = []
        for prompt in prompts:
            if prompt.phrase is Phrase.BEEP:
                sounds.append(await asyncio.to_thread(self._tone))
            else:
                sounds.append(await self._speech.render(words(prompt, now, zone), prompt.language))
        return sounds

    def _tone(self) -> Path:
        if not self._beep.exists():
            self._beep.parent.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=self._beep.parent, suffix=".part")
            os.close(handle)
            with wave.open(draft, "wb") as file:
                file.setparams((1, 2, RATE, 0, "NONE", ""))
                file.writeframes(tone(BEEP_HZ, BEEP_SECONDS).tobytes())
            os.replace(draft, self._beep)
        return self._beep


def tone(hertz: float, seconds: float, *, level: float = 0.3) -> array[int]:
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
