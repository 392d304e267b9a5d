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
DAY = timedelta(days=1)
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
    """The end of a user's working day; midnight where no hours are used or today's are over; UTC.

    A shift that began yesterday is yesterday's; whoever works all day and night has no end but midnight.
    """
    today = now.astimezone(zone).date()
    begin, midnight = (datetime.combine(today + n * DAY, time(), tzinfo=zone).astimezone(UTC) for n in (0, 1))
    worked = [one for one in hours.stretches(begin - DAY, midnight + DAY, zone) if one[1] > now and one[0] < midnight]
    of_yesterday = [end for start, end in worked if start < begin]
    ends = of_yesterday or [end for _start, end in worked]
    return max((end for end in ends if end - now <= DAY), default=midnight)


def unanswered(completion: Completion, now: datetime) -> Completion | None:
    """The own phone wasn't lifted: once more after a while, then never again."""
    if completion.tries + 1 >= TRIES:
        return None
    return replace(completion, tries=completion.tries + 1, not_before=now + AGAIN_AFTER)
