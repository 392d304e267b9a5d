"""What the services need from the outside, as Protocols; `pbx/app.py` decides who fulfils them.

Drivers, store, delivery and speech implement these and know nothing of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from onepresence_desktop.domain.calls import CallId, CallRecord, CallState, Cause, Party, TraceEntry
from onepresence_desktop.domain.diversion import (
    Diversion,
    DiversionId,
    ForwardingDefaults,
    QuickDiversion,
    QuickDiversionId,
    SavedDestination,
)
from onepresence_desktop.domain.events import Fact
from onepresence_desktop.domain.messages import Message, MessageId, MessageWaiting, Room, VoicemailOptions
from onepresence_desktop.domain.people import (
    Customer,
    CustomerId,
    Device,
    DeviceId,
    GroupId,
    HuntGroup,
    User,
    UserId,
)
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import Hop, Step, Voicemail

# --- time -------------------------------------------------------------------------------------------------------------


class Clock(Protocol):
    """The time of day; injected so that tests own it."""

    def now(self) -> datetime:
        """The present moment, aware, UTC."""
        ...


# --- telephony --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """A device as a driver needs to know it.

    ha1: MD5 of user:realm:password and ha1_sha256 likewise (RFC 7616), lower-case hex; never logged.
    numbers: everything that dials its owner; the first is the local number shown to others.
    """

    device_id: DeviceId
    user_id: UserId
    customer_id: CustomerId
    sip_user: str
    ha1: str
    ha1_sha256: str
    display_name: str
    numbers: tuple[str, ...]
    relay: bool = False


SIP_REALM = "onepresence"


class Router(Protocol):
    """Answers a driver's question where a call goes; pure, fast (an in-memory snapshot), callable from any thread."""

    def route(self, caller: DeviceId | None, customer_id: CustomerId, dialled: str, hops: tuple[Hop, ...] = ()) -> Step:
        """Steps for what was keyed at a phone or asked for by API, in any spelling."""
        ...

    def party(self, customer_id: CustomerId, number: str) -> Party:
        """Who is behind a number as dialled, for caller id and records; a Party with just the number if nobody."""
        ...


@dataclass(frozen=True, slots=True)
class DeviceChanged:
    """A phone's state is another."""

    device_id: DeviceId
    state: DeviceState


@dataclass(frozen=True, slots=True)
class CallProgress:
    """A call began or changed. Sent at each change of state, of the parties (transfer, answer) or of the step.

    callee: whom the call is for now; device_id is set when a device has answered. diverted_from: local numbers before.
    trace: of the step being executed. cause: when ended. rang: every user that was rung in this call so far.
    """

    call_id: CallId
    customer_id: CustomerId
    state: CallState
    caller: Party
    callee: Party
    dialled: str
    cause: Cause | None = None
    diverted_from: tuple[str, ...] = ()
    trace: tuple[TraceEntry, ...] = ()
    rang: tuple[UserId, ...] = ()


@dataclass(frozen=True, slots=True)
class VoicemailReached:
    """A call has come to a `Voicemail` step; whoever plays the mailbox takes over with answer, play, record…"""

    call_id: CallId
    customer_id: CustomerId
    caller: Party
    step: Voicemail


@dataclass(frozen=True, slots=True)
class Digit:
    """The far end of a call in the mailbox pressed a key: 0-9, * or #."""

    call_id: CallId
    digit: str


@dataclass(frozen=True, slots=True)
class Health:
    """The driver as a whole is up (or not); when it isn't, device states are unknown."""

    up: bool
    detail: str = ""


TelephonyEvent = DeviceChanged | CallProgress | VoicemailReached | Digit | Health


@dataclass(frozen=True, slots=True)
class Recorded:
    """The end of a recording. why: hangup, digit, silence, length or disk_full. seconds: of sound kept."""

    path: Path
    seconds: float
    why: str


