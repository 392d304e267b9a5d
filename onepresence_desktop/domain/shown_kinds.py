"""The numbers that may be shown to whoever is called, as words (spec 4.9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from onepresence_desktop.domain.words import Word


class ShownKind(Word):
    """Whose number is shown: the caller's own, one of the company's, a group's they are in, or none."""

    OWN = "own"
    COMPANY = "company"
    GROUP = "group"
    WITHHELD = "withheld"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NumberShown:
    """A user's choice. number: which of the company's or groups' numbers (E.164), None for the other kinds."""

    kind: ShownKind = ShownKind.OWN
    number: str | None = None


@dataclass(frozen=True, slots=True)
class ShownOnce:
    """A choice for the next call outside. since: a call that began before it is another."""

    choice: NumberShown
    since: datetime


OWN = NumberShown()

ALL_KINDS = frozenset({ShownKind.OWN, ShownKind.COMPANY, ShownKind.GROUP, ShownKind.WITHHELD})
"""What may be shown unless an administrator says otherwise."""
