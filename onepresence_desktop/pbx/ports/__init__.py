"""What the services need from the outside, as Protocols; `pbx/adapters.py` decides who fulfils them.

Drivers, store, delivery and speech implement these and know nothing of each other.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.events import Fact
from onepresence_desktop.domain.messages import CutShort, MessageId, Room, VoicemailOptions
from onepresence_desktop.domain.people import CustomerId, HuntGroup, User, UserId
from onepresence_desktop.pbx.ports.credentials import AuditEntry, Credential, Credentials, Session, SipSecret
from onepresence_desktop.pbx.ports.outbox import OutgoingRows, Receipt, Sender
from onepresence_desktop.pbx.ports.recordings import Recordings
from onepresence_desktop.pbx.ports.repositories import (
    CompanyNumbers,
    Contacts,
    Diversions,
    History,
    Messages,
    Messaging,
    People,
    Preferences,
    Schedules,
    SharedCalls,
    Trunks,
)
from onepresence_desktop.pbx.ports.sounds import Sound, file_of, sound_at
from onepresence_desktop.pbx.ports.spool import Spool, Spooled
from onepresence_desktop.pbx.ports.store import Archive, Store, UnitOfWork
from onepresence_desktop.pbx.ports.telephony import (
    SIP_REALM,
    CallProgress,
    DeviceChanged,
    Diagnosis,
    Digit,
    Health,
    Line,
    MenuReached,
    Recorded,
    Router,
    Telephony,
    TelephonyEvent,
    TrunkChanged,
    TrunkLine,
    TrunkState,
)

__all__ = [
    "SIP_REALM",
    "Archive",
    "AuditEntry",
    "CallProgress",
    "Clock",
    "CompanyNumbers",
    "Contacts",
    "Credential",
    "Credentials",
    "DeviceChanged",
    "Diagnosis",
    "Digit",
    "Diversions",
    "EventSink",
    "Health",
    "History",
    "Line",
    "Mailbox",
    "MenuReached",
    "Messages",
    "Messaging",
    "OutgoingRows",
    "Ownership",
    "People",
    "Preferences",
    "Receipt",
    "Recorded",
    "Recordings",
    "Router",
    "Schedules",
    "Sender",
    "Session",
    "SharedCalls",
    "SipSecret",
    "Sound",
    "Speech",
    "Spool",
    "Spooled",
    "Store",
    "Surroundings",
    "Telephony",
    "TelephonyEvent",
    "TrunkChanged",
    "TrunkLine",
    "TrunkState",
    "Trunks",
    "UnitOfWork",
    "file_of",
    "sound_at",
]


class Clock(Protocol):
    """The time of day, and how much has passed; injected so that tests own it."""

    def now(self) -> datetime:
        """The present moment, aware, UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that only ever grow, whoever sets the time of day; from any beginning, gone with the process."""
        ...


class Surroundings(Protocol):
    """What the service stands on, for whoever looks after it."""

    async def disk_free(self) -> int | None:
        """Bytes on its disk; None where that can't be known."""
        ...

    async def certificate_until(self) -> datetime | None:
        """When the certificate that clients see runs out; None where there is none."""
        ...


class Speech(Protocol):
    """Text to speech. Blocking inside, so implementations go through a worker thread."""

    async def render(self, text: str, language: str, *, voice: str = "") -> Path:
        """A cached WAV (8 kHz mono 16 bit) of the words in da, sv or en."""
        ...


class Mailbox(Protocol):
    """What the mailbox needs of the services when a caller leaves a message."""

    def options(self, user_id: UserId) -> VoicemailOptions: ...

    def owner(self, user_id: UserId) -> User: ...

    def reception(self, customer_id: CustomerId) -> HuntGroup | None: ...

    async def room(self, user_id: UserId) -> Room:
        """What the mailbox holds and may hold."""
        ...

    async def new_draft(self, user_id: UserId) -> tuple[MessageId, Path]:
        """An id and a place to record to."""
        ...

    async def deposit(
        self,
        user_id: UserId,
        message_id: MessageId,
        caller: Party,
        seconds: float,
        cut_short: CutShort | None = None,
    ) -> None:
        """Message and recording in one unit, then MWI and events. `Unavailable`: kept, and stored when it can be."""
        ...

    async def discard(self, message_id: MessageId) -> None:
        """The caller left nothing worth keeping."""
        ...


class Ownership(Protocol):
    """Which node of an installation each company belongs to (`pbx/ownership.py`)."""

    def owns(self, customer_id: CustomerId) -> bool:
        """Whether this node holds the company in memory, writes for it and runs its phones."""
        ...

    def owner(self, customer_id: CustomerId) -> str | None:
        """URL of the node that requests for it are passed on to; None for this one."""
        ...


class EventSink(Protocol):
    """Told every fact after it is committed."""

    def publish(self, fact: Fact) -> None: ...
