"""Who may take a call that rings at a colleague's phone (spec 4.8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

from onepresence_desktop.domain.people import CustomerId, HuntGroup, User, UserId

PickupGroupId = NewType("PickupGroupId", str)


@dataclass(frozen=True, slots=True)
class PickupGroup:
    """People who take one another's calls."""

    id: PickupGroupId
    customer_id: CustomerId
    name: str
    members: tuple[UserId, ...]


def may_pick_up(picker: User, rung: User, groups: Iterable[PickupGroup], hunt_groups: Iterable[HuntGroup] = ()) -> bool:
    """Whether a user may take what rings at another.

    Where the one who is rung is in pickup groups, both must be in one of them; otherwise a common hunt group or
    department is enough.
    """
    if picker.id == rung.id:
        return True
    theirs = [group for group in groups if rung.id in group.members]
    if theirs:
        return any(picker.id in group.members for group in theirs)
    together = any(picker.id in group.members and rung.id in group.members for group in hunt_groups)
    return together or (bool(rung.department) and picker.department == rung.department)
