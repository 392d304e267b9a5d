"""Callers the user doesn't let in: numbers, and calls without one (spec 12.4a)."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.number_list import NumberList
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.settings.rows import Row
from onepresence_desktop.desktop.widgets.card import Card, Line
from onepresence_desktop.desktop.widgets.switches import Switch
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.wire.blocking import BlockingBody, BlockingView


class BlockedCallers(Card):
    """A card that asks the service each time it comes to the front; it can't be changed before the answer is there.

    A change is sent at once and taken back with a line in red when it is refused.
    """

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session = session
        self._actions = actions
        self._known: BlockingView | None = None
        self._wanted = BlockingView()
        self._turn = 0
        self.anonymous = Switch()
        self.anonymous.clicked.connect(lambda: self._save(self._wanted.numbers))
        self.row = Row(self.anonymous, two_lines=True)
        self.numbers = NumberList(session)
        self.numbers.wanted.connect(self._save)
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 10, 12, 12)
        inside.addWidget(self.numbers)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for part in (self.row, Line(), box):
            column.addWidget(part)
        session.connection_changed.connect(self._connection)
        session.reset.connect(self._forget)
        self._judge()

    def retranslate(self) -> None:
        """All texts again."""
        self.row.say(
            translate("Settings", "Refuse callers without a number"),
            translate("Settings", "Colleagues always get through"),
        )
        self.numbers.say(translate("Settings", "Block a number"), translate("Settings", "Let {name} in again"))

    def showEvent(self, event: QShowEvent) -> None:
        """What the service has now."""
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        if self.isVisible() and self._live:
            turn = self._next_turn()
            self._actions.fetch_blocked(lambda answer: self._answered(turn, answer))

    def _save(self, numbers: list[str]) -> None:
        """What was typed counts only once the service has read it."""
        self._wanted = BlockingView(numbers=numbers, anonymous=self.anonymous.isChecked())
        body = BlockingBody(numbers=numbers, anonymous=self._wanted.anonymous)
        turn = self._next_turn()
        self._actions.save_blocked(body, lambda answer: self._answered(turn, answer))

    def _answered(self, turn: int, answer: BlockingView | OnePresenceError) -> None:
        """Only the answer to the newest question is shown: an earlier one knows nothing of the last change."""
        if isinstance(answer, BlockingView):
            self._known = answer
        if turn != self._turn:
            return
        self.numbers.complain(texts.error(answer) if isinstance(answer, OnePresenceError) else "")
        self._show()

    def _show(self) -> None:
        self._wanted = self._known or BlockingView()
        self.anonymous.setChecked(self._wanted.anonymous)
        self.numbers.show_numbers(self._wanted.numbers)
        self._judge()

    def _next_turn(self) -> int:
        self._turn += 1
        return self._turn

    def _forget(self) -> None:
        """Somebody else may have signed in."""
        self._known = None
        self._show()
        self._ask()

    def _connection(self, _connection: Connection) -> None:
        self._judge()
        self._ask()

    @property
    def _live(self) -> bool:
        return self._session.connection.state is ConnectionState.LIVE

    def _judge(self) -> None:
        able = self._live and self._known is not None
        self.anonymous.setEnabled(able)
        self.numbers.setEnabled(able)
