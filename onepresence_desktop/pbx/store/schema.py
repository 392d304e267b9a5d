"""What the tables are made of. Ids are text, moments are UTC, small values (hours, destinations, traces) are JSON text.

The tables themselves stand with their rows and repository, in a file for each word.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, DateTime, Dialect, ForeignKey, MetaData, String, Text, TypeDecorator


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


def key_column(name: str = "id") -> Column[str]:
    """An id."""
    return Column(name, String(64), primary_key=True)


def owner_column(table: str, *, key: bool = False, name: str = "") -> Column[str]:
    """A foreign key; what belongs to something goes with it."""
    column = name or f"{table[:-1]}_id"
    return Column(column, String(64), ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, primary_key=key)


def text_column(name: str, default: str | None = "") -> Column[Any]:
    """A text; with None for `default` it may be NULL."""
    return Column(name, Text, nullable=default is None)
