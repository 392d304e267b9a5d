"""Wishes to be connected in the database."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, Table

from onepresence_desktop.domain.completion import Completion, CompletionId
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import Moment, key_column, metadata, owner_column

completions = Table(
    "completions",
    metadata,
    key_column(),
    owner_column("customers"),
    owner_column("users"),
    owner_column("users", name="target"),
    Column("since", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("phones_only", Boolean, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("not_before", Moment, nullable=True),
)

_COLUMNS = tuple(column.name for column in completions.columns)


class CompletionsRepository(Repository):
    """Calls to be made when both are free."""

    async def all(self, customer_id: CustomerId) -> list[Completion]:
        found = await self._rows(completions, completions.c.customer_id == customer_id)
        return [Completion(**row) for row in found]

    async def put(self, completion: Completion) -> None:
        await self._put(completions, {name: getattr(completion, name) for name in _COLUMNS}, "id")

    async def remove(self, completion_id: CompletionId) -> None:
        await self._delete(completions, completions.c.id == completion_id)
