"""What a client knows: a snapshot and the events after it. Without I/O; the same events give the same mirror."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.calls import CALLS
from onepresence_desktop.wire.contacts import CONTACTS, SHARED_CONTACTS
from onepresence_desktop.wire.customer import CUSTOMER
from onepresence_desktop.wire.diversions import DIVERSIONS
from onepresence_desktop.wire.groups import GROUPS
from onepresence_desktop.wire.history import HISTORY
from onepresence_desktop.wire.me import ME
from onepresence_desktop.wire.messages import MESSAGES
from onepresence_desktop.wire.people import PEOPLE, PersonRemoved, PersonView
from onepresence_desktop.wire.presence import PRESENCE
from onepresence_desktop.wire.reception_notes import RECEPTION_NOTES
from onepresence_desktop.wire.sessions import SignedOut
from onepresence_desktop.wire.slices import Keyed, Single, Slice
from onepresence_desktop.wire.stream import (
    PRIVATE,
    PUBLIC,
    SLICES,
    Event,
    PrivateView,
    PublicView,
    SnapshotView,
    slice_of,
)

H = TypeVar("H")

FOLLOWERS: dict[Slice[Any], tuple[Keyed[Any, Any], ...]] = {
    leader: tuple(one for one in SLICES if isinstance(one, Keyed) and one.follows is leader) for leader in SLICES
}
"""Slice → those in which a key goes when it goes there."""

NEEDED = tuple(one for one in SLICES if isinstance(one, Single) and one.required)
"""What every snapshot has."""

FOUND_ANEW = {"_whose": None, "_departments": None}
"""What a mirror works out for itself from what it was told."""


class Held(Generic[H]):
    """A mirror's attribute that holds a slice; it tells the type, the value is an attribute of the mirror itself."""

    def __init__(self, _: Slice[H]) -> None: ...

    if TYPE_CHECKING:

        def __get__(self, mirror: Mirror, owner: type | None = None) -> H: ...


class Mirror:
    """The client's copy. `live`: confirmed by a running stream; `at`: when it was last confirmed (server's clock).
    `newest_client`: the newest version of the client that the service knows of.

    Views read it and never write; `apply` is the only way in. Each slice is an attribute by its word, and
    `mirror[SLICE]`; the ones that are read in many places are named here.
    """

    customer = Held(CUSTOMER)
    people = Held(PEOPLE)
    presence = Held(PRESENCE)
    groups = Held(GROUPS)
    me = Held(ME)
    diversions = Held(DIVERSIONS)
    messages = Held(MESSAGES)
    calls = Held(CALLS)
    history = Held(HISTORY)
    reception_notes = Held(RECEPTION_NOTES)
    contacts = Held(CONTACTS)
    shared_contacts = Held(SHARED_CONTACTS)

    def __init__(self) -> None:
        for one in SLICES:
            setattr(self, one.word, one.empty())
        self.event_id = ""
        self.at: datetime | None = None
        self.live = False
        self.newest_client = ""
        self._whose: dict[str, UserId] | None = None
        self._departments: dict[str, dict[UserId, None]] | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mirror) and {**vars(self), **FOUND_ANEW} == {**vars(other), **FOUND_ANEW}

    def __getitem__(self, which: Slice[H]) -> H:
        """What is held of a slice."""
        held: H = getattr(self, which.word)
        return held

    def apply(self, event: Event) -> Slice[Any] | None:
        """Take in one event; answers the slice it changed, None for a snapshot (all of them) and a session's end."""
        which = slice_of(event)
        if which is PEOPLE or which is None:
            self._numbers_changed(event)
            self._departments_changed(event)
        if which is not None:
            setattr(self, which.word, which.take(self[which], event))
            if isinstance(which, Keyed) and which.removed is not None and isinstance(event, which.removed):
                for follower in FOLLOWERS[which]:
                    self[follower].pop(which.key(event), None)
        elif isinstance(event, SnapshotView):
            for part, slices in ((event.public, PUBLIC), (event.private, PRIVATE)):
                for one in slices:
                    setattr(self, one.word, one.load(getattr(part, one.word)))
            self.event_id = event.event_id
            self.at = event.at
            self.newest_client = event.newest_client
        elif isinstance(event, SignedOut):
            self.live = False
        return which

    def snapshot(self, version: str = "") -> SnapshotView | None:
        """The mirror as a snapshot, for the local copy and for comparing; None before the first one."""
        if self.at is None or any(self[one] is None for one in NEEDED):
            return None
        public, private = ({one.word: one.dump(self[one]) for one in slices} for slices in (PUBLIC, PRIVATE))
        return SnapshotView(
            event_id=self.event_id,
            at=self.at,
            version=version,
            newest_client=self.newest_client,
            public=PublicView(**public),
            private=PrivateView(**private),
        )

    def look_up_ahead(self) -> None:
        """Make ready what `whose` and `in_department` look up, so that nobody waits for it while they type."""
        self._owners()
        self._by_department()

    def whose(self, number: str) -> tuple[str, UserId | None]:
        """Whose a number is: a colleague by any of theirs, a group, else by the history; ("", None) if unknown."""
        if not number:
            return "", None
        user_id = self._owners().get(number)
        if user_id is not None:
            return self.people[user_id].name, user_id
        group = next((group.name for group in self.groups.values() if group.local_number == number), "")
        return group or next((r.name for r in self.history if r.number == number and r.name), ""), None

    def in_department(self, name: str) -> Collection[UserId]:
        """Everybody of one, without a look at the others."""
        return self._by_department().get(name, {})

    def _owners(self) -> dict[str, UserId]:
        if self._whose is None:
            self._whose = {
                one: person.id for person in reversed(self.people.values()) for one in _numbers(person) if one
            }
        return self._whose

    def _by_department(self) -> dict[str, dict[UserId, None]]:
        if self._departments is None:
            self._departments = {}
            for person in self.people.values():
                self._departments.setdefault(person.department, {})[person.id] = None
        return self._departments

    def _departments_changed(self, event: Event) -> None:
        """Before an event is taken in: one person comes, goes or moves; a snapshot is everybody."""
        if not isinstance(event, PersonView | PersonRemoved):
            self._departments = None
        if self._departments is None:
            return
        before = self.people.get(event.id)
        if before is not None:
            self._departments[before.department].pop(event.id)
        if isinstance(event, PersonView):
            self._departments.setdefault(event.department, {})[event.id] = None

    def _numbers_changed(self, event: Event) -> None:
        """Before an event is taken in: whose numbers are whose is looked up anew when one of them is another."""
        before = self.people.get(event.id) if isinstance(event, PersonView) else None
        if not (isinstance(event, PersonView) and before is not None and _numbers(before) == _numbers(event)):
            self._whose = None


def _numbers(person: PersonView) -> tuple[str | None, ...]:
    """All that dials somebody."""
    return person.local_number, person.local_number[-4:], person.one_number, person.mobile
