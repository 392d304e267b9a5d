"""What companies recorded themselves: what their numbers say, and the music of who waits."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from onepresence_desktop.wire.bodies import Number
from onepresence_desktop.wire.commands.base import Code, Command, Result

Place = Literal["music", "greeting", "queue", "closed", "holiday", "nobody", "menu"]


class SoundList(Command, frozen=True, kw_only=True, tag="sound_list"):
    """All of a company's. customer: may be left out where there is only one."""

    customer: Code | None = None


class SoundAt(Command, frozen=True, kw_only=True):
    """Which recording: the music, or what a company number (its public number) says in a language.

    number may be left out where the company has only one, language for its first. menu: its name.
    """

    place: Place
    number: Number | None = None
    language: Annotated[str, msgspec.Meta(pattern="^(da|sv|en)$")] | None = None
    menu: Annotated[str, msgspec.Meta(max_length=120)] = "main"
    customer: Code | None = None


class SoundSet(SoundAt, frozen=True, kw_only=True, tag="sound_set"):
    """Put a WAV file there."""

    wav: bytes


class SoundRemove(SoundAt, frozen=True, kw_only=True, tag="sound_remove"):
    """The service's voice, or its own music, again."""


class ListedSound(Result, frozen=True, kw_only=True):
    """One recording. number, language: "" for music; place: as in the API, menu.NAME for a menu."""

    customer: str
    place: str
    number: str = ""
    language: str = ""
    seconds: float


class ListedSounds(Result, frozen=True, kw_only=True):
    """The answer to all three: what the company has now."""

    sounds: list[ListedSound]
