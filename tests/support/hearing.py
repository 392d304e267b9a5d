"""How well a sound is found in what a phone heard: a recording grows, so each part of it is searched once.

To search a minute costs seconds of a slow machine, and whoever waits for a sound asks several times a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tests.support.phones import Phone, Whole, read_wav

Samples = np.ndarray[Any, Any]

SURE = 0.995
"""Found so well, nothing better is looked for."""

BEGINNING = 2000
"""Samples by which a recording is known to be the same one."""


@dataclass
class _Searched:
    """upto: samples of the recording that were searched, which began so. best: how well it was found there."""

    beginning: Samples
    upto: int = 0
    best: float = 0.0


_known: dict[tuple[Path, Path, int, float | None], _Searched] = {}


def hears(listener: Phone, said: Path, *, seconds: float = 1.0, at: float | None = None, takes: int = 0) -> float:
    """How well a sound file is found in what a phone heard, best take.

    at: only the piece from that second. takes: not in the first so many, which are of calls before.
    """
    sound, size = read_wav(said), int(8000 * seconds)
    starts = range(0, max(1, len(sound) - size), size // 2) if at is None else [int(8000 * at)]
    pieces = [sound[start : start + size] for start in starts]
    best = 0.0
    for heard in listener.heard()[takes:]:
        best = max(best, _searched(heard, (heard, said, size, at), pieces))
        if best > SURE:
            break
    return best


def _searched(heard: Path, key: tuple[Path, Path, int, float | None], pieces: list[Samples]) -> float:
    take, size = read_wav(heard), len(pieces[0])
    known = _known.get(key)
    if known is None or len(take) < known.upto or not np.array_equal(take[: len(known.beginning)], known.beginning):
        known = _known[key] = _Searched(take[:BEGINNING])
    fresh = take[max(0, known.upto - size + 1) :]
    if known.best > SURE or not size or len(fresh) < size:
        return known.best
    whole = Whole(fresh, size)
    for piece in pieces:
        if len(piece) == size:
            known.best = max(known.best, whole.find(piece)[0])
        if known.best > SURE:
            return known.best
    known.upto = len(take)
    return known.best
