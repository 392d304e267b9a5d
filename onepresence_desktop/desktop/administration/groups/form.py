"""The form of one group (design, section 7.17)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.groups.reception_times import ReceptionTimes
from onepresence_desktop.desktop.administration.groups.rota_editor import RotaEditor
from onepresence_desktop.desktop.administration.members import Member, MembersList
from onepresence_desktop.desktop.administration.model import spaced
from onepresence_desktop.desktop.administration.public_number import e164, international
from onepresence_desktop.desktop.administration.record_form import FieldBox, RecordForm, Said
from onepresence_desktop.desktop.hours.week_body import week_body, week_words
from onepresence_desktop.desktop.hours.working_week import WorkingWeek
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.whom_field import WhomField
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.card import Card
from onepresence_desktop.desktop.widgets.chips import OptionCard, OptionRow
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.desktop.widgets.labels import Label, field_label
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import RingStrategy, UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.groups import GroupBody, GroupDetailView

SECONDS = (10, 15, 20, 25, 30, 45, 60, 90, 120, 180, 300)
MAILBOX, NUMBER, NOBODY = "mailbox", "number", "nobody"
REACHED = {Presence.AVAILABLE, Presence.RINGING, Presence.UNKNOWN}
"""Whom a group rings: those who aren't on the phone, away, off work or without a phone that is on."""


def strategy_words(strategy: RingStrategy) -> tuple[str, str]:
    """A ring strategy: its name, and what it does."""
    return {
        RingStrategy.ALL: (translate("Groups", "All ring"), translate("Groups", "First to the phone")),
        RingStrategy.IN_TURN: (translate("Groups", "In turn"), translate("Groups", "One after another")),
        RingStrategy.LONGEST_IDLE: (translate("Groups", "Longest idle"), translate("Groups", "Shared evenly")),
        RingStrategy.UNKNOWN: (translate("Groups", "In a way that this version doesn't know"), ""),
    }[strategy]


