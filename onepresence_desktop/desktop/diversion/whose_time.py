"""Says in whose time a page is, where the company's clock and this computer's differ."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.labels import Label

TICK_MS = 5000
"""How often the time is looked at; it is shown in minutes."""


class WhoseTime(Label):
    """Nothing where the two are the same."""

    def __init__(self, session: Session) -> None:
        super().__init__(role=fonts.Text.SMALL, tone="secondary", elide=True, tabular=True)
        self._session = session
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.say)
        session.reset.connect(self.say)
        self.say()

    def say(self) -> None:
        """As it is now."""
        now = self._session.now()
        place = texts.other_place(now)
        words = ""
        if place:
            words = translate("Diversion", "Times in {place}, where it is {time}")
            words = words.format(place=place, time=texts.clock(now))
        self.setText(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the clock while seen."""
        super().showEvent(event)
        self.say()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._tick.stop()
