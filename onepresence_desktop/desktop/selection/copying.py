"""The way round where a program tells nobody what is marked: copy, read, and put back what was copied before.

Steps as a table of waits over a `Board` (the system's clipboard) and `Keys` (its keyboard), so that both systems, and
the tests, share them. Never used in terminals, where Ctrl+C ends the program.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from onepresence_desktop.desktop.selection.limits import MOST_BYTES, PATIENCE

LET_GO = 1.5
"""Seconds the user has to let go of the hotkey: held modifiers would turn copy into something else."""

STEP = 0.01
MOST_KEPT = 32 * 1024 * 1024
"""Bytes on the clipboard that are kept to be put back; with more there, nothing is copied."""


class Board(Protocol):
    """The clipboard."""

    def count(self) -> int:
        """Rises with every change by anyone."""
        ...

    def keep(self) -> object | None:
        """All of it in every format; None when it is too much or can't be read."""

    def text(self) -> str:
        """Its text."""
        ...

    def put_back(self, kept: object) -> None:
        """What was kept, marked as nothing for clipboard histories."""


class Keys(Protocol):
    """The keyboard."""

    def held(self) -> bool:
        """Whether a modifier or the hotkey's key is down."""
        ...

    def copy(self) -> None:
        """The system's copy keys, as if pressed."""


@dataclass
class Copying:
    """One attempt at a time; a second press meanwhile gets nothing."""

    board: Board
    keys: Keys
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.monotonic
    busy: bool = False

    def read(self) -> str:
        """What is marked; "" when it can't be had. The clipboard is as before. Blocking."""
        if self.busy:
            return ""
        self.busy = True
        try:
            return self._read()
        finally:
            self.busy = False

    def _read(self) -> str:
        if not self._until(lambda: not self.keys.held(), LET_GO):
            return ""
        kept = self.board.keep()
        if kept is None:
            return ""
        before = self.board.count()
        self.keys.copy()
        if not self._until(lambda: self.board.count() != before, PATIENCE):
            return ""
        copied = self.board.count()
        text = self.board.text()
        # Somebody else's copy since then is theirs and stays.
        if self.board.count() == copied:
            self.board.put_back(kept)
        return text[:MOST_BYTES]

    def _until(self, condition: Callable[[], bool], seconds: float) -> bool:
        end = self.now() + seconds
        while not condition():
            if self.now() >= end:
                return False
            self.sleep(STEP)
        return True
