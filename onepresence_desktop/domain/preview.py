"""The route sentence's parts: where a call goes now, and what would be wrong with that (spec 3.7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from onepresence_desktop.domain.diversion import (
    DestinationKind,
    Diversion,
    ForwardingDefaults,
    Reason,
    counting,
)
from onepresence_desktop.domain.errors import DeadEnd, RouteLoop
from onepresence_desktop.domain.people import HuntGroup, User, UserId
from onepresence_desktop.domain.routing import MOST_HOPS, Directory


class PartKind(StrEnum):
    """What stands at a place of the route."""

    PHONE = "phone"
    PERSON = "person"
    GROUP = "group"
    EXTERNAL = "external"
    VOICEMAIL = "voicemail"


class Problem(StrEnum):
    """Why a route is refused. The first is a loop, the others are dead ends."""

    LOOP = "loop"
    CLOSED = "closed"
    UNKNOWN_NUMBER = "unknown_number"
    INVALID_NUMBER = "invalid_number"
    NO_RECEPTION = "no_reception"
    EMPTY_GROUP = "empty_group"


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

    line_out: False when it leaves a company that has no line out as things stand, so that callers are turned away. That
    may be set (a line can come later), but not without being told.
    problem: None when it may be set; `at` names the place (a number) of the problem.
    """

    parts: tuple[RoutePart, ...]
    starts_at: datetime | None = None
    costs: bool = False
    line_out: bool = True
    problem: Problem | None = None
    at: str = ""


def refuse_nowhere(found: RoutePreview) -> None:
    """Raises `RouteLoop` or `DeadEnd` for a route that may not be set."""
    if found.problem is Problem.LOOP:
        raise RouteLoop(at=found.at)
    if found.problem is not None:
        raise DeadEnd(at=found.at, problem=found.problem)


def preview(directory: Directory, user_id: UserId, proposed: Diversion | None, now: datetime) -> RoutePreview:
    """Follow a call to `user_id` as if `proposed` counted (None: as things stand)."""
    user = directory.users[user_id]
    starts = proposed.starts_at if proposed is not None and proposed.starts_at > now else None
    moment = starts or now
    if proposed is not None:
        others = tuple(d for d in directory.diversions.get(user_id, ()) if d.id != proposed.id)
        first = replace(proposed, starts_at=min(proposed.starts_at, moment))
        diversions = (
            {**directory.diversions, user_id: (first,)}
            if first.running(moment)
            else {
                **directory.diversions,
                user_id: others,
            }
        )
        directory = replace(directory, diversions=diversions)
    return replace(_follow(directory, user, moment), starts_at=starts)


def _follow(directory: Directory, start: User, now: datetime) -> RoutePreview:
    parts: list[RoutePart] = []
    seen: set[UserId] = set()
    user = start
    while True:
        if user.closed and user is not start:
            return RoutePreview(tuple(parts), problem=Problem.CLOSED, at=user.local_number)
        if user.id in seen or len(seen) > MOST_HOPS:
            return RoutePreview(tuple(parts), problem=Problem.LOOP, at=user.local_number)
        seen.add(user.id)
        diversion = counting(directory.diversions.get(user.id, ()), now)
        if diversion is None or diversion.destination.kind is DestinationKind.OPEN:
            kind = PartKind.PHONE if user is start else PartKind.PERSON
            reason = diversion.reason if diversion is not None else None
            until = diversion.ends_at if diversion is not None else None
            parts.append(RoutePart(kind, user.local_number, user.name, reason, until))
            unanswered = directory.defaults.get(user.id, ForwardingDefaults()).no_reply
            if unanswered.kind is DestinationKind.VOICEMAIL:
                parts.append(RoutePart(PartKind.VOICEMAIL, user.local_number, user.name))
            return RoutePreview(tuple(parts))
        if user is not start:
            parts.append(RoutePart(PartKind.PERSON, user.local_number, user.name, diversion.reason, diversion.ends_at))
        destination = diversion.destination
        if destination.kind is DestinationKind.VOICEMAIL:
            own = (diversion.reason, diversion.ends_at) if user is start else (None, None)
            parts.append(RoutePart(PartKind.VOICEMAIL, user.local_number, user.name, *own))
            return RoutePreview(tuple(parts))
        if destination.kind is DestinationKind.RECEPTION:
            reception = directory.reception
            if reception is None:
                return RoutePreview(tuple(parts), problem=Problem.NO_RECEPTION)
            return _group(reception, directory, parts)
        number = destination.number or ""
        target = directory.find(number)
        if isinstance(target, HuntGroup):
            return _group(target, directory, parts)
        if target is None:
            if not number.startswith("+"):
                problem = Problem.UNKNOWN_NUMBER if number.isdigit() and number else Problem.INVALID_NUMBER
                return RoutePreview(tuple(parts), problem=problem, at=number)
            parts.append(RoutePart(PartKind.EXTERNAL, number))
            return RoutePreview(tuple(parts), costs=True, line_out=directory.line_out)
        user = target


def _group(group: HuntGroup, directory: Directory, parts: list[RoutePart]) -> RoutePreview:
    part = RoutePart(PartKind.GROUP, group.local_number, group.name)
    if not any(m in directory.users and not directory.users[m].closed for m in group.members):
        return RoutePreview((*parts, part), problem=Problem.EMPTY_GROUP, at=group.local_number)
    return RoutePreview((*parts, part))
