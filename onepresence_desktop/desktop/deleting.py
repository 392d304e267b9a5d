"""Deleting with a way back: hidden at once, deleted when the time to undo is over (spec 6.2, 8.1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

UNDO_MS = 6000

K = TypeVar("K", bound=str)


class Deleting(QObject, Generic[K]):
    """At most one thing waits; another one, or leaving, deletes the one before. changed: what is hidden."""

    changed = Signal()

    def __init__(self, delete: Callable[[K], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._delete = delete
        self._waiting: K | None = None
        self.hidden: set[K] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(UNDO_MS)
        self._timer.timeout.connect(self.carry_out)

    @property
    def waiting(self) -> bool:
        """Whether there is something to undo."""
        return self._waiting is not None

    def begin(self, message_id: K) -> None:
        """Hide one, to be deleted soon."""
        self.carry_out()
        self._waiting = message_id
        self.hidden.add(message_id)
        self._timer.start()
        self.changed.emit()

    def undo(self) -> K | None:
        """Bring it back; which one it was."""
        self._timer.stop()
        back, self._waiting = self._waiting, None
        if back is not None:
            self.hidden.discard(back)
            self.changed.emit()
        return back

    def carry_out(self) -> None:
        """Delete what waits."""
        self._timer.stop()
        gone, self._waiting = self._waiting, None
        if gone is not None:
            self._delete(gone)
            self.changed.emit()

    def failed(self) -> None:
        """The service refused: nothing is hidden any more."""
        self.hidden.clear()
        self._waiting = None
        self._timer.stop()
        self.changed.emit()
