"""Sign-in: server address, local number, password (spec 1.1 to 1.5; design, section 7.14)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import Language, translate
from onepresence_desktop.desktop.sign_in.frame import AppMark, FixedDialog, language_select
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, size_pair
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.completing import offer
from onepresence_desktop.desktop.widgets.fields import Field, SecretField
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.desktop.widgets.number_field import LocalNumberField
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.errors import Invalid, OnePresenceError, ServerAway, ServerRefused, Throttled
from onepresence_desktop.wire.nearby import Nearby

CODE_CHARACTERS = "[0-9A-Za-z -]{0,64}"
"""Passwords are digits; the activation code of a new user, typed in the same field, has letters too."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What was typed. stay: keep the session in the keyring. The password is never kept."""

    server: str
    local_number: str
    password: str
    stay: bool

    def __repr__(self) -> str:
        return f"Credentials(server={self.server!r}, local_number={self.local_number!r})"


@dataclass(frozen=True, slots=True)
class Forgot:
    """The password is forgotten. As typed so far."""

    server: str
    local_number: str
    stay: bool


class SignIn(FixedDialog):
    """submitted: Credentials, or Forgot. server_entered: an address to check, answered by `show_server`. demo_wanted.

    language_chosen: a Language. back_wanted: to the first-run page.
    """

    submitted = Signal(object)
    server_entered = Signal(str)
    demo_wanted = Signal()
    language_chosen = Signal(object)

    def __init__(self, language: Language, *, server: str = "", local_number: str = "", fixed: bool = False) -> None:
        super().__init__(*size_pair("window.signIn"))
        self._led_on = False
        self._locked_for = 0
        self._unlock = QTimer(self)
        self._unlock.setInterval(1000)
        self._unlock.timeout.connect(self._count_down)
        body = QVBoxLayout()
        body.setContentsMargins(36, 24, 36, 0)
        body.setSpacing(0)
        self._title = Label(role=fonts.Text.TITLE, wrap=True)
        body.addWidget(AppMark(56), 0, Qt.AlignmentFlag.AlignHCenter)
        body.addSpacing(12)
        body.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addSpacing(16)
        self.banner = Banner(Tone.DANGER, below=8)
        body.addWidget(self.banner)
        body.addSpacing(6)
        self._build_fields(body, server, local_number, fixed)
        body.addSpacing(14)
        self.stay = CheckBox()
        self.stay.setChecked(True)
        body.addWidget(self.stay)
        body.addSpacing(16)
        self._submit = Button(kind=Kind.PRIMARY, height=36)
        self._submit.setSizePolicy(self._submit.sizePolicy().Policy.Expanding, self._submit.sizePolicy().Policy.Fixed)
        self._submit.clicked.connect(self._send)
        body.addWidget(self._submit)
        body.addSpacing(8)
        self.forgot = Button(kind=Kind.LINK)
        self.forgot.clicked.connect(self._say_forgot)
        self._demo = Button(kind=Kind.LINK)
        self._demo.clicked.connect(self.demo_wanted)
        for link in (self.forgot, self._demo):
            body.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch()
        self.column.addLayout(body, 1)
        self._build_foot(language)
        self.retranslate()
        self._focus_first()

    def _build_fields(self, body: QVBoxLayout, server: str, local_number: str, fixed: bool) -> None:
        self._server_label, self._number_label, self._password_label = field_label(), field_label(), field_label()
        self.server = Field(icon="server")
        self.server.setText(server)
        self.server.editingFinished.connect(self._check_server)
        self.server.textEdited.connect(lambda _text: self.server.set_tick(False))
        self.number = LocalNumberField()
        self.number.set_number(local_number)
        self.password = SecretField()
        self.number.completed.connect(self._lead_on)
        self.password.setValidator(QRegularExpressionValidator(CODE_CHARACTERS, self.password))
        self.password.textEdited.connect(lambda _text: self.password.set_error(False))
        for field in (self.server, self.number, self.password):
            field.returnPressed.connect(self._send)
        for label, widget in (
            (self._server_label, self.server),
            (self._number_label, self.number),
            (self._password_label, self.password),
        ):
            box = labelled(label, widget)
            body.addWidget(box)
            body.addSpacing(12 if widget is not self.password else 0)
            if widget is self.server and fixed:
                box.hide()

    def _build_foot(self, language: Language) -> None:
        self._foot = _Foot()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(16, 0, 12, 0)
        self._encryption = Label(role=fonts.Text.SMALL, tone="tertiary")
        row.addSpacing(19)
        row.addWidget(self._encryption)
        row.addStretch()
        self._language = language_select(bare=True)
        self._language.set_key(language.value)
        self._language.picked.connect(lambda key: self.language_chosen.emit(Language(key)))
        row.addWidget(self._language)
        self.column.addWidget(self._foot)
        self._encrypted: bool | None = None
        self.set_encrypted(None)

    def _lead_on(self) -> None:
        self.password.setFocus(Qt.FocusReason.TabFocusReason)
        self._led_on = True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """A Tab behind the seventh digit, which has led to the password already, stays there."""
        led_on, self._led_on = self._led_on, False
        if forward and led_on and self.password.hasFocus() and not self.password.text():
            return True
        return super().focusNextPrevChild(forward)

    # --- states ---

    def show_server(self, reachable: bool, error: OnePresenceError | None = None) -> None:
        """The answer to `server_entered`. error: why not."""
        self.server.set_tick(reachable)
        if not reachable:
            self._say_server(error or ServerAway())
        elif self.banner.isVisible():
            self.banner.hide()

    def offer_servers(self, there: list[Nearby]) -> None:
        """What was heard on the local network: to be chosen by name, and never more than a suggestion."""
        labels = {f"{one.name} · {one.address}": one.address for one in there}
        completer = QCompleter(list(labels), self.server)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated[str].connect(  # type: ignore[index]
            lambda label: QTimer.singleShot(0, self, lambda: self._server_chosen(str(labels.get(label, label))))
        )
        offer(completer, self.server)
        if self.server.hasFocus() and not self.server.text():
            completer.complete()

    def _server_chosen(self, address: str) -> None:
        self.server.setText(address)
        self._check_server()

    def set_encrypted(self, encrypted: bool | None) -> None:
        """What the foot says; None as long as nothing is known."""
        self._encrypted = encrypted
        words = ""
        if encrypted is not None:
            words = translate("SignIn", "Encrypted connection") if encrypted else translate("SignIn", "Not encrypted")
        self._encryption.setText(words)
        self._foot.shown = encrypted
        self._foot.update()

    def set_busy(self, busy: bool) -> None:
        """While the server is asked."""
        self._submit.set_busy(busy)
        for field in (self.server, self.number, self.password):
            field.setReadOnly(busy)

    def show_error(self, error: OnePresenceError) -> None:
        """Say in words why not; the password is marked and selected."""
        self.set_busy(False)
        if isinstance(error, ServerAway | ServerRefused | Invalid):
            self._say_server(error)
            return
        retry_after = error.details.get("retry_after")
        if isinstance(error, Throttled) and isinstance(retry_after, int) and retry_after > 0:
            self._locked_for = retry_after
            self._unlock.start()
            self._show_lock()
            return
        self.banner.set_tone(Tone.DANGER)
        self.banner.say(texts.error(error))
        self.password.set_error(True)
        self.password.selectAll()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """A sentence above the fields that isn't about what was typed (signed out elsewhere, no keyring)."""
        self.banner.set_tone(Tone.INFO)
        self.banner.say(words)

    def forget_password(self) -> None:
        """Clear the password field."""
        self.password.clear()
        self.password.hide_again()

    def retranslate(self) -> None:
        """All texts again."""
        self.setWindowTitle(translate("SignIn", "Sign in"))
        self._title.setText(translate("SignIn", "Sign in to OnePresence"))
        words = (
            translate("SignIn", "Server address"),
            translate("SignIn", "Local number"),
            translate("SignIn", "Password"),
        )
        labels = (self._server_label, self._number_label, self._password_label)
        fields = (self.server, self.number, self.password)
        for label, field, name in zip(labels, fields, words, strict=True):
            label.setText(name)
            field.set_name(name)
        self.number.retranslate()
        self.password.set_eye_words(translate("Password", "Show password"), translate("Password", "Hide password"))
        self.stay.setText(translate("SignIn", "Stay signed in"))
        self.stay.updateGeometry()
        self._submit.setText(translate("SignIn", "Sign in"))
        self.forgot.setText(translate("SignIn", "Forgot your password?"))
        self.forgot.updateGeometry()
        self._demo.setText(translate("SignIn", "Try with a demo company instead"))
        self._demo.updateGeometry()
        self._language.setAccessibleName(translate("SignIn", "Language"))
        self.set_encrypted(self._encrypted)

    # --- doing ---

    def _focus_first(self) -> None:
        fields: list[Field] = [self.server, self.number, self.password]
        first = next((f for f in fields if not f.text() and not f.isHidden()), self.password)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check_server(self) -> None:
        address = self.server.text().strip()
        if address:
            self.server_entered.emit(address)

    def _send(self) -> None:
        if not self._submit.isEnabled() or self._locked_for:
            return
        missing: list[Field] = [f for f in (self.server, self.number, self.password) if not f.text().strip()]
        if not self.number.whole and self.number not in missing:
            missing.append(self.number)
        if missing:
            missing[0].setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.banner.hide()
        self.set_busy(True)
        self.submitted.emit(
            Credentials(
                self.server.text().strip(),
                self.number.number,
                self.password.text().strip(),
                self.stay.isChecked(),
            )
        )

    def _say_forgot(self) -> None:
        """Whose it is may still be typed there; the server must be known."""
        if not self.server.text().strip():
            self.server.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.banner.hide()
        self.submitted.emit(Forgot(self.server.text().strip(), self.number.number, self.stay.isChecked()))

    def _say_server(self, error: OnePresenceError) -> None:
        self.server.set_tick(False)
        self.banner.set_tone(Tone.WARNING)
        if not isinstance(error, ServerAway):
            self.banner.say(texts.error(error))
            return
        words = translate("SignIn", "Can't reach {server}.").format(server=self.server.text().strip())
        self.banner.say(words)

    def _show_lock(self) -> None:
        self._submit.setEnabled(False)
        self.banner.set_tone(Tone.DANGER, "lock")
        self.banner.say(texts.error(Throttled(retry_after=self._locked_for)))

    def _count_down(self) -> None:
        self._locked_for -= 1
        if self._locked_for <= 0:
            self._locked_for = 0
            self._unlock.stop()
            self._submit.setEnabled(True)
            self.banner.hide()
        else:
            self._show_lock()


class _Foot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(40)
        self.shown: bool | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.shown is not None:
            painter = QPainter(self)
            name = "lock" if self.shown else "warning"
            ink = Color.TEXT_TERTIARY if self.shown else Color.WARNING_TEXT
            icons.paint(painter, name, QRectF(16, 13, 13, 13), color(ink), self.devicePixelRatioF())
