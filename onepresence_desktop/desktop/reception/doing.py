"""What receptionists do with the calls of the page, and for the colleague chosen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.reception.calls_pane import CallsPane
from onepresence_desktop.desktop.reception.cases import Case, Kind, asked_about
from onepresence_desktop.desktop.reception.people import Person, away
from onepresence_desktop.desktop.reception.transfer_bar import Passing
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.domain.reception import DeskState
from onepresence_desktop.wire import bodies

if TYPE_CHECKING:
    from onepresence_desktop.client.pbx_client import PbxClient

HARD_TO_REACH = (Presence.BUSY, Presence.DO_NOT_DISTURB, Presence.DIVERTED)
"""States in which a call may not ring there, where nothing more is known of why."""


class Doing(QObject):
    """chosen: the row of the colleagues that is chosen.

    message_wanted: a colleague's id, and the text that is begun. handed_on: the call chosen is on its way.
    not_handed_on: it has been refused there.
    """

    message_wanted = Signal(str, str)
    handed_on = Signal()
    not_handed_on = Signal()

    def __init__(
        self, session: Session, actions: Actions, calls: CallsPane, chosen: Callable[[], Person | None]
    ) -> None:
        super().__init__(calls)
        self._session, self._actions, self._calls, self._chosen = session, actions, calls, chosen
        self._made_for: dict[CallId, CallId] = {}
        self._under_way: set[CallId] = set()

    def about(self) -> CallId | None:
        """The call that colleagues are looked for: the one talked in, else the one that keys speak of."""
        case = self._calls.active or self._calls.marked
        return case.id if case is not None else None

    def unanswered(self) -> Case | None:
        """The waiting call that keys speak of, which nobody has lifted for yet: the one chosen, else the longest."""
        marked, waiting = self._calls.marked, self._calls.pane.waiting
        if marked is not None and marked.kind is not Kind.PARKED:
            return marked
        return waiting[0] if waiting else None

    def passing(self) -> Passing | None:
        """Who would go to whom; None while there is nobody to hand on."""
        pair, active = self.asked(), self._calls.active
        if pair is not None:
            return Passing(pair[0].title, pair[1].title, asked=True)
        case = active or self.unanswered()
        if case is None:
            return None
        row, waiting = self._chosen(), active is None
        mailbox = waiting and row is not None and row.user is not None
        if row is not None and self.speaks(case.id, row):
            row = None
        warning = away(self._session.mirror, row.user, self._session.now()) if row is not None and row.user else ""
        if row is not None and not warning and row.presence in HARD_TO_REACH:
            warning = row.words
        return Passing(case.title, row.name if row is not None else "", warning, waiting=waiting, mailbox=mailbox)

    def asked(self) -> tuple[Case, Case] | None:
        """Who waits, and the colleague who is asked whether they take them."""
        return asked_about(self._calls.pane.active, self._session.mirror.calls, self._made_for)

    def speaks(self, call_id: CallId, row: Person) -> bool:
        """Whether a row is whoever the call is with: nobody is handed on to themselves."""
        pane = self._calls.pane
        cases = (*pane.active, *pane.waiting, *pane.parked)
        number = next((case.number for case in cases if case.id == call_id), "")
        theirs = row.user is not None and self._session.whose(number)[1] == row.user
        return bool(number) and (number == row.number or theirs)

    # --- calls ---

    def answer(self, call_id: CallId) -> None:
        """Take a waiting or parked call."""
        self._do(lambda client: client.answer_queued(call_id), call_id)

    def answer_next(self) -> None:
        """The call chosen, else who has waited longest."""
        if (case := self._calls.marked) is not None:
            self.answer(case.id)

    def fetch(self) -> None:
        """The parked call chosen, else who has been parked longest."""
        parked = self._calls.pane.parked
        if parked:
            marked = self._calls.marked
            self.answer(marked.id if marked is not None and marked.kind is Kind.PARKED else parked[0].id)

    def hold(self, call_id: CallId | None = None) -> None:
        """Hold the call talked in, or take the one held back."""
        case = next((one for one in self._calls.pane.active if one.id == call_id), self._calls.active)
        if case is not None:
            (self._actions.resume if case.kind is Kind.HELD else self._actions.hold)(case.id)

    def park(self, call_id: CallId | None = None) -> None:
        """Let the other side wait at a place."""
        case = next((one for one in self._calls.pane.active if one.id == call_id), self._calls.active)
        if case is not None:
            key = case.id
            self._do(lambda client: client.park(key), key)

    def hang_up(self, call_id: CallId | None = None) -> None:
        """End a call of one's own; while a colleague is rung who is asked, that one, and never the caller on hold."""
        pair, case = self.asked(), self._calls.active or next(iter(self._calls.pane.active), None)
        if pair is not None and (case is None or case.kind is Kind.HELD):
            case = pair[1]
        key = call_id or (case.id if case is not None else None)
        if key is not None:
            self._actions.hang_up(key)

    def transfer(self) -> None:
        """Hand the call on to whom is chosen; while a colleague is asked, connect the two."""
        pair, active = self.asked(), self._calls.active
        if pair is not None:
            self._actions.join(pair[0].id, pair[1].id)
            self.handed_on.emit()
        elif active is not None:
            self.hand_on(active.id)

    def hand_on(self, call_id: CallId, *, mailbox: bool = False) -> None:
        """Send a call to whom is chosen, or to their mailbox."""
        row = self._chosen()
        if row is not None and call_id not in self._under_way and (mailbox or not self.speaks(call_id, row)):
            number = row.number
            self.handed_on.emit()
            self._do(lambda client: client.hand_on(call_id, number, mailbox=mailbox), call_id, self.not_handed_on.emit)

    def to_mailbox(self) -> None:
        """The call goes to the mailbox of the colleague chosen."""
        case = self._calls.active or self.unanswered()
        if case is not None:
            self.hand_on(case.id, mailbox=True)

    def hand_on_unanswered(self, *, mailbox: bool = False) -> None:
        """The waiting call goes to whom is chosen without being lifted for, also while another is talked in."""
        case = self.unanswered()
        if case is not None:
            self.hand_on(case.id, mailbox=mailbox)

    def announce(self) -> None:
        """Ask the colleague chosen first; once asked, change between the two."""
        row, active = self._chosen(), self._calls.active
        if self.asked() is not None:
            self.swap()
        elif row is not None and active is not None and not self.speaks(active.id, row):
            call_id, number = active.id, row.number

            async def asked(client: PbxClient) -> None:
                made = await client.announce(call_id, number)
                self._made_for[made] = call_id

            self._do(asked, call_id)

    def swap(self) -> None:
        """Talk with the one who is held, and hold the other."""
        pair = self.asked() or ()
        for case in pair:
            if case.kind is Kind.ACTIVE:
                self._actions.hold(case.id)
        for case in pair:
            if case.kind is Kind.HELD:
                self._actions.resume(case.id)

    def give_up(self) -> None:
        """Leave the colleague, and go back to the caller."""
        pair = self.asked()
        if pair is not None:
            held, asked = pair
            self._actions.hang_up(asked.id)
            if held.kind is Kind.HELD:
                self._actions.resume(held.id)

    # --- people ---

    def message(self) -> None:
        """Write "please call back" to the colleague chosen, with the caller filled in who can be called."""
        row = self._chosen()
        if row is None or row.user is None:
            return
        case = self._calls.active or self._calls.marked
        text = ""
        if case is not None and case.number:
            number = texts.number(case.number)
            who = f"{case.title}, {number}" if number != case.title else case.title
            text = translate("Reception", "Please call back: {who}").format(who=who)
        self.message_wanted.emit(row.user, text)

    def divert(self, user: UserId, preset: str) -> None:
        """Set a quick diversion for a colleague, or open their phone."""
        if preset:
            self._do(lambda client: client.divert_colleague(user, bodies.DiversionRequest(preset=preset)))
        else:
            self._do(lambda client: client.open_colleagues_phone(user))

    def at_desk(self, state: DeskState) -> None:
        """Log in, log out, pause."""
        self._do(lambda client: client.at_desk(state))

    def _do(
        self,
        verb: Callable[[PbxClient], Awaitable[object]],
        call_id: CallId | None = None,
        refused: Callable[[], None] | None = None,
    ) -> None:
        """Ask for it, unless something is under way with that call: a key was pressed twice."""
        if call_id in self._under_way:
            return
        if call_id is not None:
            self._under_way.add(call_id)

        def done(answer: object) -> None:
            if call_id is not None:
                self._under_way.discard(call_id)
            self._calls.refuse(answer if isinstance(answer, OnePresenceError) else None)
            if isinstance(answer, OnePresenceError) and refused is not None:
                refused()

        self._actions.ask("reception", verb, done)
