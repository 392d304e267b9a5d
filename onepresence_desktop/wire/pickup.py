"""Pickup groups, as administrators see them."""

from __future__ import annotations

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.pickup import PickupGroupId
from onepresence_desktop.wire.slices import View


class PickupGroupView(View, frozen=True, kw_only=True):
    """People who may take one another's calls."""

    id: PickupGroupId
    name: str
    members: tuple[UserId, ...]
