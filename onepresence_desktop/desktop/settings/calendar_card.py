"""One of one's calendars: how it is doing, whether it may divert, and what it is for (spec 5.1, 5.2)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.settings.rows import Row
from onepresence_desktop.desktop.widgets.card import Card, Line
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.desktop.widgets.switches import RadioButton, Switch
from onepresence_desktop.domain.meetings import CalendarId, MeetingUse
from onepresence_desktop.wire.calendars import CalendarPatch, CalendarView


class CalendarCard(Card):
    """wanted: what is to be another way, a `CalendarPatch`. Without a calendar it can't be used."""

    wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.view: CalendarView | None = None
        self._all: Sequence[CalendarView] = ()
        self.diverts, self.use = RadioButton(), Select()
        self.use.setFixedWidth(220)
        self.subject, self.away = Switch(), Switch()
        self._which_row, self._use_row = Row(self.diverts, two_lines=True), Row(self.use, two_lines=True)
        self._subject_row, self._away_row = Row(self.subject, two_lines=True), Row(self.away)
        self.rows = [self._which_row, self._use_row, self._subject_row, self._away_row]
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._line = Line()
        for place, row in enumerate(self.rows):
            if place:
                column.addWidget(self._line if place == 1 else Line())
            column.addWidget(row)
        self.diverts.clicked.connect(lambda: self.wanted.emit(CalendarPatch(diverts=True)))
        self.use.picked.connect(lambda key: self.wanted.emit(CalendarPatch(use=MeetingUse(key))))
        self.subject.clicked.connect(lambda: self.wanted.emit(CalendarPatch(show_subject=self.subject.isChecked())))
        self.away.clicked.connect(lambda: self.wanted.emit(CalendarPatch(out_of_office=self.away.isChecked())))
        self.retranslate()

    @property
    def id(self) -> CalendarId | None:
        """Of its calendar."""
        return self.view.id if self.view is not None else None

    def show_view(self, view: CalendarView | None, among: Sequence[CalendarView]) -> None:
        """A calendar as it is kept; among: all that its owner has."""
        self.view, self._all = view, among
        self.retranslate()
        if view is not None:
            self.diverts.setChecked(view.diverts)
            self.use.set_key(view.use.value)
            self.subject.setChecked(view.show_subject)
            self.away.setChecked(view.out_of_office)
        self.judge()

    def say_state(self) -> None:
        """When it was read, or why it can't be."""
        view = self.view
        if view is not None:
            state = texts.calendar_state(view, self._session.now())
            self._which_row.say_line(state, "danger" if view.trouble else "tertiary")

    def judge(self) -> None:
        """Whether anything can be changed now."""
        live = self._session.connection.state is ConnectionState.LIVE
        for control in (self.diverts, self.use, self.subject, self.away):
            control.setEnabled(live and self.view is not None)

    def retranslate(self) -> None:
        """All words again; where there are several, each control says of which it is."""
        view, several = self.view, len(self._all) > 1
        divert = [] if view is not None and not view.diverts else [MeetingUse.DIVERT]
        words = {
            MeetingUse.NEVER: translate("Settings", "Do nothing"),
            MeetingUse.SHOW: translate("Settings", "Show that I am in a meeting"),
            MeetingUse.DIVERT: translate("Settings", "Divert to OneVoicemail"),
        }
        self.use.set_rows([(one.value, words[one]) for one in (MeetingUse.NEVER, MeetingUse.SHOW, *divert)])
        if view is not None:
            self.use.set_key(view.use.value)
        self._use_row.say(
            translate("Settings", "Meetings"), translate("Settings", "Not whole days, and not what is marked as free")
        )
        self._subject_row.say(
            translate("Settings", "Colleagues may read the subject"),
            translate("Settings", "Never that of a private entry"),
        )
        self._away_row.say(translate("Settings", "Out of office counts as well"))
        self.diverts.setText(translate("Settings", "May divert"))
        self.diverts.updateGeometry()
        self.diverts.setVisible(several)
        self._which_row.setVisible(view is not None)
        self._line.setVisible(view is not None)
        if view is None:
            return
        name = texts.calendar(view, self._all)
        self._which_row.say(name)
        self.say_state()
        if several:
            self.diverts.setAccessibleName(f"{translate('Settings', 'May divert')}: {name}")
            for row in self.rows[1:]:
                row.controls[0].setAccessibleName(f"{row.controls[0].accessibleName()}: {name}")
