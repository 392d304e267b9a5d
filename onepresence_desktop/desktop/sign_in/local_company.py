"""A new company on this computer: its name, the first user who administers it, and his password (spec 0.2)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.sign_in.frame import FixedDialog, IconPlate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import size_pair
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Footer
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.desktop.widgets.new_password import NewPassword
from onepresence_desktop.domain.errors import OnePresenceError

USUAL_CODE = "100"
USUAL_EXTENSION = "2001"


@dataclass(frozen=True, slots=True)
class LocalCompany:
    """What was chosen. customer_code: 3 digits; local_number: 7 digits beginning with it."""

    name: str
    person: str
    customer_code: str
    local_number: str
    password: str

    def __repr__(self) -> str:
        return f"LocalCompany(name={self.name!r}, local_number={self.local_number!r})"


class LocalCompanyPage(FixedDialog):
    """chosen: LocalCompany. back_wanted: to the three ways."""

    chosen = Signal(object)
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(*size_pair("window.firstRun"))
        body = QHBoxLayout()
        body.setContentsMargins(32, 26, 32, 0)
        body.setSpacing(32)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(0)
        self._title = Label(role=fonts.Text.TITLE, wrap=True)
        self._line = Label(tone="secondary", wrap=True)
        left.addWidget(IconPlate("server"))
        left.addSpacing(14)
        left.addWidget(self._title)
        left.addSpacing(2)
        left.addWidget(self._line)
        left.addSpacing(16)
        self.name, self.person = Field(), Field()
        self.code, self.extension = Field(tabular=True), Field(tabular=True)
        self._labels = {field: field_label() for field in (self.name, self.person, self.code, self.extension)}
        left.addWidget(labelled(self._labels[self.name], self.name))
        left.addSpacing(12)
        left.addWidget(labelled(self._labels[self.person], self.person))
        left.addSpacing(16)
        # Here there is room: the right side is full with the rules of the password.
        self.banner = Banner(Tone.DANGER)
        left.addWidget(self.banner)
        left.addStretch()
        numbers = QHBoxLayout()
        numbers.setSpacing(12)
        numbers.addWidget(labelled(self._labels[self.code], self.code), 2)
        numbers.addWidget(labelled(self._labels[self.extension], self.extension), 3)
        right.setSpacing(0)
        right.addLayout(numbers)
        right.addSpacing(6)
        self._number = Label(role=fonts.Text.SMALL, tone="tertiary", tabular=True)
        right.addWidget(self._number)
        right.addSpacing(14)
        self.fields = NewPassword()
        right.addWidget(self.fields)
        right.addStretch()
        body.addLayout(left, 1)
        body.addLayout(right, 1)
        self.column.addLayout(body, 1)
        footer = Footer(60, 32)
        self._back = Button(kind=Kind.QUIET, icon="chevron-left")
        self._back.clicked.connect(self.back_wanted)
        self._create = Button(kind=Kind.PRIMARY)
        self._create.clicked.connect(self._send)
        footer.row.addWidget(self._back)
        footer.row.addStretch()
        footer.row.addWidget(self._create)
        self.column.addWidget(footer)
        self._restrict()
        self.retranslate()
        self._changed()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restrict(self) -> None:
        for field, digits, usual in ((self.code, 3, USUAL_CODE), (self.extension, 4, USUAL_EXTENSION)):
            field.setValidator(QRegularExpressionValidator(f"[0-9]{{0,{digits}}}", field))
            field.setText(usual)
        for field in self._labels:
            field.setMaxLength(120)
            field.textChanged.connect(self._changed)
            field.returnPressed.connect(self._send)
        self.fields.first.returnPressed.connect(self._send)
        self.fields.second.returnPressed.connect(self._send)
        self.fields.ready_changed.connect(self._changed)

    @property
    def local_number(self) -> str:
        """As far as it is typed."""
        return self.code.text() + self.extension.text()

    def set_busy(self, busy: bool) -> None:
        """While the telephone system is made."""
        self._create.set_busy(busy)
        if not busy:
            self._changed()

    def show_error(self, error: OnePresenceError) -> None:
        """Say why it couldn't be made."""
        self.set_busy(False)
        self.banner.say(texts.error(error))

    def retranslate(self) -> None:
        """All texts again."""
        self.setWindowTitle(translate("SignIn", "Run on this computer"))
        self._title.setText(translate("SignIn", "A telephone system of your own"))
        self._line.setText(
            translate("SignIn", "You become its administrator, and add colleagues and phones afterwards.")
        )
        words = {
            self.name: translate("SignIn", "Company name"),
            self.person: translate("SignIn", "Your name"),
            self.code: translate("SignIn", "Customer code"),
            self.extension: translate("SignIn", "Your last four digits"),
        }
        for field, name in words.items():
            self._labels[field].setText(name)
            field.set_name(name)
        self._back.setText(translate("SignIn", "Back"))
        self._create.setText(translate("SignIn", "Create and start"))
        self.fields.retranslate()
        self._changed()

    def _complete(self) -> bool:
        numbers = len(self.code.text()) == 3 and len(self.extension.text()) == 4
        return bool(self.name.text().strip() and self.person.text().strip()) and numbers and self.fields.ready

    def _changed(self, *_args: object) -> None:
        number = self.local_number
        whole = len(number) == 7
        shown = texts.number(number) if whole else "–"
        self._number.setText(translate("SignIn", "Your local number: {number}").format(number=shown))
        self.fields.set_local_number(number)
        self._create.setEnabled(self._complete())

    def _send(self) -> None:
        if self._create.isEnabled() and self._complete():
            self.banner.hide()
            self.set_busy(True)
            self.chosen.emit(
                LocalCompany(
                    self.name.text().strip(),
                    self.person.text().strip(),
                    self.code.text(),
                    self.local_number,
                    self.fields.password,
                )
            )
