"""What a user says themselves to their callers: their name, and a greeting after it (spec 6.5)."""

from __future__ import annotations

from dataclasses import dataclass

from onepresence_desktop.domain.words import Word


class SpokenKind(Word):
    """Which of the two."""

    NAME = "name"
    GREETING = "greeting"
    UNKNOWN = "unknown"


LONGEST = {SpokenKind.NAME: 10.0, SpokenKind.GREETING: 120.0}
"""Seconds."""

SHORTEST = 0.5
"""Seconds; less is a click."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One recording. digest: SHA-256 of its samples in hexadecimal, by which a copy of it is known."""

    kind: SpokenKind
    seconds: float
    digest: str
