"""A forgotten password: a code to the user's own address, then a new password (spec 1.2; design, section 7.14).

The same sentence, the same countdown and the same answer to a wrong code for a number that nobody has.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.sign_in.asking import Asking, Closed, OtherWay
from onepresence_desktop.desktop.sign_in.password_dialog import PasswordDialog
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.code_field import CodeField
from onepresence_desktop.desktop.widgets.labels import field_label, labelled
from onepresence_desktop.desktop.widgets.new_password import NewPassword
from onepresence_desktop.desktop.widgets.number_field import LocalNumberField
from onepresence_desktop.desktop.widgets.switches import RadioButton
from onepresence_desktop.domain.errors import OnePresenceError, PasswordRefused, WrongCredentials
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.password import Rule
from onepresence_desktop.domain.password_reset import LASTS

AGAIN_AFTER = 60
"""Seconds until another code may be asked for."""


@dataclass(frozen=True, slots=True)
class CodeWanted:
    """Send a code."""

    local_number: str
    by: Way


@dataclass(frozen=True, slots=True, repr=False)
class ChosenByCode:
    """The code that came, and the new password."""

    local_number: str
    code: str
    new: str


class Resets(Protocol):
    """What is asked of the service."""

    async def ask_password_reset(self, local_number: str, by: Way) -> None: ...

    async def confirm_password_reset(self, local_number: str, code: str, new: str) -> None: ...


async def choose_by_code(dialog: Forgotten, asking: Asking, service: Resets) -> ChosenByCode | None:
    """Walk through the dialog until a new password is set; None when the user gives up."""
    try:
        while True:
            step = await asking.ask(dialog, dialog.submitted, dialog.back_wanted)
            dialog.set_busy(True)
            try:
                if isinstance(step, CodeWanted):
                    await service.ask_password_reset(step.local_number, step.by)
                    dialog.show_sent()
                elif isinstance(step, ChosenByCode):
                    await service.confirm_password_reset(step.local_number, step.code, step.new)
                    return step
            except OnePresenceError as exc:
                dialog.show_error(exc)
            finally:
                dialog.set_busy(False)
    except (OtherWay, Closed):
        return None
    finally:
        dialog.close()


class Forgotten(PasswordDialog):
    """submitted: `CodeWanted`, then `ChosenByCode`. back_wanted: to the sign-in."""

    submitted = Signal(object)
    back_wanted = Signal()

    def __init__(self, local_number: str) -> None:
        super().__init__()
        self._wait = 0
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._count_down)
        self._pages = QStackedWidget()
        for page in (self._who(local_number), self._code_page(), self._password_page()):
            self._pages.addWidget(page)
        self.body.addWidget(self._pages, 1)
        self.leaving.clicked.connect(self._go_back)
        self.going_on.clicked.connect(self._send)
        self._turn(0)

    # --- the three pages ---

    def _who(self, local_number: str) -> QWidget:
        self._number_label = field_label()
        self.number = LocalNumberField()
        self.number.set_number(local_number)
        self.number.number_changed.connect(lambda _number: self._judge())
        self.number.returnPressed.connect(self._send)
        self._way_label = field_label()
        self.ways = {Way.EMAIL: RadioButton(), Way.SMS: RadioButton()}
        self.ways[Way.EMAIL].setChecked(True)
        return _page(labelled(self._number_label, self.number), 16, self._way_label, 8, *self.ways.values())

    def _code_page(self) -> QWidget:
        self._code_label = field_label()
        self.code = CodeField()
        self.code.whole_changed.connect(lambda _whole: self._judge())
        self.code.returnPressed.connect(self._send)
        self._again = Button(kind=Kind.LINK)
        self._again.clicked.connect(lambda: self.submitted.emit(self._wanted()))
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._again)
        across.addStretch()
        return _page(labelled(self._code_label, self.code), 12, row)

    def _password_page(self) -> QWidget:
        self.fields = NewPassword()
        self.fields.ready_changed.connect(lambda _ready: self._judge())
        self.fields.first.returnPressed.connect(lambda: self.fields.second.setFocus(Qt.FocusReason.TabFocusReason))
        self.fields.second.returnPressed.connect(self._send)
        return _page(self.fields)

    # --- states ---

    def show_sent(self) -> None:
        """A code was asked for: whether one was sent, nobody is told."""
        self.banner.hide()
        self._wait = AGAIN_AFTER
        self._clock.start()
        self.code.clear()
        self._turn(1)

    def set_busy(self, busy: bool) -> None:
        """While the server is asked."""
        self.going_on.set_busy(busy)
        if not busy:
            self._judge()

    def show_error(self, error: OnePresenceError) -> None:
        """Say in words why not; a wrong code is typed anew, the new password stays."""
        named = str(error.details.get("rule"))
        if isinstance(error, PasswordRefused) and named in set(Rule):
            self.fields.refuse(Rule(named))
            return
        words = texts.error(error)
        if isinstance(error, WrongCredentials):
            self.code.clear()
            self._turn(1)
            words = translate("Forgotten", "This code isn't right, or its time is over.")
        self.banner.say(words)

    def retranslate(self) -> None:
        """All texts again."""
        self.setWindowTitle(translate("Forgotten", "Forgotten password"))
        number = translate("SignIn", "Local number")
        self._number_label.setText(number)
        self.number.set_name(number)
        self.number.retranslate()
        self._way_label.setText(translate("Forgotten", "Send the code"))
        self.ways[Way.EMAIL].setText(translate("Forgotten", "by e-mail"))
        self.ways[Way.SMS].setText(translate("Forgotten", "by SMS"))
        code = translate("Forgotten", "Code, six digits")
        self._code_label.setText(code)
        self.code.setAccessibleName(code)
        self.leaving.setText(translate("Forgotten", "Back"))
        self.fields.retranslate()
        self._say_again()
        self._say_page()

    def _turn(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self.retranslate()
        self._judge()
        first: QWidget = (self.number, self.code, self.fields.first)[page]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_page(self) -> None:
        page = self._pages.currentIndex()
        titles = (
            translate("Forgotten", "Forgotten password"),
            translate("Forgotten", "Type the code"),
            translate("Forgotten", "Choose a new password"),
        )
        by_mail = translate(
            "Forgotten", "If local number {number} exists, a code has been sent by e-mail. It is valid for {n} minutes."
        )
        by_sms = translate(
            "Forgotten", "If local number {number} exists, a code has been sent by SMS. It is valid for {n} minutes."
        )
        sent = by_mail if self._way is Way.EMAIL else by_sms
        minutes = round(LASTS.total_seconds() / 60)
        lines = (
            translate("Forgotten", "A code is sent to the address or mobile that your company has for you."),
            sent.format(number=self.number.text(), n=minutes),
            translate("Forgotten", "You are signed out everywhere else."),
        )
        buttons = (
            translate("Forgotten", "Send code"),
            translate("Forgotten", "Next"),
            translate("Forgotten", "Save and sign in"),
        )
        self.title.setText(titles[page])
        self.line.setText(lines[page])
        self.going_on.setText(buttons[page])

    def _say_again(self) -> None:
        waiting = translate("Forgotten", "Send again in {seconds} s").format(seconds=self._wait)
        self._again.setText(waiting if self._wait else translate("Forgotten", "Send again"))
        self._again.setEnabled(not self._wait)
        self._again.updateGeometry()

    def _count_down(self) -> None:
        self._wait = max(0, self._wait - 1)
        if not self._wait:
            self._clock.stop()
        self._say_again()

    def _judge(self) -> None:
        ready = (self.number.whole, self.code.whole, self.fields.ready)
        self.going_on.setEnabled(ready[self._pages.currentIndex()])

    # --- doing ---

    @property
    def _way(self) -> Way:
        return next(way for way, radio in self.ways.items() if radio.isChecked())

    def _wanted(self) -> CodeWanted:
        return CodeWanted(self.number.number, self._way)

    def _send(self) -> None:
        self._judge()
        if not self.going_on.isEnabled():
            return
        steps: tuple[Callable[[], None], ...] = (
            lambda: self.submitted.emit(self._wanted()),
            self._to_password,
            lambda: self.submitted.emit(ChosenByCode(self.number.number, self.code.text(), self.fields.password)),
        )
        steps[self._pages.currentIndex()]()

    def _to_password(self) -> None:
        self.banner.hide()
        self.fields.set_local_number(self.number.number)
        self._turn(2)

    def _go_back(self) -> None:
        page = self._pages.currentIndex()
        if page == 0:
            self.back_wanted.emit()
        else:
            self.banner.hide()
            self._turn(page - 1)


def _page(*parts: QWidget | int) -> QWidget:
    """Widgets and gaps from above, the rest free."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        if isinstance(part, int):
            column.addSpacing(part)
        else:
            column.addWidget(part)
            if isinstance(part, RadioButton):
                column.addSpacing(8)
    column.addStretch()
    return page
