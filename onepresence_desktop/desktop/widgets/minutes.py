"""Words that are relative to the present moment ("2 min ago", "today") follow the clock while they are seen."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

MINUTE_MS = 60_000


class Minutes(QObject):
    """passed: another minute has begun, or the part has come into view again. A part that isn't seen wakes nobody.

    Whoever hears it says its words again and leaves all else as it is: focus, selection, what is being typed.
    """

    passed = Signal()

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        part.installEventFilter(self)

    def _tell(self) -> None:
        self.passed.emit()
        self._timer.start(MINUTE_MS - round(time.time() * 1000) % MINUTE_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shown: say it now, and from now on; hidden: no more."""
        if event.type() == QEvent.Type.Show:
            self._tell()
        elif event.type() == QEvent.Type.Hide:
            self._timer.stop()
        return False
