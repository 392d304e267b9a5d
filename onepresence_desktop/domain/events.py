"""Facts that the services tell one another and the event stream: what has changed, after it is on disk.

A fact names what changed; whoever listens reads the state itself. Each is told once per change, in commit order.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onepresence_desktop.domain.calls import Call, CallId, CallRecord
from onepresence_desktop.domain.completion import CompletionId
from onepresence_desktop.domain.messages import Message, MessageId
from onepresence_desktop.domain.people import CustomerId, DeviceId, GroupId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.schedule import Schedule, ScheduleId
from onepresence_desktop.domain.shared_calls import SharedCallId


@dataclass(frozen=True, slots=True)
class PeopleChanged:
    """A user was added, changed or removed, or their phones were."""

    customer_id: CustomerId
    user_id: UserId


@dataclass(frozen=True, slots=True)
class ManyAtOnce:
    """Between one that begins and one that doesn't stand the facts of one large change: clients are told at its end."""

    customer_id: CustomerId
    begins: bool


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What clients of a company were told before doesn't stand any more: they are to know all of it anew."""

    customer_id: CustomerId


@dataclass(frozen=True, slots=True)
class GroupChanged:
    """A hunt group was added, changed or removed."""

    customer_id: CustomerId
    group_id: GroupId


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
class MeetingsChanged:
    """A user's meetings are others, or one began or ended."""

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
    """A message arrived or changed. new: a caller has just left it."""

    customer_id: CustomerId
    message: Message
    new: bool = False


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


class WhySignedOut(StrEnum):
    """Why a session was revoked; `ended` is by the user themselves, from a list or by another password."""

    ENDED = "ended"
    CLOSED = "closed"
    REMOVED = "removed"
    PASSWORD_RESET = "password_reset"


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """A user's session was revoked."""

    customer_id: CustomerId
    user_id: UserId
    session_id: str
    why: WhySignedOut = WhySignedOut.ENDED


@dataclass(frozen=True, slots=True)
class ScheduleChanged:
    """A user's schedule was made or changed."""

    customer_id: CustomerId
    schedule: Schedule


@dataclass(frozen=True, slots=True)
class ScheduleRemoved:
    """A user's schedule is gone."""

    customer_id: CustomerId
    user_id: UserId
    schedule_id: ScheduleId


@dataclass(frozen=True, slots=True)
class ContactsChanged:
    """Contacts of a user, or their stars, are others; owner None: those that the company shares are."""

    customer_id: CustomerId
    owner: UserId | None


@dataclass(frozen=True, slots=True)
class SharedCallChanged:
    """A missed call of a group is new, was changed, or has left the list."""

    customer_id: CustomerId
    item_id: SharedCallId


@dataclass(frozen=True, slots=True)
class HolidaysChanged:
    """A company said of a day that it is a holiday, or isn't."""

    customer_id: CustomerId


@dataclass(frozen=True, slots=True)
class CompletionChanged:
    """A call waits until both are free, or waits no longer."""

    customer_id: CustomerId
    user_id: UserId
    completion_id: CompletionId


@dataclass(frozen=True, slots=True)
class ParkedChanged:
    """A call was parked at a place, or is there no longer."""

    customer_id: CustomerId
    place: str


@dataclass(frozen=True, slots=True)
class QueueChanged:
    """A call in the reception's queue is new, was changed, or has left it."""

    customer_id: CustomerId
    call_id: CallId


@dataclass(frozen=True, slots=True)
class ReceptionDayChanged:
    """The reception's numbers of the day are others, or who is at the desk."""

    customer_id: CustomerId


@dataclass(frozen=True, slots=True)
class FindingsChanged:
    """What doesn't work in a company, and hasn't for a while, is something else than before."""

    customer_id: CustomerId


Fact = (
    CompletionChanged
    | ParkedChanged
    | QueueChanged
    | ReceptionDayChanged
    | FindingsChanged
    | PeopleChanged
    | ManyAtOnce
    | Rewritten
    | GroupChanged
    | DeviceStateChanged
    | DiversionsChanged
    | MeetingsChanged
    | WorkBeganOrEnded
    | CallChanged
    | CallRecorded
    | MessageChanged
    | MessageRemoved
    | SettingsChanged
    | SessionEnded
    | ScheduleChanged
    | ScheduleRemoved
    | ContactsChanged
    | SharedCallChanged
    | HolidaysChanged
)