class Telephony(Protocol):
    """A telephony driver: `sip` (embedded), `asterisk` or `demo`. Drivers know nothing of diversions.

    `emit` is called on the loop that ran `start`, in order. Verbs raise `CallGone` when the call has ended,
    `TelephonyAway` when the driver is down.
    """

    async def start(self, router: Router, emit: Callable[[TelephonyEvent], None]) -> None:
        """Open sockets and begin; raises `AddressInUse`."""
        ...

    async def stop(self) -> None:
        """End every call, close everything."""
        ...

    @property
    def address(self) -> str | None:
        """host:port where phones register, or None when there is no such thing."""
        ...

    async def set_lines(self, lines: Sequence[Line]) -> None:
        """All devices there are, replacing those told before; calls of vanished ones end."""
        ...

    def devices(self) -> Mapping[DeviceId, DeviceState]:
        """The state of every line now."""
        ...

    async def originate(self, call_id: CallId, device_id: DeviceId, dialled: str) -> None:
        """Ring `device_id`, and when it is lifted call `dialled` (RFC 3725). Raises `DeviceNotRegistered`.

        Returns as soon as the phone is being rung; progress comes by events.
        """
        ...

    async def hangup(self, call_id: CallId, cause: Cause = Cause.NORMAL) -> None:
        """End a call for everyone in it."""
        ...

    async def hold(self, call_id: CallId, device_id: DeviceId) -> None:
        """Put the far end on hold on behalf of `device_id`."""
        ...

    async def resume(self, call_id: CallId, device_id: DeviceId) -> None:
        """End `hold`."""
        ...

    async def transfer(self, call_id: CallId, device_id: DeviceId, dialled: str) -> None:
        """Blind transfer: `device_id` leaves, its far end is connected to `dialled`."""
        ...

    async def join(self, call_id: CallId, other: CallId, device_id: DeviceId) -> None:
        """Attended transfer: the far ends of `device_id`'s two calls are connected, it leaves both."""
        ...

    async def redirect(self, call_id: CallId, step: Step) -> None:
        """Take a ringing (or mailbox) call to another step: send to voicemail, to a colleague, to the reception."""
        ...

    async def answer(self, call_id: CallId) -> None:
        """Answer a call that has come to a mailbox."""
        ...

    async def play(self, call_id: CallId, sounds: Sequence[Path]) -> bool:
        """Play WAV files (8 kHz mono 16 bit) one after another to the caller; True when all was heard to the end."""
        ...

    async def stop_playing(self, call_id: CallId) -> None:
        """Break off `play`."""
        ...

    async def record(
        self, call_id: CallId, path: Path, *, most: timedelta, silence: timedelta, stop_digit: str = "#"
    ) -> Recorded:
        """Record the caller to a WAV file until digit, silence, length, hang-up or a full disk."""
        ...

    async def set_mwi(self, waiting: MessageWaiting) -> None:
        """Light or put out the message lamp on all phones of a user (RFC 3842)."""
        ...


# --- store ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, repr=False)
class Credential:
    """What proves a user: an argon2id hash. Never in a view, never in a log.

    must_change: the first password is still to be changed. activation: hash of the one-time activation code, if any.
    """

    user_id: UserId
    password_hash: str
    must_change: bool
    activation_hash: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class SipSecret:
    """What a device signs in with. The password is kept so that an administrator can type it into a phone."""

    device_id: DeviceId
    password: str


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in client. token_hash: SHA-256 of the bearer token. device_name: as told by the client."""

    id: str
    user_id: UserId
    customer_id: CustomerId
    token_hash: bytes
    device_name: str
    created_at: datetime
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what: a stable word and ids, never secrets."""

    at: datetime
    customer_id: CustomerId | None
    actor: str
    action: str
    subject: str = ""
    detail: str = ""


class People(Protocol):
    """Customers, users, devices, hunt groups."""

    async def customers(self) -> list[Customer]: ...
    async def put_customer(self, customer: Customer) -> None: ...
    async def users(self, customer_id: CustomerId) -> list[User]: ...
    async def user(self, user_id: UserId) -> User | None: ...
    async def user_by_local_number(self, local_number: str) -> User | None: ...
    async def put_user(self, user: User) -> None: ...
    async def remove_user(self, user_id: UserId) -> None: ...
    async def devices(self, customer_id: CustomerId) -> list[Device]: ...
    async def put_device(self, device: Device, secret: SipSecret | None = None) -> None: ...
    async def remove_device(self, device_id: DeviceId) -> None: ...
    async def secrets(self, customer_id: CustomerId) -> list[SipSecret]: ...
    async def groups(self, customer_id: CustomerId) -> list[HuntGroup]: ...
    async def put_group(self, group: HuntGroup) -> None: ...
    async def remove_group(self, group_id: GroupId) -> None: ...


class Credentials(Protocol):
    """Passwords, sessions, throttling counters that outlive a restart, audit."""

    async def credential(self, user_id: UserId) -> Credential | None: ...
    async def put_credential(self, credential: Credential) -> None: ...
    async def put_session(self, session: Session) -> None: ...
    async def session_by_token(self, token_hash: bytes) -> Session | None: ...
    async def sessions(self, user_id: UserId) -> list[Session]: ...
    async def touch_session(self, session_id: str, at: datetime) -> None: ...
    async def remove_session(self, session_id: str) -> None: ...
    async def failures(self, key: str) -> tuple[int, datetime] | None:
        """Failed sign-ins in a row under a key (address or local number) and when the last was."""
        ...

    async def put_failures(self, key: str, count: int, at: datetime) -> None: ...
    async def clear_failures(self, key: str) -> None: ...
    async def audit(self, entry: AuditEntry) -> None: ...
    async def audit_log(self, customer_id: CustomerId, *, most: int = 200) -> list[AuditEntry]: ...


