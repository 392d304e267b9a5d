"""Own names, greetings and mailbox PINs in the database, so that they are in its backups and go with their owner."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Column, Float, LargeBinary, String, Table, select

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.spoken import Spoken, SpokenKind
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import metadata, owner_column, text_column

spoken_sounds = Table(
    "spoken_sounds",
    metadata,
    owner_column("users", key=True),
    Column("kind", String(16), primary_key=True),
    Column("seconds", Float, nullable=False),
    text_column("digest"),
    Column("samples", LargeBinary, nullable=False),
)

mailbox_pins = Table("mailbox_pins", metadata, owner_column("users", key=True), text_column("pin_hash"))


class SpokenRepository(Repository):
    """Names and greetings in their owners' own voices, and what opens a mailbox by phone."""

    async def of_each(self, user_ids: Collection[UserId]) -> dict[UserId, dict[SpokenKind, Spoken]]:
        c = spoken_sounds.c
        query = select(c.user_id, c.kind, c.seconds, c.digest).where(c.user_id.in_(user_ids))
        found: dict[UserId, dict[SpokenKind, Spoken]] = {}
        for user_id, word, seconds, digest in await self._connection.execute(query):
            kind = SpokenKind(word)
            found.setdefault(UserId(user_id), {})[kind] = Spoken(kind, seconds, digest)
        return found

    async def samples(self, user_id: UserId, kind: SpokenKind) -> bytes | None:
        c = spoken_sounds.c
        query = select(c.samples).where(c.user_id == user_id, c.kind == kind.value)
        return (await self._connection.execute(query)).scalar_one_or_none()

    async def put(self, user_id: UserId, spoken: Spoken, samples: bytes) -> None:
        values = {
            "user_id": user_id,
            "kind": spoken.kind.value,
            "seconds": spoken.seconds,
            "digest": spoken.digest,
            "samples": samples,
        }
        await self._put(spoken_sounds, values, "user_id", "kind")

    async def remove(self, user_id: UserId, kind: SpokenKind) -> bool:
        c = spoken_sounds.c
        return bool(await self._delete(spoken_sounds, c.user_id == user_id, c.kind == kind.value))

    async def pin(self, user_id: UserId) -> str | None:
        query = select(mailbox_pins.c.pin_hash).where(mailbox_pins.c.user_id == user_id)
        return (await self._connection.execute(query)).scalar_one_or_none()

    async def with_pin(self, user_ids: Collection[UserId]) -> set[UserId]:
        query = select(mailbox_pins.c.user_id).where(mailbox_pins.c.user_id.in_(user_ids))
        return {UserId(row[0]) for row in await self._connection.execute(query)}

    async def put_pin(self, user_id: UserId, pin_hash: str) -> None:
        await self._put(mailbox_pins, {"user_id": user_id, "pin_hash": pin_hash}, "user_id")

    async def remove_pin(self, user_id: UserId) -> bool:
        return bool(await self._delete(mailbox_pins, mailbox_pins.c.user_id == user_id))
