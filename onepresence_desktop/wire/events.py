"""The events of the live stream: SSE `event:` name → type of its JSON `data:`.

`snapshot` comes first and whenever the stream can't be resumed; everything else is a delta to it. Each event replaces
what the client holds under the same key, so a superseded one may be dropped on the way.
"""

from __future__ import annotations

import msgspec

from onepresence_desktop.domain.calls import CallRecord
from onepresence_desktop.domain.messages import Message, MessageId
from onepresence_desktop.domain.people import GroupId, UserId
from onepresence_desktop.wire.views import (
    CallView,
    DiversionsView,
    GroupView,
    MeView,
    PersonView,
    PresenceView,
    ReceptionNote,
    SnapshotView,
    View,
)


class PersonRemoved(View, frozen=True, kw_only=True):
    """A colleague is no longer there."""

    id: UserId


class GroupRemoved(View, frozen=True, kw_only=True):
    """A hunt group is no longer there."""

    id: GroupId


class MessageRemoved(View, frozen=True, kw_only=True):
    """One of the caller's messages is gone."""

    id: MessageId


class SignedOut(View, frozen=True, kw_only=True):
    """The caller's session has been ended; the stream closes after this."""


EVENTS: dict[str, type[msgspec.Struct] | type[Message] | type[CallRecord]] = {
    "snapshot": SnapshotView,
    "person": PersonView,
    "person_removed": PersonRemoved,
    "presence": PresenceView,
    "group": GroupView,
    "group_removed": GroupRemoved,
    "reception_note": ReceptionNote,
    "me": MeView,
    "diversions": DiversionsView,
    "message": Message,
    "message_removed": MessageRemoved,
    "call": CallView,
    "record": CallRecord,
    "signed_out": SignedOut,
}

Event = (
    SnapshotView
    | PersonView
    | PersonRemoved
    | PresenceView
    | GroupView
    | GroupRemoved
    | ReceptionNote
    | MeView
    | DiversionsView
    | Message
    | MessageRemoved
    | CallView
    | CallRecord
    | SignedOut
)

NAMES: dict[type, str] = {kind: name for name, kind in EVENTS.items()}
