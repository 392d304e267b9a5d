"""All that the service shows of itself, under one name. Credentials have no place in any view.

Times are RFC 3339 in UTC, durations ISO 8601. Domain values that travel as they are: `Message`, `CallRecord`,
`Destination`, `RoutePreview`, `ForwardingDefaults`, `VoicemailOptions`, `QuickDiversion`, `SavedDestination`.
"""

from __future__ import annotations

from onepresence_desktop.wire.calls import CallAccepted, CallView
from onepresence_desktop.wire.customer import CustomerView
from onepresence_desktop.wire.devices import DeviceListing, SipSettings
from onepresence_desktop.wire.diversions import DiversionsView, StandingView
from onepresence_desktop.wire.groups import GroupRemoved, GroupView
from onepresence_desktop.wire.me import ExceptionsView, MeView, OwnDeviceView
from onepresence_desktop.wire.messages import MessageRemoved
from onepresence_desktop.wire.people import PersonCreated, PersonRemoved, PersonView
from onepresence_desktop.wire.presence import DeviceView, PresenceView
from onepresence_desktop.wire.reception_notes import ReceptionNote
from onepresence_desktop.wire.schedules import (
    AbsenceView,
    DayBoardRow,
    DayBoardView,
    OccurrencesView,
    OccurrenceView,
    ScheduleRemoved,
    ScheduleView,
    StretchView,
    WorkView,
)
from onepresence_desktop.wire.sessions import SessionListing, SessionView, SignedOut
from onepresence_desktop.wire.slices import View
from onepresence_desktop.wire.stream import PrivateView, PublicView, SnapshotView

__all__ = [
    "AbsenceView",
    "CallAccepted",
    "CallView",
    "CustomerView",
    "DayBoardRow",
    "DayBoardView",
    "DeviceListing",
    "DeviceView",
    "DiversionsView",
    "ExceptionsView",
    "GroupRemoved",
    "GroupView",
    "MeView",
    "MessageRemoved",
    "OccurrenceView",
    "OccurrencesView",
    "OwnDeviceView",
    "PersonCreated",
    "PersonRemoved",
    "PersonView",
    "PresenceView",
    "PrivateView",
    "PublicView",
    "ReceptionNote",
    "ScheduleRemoved",
    "ScheduleView",
    "SessionListing",
    "SessionView",
    "SignedOut",
    "SipSettings",
    "SnapshotView",
    "StandingView",
    "StretchView",
    "View",
    "WorkView",
]
