"""What proves who somebody is: passwords, sessions, what phones sign in with; and the audit of who did what."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from onepresence_desktop.domain.password_reset import PasswordReset
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId


@dataclass(frozen=True, slots=True, repr=False)
class Credential:
    """What proves a user: an argon2id hash. Never in a view, never in a log.

    must_change: the first password is still to be changed. activation: hash of the one-time activation code, if any,
    and until when it is valid (None: for ever, as those were that were given before they had an end).
    """

    user_id: UserId
    password_hash: str
    must_change: bool
    activation_hash: str | None = None
    activation_until: datetime | None = None

    def activation(self, now: datetime) -> str | None:
        """The hash of the activation code, while it is valid."""
        return self.activation_hash if self.activation_until is None or now < self.activation_until else None


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


class Credentials(Protocol):
    """Passwords, sessions, throttling counters that outlive a restart, audit."""

    async def credential(self, user_id: UserId) -> Credential | None: ...
    async def put_credential(self, credential: Credential) -> None: ...
    async def put_session(self, session: Session) -> None: ...
    async def session_by_token(self, token_hash: bytes) -> Session | None: ...
    async def admitted(self, token_hashes: Collection[bytes]) -> dict[bytes, tuple[Session, bool]]:
        """By token hash the sessions of people who may come in, each with whether the password must be changed."""
        ...

    async def sessions(self, user_id: UserId) -> list[Session]: ...
    async def touch_session(self, session_id: str, at: datetime) -> None: ...
    async def remove_session(self, session_id: str) -> None: ...
    async def sessions_before(self, created: datetime, seen: datetime) -> list[Session]:
        """Sessions begun before the one moment, or last seen before the other."""
        ...

    async def password_reset(self, user_id: UserId) -> PasswordReset | None: ...
    async def put_password_reset(self, reset: PasswordReset) -> None:
        """In place of the one before."""
        ...

    async def remove_password_reset(self, user_id: UserId) -> None: ...
    async def failures(self, key: str) -> tuple[int, datetime] | None:
        """Failed sign-ins in a row under a key (address or local number) and when the last was."""
        ...

    async def put_failures(self, key: str, count: int, at: datetime) -> None: ...
    async def clear_failures(self, key: str) -> None: ...
    async def forget_failures(self, before: datetime) -> None: ...
    async def audit(self, entry: AuditEntry) -> None: ...
    async def audit_log(self, customer_id: CustomerId, *, most: int = 200) -> list[AuditEntry]: ...
