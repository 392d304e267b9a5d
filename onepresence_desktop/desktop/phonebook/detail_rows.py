"""A number and an address of the contact that is shown; the same widgets show the next contact's."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.texts.contacts import PHONE_ICONS, email_kind, phone_kind
from onepresence_desktop.desktop.theme import icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.domain.phonebook import ContactEmail, ContactNumber


class _Glyph(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._icon = ""
        self.setFixedSize(16, 16)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._icon:
            ink = color(Color.TEXT_TERTIARY)
            icons.paint(QPainter(self), self._icon, QRectF(self.rect()), ink, self.devicePixelRatioF())


class _ValueRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._glyph = _Glyph()
        self._kind = Label(tone="secondary")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._glyph)
        self._row.addSpacing(4)


class NumberRow(_ValueRow):
    """call_wanted, sms_wanted: its number."""

    call_wanted = Signal(str)
    sms_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._number = ""
        self._words = Label(tabular=True, elide=True)
        self.sms = IconButton("msg-sms")
        self.call = IconButton("call", ink=Color.AVAILABLE_TEXT)
        self._row.addWidget(self._words, 1)
        for widget in (self._kind, self.sms, self.call):
            self._row.addWidget(widget)
        self.sms.clicked.connect(lambda: self.sms_wanted.emit(self._number))
        self.call.clicked.connect(lambda: self.call_wanted.emit(self._number))

    def stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [self.sms, self.call]

    def show_number(self, number: ContactNumber, *, preferred: bool) -> None:
        """Show one. preferred: of several the one that is called."""
        self._number = number.number
        kind, shown = phone_kind(number.kind), texts.number(number.number)
        if preferred:
            kind = translate("Phonebook", "{kind} · preferred").format(kind=kind)
        self._glyph.set_icon(PHONE_ICONS.get(number.kind, "call"))
        self._words.setText(shown)
        self._kind.setText(kind)
        self.sms.setVisible(number.number.startswith("+"))
        self.sms.set_name(translate("Phonebook", "SMS to {number}").format(number=shown))
        self.call.set_name(translate("Phonebook", "Call {number}").format(number=shown))


class EmailRow(_ValueRow):
    """email_wanted: its address."""

    email_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._glyph.set_icon("msg-email")
        self.address = Button(kind=Kind.LINK, small=True)
        self.copy = IconButton("copy")
        self._row.addSpacing(-Kind.LINK.value.padding)
        self._row.addWidget(self.address)
        self._row.addStretch(1)
        for widget in (self._kind, self.copy):
            self._row.addWidget(widget)
        self.address.clicked.connect(lambda: self.email_wanted.emit(self.address.text()))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.address.text()))

    def stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [self.address, self.copy]

    def show_email(self, email: ContactEmail) -> None:
        """Show one."""
        self.address.setText(email.address)
        self.address.setToolTip(translate("Phonebook", "Write an e-mail"))
        self._kind.setText(email_kind(email.kind))
        self.copy.set_name(translate("Phonebook", "Copy {address}").format(address=email.address))
