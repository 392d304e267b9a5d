"""What every system's way to take a key looks like from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from onepresence_desktop.desktop.hotkey.combination import Combination

Fired = Callable[[], None]
"""Called on any thread when a combination is pressed; once per hold."""


class Grabber(Protocol):
    """Takes combinations from the system."""

    def start(self, fired: Fired) -> None:
        """Be ready to take keys. Raises `OSError` when the system can't be asked."""

    def take(self, combinations: Sequence[Combination]) -> list[Combination]:
        """Take just these, letting go of all others; those that another program has already."""
        ...

    def stop(self) -> None:
        """Let everything go."""

    def label(self, combination: Combination) -> str:
        """What is printed on the key ("§"), under the layout of now; "" when unknown."""
        ...

    def place(self, scan_code: int, virtual_key: int) -> int:
        """The PC scan code of a key event of Qt (`nativeScanCode`, `nativeVirtualKey`); 0 when it has none."""
        ...