class GroupForm(RecordForm):
    """logged: a member's id is to be logged in (True) or out, at once."""

    logged = Signal(str, bool)

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session = session
        self.region, self.code = "DK", ""
        self.name, self.local, self.number = Field(), Field(tabular=True), Field(tabular=True)
        self.strategies = {
            RingStrategy.ALL: OptionCard(icon="bell"),
            RingStrategy.IN_TURN: OptionCard(icon="repeat"),
            RingStrategy.LONGEST_IDLE: OptionCard(icon="clock"),
        }
        self.strategies[RingStrategy.ALL].setChecked(True)
        self._one_of = QButtonGroup(self)
        self.members = MembersList()
        self.member = WhomField(session, all_there=True, people=True)
        self.add_button = Button(icon="add", small=True)
        self.seconds, self.after = Select(), Select()
        self.where = WhomField(session, all_there=True)
        self.reception = CheckBox()
        self.times = ReceptionTimes(actions)
        self.hours = WorkingWeek(opening=True)
        self.rota = RotaEditor(session)
        self.idle_rota = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        self._heads = {key: field_label() for key in ("strategy", "members", "move", "hours", "rota")}
        self._build()
        for strategy, card in self.strategies.items():
            card.clicked.connect(lambda _on=False, strategy=strategy: self._strategy_chosen(strategy))
        self.members.changed.connect(lambda: self.touched("members"))
        self.members.logged.connect(self.logged)
        self.member.returnPressed.connect(self._add_member)
        self.add_button.clicked.connect(self._add_member)
        self.after.picked.connect(lambda _key: self._after_chosen())
        self.reception.clicked.connect(lambda: self.touched())
        self.hours.changed.connect(lambda _week: self._times_changed("hours"))
        self.rota.changed.connect(lambda: self._times_changed("rota"))
        self.number.editingFinished.connect(self._group_number)
        session.presence_changed.connect(self._states)

    def _build(self) -> None:
        top = QGridLayout()
        top.setHorizontalSpacing(12)
        for place, (key, field) in enumerate(
            (("name", self.name), ("local_number", self.local), ("number", self.number))
        ):
            top.addWidget(self.box(key, field), 0, place)
        top.setColumnStretch(0, 3)
        top.setColumnStretch(1, 2)
        top.setColumnStretch(2, 2)
        self.inner.addLayout(top)
        self.inner.addWidget(self._heads["strategy"])
        for card in self.strategies.values():
            self._one_of.addButton(card)
        self.inner.addWidget(OptionRow(list(self.strategies.values())))
        line = QHBoxLayout()
        line.addWidget(self._heads["members"])
        line.addStretch()
        line.addWidget(self._heads["move"])
        self.inner.addLayout(line)
        frame = Card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 8)
        inside.addWidget(self.members)
        adding = QHBoxLayout()
        adding.setContentsMargins(12, 0, 12, 0)
        adding.addWidget(self.member, 1)
        adding.addWidget(self.add_button)
        inside.addLayout(adding)
        self.boxes["members"] = FieldBox(frame)
        self.boxes["members"].label.hide()
        self.inner.addWidget(self.boxes["members"])
        low = QGridLayout()
        low.setHorizontalSpacing(12)
        for select in (self.seconds, self.after):
            select.setFixedHeight(32)
        low.addWidget(self.box("seconds", self.seconds), 0, 0)
        low.addWidget(self.box("after", self.after), 0, 1)
        low.addWidget(self.box("overflow", self.where), 0, 2)
        self.boxes["mailbox"] = self.boxes["overflow"]
        for column in range(3):
            low.setColumnStretch(column, 1)
        self.inner.addLayout(low)
        self.inner.addWidget(self.reception)
        self.inner.addWidget(self.times)
        for key, part in (("hours", self.hours), ("rota", self.rota)):
            box = self.boxes[key] = FieldBox(part)
            box.label.hide()
            self.inner.addWidget(self._heads[key])
            self.inner.addWidget(box)
        self.inner.addWidget(self.idle_rota)

    def retranslate(self) -> None:
        """All words again."""
        super().retranslate()
        self.boxes["name"].name(translate("Groups", "Name"))
        self.boxes["local_number"].name(translate("Groups", "Number"))
        self.boxes["number"].name(translate("Groups", "From outside"))
        self.boxes["after"].name(translate("Groups", "When nobody answers"))
        self.boxes["overflow"].name(translate("Groups", "Whose"))
        self._heads["members"].setText(translate("Groups", "Members in order"))
        self._heads["move"].setText(translate("Groups", "Drag, or Alt+↑ ↓"))
        self._heads["hours"].setText(translate("Groups", "Hours (none: at any time)"))
        self._heads["rota"].setText(translate("Groups", "On call outside the hours"))
        idle = translate("Groups", "Without hours the group is always open, and nobody is called by this rota.")
        self.idle_rota.setText(idle)
        for strategy, card in self.strategies.items():
            card.set_words(*strategy_words(strategy))
        self.members.setAccessibleName(translate("Groups", "Members in order"))
        self.member.set_name(translate("Groups", "Add a member: name or number"))
        self.member.setPlaceholderText(self.member.accessibleName())
        self.add_button.setText(translate("Groups", "Add"))
        self.seconds.set_rows([(str(n), translate("Groups", "%n second(s)", "", n)) for n in SECONDS])
        self.after.set_rows(
            [
                (MAILBOX, translate("Groups", "OneVoicemail of …")),
                (NUMBER, translate("Groups", "Another number")),
                (NOBODY, translate("Groups", "The call ends")),
            ]
        )
        self._states()
        self.reception.setText(translate("Groups", "This is the reception (key 9)"))
        self.times.retranslate()
        self.hours.retranslate()
        self.rota.retranslate()
        self._strategy_labels()

    # --- a record ---

    def fill(self, record: GroupDetailView | None) -> None:
        """Fill the fields from a group; None for a new one."""
        self.name.setText(record.name if record else "")
        self.local.setText(spaced(record.local_number) if record else f"{self.code} ")
        self.number.setText(international(record.number) if record and record.number else "")
        self._choose(record.strategy if record else RingStrategy.ALL)
        self._show_members(record.members if record else ())
        seconds = record.seconds if record else 30
        if self.seconds.findData(str(seconds)) < 0:
            self.seconds.addItem(translate("Groups", "%n second(s)", "", seconds), str(seconds))
        self.seconds.set_key(str(seconds))
        self.after.set_key(NUMBER if record and record.overflow else MAILBOX if record and record.mailbox else NOBODY)
        self._dress_after()
        mailbox = self._session.mirror.people.get(record.mailbox) if record and record.mailbox else None
        self.where.show_number((record.overflow if record else None) or (mailbox.local_number if mailbox else ""))
        self.reception.setChecked(bool(record and record.reception))
        self.times.setVisible(self.reception.isChecked())
        if self.reception.isChecked():
            self.times.load()
        self.hours.hours.setModified(False)
        self.hours.show_week(record.hours.days if record else ((),) * 7)
        self.rota.show_rota(record.rota if record else None)
        self._dress_rota()
        self._states()

    def complete(self) -> bool:
        """A name and seven digits."""
        return bool(self.name.text().strip()) and len(self._digits()) == 7

    def body(self) -> GroupBody:
        """What is in the form. Raises `Invalid` for a name that nobody has."""
        self.hours.take()
        where, after = self.where.number(), self.after.key
        mailbox: UserId | None = None
        if after != NOBODY and not where:
            raise Invalid(field="overflow", problem="unknown_number")
        if after == MAILBOX:
            mailbox = self._session.whose(where)[1]
            if mailbox is None:
                raise Invalid(field="overflow", problem="unknown_number")
        return GroupBody(
            local_number=self._digits(),
            name=self.name.text().strip(),
            members=[member.id for member in self.members.members.members],
            strategy=self.strategy,
            seconds=int(self.seconds.key),
            reception=self.reception.isChecked(),
            number=e164(self.number.text(), self.region) or None,
            overflow=where if after == NUMBER else None,
            hours=week_body(self.hours.week),
            rota=self.rota.rota(),
            mailbox=mailbox,
            version=self.seen,
        )

    def said(self, what: GroupDetailView | GroupBody) -> Said:
        """A group, or what is to become of it, in words."""
        people = self._session.mirror.people
        names = [people[member].name for member in what.members if member in people]
        owner = people.get(what.mailbox) if what.mailbox else None
        after = self._session.whose(what.overflow)[0] or what.overflow if what.overflow else ""
        return [
            (translate("Groups", "Name"), what.name),
            (translate("Groups", "Number"), spaced(what.local_number)),
            (translate("Groups", "From outside"), texts.number(what.number) if what.number else ""),
            (translate("Groups", "How it rings"), strategy_words(what.strategy)[0]),
            (translate("Groups", "Members in order"), ", ".join(names)),
            (translate("Groups", "Rings for"), translate("Groups", "%n second(s)", "", what.seconds)),
            (translate("Groups", "When nobody answers"), owner.name if owner else after or ""),
            (translate("Groups", "Reception"), translate("Groups", "Yes") if what.reception else ""),
            (translate("Groups", "Hours"), week_words(what.hours)),
            (translate("Groups", "On call outside the hours"), self.rota.said(what.rota)),
        ]

    @property
    def strategy(self) -> RingStrategy:
        """The one chosen; UNKNOWN where a group has one that can't be offered here, and no other was chosen."""
        return next((key for key, card in self.strategies.items() if card.isChecked()), RingStrategy.UNKNOWN)

    # --- its parts ---

    def _digits(self) -> str:
        return "".join(c for c in self.local.text() if c.isdigit())

    def _choose(self, strategy: RingStrategy) -> None:
        self._one_of.setExclusive(False)
        for key, card in self.strategies.items():
            card.setChecked(key is strategy)
        self._one_of.setExclusive(True)
        self._strategy_labels()

    def _strategy_chosen(self, _strategy: RingStrategy) -> None:
        self._strategy_labels()
        self.touched()

    def _strategy_labels(self) -> None:
        how = translate("Groups", "How it rings")
        unknown = self.strategy is RingStrategy.UNKNOWN
        self._heads["strategy"].setText(f"{how}: {strategy_words(self.strategy)[0].lower()}" if unknown else how)
        each = self.strategy not in (RingStrategy.ALL, RingStrategy.UNKNOWN)
        self.boxes["seconds"].name(translate("Groups", "Ring at each for") if each else translate("Groups", "Ring for"))

    def _times_changed(self, key: str) -> None:
        self.touched(key)
        self._dress_rota()

    def _dress_rota(self) -> None:
        """Say so where a rota comes to nothing."""
        self.idle_rota.setVisible(bool(self.rota.rows) and not any(self.hours.week))

    def _after_chosen(self) -> None:
        self.where.clear()
        self._dress_after()
        self.boxes["overflow"].complain("")
        if self.after.key != NOBODY:
            self.where.offer()

    def _dress_after(self) -> None:
        self.boxes["overflow"].setVisible(self.after.key != NOBODY)
        words = translate("Groups", "Whose") if self.after.key == MAILBOX else translate("Groups", "Where to")
        self.boxes["overflow"].name(words)

    def _group_number(self) -> None:
        number = e164(self.number.text(), self.region)
        if number.startswith("+"):
            self.number.setText(international(number))

    def _add_member(self) -> None:
        user_id = self._session.whose(self.member.number())[1] if self.member.number() else None
        there = [member.id for member in self.members.members.members]
        if user_id is None:
            self.boxes["members"].complain(translate("Groups", "Nobody has that name or number."))
            return
        self.member.clear()
        if user_id not in there:
            self._show_members([*there, user_id])
            self.touched("members")
        self._states()

    def _show_members(self, ids: Sequence[UserId]) -> None:
        mirror = self._session.mirror
        out = self.record.logged_out if self.record is not None else ()
        group = mirror.groups.get(self.record.id) if self.record is not None else None
        out = group.logged_out if group is not None else out
        known = [mirror.people[user_id] for user_id in ids if user_id in mirror.people]
        self.members.members.show(
            [
                Member(
                    person.id,
                    person.name,
                    person.local_number[-4:],
                    mirror.presence[person.id].presence if person.id in mirror.presence else Presence.UNKNOWN,
                    person.id not in out,
                )
                for person in known
            ]
        )

    def refresh_members(self) -> None:
        """Who is logged in, and their states, as they are now."""
        self._show_members([member.id for member in self.members.members.members])
        self._states()

    def _states(self) -> None:
        """The footer: where a call goes now, and who would be skipped and why."""
        members = self.members.members.members
        if not members and not (self.record is not None and self.record.closed):
            self.foot(translate("Groups", "Nobody is a member yet"))
            return
        if not self.isVisible() and self.record is None:
            return
        mirror = self._session.mirror
        now = {
            member.id: mirror.presence[member.id].presence if member.id in mirror.presence else Presence.UNKNOWN
            for member in members
        }
        rung = [m.name.split()[0] for m in members if m.logged_in and now[m.id] in REACHED]
        out = translate("Groups", "logged out")
        skipped = [
            f"{m.name.split()[0]}: {texts.presence(now[m.id]).lower() if m.logged_in else out}"
            for m in members
            if not (m.logged_in and now[m.id] in REACHED)
        ]
        number = self.where.text().split(" · ")[0]
        last = {MAILBOX: "OneVoicemail", NUMBER: number}.get(self.after.key, "")
        if self.record is not None and self.record.closed:
            on_call = self.record.on_call
            rung, skipped = [self._session.whose(on_call)[0] or texts.number(on_call)] if on_call else [], []
        whom = ", ".join([*rung, *([last] if last else [])]) or "–"
        self.foot(translate("Groups", "Calls now → {whom}").format(whom=whom), ", ".join(skipped))
