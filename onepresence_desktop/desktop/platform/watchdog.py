"""How long the window's thread was busy at a stretch: people feel what takes longer than a frame."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QAbstractEventDispatcher, QObject

FRAME = 0.016
"""Seconds: one picture at 60 Hz."""


@dataclass(slots=True)
class Stretches:
    """busiest: seconds of the thread's own work in the longest, whatever else the machine was doing."""

    count: int = 0
    over_a_frame: int = 0
    busiest: float = 0.0

    def __str__(self) -> str:
        return (
            f"{self.count} stretches, {self.over_a_frame} over {FRAME * 1000:.0f} ms of work, "
            f"the longest {self.busiest * 1000:.1f} ms"
        )


class Watchdog(QObject):
    """Measures the work between one moment the thread may sleep and the next; `seen` since the last `restart`.

    By the thread's own clock: where GLib turns the loop, events are handled between "about to block" and "awake".
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seen = Stretches()
        self._work: float | None = None
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.connect(self._idle)

    def restart(self) -> None:
        """Count anew, from the next idle moment."""
        self.seen = Stretches()
        self._work = None

    def _idle(self) -> None:
        now = time.thread_time()
        if self._work is not None:
            worked = now - self._work
            seen = self.seen
            seen.count += 1
            seen.over_a_frame += worked > FRAME
            seen.busiest = max(seen.busiest, worked)
        self._work = now
