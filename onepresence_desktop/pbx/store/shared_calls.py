"""Missed calls as shared work in the database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Column, ForeignKey, Index, Integer, RowMapping, String, Table, or_

from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.shared_calls import Deed, DeedEntry, SharedCall, SharedState
from onepresence_desktop.pbx.store import stored
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import Moment, key_column, metadata, owner_column, text_column

shared_calls = Table(
    "shared_calls",
    metadata,
    key_column(),
    owner_column("customers"),
    owner_column("groups"),
    text_column("number"),
    text_column("name"),
    text_column("state"),
    Column("tries", Integer, nullable=False),
    Column("first_at", Moment, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("taken_by", String(64), ForeignKey("users.id", ondelete="SET NULL"), nullable=True),
    Column("taken_at", Moment, nullable=True),
    Column("done_at", Moment, nullable=True),
    text_column("memo"),
    Column("message_id", String(64), nullable=True),
    Column("mailbox", String(64), nullable=True),
    text_column("deeds"),
    Index("ix_shared_calls_customer_done", "customer_id", "done_at"),
)


class StoredDeed(stored.Shape):
    """A line of an item's story."""

    at: datetime
    deed: Deed
    by: UserId | None


class StoredDeeds(stored.Shape):
    """`shared_calls.deeds`."""

    deeds: tuple[StoredDeed, ...]
    v: Literal[1] = 1


def shared_call_row(item: SharedCall) -> dict[str, Any]:
    deeds = StoredDeeds(deeds=tuple(StoredDeed(at=e.at, deed=e.deed, by=e.by) for e in item.deeds))
    return {
        "id": item.id,
        "customer_id": item.customer_id,
        "group_id": item.group_id,
        "number": item.number,
        "name": item.name,
        "state": item.state.value,
        "tries": item.tries,
        "first_at": item.first_at,
        "last_at": item.last_at,
        "taken_by": item.taken_by,
        "taken_at": item.taken_at,
        "done_at": item.done_at,
        "memo": item.memo,
        "message_id": item.message_id,
        "mailbox": item.mailbox,
        "deeds": stored.write(deeds),
    }


def shared_call_of(row: RowMapping) -> SharedCall:
    deeds = stored.read(row["deeds"], StoredDeeds).deeds
    story = tuple(DeedEntry(each.at, each.deed, each.by) for each in deeds)
    return SharedCall(**{**row, "state": SharedState(row["state"]), "deeds": story})


class SharedCallsRepository(Repository):
    """Missed calls as shared work."""

    async def current(self, customer_id: CustomerId, since: datetime) -> list[SharedCall]:
        c = shared_calls.c
        shown = or_(c.done_at.is_(None), c.done_at >= since)
        found = await self._rows(shared_calls, c.customer_id == customer_id, shown, order=(c.first_at, c.id))
        return [shared_call_of(row) for row in found]

    async def handled_by(self, customer_id: CustomerId, user_id: UserId) -> list[SharedCall]:
        c = shared_calls.c
        by = or_(c.taken_by == user_id, c.deeds.contains(f'"{user_id}"', autoescape=True))
        found = await self._rows(shared_calls, c.customer_id == customer_id, by, order=(c.first_at, c.id))
        return [shared_call_of(row) for row in found]

    async def put(self, items: Iterable[SharedCall]) -> None:
        for item in items:
            await self._put(shared_calls, shared_call_row(item), "id")
