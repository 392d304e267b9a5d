"""Words that can be told from one another after any telephone codec: each 20 ms is a tone of its own."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence

import numpy as np

FRAME = 160
TONES = [350.0 + 170.0 * n for n in range(16)]
SILENT = -1
_TIME = np.arange(FRAME) / 8000
_BASES = np.stack([np.exp(-2j * math.pi * hertz * _TIME[30:130]) for hertz in TONES])


def said(word: int) -> array[int]:
    """The sound of a word, a number of `TONES`."""
    return array("h", (9000 * np.sin(2 * math.pi * TONES[word] * _TIME)).astype("<i2").tobytes())


def words_in(sound: bytes) -> list[int]:
    """What is heard in 16 bit samples, frame by frame; `SILENT` where nothing is."""
    samples = np.frombuffer(sound[: len(sound) // (2 * FRAME) * 2 * FRAME], "<i2").astype(float)
    frames = samples.reshape(-1, FRAME)[:, 30:130]
    loud = np.abs(frames).mean(axis=1) > 500
    found = np.abs(frames @ _BASES.T).argmax(axis=1)
    return [int(word) if is_loud else SILENT for word, is_loud in zip(found, loud, strict=True)]


def kept(spoken: Sequence[int], heard: Sequence[int]) -> int:
    """How many of the spoken words are heard in their order (the longest common subsequence)."""
    there = np.array([word for word in heard if word != SILENT], dtype=int)
    best = np.zeros(len(there) + 1, dtype=int)
    for word in spoken:
        longer = np.where(there == word, best[:-1] + 1, 0)
        best[1:] = np.maximum.accumulate(np.maximum(best[1:], longer))
    return int(best[-1])
