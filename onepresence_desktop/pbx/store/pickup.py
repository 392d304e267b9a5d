"""Pickup groups in the database."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, select

from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.pickup import PickupGroup, PickupGroupId
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import key_column, metadata, owner_column, text_column

pickup_groups = Table("pickup_groups", metadata, key_column(), owner_column("customers"), text_column("name"))

pickup_members = Table(
    "pickup_members",
    metadata,
    Column("group_id", String(64), ForeignKey("pickup_groups.id", ondelete="CASCADE"), primary_key=True),
    owner_column("users", key=True),
    Column("place", Integer, nullable=False),
)


class PickupRepository(Repository):
    """Who takes whose calls."""

    async def all(self, customer_id: CustomerId) -> list[PickupGroup]:
        c = pickup_members.c
        query = (
            select(c.group_id, c.user_id)
            .join(pickup_groups, pickup_groups.c.id == c.group_id)
            .where(pickup_groups.c.customer_id == customer_id)
            .order_by(c.place)
        )
        members: dict[str, list[UserId]] = {}
        for group_id, user_id in await self._connection.execute(query):
            members.setdefault(group_id, []).append(UserId(user_id))
        found = await self._rows(pickup_groups, pickup_groups.c.customer_id == customer_id)
        return [
            PickupGroup(PickupGroupId(row["id"]), customer_id, row["name"], tuple(members.get(row["id"], ())))
            for row in found
        ]

    async def put(self, group: PickupGroup) -> None:
        values = {"id": group.id, "customer_id": group.customer_id, "name": group.name}
        await self._put(pickup_groups, values, "id")
        await self._delete(pickup_members, pickup_members.c.group_id == group.id)
        rows = [
            {"group_id": group.id, "user_id": user_id, "place": place}
            for place, user_id in enumerate(dict.fromkeys(group.members))
        ]
        await self._put_many(pickup_members, rows, "group_id", "user_id")

    async def remove(self, group_id: PickupGroupId) -> None:
        await self._delete(pickup_groups, pickup_groups.c.id == group_id)
