"""Where pickup groups are kept, in the store."""

from __future__ import annotations

from typing import Protocol

from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.pickup import PickupGroup, PickupGroupId


class PickupGroups(Protocol):
    """Who takes whose calls."""

    async def all(self, customer_id: CustomerId) -> list[PickupGroup]: ...
    async def put(self, group: PickupGroup) -> None: ...
    async def remove(self, group_id: PickupGroupId) -> None: ...
