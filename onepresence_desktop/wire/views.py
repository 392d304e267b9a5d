"""What the service shows of itself. Credentials have no place in any view.

Times are RFC 3339 in UTC, durations ISO 8601. Domain values that travel as they are: `Message`, `CallRecord`,
`Destination`, `RoutePreview`, `ForwardingDefaults`, `VoicemailOptions`, `QuickDiversion`, `SavedDestination`.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from onepresence_desktop.domain.calls import CallId, CallRecord, CallState, Cause, TraceEntry
from onepresence_desktop.domain.diversion import (
    Destination,
    DiversionId,
    ForwardingDefaults,
    Origin,
    QuickDiversion,
    Reason,
    SavedDestination,
    Why,
)
from onepresence_desktop.domain.messages import Message, VoicemailOptions
from onepresence_desktop.domain.people import CustomerId, DeviceId, DeviceKind, GroupId, Role, UserId, WorkingHours
from onepresence_desktop.domain.presence import DeviceState, Presence


class View(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all views."""


class SessionView(View, frozen=True, kw_only=True):
    """The answer to a sign-in. `token` is shown this once."""

    token: str
    session_id: str
    user_id: UserId
    must_change_password: bool


class SessionListing(View, frozen=True, kw_only=True):
    """A line in the list of signed-in devices."""

    id: str
    device_name: str
    created_at: datetime
    seen_at: datetime
    current: bool


class CustomerView(View, frozen=True, kw_only=True):
    """The caller's company. `demo`: simulated, to be labelled so on screen."""

    id: CustomerId
    code: str
    name: str
    region: str
    time_zone: str
    demo: bool = False


class DeviceView(View, frozen=True, kw_only=True):
    """A colleague's phone and its state."""

    id: DeviceId
    kind: DeviceKind
    state: DeviceState


class PersonView(View, frozen=True, kw_only=True):
    """What everyone may know of a colleague."""

    id: UserId
    name: str
    local_number: str
    one_number: str | None = None
    mobile: str | None = None
    email: str | None = None
    title: str = ""
    department: str = ""
    role: Role = Role.USER
    closed: bool = False


class PresenceView(View, frozen=True, kw_only=True):
    """A colleague's state as everyone may see it.

    reason, until, note, destination: of the diversion that counts (destination is a number or ""). since: when the
    composed presence became what it is. returns_at: when work begins again, for off work.
    """

    user_id: UserId
    presence: Presence
    devices: tuple[DeviceView, ...] = ()
    since: datetime | None = None
    reason: Reason | None = None
    until: datetime | None = None
    note: str = ""
    destination: str = ""
    returns_at: datetime | None = None


class GroupView(View, frozen=True, kw_only=True):
    """A hunt group."""

    id: GroupId
    local_number: str
    name: str
    members: tuple[UserId, ...] = ()
    reception: bool = False


class PublicView(View, frozen=True, kw_only=True):
    """The part of a snapshot that is the same for every client of a customer."""

    customer: CustomerView
    people: list[PersonView]
    presence: list[PresenceView]
    groups: list[GroupView]


class StandingView(View, frozen=True, kw_only=True):
    """One of the caller's own diversions, and whether it counts."""

    id: DiversionId
    reason: Reason
    starts_at: datetime = msgspec.field(name="from")
    until: datetime | None
    destination: Destination
    note: str
    reception_note: str
    origin: Origin
    preset: str | None
    why: Why


class DiversionsView(View, frozen=True, kw_only=True):
    """The caller's diversions: those running now, the one that counts first, and those to come, by start."""

    current: list[StandingView]
    coming: list[StandingView]
    counts: DiversionId | None = None


class OwnDeviceView(View, frozen=True, kw_only=True):
    """One of the caller's own phones."""

    id: DeviceId
    kind: DeviceKind
    name: str
    state: DeviceState
    number: str | None = None


class MeView(View, frozen=True, kw_only=True):
    """All about the caller that isn't live. mailbox_seconds: of recordings that his mailbox holds; 0: not told."""

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
    quick: list[QuickDiversion] = []
    destinations: list[SavedDestination] = []


class CallView(View, frozen=True, kw_only=True):
    """One of the caller's own calls as it stands; state `ended` is its last word.

    outgoing: the caller made it. number, name, user_id: the other side. device_id: the caller's own phone in it.
    diverted_from: names or numbers the call was meant for before it came here.
    """

    id: CallId
    state: CallState
    outgoing: bool
    number: str
    name: str = ""
    user_id: UserId | None = None
    device_id: DeviceId | None = None
    dialled: str = ""
    started_at: datetime
    answered_at: datetime | None = None
    cause: Cause | None = None
    diverted_from: tuple[str, ...] = ()
    trace: tuple[TraceEntry, ...] = ()


class ReceptionNote(View, frozen=True, kw_only=True):
    """A diversion's text for receptionists; "" when there is none any more."""

    user_id: UserId
    note: str


class PrivateView(View, frozen=True, kw_only=True):
    """The part of a snapshot that is the caller's own. reception_notes: for receptionists, else empty."""

    me: MeView
    diversions: DiversionsView
    messages: list[Message]
    calls: list[CallView]
    history: list[CallRecord]
    reception_notes: list[ReceptionNote] = []


class SnapshotView(View, frozen=True, kw_only=True):
    """Everything a client needs at connect; `event_id` is where the stream goes on, `at` the server's clock."""

    event_id: str
    at: datetime
    version: str
    public: PublicView
    private: PrivateView


class CallAccepted(View, frozen=True, kw_only=True):
    """The answer to a wish to call."""

    call_id: CallId


class SipSettings(View, frozen=True, kw_only=True):
    """What is typed into a phone. Shown to administrators, each time audited."""

    device_id: DeviceId
    server: str
    port: int
    transport: str
    user: str
    password: str
    display_name: str


class PersonCreated(View, frozen=True, kw_only=True):
    """A new person; `activation_code` is shown this once (spec 1.1)."""

    person: PersonView
    activation_code: str


class DeviceListing(View, frozen=True, kw_only=True):
    """A device in administration."""

    id: DeviceId
    user_id: UserId
    kind: DeviceKind
    name: str
    sip_user: str
    number: str | None
    state: DeviceState
