"""The change of the first password: required, and only signing out leaves it (spec 1.1)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.sign_in.frame import FixedDialog, IconPlate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import size_pair
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Footer
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.new_password import NewPassword
from onepresence_desktop.domain.errors import OnePresenceError, PasswordRefused
from onepresence_desktop.domain.password import Rule


class FirstPassword(FixedDialog):
    """chosen: the new password. sign_out_wanted: the way out."""

    chosen = Signal(str)
    sign_out_wanted = Signal()

    def __init__(self, local_number: str) -> None:
        super().__init__(*size_pair("window.signIn"))
        body = QVBoxLayout()
        body.setContentsMargins(36, 28, 36, 0)
        body.setSpacing(0)
        body.addWidget(IconPlate("key"))
        body.addSpacing(14)
        self._title = Label(role=fonts.Text.TITLE)
        body.addWidget(self._title)
        body.addSpacing(2)
        self._line = Label(tone="secondary", wrap=True)
        body.addWidget(self._line)
        body.addSpacing(12)
        self.banner = Banner(Tone.DANGER, below=8)
        body.addWidget(self.banner)
        body.addSpacing(6)
        self.fields = NewPassword()
        self.fields.set_local_number(local_number)
        body.addWidget(self.fields)
        body.addStretch()
        self.column.addLayout(body, 1)
        footer = Footer(60, 36)
        self._leave = Button(kind=Kind.QUIET)
        self._leave.clicked.connect(self.sign_out_wanted)
        self._save = Button(kind=Kind.PRIMARY)
        self._save.setEnabled(False)
        self._save.clicked.connect(self._send)
        footer.row.addWidget(self._leave)
        footer.row.addStretch()
        footer.row.addWidget(self._save)
        self.column.addWidget(footer)
        self.fields.ready_changed.connect(self._save.setEnabled)
        self.fields.first.returnPressed.connect(lambda: self.fields.second.setFocus(Qt.FocusReason.TabFocusReason))
        self.fields.second.returnPressed.connect(self._send)
        self.retranslate()
        self.fields.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """While the server is asked."""
        self._save.set_busy(busy)
        if not busy:
            self._save.setEnabled(self.fields.ready)

    def show_error(self, error: OnePresenceError) -> None:
        """The server's answer lands on the rule it belongs to, or in words above."""
        self.set_busy(False)
        named = str(error.details.get("rule"))
        if isinstance(error, PasswordRefused) and named in set(Rule):
            self.fields.refuse(Rule(named))
        else:
            self.banner.say(texts.error(error))

    def retranslate(self) -> None:
        """All texts again."""
        self.setWindowTitle(translate("SignIn", "Change password"))
        self._title.setText(translate("SignIn", "Choose your own password"))
        self._line.setText(translate("SignIn", "This is your first sign-in. The first password can't be used again."))
        self._leave.setText(translate("SignIn", "Sign out"))
        self._save.setText(translate("SignIn", "Save and continue"))
        self.fields.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc doesn't leave."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is signing out."""
        event.ignore()
        self.sign_out_wanted.emit()

    def _send(self) -> None:
        if self._save.isEnabled():
            self.set_busy(True)
            self.chosen.emit(self.fields.password)
