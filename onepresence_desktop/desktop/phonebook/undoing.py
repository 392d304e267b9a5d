"""What was just done to contacts, and how it is taken back within some seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from onepresence_desktop.desktop.deleting import UNDO_MS
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.banner import Banner, Tone


class Undo(Banner):
    """A band that says what was done, with Undo beside it; gone by itself."""

    def __init__(self) -> None:
        super().__init__(Tone.NEUTRAL, icon="success", link=True)
        self._back: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(UNDO_MS)
        self._timer.timeout.connect(self.over)
        self.action_clicked.connect(self.undo)

    def offer(self, words: str, back: Callable[[], None] | None = None, *, tone: Tone = Tone.NEUTRAL) -> None:
        """Say what was done. back: takes it back."""
        self._back = back
        self.set_tone(tone, "error" if tone is Tone.DANGER else "success")
        self.set_action(translate("Phonebook", "Undo") if back is not None else "")
        self.say(words)
        self._timer.start()

    @property
    def waiting(self) -> bool:
        """Whether there is something to take back."""
        return self._back is not None

    def undo(self) -> None:
        """Take it back."""
        back, self._back = self._back, None
        self.over()
        if back is not None:
            back()

    def over(self) -> None:
        """It stands."""
        self._back = None
        self._timer.stop()
        self.hide()
