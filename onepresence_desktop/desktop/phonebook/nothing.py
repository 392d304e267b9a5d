"""What stands where there are no contacts, with two ways on."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.contact_index import Shelf
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.labels import Label


class Why(Enum):
    """Why no contact is shown at the right."""

    NOT_CHOSEN = "not_chosen"
    NOT_FOUND = "not_found"
    NO_STARS = "no_stars"
    EMPTY = "empty"


def why_nothing(shelf: Shelf, *, there: bool, searched: bool) -> Why:
    """there: whether the list has rows; searched: whether it was narrowed."""
    if there:
        return Why.NOT_CHOSEN
    if searched:
        return Why.NOT_FOUND
    return Why.NO_STARS if shelf is Shelf.FAVOURITES else Why.EMPTY


def _words(why: Why) -> str:
    return {
        Why.NOT_CHOSEN: translate("Phonebook", "Choose a contact"),
        Why.NOT_FOUND: translate("Phonebook", "No contact matches"),
        Why.NO_STARS: translate("Phonebook", "A star beside a colleague or contact brings them here"),
        Why.EMPTY: translate("Phonebook", "No contacts here"),
    }[why]


class Nothing(Surface):
    """new_wanted, import_wanted: what was pressed."""

    new_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Color.BG_WINDOW, parent=parent)
        self._words = Label(role=fonts.Text.HEADING, wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.new = Button(icon="add")
        self.files = Button(icon="upload")
        self.new.clicked.connect(self.new_wanted)
        self.files.clicked.connect(self.import_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addStretch()
        column.addWidget(self._words)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addStretch()
        across.addWidget(self.new)
        across.addWidget(self.files)
        across.addStretch()
        column.addLayout(across)
        column.addStretch()

    def say(self, why: Why, *, ways: bool) -> None:
        """Why there is nothing; ways: whether a contact can be made here."""
        self._words.setText(_words(why))
        self.new.setText(translate("Phonebook", "New contact"))
        self.files.setText(translate("Phonebook", "Import"))
        for button in (self.new, self.files):
            button.updateGeometry()
            button.setVisible(ways)
