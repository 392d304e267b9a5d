"""The tables. Ids are text, moments are UTC, small values (hours, destinations, traces) are JSON text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC; refuses naive ones, which SQLite would take and PostgreSQL misread."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """From the database."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _key(name: str = "id") -> Column[str]:
    return Column(name, String(64), primary_key=True)


def _of(table: str, *, key: bool = False, name: str = "") -> Column[str]:
    """A foreign key; what belongs to something goes with it."""
    column = name or f"{table[:-1]}_id"
    return Column(column, String(64), ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, primary_key=key)


def _text(name: str, default: str | None = "") -> Column[Any]:
    return Column(name, Text, nullable=default is None)


customers = Table(
    "customers",
    metadata,
    _key(),
    Column("code", String(3), nullable=False, unique=True),
    _text("name"),
    _text("region"),
    _text("time_zone"),
    _text("language"),
)

users = Table(
    "users",
    metadata,
    _key(),
    _of("customers"),
    Column("local_number", String(7), nullable=False, unique=True),
    _text("name"),
    _text("email", None),
    _text("mobile", None),
    Column("one_number", String(20), nullable=True, unique=True),
    _text("title"),
    _text("department"),
    _text("role"),
    _text("language"),
    _text("hours"),
    Column("closed", Boolean, nullable=False),
    Index("ix_users_customer", "customer_id"),
)

devices = Table(
    "devices",
    metadata,
    _key(),
    _of("customers"),
    _of("users"),
    _text("kind"),
    Column("sip_user", String(64), nullable=False, unique=True),
    _text("name"),
    _text("number", None),
    Column("relay", Boolean, nullable=False),
    Column("password", Text, nullable=True),
    Index("ix_devices_customer", "customer_id"),
)

groups = Table(
    "groups",
    metadata,
    _key(),
    _of("customers"),
    Column("local_number", String(7), nullable=False, unique=True),
    _text("name"),
    _text("strategy"),
    Column("reception", Boolean, nullable=False),
    Column("seconds", Integer, nullable=False),
)

group_members = Table(
    "group_members",
    metadata,
    _of("groups", key=True),
    _of("users", key=True),
    Column("place", Integer, nullable=False),
)

credentials = Table(
    "credentials",
    metadata,
    _of("users", key=True),
    _text("password_hash"),
    Column("must_change", Boolean, nullable=False),
    _text("activation_hash", None),
)

sessions = Table(
    "sessions",
    metadata,
    _key(),
    _of("users"),
    _of("customers"),
    Column("token_hash", LargeBinary(32), nullable=False, unique=True),
    _text("device_name"),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Index("ix_sessions_user", "user_id"),
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
    _text("actor"),
    _text("action"),
    _text("subject"),
    _text("detail"),
    Index("ix_audit_customer", "customer_id", "id"),
)

diversions = Table(
    "diversions",
    metadata,
    _key(),
    _of("users"),
    _text("reason"),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=True),
    _text("destination"),
    Column("created_at", Moment, nullable=False),
    _text("note"),
    _text("reception_note"),
    _text("origin"),
    _text("preset", None),
    Index("ix_diversions_user", "user_id"),
)

forwarding = Table(
    "forwarding",
    metadata,
    _of("users", key=True),
    _text("defaults"),
)

quick_diversions = Table(
    "quick_diversions",
    metadata,
    _key(),
    _of("users"),
    Column("place", Integer, nullable=False),
    _text("value"),
    Index("ix_quick_diversions_user", "user_id"),
)

destinations = Table(
    "destinations",
    metadata,
    _key(),
    _of("users"),
    _text("name"),
    _text("number"),
    Index("ix_destinations_user", "user_id"),
)

messages = Table(
    "messages",
    metadata,
    _key(),
    _of("users"),
    _text("kind"),
    _text("number"),
    _text("name"),
    Column("at", Moment, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("read", Boolean, nullable=False),
    Column("kept", Boolean, nullable=False),
    _text("text"),
    _text("cut_short", None),
    Index("ix_messages_user_at", "user_id", "at"),
)

voicemail_options = Table(
    "voicemail_options",
    metadata,
    _of("users", key=True),
    _text("options"),
)

call_records = Table(
    "call_records",
    metadata,
    _key(),
    Column("call_id", String(64), nullable=False),
    _of("users"),
    _text("direction"),
    _text("number"),
    _text("name"),
    Column("at", Moment, nullable=False),
    Column("duration_ms", Integer, nullable=False),
    _text("cause"),
    _text("device"),
    _text("forwarded_by"),
    Column("voicemail", Boolean, nullable=False),
    _text("trace"),
    Index("ix_call_records_user_at", "user_id", "at"),
)

preferences = Table(
    "preferences",
    metadata,
    _of("users", key=True),
    Column("key", String(64), primary_key=True),
    _text("value"),
)
