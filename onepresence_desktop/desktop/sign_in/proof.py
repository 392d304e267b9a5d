"""The password, asked for again before something that nobody else at this computer should do (spec 1.3)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.sign_in.asking import Asking, Closed
from onepresence_desktop.desktop.sign_in.password_dialog import PasswordDialog
from onepresence_desktop.desktop.widgets.fields import SecretField
from onepresence_desktop.desktop.widgets.labels import field_label, labelled
from onepresence_desktop.domain.errors import NotSignedIn, OnePresenceError, WrongCredentials
from onepresence_desktop.wire import demo

HEIGHT = 420
"""One field needs less than signing in does."""


class Proving(Protocol):
    """What is asked of the service."""

    async def prove(self, password: str) -> None: ...


class PasswordAsker:
    """Asks whoever sits there; what waits for the password at the same time shares one dialog.

    in_demo: whether the company is simulated, whose password is no secret. over: the window to stay in front of.
    """

    def __init__(self, in_demo: Callable[[], bool], over: Callable[[], QWidget | None]) -> None:
        self._in_demo, self._over = in_demo, over
        self._asking = Asking()
        self._one_at_a_time = asyncio.Lock()
        self._answers = 0
        self._given = False

    async def prove(self, service: Proving) -> bool:
        """Until the service takes the password; False when the user gives up."""
        before = self._answers
        self._asking.raise_dialog()
        async with self._one_at_a_time:
            if self._answers == before:
                self._given = await self._ask(service)
                self._answers += 1
            return self._given

    def close(self) -> None:
        """Nobody is signed in any more: what waits is given up."""
        self._asking.close()

    async def _ask(self, service: Proving) -> bool:
        dialog = Proof(in_demo=self._in_demo())
        dialog.stay_over(self._over())
        try:
            while True:
                password: str = await self._asking.ask(dialog, dialog.given)
                dialog.set_busy(True)
                try:
                    await service.prove(password)
                except NotSignedIn:
                    return False
                except OnePresenceError as exc:
                    dialog.show_error(exc)
                else:
                    return True
        except Closed:
            return False
        finally:
            dialog.close()
            dialog.deleteLater()


class Proof(PasswordDialog):
    """given: the password, as it was typed."""

    given = Signal(str)

    def __init__(self, *, in_demo: bool = False) -> None:
        super().__init__(HEIGHT)
        self._demo = in_demo
        self._label = field_label()
        self.password = SecretField()
        self.body.addWidget(labelled(self._label, self.password))
        self.body.addStretch()
        self.leaving.clicked.connect(self.reject)
        self.going_on.setEnabled(False)
        self.going_on.clicked.connect(self._send)
        self.password.textChanged.connect(self._judge)
        self.password.returnPressed.connect(self._send)
        self.retranslate()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def stay_over(self, window: QWidget | None) -> None:
        """Not behind the window that it is about; it isn't that window's child, which may be made anew meanwhile."""
        self.winId()
        mine, theirs = self.windowHandle(), window.windowHandle() if window is not None else None
        if mine is not None and theirs is not None:
            mine.setTransientParent(theirs)

    def set_busy(self, busy: bool) -> None:
        """While the service is asked."""
        self.going_on.set_busy(busy)
        if not busy:
            self._judge()

    def show_error(self, error: OnePresenceError) -> None:
        """In words above; a wrong password is marked, to be typed over."""
        self.set_busy(False)
        wrong = isinstance(error, WrongCredentials)
        self.banner.say(translate("SignIn", "The password isn't right.") if wrong else texts.error(error))
        self.password.set_error(wrong)
        self.password.selectAll()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """All texts again."""
        self.setWindowTitle(translate("SignIn", "Password"))
        self.title.setText(translate("SignIn", "Type your password again"))
        line = translate("SignIn", "So that nobody else does this while you are away. It counts for ten minutes.")
        if self._demo:
            line += " " + translate("SignIn", "In the demo the password is {digits}.").format(digits=demo.PASSWORD)
        self.line.setText(line)
        self._label.setText(translate("SignIn", "Password"))
        self.password.set_name(translate("SignIn", "Password"))
        self.password.set_eye_words(translate("Password", "Show password"), translate("Password", "Hide password"))
        self.leaving.setText(translate("SignIn", "Cancel"))
        self.going_on.setText(translate("SignIn", "Continue"))

    def _judge(self, _text: str = "") -> None:
        self.password.set_error(False)
        self.going_on.setEnabled(bool(self.password.text()))

    def _send(self) -> None:
        if self.going_on.isEnabled():
            self.set_busy(True)
            self.given.emit(self.password.text())
