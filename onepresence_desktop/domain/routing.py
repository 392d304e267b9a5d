"""Where a call goes and why: one decision tree per call, made from an immutable dial plan (spec 3.6, 3.7, 7.3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from onepresence_desktop.domain.blocking import Blocked, Blocking
from onepresence_desktop.domain.calls import Cause, TraceEntry, TraceKind
from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.diversion import (
    Destination,
    DestinationKind,
    Diversion,
    Forwarding,
    ForwardingDefaults,
    effective,
)
from onepresence_desktop.domain.passing import NOBODY, Caller
from onepresence_desktop.domain.people import HuntGroup, User
from onepresence_desktop.domain.ring_plan import available, group_stages, user_stages
from onepresence_desktop.domain.steps import (
    Announcement,
    Attendant,
    Endpoint,
    External,
    FeatureCode,
    Hop,
    MenuStep,
    OwnPhone,
    Refusal,
    Reject,
    Ring,
    RingStage,
    Step,
    Trunk,
    TrunkId,
    Voicemail,
)

__all__ = [
    "Announcement",
    "Attendant",
    "DialPlan",
    "Endpoint",
    "External",
    "FeatureCode",
    "Hop",
    "MenuStep",
    "OwnPhone",
    "Reject",
    "Ring",
    "RingStage",
    "Step",
    "Trunk",
    "TrunkId",
    "Voicemail",
    "route",
]

MOST_HOPS = 5
"""Further forwarding than this is taken for a loop; networks allow five, too (ITU-T Q.732.2). What becomes of a call is
worked out for each way in which each may fail, so that every further one takes three times as long.
"""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is the same all the way: the company, the moment and who calls."""

    dial_plan: DialPlan
    at: datetime
    caller: Caller

    @property
    def inside(self) -> bool:
        """Whether a colleague calls."""
        return self.caller.user_id is not None


def route(
    dialled: str, dial_plan: DialPlan, now: datetime, *, hops: tuple[Hop, ...] = (), caller: Caller = NOBODY
) -> Step:
    """Decide where a call to `dialled` (local number, last four digits or E.164) goes at `now`."""
    target = dial_plan.find(dialled)
    named = target or dial_plan.company_at(dialled)
    trace = (TraceEntry(TraceKind.DIALLED, dialled, named.name if named is not None else ""),)
    refused = dial_plan.blocking.refuses(caller)
    if refused is not None:
        return _not_let_in(refused, hops, (*trace, TraceEntry(TraceKind.BLOCKED, why=refused)))
    return _to(dialled, _Asked(dial_plan, now, caller), hops, trace)


def _not_let_in(why: Blocked, hops: tuple[Hop, ...], trace: tuple[TraceEntry, ...]) -> Step:
    return Announcement(Refusal.BLOCKED if why is Blocked.NUMBER else Refusal.ANONYMOUS, hops, trace)


def _to(number: str, asked: _Asked, hops: tuple[Hop, ...], trace: tuple[TraceEntry, ...]) -> Step:
    company = asked.dial_plan.company_at(number)
    if company is not None:
        opening = company.opening(asked.at, asked.dial_plan.customer.zone, asked.dial_plan.holidays)
        entry = TraceEntry(TraceKind.COMPANY, number, company.name, why=opening)
        return Attendant(company.id, opening, hops, (*trace, entry))
    target = asked.dial_plan.find(number)
    if target is None:
        if number.startswith("+"):
            entry = TraceEntry(TraceKind.TRUNK, number)
            return Trunk(number, hops=hops, trace=(*trace, entry))
        return Reject(Cause.NUMBER_UNKNOWN, hops, (*trace, TraceEntry(TraceKind.UNKNOWN_NUMBER, number)))
    if isinstance(target, HuntGroup):
        return _to_group(target, asked, hops, trace)
    return _to_user(target, asked, hops, trace)


def _to_group(group: HuntGroup, asked: _Asked, hops: tuple[Hop, ...], trace: tuple[TraceEntry, ...]) -> Step:
    if not asked.dial_plan.serves(group, asked.at):
        closed = (*trace, TraceEntry(TraceKind.GROUP_CLOSED, group.local_number, group.name))
        return _to_who_is_on_call(group, asked, hops, closed)
    here = (
        *trace,
        TraceEntry(TraceKind.GROUP, group.local_number, group.name),
        *_members_who_let_through(group, asked),
    )
    stages, seconds = group_stages(group, asked.dial_plan, asked.at, asked.caller)
    if not stages:
        nobody = (*here, TraceEntry(TraceKind.NO_DEVICE, group.local_number, group.name))
        return _over(group, Cause.UNREACHABLE, asked, hops, nobody)
    return Ring(
        stages,
        seconds,
        busy=_over(group, Cause.BUSY, asked, hops, here),
        no_reply=_over(group, Cause.NO_ANSWER, asked, hops, here),
        unreachable=_over(group, Cause.UNREACHABLE, asked, hops, here),
        group_id=group.id,
        hops=hops,
        trace=here,
    )


