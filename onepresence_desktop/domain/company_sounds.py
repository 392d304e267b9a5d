"""What a company recorded itself: what its numbers say, and the music of whoever waits (spec 12.4a)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from onepresence_desktop.domain.company_number import CompanyMenu, CompanyNumber, CompanyNumberId
from onepresence_desktop.domain.errors import Invalid

MUSIC = "music"
"""The key of what is heard by who is held, parked, or waits for a group."""

PLACES = ("greeting", "queue", "closed", "holiday", "nobody")
"""What a company number says, besides its menus."""

SHORTEST = 0.5
LONGEST = {MUSIC: 180.0}
LONGEST_SAID = 120.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class CompanySound:
    """One recording. digest: SHA-256 of its samples in hexadecimal, by which a copy of it is known."""

    seconds: float
    digest: str


@dataclass(frozen=True, slots=True)
class SaidAt:
    """Where something is said: a number, one of its texts or menus, and the language."""

    number_id: CompanyNumberId
    place: str
    language: str

    @property
    def key(self) -> str:
        """As it is kept."""
        return f"{self.number_id} {self.language} {self.place}"


def menu_place(name: str) -> str:
    """What a menu says."""
    return f"menu.{name}"


def said_at(key: str) -> SaidAt | None:
    """The other way; None for music."""
    number_id, _, rest = key.partition(" ")
    language, _, place = rest.partition(" ")
    return SaidAt(CompanyNumberId(number_id), place, language) if place else None


def longest(key: str) -> float:
    """Seconds that a recording may last."""
    return LONGEST.get(key, LONGEST_SAID)


def checked_place(number: CompanyNumber, at: SaidAt) -> SaidAt:
    """A place that the number has. Raises `Invalid`."""
    if at.place not in PLACES and all(menu_place(menu.name) != at.place for menu in number.menus):
        raise Invalid(field="place", problem="unknown")
    if at.language not in number.languages:
        raise Invalid(field="language", problem="unknown")
    return at


def renamed(before: CompanyNumber, now: CompanyNumber, sounds: Mapping[str, CompanySound]) -> dict[str, str]:
    """Keys of recordings whose menu was given another name, old to new.

    A menu is the same under another name when no menu has its old one any more, and it says or does what it did.
    """
    names: dict[str, str] = {}
    new = [menu for menu in now.menus if before.menu(menu.name) is None]
    for menu in before.menus:
        if now.menu(menu.name) is not None:
            continue
        same = next((one for one in new if one.name not in names.values() and _alike(menu, one)), None)
        if same is not None:
            names[menu.name] = same.name
    places = {menu_place(old): menu_place(name) for old, name in names.items()}
    said = [at for key in sounds if (at := said_at(key)) is not None and at.number_id == now.id and at.place in places]
    return {at.key: replace(at, place=places[at.place]).key for at in said}


def _alike(one: CompanyMenu, other: CompanyMenu) -> bool:
    return bool(one.text and one.text == other.text) or bool(one.keys and one.keys == other.keys)


def left_over(number: CompanyNumber, sounds: Mapping[str, CompanySound]) -> list[str]:
    """Keys of a number's recordings for which there is no menu any more."""
    menus = {menu_place(menu.name) for menu in number.menus}
    said = [at for key in sounds if (at := said_at(key)) is not None and at.number_id == number.id]
    return [at.key for at in said if at.place not in PLACES and at.place not in menus]


def recorded(number_id: CompanyNumberId, sounds: Mapping[str, CompanySound]) -> dict[tuple[str, str], str]:
    """A number's recordings, for its menu: digests by place and language."""
    said = [(at, sounds[key].digest) for key in sounds if (at := said_at(key)) is not None]
    return {(at.place, at.language): digest for at, digest in said if at.number_id == number_id}
