"""The form of a contact (design, section 7.10)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.phonebook.value_rows import ValueRows
from onepresence_desktop.desktop.texts.contacts import email_kind, phone_kind
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Space
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Footer, Scrolled
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.desktop.widgets.save_button import SaveButton
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.errors import Invalid, NumberRefused, OnePresenceError
from onepresence_desktop.domain.numbering import dialled, format_number
from onepresence_desktop.domain.people import Customer, CustomerId
from onepresence_desktop.domain.phonebook import ContactEmail, ContactNumber, EmailKind, PhoneKind
from onepresence_desktop.wire.bodies import ContactBody
from onepresence_desktop.wire.contacts import ContactView

OWN, SHARED = "own", "shared"
PHONES = (PhoneKind.MOBILE, PhoneKind.WORK, PhoneKind.MAIN, PhoneKind.HOME, PhoneKind.FAX, PhoneKind.OTHER)
EMAILS = (EmailKind.WORK, EmailKind.HOME, EmailKind.OTHER)
FEWEST_DIGITS = 3


class ContactForm(QWidget):
    """Shows a contact, or an empty form to add one. save: a `ContactBody` with what is in it. cancelled: leave it.

    customer: the company, for what numbers mean in it.
    """

    save = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contact: ContactView | None = None
        self._starred = False
        self._may_share = self._changed = self._asked = False
        self.title = Label(role=fonts.Text.HEADING, elide=True)
        self._kept_in = Label(role=fonts.Text.SMALL, tone="secondary")
        self.where = Segmented([Segment(OWN, " "), Segment(SHARED, " ")], small=True)
        self.name, self.company, self.job = Field(), Field(), Field()
        self.customer = Customer(CustomerId(""), "", "")
        self.numbers = ValueRows(
            with_star=True, tick=self._can_be_dialled, allowed=could_be_dialled, shape=self._shaped
        )
        self.emails = ValueRows(with_star=False, tick=could_be_mailed, allowed=could_be_mailed, shape=str)
        self.note = QPlainTextEdit()
        self.band = Banner(Tone.DANGER)
        self.favourite = CheckBox()
        self.cancel_button = Button(kind=Kind.QUIET)
        self.save_button = SaveButton()
        self._labels = {key: field_label() for key in ("name", "company", "title", "numbers", "emails", "note")}
        self._build()
        for field in (self.name, self.company, self.job):
            field.textEdited.connect(self._edited)
        for part in (self.numbers, self.emails):
            part.edited.connect(self._edited)
        self.note.textChanged.connect(self._edited)
        self.favourite.clicked.connect(self._edited)
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.cancelled)
        self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        pane = Scrolled()
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 14, 20, 14)
        inner.setSpacing(Space.FIELD_TO_FIELD)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title, 1)
        head.addWidget(self._kept_in)
        head.addWidget(self.where)
        inner.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(Space.FIELD_TO_FIELD)
        grid.addWidget(labelled(self._labels["name"], self.name), 0, 0, 1, 2)
        grid.addWidget(labelled(self._labels["company"], self.company), 1, 0)
        grid.addWidget(labelled(self._labels["title"], self.job), 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        inner.addLayout(grid)
        inner.addWidget(labelled(self._labels["numbers"], self.numbers))
        inner.addWidget(labelled(self._labels["emails"], self.emails))
        self.note.setFixedHeight(64)
        self.note.setTabChangesFocus(True)
        inner.addWidget(labelled(self._labels["note"], self.note))
        inner.addStretch()
        pane.column.addLayout(inner)
        column.addWidget(pane, 1)
        column.addWidget(self.band)
        column.addWidget(self.save_button.reason())
        foot = Footer(56)
        foot.row.addWidget(self.favourite)
        foot.row.addStretch()
        foot.row.addWidget(self.cancel_button)
        foot.row.addWidget(self.save_button)
        column.addWidget(foot)

    def retranslate(self) -> None:
        """All words again."""
        words = {
            "name": translate("Phonebook", "Name"),
            "company": translate("Phonebook", "Company"),
            "title": translate("Phonebook", "Title"),
            "numbers": translate("Phonebook", "Numbers"),
            "emails": translate("Phonebook", "E-mail"),
            "note": translate("Phonebook", "Note"),
        }
        for key, text in words.items():
            self._labels[key].setText(text)
        for field, key in ((self.name, "name"), (self.company, "company"), (self.job, "title"), (self.note, "note")):
            field.setAccessibleName(words[key])
        self.where.set_segments(
            [Segment(OWN, translate("Phonebook", "Personal")), Segment(SHARED, translate("Phonebook", "Shared"))]
        )
        self.where.setAccessibleName(translate("Phonebook", "Kept in"))
        self._kept_in.setText(translate("Phonebook", "Kept in"))
        self._name_values()
        self.note.setPlaceholderText(translate("Phonebook", "What is good to know when they call"))
        self.favourite.setText(translate("Phonebook", "Favourite"))
        self.cancel_button.setText(translate("Phonebook", "Cancel"))
        self.save_button.setText(translate("Phonebook", "Save contact"))
        self._heading()

    def _name_values(self) -> None:
        """Words of numbers and addresses. An unknown kind is offered where a newer service has said one."""
        numbers = self.contact.numbers if self.contact is not None else ()
        emails = self.contact.emails if self.contact is not None else ()
        phones = [*PHONES, *dict.fromkeys(one.kind for one in numbers if one.kind is PhoneKind.UNKNOWN)]
        addresses = [*EMAILS, *dict.fromkeys(one.kind for one in emails if one.kind is EmailKind.UNKNOWN)]
        self.numbers.set_words(
            [(kind.value, phone_kind(kind)) for kind in phones],
            name=translate("Phonebook", "Number"),
            kind=translate("Phonebook", "Kind of number"),
            add=translate("Phonebook", "Add number"),
            remove=translate("Phonebook", "Remove the number"),
            star=translate("Phonebook", "Call this number first"),
        )
        self.emails.set_words(
            [(kind.value, email_kind(kind)) for kind in addresses],
            name=translate("Phonebook", "E-mail address"),
            kind=translate("Phonebook", "Kind of address"),
            add=translate("Phonebook", "Add e-mail address"),
            remove=translate("Phonebook", "Remove the address"),
            star="",
        )

    def show_contact(
        self, contact: ContactView | None, *, starred: bool = False, shared: bool = False, may_share: bool = False
    ) -> None:
        """Fill the form; None for a new contact, kept among the `shared` ones if that is where one is."""
        self.contact, self._starred, self._may_share = contact, starred, may_share
        self._name_values()
        self.name.setText(contact.name if contact is not None else "")
        self.company.setText(contact.company if contact is not None else "")
        self.job.setText(contact.title if contact is not None else "")
        self.numbers.show_values([(n.kind.value, n.number) for n in contact.numbers] if contact is not None else [])
        self.emails.show_values([(e.kind.value, e.address) for e in contact.emails] if contact is not None else [])
        self.note.setPlainText(contact.note if contact is not None else "")
        self.favourite.setChecked(starred)
        self.where.set_chosen(SHARED if shared and may_share else OWN)
        for widget in (self.where, self._kept_in):
            widget.setVisible(contact is None and may_share)
        self._settle()
        self._heading()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill_in(self, number: str, name: str) -> None:
        """What is known of a caller."""
        self.name.setText(name)
        self.numbers.show_values([(PhoneKind.MOBILE.value, number)])
        self._edited()

    @property
    def shared(self) -> bool:
        """Whether it is, or is to be, kept among the company's contacts."""
        return self.contact.shared if self.contact is not None else self.where.key == SHARED

    @property
    def changed(self) -> bool:
        """Whether something was written that isn't saved."""
        return self._changed

    def ask_before_leaving(self) -> bool:
        """Whether it was asked just now if what was written is to be lost; asked once, then it is."""
        if not self._changed or self._asked:
            return False
        self._asked = True
        self.band.set_tone(Tone.WARNING, "warning")
        self.band.say(translate("Phonebook", "What you have written isn't saved. Cancel again to leave it."))
        return True

    def body(self) -> ContactBody:
        """What is in the form. Raises `Invalid` where a kind is one that only a newer version knows."""
        return ContactBody(
            name=self.name.text().strip(),
            company=self.company.text().strip(),
            title=self.job.text().strip(),
            numbers=[ContactNumber(number, PhoneKind(kind)) for kind, number in self.numbers.values()],
            emails=[ContactEmail(address, EmailKind(kind)) for kind, address in self.emails.values()],
            note=self.note.toPlainText().strip(),
            favourite=self.favourite.isChecked(),
        )

    def refused(self, error: OnePresenceError) -> None:
        """The service refused: said beside the field where one is meant, and nothing that was typed is lost."""
        self.save_button.set_busy(False)
        self._enable()
        words, field = texts.error(error), str(error.details.get("field") or "")
        rows = {"numbers": self.numbers, "emails": self.emails}.get(field)
        if rows is not None and rows.rows:
            number, kind = str(error.details.get("number", "\0")), error.details.get("problem")
            wrong = next((row for row in rows.rows if number in row.field.text() or row.kind.key == kind), None)
            (wrong or rows.rows[0]).set_problem(words)
            (wrong or rows.rows[0]).field.setFocus()
            return
        named = {"name": self.name, "company": self.company, "title": self.job}.get(field)
        if named is not None:
            named.set_error(True)
            named.setFocus()
        self.band.set_tone(Tone.DANGER)
        self.band.say(words)

    def _can_be_dialled(self, text: str) -> bool:
        try:
            dialled(text, self.customer)
        except (NumberRefused, Invalid):
            return False
        return True

    def _shaped(self, text: str) -> str:
        """A number as it is read in the company's country, so that it is understood as the same one again."""
        digits = "".join(c for c in text if c in "+0123456789")
        if digits.startswith("+"):
            return format_number(digits, self.customer.region)
        return texts.number(digits) if self.customer.region == "DK" and digits else text

    def _heading(self) -> None:
        new = translate("Phonebook", "New contact")
        self.title.setText(self.contact.name if self.contact is not None else new)

    def _settle(self) -> None:
        self._changed = self._asked = False
        self.band.hide()
        for field in (self.name, self.company, self.job):
            field.set_error(False)
        self.save_button.set_busy(False)
        self._enable()

    def _edited(self) -> None:
        self._changed, self._asked = True, False
        self.band.hide()
        for field in (self.name, self.company, self.job):
            field.set_error(False)
        self._enable()

    def _enable(self) -> None:
        named = bool(self.name.text().strip() or self.company.text().strip())
        reached = bool(self.numbers.values() or self.emails.values())
        self.save_button.setEnabled(
            self._changed and named and reached and self.numbers.whole() and self.emails.whole()
        )

    def _save(self) -> None:
        try:
            body = self.body()
        except Invalid as wrong:
            self.refused(wrong)
            return
        self.save_button.set_busy(True)
        self.save.emit(body)


def could_be_dialled(text: str) -> bool:
    """Whether a text may be a number; the service has the last word."""
    digits = sum(c in "0123456789" for c in text)
    return digits >= FEWEST_DIGITS and all(c in "0123456789 +-./()\u00a0\u202f" for c in text)


def could_be_mailed(text: str) -> bool:
    """Whether a text may be a mail address."""
    name, at, domain = text.partition("@")
    return bool(name and at and domain) and not any(c.isspace() or c in ",;<>" for c in text) and "@" not in domain
