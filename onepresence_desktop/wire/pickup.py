"""Pickup groups, as administrators see them."""

from __future__ import annotations

from typing import Annotated

import msgspec

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.pickup import PickupGroupId
from onepresence_desktop.wire.bodies import Name
from onepresence_desktop.wire.slices import View
from onepresence_desktop.wire.versions import Versioned


class PickupGroupBody(Versioned, frozen=True, kw_only=True):
    """POST /v1/pickup-groups, PUT /v1/pickup-groups/{id} (administrators)."""

    name: Name
    members: Annotated[list[UserId], msgspec.Meta(max_length=500)]


class PickupGroupView(View, frozen=True, kw_only=True):
    """People who may take one another's calls. version: to be sent with what replaces it."""

    id: PickupGroupId
    name: str
    members: tuple[UserId, ...]
    version: str = ""
