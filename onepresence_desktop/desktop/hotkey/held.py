"""A held key fires once: the system repeats it, people mean one call."""

from __future__ import annotations

from enum import Enum


class Key(Enum):
    """Where the key is."""

    UP = "up"
    DOWN = "down"


class Event(Enum):
    """What came of it. `REPEATED` is a release that the keyboard's repeat made up: the key is still down."""

    PRESSED = "pressed"
    RELEASED = "released"
    REPEATED = "repeated"


TABLE: dict[tuple[Key, Event], tuple[Key, bool]] = {
    (Key.UP, Event.PRESSED): (Key.DOWN, True),
    (Key.UP, Event.RELEASED): (Key.UP, False),
    (Key.UP, Event.REPEATED): (Key.UP, False),
    (Key.DOWN, Event.PRESSED): (Key.DOWN, False),
    (Key.DOWN, Event.RELEASED): (Key.UP, False),
    (Key.DOWN, Event.REPEATED): (Key.DOWN, False),
}
"""(state, event) -> (state, whether it fires)."""
