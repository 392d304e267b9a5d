"""A text in several languages, of which one is shown; heard as callers do, or replaced by a recording."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import IconButton
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.domain.company_number import Said


class SaidField(QWidget):
    """changed: by typing. listen: a text and its language. choose, hear, forget: a recording in a language."""

    changed = Signal()
    listen = Signal(str, str)
    choose = Signal(str)
    hear = Signal(str)
    forget = Signal(str)

    def __init__(self, *, lines: int = 2) -> None:
        super().__init__()
        self._said: Said = {}
        self._language = "da"
        self._recorded: dict[str, float] = {}
        self._name = ""
        self.text = QPlainTextEdit()
        self.text.setFont(fonts.font())
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(18 * lines + 18)
        self.play = IconButton("play", bordered=True)
        self.upload = IconButton("upload", bordered=True).that_writes()
        self.recorded, self.delete = (
            Label(role=fonts.Text.SMALL, tone="secondary", wrap=True),
            IconButton("delete").that_writes(),
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.play, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.upload, 0, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.addWidget(self.recorded, 1)
        below.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addLayout(below)
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(self._typed)
        self.play.clicked.connect(self._play)
        self.upload.clicked.connect(lambda: self.choose.emit(self._language))
        self.delete.clicked.connect(lambda: self.forget.emit(self._language))
        self.upload.setEnabled(False)
        self._able()

    def setAccessibleName(self, name: str) -> None:
        """Of the text, for the row itself takes no focus."""
        self._name = name
        self.text.setAccessibleName(name)
        self.play.set_name(translate("Company", "Listen: {what}").format(what=name))
        self.upload.set_name(translate("Company", "Choose a sound file instead: {what}").format(what=name))
        self.delete.set_name(translate("Company", "Delete the recording: {what}").format(what=name))
        self._able()

    def show_said(self, said: Said) -> None:
        """Other texts."""
        self._said = dict(said)
        self._show()

    def show_recorded(self, recorded: dict[str, float], *, possible: bool) -> None:
        """Seconds of the recordings by language. possible: there may be some, for the number is saved."""
        self._recorded = recorded
        self.upload.setEnabled(possible)
        self._able()

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

    def _play(self) -> None:
        if self._language in self._recorded:
            self.hear.emit(self._language)
        else:
            self.listen.emit(self.text.toPlainText(), self._language)

    def _able(self) -> None:
        seconds = self._recorded.get(self._language)
        self.recorded.setVisible(seconds is not None)
        self.delete.setVisible(seconds is not None)
        if seconds is not None:
            heard = translate("Company", "Recorded ({length}): heard instead of the text")
            self.recorded.setText(heard.format(length=texts.span(seconds)))
        self.play.setEnabled(seconds is not None or bool(self.text.toPlainText().strip()))
