"""A contact at the right of the list: what can be done with it, its numbers and addresses, earlier calls."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.phonebook.delegate import face
from onepresence_desktop.desktop.phonebook.detail_rows import EmailRow, NumberRow
from onepresence_desktop.desktop.phonebook.model import Row
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.card import Line, Scrolled
from onepresence_desktop.desktop.widgets.dated_lines import DatedLine, DatedLines
from onepresence_desktop.desktop.widgets.flow_layout import FlowLayout
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.domain.phonebook import ContactEmail, ContactNumber, PhoneKind
from onepresence_desktop.wire.contacts import ContactView


class _Disc(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(56, 56)
        self.row: Row | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.row is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ratio = self.devicePixelRatioF()
            face(painter, QRectF(self.rect()), self.row, str(self.row.user or self.row.title), ratio)


class ContactDetails(Scrolled):
    """call_wanted, sms_wanted, divert_wanted: a number. email_wanted: an address. star_wanted, edit_wanted,
    more_wanted: what was pressed."""

    call_wanted = Signal(str)
    sms_wanted = Signal(str)
    divert_wanted = Signal(str)
    email_wanted = Signal(str)
    star_wanted = Signal()
    edit_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._numbers: Sequence[ContactNumber] = ()
        self._emails: Sequence[ContactEmail] = ()
        self._disc = _Disc()
        self._name = Label(role=fonts.Text.TITLE, elide=True)
        self._line = Label(tone="secondary", elide=True)
        self.star = IconButton("star", size=18)
        self.edit = IconButton("edit", size=18)
        self.more = IconButton("more", size=18)
        self.call = Button(kind=Kind.PRIMARY, icon="call")
        self.sms = Button(icon="msg-sms")
        self.email = Button(icon="msg-email")
        self.divert = Button(icon="forward-to")
        self._rows = QVBoxLayout()
        self._number_rows: list[NumberRow] = []
        self._email_rows: list[EmailRow] = []
        self._note_head = Label(role=fonts.Text.SMALL, weight=fonts.MEDIUM, tone="secondary")
        self._note = Label(wrap=True)
        self._earlier_head = Label(role=fonts.Text.SMALL, weight=fonts.MEDIUM, tone="secondary")
        self._earlier = DatedLines()
        self._build()
        self.call.clicked.connect(lambda: self.call_wanted.emit(self.preferred()))
        self.sms.clicked.connect(lambda: self.sms_wanted.emit(self.for_sms()))
        self.email.clicked.connect(lambda: self.email_wanted.emit(self.address()))
        self.divert.clicked.connect(lambda: self.divert_wanted.emit(self.preferred()))
        self.star.clicked.connect(self.star_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.more.clicked.connect(self.more_wanted)
        self.retranslate()

    def _build(self) -> None:
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._disc)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        who.addWidget(self._name)
        who.addWidget(self._line)
        head.addLayout(who, 1)
        for small in (self.star, self.edit, self.more):
            head.addWidget(small, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(head)
        doing = QWidget()
        flow = FlowLayout(doing, gap=8)
        for button in (self.call, self.sms, self.email, self.divert):
            flow.addWidget(button)
        self.column.addWidget(doing)
        self.column.addWidget(Line())
        self._rows.setSpacing(6)
        self.column.addLayout(self._rows)
        self.column.addWidget(Line())
        note = QVBoxLayout()
        note.setSpacing(4)
        note.addWidget(self._note_head)
        note.addWidget(self._note)
        self.column.addLayout(note)
        self.column.addWidget(self._earlier_head)
        self.column.addWidget(self._earlier)
        self.column.addStretch()

    def retranslate(self) -> None:
        """All texts again."""
        self.call.setText(translate("Phonebook", "Call"))
        self.sms.setText("SMS")
        self.email.setText(translate("Phonebook", "E-mail"))
        self.divert.setText(translate("Phonebook", "Divert to here"))
        self.edit.set_name(translate("Phonebook", "Edit"))
        self.more.set_name(translate("Phonebook", "More"))
        self._note_head.setText(translate("Phonebook", "Note"))
        self._earlier_head.setText(translate("Phonebook", "Recent"))
        for button in (self.call, self.sms, self.email, self.divert):
            button.updateGeometry()
        self._fill()

    # --- which number, which address ---

    def preferred(self) -> str:
        """The number that is called: the first."""
        return self._numbers[0].number if self._numbers else ""

    def for_sms(self) -> str:
        """The number an SMS goes to: the first mobile, else the first; "" for none an SMS could reach."""
        public = [number for number in self._numbers if number.number.startswith("+")]
        mobile = next((number.number for number in public if number.kind is PhoneKind.MOBILE), "")
        return mobile or (public[0].number if public else "")

    def address(self) -> str:
        """The first mail address."""
        return self._emails[0].address if self._emails else ""

    # --- showing ---

    def show_contact(self, contact: ContactView, row: Row, earlier: Sequence[DatedLine], *, editable: bool) -> None:
        """Show one."""
        self._show(row, contact.numbers, contact.emails, contact.note, earlier)
        self.edit.setVisible(editable)
        self.more.setVisible(editable)

    def show_colleague(self, row: Row, numbers: Sequence[ContactNumber], earlier: Sequence[DatedLine]) -> None:
        """A favourite colleague: nothing of theirs is edited here."""
        self._show(row, numbers, (), "", earlier)
        self.edit.hide()
        self.more.hide()

    def _show(
        self,
        row: Row,
        numbers: Sequence[ContactNumber],
        emails: Sequence[ContactEmail],
        note: str,
        earlier: Sequence[DatedLine],
    ) -> None:
        self._disc.row = row
        self._disc.update()
        self._name.setText(row.title)
        self._line.setText(row.line)
        self._line.setVisible(bool(row.line))
        self._numbers, self._emails = numbers, emails
        words = translate("Phonebook", "Remove from favourites"), translate("Phonebook", "Add to favourites")
        self.star.set_icon(
            "star-filled" if row.favourite else "star", Color.ACCENT_TEXT if row.favourite else Color.TEXT_SECONDARY
        )
        self.star.set_name(words[0] if row.favourite else words[1])
        self.call.setEnabled(bool(numbers))
        self.divert.setEnabled(bool(numbers))
        self.sms.setVisible(bool(self.for_sms()))
        self.email.setVisible(bool(emails))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._note_head.setVisible(bool(note))
        self._earlier.show_lines(earlier)
        self._earlier_head.setVisible(bool(earlier))
        self._fill()

    def _fill(self) -> None:
        """The rows stay for the next contact: as one types, making them anew costs more than all else that is shown."""
        more = self._grow()
        for place, row in enumerate(self._number_rows):
            row.setVisible(place < len(self._numbers))
            if place < len(self._numbers):
                row.show_number(self._numbers[place], preferred=place == 0 and len(self._numbers) > 1)
        for place, line in enumerate(self._email_rows):
            line.setVisible(place < len(self._emails))
            if place < len(self._emails):
                line.show_email(self._emails[place])
        if more:
            rows: list[NumberRow | EmailRow] = [*self._number_rows, *self._email_rows]
            for before, after in pairwise([self.divert, *(stop for one in rows for stop in one.stops())]):
                QWidget.setTabOrder(before, after)

    def _grow(self) -> bool:
        """As many rows as the contact needs; whether some are new."""
        before = len(self._number_rows) + len(self._email_rows)
        while len(self._number_rows) < len(self._numbers):
            row = NumberRow()
            row.call_wanted.connect(self.call_wanted)
            row.sms_wanted.connect(self.sms_wanted)
            self._number_rows.append(row)
            self._rows.insertWidget(len(self._number_rows) - 1, row)
        while len(self._email_rows) < len(self._emails):
            line = EmailRow()
            line.email_wanted.connect(self.email_wanted)
            self._email_rows.append(line)
            self._rows.addWidget(line)
        return before != len(self._number_rows) + len(self._email_rows)
