"""The change of the first password: required, and only signing out leaves it (spec 1.1)."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.sign_in.asking import Asking, Closed, OtherWay
from onepresence_desktop.desktop.sign_in.password_dialog import PasswordDialog
from onepresence_desktop.desktop.widgets.new_password import NewPassword
from onepresence_desktop.domain.errors import OnePresenceError, PasswordRefused, SignInError
from onepresence_desktop.domain.password import Rule


class Changing(Protocol):
    """What is asked of the service."""

    async def change_password(self, current: str, new: str) -> None: ...


async def choose_first(local_number: str, current: str, asking: Asking, service: Changing) -> None:
    """Until a password of their own is set. Raises `SignInError` when the user signs out instead."""
    dialog = FirstPassword(local_number)
    while True:
        try:
            chosen: str = await asking.ask(dialog, dialog.chosen, dialog.sign_out_wanted)
        except (OtherWay, Closed):
            dialog.close()
            raise SignInError from None
        dialog.set_busy(True)
        try:
            await service.change_password(current, chosen)
        except OnePresenceError as exc:
            dialog.set_busy(False)
            dialog.show_error(exc)
            continue
        dialog.close()
        return


class FirstPassword(PasswordDialog):
    """chosen: the new password. sign_out_wanted: the way out."""

    chosen = Signal(str)
    sign_out_wanted = Signal()

    def __init__(self, local_number: str) -> None:
        super().__init__()
        self.fields = NewPassword()
        self.fields.set_local_number(local_number)
        self.body.addWidget(self.fields)
        self.body.addStretch()
        self.leaving.clicked.connect(self.sign_out_wanted)
        self.going_on.setEnabled(False)
        self.going_on.clicked.connect(self._send)
        self.fields.ready_changed.connect(self.going_on.setEnabled)
        self.fields.first.returnPressed.connect(lambda: self.fields.second.setFocus(Qt.FocusReason.TabFocusReason))
        self.fields.second.returnPressed.connect(self._send)
        self.retranslate()
        self.fields.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """While the server is asked."""
        self.going_on.set_busy(busy)
        if not busy:
            self.going_on.setEnabled(self.fields.ready)

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
        self.title.setText(translate("SignIn", "Choose your own password"))
        self.line.setText(translate("SignIn", "This is your first sign-in. The first password can't be used again."))
        self.leaving.setText(translate("SignIn", "Sign out"))
        self.going_on.setText(translate("SignIn", "Save and continue"))
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
        if self.going_on.isEnabled():
            self.set_busy(True)
            self.chosen.emit(self.fields.password)
