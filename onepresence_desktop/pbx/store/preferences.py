"""Small per-user values in the database."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Column, String, Table, select

from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.store.people import users
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import metadata, owner_column, text_column

preferences = Table(
    "preferences",
    metadata,
    owner_column("users", key=True),
    Column("key", String(64), primary_key=True),
    text_column("value"),
)


class PreferencesRepository(Repository):
    """Small per-user values."""

    async def get(self, user_id: UserId, key: str) -> str | None:
        row = await self._row(preferences, preferences.c.user_id == user_id, preferences.c.key == key)
        return str(row["value"]) if row is not None else None

    async def of(self, user_id: UserId) -> dict[str, str]:
        return {row["key"]: row["value"] for row in await self._rows(preferences, preferences.c.user_id == user_id)}

    async def of_each(self, user_ids: Collection[UserId], key: str) -> dict[UserId, str]:
        c = preferences.c
        found = await self._rows(preferences, c.user_id.in_(user_ids), c.key == key)
        return {row["user_id"]: row["value"] for row in found}

    async def all(self, customer_id: CustomerId, key: str) -> dict[UserId, str]:
        query = select(preferences).join(users).where(users.c.customer_id == customer_id, preferences.c.key == key)
        return {row["user_id"]: row["value"] for row in (await self._connection.execute(query)).mappings()}

    async def put(self, user_id: UserId, key: str, value: str) -> None:
        await self._put(preferences, {"user_id": user_id, "key": key, "value": value}, "user_id", "key")
