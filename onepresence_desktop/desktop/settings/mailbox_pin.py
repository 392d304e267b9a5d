"""The PIN that opens the own mailbox by phone: set, changed and removed (spec 6.6)."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.settings.rows import Row
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.desktop.widgets.fields import SecretField
from onepresence_desktop.domain.errors import OnePresenceError, PasswordRefused
from onepresence_desktop.domain.password import Rule, broken_rules

LONGEST = 10
"""Digits, as the service has it."""
FIELD_WIDTH = 118


class MailboxPin(Row):
    """The field is always empty at first: the service doesn't tell a PIN, only whether there is one.

    The rules are those of passwords. They are judged here at once; what the service alone can know (that it is the
    password) comes with its answer. Either is said beside the field.
    """

    def __init__(self, session: Session, actions: Actions) -> None:
        self.controls_box = QWidget()
        super().__init__(self.controls_box, two_lines=True)
        self._session, self._actions = session, actions
        self.field = SecretField()
        self.field.setFixedWidth(FIELD_WIDTH)
        self.field.setMaxLength(LONGEST)
        self.field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.field))
        self.set = Button(small=True)
        self.remove = IconButton("delete")
        across = QHBoxLayout(self.controls_box)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        for control in (self.field, self.set, self.remove):
            across.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.field.textEdited.connect(self._typed)
        self.field.returnPressed.connect(self._send)
        self.set.clicked.connect(self._send)
        self.remove.clicked.connect(self._remove)

    def refresh(self) -> None:
        """Whether there is one."""
        there = self._there
        self.set.setText(translate("Settings", "Change") if there else translate("Settings", "Set"))
        self.set.updateGeometry()
        self.set.setAccessibleName(
            translate("Settings", "Change the PIN") if there else translate("Settings", "Set the PIN")
        )
        self.remove.setVisible(there)
        if not self.field.property("error"):
            self._say_state()

    def leave(self) -> None:
        """Forget what was typed."""
        self.field.clear()
        self.field.hide_again()
        self._typed()

    def retranslate(self) -> None:
        """All texts again."""
        pin = translate("Settings", "PIN for the mailbox")
        self.say(pin)
        self.field.set_name(pin)
        self.field.set_eye_words(translate("Settings", "Show the PIN"), translate("Settings", "Hide the PIN"))
        self.remove.set_name(translate("Settings", "Remove the PIN"))
        self.refresh()

    @property
    def _there(self) -> bool:
        me = self._session.mirror.me
        return me is not None and me.mailbox_pin

    def _typed(self, _text: str = "") -> None:
        self.field.set_error(False)
        self._say_state()

    def _say_state(self) -> None:
        self._tell(
            translate("Settings", "A PIN is set")
            if self._there
            else translate("Settings", "None: you can't listen from other phones")
        )

    def _tell(self, words: str, tone: str = "tertiary") -> None:
        self.say_line(words, tone)
        self.field.setAccessibleDescription(words)

    def _refuse(self, words: str) -> None:
        self.field.set_error(True)
        self._tell(words, "danger")
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self) -> None:
        me, pin = self._session.mirror.me, self.field.text()
        if me is None or not self.set.isEnabled():
            return
        if broken := broken_rules(pin, me.local_number):
            self._refuse(texts.error(PasswordRefused(rule=broken[0] if pin else Rule.TOO_SHORT)))
            return
        self.set.set_busy(True)
        self._actions.ask("set_mailbox_pin", lambda client: client.set_mailbox_pin(pin), self._set)

    def _set(self, answer: object) -> None:
        self.set.set_busy(False)
        if isinstance(answer, OnePresenceError):
            self._refuse(texts.error(answer))
        else:
            self.leave()
            self._tell(translate("Settings", "The PIN has been set"))

    def _remove(self) -> None:
        self.remove.setEnabled(False)
        self._actions.ask("remove_mailbox_pin", lambda client: client.remove_mailbox_pin(), self._removed)

    def _removed(self, answer: object) -> None:
        self.remove.setEnabled(True)
        if isinstance(answer, OnePresenceError):
            self._tell(texts.error(answer), "danger")
