"""The one timer by which everything that rings pulses (design, section 4): it runs only while someone listens."""

from __future__ import annotations

import math
from time import monotonic

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.theme.tokens import Motion

STEP_MS = 50
FAINTEST = 0.45


class Pulse(QObject):
    """`opacity` goes from 1 to 0.45 and back; `beat` tells when to repaint the pills that ring.

    Call `hold` when something starts to ring in view and `release` when nothing does any more, each with the same key.
    """

    beat = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opacity = 1.0
        self._holders: set[object] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)

    def hold(self, key: object) -> None:
        """Something rings in view."""
        self._holders.add(key)
        if not current().reduced_motion and not self._timer.isActive():
            self._timer.start()

    def release(self, key: object) -> None:
        """Nothing of `key` rings any more."""
        self._holders.discard(key)
        if not self._holders:
            self._timer.stop()
            self.opacity = 1.0

    def _step(self) -> None:
        phase = (monotonic() * 1000 % Motion.PULSE) / Motion.PULSE
        self.opacity = FAINTEST + (1 - FAINTEST) * (0.5 + 0.5 * math.cos(2 * math.pi * phase))
        self.beat.emit()


_pulse: Pulse | None = None


def pulse() -> Pulse:
    """The process's pulse."""
    global _pulse
    if _pulse is None:
        _pulse = Pulse(QCoreApplication.instance())
    return _pulse
