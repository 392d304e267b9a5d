"""A physical key with its modifiers, written the same on every system.

The key is named by its place, not its character: `scan` is the PC scan code (set 1, which evdev shares for the main
block). X11 adds 8; macOS has a table of its own. So it stays the same key under every layout.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LEFT_OF_ONE = 0x29

_TEXT = re.compile(r"(?P<modifiers>(?:(?:ctrl|shift|alt|meta)\+)*)scan(?P<scan>\d{1,3})")
_FUNCTION_KEYS = {*range(59, 69), 87, 88}


@dataclass(frozen=True, slots=True)
class Combination:
    """One combination. scan: the key's place."""

    scan: int
    ctrl: bool = False
    shift: bool = False
    alt: bool = False
    meta: bool = False

    def __str__(self) -> str:
        """As it is kept in the settings: "ctrl+shift+scan41"."""
        names = [n for n in ("ctrl", "shift", "alt", "meta") if getattr(self, n)]
        return "+".join([*names, f"scan{self.scan}"])

    @property
    def usable(self) -> bool:
        """Whether nobody types it by accident: with Ctrl, Alt or Meta, or a function key."""
        return self.ctrl or self.alt or self.meta or self.scan in _FUNCTION_KEYS


STANDARD = (Combination(LEFT_OF_ONE, ctrl=True), Combination(LEFT_OF_ONE, ctrl=True, shift=True))
"""On a Danish keyboard the key is ½, and § with Shift: both are taken, so that Ctrl+§ works however it is meant."""


def parse(text: str) -> Combination | None:
    """From the settings; None for what isn't one."""
    found = _TEXT.fullmatch(text)
    if found is None or not 1 <= int(found["scan"]) <= 247:
        return None
    names = set(found["modifiers"].split("+"))
    return Combination(int(found["scan"]), **{n: n in names for n in ("ctrl", "shift", "alt", "meta")})


SPACE = 0x39
PALETTE_STANDARD = (Combination(SPACE, ctrl=True, alt=True),)
"""Ctrl+Alt+Space, for the command palette."""
WINDOW_STANDARD = (Combination(0x18, ctrl=True, alt=True),)
"""Ctrl+Alt+O, for the window."""

ANSWER_STANDARD = (Combination(0x30, ctrl=True, alt=True),)
"""Ctrl+Alt+B, to answer a call."""


def wanted(setting: str, standard: tuple[Combination, ...] = STANDARD) -> tuple[Combination, ...]:
    """The combinations that a setting means; the standard for "" and for what can't be used."""
    one = parse(setting)
    return (one,) if one is not None and one.usable else standard
