"""What the engine plays, as frames of 16 bit samples: they are encoded when they are sent, for what is agreed then."""

from __future__ import annotations

import math
import wave
from array import array
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from onepresence_desktop.pbx.telephony.sip.codecs import FRAME, RATE

TONE_HZ = 425
"""Of European telephone tones (ITU-T E.180)."""

RINGBACK = ((1.0, 6000), (4.0, 0))
"""Seconds and peak of a tone's parts: a phone rings elsewhere."""

CHORDS = ((0, 7, 12, 16, 19), (-3, 4, 9, 12, 16), (5, 9, 12, 17, 21), (-5, 2, 7, 11, 14))
MELODY = tuple(note for chord in CHORDS for note in (*chord, *reversed(chord[1:-1])))
"""Notes of the music on hold in semitones above its first one: four broken chords, over and over."""

FIRST_NOTE_HZ = 261.63
NOTE_SECONDS = 0.4
NOTE_RINGS = 1.2
"""Seconds until a note has died away; the next ones sound into it."""

NOTE_PEAK = 3200

Frames = Sequence["array[int]"]


def frames(sounds: Sequence[Path]) -> list[array[int]]:
    """WAV files (8 kHz mono 16 bit) one after another, the last frame filled up with silence."""
    whole = array("h")
    for sound in sounds:
        with wave.open(str(sound), "rb") as file:
            if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, 2, RATE):
                raise ValueError("not telephone sound")
            whole.frombytes(file.readframes(file.getnframes()))
    return _cut(whole)


@cache
def ringback() -> Frames:
    """One turn of the tone that a waiting caller hears."""
    return _tone(RINGBACK)


@cache
def music() -> Frames:
    """One turn of what somebody hears who is held (RFC 7088), 13 seconds. Takes a moment: not for the engine's loop."""
    step, length = round(NOTE_SECONDS * RATE), round(NOTE_RINGS * RATE)
    whole = [0.0] * (step * len(MELODY))
    fading = [NOTE_PEAK * math.exp(-4 * n / length) * min(1.0, n / 80) for n in range(length)]
    for place, semitones in enumerate(MELODY):
        turn = 2 * math.pi * FIRST_NOTE_HZ * 2 ** (semitones / 12) / RATE
        for n, peak in enumerate(fading):
            whole[(place * step + n) % len(whole)] += peak * math.sin(turn * n)
    return _cut(array("h", (round(sample) for sample in whole)))


def music_in(file: Path) -> Callable[[], Frames]:
    """One turn of a company's own music, always the same thing to be called. Blocking; raises OSError, ValueError."""
    whole = frames([file])

    def own_music() -> Frames:
        return whole

    return own_music


def _tone(parts: tuple[tuple[float, int], ...]) -> list[array[int]]:
    sound = array("h")
    for seconds, peak in parts:
        sound.extend(round(peak * math.sin(2 * math.pi * TONE_HZ * n / RATE)) for n in range(round(seconds * RATE)))
    return _cut(sound)


def _cut(whole: array[int]) -> list[array[int]]:
    whole.extend([0] * (-len(whole) % FRAME))
    return [whole[start : start + FRAME] for start in range(0, len(whole), FRAME)]
