"""Call records in the database."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, Literal

import msgspec
from sqlalchemy import Boolean, Column, Index, Integer, RowMapping, String, Table, func, select

from onepresence_desktop.domain.calls import (
    LONGEST_KEY,
    CallFilter,
    CallRecord,
    Cause,
    Direction,
    TraceEntry,
    TraceKind,
    call_search_key,
)
from onepresence_desktop.domain.errors import StoreDamaged
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.ports.repositories import EVERY_CALL
from onepresence_desktop.pbx.store import stored
from onepresence_desktop.pbx.store.people import users
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import Moment, key_column, metadata, owner_column, text_column

call_records = Table(
    "call_records",
    metadata,
    key_column(),
    Column("call_id", String(64), nullable=False),
    owner_column("users"),
    text_column("direction"),
    text_column("number"),
    text_column("name"),
    Column("at", Moment, nullable=False),
    Column("duration_ms", Integer, nullable=False),
    text_column("cause"),
    text_column("device"),
    text_column("forwarded_by"),
    Column("voicemail", Boolean, nullable=False),
    text_column("trace"),
    Column("search", String(LONGEST_KEY), nullable=False),
    Index("ix_call_records_number_at", "number", "at"),
    Index("ix_call_records_user_at_search", "user_id", "at", "direction", "search", "id"),
)


class StoredEntry(stored.Shape):
    """One step of a trace."""

    kind: TraceKind
    number: str
    name: str
    user_id: str | None
    why: str
    until: datetime | None
    at: datetime | None


class StoredTrace(stored.Shape):
    """`call_records.trace`; version 1 was the bare list of entries."""

    entries: tuple[StoredEntry, ...]
    v: Literal[3] = 3


class _TimelessEntry(stored.Shape):
    kind: TraceKind
    number: str
    name: str
    user_id: str | None
    why: str
    until: datetime | None


class _TimelessTrace(stored.Shape):
    entries: tuple[_TimelessEntry, ...]
    v: Literal[2] = 2


def trace_text(trace: tuple[TraceEntry, ...]) -> str:
    entries = (
        StoredEntry(kind=e.kind, number=e.number, name=e.name, user_id=e.user_id, why=e.why, until=e.until, at=e.at)
        for e in trace
    )
    return stored.write(StoredTrace(entries=tuple(entries)))


def trace_of(text: str) -> tuple[TraceEntry, ...]:
    shape = stored.read(text, StoredTrace, {1: _bare_list, 2: _without_times})
    return tuple(
        TraceEntry(e.kind, e.number, e.name, UserId(e.user_id) if e.user_id is not None else None, e.why, e.until, e.at)
        for e in shape.entries
    )


def _bare_list(text: str) -> StoredTrace:
    try:
        return _timed(msgspec.json.decode(text, type=tuple[_TimelessEntry, ...]))
    except msgspec.DecodeError as exc:
        raise StoreDamaged(detail=f"trace: {exc}") from exc


def _without_times(text: str) -> StoredTrace:
    return _timed(stored.read(text, _TimelessTrace).entries)


def _timed(entries: tuple[_TimelessEntry, ...]) -> StoredTrace:
    """Steps that nobody noted the time of."""
    return StoredTrace(entries=tuple(StoredEntry(**msgspec.structs.asdict(entry), at=None) for entry in entries))


def record_row(record: CallRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "call_id": record.call_id,
        "user_id": record.user_id,
        "direction": record.direction.value,
        "number": record.number,
        "name": record.name,
        "at": record.at,
        "duration_ms": round(record.duration.total_seconds() * 1000),
        "cause": record.cause.value,
        "device": record.device,
        "forwarded_by": record.forwarded_by,
        "voicemail": record.voicemail,
        "trace": trace_text(record.trace),
        "search": call_search_key(record.number, record.name),
    }


def record_of(row: RowMapping) -> CallRecord:
    values = dict(row)
    duration = timedelta(milliseconds=values.pop("duration_ms"))
    del values["search"]
    return CallRecord(
        **{
            **values,
            "direction": Direction(row["direction"]),
            "cause": Cause(row["cause"]),
            "duration": duration,
            "trace": trace_of(row["trace"]),
        }
    )


class HistoryRepository(Repository):
    """Call records."""

    async def of(
        self,
        user_id: UserId,
        *,
        wanted: CallFilter = EVERY_CALL,
        before: datetime | None = None,
        most: int = 200,
    ) -> list[CallRecord]:
        """The index holds all that is asked for, so that no row is read in vain."""
        c = call_records.c
        conditions = [c.user_id == user_id]
        conditions += [c.at < moment for moment in (before, wanted.end) if moment is not None]
        if wanted.start is not None:
            conditions.append(c.at >= wanted.start)
        if wanted.direction is not None:
            conditions.append(c.direction == wanted.direction.value)
        conditions += [c.search.contains(word, autoescape=True) for word in wanted.words]
        ids = select(c.id).where(*conditions).order_by(c.at.desc(), c.id).limit(most).subquery()
        query = select(call_records).join(ids, ids.c.id == c.id).order_by(c.at.desc(), c.id)
        return [record_of(row) for row in (await self._connection.execute(query)).mappings()]

    async def of_each(self, user_ids: Collection[UserId], *, most: int) -> dict[UserId, list[CallRecord]]:
        c = call_records.c
        place = func.row_number().over(partition_by=c.user_id, order_by=(c.at.desc(), c.id)).label("place")
        newest = select(call_records, place).where(c.user_id.in_(user_ids)).subquery()
        columns = [newest.c[column.name] for column in c]
        query = select(*columns).where(newest.c.place <= most).order_by(newest.c.at.desc(), newest.c.id)
        found: dict[UserId, list[CallRecord]] = {}
        for row in (await self._connection.execute(query)).mappings():
            found.setdefault(row["user_id"], []).append(record_of(row))
        return found

    async def last_with(
        self, customer_id: CustomerId, number: str, without: Collection[UserId]
    ) -> tuple[UserId, datetime] | None:
        c = call_records.c
        mine = select(users.c.id).where(users.c.customer_id == customer_id)
        spoken = [c.number == number, c.duration_ms > 0, c.user_id.in_(mine)]
        if without:
            spoken.append(c.user_id.not_in(without))
        query = select(c.user_id, c.at).where(*spoken).order_by(c.at.desc(), c.id).limit(1)
        row = (await self._connection.execute(query)).one_or_none()
        return (row.user_id, row.at) if row is not None else None

    async def spoken(
        self, customer_id: CustomerId, number: str, *, since: datetime, most: int, by: UserId | None = None
    ) -> list[CallRecord]:
        c = call_records.c
        company = select(users.c.id).where(users.c.customer_id == customer_id)
        whose = c.user_id.in_(company) if by is None else c.user_id == by
        query = select(call_records).where(c.number == number, c.duration_ms > 0, c.at >= since, whose)
        query = query.order_by(c.at.desc(), c.id).limit(most)
        return [record_of(row) for row in (await self._connection.execute(query)).mappings()]

    async def put(self, *records: CallRecord) -> None:
        await self._put_all(call_records, [record_row(record) for record in records], "id")
