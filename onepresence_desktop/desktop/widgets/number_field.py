"""A field for a local number: seven digits, grouped 3 + 4, with a counter until it is whole."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.fields import Field

DIGITS = 7


class LocalNumberField(Field):
    """Takes digits alone, from typing and pasting. completed: the seventh digit has just been typed."""

    completed = Signal()
    number_changed = Signal(str)

    def __init__(self, name: str = "") -> None:
        super().__init__(name, tabular=True)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._number = ""
        self.textEdited.connect(self._regroup)

    @property
    def number(self) -> str:
        """The digits, without the gap."""
        return self._number

    @property
    def whole(self) -> bool:
        """Whether all seven are there."""
        return len(self._number) == DIGITS

    def set_number(self, number: str) -> None:
        """Fill in a known number."""
        self._number = "".join(c for c in number if c in "0123456789")[:DIGITS]
        self.setText(_grouped(self._number))
        self._count()

    def retranslate(self) -> None:
        """The counter in the language in use."""
        self._count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace and Delete step over the gap, which isn't the user's."""
        place, text = self.cursorPosition(), self.text()
        if not self.hasSelectedText():
            if event.key() == Qt.Key.Key_Backspace and text[place - 1 : place] == " ":
                self.setCursorPosition(place - 1)
            elif event.key() == Qt.Key.Key_Delete and text[place : place + 1] == " ":
                self.setCursorPosition(place + 1)
        super().keyPressEvent(event)

    def _regroup(self, text: str) -> None:
        before = self._number
        behind = sum(1 for c in text[self.cursorPosition() :] if c in "0123456789")
        self._number = "".join(c for c in text if c in "0123456789")[:DIGITS]
        grouped = _grouped(self._number)
        self.setText(grouped)
        place = len(grouped)
        while behind > 0 and place > 0:
            place -= 1
            behind -= grouped[place] != " "
        self.setCursorPosition(place)
        self._count()
        if self._number != before:
            self.number_changed.emit(self._number)
            if self.whole and len(before) < DIGITS:
                self.completed.emit()

    def _count(self) -> None:
        typed = len(self._number)
        some = 0 < typed < DIGITS
        note = translate("Fields", "{typed} of {all} digits").format(typed=typed, all=DIGITS) if some else ""
        self.set_note(note)


def _grouped(digits: str) -> str:
    return f"{digits[:3]} {digits[3:]}" if len(digits) > 3 else digits
