"""When the program has been behind others for a while after it was used."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

REST_MS = 20_000
"""Who looks something up and goes on elsewhere comes back within that, or not soon."""


class Background(QObject):
    """rested: once after each time it was in front."""

    rested = Signal()

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.rested)
        app.applicationStateChanged.connect(self.take)

    def take(self, state: Qt.ApplicationState) -> None:
        """It has come to the front, or gone from there."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._timer.stop()
        else:
            self._timer.start()
