"""A text in several languages, of which one is shown; with a button to hear it as callers do."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import IconButton
from onepresence_desktop.domain.company_number import Said


class SaidField(QWidget):
    """changed: by typing. listen: a text and its language."""

    changed = Signal()
    listen = Signal(str, str)

    def __init__(self, *, lines: int = 2) -> None:
        super().__init__()
        self._said: Said = {}
        self._language = "da"
        self.text = QPlainTextEdit()
        self.text.setFont(fonts.font())
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(18 * lines + 18)
        self.play = IconButton("play", bordered=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.play, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(self._typed)
        self.play.clicked.connect(lambda: self.listen.emit(self.text.toPlainText(), self._language))
        self._able()

    def setAccessibleName(self, name: str) -> None:
        """Of the text, for the row itself takes no focus."""
        self.text.setAccessibleName(name)
        self.play.set_name(translate("Company", "Listen: {what}").format(what=name))

    def show_said(self, said: Said) -> None:
        """Other texts."""
        self._said = dict(said)
        self._show()

    def set_language(self, language: str) -> None:
        """Show it in another language."""
        self._language = language
        self._show()

    @property
    def said(self) -> Said:
        """The text by language, without empty ones."""
        return {language: text for language, text in self._said.items() if text.strip()}

    def _show(self) -> None:
        blocker = QSignalBlocker(self.text)
        self.text.setPlainText(self._said.get(self._language, ""))
        blocker.unblock()
        others = next((text for text in self._said.values() if text.strip()), "")
        self.text.setPlaceholderText(others)
        self._able()

    def _typed(self) -> None:
        self._said[self._language] = " ".join(self.text.toPlainText().split("\n"))
        self._able()
        self.changed.emit()

    def _able(self) -> None:
        self.play.setEnabled(bool(self.text.toPlainText().strip()))
