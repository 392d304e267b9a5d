"""Whether somebody answers for each group: members who are logged in, and a turn of the rota for every week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the doctor knows what is seen of a group, and not where calls go
    from onepresence_desktop.domain.dial_plan import DialPlan
    from onepresence_desktop.domain.people import HuntGroup

WEEKS = 4
"""So far ahead a rota is looked at."""


@dataclass(frozen=True, slots=True)
class GroupSeen:
    """A group. covered: calls that nobody takes go somewhere. nobody: it is open, and all members are logged out.

    gap: from when nobody is on call by its rota.
    """

    name: str
    covered: bool
    nobody: bool
    gap: datetime | None = None


def groups_seen(plan: DialPlan, now: datetime) -> tuple[GroupSeen, ...]:
    """Every group as an administrator should see it."""
    return tuple(
        GroupSeen(group.name, _covered(group), _nobody_logged_in(group, plan, now), _gap(group, plan, now))
        for group in sorted(plan.groups.values(), key=lambda one: one.local_number)
    )


def _covered(group: HuntGroup) -> bool:
    """Whether calls that nobody takes go anywhere."""
    return group.overflow is not None or group.mailbox is not None


def _nobody_logged_in(group: HuntGroup, plan: DialPlan, now: datetime) -> bool:
    """It is open, and all its members are logged out of it."""
    return bool(group.members) and set(group.members) <= set(group.logged_out) and plan.serves(group, now)


def _gap(group: HuntGroup, plan: DialPlan, now: datetime) -> datetime | None:
    """When the first week begins in which nobody is on call, now at the soonest; None: there is none, or no matter.

    A week left empty on purpose is none where somebody else takes the calls; one who has left the company always is.
    """
    if group.rota is None or not group.hours.used:
        return None
    moment = now
    for _ in range(WEEKS):
        number = group.rota.on_call(moment, plan.customer.zone)
        gone = bool(number) and not number.startswith("+") and plan.find(number) is None
        if gone or (not number and not _covered(group)):
            return moment
        moment = group.rota.next_change(moment, plan.customer.zone)
    return None