def _members_who_let_through(group: HuntGroup, asked: _Asked) -> tuple[TraceEntry, ...]:
    """The entries of members who are away, and whom the group rings for this caller all the same."""
    plan, found = asked.dial_plan, []
    for user in (plan.users[member] for member in group.members if member in plan.users):
        diversion = effective(plan.diversions.get(user.id, ()), asked.at)
        if diversion is None or diversion.rings or not available(user, group, plan, asked.at, asked.caller):
            continue
        why = plan.lets_through(user.id, diversion, asked.caller, asked.at) or ""
        found.append(TraceEntry(TraceKind.LET_THROUGH, user.local_number, user.name, user.id, why=why))
    return tuple(found)


def _to_who_is_on_call(group: HuntGroup, asked: _Asked, hops: tuple[Hop, ...], trace: tuple[TraceEntry, ...]) -> Step:
    """Outside hours: whose turn it is by the rota (spec 12.4f); else as when nobody can be reached."""
    number = group.rota.on_call(asked.at, asked.dial_plan.customer.zone) if group.rota is not None else ""
    otherwise = _over(group, Cause.UNREACHABLE, asked, hops, trace)
    onward = (*hops, Hop(group.local_number, Forwarding.CFU))
    target = asked.dial_plan.find(number) if number else None
    loops = target is not None and any(hop.number == target.local_number for hop in onward)
    if not number or loops or len(onward) > MOST_HOPS:
        return otherwise
    entry = TraceEntry(TraceKind.ON_CALL, number, target.name if target is not None else "")
    step = _to(number, asked, onward, (*trace, entry))
    if isinstance(step, Trunk):
        return replace(step, otherwise=otherwise) if asked.dial_plan.line_out else otherwise
    return otherwise if isinstance(step, Reject) else step


_GROUP_FORWARDING = {
    Cause.BUSY: Forwarding.CFB,
    Cause.NO_ANSWER: Forwarding.CFNR,
    Cause.UNREACHABLE: Forwarding.CFNRC,
}


def _over(
    group: HuntGroup,
    cause: Cause,
    asked: _Asked,
    hops: tuple[Hop, ...],
    trace: tuple[TraceEntry, ...],
) -> Step:
    """Whom a group doesn't serve: on to its overflow, or refused. A group is passed once."""
    onward = (*hops, Hop(group.local_number, _GROUP_FORWARDING[cause]))
    target = asked.dial_plan.find(group.overflow) if group.overflow is not None else None
    loops = target is not None and any(hop.number == target.local_number for hop in onward)
    nobody = _mailbox_of(group, cause, asked, onward, trace) or Reject(cause, hops, trace)
    if group.overflow is None or loops or len(onward) > MOST_HOPS:
        return nobody
    forwarded = TraceEntry(TraceKind.FORWARDED, group.local_number, group.name, why=_GROUP_FORWARDING[cause])
    step = _to(group.overflow, asked, onward, (*trace, forwarded))
    return nobody if isinstance(step, Reject) else step


def _mailbox_of(
    group: HuntGroup, cause: Cause, asked: _Asked, hops: tuple[Hop, ...], trace: tuple[TraceEntry, ...]
) -> Voicemail | None:
    """The mailbox that takes the group's calls, if it has one."""
    owner = asked.dial_plan.users.get(group.mailbox) if group.mailbox is not None else None
    if owner is None or owner.closed:
        return None
    entry = TraceEntry(TraceKind.VOICEMAIL, owner.local_number, owner.name, owner.id)
    return Voicemail(owner.id, _GROUP_FORWARDING[cause], None, hops, (*trace, entry))


