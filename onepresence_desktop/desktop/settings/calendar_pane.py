"""Calendar: what one's meetings do, and the words that make absences of entries (spec 5.1 to 5.3)."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.settings.forwarding_rows import destination_rows
from onepresence_desktop.desktop.settings.rows import Pane, Row
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.switches import Switch
from onepresence_desktop.desktop.word_table import WordTable, destination_key
from onepresence_desktop.domain.diversion import OPEN
from onepresence_desktop.domain.errors import NotFound, OnePresenceError
from onepresence_desktop.domain.meetings import MeetingUse
from onepresence_desktop.wire.calendar_words import CalendarWordsBody, CalendarWordsView, WordRuleBody
from onepresence_desktop.wire.calendars import CalendarPatch, CalendarView


class CalendarPane(Pane):
    """Asks the service each time it comes to the front; a change is sent at once."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self._calendar: CalendarView | None = None
        self._known: CalendarWordsView | None = None
        self.band = Banner(Tone.DANGER, below=10)
        self.column.addWidget(self.band)
        self.use = Select()
        self.use.setFixedWidth(220)
        self.subject, self.away, self.on = Switch(), Switch(), Switch()
        self._use_row, self._subject_row = Row(self.use, two_lines=True), Row(self.subject, two_lines=True)
        self._away_row, self._on_row = Row(self.away), Row(self.on, two_lines=True)
        self.add_group(self._use_row, self._subject_row, self._away_row)
        self._words_head = self.add_head()
        self.add_group(self._on_row)
        self._usual = Label(role=fonts.Text.SMALL, tone="tertiary", wrap=True)
        self.column.addWidget(self._usual)
        self.column.addSpacing(10)
        self._own_head = self.add_head()
        self.own = WordTable()
        self.column.addWidget(self.own)
        self.end()
        self.use.picked.connect(lambda key: self._change(CalendarPatch(use=MeetingUse(key))))
        self.subject.clicked.connect(lambda: self._change(CalendarPatch(show_subject=self.subject.isChecked())))
        self.away.clicked.connect(lambda: self._change(CalendarPatch(out_of_office=self.away.isChecked())))
        self.on.clicked.connect(lambda: self._save(self.own.known))
        self.own.wanted.connect(self._save)
        session.connection_changed.connect(self.refresh)
        session.reset.connect(self._forget)
        self.retranslate()

    def retranslate(self) -> None:
        """All texts again."""
        lead = translate("Settings", "What your meetings show, and what they do to your calls.")
        self.say(translate("Settings", "Calendar"), lead)
        self.use.set_rows(
            [
                (MeetingUse.NEVER.value, translate("Settings", "Do nothing")),
                (MeetingUse.SHOW.value, translate("Settings", "Show that I am in a meeting")),
                (MeetingUse.DIVERT.value, translate("Settings", "Divert to OneVoicemail")),
            ]
        )
        self._use_row.say(
            translate("Settings", "Meetings"), translate("Settings", "Not whole days, and not what is marked as free")
        )
        self._subject_row.say(
            translate("Settings", "Colleagues may read the subject"),
            translate("Settings", "Never that of a private entry"),
        )
        self._away_row.say(translate("Settings", "Out of office counts as well"))
        self._words_head.setText(translate("Settings", "Words in the calendar"))
        self._on_row.say(
            translate("Settings", "Words become absences"),
            translate("Settings", "You are told five minutes before, and can say: not this time"),
        )
        self._own_head.setText(translate("Settings", "Words of my own"))
        self.own.retranslate()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """It has come to the front."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """What the service has now."""
        if self.isVisible() and self._session.connection.state is ConnectionState.LIVE:
            self._actions.ask("my_calendar", lambda client: client.my_calendar(), self._calendar_answered)
            self._actions.ask("calendar_words", lambda client: client.calendar_words(), self._words_answered)
        self._judge()

    def _change(self, patch: CalendarPatch) -> None:
        self._actions.ask("change_calendar", lambda client: client.change_calendar(patch), self._calendar_answered)

    def _save(self, rules: list[WordRuleBody]) -> None:
        body = CalendarWordsBody(on=self.on.isChecked(), rules=rules)
        self._actions.ask("save_calendar_words", lambda client: client.save_calendar_words(body), self._words_answered)

    def _calendar_answered(self, answer: CalendarView | OnePresenceError) -> None:
        if isinstance(answer, NotFound):
            self._calendar = None
            self.band.set_tone(Tone.INFO)
            self.band.say(translate("Settings", "Your calendar isn't connected. Your administrator does that."))
        elif isinstance(answer, OnePresenceError):
            self._complain(answer)
        else:
            self._calendar = answer
            self.band.hide()
        self._show()

    def _words_answered(self, answer: CalendarWordsView | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self._complain(answer)
        else:
            self._known = answer
        self._show()

    def _complain(self, problem: OnePresenceError) -> None:
        self.band.set_tone(Tone.DANGER)
        self.band.say(texts.error(problem))

    def _forget(self) -> None:
        """Somebody else may have signed in."""
        self._calendar = self._known = None
        self._show()

    def _show(self) -> None:
        calendar, known = self._calendar, self._known
        if calendar is not None:
            self.use.set_key(calendar.use.value)
            self.subject.setChecked(calendar.show_subject)
            self.away.setChecked(calendar.out_of_office)
        self.on.setChecked(known is not None and known.on)
        words = ", ".join(rule.word for rule in (*known.company, *known.usual)) if known is not None else ""
        self._usual.setText(translate("Settings", "Known words: {words}").format(words=words) if words else "")
        rows = [*destination_rows(self._session.mirror), (destination_key(OPEN), texts.destination(OPEN))]
        self.own.offer(rows)
        self.own.show_rules(known.rules if known is not None else None)
        self._judge()

    def _judge(self) -> None:
        live = self._session.connection.state is ConnectionState.LIVE
        for part in (self._use_row, self._subject_row, self._away_row):
            part.controls[0].setEnabled(live and self._calendar is not None)
        self.on.setEnabled(live and self._known is not None)
        self.own.set_able(live)
