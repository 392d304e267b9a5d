"""Calendars: what one's meetings do, and the words that make absences of entries (spec 5.1 to 5.3)."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.settings.calendar_card import CalendarCard
from onepresence_desktop.desktop.settings.forwarding_rows import destination_rows
from onepresence_desktop.desktop.settings.rows import Pane, Row
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.minutes import Minutes
from onepresence_desktop.desktop.widgets.refilling import emptied, shown_now
from onepresence_desktop.desktop.widgets.switches import Switch
from onepresence_desktop.desktop.word_table import WordTable, destination_key
from onepresence_desktop.domain.diversion import OPEN
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.wire.calendar_words import CalendarWordsBody, CalendarWordsView, WordRuleBody
from onepresence_desktop.wire.calendars import CalendarPatch, CalendarView


class CalendarPane(Pane):
    """Asks the service each time it comes to the front; a change is sent at once."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self._calendars: list[CalendarView] = []
        self._known: CalendarWordsView | None = None
        self.band = Banner(Tone.DANGER, below=10)
        self.column.addWidget(self.band)
        self.cards: list[CalendarCard] = []
        self._choice = QButtonGroup(self)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.add_layout(self._cards)
        self._one = Label(role=fonts.Text.SMALL, tone="tertiary", wrap=True)
        self.column.addSpacing(8)
        self.column.addWidget(self._one)
        self.column.addSpacing(12)
        self.on = Switch()
        self._on_row = Row(self.on, two_lines=True)
        self._words_head = self.add_head()
        self.add_group(self._on_row)
        self._usual = Label(role=fonts.Text.SMALL, tone="tertiary", wrap=True)
        self.column.addWidget(self._usual)
        self.column.addSpacing(10)
        self._own_head = self.add_head()
        self.own = WordTable()
        self.column.addWidget(self.own)
        self.end()
        self.on.clicked.connect(lambda: self._save(self.own.known))
        self.own.wanted.connect(self._save)
        Minutes(self).passed.connect(self._say_states)
        session.connection_changed.connect(self.refresh)
        session.reset.connect(self._forget)
        self.retranslate()

    def retranslate(self) -> None:
        """All texts again."""
        lead = translate("Settings", "What your meetings show, and what they do to your calls.")
        self.say(translate("Settings", "Calendar"), lead)
        self._one.setText(
            translate("Settings", "One of your calendars may divert: by its meetings, and by words in its entries.")
        )
        for card in self.cards:
            card.retranslate()
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
            self._actions.ask("my_calendars", lambda client: client.my_calendars(), self._calendars_answered)
            self._actions.ask("calendar_words", lambda client: client.calendar_words(), self._words_answered)
        self._judge()

    def _change(self, card: CalendarCard, patch: CalendarPatch) -> None:
        calendar_id = card.id
        if calendar_id is not None:
            self._actions.ask(
                "change_calendar",
                lambda client: client.change_calendar(calendar_id, patch),
                self._calendars_answered,
            )

    def _save(self, rules: list[WordRuleBody]) -> None:
        body = CalendarWordsBody(on=self.on.isChecked(), rules=rules)
        self._actions.ask("save_calendar_words", lambda client: client.save_calendar_words(body), self._words_answered)

    def _calendars_answered(self, answer: list[CalendarView] | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self._complain(answer)
        else:
            self._calendars = answer
            self.band.hide()
            if not answer:
                self.band.set_tone(Tone.INFO)
                self.band.say(translate("Settings", "Your calendar isn't connected. Your administrator does that."))
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
        self._calendars, self._known = [], None
        self._show()

    def _show(self) -> None:
        known = self._known
        self._show_calendars()
        self.on.setChecked(known is not None and known.on)
        words = ", ".join(rule.word for rule in (*known.company, *known.usual)) if known is not None else ""
        self._usual.setText(translate("Settings", "Known words: {words}").format(words=words) if words else "")
        rows = [*destination_rows(self._session.mirror), (destination_key(OPEN), texts.destination(OPEN))]
        self.own.offer(rows)
        self.own.show_rules(known.rules if known is not None else None)
        self._judge()

    def _show_calendars(self) -> None:
        """A card for each, which stays while its calendar does; an empty one where there is none."""
        views: list[CalendarView | None] = [*self._calendars] or [None]
        if [card.id for card in self.cards] != [view.id if view is not None else None for view in views]:
            emptied(self._cards)
            self.cards = [CalendarCard(self._session) for _ in views]
            self.rows = [*(row for card in self.cards for row in card.rows), self._on_row]
            for card in self.cards:
                self._choice.addButton(card.diverts)
                self._cards.addWidget(card)
                card.wanted.connect(partial(self._change, card))
            shown_now(self._cards)
        for card, view in zip(self.cards, views, strict=True):
            card.show_view(view, self._calendars)
        self._one.setVisible(len(self._calendars) > 1)

    def _say_states(self) -> None:
        """The clock has gone on."""
        for card in self.cards:
            card.say_state()

    def _judge(self) -> None:
        live = self._session.connection.state is ConnectionState.LIVE
        for card in self.cards:
            card.judge()
        self.on.setEnabled(live and self._known is not None)
        self.own.set_able(live)
