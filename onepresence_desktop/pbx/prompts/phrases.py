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
from onepresence_desktop.pbx.prompts.clock import moment, past_moment
from onepresence_desktop.pbx.speech import keep, used

LANGUAGES = {"da": da, "sv": sv, "en": en}
RATE = 8000
BEEP_HZ, BEEP_SECONDS = 1000, 0.4

PAUSE_SECONDS = 4.0
"""Of silence in which a caller at a menu may still press a key."""

BEEP_LEVEL = 0.14
"""Of full scale, the peak: a tone of -20 dBFS, a little louder than the voice before it."""

log = logging.getLogger(__name__)


def words(prompt: Prompt, now: datetime, zone: ZoneInfo) -> str:
    """The sentence of a prompt (not of a sound) as it is said at `now` where the company is.

    Without a name, which is recorded then and heard beside it, what is left of the sentence.
    """
    language = LANGUAGES[prompt.language]
    reason = ""
    if prompt.reason is not None:
        reason = language.REASONS[prompt.reason]
        if prompt.until is not None:
            when = moment(prompt.until.astimezone(zone), now.astimezone(zone), language.SPEAKER)
            back = language.AGAIN if prompt.reason is Reason.DO_NOT_DISTURB else language.BACK
            reason = back.format(reason=reason, when=when)
    pattern: str = language.PHRASES[prompt.phrase]
    if prompt.phrase is Phrase.TEXT:
        return prompt.name
    name = da.spoken(prompt.name) if language is da else prompt.name
    at = prompt.at.astimezone(zone) if prompt.at is not None else None
    past = past_moment(at, now.astimezone(zone), language.SPEAKER) if at is not None else ""
    said = pattern.format(name=name, reason=reason, count=prompt.count, when=past)
    return said if name or "{name}" not in pattern else said.replace(" .", "").strip()


class Phrases:
    """Renders prompts to WAV files, in order; each phrase is its own file, so most come from the cache.

    make_room: asked for where the disk is too full for the words that say so; see `Recordings.make_room`.
    """

    def __init__(self, speech: Speech, folder: Path, make_room: Callable[[], Awaitable[None]]) -> None:
        self._speech = speech
        self._make_room = make_room
        self._beep = folder / "beep.wav"
        self._pause = folder / "pause.wav"

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
            return await asyncio.to_thread(self._made, self._beep, BEEP_HZ, BEEP_SECONDS, BEEP_LEVEL)
        if prompt.phrase is Phrase.PAUSE:
            return await asyncio.to_thread(self._made, self._pause, BEEP_HZ, PAUSE_SECONDS, 0.0)
        if prompt.phrase is Phrase.RECORDED:
            return await asyncio.to_thread(_there, Path(prompt.sound))
        said = words(prompt, now, zone)
        try:
            return await self._speech.render(said, prompt.language)
        except OSError:
            if prompt.phrase is not Phrase.DISK_FULL:
                raise
            await self._make_room()
            return await self._speech.render(said, prompt.language)

    def _made(self, path: Path, hertz: float, seconds: float, level: float) -> Path:
        if not used(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            keep(path, tone(hertz, seconds, level))
        return path


def _there(path: Path) -> Path:
    """A recorded sound. Raises FileNotFoundError."""
    path.stat()
    return path


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
