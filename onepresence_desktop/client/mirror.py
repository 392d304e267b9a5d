"""What a client knows: a snapshot and the events after it. Without I/O; the same events give the same mirror."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from onepresence_desktop.domain.calls import CallId, CallRecord, CallState
from onepresence_desktop.domain.messages import Message, MessageId
from onepresence_desktop.domain.people import GroupId, UserId
from onepresence_desktop.wire import events, views

MOST_HISTORY = 1000
"""Call records held in memory; older ones are fetched when scrolled to."""


class Part(Enum):
    """Which part of the mirror an event touched."""

    ALL = "all"
    PEOPLE = "people"
    PRESENCE = "presence"
    NOTES = "notes"
    ME = "me"
    DIVERSIONS = "diversions"
    MESSAGES = "messages"
    CALLS = "calls"
    HISTORY = "history"
    SESSION = "session"


@dataclass(slots=True)
class Mirror:
    """The client's copy. `live`: confirmed by a running stream; `at`: when it was last confirmed (server's clock).

    Views read it and never write; `apply` is the only way in.
    """

    customer: views.CustomerView | None = None
    people: dict[UserId, views.PersonView] = field(default_factory=dict)
    presence: dict[UserId, views.PresenceView] = field(default_factory=dict)
    groups: dict[GroupId, views.GroupView] = field(default_factory=dict)
    me: views.MeView | None = None
    diversions: views.DiversionsView | None = None
    messages: dict[MessageId, Message] = field(default_factory=dict)
    calls: dict[CallId, views.CallView] = field(default_factory=dict)
    history: list[CallRecord] = field(default_factory=list)
    reception_notes: dict[UserId, str] = field(default_factory=dict)
    event_id: str = ""
    at: datetime | None = None
    live: bool = False

    def apply(self, event: events.Event) -> Part:
        """Take in one event and tell which part it touched."""
        match event:
            case views.SnapshotView():
                self._replace(event)
                return Part.ALL
            case views.PresenceView():
                self.presence[event.user_id] = event
                return Part.PRESENCE
            case views.PersonView():
                self.people[event.id] = event
                return Part.PEOPLE
            case events.PersonRemoved():
                self.people.pop(event.id, None)
                self.presence.pop(event.id, None)
                self.reception_notes.pop(event.id, None)
                return Part.PEOPLE
            case views.GroupView():
                self.groups[event.id] = event
                return Part.PEOPLE
            case events.GroupRemoved():
                self.groups.pop(event.id, None)
                return Part.PEOPLE
            case views.ReceptionNote():
                self._note(event)
                return Part.NOTES
            case views.MeView():
                self.me = event
                return Part.ME
            case views.DiversionsView():
                self.diversions = event
                return Part.DIVERSIONS
            case Message():
                self.messages[event.id] = event
                return Part.MESSAGES
            case events.MessageRemoved():
                self.messages.pop(event.id, None)
                return Part.MESSAGES
            case views.CallView():
                if event.state is CallState.ENDED:
                    self.calls.pop(event.id, None)
                else:
                    self.calls[event.id] = event
                return Part.CALLS
            case CallRecord():
                self._record(event)
                return Part.HISTORY
            case events.SignedOut():
                self.live = False
                return Part.SESSION

    def _replace(self, snapshot: views.SnapshotView) -> None:
        public, private = snapshot.public, snapshot.private
        self.customer = public.customer
        self.people = {person.id: person for person in public.people}
        self.presence = {presence.user_id: presence for presence in public.presence}
        self.groups = {group.id: group for group in public.groups}
        self.me = private.me
        self.diversions = private.diversions
        self.messages = {message.id: message for message in private.messages}
        self.calls = {call.id: call for call in private.calls}
        self.history = list(private.history)
        self.reception_notes = {note.user_id: note.note for note in private.reception_notes if note.note}
        self.event_id = snapshot.event_id
        self.at = snapshot.at

    def _note(self, event: views.ReceptionNote) -> None:
        if event.note:
            self.reception_notes[event.user_id] = event.note
        else:
            self.reception_notes.pop(event.user_id, None)

    def _record(self, event: CallRecord) -> None:
        if any(record.id == event.id for record in self.history[:20]):
            return
        self.history.append(event)
        self.history.sort(key=lambda record: record.at, reverse=True)
        del self.history[MOST_HISTORY:]

    def whose(self, number: str) -> tuple[str, UserId | None]:
        """Whose a number is: a colleague by any of his, else the name it had in the history; ("", None) if unknown."""
        if not number:
            return "", None
        for person in self.people.values():
            if number in (person.local_number, person.local_number[-4:], person.one_number, person.mobile):
                return person.name, person.id
        return next((r.name for r in self.history if r.number == number and r.name), ""), None

    def snapshot(self, version: str = "") -> views.SnapshotView | None:
        """The mirror as a snapshot, for the local copy and for comparing; None before the first one."""
        if self.customer is None or self.me is None or self.diversions is None or self.at is None:
            return None
        return views.SnapshotView(
            event_id=self.event_id,
            at=self.at,
            version=version,
            public=views.PublicView(
                customer=self.customer,
                people=list(self.people.values()),
                presence=list(self.presence.values()),
                groups=list(self.groups.values()),
            ),
            private=views.PrivateView(
                me=self.me,
                diversions=self.diversions,
                messages=list(self.messages.values()),
                calls=list(self.calls.values()),
                history=self.history,
                reception_notes=[
                    views.ReceptionNote(user_id=user_id, note=note) for user_id, note in self.reception_notes.items()
                ],
            ),
        )
