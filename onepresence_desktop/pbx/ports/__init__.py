"""What the services need from the outside, as Protocols; `pbx/app.py` decides who fulfils them.

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
from onepresence_desktop.pbx.ports.store import (
    AuditEntry,
    Credential,
    Credentials,
    Diversions,
    History,
    Messages,
    People,
    Preferences,
    Recordings,
    Session,
    SipSecret,
    Store,
    UnitOfWork,
)
from onepresence_desktop.pbx.ports.telephony import (
    SIP_REALM,
    CallProgress,
    DeviceChanged,
    Digit,
    Health,
    Line,
    Recorded,
    Router,
    Telephony,
    TelephonyEvent,
    VoicemailReached,
)

__all__ = [
    "SIP_REALM",
    "AuditEntry",
    "CallProgress",
    "Clock",
    "Credential",
    "Credentials",
    "DeviceChanged",
    "Digit",
    "Diversions",
    "EventSink",
    "Health",
    "History",
    "Line",
    "Mailbox",
    "Messages",
    "People",
    "Preferences",
    "Recorded",
    "Recordings",
    "Router",
    "Session",
    "SipSecret",
    "Speech",
    "Store",
    "Telephony",
    "TelephonyEvent",
    "UnitOfWork",
    "VoicemailReached",
]


class Clock(Protocol):
    """The time of day; injected so that tests own it."""

    def now(self) -> datetime:
        """The present moment, aware, UTC."""
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


class EventSink(Protocol):
    """Told every fact after it is committed."""

    def publish(self, fact: Fact) -> None: ...
