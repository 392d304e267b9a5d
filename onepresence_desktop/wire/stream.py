"""The live stream: the list of its words, and what follows from that list: the snapshot and the registry of events.

`snapshot` comes first and whenever the stream can't be resumed; everything else is a delta to it. Each event replaces
what the client holds under the same key, so a superseded one may be dropped on the way.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from onepresence_desktop.wire import codec
from onepresence_desktop.wire.calls import CALLS
from onepresence_desktop.wire.completions import COMPLETIONS
from onepresence_desktop.wire.contacts import CONTACTS, SHARED_CONTACTS
from onepresence_desktop.wire.customer import CUSTOMER
from onepresence_desktop.wire.diversions import DIVERSIONS
from onepresence_desktop.wire.doctor import FINDINGS
from onepresence_desktop.wire.groups import GROUPS
from onepresence_desktop.wire.history import HISTORY
from onepresence_desktop.wire.me import ME
from onepresence_desktop.wire.messages import MESSAGES
from onepresence_desktop.wire.parking import PARKED
from onepresence_desktop.wire.people import PEOPLE
from onepresence_desktop.wire.presence import PRESENCE
from onepresence_desktop.wire.reception import QUEUE, RECEPTION_DAY
from onepresence_desktop.wire.reception_notes import RECEPTION_NOTES
from onepresence_desktop.wire.schedules import SCHEDULES
from onepresence_desktop.wire.sessions import SignedOut
from onepresence_desktop.wire.shared_calls import SHARED_CALLS
from onepresence_desktop.wire.slices import Slice, View

SLICES: tuple[Slice[Any], ...] = (
    CUSTOMER,
    PEOPLE,
    PRESENCE,
    GROUPS,
    ME,
    DIVERSIONS,
    MESSAGES,
    CALLS,
    HISTORY,
    RECEPTION_NOTES,
    SCHEDULES,
    SHARED_CALLS,
    CONTACTS,
    SHARED_CONTACTS,
    FINDINGS,
    PARKED,
    COMPLETIONS,
    QUEUE,
    RECEPTION_DAY,
)
"""Every word of the live stream. A new one is a module `wire/<word>.py` and a line here."""

PUBLIC: tuple[Slice[Any], ...] = tuple(one for one in SLICES if one.public)
PRIVATE: tuple[Slice[Any], ...] = tuple(one for one in SLICES if not one.public)

if TYPE_CHECKING:

    class PublicView(View, frozen=True, kw_only=True):
        """The fields are those of the public slices."""

    class PrivateView(View, frozen=True, kw_only=True):
        """The fields are those of the private slices."""

else:

    def _part(name: str, what: str, slices: tuple[Slice[Any], ...]) -> type[View]:
        fields = [one.field for one in slices]
        options = {"frozen": True, "kw_only": True, "module": __name__}
        return msgspec.defstruct(name, fields, bases=(View,), namespace={"__doc__": what}, **options)

    PublicView = _part("PublicView", "The part of a snapshot that is the same for every client of a company.", PUBLIC)
    PrivateView = _part("PrivateView", "The part of a snapshot that is the caller's own.", PRIVATE)


class SnapshotView(View, frozen=True, kw_only=True):
    """Everything a client needs at connect; `event_id` is where the stream goes on, `at` the server's clock.

    version: the service's. newest_client: the newest version of the client that the service knows of; "" if not told.
    """

    event_id: str
    at: datetime
    version: str
    newest_client: str = ""
    public: PublicView
    private: PrivateView


Event: TypeAlias = Any
"""A value of one of the types in `EVENTS`."""

EVENTS: dict[str, type[Any]] = {
    "snapshot": SnapshotView,
    **{name: kind for one in SLICES for name, kind in one.events.items()},
    "signed_out": SignedOut,
}
"""SSE `event:` name → type of its JSON `data:`."""

NAMES: dict[type, str] = {kind: name for name, kind in EVENTS.items()}

_SLICE_OF: dict[type, Slice[Any]] = {kind: one for one in SLICES for kind in one.events.values()}


def read_event(name: str, data: bytes) -> Event | None:
    """An event of the stream from its name and data; None for one of a newer service. Raises `Invalid`."""
    kind = EVENTS.get(name)
    return codec.read(data, kind) if kind is not None else None


def slice_of(event: Event) -> Slice[Any] | None:
    """The slice that an event changes; None for the snapshot and for the end of a session."""
    return _SLICE_OF.get(type(event))
