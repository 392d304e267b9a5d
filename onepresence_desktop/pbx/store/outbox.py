"""What goes out of the house, in the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, Index, Integer, RowMapping, String, Table, delete, func, select, update

from onepresence_desktop.domain.outgoing import UNDER_WAY, Outgoing, OutgoingState, Way, taken
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import Moment, key_column, metadata, owner_column, text_column

outbox = Table(
    "outbox",
    metadata,
    key_column(),
    owner_column("customers"),
    Column("user_id", String(64), nullable=True),
    text_column("way"),
    text_column("to"),
    text_column("subject"),
    text_column("text"),
    Column("recording", String(64), nullable=True),
    Column("created_at", Moment, nullable=False),
    Column("next_try", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("tries", Integer, nullable=False),
    text_column("reason"),
    Column("reference", String(200), nullable=False),
    Column("ends_at", Moment, nullable=True),
    Column("doubt", Boolean, nullable=False),
    Index("ix_outbox_state_next_try", "state", "next_try"),
    Index("ix_outbox_reference", "reference"),
)

ENDED = (OutgoingState.SENT, OutgoingState.DELIVERED, OutgoingState.FAILED)


def outgoing_row(outgoing: Outgoing) -> dict[str, Any]:
    return {
        "id": outgoing.id,
        "customer_id": outgoing.customer_id,
        "user_id": outgoing.user_id,
        "way": outgoing.way.value,
        "to": outgoing.to,
        "subject": outgoing.subject,
        "text": outgoing.text,
        "recording": outgoing.recording,
        "created_at": outgoing.created_at,
        "next_try": outgoing.next_try,
        "state": outgoing.state.value,
        "tries": outgoing.tries,
        "reason": outgoing.reason,
        "reference": outgoing.reference,
        "ends_at": outgoing.ends_at,
        "doubt": outgoing.doubt,
    }


def outgoing_of(row: RowMapping) -> Outgoing:
    return Outgoing(**{**row, "way": Way(row["way"]), "state": OutgoingState(row["state"])})


class OutboxRepository(Repository):
    """The outbox."""

    async def put(self, outgoing: Outgoing) -> None:
        await self._put(outbox, outgoing_row(outgoing), "id")

    async def get(self, outgoing_id: str) -> Outgoing | None:
        row = await self._row(outbox, outbox.c.id == outgoing_id)
        return outgoing_of(row) if row is not None else None

    async def among(self, ids: Collection[str]) -> dict[str, Outgoing]:
        rows = await self._rows(outbox, outbox.c.id.in_(ids)) if ids else ()
        return {row["id"]: outgoing_of(row) for row in rows}

    async def by_reference(self, reference: str) -> Outgoing | None:
        row = await self._row(outbox, outbox.c.reference == reference)
        return outgoing_of(row) if row is not None else None

    async def take_due(self, now: datetime, until: datetime, most: Mapping[Way, int]) -> Sequence[Outgoing]:
        """PostgreSQL: rows that another worker has in hand are passed over."""
        c = outbox.c
        found: list[Outgoing] = []
        for way, places in most.items():
            due = select(outbox).where(c.state == OutgoingState.QUEUED.value, c.next_try <= now, c.way == way.value)
            due = due.order_by(c.next_try, c.id).limit(places).with_for_update(skip_locked=True)
            found += [taken(outgoing_of(row)) for row in (await self._connection.execute(due)).mappings()]
        for doubt in (False, True):
            ids = [outgoing.id for outgoing in found if outgoing.doubt is doubt]
            if ids:
                values = {"next_try": until, "reason": UNDER_WAY, "doubt": doubt}
                await self._connection.execute(update(outbox).where(c.id.in_(ids)).values(values))
        return found

    async def next_due(self, ways: Collection[Way]) -> datetime | None:
        queued = outbox.c.state == OutgoingState.QUEUED.value, outbox.c.way.in_([way.value for way in ways])
        first = await self._rows(outbox, *queued, order=(outbox.c.next_try,), most=1) if ways else ()
        return first[0]["next_try"] if first else None

    async def counts(self) -> dict[OutgoingState, int]:
        query = select(outbox.c.state, func.count()).group_by(outbox.c.state)
        return {OutgoingState(state): int(count) for state, count in await self._connection.execute(query)}

    async def forget(self, before: datetime) -> None:
        c = outbox.c
        ended = c.state.in_([state.value for state in ENDED])
        await self._connection.execute(delete(outbox).where(ended, c.created_at < before))
