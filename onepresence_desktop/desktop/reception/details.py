"""The colleague chosen, at the right: state, note for the reception, numbers, who stands in, what can be done."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import language_in_use, translate
from onepresence_desktop.desktop.reception.colleague_menu import add_diversions
from onepresence_desktop.desktop.reception.people import away
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Card, Scrolled, Surface
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.people import PersonView
from onepresence_desktop.wire.reception_notes import ReceptionNote

WIDTH = 216


class Fact(QWidget):
    """A word at the left and what it stands for at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.word = Label(role=fonts.Text.SMALL, tone="secondary")
        self.value = Label(role=fonts.Text.SMALL, weight=fonts.MEDIUM, tabular=True, elide=True)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.word)
        row.addWidget(self.value, 1)

    def say(self, word: str, value: str) -> None:
        """Nothing is shown for no value."""
        self.word.setText(word)
        self.value.setText(value)
        self.setVisible(bool(value))


class Facts(NamedTuple):
    """All that is shown of a colleague: while it stays, nothing is laid out anew.

    state, tone: in words, and their colour. deputy: who is free instead. to_mailbox, to_watch: whether that goes now.
    """

    person: PersonView
    state: str
    tone: str
    note: ReceptionNote | None
    deputy: PersonView | None
    to_mailbox: bool
    to_watch: bool
    live: bool
    language: str


class Details(Surface):
    """message_wanted, mailbox_wanted, watched: the colleague. deputy_wanted: another to choose instead.

    divert_wanted: the colleague and a preset's word, "" opens the phone.
    """

    message_wanted = Signal()
    mailbox_wanted = Signal()
    watched = Signal()
    divert_wanted = Signal(str, str)
    deputy_wanted = Signal(str)

    def __init__(self, session: Session, watches: Watches) -> None:
        super().__init__(Color.BG_HEADER, "left")
        self._session, self._watches = session, watches
        self._deputy: UserId | None = None
        self.setFixedWidth(WIDTH)
        self.name = Label(weight=fonts.SEMIBOLD, wrap=True)
        self.title = Label(role=fonts.Text.SMALL, tone="secondary", wrap=True)
        self.state = Label(role=fonts.Text.SMALL, weight=fonts.MEDIUM, wrap=True)
        self.note_card = Card(Color.WARNING_TINT, None)
        self.note_head = Label(role=fonts.Text.SMALL, weight=fonts.MEDIUM, tone="secondary")
        self.note = Label(role=fonts.Text.SMALL, wrap=True)
        inside = QVBoxLayout(self.note_card)
        inside.setContentsMargins(10, 8, 10, 8)
        inside.setSpacing(2)
        inside.addWidget(self.note_head)
        inside.addWidget(self.note)
        self.local, self.mobile, self.one = Fact(), Fact(), Fact()
        self.deputy = Button(kind=Kind.LINK, small=True)
        self.deputy.clicked.connect(lambda: self.deputy_wanted.emit(self._deputy or ""))
        self.message = Button(icon="message", small=True)
        self.mailbox = Button(icon="msg-voicemail", small=True)
        self.watch = Button(icon="bell", small=True)
        self.divert = Button(icon="nav-divert", small=True)
        self.message.clicked.connect(self.message_wanted)
        self.mailbox.clicked.connect(self.mailbox_wanted)
        self.watch.clicked.connect(self.watched)
        self.divert.clicked.connect(self._show_menu)
        told = (
            self.name, self.title, self.state, self.note_card, self.local, self.mobile, self.one, self.deputy,
        )  # fmt: skip
        presses = (self.message, self.mailbox, self.watch, self.divert)
        self._parts = (*told, *presses)
        self._scroll = Scrolled(Color.BG_HEADER)  # a note may be long, and is there in full
        column = self._scroll.column
        column.setContentsMargins(12, 14, 12, 8)
        column.setSpacing(8)
        for part in told:
            column.addWidget(part)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 12)
        whole.setSpacing(8)
        whole.addWidget(self._scroll, 1)
        below = QVBoxLayout()
        below.setContentsMargins(11, 0, 12, 0)
        below.setSpacing(8)
        whole.addLayout(below)
        for press in presses:
            press.widen()
            below.addWidget(press)
        self.user: UserId | None = None
        self._shown: UserId | None = None
        self._facts: Facts | None = None
        self.show_user(None)

    def show_user(self, user: UserId | None, *, handing: bool = False) -> None:
        """Of whom; handing: somebody waits to be sent to them."""
        mirror = self._session.mirror
        person = mirror.people.get(user) if user is not None else None
        self.user = person.id if person is not None else None
        facts = self._facts_of(person, handing=handing) if person is not None else None
        if facts is not None and facts == self._facts:
            return  # while somebody types, whoever stands first often stays
        self._facts = facts
        before, self._shown = self._shown, self.user
        varying = (self.note_card, self.deputy, self.local, self.mobile, self.one)
        for part in self._parts:
            if person is None or part not in varying:  # what is hidden again at once would be laid out in vain
                part.setVisible(person is not None)
        if person is None or facts is None:
            return
        if before != self._shown:
            self._scroll.verticalScrollBar().setValue(0)
        self.name.setText(person.name)
        self.title.setText(" · ".join(part for part in (person.title, person.department) if part))
        self.state.setText(facts.state)
        self.state.set_tone(facts.tone)
        self.note_card.setVisible(facts.note is not None)
        self.note_head.setText(translate("Reception", "Note for the reception"))
        self.note.setText(facts.note.note if facts.note is not None else "")
        self.local.say(translate("Reception", "Local number"), texts.number(person.local_number))
        self.mobile.say(translate("Reception", "Mobile"), texts.number(person.mobile or ""))
        self.one.say(translate("Reception", "Direct number"), texts.number(person.one_number or ""))
        self._deputy = facts.deputy.id if facts.deputy is not None else None
        self.deputy.setVisible(facts.deputy is not None)
        if facts.deputy is not None:
            self.deputy.setText(translate("Reception", "Free instead: {name}").format(name=facts.deputy.name))
        self.message.setText(translate("Reception", "Send a message"))
        self.mailbox.setText(translate("Reception", "To the mailbox"))
        self.mailbox.setAccessibleName(translate("Reception", "To the mailbox of {name}").format(name=person.name))
        self.watch.setText(translate("Reception", "Tell me when free"))
        self.divert.setText(translate("Reception", "Divert {name}…").format(name=person.name.split()[0]))
        self.mailbox.setEnabled(facts.to_mailbox)
        self.watch.setEnabled(facts.to_watch)
        self.divert.setEnabled(facts.live)
        self.divert.updateGeometry()

    def _facts_of(self, person: PersonView, *, handing: bool) -> Facts:
        mirror, user = self._session.mirror, person.id
        presence = readings.presence_of(mirror, user)
        free = presence is Presence.AVAILABLE
        deputies = readings.stand_ins(mirror, user) if not free else []
        return Facts(
            person,
            away(mirror, user, self._session.now()) or texts.presence(presence),
            "available" if free else "danger" if presence is Presence.DIVERTED else "secondary",
            mirror.reception_notes.get(user),
            mirror.people[deputies[0]] if deputies else None,
            handing and mirror.live,
            self._watches.can_watch(user) and user not in self._watches.users,
            mirror.live,
            language_in_use(),
        )

    def _show_menu(self) -> None:
        menu, user = Menu(self.divert.text(), parent=self), self.user  # who is chosen may be another by then
        add_diversions(menu, lambda word: self.divert_wanted.emit(user, word))
        menu.popup_under(self.divert)
