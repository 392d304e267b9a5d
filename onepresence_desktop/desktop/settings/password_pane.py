"""Changing the password; the rules tick while typing (spec 10.4)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.needs_service import NeedsService
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.settings.rows import Pane, Row
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.card import Card
from onepresence_desktop.desktop.widgets.fields import SecretField
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.desktop.widgets.new_password import NewPassword
from onepresence_desktop.desktop.widgets.save_button import SaveButton
from onepresence_desktop.desktop.widgets.switches import Switch
from onepresence_desktop.domain.errors import OnePresenceError, PasswordRefused, WrongCredentials
from onepresence_desktop.domain.password import Rule


class PasswordPane(Pane):
    """The server checks the same rules; its answer lands on the same line."""

    def __init__(self, session: Session, actions: Actions, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._actions = actions
        self._settings = settings
        self._current_label = field_label()
        self.current = SecretField()
        self.fields = NewPassword(beside=True, before=[labelled(self._current_label, self.current)])
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 14, 12, 14)
        inside.addWidget(self.fields)
        self.column.addWidget(card)
        self.column.addSpacing(8)
        self._advice = Label(role=fonts.Text.SMALL, tone="tertiary")
        self._advice.setContentsMargins(2, 0, 0, 0)
        self.column.addWidget(self._advice)
        self.column.addSpacing(10)
        self.banner = Banner(Tone.DANGER, below=10)
        self.column.addWidget(self.banner)
        line = QHBoxLayout()
        self.change = SaveButton()
        self.column.addWidget(self.change.reason())
        self.change.clicked.connect(self._send)
        line.addWidget(self.change)
        line.addStretch()
        self.add_layout(line)
        self.column.addSpacing(18)
        self._here = self.add_head()
        self.stay = Switch()
        self.stay.toggled.connect(lambda on: settings.set(keys.STAY_SIGNED_IN, on))
        self._stay_row = Row(self.stay, two_lines=True)
        self.add_group(self._stay_row)
        self.end()
        self.fields.ready_changed.connect(self._judge)
        self.current.textChanged.connect(self._judge)
        self.current.returnPressed.connect(lambda: self.fields.first.setFocus(Qt.FocusReason.TabFocusReason))
        self.fields.first.returnPressed.connect(lambda: self.fields.second.setFocus(Qt.FocusReason.TabFocusReason))
        self.fields.second.returnPressed.connect(self._send)
        self._service = NeedsService(session, self)
        self.retranslate()
        self._judge()

    def refresh(self) -> None:
        """Whose password it is."""
        me = self._session.mirror.me
        self.fields.set_local_number(me.local_number if me is not None else "")
        self.stay.setChecked(self._settings.get(keys.STAY_SIGNED_IN))

    def leave(self) -> None:
        """Forget what was typed."""
        self.current.clear()
        self.current.hide_again()
        self.fields.clear()
        self.banner.hide()

    def retranslate(self) -> None:
        """All texts again."""
        self.say(translate("Settings", "Password"), translate("Settings", "For OnePresence. Digits only."))
        current = translate("Settings", "Current password")
        self._current_label.setText(current)
        self.current.set_name(current)
        self.current.set_eye_words(translate("Password", "Show password"), translate("Password", "Hide password"))
        self.fields.retranslate()
        self._advice.setText(translate("Settings", "Six digits or more are harder to guess."))
        self.change.setText(translate("Settings", "Change password"))
        self.change.updateGeometry()
        self._service.look()
        self._here.setText(translate("Settings", "This computer"))
        self._stay_row.say(
            translate("Settings", "Stay signed in"),
            translate("Settings", "The session is kept in the system's keyring"),
        )

    def _judge(self, *_args: object) -> None:
        self.current.set_error(False)
        self.change.setEnabled(self.fields.ready and bool(self.current.text()))

    def _send(self) -> None:
        if not self.change.isEnabled():
            return
        self.change.set_busy(True)
        self._actions.change_password(self.current.text(), self.fields.password, self._answered)

    def _answered(self, answer: object) -> None:
        self.change.set_busy(False)
        self._judge()
        if not isinstance(answer, OnePresenceError):
            self.leave()
            self.banner.set_tone(Tone.INFO, "success")
            self.banner.say(translate("Settings", "The password has been changed."))
            return
        rule = str(answer.details.get("rule"))
        if isinstance(answer, PasswordRefused) and rule in set(Rule):
            self.fields.refuse(Rule(rule))
            return
        self.banner.set_tone(Tone.DANGER)
        if isinstance(answer, WrongCredentials):
            self.current.set_error(True)
            self.current.selectAll()
            self.current.setFocus(Qt.FocusReason.OtherFocusReason)
            self.banner.say(translate("Settings", "The current password isn't right."))
            return
        self.banner.say(texts.error(answer))
