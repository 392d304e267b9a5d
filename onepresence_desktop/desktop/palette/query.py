"""What is typed into the palette, taken apart: words, and the time of day at their end ("fro 1245"). Without Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from onepresence_desktop.desktop import company_time
from onepresence_desktop.desktop.commands.request import ahead
from onepresence_desktop.domain.finding import digits_of, number_typed
from onepresence_desktop.domain.names import fold

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]?([0-5]\d)", re.ASCII)
_HOUR = re.compile(r"([01]?\d|2[0-3])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Query:
    """text: as typed, without spaces round it. words: folded. digits, number: of a number, to be found by and
    to be dialled; "" when it is none.

    until: the time of day at its end, when words come before it; then `named` are the words without it.
    """

    text: str
    words: tuple[str, ...]
    digits: str
    number: str
    named: tuple[str, ...]
    until: datetime | None

    @property
    def lists_all(self) -> bool:
        """Whether all commands are asked for."""
        return self.text == "?"


def parse(text: str, now: datetime) -> Query:
    """Take a text apart; `now` is aware, and says which day a time of day belongs to."""
    text = text.strip()
    typed = text.split()
    until = _time(typed[-1], now) if len(typed) > 1 else None
    named = tuple(_folded(typed[:-1] if until is not None else typed))
    return Query(text, tuple(_folded(typed)), digits_of(text), number_typed(text), named, until)


def matches(words: tuple[str, ...], name: str) -> bool:
    """Whether each word begins one of the name's."""
    parts = fold(name).replace("-", " ").split()
    return all(any(part.startswith(word) for part in parts) for word in words)


def leads(words: tuple[str, ...], name: str) -> bool:
    """Whether the name begins with the first word."""
    return bool(words) and fold(name).startswith(words[0])


def _folded(typed: list[str]) -> list[str]:
    return [word for part in typed for word in fold(part).replace("-", " ").split()]


def _time(word: str, now: datetime) -> datetime | None:
    clock = _CLOCK.fullmatch(word) if len(word) >= 3 else None
    if clock is not None:
        return _next(f"{clock[1]}:{clock[2]}", now)
    hour = _HOUR.fullmatch(word)
    return _next(f"{hour[1]}:00", now) if hour is not None else None


def _next(text: str, now: datetime) -> datetime:
    meant = ahead(text, company_time.local(now).replace(tzinfo=None))
    return company_time.at(meant.date(), meant.time())
