"""Rings of garbage are collected on the window's thread alone, in its idle moments.

Python collects on whichever thread happens to allocate, and the hotkey, the keyring and the readers of files have
threads of their own: a forgotten widget that is part of a ring would be destroyed there, which Qt answers with a crash.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QAbstractEventDispatcher, QObject

YOUNG = 5_000
"""New containers before a look at the youngest: a fraction of a millisecond of work."""

OLDER = 20
"""Collections of a generation before the next older one has its turn."""

BETWEEN_WHOLE = 120.0
"""Seconds at least between two looks at everything: with thousands of colleagues each takes several milliseconds."""


class Collector(QObject):
    """Takes over from Python's own collector for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._whole = time.monotonic()
        gc.disable()
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.connect(self.idle)

    def settle(self) -> None:
        """What lives now (modules, the window, the theme) stays till the end: it is not looked at again."""
        if gc.get_freeze_count():
            return
        gc.collect()
        gc.freeze()
        self._whole = time.monotonic()

    def idle(self) -> None:
        """The thread is about to sleep: collect when enough has come together."""
        young, middle, old = gc.get_count()
        if young < YOUNG:
            return
        if middle < OLDER:
            gc.collect(0)
        elif old < OLDER or time.monotonic() - self._whole < BETWEEN_WHOLE:
            gc.collect(1)
        else:
            self._whole = time.monotonic()
            gc.collect()
