"""The left pane: cards of calls under their heads, who is at the desk, and the numbers of the day."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.reception.cards import CaseCard
from onepresence_desktop.desktop.reception.cases import Case, Kind, Pane, pane
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.buttons import Kind as ButtonKind
from onepresence_desktop.desktop.widgets.card import Scrolled, Surface, into_view
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.reception import DeskState
from onepresence_desktop.wire.reception import RECEPTION_DAY

WIDTH = 292
READ_FOR = 10_000
"""Milliseconds for which it is said what could not be done, whatever comes and goes meanwhile."""


class CallsPane(Surface):
    """answered, sent_on, held, parked, ended: a call's id. chosen: another waiting call is the one keys speak of.

    desk_wanted: a `DeskState`.
    """

    answered = Signal(str)
    sent_on = Signal(str)
    held = Signal(str)
    parked = Signal(str)
    ended = Signal(str)
    chosen = Signal()
    desk_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(Color.BG_HEADER, "right")
        self._session = session
        self.setFixedWidth(WIDTH)
        self.pane = Pane((), (), (), ())
        self.cards: dict[CallId, CaseCard] = {}
        self._marked: CallId | None = None
        self.band = Banner(Tone.DANGER)
        self._problem: OnePresenceError | None = None
        self._refused = QTimer(self)
        self._refused.setSingleShot(True)
        self._refused.setInterval(READ_FOR)
        self._refused.timeout.connect(self.show_connection)
        self.desk = Button(icon="nav-reception", kind=ButtonKind.QUIET, small=True)
        self.desk.clicked.connect(self._show_menu)
        self.heads = [self._head() for _ in range(4)]
        self.nothing = Label(tone="tertiary")
        self.numbers = Label(role=fonts.Text.SMALL, tone="secondary", tabular=True)
        self._boxes = [QVBoxLayout() for _ in range(4)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        scroll = Scrolled(Color.BG_HEADER)
        inside = scroll.column
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.heads[0])
        top.addStretch()
        top.addWidget(self.desk)
        inside.addLayout(top)
        for head, box in zip(self.heads, self._boxes, strict=True):
            if head is not self.heads[0]:
                inside.addWidget(head)
            box.setSpacing(8)
            inside.addLayout(box)
            if head is self.heads[1]:
                inside.addWidget(self.nothing)
        inside.addStretch()
        column.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 10)
        foot.addWidget(self.numbers)
        column.addLayout(foot)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.tick)
        self._tick.start()
        self.refresh()

    def _head(self) -> Label:
        return Label(role=fonts.Text.SMALL, weight=fonts.SEMIBOLD, tone="secondary", tabular=True)

    # --- what is shown ---

    def refuse(self, problem: OnePresenceError | None) -> None:
        """Something could not be done, and why; None when what was done next could."""
        self._problem = problem
        if problem is not None:
            self.band.say(texts.error(problem))
            self._refused.start()
        else:
            self._refused.stop()
            self.show_connection()

    def show_connection(self) -> None:
        """Say that the service is away, else nothing that has been read by now."""
        if not self._session.mirror.live:
            self._refused.stop()
            self.band.say(translate("Reception", "No connection: the calls are as they were"))
        elif not self._refused.isActive():
            self.band.hide()
        elif self._problem is not None:
            self.band.say(texts.error(self._problem))

    def refresh(self) -> None:
        """As the mirror has it."""
        before, self.pane = self.active, pane(self._session)
        groups = (self.pane.active, self.pane.waiting, self.pane.taken, self.pane.parked)
        there = [case for group in groups for case in group]
        for gone in self.cards.keys() - {case.id for case in there}:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        marked = self.marked
        for group, box in zip(groups, self._boxes, strict=True):
            for place, case in enumerate(group):
                card = self.cards.get(case.id) or self._add(case)
                if box.indexOf(card) != place:
                    box.insertWidget(place, card)
                card.show_case(case, marked=marked is not None and case.id == marked.id)
                card.setVisible(True)
        self._say()
        self.tick()
        if self.active is not None and (before is None or before.id != self.active.id):
            into_view(self.cards[self.active.id])

    def _add(self, case: Case) -> CaseCard:
        card = self.cards[case.id] = CaseCard(case)
        key = str(case.id)
        for mine, ours in (
            (card.answered, self.answered),
            (card.sent_on, self.sent_on),
            (card.held, self.held),
            (card.parked, self.parked),
            (card.ended, self.ended),
        ):
            mine.connect(lambda ours=ours: ours.emit(key))
        card.chosen.connect(lambda: self.mark(CallId(key)))
        return card

    @property
    def marked(self) -> Case | None:
        """The waiting or parked call that keys speak of: the one chosen, else who has waited longest.

        Whoever is still in a menu, or just being answered by a colleague, comes after the others.
        """
        waiting = self.pane.waiting
        found = next((case for case in (*waiting, *self.pane.parked) if case.id == self._marked), None)
        return found or next((case for case in waiting if case.ready), waiting[0] if waiting else None)

    def mark(self, call_id: CallId) -> None:
        """Choose another."""
        if any(case.id == call_id for case in (*self.pane.waiting, *self.pane.parked)):
            self._marked = call_id
            self.refresh()
            self.chosen.emit()

    def step(self, by: int) -> None:
        """Choose the next one, or the one before."""
        cases: Iterable[Case] = (*self.pane.waiting, *self.pane.parked)
        ids = [case.id for case in cases]
        marked = self.marked
        if ids:
            place = ids.index(marked.id) + by if marked is not None else 0
            self.mark(ids[max(0, min(place, len(ids) - 1))])
            into_view(self.cards[self.marked.id if self.marked is not None else ids[0]])

    @property
    def active(self) -> Case | None:
        """The own call that is talked in, else the one that is held longest."""
        talking = [case for case in self.pane.active if case.kind in (Kind.ACTIVE, Kind.HELD)]
        return talking[0] if talking else None

    def tick(self) -> None:
        """A second has passed; without the service times stand still."""
        if self._session.mirror.live:
            now = self._session.now()
            for card in self.cards.values():
                card.tick(now)

    def retranslate(self) -> None:
        """All texts again."""
        self._say()
        for card in self.cards.values():
            card.retranslate()

    def _say(self) -> None:
        words = (
            translate("Reception", "Active"),
            translate("Reception", "Waiting"),
            translate("Reception", "With colleagues"),
            translate("Reception", "Parked"),
        )
        groups = (self.pane.active, self.pane.waiting, self.pane.taken, self.pane.parked)
        for head, text, group in zip(self.heads, words, groups, strict=True):
            head.setText(f"{text} {len(group)}" if group else text)
            head.setVisible(bool(group) or head in self.heads[:2])
        self.nothing.setText(translate("Reception", "Nobody is waiting"))
        self.nothing.setVisible(not self.pane.waiting)
        day, me = self._session.mirror[RECEPTION_DAY], self._session.mirror.me
        states = {one.user_id: one.state for one in day.attendants} if day is not None else {}
        self.desk.setText(desk_words(states.get(me.id, DeskState.OUT) if me is not None else DeskState.OUT))
        self.desk.updateGeometry()
        numbers = translate("Reception", "Today {calls}   Answered {answered}   Avg. wait {time}")
        if day is not None:
            waited = texts.duration(day.waited)
            self.numbers.setText(numbers.format(calls=day.calls, answered=day.answered, time=waited))

    def _show_menu(self) -> None:
        menu = Menu(self.desk.text(), parent=self)
        for state in (DeskState.IN, DeskState.PAUSED, DeskState.OUT):
            row = menu.add_row(desk_words(state), "nav-reception" if state is DeskState.IN else "pause")
            row.triggered.connect(lambda _on=False, state=state: self.desk_wanted.emit(state))
        people, day = self._session.mirror.people, self._session.mirror[RECEPTION_DAY]
        if day is not None:
            menu.addSeparator()
            for one in day.attendants:
                if one.user_id in people:
                    menu.add_row(people[one.user_id].name, "person", desk_words(one.state), enabled=False)
        menu.popup_under(self.desk)


def desk_words(state: DeskState) -> str:
    """Whether the reception's calls ring at somebody, in words."""
    return {
        DeskState.IN: translate("Reception", "At the desk"),
        DeskState.PAUSED: translate("Reception", "Pause"),
        DeskState.OUT: translate("Reception", "Logged out"),
    }.get(state, translate("Reception", "State unknown"))
