"""The route sentence's parts: where a call goes now, and what would be wrong with that (spec 3.7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.diversion import (
    OPEN,
    DestinationKind,
    Diversion,
    Forwarding,
    ForwardingDefaults,
    Reason,
    effective,
)
from onepresence_desktop.domain.errors import DeadEnd, NoLineOut, RouteLoop
from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.domain.people import HuntGroup, User, UserId
from onepresence_desktop.domain.routing import MOST_HOPS
from onepresence_desktop.domain.words import Word


class PartKind(Word):
    """What stands at a place of the route."""

    PHONE = "phone"
    PERSON = "person"
    GROUP = "group"
    EXTERNAL = "external"
    VOICEMAIL = "voicemail"
    UNKNOWN = "unknown"


class Problem(Word):
    """Why a route is refused. The first is a loop, the last a way out that isn't there, the others are dead ends."""

    LOOP = "loop"
    CLOSED = "closed"
    UNKNOWN_NUMBER = "unknown_number"
    INVALID_NUMBER = "invalid_number"
    NO_RECEPTION = "no_reception"
    EMPTY_GROUP = "empty_group"
    NO_LINE_OUT = "no_line_out"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RoutePart:
    """One place: name and number of who is there, and why a call goes on from there (until when)."""

    kind: PartKind
    number: str = ""
    name: str = ""
    reason: Reason | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class RoutePreview:
    """Where calls go, place by place. starts_at: when it begins, None for now. costs: leaves the company.

    problem: None when it may be set; `at` names the place (a number) of the problem. internal: where calls of
    colleagues go, empty when as all others (spec 3.6a). exceptions: whose calls ring all the same (spec 3.11).
    """

    parts: tuple[RoutePart, ...]
    starts_at: datetime | None = None
    costs: bool = False
    problem: Problem | None = None
    at: str = ""
    internal: tuple[RoutePart, ...] = ()
    exceptions: tuple[Passing, ...] = ()


def refuse_nowhere(found: RoutePreview) -> None:
    """Raises `RouteLoop`, `NoLineOut` or `DeadEnd` for a route that may not be set."""
    if found.problem is Problem.LOOP:
        raise RouteLoop(at=found.at)
    if found.problem is Problem.NO_LINE_OUT:
        raise NoLineOut(number=found.at)
    if found.problem is not None:
        raise DeadEnd(at=found.at, problem=found.problem)


def preview(dial_plan: DialPlan, user_id: UserId, proposed: Diversion | None, now: datetime) -> RoutePreview:
    """Follow a call to `user_id` as if `proposed` counted (None: as things stand)."""
    user = dial_plan.users[user_id]
    starts = proposed.starts_at if proposed is not None and proposed.starts_at > now else None
    moment = starts or now
    if proposed is not None:
        others = tuple(d for d in dial_plan.diversions.get(user_id, ()) if d.id != proposed.id)
        first = replace(proposed, starts_at=min(proposed.starts_at, moment))
        diversions = (
            {**dial_plan.diversions, user_id: (first,)}
            if first.running(moment)
            else {
                **dial_plan.diversions,
                user_id: others,
            }
        )
        dial_plan = replace(dial_plan, diversions=diversions)
    outside = _follow(dial_plan, user, moment, inside=False)
    inside = _follow(dial_plan, user, moment, inside=True)
    return replace(
        inside if outside.problem is None and inside.problem is not None else outside,
        starts_at=starts,
        costs=outside.costs or inside.costs,
        internal=inside.parts if inside.parts != outside.parts else (),
        exceptions=_exceptions(dial_plan, user_id, moment),
    )


def _exceptions(dial_plan: DialPlan, user_id: UserId, now: datetime) -> tuple[Passing, ...]:
    """Who gets through what is diverted at a moment."""
    diversion = effective(dial_plan.diversions.get(user_id, ()), now)
    if diversion is None or diversion.rings:
        return ()
    return diversion.exceptions if diversion.exceptions is not None else dial_plan.pass_list(user_id).usual


def _follow(dial_plan: DialPlan, start: User, now: datetime, *, inside: bool) -> RoutePreview:
    parts: list[RoutePart] = []
    seen: set[UserId] = set()
    user = start
    while True:
        if user.closed and user is not start:
            return RoutePreview(tuple(parts), problem=Problem.CLOSED, at=user.local_number)
        if user.id in seen or len(seen) > MOST_HOPS:
            return RoutePreview(tuple(parts), problem=Problem.LOOP, at=user.local_number)
        seen.add(user.id)
        diversion = effective(dial_plan.diversions.get(user.id, ()), now)
        destination = diversion.destination_for(inside=inside) if diversion is not None else OPEN
        if diversion is None or destination.kind is DestinationKind.OPEN:
            kind = PartKind.PHONE if user is start else PartKind.PERSON
            reason = diversion.reason if diversion is not None else None
            until = diversion.ends_at if diversion is not None else None
            parts.append(RoutePart(kind, user.local_number, user.name, reason, until))
            defaults = dial_plan.defaults.get(user.id, ForwardingDefaults())
            unanswered = defaults.destination_for(Forwarding.CFNR, inside=inside)
            if unanswered.kind is DestinationKind.VOICEMAIL:
                parts.append(RoutePart(PartKind.VOICEMAIL, user.local_number, user.name))
            return RoutePreview(tuple(parts))
        if user is not start:
            parts.append(RoutePart(PartKind.PERSON, user.local_number, user.name, diversion.reason, diversion.ends_at))
        if destination.kind is DestinationKind.VOICEMAIL:
            own = (diversion.reason, diversion.ends_at) if user is start else (None, None)
            parts.append(RoutePart(PartKind.VOICEMAIL, user.local_number, user.name, *own))
            return RoutePreview(tuple(parts))
        if destination.kind is DestinationKind.RECEPTION:
            reception = dial_plan.reception
            if reception is None:
                return RoutePreview(tuple(parts), problem=Problem.NO_RECEPTION)
            return _group(reception, dial_plan, parts)
        number = destination.number or ""
        target = dial_plan.find(number)
        if isinstance(target, HuntGroup):
            return _group(target, dial_plan, parts)
        if target is None:
            if not number.startswith("+"):
                problem = Problem.UNKNOWN_NUMBER if number.isdigit() and number else Problem.INVALID_NUMBER
                return RoutePreview(tuple(parts), problem=problem, at=number)
            if not dial_plan.line_out:
                if user is start:
                    return RoutePreview(tuple(parts), problem=Problem.NO_LINE_OUT, at=number)
                parts.append(RoutePart(PartKind.VOICEMAIL, user.local_number, user.name))
                return RoutePreview(tuple(parts))
            parts.append(RoutePart(PartKind.EXTERNAL, number))
            return RoutePreview(tuple(parts), costs=True)
        user = target


def _group(group: HuntGroup, dial_plan: DialPlan, parts: list[RoutePart]) -> RoutePreview:
    part = RoutePart(PartKind.GROUP, group.local_number, group.name)
    if not any(m in dial_plan.users and not dial_plan.users[m].closed for m in group.members):
        return RoutePreview((*parts, part), problem=Problem.EMPTY_GROUP, at=group.local_number)
    return RoutePreview((*parts, part))
