"""The form of one person: what the administrator owns, and the ways to let in or shut out (design, section 7.17)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.administration.code_card import CodeCard
from onepresence_desktop.desktop.administration.holder_line import HolderLine
from onepresence_desktop.desktop.administration.manager_field import ManagerField
from onepresence_desktop.desktop.administration.model import proposed_number, spaced
from onepresence_desktop.desktop.administration.person_words import role_rows, said
from onepresence_desktop.desktop.administration.public_number import e164, international
from onepresence_desktop.desktop.administration.record_form import ConflictCard, Said
from onepresence_desktop.desktop.administration.sure_card import SureCard
from onepresence_desktop.desktop.administration.unsaved import Unsaved
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Space
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.card import Footer, Scrolled
from onepresence_desktop.desktop.widgets.face import Face
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.desktop.widgets.save_button import SaveButton
from onepresence_desktop.domain.errors import Conflict, Invalid, OnePresenceError
from onepresence_desktop.domain.numbering import format_number
from onepresence_desktop.domain.people import Role
from onepresence_desktop.wire.bodies import PersonBody
from onepresence_desktop.wire.versions import person_version
from onepresence_desktop.wire.views import PersonView

FIELD_OF = {
    "name": "name",
    "local_number": "local",
    "one_number": "one",
    "email": "email",
    "mobile": "mobile",
    "manager": "manager",
}
"""Which input a refused field of the wire belongs to."""


class PersonForm(QWidget):
    """Shows a person, or an empty one to add.

    save: a `PersonBody` with what is in the form. close_access: True to close, False to open again.
    reset_password: of the person shown. more: his menu, under the button. cancelled: back to what was.
    What is typed is never replaced by what another administrator does meanwhile: `theirs` is shown beside it.
    """

    save = Signal(object)
    close_access = Signal(bool)
    reset_password = Signal()
    more = Signal()
    cancelled = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.person: PersonView | None = None
        self._seen: str | None = None
        self.theirs: PersonView | None = None
        self.refusal: Conflict | None = None
        self._problem: OnePresenceError | None = None
        self._changed = self._saving = False
        self.region = "DK"
        self._customer_code = self._stands = ""
        self.face = Face(36)
        self.title = Label(role=fonts.Text.HEADING, elide=True)
        self.line = Label(role=fonts.Text.SMALL, tone="secondary", tabular=True, elide=True)
        self.name, self.email, self.job = Field(), Field(), Field()
        self.one, self.mobile = Field(tabular=True), Field(tabular=True)
        self.local = Field(tabular=True)
        self.local_holder = HolderLine(session, self.local)
        self.department = Field()
        self.manager = ManagerField(session)
        self._fields = (
            self.name, self.one, self.local, self.email, self.mobile, self.job, self.department, self.manager,
        )  # fmt: skip
        self.role = Select()
        self.role.setFixedHeight(32)
        self.code = CodeCard()
        self.band = Banner(Tone.DANGER)
        self.unsaved = Unsaved(self.band)
        self.reset_button = Button(kind=Kind.LINK).that_writes()
        self.close_button = Button(kind=Kind.DANGER_TEXT).that_writes()
        self.more_button = IconButton("more", size=18)
        self.sure = SureCard()
        self.conflict = ConflictCard()
        self.state = Label(role=fonts.Text.SMALL, tone="secondary")
        self.cancel_button = Button(kind=Kind.QUIET)
        self.save_button = SaveButton()
        self._cells: dict[str, Field | Select] = {
            "name": self.name, "role": self.role, "one": self.one, "local": self.local, "email": self.email,
            "mobile": self.mobile, "job": self.job, "dep": self.department, "manager": self.manager,
        }  # fmt: skip
        self._labels = {key: field_label() for key in self._cells}
        self._password = field_label()
        self._build()
        for field in self._fields:
            field.textEdited.connect(self._edited)
        self.role.picked.connect(self._edited)
        self.one.textChanged.connect(self._follow_one_number)
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self._cancel)
        self.reset_button.clicked.connect(self.reset_password)
        self.more_button.clicked.connect(self.more)
        for number in (self.one, self.mobile):
            number.editingFinished.connect(self._group_numbers)
        self.close_button.clicked.connect(self._toggle_access)
        self.conflict.theirs.connect(lambda: self.show_person(self.theirs, self._customer_code))
        self.conflict.mine.connect(self._save_mine)
        self.retranslate()
        self.show_person(None, "")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        pane = self._pane = Scrolled()
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 14, 20, 14)
        inner.setSpacing(Space.FIELD_TO_FIELD)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.face)
        head.addLayout(words, 1)
        head.addWidget(self.more_button)
        inner.addWidget(self.conflict)
        inner.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(Space.FIELD_TO_FIELD)
        for place, (key, field) in enumerate(self._cells.items()):
            grid.addWidget(labelled(self._labels[key], field), place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        inner.addLayout(grid)
        inner.addWidget(self.local_holder)
        password = QHBoxLayout()
        password.addWidget(self._password)
        password.addStretch()
        password.addWidget(self.reset_button)
        inner.addLayout(password)
        inner.addWidget(self.sure)
        inner.addWidget(self.code)
        inner.addStretch()
        pane.column.addLayout(inner)
        column.addWidget(pane, 1)
        column.addWidget(self.band)
        column.addWidget(self.save_button.reason())
        foot = Footer(56)
        foot.row.addWidget(self.close_button)
        foot.row.addStretch()
        foot.row.addWidget(self.state)
        foot.row.addWidget(self.cancel_button)
        foot.row.addWidget(self.save_button)
        column.addWidget(foot)

    def retranslate(self) -> None:
        """All words again."""
        for key, words in {
            "name": translate("Administration", "Name"),
            "role": translate("Administration", "Role"),
            "one": "OneNumber",
            "local": translate("Administration", "Local number"),
            "email": translate("Administration", "E-mail"),
            "mobile": translate("Administration", "Mobile"),
            "job": translate("Administration", "Title"),
            "dep": translate("Administration", "Department"),
            "manager": translate("Administration", "Manager"),
        }.items():
            self._labels[key].setText(words)
        for key, field in self._cells.items():
            field.setAccessibleName(self._labels[key].text())
        self.role.set_rows(role_rows(self.person))
        self._password.setText(translate("Administration", "Password"))
        self.reset_button.setText(translate("Administration", "Reset password"))
        self.more_button.set_name(translate("Administration", "More"))
        self.cancel_button.setText(translate("Administration", "Cancel"))
        self.save_button.setText(translate("Administration", "Save"))
        self.code.retranslate()
        self._heading()
        self._tell_again()

    def _tell_again(self) -> None:
        """What is told of what is typed, in the language in use."""
        self._say_state(self._stands)
        if self._problem is not None:
            self.band.say(texts.error(self._problem))
        if self.conflict.isVisibleTo(self) and self.theirs is not None:
            self.compare(again=True)
        self.unsaved.retranslate()

    def show_person(self, person: PersonView | None, customer_code: str) -> None:
        """Fill the form; None for a new person."""
        before, self.person, self._customer_code = self.person, person, customer_code
        self.local_holder.person = person
        if person is None or (before is not None and before.id != person.id):
            self._pane.verticalScrollBar().setValue(0)
        self._seen = person_version(person) if person is not None else None
        self.conflict.hide()
        self.face.show_person(person.name if person else "", person.id if person else None)
        self.code.clear()
        self.sure.clear()
        self.band.hide()
        self.unsaved.forget()
        self.name.setText(person.name if person else "")
        self.one.setText(international(person.one_number or "") if person else "")
        free = proposed_number(self._session.mirror, customer_code) if person is None else ""
        self.local.setText(spaced(person.local_number if person else free))
        self.local_holder.look()
        self.email.setText(person.email or "" if person else "")
        self.mobile.setText(format_number(person.mobile or "", self.region) if person else "")
        self.job.setText(person.title if person else "")
        self.department.setText(person.department if person else "")
        self.manager.show_manager(person.manager if person else None)
        self.role.set_rows(role_rows(self.person))
        self.role.set_key(person.role.value if person else Role.USER.value)
        for widget in (self.close_button, self.more_button, self.reset_button, self._password):
            widget.setVisible(person is not None)
        self.set_alone(False)
        self._unmark()
        self._settled()
        self._heading()
        if person is None:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_alone(self, alone: bool) -> None:
        """The only administrator stays one: what would lock everybody out is off, with the reason."""
        why = translate("Administration", "The only administrator can't be closed or deleted.") if alone else ""
        for control in (self.close_button, self.role):
            control.setEnabled(not alone)
            control.setToolTip(why)

    @property
    def changed(self) -> bool:
        """Whether something isn't saved."""
        return self._changed

    def body(self) -> PersonBody:
        """What is in the form. Raises `Invalid` where the role is still one that only a newer version knows."""
        return PersonBody(
            name=self.name.text().strip(),
            local_number="".join(c for c in self.local.text() if c.isdigit()),
            one_number=e164(self.one.text(), self.region) or None,
            email=self.email.text().strip() or None,
            mobile=e164(self.mobile.text(), self.region) or None,
            title=self.job.text().strip(),
            department=self.department.text().strip(),
            manager=self.manager.manager(),
            role=Role(self.role.key),
            version=self._seen,
        )

    def follow(self, theirs: PersonView) -> None:
        """The person shown is another now. While something is typed, theirs is shown beside it where they differ."""
        if self._saving or self.person is None:
            return  # the answer says how it went
        now = self._said(theirs)
        if not self._changed:
            if self.person != theirs:
                self.show_person(theirs, self._customer_code)
        elif now == self._said(self.theirs or self.person):
            if self.theirs is None:
                self.person, self._seen = theirs, person_version(theirs)
                self._heading()
        else:
            self.theirs, self._problem = theirs, None
            self.band.hide()
            self.compare()
            self.save_button.setEnabled(False)

    def compare(self, *, again: bool = False) -> None:
        """Show theirs beside what is typed, and whose it is as far as `refusal` knows."""
        if self.theirs is not None:
            details = self.refusal.details if self.refusal is not None else {}
            by, at = str(details.get("by") or ""), details.get("at")
            self.conflict.tell(by, at, self._said(self.theirs), self._mine(), again=again)

    def saved(self, person: PersonView) -> None:
        """The server has it."""
        self.show_person(person, self._customer_code)
        self._say_state("saved")

    def refused(self, error: OnePresenceError) -> None:
        """The server refused; the words stand in the band, the field is marked, nothing is lost."""
        self._saving = False
        self.save_button.set_busy(False)
        self.save_button.setEnabled(self._changed)
        if isinstance(error, Conflict) and error.details.get("what") == "changed":
            self.refusal = error
        field = FIELD_OF.get(str(error.details.get("field") or error.details.get("what") or ""))
        if field is not None:
            getattr(self, field).set_error(True)
            getattr(self, field).setFocus(Qt.FocusReason.OtherFocusReason)
        self._problem = error
        self.band.say(texts.error(error))

    def _heading(self) -> None:
        person = self.person
        self.title.setText(person.name if person else translate("Administration", "New person"))
        self.line.setText(spaced(person.local_number) if person else "")
        self.line.setVisible(person is not None)
        opens, closes = translate("Administration", "Open access"), translate("Administration", "Close access")
        self.close_button.setText(opens if person and person.closed else closes)

    def _follow_one_number(self, text: str) -> None:
        """The local number follows from customer code and the OneNumber's last four digits (spec, vocabulary)."""
        digits = "".join(c for c in text if c.isdigit())
        follows = len(digits) >= 8
        self.local.setReadOnly(follows)
        self.local.set_note(translate("Administration", "From the OneNumber") if follows else "")
        self.one.set_tick(e164(text, self.region).startswith("+"))
        if len(digits) >= 8 and self._customer_code:
            self.local.setText(spaced(self._customer_code + digits[-4:]))

    def _edited(self) -> None:
        self._changed = True
        self.unsaved.forget()
        self._unmark()
        self._problem = None
        self.band.hide()
        digits = "".join(c for c in self.local.text() if c.isdigit())
        complete = bool(self.name.text().strip()) and len(digits) == 7
        self.save_button.setEnabled(complete and not self.conflict.isVisibleTo(self))
        self.cancel_button.setEnabled(True)
        self._say_state("changed")

    def _group_numbers(self) -> None:
        """A number that was typed is written as people read it, once its field is left."""
        for field, shown in ((self.one, international), (self.mobile, lambda n: format_number(n, self.region))):
            number = e164(field.text(), self.region)
            if number.startswith("+"):
                field.setText(shown(number))

    def _mine(self) -> Said:
        """What is in the form, in words; as it was where that can't be sent."""
        try:
            return self._said(self.body())
        except Invalid:
            return self._said(self.person) if self.person is not None else []

    def _said(self, what: PersonView | PersonBody) -> Said:
        people = self._session.mirror.people
        return said(what, self.region, lambda who: people[who].name if who in people else "")

    def _toggle_access(self) -> None:
        if self.person is not None:
            self.close_access.emit(not self.person.closed)

    def _unmark(self) -> None:
        for field in self._fields:
            field.set_error(False)

    def _settled(self) -> None:
        self._changed = self._saving = False
        self.theirs = self.refusal = self._problem = None
        self.save_button.set_busy(False)
        self.save_button.setEnabled(False)
        self.cancel_button.setEnabled(self.person is None)
        self._say_state("")

    def _say_state(self, stands: str) -> None:
        self._stands = stands
        words = {"saved": translate("Administration", "Saved"), "changed": translate("Administration", "Not saved")}
        self.state.setText(words.get(stands, ""))

    def _save(self) -> None:
        if self.manager.text().strip() and self.manager.manager() is None:
            self.refused(Invalid(field="manager", problem="unknown_number"))
            return
        try:
            body = self.body()
        except Invalid as wrong:
            self.refused(wrong)
            return
        self._saving = True
        self.save_button.set_busy(True)
        self.save.emit(body)

    def _save_mine(self) -> None:
        if self.theirs is not None:
            self.person, self._seen, self.theirs = self.theirs, person_version(self.theirs), None
        self.conflict.hide()
        self.band.hide()
        self._save()

    def _cancel(self) -> None:
        self.show_person(self.person, self._customer_code)
        self.cancelled.emit()
