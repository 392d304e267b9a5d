"""Asks once more before something that can't be taken back; for the worst the name must be typed (design, 7.17)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Card, into_view
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label


class SureCard(Card):
    """Hidden until `ask`. agreed: yes, do it."""

    agreed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = ""
        self._words = Label(tone="secondary", wrap=True)
        self.typed = Field()
        self.leave = Button(kind=Kind.QUIET, small=True)
        self.agree = Button(kind=Kind.DANGER_TEXT, small=True).that_writes()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.typed, 1)
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.agree)
        column.addLayout(row)
        self.typed.textChanged.connect(self._check)
        self.typed.returnPressed.connect(self.agree.click)
        self.leave.clicked.connect(self.clear)
        self.agree.clicked.connect(self._agreed)
        self.hide()

    def ask(self, words: str, verb: str, name: str = "") -> None:
        """Show `words` and a button `verb`; with a name, the button is off until that name is typed."""
        self._name = name
        self._words.setText(words)
        self.setAccessibleName(words)
        self.agree.setText(verb)
        self.agree.updateGeometry()
        self.leave.setText(translate("Administration", "Cancel"))
        self.leave.updateGeometry()
        self.typed.clear()
        self.typed.setPlaceholderText(name)
        self.typed.set_name(translate("Administration", "Type the name: {name}").format(name=name))
        self.typed.setVisible(bool(name))
        self._check()
        self.show()
        into_view(self)
        (self.typed if name else self.agree).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Nothing is asked any more."""
        self.hide()

    def _check(self) -> None:
        self.agree.setEnabled(self.typed.text().strip().casefold() == self._name.casefold())

    def _agreed(self) -> None:
        self.clear()
        self.agreed.emit()
