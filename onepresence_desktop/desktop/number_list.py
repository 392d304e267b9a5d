"""A list of numbers that the user keeps: names where they are known, else the numbers themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.named_numbers import name_of_number
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.chips import Chip
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.flow_layout import FlowLayout
from onepresence_desktop.desktop.widgets.labels import Label


class NumberList(QWidget):
    """A chip for each number, which takes it off when it is pressed, and a field in which Enter adds one.

    wanted: the whole list as it should be; what was added in the spelling it was typed in. What is shown stays until
    `show_numbers` tells of another list.
    """

    wanted = Signal(list)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._numbers: list[str] = []
        self._shown: list[tuple[str, str]] = []
        self._typed = ""
        self._remove = "{name}"
        self.entries: list[Chip] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._box = QWidget()
        self._chips = FlowLayout(self._box)
        column.addWidget(self._box)
        self.add = Field(icon="call", tabular=True)
        self.add.setMaximumWidth(280)
        self.add.returnPressed.connect(self._added)
        column.addWidget(self.add)
        self._complaint = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        self._complaint.hide()
        column.addWidget(self._complaint)
        self.show_numbers([])
        session.phonebook_changed.connect(self._names_changed)

    def show_numbers(self, numbers: Sequence[str]) -> None:
        """All that are on the list: E.164 or local numbers, in this order."""
        self._numbers = list(numbers)
        shown = [(number, self._name_of(number)) for number in numbers]
        self._box.setVisible(bool(shown))
        if shown != self._shown:
            self._shown = shown
            self._rebuild()

    def _names_changed(self) -> None:
        self.show_numbers(self._numbers)

    def say(self, add: str, remove: str) -> None:
        """What the field is for, and what a chip does ("Take {name} off the list")."""
        self.add.set_name(add)
        self.add.setPlaceholderText(add)
        self._remove = remove
        self._rebuild()

    def complain(self, words: str) -> None:
        """Say why the list can't be as it was wanted; what was typed stands there again. "" takes it back."""
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        if words and not self.add.text():
            self.add.setText(self._typed)

    def _name_of(self, number: str) -> str:
        contact = self._session.phonebook.whose(number)
        named = name_of_number(self._session.mirror, number) or (contact.name if contact is not None else "")
        return named or texts.number(number)

    def _added(self) -> None:
        typed = self.add.text().strip()
        if typed:
            self._typed = typed
            self.add.clear()
            self.complain("")
            self.wanted.emit([*self._numbers, typed])

    def _removed(self, number: str) -> None:
        self._typed = ""
        self.complain("")
        self.wanted.emit([other for other in self._numbers if other != number])

    def _rebuild(self) -> None:
        for chip in self.entries:
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.entries = []
        for number, name in self._shown:
            chip = Chip(name, icon="close", outlined=True).that_writes()
            chip.setAutoExclusive(False)
            chip.setCheckable(False)
            chip.setAccessibleName(self._remove.format(name=name))
            chip.clicked.connect(lambda _on=False, number=number: self._removed(number))
            self._chips.addWidget(chip)
            self.entries.append(chip)
        before: QWidget | None = None
        for part in (*self.entries, self.add):
            if before is not None:
                QWidget.setTabOrder(before, part)
            before = part
