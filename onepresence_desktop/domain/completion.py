"""Call completion: "call us when both are free" (spec 4.10; CCBS and CCNR, ETSI EN 300 359)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import NewType
from zoneinfo import ZoneInfo

from onepresence_desktop.domain.people import CustomerId, UserId, WorkingHours
from onepresence_desktop.domain.presence import DeviceState

CompletionId = NewType("CompletionId", str)

AGAIN_AFTER = timedelta(minutes=2)
"""How long after an own phone wasn't lifted it is rung once more."""

TRIES = 2
_IDLE = {DeviceState.IDLE, DeviceState.OFFLINE}


@dataclass(frozen=True, slots=True)
class Completion:
    """A wish to be connected. user_id: who wants it; target: with whom; `until`: it ends by itself then.

    phones_only: a diversion doesn't keep it waiting. tries: how often the own phone wasn't lifted. not_before: when it
    may ring again.
    """

    id: CompletionId
    customer_id: CustomerId
    user_id: UserId
    target: UserId
    since: datetime
    until: datetime
    phones_only: bool = False
    tries: int = 0
    not_before: datetime | None = None


def free(states: Collection[DeviceState], *, diverted: bool) -> bool:
    """Whether somebody can take a call: a phone is idle and none is in use; `diverted`: their calls go elsewhere."""
    return not diverted and DeviceState.IDLE in states and all(state in _IDLE for state in states)


def ends_at(now: datetime, hours: WorkingHours, zone: ZoneInfo) -> datetime:
    """The end of a user's working day; midnight where no hours are used or today's are over; UTC."""
    local = now.astimezone(zone)
    tomorrow = datetime.combine(local.date() + timedelta(days=1), time(), tzinfo=zone)
    today = [datetime.combine(local.date(), one.end, tzinfo=zone) for one in hours.days[local.weekday()]]
    return max((end for end in today if end > now), default=tomorrow).astimezone(UTC)


def unanswered(completion: Completion, now: datetime) -> Completion | None:
    """The own phone wasn't lifted: once more after a while, then never again."""
    if completion.tries + 1 >= TRIES:
        return None
    return replace(completion, tries=completion.tries + 1, not_before=now + AGAIN_AFTER)
