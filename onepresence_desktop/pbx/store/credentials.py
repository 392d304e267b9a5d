"""Passwords, sessions, throttling counters and the audit trail in the database."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, String, Table, or_, select

from onepresence_desktop.domain.password_reset import PasswordReset
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.ports import AuditEntry, Credential, Session
from onepresence_desktop.pbx.store.people import users
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import Moment, key_column, metadata, owner_column, text_column

credentials = Table(
    "credentials",
    metadata,
    owner_column("users", key=True),
    text_column("password_hash"),
    Column("must_change", Boolean, nullable=False),
    text_column("activation_hash", None),
    Column("activation_until", Moment, nullable=True),
)

sessions = Table(
    "sessions",
    metadata,
    key_column(),
    owner_column("users"),
    owner_column("customers"),
    Column("token_hash", LargeBinary(32), nullable=False, unique=True),
    text_column("device_name"),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Index("ix_sessions_user", "user_id"),
)

password_resets = Table(
    "password_resets",
    metadata,
    owner_column("users", key=True),
    text_column("code_hash"),
    Column("ends_at", Moment, nullable=False),
)

failures = Table(
    "failures",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("customer_id", String(64), nullable=True),
    text_column("actor"),
    text_column("action"),
    text_column("subject"),
    text_column("detail"),
    Index("ix_audit_customer", "customer_id", "id"),
)


class CredentialsRepository(Repository):
    """Passwords, sessions, throttling, audit."""

    async def credential(self, user_id: UserId) -> Credential | None:
        row = await self._row(credentials, credentials.c.user_id == user_id)
        return Credential(**row) if row is not None else None

    async def put_credential(self, credential: Credential) -> None:
        values = {
            "user_id": credential.user_id,
            "password_hash": credential.password_hash,
            "must_change": credential.must_change,
            "activation_hash": credential.activation_hash,
            "activation_until": credential.activation_until,
        }
        await self._put(credentials, values, "user_id")

    async def put_session(self, session: Session) -> None:
        values = {
            name: getattr(session, name)
            for name in ("id", "user_id", "customer_id", "token_hash", "device_name", "created_at", "seen_at")
        }
        await self._put(sessions, values, "id")

    async def session_by_token(self, token_hash: bytes) -> Session | None:
        row = await self._row(sessions, sessions.c.token_hash == token_hash)
        return Session(**row) if row is not None else None

    async def admitted(self, token_hashes: Collection[bytes]) -> dict[bytes, tuple[Session, bool]]:
        owner = sessions.c.user_id
        query = (
            select(sessions, credentials.c.must_change)
            .join(users, users.c.id == owner)
            .join(credentials, credentials.c.user_id == owner)
            .where(sessions.c.token_hash.in_(token_hashes), users.c.closed.is_(False))
        )
        found = (await self._connection.execute(query)).mappings()
        return {
            row["token_hash"]: (Session(**{column.name: row[column.name] for column in sessions.c}), row["must_change"])
            for row in found
        }

    async def sessions(self, user_id: UserId) -> list[Session]:
        found = await self._rows(sessions, sessions.c.user_id == user_id, order=(sessions.c.created_at,))
        return [Session(**row) for row in found]

    async def touch_session(self, session_id: str, at: datetime) -> None:
        await self._connection.execute(sessions.update().where(sessions.c.id == session_id).values(seen_at=at))

    async def remove_session(self, session_id: str) -> None:
        await self._delete(sessions, sessions.c.id == session_id)

    async def sessions_before(self, created: datetime, seen: datetime) -> list[Session]:
        found = await self._rows(sessions, or_(sessions.c.created_at < created, sessions.c.seen_at < seen))
        return [Session(**row) for row in found]

    async def password_reset(self, user_id: UserId) -> PasswordReset | None:
        row = await self._row(password_resets, password_resets.c.user_id == user_id)
        return PasswordReset(**row) if row is not None else None

    async def put_password_reset(self, reset: PasswordReset) -> None:
        values = {"user_id": reset.user_id, "code_hash": reset.code_hash, "ends_at": reset.ends_at}
        await self._put(password_resets, values, "user_id")

    async def remove_password_reset(self, user_id: UserId) -> None:
        await self._delete(password_resets, password_resets.c.user_id == user_id)

    async def failures(self, key: str) -> tuple[int, datetime] | None:
        row = await self._row(failures, failures.c.key == key)
        return (row["count"], row["at"]) if row is not None else None

    async def put_failures(self, key: str, count: int, at: datetime) -> None:
        await self._put(failures, {"key": key, "count": count, "at": at}, "key")

    async def clear_failures(self, key: str) -> None:
        await self._delete(failures, failures.c.key == key)

    async def forget_failures(self, before: datetime) -> None:
        await self._delete(failures, failures.c.at < before)

    async def audit(self, entry: AuditEntry) -> None:
        values = {name: getattr(entry, name) for name in ("at", "customer_id", "actor", "action", "subject", "detail")}
        await self._connection.execute(audit.insert().values(values))

    async def audit_log(self, customer_id: CustomerId, *, most: int = 200) -> list[AuditEntry]:
        found = await self._rows(audit, audit.c.customer_id == customer_id, order=(audit.c.id.desc(),), most=most)
        return [AuditEntry(**{key: value for key, value in row.items() if key != "id"}) for row in found]