class Diversions(Protocol):
    """Diversions and all else a user keeps about forwarding."""

    async def all(self, customer_id: CustomerId) -> list[Diversion]:
        """Those that have not been removed; ended ones included until `remove`."""
        ...

    async def of(self, user_id: UserId) -> list[Diversion]: ...
    async def put(self, diversion: Diversion) -> None: ...
    async def remove(self, diversion_ids: Iterable[DiversionId]) -> None: ...
    async def defaults(self, customer_id: CustomerId) -> dict[UserId, ForwardingDefaults]: ...
    async def put_defaults(self, user_id: UserId, defaults: ForwardingDefaults) -> None: ...
    async def quick(self, user_id: UserId) -> list[QuickDiversion]: ...
    async def put_quick(self, user_id: UserId, quick: QuickDiversion, place: int) -> None: ...
    async def remove_quick(self, user_id: UserId, quick_id: QuickDiversionId) -> bool: ...
    async def destinations(self, user_id: UserId) -> list[SavedDestination]: ...
    async def put_destination(self, user_id: UserId, destination: SavedDestination) -> None: ...
    async def remove_destination(self, user_id: UserId, destination_id: str) -> bool: ...


class Messages(Protocol):
    """The inbox. A voicemail's recording lies at `Recordings.path(message.id)`."""

    async def of(self, user_id: UserId) -> list[Message]:
        """Newest first."""
        ...

    async def get(self, message_id: MessageId) -> Message | None: ...
    async def put(self, message: Message) -> None: ...
    async def remove(self, message_id: MessageId) -> None: ...
    async def waiting(self, user_id: UserId) -> MessageWaiting:
        """Voicemails only: new and old."""
        ...

    async def ids(self) -> set[MessageId]:
        """Every voicemail's id, for the clean-up of recordings without a message."""
        ...

    async def recorded(self, user_id: UserId) -> float:
        """Seconds of all recordings in a mailbox."""
        ...

    async def heard(self, before: datetime) -> list[Message]:
        """Every user's voicemails that are read, not kept and from before a moment; oldest first."""
        ...

    async def options(self, customer_id: CustomerId) -> dict[UserId, VoicemailOptions]: ...
    async def put_options(self, user_id: UserId, options: VoicemailOptions) -> None: ...


class History(Protocol):
    """Call records."""

    async def of(self, user_id: UserId, *, before: datetime | None = None, most: int = 200) -> list[CallRecord]:
        """Newest first."""
        ...

    async def put(self, record: CallRecord) -> None: ...


class Preferences(Protocol):
    """Small per-user values of clients that follow the user: favourites (a JSON text under a key)."""

    async def get(self, user_id: UserId, key: str) -> str | None: ...
    async def put(self, user_id: UserId, key: str, value: str) -> None: ...


class UnitOfWork(Protocol):
    """One transaction over everything; committed (on disk) when its block ends, rolled back on an exception."""

    people: People
    credentials: Credentials
    diversions: Diversions
    messages: Messages
    history: History
    preferences: Preferences


class Store(Protocol):
    """The database. Raises `StoreFull`, `StoreDamaged`, `StoreLocked`."""

    async def open(self) -> None:
        """Open, lock and migrate."""
        ...

    async def close(self) -> None: ...

    def unit(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Begin a unit that may write (BEGIN IMMEDIATE)."""
        ...

    def reading(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Begin a unit that only reads."""
        ...

    async def check(self) -> None:
        """A round trip and an integrity check; raises when something is wrong."""
        ...

    async def backup(self, path: Path) -> None:
        """A consistent copy into one file while the store is in use."""
        ...


class Recordings(Protocol):
    """Voicemail sound on the server's disk (spec 6.8). Names are message ids, never taken from outside."""

    def draft(self, message_id: MessageId) -> Path:
        """Where to record; not yet part of the mailbox."""
        ...

    async def keep(self, message_id: MessageId) -> None:
        """Make the draft final: synced file, second name, synced folder. Call before the message's unit commits."""
        ...

    async def settle(self, message_id: MessageId) -> None:
        """The message's unit has committed: the draft's name goes."""
        ...

    def path(self, message_id: MessageId) -> Path:
        """The final file."""
        ...

    async def remove(self, message_id: MessageId) -> None: ...

    async def make_room(self) -> None:
        """The disk is full: give back what is held in reserve, so that a message can still be committed."""
        ...

    async def recover(self, known: set[MessageId]) -> list[MessageId]:
        """After a crash: delete finals without a message, mend drafts' headers; ids of drafts that hold sound.

        A final whose message was not committed is a draft again; the draft of a committed message is dropped.
        """
        ...


# --- outgoing ---------------------------------------------------------------------------------------------------------


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

    async def deposit(self, user_id: UserId, message_id: MessageId, caller: Party, seconds: float) -> None:
        """Message and recording in one unit, then MWI and events. `Unavailable`: kept, and stored when it can be."""
        ...

    async def discard(self, message_id: MessageId) -> None:
        """The caller left nothing worth keeping."""
        ...


class EventSink(Protocol):
    """Told every fact after it is committed."""

    def publish(self, fact: Fact) -> None: ...
