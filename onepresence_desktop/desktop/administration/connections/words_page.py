"""The company's words in calendars, for everybody who lets words become absences (spec 5.3, design 7.25)."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import Language, translate
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.word_table import WordTable, destination_key
from onepresence_desktop.domain.calendar_words import BUILT_IN
from onepresence_desktop.domain.diversion import OPEN, RECEPTION, VOICEMAIL
from onepresence_desktop.domain.errors import Conflict, OnePresenceError
from onepresence_desktop.wire.calendar_words import WordRuleBody

WIDEST = 620


class WordsPage(Surface):
    """Asks the service each time it comes to the front; a change is sent at once."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(Color.BG_WINDOW)
        self._session, self._actions = session, actions
        self.head = Label(weight=fonts.SEMIBOLD)
        self.lead = Label(tone="secondary", wrap=True)
        self.band = Banner(Tone.DANGER, below=10)
        self.table = WordTable()
        self.usual = Label(role=fonts.Text.SMALL, tone="secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        for part in (self.head, self.lead, self.band, self.table, self.usual):
            part.setMaximumWidth(WIDEST)
            column.addWidget(part)
        column.addStretch()
        self.table.wanted.connect(self._save)
        session.connection_changed.connect(self.refresh)
        session.reset.connect(self._forget)

    def _forget(self) -> None:
        self.table.show_rules(None)

    def retranslate(self) -> None:
        """All words again."""
        self.head.setText(translate("Connections", "Words in calendars"))
        self.lead.setText(
            translate(
                "Connections",
                "An entry with one of these words becomes that absence, for everybody who has switched that on.",
            )
        )
        lines = [
            translate("Connections", "Known anyway ({language}): {words}").format(
                language=Language(language).own_name, words=", ".join(rule.word for rule in rules)
            )
            for language, rules in BUILT_IN.items()
        ]
        self.usual.setText("\n".join(lines))
        self.table.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """It has come to the front."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """What the service has now."""
        live = self._session.connection.state is ConnectionState.LIVE
        if self.isVisible() and live:
            groups = sorted(self._session.mirror.groups.values(), key=lambda group: group.name.casefold())
            kinds = readings.destination_kinds(self._session.mirror)
            offered = [one for one in (VOICEMAIL, RECEPTION, OPEN) if one.kind in kinds]
            rows = [(destination_key(one), texts.destination(one)) for one in offered]
            self.table.offer([*rows, *((group.local_number, group.name) for group in groups)])
            self._actions.ask("company_words", lambda client: client.company_words(), self._answered)
        self.table.set_able(live)

    def _save(self, rules: list[WordRuleBody]) -> None:
        seen = self.table.known
        self._actions.ask("save_company_words", lambda client: client.save_company_words(rules, seen), self._saved)

    def _saved(self, answer: list[WordRuleBody] | OnePresenceError) -> None:
        self._answered(answer)
        if isinstance(answer, Conflict):
            self._actions.ask("company_words", lambda client: client.company_words(), self._as_it_is_now)

    def _as_it_is_now(self, answer: list[WordRuleBody] | OnePresenceError) -> None:
        """What somebody else made of it stands there; the band says why what was wanted doesn't, the word is kept."""
        if not isinstance(answer, OnePresenceError):
            self.table.show_rules(answer, keep=True)

    def _answered(self, answer: list[WordRuleBody] | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.band.say(texts.error(answer))
            return
        self.band.hide()
        self.table.show_rules(answer)
