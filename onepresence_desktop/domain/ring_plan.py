"""Who rings when: a user's devices (spec 3.6b, 2.1a) and the members of a hunt group (spec 12.1, 3.12) as stages."""

from __future__ import annotations

from datetime import UTC, datetime

from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.diversion import ForwardingDefaults, effective
from onepresence_desktop.domain.passing import NOBODY, Caller
from onepresence_desktop.domain.people import Device, HuntGroup, RingStrategy, User
from onepresence_desktop.domain.steps import Endpoint, External, OwnPhone, RingStage

TURN = 15
"""Seconds a member is rung before it is the next one's turn, at most: about four rings."""

NEVER = datetime.min.replace(tzinfo=UTC)


def user_stages(user: User, dial_plan: DialPlan, now: datetime) -> tuple[RingStage, ...]:
    """A user's devices, each from its own moment on. Mobiles outside ring only where there is a line out."""
    at_work = user.hours.open_at(now, dial_plan.customer.zone)
    by_moment: dict[int, list[Endpoint]] = {}
    for device in dial_plan.devices.get(user.id, ()):
        if (endpoint := _endpoint(device, dial_plan)) is not None and (at_work or not device.ring_in_hours):
            by_moment.setdefault(device.ring_after, []).append(endpoint)
    return tuple(RingStage(tuple(by_moment[after]), after) for after in sorted(by_moment))


def group_stages(
    group: HuntGroup, dial_plan: DialPlan, now: datetime, caller: Caller = NOBODY
) -> tuple[tuple[RingStage, ...], int]:
    """A group's members by its strategy, and for how many seconds it rings in all.

    Nobody who is logged out, diverted, not to be disturbed or off work is rung by a group; for whom a member lets
    through a diversion that member rings all the same (spec 3.11).
    """
    members = [dial_plan.users[member] for member in group.members if member in dial_plan.users]
    ready = [user for user in members if available(user, group, dial_plan, now, caller)]
    if group.strategy is RingStrategy.LONGEST_IDLE:
        ready.sort(key=lambda user: dial_plan.last_calls.get(user.id, NEVER))
    phones = [found for user in ready if (found := _member_endpoints(user, dial_plan))]
    if group.strategy is RingStrategy.ALL or len(phones) < 2:
        everyone = tuple(endpoint for found in phones for endpoint in found)
        return (RingStage(everyone),) if everyone else (), group.seconds
    turn = min(group.seconds, TURN)
    stages = (RingStage(found, place * turn, (place + 1) * turn) for place, found in enumerate(phones))
    return tuple(stages), turn * len(phones)


def available(user: User, group: HuntGroup, dial_plan: DialPlan, now: datetime, caller: Caller = NOBODY) -> bool:
    """Whether a group may ring a member now for a caller."""
    if user.closed or user.id in group.logged_out:
        return False
    diversion = effective(dial_plan.diversions.get(user.id, ()), now)
    if diversion is not None and not diversion.rings and not dial_plan.lets_through(user.id, diversion, caller, now):
        return False
    return user.hours.open_at(now, dial_plan.customer.zone)


def _member_endpoints(user: User, dial_plan: DialPlan) -> tuple[Endpoint, ...]:
    """A member's own phones; only who has none is rung on the mobile, which costs."""
    found = [e for d in dial_plan.devices.get(user.id, ()) if (e := _endpoint(d, dial_plan)) is not None]
    own = [endpoint for endpoint in found if isinstance(endpoint, OwnPhone)]
    return tuple(own or found)


def _endpoint(device: Device, dial_plan: DialPlan) -> Endpoint | None:
    owner = dial_plan.users.get(device.user_id)
    if device.number is None:
        defaults = dial_plan.defaults.get(device.user_id, ForwardingDefaults())
        return OwnPhone(device.id, waits=owner is not None and defaults.waits(owner.role))
    if not dial_plan.line_out:
        return None
    language = owner.language if owner is not None else dial_plan.customer.language
    return External(device.number, user_id=device.user_id, device_id=device.id, confirm=True, language=language)