def _to_user(user: User, asked: _Asked, hops: tuple[Hop, ...], trace: tuple[TraceEntry, ...]) -> Step:
    if user.closed:
        return Reject(Cause.UNREACHABLE, hops, (*trace, TraceEntry(TraceKind.CLOSED, user.local_number, user.name)))
    refused = asked.dial_plan.blocked_by.get(user.id, _NOTHING_BLOCKED).refuses(asked.caller)
    if refused is not None:
        entry = TraceEntry(TraceKind.BLOCKED, user.local_number, user.name, user.id, why=refused)
        return _not_let_in(refused, hops, (*trace, entry))
    diversion = effective(asked.dial_plan.diversions.get(user.id, ()), asked.at)
    passing = _let_through(user, diversion, asked)
    diversion = None if passing else diversion
    trace = (*trace, *passing)
    if diversion is not None and (destination := diversion.destination_for(inside=asked.inside)).kind is not _OPEN:
        entry = TraceEntry(
            TraceKind.DIVERTED,
            user.local_number,
            user.name,
            user.id,
            why=diversion.reason,
            until=diversion.ends_at,
        )
        return _forward(user, Forwarding.CFU, destination, asked, hops, (*trace, entry), diversion)
    defaults = asked.dial_plan.defaults.get(user.id, _AS_EVERYONE)

    def toward(forwarding: Forwarding) -> Destination:
        return defaults.destination_for(forwarding, inside=asked.inside)

    stages = user_stages(user, asked.dial_plan, asked.at)
    if not stages:
        entry = TraceEntry(TraceKind.NO_DEVICE, user.local_number, user.name, user.id)
        return _forward(user, Forwarding.CFNRC, toward(Forwarding.CFNRC), asked, hops, (*trace, entry))
    here = (*trace, TraceEntry(TraceKind.RANG, user.local_number, user.name, user.id))

    def failed(forwarding: Forwarding) -> Step:
        entry = TraceEntry(TraceKind.FORWARDED, user.local_number, user.name, user.id, why=forwarding)
        return _forward(user, forwarding, toward(forwarding), asked, hops, (*here, entry))

    return Ring(
        stages,
        defaults.no_reply_seconds,
        busy=failed(Forwarding.CFB),
        no_reply=failed(Forwarding.CFNR),
        unreachable=failed(Forwarding.CFNRC),
        user_id=user.id,
        hops=hops,
        trace=here,
    )


_OPEN = DestinationKind.OPEN
_NOTHING_BLOCKED, _AS_EVERYONE = Blocking(), ForwardingDefaults()


def _let_through(user: User, diversion: Diversion | None, asked: _Asked) -> tuple[TraceEntry, ...]:
    """The entry of a caller who gets through the diversion that counts, or none (spec 3.11)."""
    if diversion is None or diversion.destination_for(inside=asked.inside).kind is _OPEN:
        return ()
    why = asked.dial_plan.lets_through(user.id, diversion, asked.caller, asked.at)
    return () if why is None else (TraceEntry(TraceKind.LET_THROUGH, user.local_number, user.name, user.id, why=why),)


_OPEN_ENDS = {Forwarding.CFB: Cause.BUSY, Forwarding.CFNR: Cause.NO_ANSWER, Forwarding.CFNRC: Cause.UNREACHABLE}


def _forward(
    user: User,
    forwarding: Forwarding,
    destination: Destination,
    asked: _Asked,
    hops: tuple[Hop, ...],
    trace: tuple[TraceEntry, ...],
    diversion: Diversion | None = None,
) -> Step:
    """Go on to a destination.

    A loop ends in the mailbox of the user at whom it closed; so does a number outside while there is no line out, and
    that of somebody who has left the company.
    """
    if destination.kind is DestinationKind.OPEN:
        return Reject(_OPEN_ENDS.get(forwarding, Cause.NO_ANSWER), hops, trace)
    mailbox = Voicemail(
        user.id,
        forwarding,
        diversion,
        hops,
        (*trace, TraceEntry(TraceKind.VOICEMAIL, user.local_number, user.name, user.id)),
    )
    if destination.kind is DestinationKind.VOICEMAIL:
        return mailbox
    onward = (*hops, Hop(user.local_number, forwarding, diversion.reason if diversion is not None else None))
    if destination.kind is DestinationKind.RECEPTION:
        reception = asked.dial_plan.reception
        number = reception.local_number if reception is not None else ""
    else:
        number = destination.number or ""
    target = asked.dial_plan.find(number)
    passed = {hop.number for hop in onward}
    if len(onward) > MOST_HOPS or (isinstance(target, User) and target.local_number in passed):
        loop = TraceEntry(TraceKind.LOOP, number, target.name if target is not None else "")
        return replace(mailbox, trace=(*trace, loop, mailbox.trace[-1]))
    if not number:
        return mailbox
    step = _to(number, asked, onward, trace)
    if isinstance(step, Reject) and (target is None or (isinstance(target, User) and target.closed)):
        return replace(mailbox, trace=(*step.trace, mailbox.trace[-1]))
    if isinstance(step, Trunk) and not asked.dial_plan.line_out:
        none = TraceEntry(TraceKind.NO_LINE_OUT, number)
        return replace(mailbox, trace=(*trace, none, mailbox.trace[-1]))
    if isinstance(step, Trunk):
        return replace(step, otherwise=replace(mailbox, trace=(*step.trace, mailbox.trace[-1])))
    return _or_else(step, mailbox) if isinstance(target, HuntGroup) else step


def _or_else(step: Step, mailbox: Voicemail) -> Step:
    """A group has no mailbox of its own: whom it refuses comes to that of the user who forwarded to it."""
    if isinstance(step, Reject):
        return replace(mailbox, trace=(*step.trace, mailbox.trace[-1]))
    if isinstance(step, Ring) and step.group_id is not None:
        return replace(
            step,
            busy=_or_else(step.busy, mailbox),
            no_reply=_or_else(step.no_reply, mailbox),
            unreachable=_or_else(step.unreachable, mailbox),
        )
    return step
