"""Facts that the services tell one another and the event stream: what has changed, after it is on disk.

A fact names what changed; whoever listens reads the state itself. Each is told once per change, in commit order.
"""

from __future__ import annotations

from dataclasses import dataclass

from onepresence_desktop.domain.calls import Call, CallRecord
from onepresence_desktop.domain.messages import Message, MessageId
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState


@dataclass(frozen=True, slots=True)
class PeopleChanged:
    """Users, devices or groups of a customer were added, changed or removed (all of them when `user_id` is None)."""

    customer_id: CustomerId
    user_id: UserId | None = None


@dataclass(frozen=True, slots=True)
class DeviceStateChanged:
    """A phone's state is another."""

    customer_id: CustomerId
    user_id: UserId
    device_id: DeviceId
    state: DeviceState


@dataclass(frozen=True, slots=True)
class DiversionsChanged:
    """A user's diversions were set or ended, or another one counts now."""

    customer_id: CustomerId
    user_id: UserId


@dataclass(frozen=True, slots=True)
class WorkBeganOrEnded:
    """A user's working hours began or ended."""

    customer_id: CustomerId
    user_id: UserId


@dataclass(frozen=True, slots=True)
class CallChanged:
    """A call began, changed its state or ended."""

    call: Call


@dataclass(frozen=True, slots=True)
class CallRecorded:
    """A line was added to a user's history."""

    customer_id: CustomerId
    record: CallRecord


@dataclass(frozen=True, slots=True)
class MessageChanged:
    """A message arrived or changed."""

    customer_id: CustomerId
    message: Message


@dataclass(frozen=True, slots=True)
class MessageRemoved:
    """A message is gone."""

    customer_id: CustomerId
    user_id: UserId
    message_id: MessageId


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """Something of a user's own data changed: profile, forwarding defaults, voicemail options, quick diversions."""

    customer_id: CustomerId
    user_id: UserId


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """A user's session was revoked."""

    customer_id: CustomerId
    user_id: UserId
    session_id: str


Fact = (
    PeopleChanged
    | DeviceStateChanged
    | DiversionsChanged
    | WorkBeganOrEnded
    | CallChanged
    | CallRecorded
    | MessageChanged
    | MessageRemoved
    | SettingsChanged
    | SessionEnded
)
