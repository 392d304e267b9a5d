"""The form of one of a person's calendars: where it is, who signs in there, what its meetings do (spec 5.1, 5.2)."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import UNSET, UnsetType
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.administration.record_form import FieldBox, RecordForm, Said
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.minutes import Minutes
from onepresence_desktop.domain.meetings import MOST_CALENDARS, CalendarKind, MeetingUse
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.calendars import CalendarBody, CalendarView


@dataclass(frozen=True, slots=True)
class PersonsCalendar:
    """Whose it is; view: None for a new one. connection: the company's own, by name, "" where it has none.

    every: all that the person has.
    """

    id: UserId
    view: CalendarView | None = None
    connection: str = ""
    every: tuple[CalendarView, ...] = ()

    @property
    def version(self) -> str:
        """Of what was read; "": nothing was there."""
        return self.view.version if self.view is not None else ""


class CalendarForm(RecordForm):
    """back: the person's form is wanted again. forget: this calendar is not to be read any more.

    chosen: another of the person's is wanted, by its id, or "" for a new one.
    """

    back = Signal()
    forget = Signal()
    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        Minutes(self).passed.connect(self._say_state)
        self.person = ""
        self.back_button = IconButton("chevron-left")
        self.title = Label(role=fonts.Text.HEADING, elide=True)
        self.which, self.kind, self.use = Select(), Select(), Select()
        self.add_button = Button(icon="add")
        self.address, self.account, self.password = Field(), Field(), Field()
        self.password.setEchoMode(Field.EchoMode.Password)
        self.forget_button = Button(kind=Kind.DANGER_TEXT, small=True).that_writes()
        self._which_box = FieldBox(self.which)
        self._rule = Label(role=fonts.Text.SMALL, tone="secondary", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back_button)
        head.addWidget(self.title, 1)
        head.addWidget(self.forget_button)
        self.inner.addLayout(head)
        for select in (self.which, self.kind, self.use):
            select.setFixedHeight(32)
        which = QHBoxLayout()
        which.setSpacing(8)
        which.addWidget(self._which_box, 1)
        which.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.inner.addLayout(which)
        self.inner.addWidget(self.box("kind", self.kind))
        self.inner.addWidget(self.box("address", self.address))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.addWidget(self.box("account", self.account), 0, 0)
        grid.addWidget(self.box("password", self.password), 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.inner.addLayout(grid)
        self.inner.addWidget(self.box("use", self.use))
        self.inner.addWidget(self._rule)
        self.which.picked.connect(self.chosen)
        self.add_button.clicked.connect(lambda: self.chosen.emit(""))
        self.kind.picked.connect(self._kind_chosen)
        self.back_button.clicked.connect(self.back)
        self.forget_button.clicked.connect(self._ask_to_forget)
        self.sure.agreed.connect(self.forget)

    def retranslate(self) -> None:
        """All words again."""
        super().retranslate()
        self.title.setText(translate("PersonCalendar", "Calendars of {name}").format(name=self.person))
        self.back_button.set_name(translate("PersonCalendar", "Back to the person"))
        self.forget_button.setText(translate("PersonCalendar", "Forget the calendar …"))
        self.forget_button.updateGeometry()
        self._which_box.name(translate("PersonCalendar", "Calendar"))
        self.add_button.setText(translate("PersonCalendar", "Add"))
        self.add_button.setAccessibleName(translate("PersonCalendar", "Add a calendar"))
        self.add_button.updateGeometry()
        for key, words in {
            "kind": translate("PersonCalendar", "Where it is"),
            "address": translate("PersonCalendar", "Address"),
            "account": translate("PersonCalendar", "User there"),
            "password": translate("PersonCalendar", "Password there"),
            "use": translate("PersonCalendar", "Meetings"),
        }.items():
            self.boxes[key].name(words)
        chosen = self.use.key
        self.use.set_rows([(one.value, use_words(one)) for one in MeetingUse if one in MeetingUse.known()])
        self.use.set_key(chosen or MeetingUse.SHOW.value)
        self._list()
        self._offer(self._chosen_kind())
        self._hints()
        self._say_state()

    # --- a record ---

    def fill(self, record: PersonsCalendar | None) -> None:
        """Fill the fields from what there is."""
        view = record.view if record is not None else None
        self._list()
        self._offer(view.kind if view is not None else CalendarKind.ICS)
        self.address.setText(view.address if view else "")
        self.account.setText(view.account if view else "")
        self.password.clear()
        self.use.set_key((view.use if view else MeetingUse.SHOW).value)
        self.forget_button.setVisible(view is not None and view.kind is not CalendarKind.COMPANY)
        self._hints()
        self._dress()
        self._say_state()

    @property
    def rule(self) -> str:
        """What is said of which one may divert."""
        return self._rule.text()

    def complete(self) -> bool:
        """An address, where one is needed."""
        return self._chosen_kind() is CalendarKind.COMPANY or bool(self.address.text().strip())

    def body(self) -> CalendarBody:
        """What is in the form."""
        kind, use = self._chosen_kind(), MeetingUse(self.use.key)
        if kind is CalendarKind.COMPANY:
            return CalendarBody(kind=kind, use=use, version=self.seen)
        account = self.account.text().strip()
        password: str | UnsetType = self.password.text()
        if account and not password:
            password = UNSET
        return CalendarBody(
            kind=kind,
            address=self.address.text().strip(),
            account=account,
            password=password,
            use=use,
            version=self.seen,
        )

    def said(self, what: PersonsCalendar | CalendarBody) -> Said:
        """A calendar, or what is to become of it, in words."""
        one = what.view if isinstance(what, PersonsCalendar) else what
        use = one.use if one is not None and one.use is not UNSET else MeetingUse.SHOW
        return [
            (self.boxes["kind"].label.text(), self._kind_words(one.kind) if one is not None else ""),
            (self.boxes["address"].label.text(), one.address if one is not None else ""),
            (self.boxes["account"].label.text(), one.account if one is not None else ""),
            (self.boxes["use"].label.text(), use_words(use)),
        ]

    # --- its parts ---

    def _chosen_kind(self) -> CalendarKind:
        return CalendarKind(self.kind.key) if self.kind.key else CalendarKind.ICS

    def _kind_words(self, kind: CalendarKind) -> str:
        name = self.record.connection if self.record is not None else ""
        companys = translate("PersonCalendar", "The company's connection")
        return {
            CalendarKind.COMPANY: f"{companys}: {name}" if name else companys,
            CalendarKind.ICS: translate("PersonCalendar", "A published address (iCalendar)"),
            CalendarKind.CALDAV: translate("PersonCalendar", "A calendar on a server (CalDAV)"),
        }.get(kind, kind)

    def _offer(self, chosen: CalendarKind) -> None:
        """The company's connection is one by itself; an address of its own may be of either kind."""
        own = [CalendarKind.ICS, CalendarKind.CALDAV]
        kinds = [chosen] if chosen is CalendarKind.COMPANY else own
        self.kind.set_rows([(kind.value, self._kind_words(kind)) for kind in kinds])
        self.kind.set_key(chosen.value)
        self.kind.setEnabled(chosen is not CalendarKind.COMPANY)

    def _list(self) -> None:
        """All that the person has, and what is said of the one in the form."""
        record: PersonsCalendar | None = self.record
        every = record.every if record is not None else ()
        view = record.view if record is not None else None
        rows = [(str(one.id), self._name(one)) for one in every]
        if view is None:
            rows.append(("", translate("PersonCalendar", "A new one")))
        self.which.set_rows(rows)
        self.which.set_key(view.id if view is not None else "")
        self.add_button.setEnabled(view is not None and len(every) < MOST_CALENDARS)
        rule = translate(
            "PersonCalendar",
            "A person may have {most} calendars, and one of them may divert: choosing that here takes it from the"
            " other. The owner decides in Settings, too, and whether colleagues see the subject of meetings.",
        ).format(most=MOST_CALENDARS)
        diverts = next((one for one in every if one.diverts and (view is None or one.id != view.id)), None)
        if diverts is not None:
            now = translate("PersonCalendar", "Now that is {calendar}.").replace("{calendar}", self._name(diverts))
            rule = f"{rule} {now}"
        self._rule.setText(rule)

    def _name(self, view: CalendarView) -> str:
        return texts.calendar(view, self.record.every, self.record.connection)

    def _kind_chosen(self) -> None:
        self._dress()
        self.save_button.setEnabled(self.complete())

    def _dress(self) -> None:
        own = self._chosen_kind() is not CalendarKind.COMPANY
        for key in ("address", "account", "password"):
            self.boxes[key].setVisible(own)
        self._hints()

    def _hints(self) -> None:
        """What an address looks like, and that a password is kept."""
        record: PersonsCalendar | None = self.record
        kept = record is not None and record.view is not None and record.view.has_password
        self.password.setPlaceholderText(translate("Lines", "•••••••• kept as it is") if kept else "")
        dav = self._chosen_kind() is CalendarKind.CALDAV
        example = "https://dav.example.com/anna/calendar/" if dav else "https://calendar.example.com/anna.ics"
        self.address.setPlaceholderText(example)

    def _say_state(self) -> None:
        """How reading goes, in the footer."""
        record: PersonsCalendar | None = self.record
        if record is None:
            return
        if record.view is None:
            words = translate("PersonCalendar", "A calendar that isn't read yet")
            self.foot(words if record.every else translate("PersonCalendar", "No calendar is read"))
        elif record.view.trouble:
            trouble = texts.calendar_state(record.view, self._session.now())
            self.foot(translate("PersonCalendar", "The calendar can't be read"), trouble)
        else:
            self.foot(texts.calendar_state(record.view, self._session.now()))

    def _ask_to_forget(self) -> None:
        words = translate("PersonCalendar", "Its meetings neither show nor divert any more.")
        self.sure.ask(words, translate("PersonCalendar", "Forget the calendar"))


def use_words(use: MeetingUse) -> str:
    """What meetings do."""
    return {
        MeetingUse.NEVER: translate("PersonCalendar", "Do nothing"),
        MeetingUse.SHOW: translate("PersonCalendar", "Show that the person is in a meeting"),
        MeetingUse.DIVERT: translate("PersonCalendar", "Show it, and divert to OneVoicemail"),
    }.get(use, use)
