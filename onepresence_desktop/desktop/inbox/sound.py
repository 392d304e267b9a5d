"""A recording's shape: peaks for the waveform, read from WAV bytes without any audio library."""

from __future__ import annotations

import io
import wave
from array import array
from dataclasses import dataclass

BARS = 75

LOOKS = 400
"""Samples looked at for each bar, all over its time: a message of many minutes is drawn as quickly as a short one."""


@dataclass(frozen=True, slots=True)
class Shape:
    """seconds: length. peaks: 0 to 1 for each bar."""

    seconds: float
    peaks: tuple[float, ...]


def shape_of(data: bytes, bars: int = BARS) -> Shape | None:
    """The shape of a 16 bit WAV, None when it can't be read."""
    try:
        with wave.open(io.BytesIO(data), "rb") as sound:
            if sound.getsampwidth() != 2 or not sound.getframerate():
                return None
            rate, channels = sound.getframerate(), sound.getnchannels()
            samples = array("h", sound.readframes(sound.getnframes()))
    except (wave.Error, EOFError, ValueError):
        return None
    frames = len(samples) // channels
    if not frames:
        return Shape(0.0, (0.0,) * bars)
    step = max(1, len(samples) // bars)
    apart = step // LOOKS | 1  # odd, so that a tone isn't met at the same place of each of its waves
    loudest = [max(map(abs, samples[place : place + step : apart]), default=0) for place in range(0, step * bars, step)]
    top = max(1, *loudest)
    return Shape(frames / rate, tuple(peak / top for peak in loudest))
