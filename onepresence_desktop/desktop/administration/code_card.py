"""A one-time code, shown once and gone when the person or the page is left (spec 1.1; design, section 7.17)."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import IconButton
from onepresence_desktop.desktop.widgets.card import Card, into_view
from onepresence_desktop.desktop.widgets.labels import Label


class CodeCard(Card):
    """Holds the code in itself only; `clear` takes it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = Label(weight=fonts.MEDIUM)
        self._line = Label(role=fonts.Text.SMALL, tone="secondary", wrap=True)
        self.code = Label(role=fonts.Text.DISPLAY, tabular=True)
        self.copy = IconButton("copy")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 12, 10)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        row.addLayout(words, 1)
        row.addWidget(self.code)
        row.addWidget(self.copy)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.code.text().replace(" ", "")))
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """All words again."""
        self._title.setText(translate("Administration", "One-time code"))
        self._line.setText(
            translate(
                "Administration",
                "Shown only now. For the first sign-in from outside; here the first password is 0000.",
            )
        )
        self.copy.set_name(translate("Administration", "Copy the code"))
        self.code.setAccessibleName(self._title.text())

    def show_code(self, code: str) -> None:
        """Show it in two groups."""
        half = (len(code) + 1) // 2
        self.code.setText(code if "-" in code else f"{code[:half]} {code[half:]}")
        self.code.setAccessibleName(f"{self._title.text()}: {self.code.text()}")
        self.show()
        into_view(self)

    def clear(self) -> None:
        """Take it away."""
        self.code.setText("")
        self.code.setAccessibleName(self._title.text())
        self.hide()
