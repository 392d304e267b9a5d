"""Callers whom nobody in the company lets in: numbers, and calls without one; changed at once (spec 12.4a)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.number_list import NumberList
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.card import Card
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.errors import Conflict, OnePresenceError
from onepresence_desktop.wire.blocking import BlockingView, CompanyBlockingBody


class BlockedCard(Card):
    """Nothing can be changed before it is known who is refused. What another administrator did is never undone."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._known: BlockingView | None = None
        self.anonymous = CheckBox().that_writes()
        self.numbers = NumberList(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.numbers)
        column.addWidget(self.anonymous)
        self.anonymous.clicked.connect(self._toggled)
        self.numbers.wanted.connect(self._save)
        self._show()

    def retranslate(self) -> None:
        """All words again."""
        self.numbers.say(translate("Company", "Block a number"), translate("Company", "Let {name} in again"))
        self.anonymous.setText(translate("Company", "Refuse callers without a number"))

    def load(self) -> None:
        """What the service has now."""
        self._actions.ask("company_blocked", lambda client: client.blocked(company=True), self._answered)

    def _toggled(self) -> None:
        self._save(self._known.numbers if self._known is not None else [])

    def _save(self, numbers: list[str]) -> None:
        if self._known is None:
            return
        body = CompanyBlockingBody(numbers=numbers, anonymous=self.anonymous.isChecked(), version=self._known.version)
        self._actions.ask("save_company_blocked", lambda client: client.save_blocked(body, company=True), self._saved)

    def _saved(self, answer: BlockingView | OnePresenceError) -> None:
        self._answered(answer)
        if isinstance(answer, Conflict):
            self._actions.ask("company_blocked", lambda client: client.blocked(company=True), self._as_it_is_now)

    def _as_it_is_now(self, answer: BlockingView | OnePresenceError) -> None:
        """Behind the words that say that somebody was quicker."""
        if isinstance(answer, BlockingView):
            self._known = answer
            self._show()

    def _answered(self, answer: BlockingView | OnePresenceError) -> None:
        if isinstance(answer, BlockingView):
            self._known = answer
        self.numbers.complain(texts.error(answer) if isinstance(answer, OnePresenceError) else "")
        self._show()

    def _show(self) -> None:
        known = self._known or BlockingView()
        self.anonymous.setChecked(known.anonymous)
        self.numbers.show_numbers(known.numbers)
        self.setEnabled(self._known is not None)
