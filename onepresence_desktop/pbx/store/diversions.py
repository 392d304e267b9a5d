"""Diversions and all else a user keeps about forwarding, in the database."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, Literal

import msgspec
from sqlalchemy import Column, Index, Integer, RowMapping, Table, bindparam, delete, select

from onepresence_desktop.domain.diversion import (
    Destination,
    DestinationKind,
    Diversion,
    DiversionId,
    ForwardingDefaults,
    Origin,
    QuickDiversion,
    QuickDiversionId,
    Reason,
    SavedDestination,
)
from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.store import stored
from onepresence_desktop.pbx.store.people import users
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import Moment, key_column, metadata, owner_column, text_column

diversions = Table(
    "diversions",
    metadata,
    key_column(),
    owner_column("users"),
    text_column("reason"),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=True),
    text_column("destination"),
    Column("created_at", Moment, nullable=False),
    text_column("note"),
    text_column("reception_note"),
    text_column("origin"),
    text_column("preset", None),
    text_column("title"),
    text_column("destination_internal", None),
    text_column("exceptions", None),
    Index("ix_diversions_user", "user_id"),
)

forwarding = Table(
    "forwarding",
    metadata,
    owner_column("users", key=True),
    text_column("defaults"),
)

quick_diversions = Table(
    "quick_diversions",
    metadata,
    key_column(),
    owner_column("users"),
    Column("place", Integer, nullable=False),
    text_column("value"),
    Index("ix_quick_diversions_user", "user_id"),
)

destinations = Table(
    "destinations",
    metadata,
    key_column(),
    owner_column("users"),
    text_column("name"),
    text_column("number"),
    Index("ix_destinations_user", "user_id"),
)

_REMOVE_DIVERSION = delete(diversions).where(diversions.c.id == bindparam("gone"))


class StoredDestination(stored.Shape):
    """`diversions.destination`, and a part of the other two."""

    kind: DestinationKind
    number: str | None
    v: Literal[1] = 1


class StoredForwarding(stored.Shape):
    """`forwarding.defaults`."""

    busy: StoredDestination
    no_reply: StoredDestination
    no_reply_seconds: int
    unreachable: StoredDestination
    busy_internal: StoredDestination | None
    no_reply_internal: StoredDestination | None
    unreachable_internal: StoredDestination | None
    call_waiting: bool | None
    v: Literal[2] = 2


class StoredExceptions(stored.Shape):
    """`diversions.exceptions`."""

    exceptions: tuple[Passing, ...]
    v: Literal[1] = 1


class StoredQuick(stored.Shape):
    """`quick_diversions.value`."""

    id: str
    name: str
    icon: str
    reason: Reason
    destination: StoredDestination
    minutes: int | None
    clock: str | None
    note: str
    reception_note: str
    destination_internal: StoredDestination | None
    exceptions: tuple[Passing, ...] | None
    v: Literal[2] = 2


def _one_more_version(shape: type[stored.S], **added: object) -> dict[int, Callable[[str], stored.S]]:
    """Texts of the first version lack what was `added` since, with what it meant to leave it out."""
    return {1: lambda text: msgspec.convert({**msgspec.json.decode(text), **added, "v": 2}, shape)}


_FORWARDING_BEFORE = _one_more_version(
    StoredForwarding, busy_internal=None, no_reply_internal=None, unreachable_internal=None, call_waiting=None
)
_QUICK_BEFORE = _one_more_version(StoredQuick, destination_internal=None, exceptions=None)


def destination_of(shape: StoredDestination) -> Destination:
    return Destination(shape.kind, shape.number)


def stored_destination(destination: Destination) -> StoredDestination:
    return StoredDestination(kind=destination.kind, number=destination.number)


def _maybe(destination: Destination | None) -> StoredDestination | None:
    return stored_destination(destination) if destination is not None else None


def _maybe_of(shape: StoredDestination | None) -> Destination | None:
    return destination_of(shape) if shape is not None else None


def forwarding_text(defaults: ForwardingDefaults) -> str:
    shape = StoredForwarding(
        busy=stored_destination(defaults.busy),
        no_reply=stored_destination(defaults.no_reply),
        no_reply_seconds=defaults.no_reply_seconds,
        unreachable=stored_destination(defaults.unreachable),
        busy_internal=_maybe(defaults.busy_internal),
        no_reply_internal=_maybe(defaults.no_reply_internal),
        unreachable_internal=_maybe(defaults.unreachable_internal),
        call_waiting=defaults.call_waiting,
    )
    return stored.write(shape)


def forwarding_of(text: str) -> ForwardingDefaults:
    shape = stored.read(text, StoredForwarding, _FORWARDING_BEFORE)
    return ForwardingDefaults(
        busy=destination_of(shape.busy),
        no_reply=destination_of(shape.no_reply),
        no_reply_seconds=shape.no_reply_seconds,
        unreachable=destination_of(shape.unreachable),
        busy_internal=_maybe_of(shape.busy_internal),
        no_reply_internal=_maybe_of(shape.no_reply_internal),
        unreachable_internal=_maybe_of(shape.unreachable_internal),
        call_waiting=shape.call_waiting,
    )


def quick_text(quick: QuickDiversion) -> str:
    shape = StoredQuick(
        id=quick.id,
        name=quick.name,
        icon=quick.icon,
        reason=quick.reason,
        destination=stored_destination(quick.destination),
        minutes=quick.minutes,
        clock=quick.clock,
        note=quick.note,
        reception_note=quick.reception_note,
        destination_internal=_maybe(quick.destination_internal),
        exceptions=quick.exceptions,
    )
    return stored.write(shape)


def quick_of(text: str) -> QuickDiversion:
    shape = stored.read(text, StoredQuick, _QUICK_BEFORE)
    return QuickDiversion(
        id=QuickDiversionId(shape.id),
        name=shape.name,
        icon=shape.icon,
        reason=shape.reason,
        destination=destination_of(shape.destination),
        minutes=shape.minutes,
        clock=shape.clock,
        note=shape.note,
        reception_note=shape.reception_note,
        destination_internal=_maybe_of(shape.destination_internal),
        exceptions=shape.exceptions,
    )


def diversion_row(diversion: Diversion) -> dict[str, Any]:
    internal, passing = _maybe(diversion.destination_internal), diversion.exceptions
    return {
        "id": diversion.id,
        "user_id": diversion.user_id,
        "reason": diversion.reason.value,
        "starts_at": diversion.starts_at,
        "ends_at": diversion.ends_at,
        "destination": stored.write(stored_destination(diversion.destination)),
        "created_at": diversion.created_at,
        "note": diversion.note,
        "reception_note": diversion.reception_note,
        "origin": diversion.origin.value,
        "preset": diversion.preset,
        "title": diversion.title,
        "destination_internal": stored.write(internal) if internal is not None else None,
        "exceptions": stored.write(StoredExceptions(exceptions=passing)) if passing is not None else None,
    }


def diversion_of(row: RowMapping) -> Diversion:
    internal, passing = row["destination_internal"], row["exceptions"]
    return Diversion(
        **{
            **row,
            "reason": Reason(row["reason"]),
            "destination": destination_of(stored.read(row["destination"], StoredDestination)),
            "origin": Origin(row["origin"]),
            "destination_internal": destination_of(stored.read(internal, StoredDestination)) if internal else None,
            "exceptions": stored.read(passing, StoredExceptions).exceptions if passing else None,
        }
    )


class DiversionsRepository(Repository):
    """Diversions and all else a user keeps about forwarding."""

    async def all(self, customer_id: CustomerId) -> list[Diversion]:
        query = select(diversions).join(users).where(users.c.customer_id == customer_id)
        return [diversion_of(row) for row in (await self._connection.execute(query)).mappings()]

    async def of(self, user_id: UserId) -> list[Diversion]:
        found = await self._rows(diversions, diversions.c.user_id == user_id, order=(diversions.c.starts_at,))
        return [diversion_of(row) for row in found]

    async def put(self, diversion: Diversion) -> None:
        await self._put(diversions, diversion_row(diversion), "id")

    async def remove(self, diversion_ids: Iterable[DiversionId]) -> None:
        if gone := [{"gone": diversion_id} for diversion_id in diversion_ids]:
            await self._write(_REMOVE_DIVERSION, gone)

    async def defaults(self, customer_id: CustomerId) -> dict[UserId, ForwardingDefaults]:
        query = select(forwarding).join(users).where(users.c.customer_id == customer_id)
        found = (await self._connection.execute(query)).mappings()
        return {row["user_id"]: forwarding_of(row["defaults"]) for row in found}

    async def put_defaults(self, user_id: UserId, defaults: ForwardingDefaults) -> None:
        await self._put(forwarding, {"user_id": user_id, "defaults": forwarding_text(defaults)}, "user_id")

    async def quick(self, user_id: UserId) -> list[QuickDiversion]:
        c = quick_diversions.c
        found = await self._rows(quick_diversions, c.user_id == user_id, order=(c.place, c.id))
        return [quick_of(row["value"]) for row in found]

    async def quick_of_each(self, user_ids: Collection[UserId]) -> dict[UserId, list[QuickDiversion]]:
        c = quick_diversions.c
        found = await self._rows_of_each(quick_diversions, user_ids, c.place, c.id)
        return {user_id: [quick_of(row["value"]) for row in rows] for user_id, rows in found.items()}

    async def put_quick(self, user_id: UserId, quick: QuickDiversion, place: int) -> None:
        values = {"id": quick.id, "user_id": user_id, "place": place, "value": quick_text(quick)}
        await self._put(quick_diversions, values, "id")

    async def remove_quick(self, user_id: UserId, quick_id: QuickDiversionId) -> bool:
        c = quick_diversions.c
        return bool(await self._delete(quick_diversions, c.id == quick_id, c.user_id == user_id))

    async def destinations(self, user_id: UserId) -> list[SavedDestination]:
        c = destinations.c
        found = await self._rows(destinations, c.user_id == user_id, order=(c.name, c.id))
        return [SavedDestination(row["id"], row["name"], row["number"]) for row in found]

    async def destinations_of_each(self, user_ids: Collection[UserId]) -> dict[UserId, list[SavedDestination]]:
        found = await self._rows_of_each(destinations, user_ids, destinations.c.name, destinations.c.id)
        return {
            user_id: [SavedDestination(row["id"], row["name"], row["number"]) for row in rows]
            for user_id, rows in found.items()
        }

    async def put_destination(self, user_id: UserId, destination: SavedDestination) -> None:
        values = {
            "id": destination.id,
            "user_id": user_id,
            "name": destination.name,
            "number": destination.number,
        }
        await self._put(destinations, values, "id")

    async def remove_destination(self, user_id: UserId, destination_id: str) -> bool:
        c = destinations.c
        return bool(await self._delete(destinations, c.id == destination_id, c.user_id == user_id))
