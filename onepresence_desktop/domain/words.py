"""Words that travel between a service and its clients, which may be of different versions (spec 13.8)."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

UNKNOWN = "unknown"
"""What a client reads where a newer service says a word that it doesn't have."""


class Word(StrEnum):
    """A set of wire words. Each has a member UNKNOWN: "a word of a newer version", shown as such, made by nobody."""

    @classmethod
    def known(cls) -> tuple[Self, ...]:
        """All that can be chosen and said: every word but UNKNOWN."""
        return tuple(word for word in cls if word.value != UNKNOWN)

    @classmethod
    def offered(cls, chosen: Self | None) -> tuple[Self, ...]:
        """What a form offers where `chosen` was read: all known words, and UNKNOWN only where that is what stands."""
        return (*cls.known(), chosen) if chosen is not None and chosen.value == UNKNOWN else cls.known()
