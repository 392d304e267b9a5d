"""The user themselves: profile, phones, settings."""

from __future__ import annotations

import msgspec

from onepresence_desktop.domain.diversion import ForwardingDefaults, QuickDiversion, SavedDestination
from onepresence_desktop.domain.messages import VoicemailOptions
from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.domain.people import DeviceId, DeviceKind, Role, UserId, WorkingHours
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.wire.number_shown import NumberShownView
from onepresence_desktop.wire.slices import Audience, Single, View


class OwnDeviceView(View, frozen=True, kw_only=True):
    """One of the caller's own phones. ring_after: seconds after which it joins in; ring_in_hours: only within their
    working hours (spec 3.6b).
    """

    id: DeviceId
    kind: DeviceKind
    name: str
    state: DeviceState
    number: str | None = None
    ring_after: int = 0
    ring_in_hours: bool = False


class ExceptionsView(View, frozen=True, kw_only=True):
    """Who gets through the caller's diversions. numbers: their list. usual: of diversions that name no exceptions."""

    numbers: list[str] = []
    usual: list[Passing] = []


class MeView(View, frozen=True, kw_only=True):
    """All about the caller that isn't live. mailbox_seconds: of recordings that their mailbox holds; 0: not told.

    mailbox_pin: one is set. spoken_name, own_greeting: seconds of what they recorded themselves, 0: nothing.
    """

    id: UserId
    name: str
    local_number: str
    role: Role
    language: str
    one_number: str | None = None
    mobile: str | None = None
    email: str | None = None
    title: str = ""
    department: str = ""
    hours: WorkingHours = msgspec.field(default_factory=WorkingHours)
    devices: list[OwnDeviceView] = []
    favourites: list[UserId] = []
    forwarding: ForwardingDefaults = msgspec.field(default_factory=ForwardingDefaults)
    voicemail: VoicemailOptions = msgspec.field(default_factory=VoicemailOptions)
    mailbox_seconds: float = 0.0
    mailbox_pin: bool = False
    spoken_name: float = 0.0
    own_greeting: float = 0.0
    quick: list[QuickDiversion] = []
    destinations: list[SavedDestination] = []
    exceptions: ExceptionsView = msgspec.field(default_factory=ExceptionsView)
    number_shown: NumberShownView = msgspec.field(default_factory=NumberShownView)


ME: Single[MeView] = Single("me", "me", MeView, Audience.OWNER, required=True)
