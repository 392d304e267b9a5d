"""What is known of who calls beside the name: the last contacts with the number, and the customer card (spec 4.11).

The pop-up of a call and the call bar show it; the service is asked once for each call.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.domain.caller_card import MOST_CONTACTS, card_address
from onepresence_desktop.domain.calls import CallId, CallState, Direction
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.shared_calls import SharedState
from onepresence_desktop.wire.caller_card import LastContactView
from onepresence_desktop.wire.shared_calls import SHARED_CALLS
from onepresence_desktop.wire.views import CallView


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line about a caller: what was, and how long it took or how often it was tried."""

    icon: str
    words: str
    right: str = ""


def _open_in_browser(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))


class CallerCards(QObject):
    """told: the id of a call of which there are other words, or more. open_address: how an address is opened."""

    told = Signal(str)

    def __init__(
        self,
        session: Session,
        actions: Actions,
        settings: Settings,
        parent: QObject | None = None,
        open_address: Callable[[str], object] = _open_in_browser,
    ) -> None:
        super().__init__(parent)
        self._session, self._actions, self._settings = session, actions, settings
        self._open_address = open_address
        self._contacts: dict[CallId, list[LastContactView] | None] = {}
        self._opened: set[CallId] = set()
        session.calls_changed.connect(self._changed)
        session.reset.connect(self._reset)
        session.day_changed.connect(self._another_day)
        self._reset()

    def lines(self, call: CallView) -> list[CardLine]:
        """What there is to say, the newest first; before the service has told, of the user's own calls."""
        if not call.number:
            return []
        told = self._contacts.get(call.id)
        lines = [*self._shared(call.number), *self._missed(call.number)]
        spoken = [self._spoken(one) for one in (told if told is not None else self._own(call.number))]
        # What is still to be done for a caller stands last, but is never what has no room.
        return [*spoken[: MOST_CONTACTS - len(lines[:1])], *lines[:1]]

    def address(self, call: CallView) -> str:
        """Of the customer card; "" where there is none: for colleagues, without number, and without a template."""
        if self._inside(call):
            return ""
        return card_address(self._settings.get(keys.CUSTOMER_CARD), call.number)

    def open(self, call: CallView) -> None:
        """Show the customer card in the browser."""
        address = self.address(call)
        if address:
            self._opened.add(call.id)
            self._open_address(address)

    def _inside(self, call: CallView) -> bool:
        return call.user_id is not None or self._session.mirror.whose(call.number)[1] is not None

    def _changed(self, call: CallView) -> None:
        if call.state is CallState.ENDED:
            self._contacts.pop(call.id, None)
            self._opened.discard(call.id)
            return
        self._ask(call)
        wanted = {"ringing": CallState.RINGING, "answer": CallState.CONNECTED}
        opens = wanted.get(self._settings.get(keys.CUSTOMER_CARD_OPENS))
        if not call.outgoing and call.state is opens and call.id not in self._opened:
            self.open(call)

    def _reset(self) -> None:
        """Calls that are under way already open nothing by themselves."""
        calls = self._session.mirror.calls
        self._contacts = {key: value for key, value in self._contacts.items() if key in calls}
        self._opened &= calls.keys()
        for call in calls.values():
            if call.state is not CallState.RINGING:
                self._opened.add(call.id)
            self._changed(call)

    def _another_day(self) -> None:
        """What was today was yesterday."""
        for call_id in list(self._session.mirror.calls):
            self.told.emit(call_id)

    def _ask(self, call: CallView) -> None:
        if call.id in self._contacts or not call.number or self._inside(call):
            return
        self._contacts[call.id] = None
        self._actions.ask(
            "last_contacts", lambda client: client.last_contacts(call.number), partial(self._answered, call.id)
        )

    def _answered(self, call_id: CallId, answer: list[LastContactView] | OnePresenceError) -> None:
        if call_id in self._contacts and not isinstance(answer, OnePresenceError):
            self._contacts[call_id] = answer
            self.told.emit(call_id)

    def _own(self, number: str) -> list[LastContactView]:
        me = self._session.mirror.me
        return [
            LastContactView(
                at=record.at,
                user_id=record.user_id,
                name=me.name if me is not None else "",
                outgoing=record.direction is Direction.OUTGOING,
                seconds=round(record.duration.total_seconds()),
            )
            for record in self._session.mirror.history
            if record.number == number and record.duration
        ][:MOST_CONTACTS]

    def _spoken(self, contact: LastContactView) -> CardLine:
        me = self._session.mirror.me
        words = translate("Shell", "Spoke {when} with {name}")
        if me is not None and contact.user_id == me.id:
            words = translate("Shell", "Spoke {when} with you")
        words = words.format(when=self._when(contact), name=contact.name)
        return CardLine("history", words, texts.duration(contact.seconds))

    def _when(self, contact: LastContactView) -> str:
        return f"{texts.day_within(contact.at, self._session.now())} {texts.clock(contact.at)}"

    def _missed(self, number: str) -> list[CardLine]:
        record = next((one for one in self._session.mirror.history if one.number == number), None)
        if record is None or record.direction is not Direction.MISSED:
            return []
        when = f"{texts.day_within(record.at, self._session.now())} {texts.clock(record.at)}"
        return [CardLine("call-missed", translate("Shell", "Missed {when}").format(when=when))]

    def _shared(self, number: str) -> list[CardLine]:
        mirror = self._session.mirror
        items = [one for one in mirror[SHARED_CALLS].values() if one.number == number]
        for item in items:
            tries = f"{item.tries}×"
            if item.state is SharedState.TAKEN and item.taken_by in mirror.people:
                words = translate("Shell", "{name} calls back").format(name=mirror.people[item.taken_by].name)
                return [CardLine("call-missed", f"{words}: {item.memo}" if item.memo else words, tries)]
            if item.state is SharedState.OPEN:
                group = mirror.groups.get(item.group_id)
                words = translate("Shell", "Nobody took the call to {group}")
                return [CardLine("call-missed", words.format(group=group.name if group is not None else ""), tries)]
        return []
