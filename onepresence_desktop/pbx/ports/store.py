"""The store and the recordings: one transaction over everything, committed when its block ends."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from onepresence_desktop.domain.calls import CallRecord
from onepresence_desktop.domain.diversion import (
    Diversion,
    DiversionId,
    ForwardingDefaults,
    QuickDiversion,
    QuickDiversionId,
    SavedDestination,
)
from onepresence_desktop.domain.messages import Message, MessageId, MessageWaiting, VoicemailOptions
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
        """The disk is full: give back what is held in reserve, for a message that is committed, or an apology."""
        ...

    async def recover(self, known: set[MessageId]) -> list[MessageId]:
        """After a crash: delete finals without a message, mend drafts' headers; ids of drafts that hold sound.

        A final whose message was not committed is a draft again; the draft of a committed message is dropped.
        """
        ...
