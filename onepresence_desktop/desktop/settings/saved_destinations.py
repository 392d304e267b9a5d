"""Destinations kept under a name: seen, added and removed (spec 3.3)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.settings.rows import ROW_HEIGHT
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.desktop.widgets.card import Card, Line
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.refilling import emptied, shown_now
from onepresence_desktop.domain.diversion import SavedDestination


class DestinationRow(QWidget):
    """One: name, number, and a button that removes it."""

    removed = Signal()

    def __init__(self, destination: SavedDestination) -> None:
        super().__init__()
        self.setFixedHeight(ROW_HEIGHT)
        self.setAccessibleName(f"{destination.name}, {texts.number(destination.number)}")
        remove = IconButton(
            "delete", translate("Settings", "Remove {name}").format(name=destination.name), size=14, parent=self
        )
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.addWidget(Label(destination.name))
        row.addStretch()
        row.addWidget(Label(texts.number(destination.number), tone="secondary", tabular=True))
        row.addWidget(remove)


class SavedDestinations(Card):
    """added: name and number as typed. removed: an id."""

    added = Signal(str, str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.name, self.number = Field(), Field(tabular=True)
        self.add = Button(icon="add")
        self.add.clicked.connect(self._add)
        for field in (self.name, self.number):
            field.textChanged.connect(lambda _text: self._judge())
        new = QHBoxLayout()
        new.setContentsMargins(11, 8, 11, 10)
        new.setSpacing(8)
        new.addWidget(self.name, 3)
        new.addWidget(self.number, 2)
        new.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._rows)
        column.addLayout(new)
        self.complaint = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        self.complaint.setContentsMargins(11, 0, 11, 10)
        self.complaint.hide()
        column.addWidget(self.complaint)
        self.retranslate()

    def show_destinations(self, destinations: list[SavedDestination]) -> None:
        """All there are."""
        emptied(self._rows)
        for destination in destinations:
            row = DestinationRow(destination)
            row.removed.connect(lambda destination_id=destination.id: self.removed.emit(destination_id))
            self._rows.addWidget(row)
            self._rows.addWidget(Line())
        shown_now(self._rows)

    def taken(self) -> None:
        """The server has it: room for the next."""
        self.name.clear()
        self.number.clear()

    def complain(self, words: str) -> None:
        """Why the number can't be kept, under it; "" takes it back."""
        self.number.set_error(bool(words))
        self.number.setAccessibleDescription(words)
        self.complaint.setText(words)
        self.complaint.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.add.isEnabled():
            self._add()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """All texts again."""
        self.name.set_name(translate("Settings", "Name of the destination"))
        self.name.setPlaceholderText(translate("Settings", "Name"))
        self.number.set_name(translate("Settings", "Number of the destination"))
        self.number.setPlaceholderText(translate("Settings", "Number"))
        self.add.setText(translate("Settings", "Add"))
        self.add.updateGeometry()
        self._judge()

    def _judge(self) -> None:
        self.complain("")
        self.add.setEnabled(bool(self.name.text().strip() and self.number.text().strip()))

    def _add(self) -> None:
        self.added.emit(self.name.text().strip(), self.number.text().strip())
