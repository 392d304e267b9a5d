"""Colleagues' states: the word everyone sees, and the phones behind it."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.people import DeviceId, DeviceKind, UserId
from onepresence_desktop.domain.presence import DeviceState, Presence
from onepresence_desktop.wire.people import PEOPLE
from onepresence_desktop.wire.slices import Audience, Keyed, View


class DeviceView(View, frozen=True, kw_only=True):
    """A colleague's phone and its state."""

    id: DeviceId
    kind: DeviceKind
    state: DeviceState


class PresenceView(View, frozen=True, kw_only=True):
    """A colleague's state as everyone may see it.

    reason, title, until, note, destination: of the diversion that counts (title is the name of an own quick diversion,
    to be shown instead of the reason, or ""; destination is a number or ""). since: when the composed presence became
    what it is. returns_at: when work begins again, for off work. meeting_until: when a meeting under way ends;
    meeting: what it is about, where its owner lets colleagues read that.
    """

    user_id: UserId
    presence: Presence
    devices: tuple[DeviceView, ...] = ()
    since: datetime | None = None
    reason: Reason | None = None
    title: str = ""
    until: datetime | None = None
    note: str = ""
    destination: str = ""
    returns_at: datetime | None = None
    meeting_until: datetime | None = None
    meeting: str = ""


PRESENCE: Keyed[UserId, PresenceView] = Keyed(
    "presence", "presence", PresenceView, Audience.EVERYONE, key_field="user_id", follows=PEOPLE
)
