"""What is read off the mirror in several places, once: pure functions over it, so that all give the same answer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.domain.calls import CallState
from onepresence_desktop.domain.diversion import Destination, DestinationKind, Reason
from onepresence_desktop.domain.doctor import Finding
from onepresence_desktop.domain.messages import MessageId, Room
from onepresence_desktop.domain.people import Role, UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.domain.reception import QueueState
from onepresence_desktop.wire.calls import CallView
from onepresence_desktop.wire.diversions import StandingView
from onepresence_desktop.wire.doctor import FINDINGS
from onepresence_desktop.wire.parking import PARKED
from onepresence_desktop.wire.reception import QUEUE


def effective(mirror: Mirror) -> StandingView | None:
    """The user's own diversion that counts now, do-not-disturb included."""
    diversions = mirror.diversions
    if diversions is None or diversions.counts is None:
        return None
    return next((d for d in diversions.current if d.id == diversions.counts), None)


def quiet(mirror: Mirror) -> bool:
    """Whether do-not-disturb counts: notifications are silent then (spec 3.8a)."""
    counts = effective(mirror)
    return counts is not None and counts.reason is Reason.DO_NOT_DISTURB


def destination_kinds(mirror: Mirror, *chosen: Destination) -> list[DestinationKind]:
    """Where calls can be sent: to the reception only where the company has one, or it was chosen once."""
    known = [one.kind for one in chosen]
    reception = any(group.reception for group in mirror.groups.values())
    return [
        kind for kind in DestinationKind.known() if reception or kind is not DestinationKind.RECEPTION or kind in known
    ]


def to_mend(mirror: Mirror) -> list[Finding]:
    """What doesn't work, and hasn't for five minutes; empty for who is no administrator."""
    lasting = mirror[FINDINGS]
    return lasting.findings if lasting is not None else []


def fraction_left(starts_at: datetime | None, ends_at: datetime | None, now: datetime) -> float:
    """How much of a diversion is still to come, 0 to 1; 1 without an end."""
    if starts_at is None or ends_at is None:
        return 1.0
    whole = (ends_at - starts_at).total_seconds()
    return min(1.0, max(0.0, (ends_at - now).total_seconds() / whole)) if whole > 0 else 0.0


def presence_of(mirror: Mirror, user_id: UserId) -> Presence:
    """A colleague's presence as last heard."""
    seen = mirror.presence.get(user_id)
    return seen.presence if seen is not None else Presence.UNKNOWN


def own_presence(mirror: Mirror) -> Presence:
    """The user's own presence as last heard."""
    return presence_of(mirror, mirror.me.id) if mirror.me is not None else Presence.UNKNOWN


def attends(mirror: Mirror) -> bool:
    """Whether the user serves the reception: a receptionist, or an administrator who is in the reception's group."""
    me = mirror.me
    if me is None:
        return False
    serves = any(group.reception and me.id in group.members for group in mirror.groups.values())
    return me.role is Role.RECEPTIONIST or (me.role is Role.ADMINISTRATOR and serves)


def waiting(mirror: Mirror) -> int:
    """How many calls wait at the reception, and nobody answers them yet; 0 for who doesn't serve there."""
    return sum(1 for one in mirror[QUEUE].values() if one.state is QueueState.WAITING and one.taken_by is None)


def stand_ins(mirror: Mirror, user_id: UserId) -> list[UserId]:
    """Who of the same department is free (spec 11.6): who has been free the longest stands first, then by name."""
    wanted = mirror.people.get(user_id)
    if wanted is None or not wanted.department:
        return []
    found = [
        user
        for user in mirror.in_department(wanted.department)
        if user != user_id and presence_of(mirror, user) is Presence.AVAILABLE
    ]

    def turn(user: UserId) -> tuple[bool, float, str]:
        seen = mirror.presence.get(user)
        since = seen.since if seen is not None else None
        return since is None, since.timestamp() if since is not None else 0.0, mirror.people[user].name

    return sorted(found, key=turn)


def own_calls(mirror: Mirror) -> list[CallView]:
    """The calls the user is in; whom they have parked waits in none of them."""
    me = mirror.me.id if mirror.me is not None else None
    parked = {one.call_id for one in mirror[PARKED].values() if one.by == me}
    return [call for call in mirror.calls.values() if call.id not in parked]


def own_call(mirror: Mirror) -> CallView | None:
    """The call the user is in, an answered one before a ringing one."""
    answered = (CallState.CONNECTED, CallState.HELD)
    calls = sorted(own_calls(mirror), key=lambda call: (call.state not in answered, call.started_at))
    return calls[0] if calls else None


def call_to_answer(mirror: Mirror) -> CallView | None:
    """The call that would be taken at the own phone: the first that rings there, else one that leaves a message."""
    able = (CallState.RINGING, CallState.VOICEMAIL)
    calls = [call for call in own_calls(mirror) if not call.outgoing and call.state in able]
    return min(calls, key=lambda call: (able.index(call.state), call.started_at), default=None)


def favourites(mirror: Mirror) -> list[UserId]:
    """The user's favourites that are still there, in their order."""
    return [user for user in mirror.me.favourites if user in mirror.people] if mirror.me is not None else []


def unread(mirror: Mirror, *, besides: Collection[MessageId] = ()) -> int:
    """How many messages wait, not counting those `besides` (being deleted)."""
    return sum(1 for message in mirror.messages.values() if not message.read and message.id not in besides)


def room(mirror: Mirror, *, besides: Collection[MessageId] = ()) -> Room | None:
    """How full the user's mailbox is, not counting messages `besides`; None where that isn't told."""
    most = mirror.me.mailbox_seconds if mirror.me is not None else 0.0
    if not most:
        return None
    return Room(sum(one.seconds for one in mirror.messages.values() if one.id not in besides), most)


def newer_client(mirror: Mirror, version: str) -> str:
    """The version that this program, which has `version`, could be updated to as far as the service knows; "": none."""
    told = mirror.newest_client
    return told if _order(told) > _order(version) else ""


def _order(version: str) -> tuple[int, ...]:
    """The numbers of a version for comparing; nothing for one that isn't made of numbers (a service's own build)."""
    parts = version.split(".")
    return tuple(map(int, parts)) if all(part.isascii() and part.isdigit() for part in parts) else ()
