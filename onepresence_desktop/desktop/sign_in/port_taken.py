"""The telephone system on this computer can't listen where it should: which port, and another one to use instead."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.sign_in.frame import FixedDialog, IconPlate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Footer
from onepresence_desktop.desktop.widgets.labels import Label

WIDTH, HEIGHT = 480, 320


class PortTaken(FixedDialog):
    """chosen: the other port, or the same one again. phones: it is the phones' port, which they must be told."""

    chosen = Signal(int)

    def __init__(self, port: int, other: int | None, *, phones: bool) -> None:
        super().__init__(WIDTH, HEIGHT)
        self._port, self._offered, self._phones = port, other, phones
        body = QVBoxLayout()
        body.setContentsMargins(32, 26, 32, 0)
        body.setSpacing(6)
        self._title = Label(role=fonts.Text.TITLE, wrap=True)
        self._line = Label(tone="secondary", wrap=True)
        body.addWidget(IconPlate("server"))
        body.addSpacing(8)
        body.addWidget(self._title)
        body.addWidget(self._line)
        body.addStretch()
        self.column.addLayout(body, 1)
        footer = Footer(60, 32)
        self.again = Button(kind=Kind.QUIET)
        self.again.clicked.connect(lambda: self.chosen.emit(port))
        self.use = Button(kind=Kind.PRIMARY)
        self.use.clicked.connect(lambda: self.chosen.emit(other))
        if other is None:
            self.use.hide()
        footer.row.addWidget(self.again)
        footer.row.addStretch()
        footer.row.addWidget(self.use)
        self.column.addWidget(footer)
        self.retranslate()
        (self.use if other is not None else self.again).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._title.text()} {self._line.text()}"

    def retranslate(self) -> None:
        """All texts again."""
        self.setWindowTitle(translate("SignIn", "Run on this computer"))
        self._title.setText(translate("SignIn", "Port {port} is taken").format(port=self._port))
        words = translate("SignIn", "Another program on this computer uses it. Quit that program, or use another port.")
        if self._phones:
            words += " " + translate("SignIn", "Phones that are set up already must then be told the new one.")
        self._line.setText(words)
        self.again.setText(translate("SignIn", "Try again"))
        if self._offered is not None:
            self.use.setText(translate("SignIn", "Use port {port}").format(port=self._offered))
        for button in (self.again, self.use):
            button.updateGeometry()
