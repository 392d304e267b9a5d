"""Where a call goes and why: one decision tree per call, made from an immutable directory (spec 3.6, 3.7, 7.3).

A step tells a telephony driver what to do; a `Ring` carries the step for each way in which ringing can fail, so a
driver never needs to know what a diversion is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from onepresence_desktop.domain.calls import Cause, TraceEntry, TraceKind
from onepresence_desktop.domain.diversion import (
    OPEN,
    Destination,
    DestinationKind,
    Diversion,
    Forwarding,
    ForwardingDefaults,
    Reason,
    counting,
)
from onepresence_desktop.domain.messages import VoicemailOptions
from onepresence_desktop.domain.people import Customer, Device, DeviceId, GroupId, HuntGroup, User, UserId

MOST_HOPS = 8
"""Further forwarding than this is taken for a loop (RFC 3261 section 16.6 counts in the same spirit)."""


@dataclass(frozen=True, slots=True)
class Directory:
    """All that routing knows of one customer; replaced as a whole when anything changes.

    Keys of the maps: user ids; `by_number`: local numbers and OneNumbers (E.164) to users; `groups_by_number` likewise.
    line_out: whether numbers outside the company can be reached.
    """

    customer: Customer
    users: Mapping[UserId, User] = field(default_factory=dict)
    devices: Mapping[UserId, tuple[Device, ...]] = field(default_factory=dict)
    diversions: Mapping[UserId, tuple[Diversion, ...]] = field(default_factory=dict)
    defaults: Mapping[UserId, ForwardingDefaults] = field(default_factory=dict)
    voicemail: Mapping[UserId, VoicemailOptions] = field(default_factory=dict)
    groups: Mapping[GroupId, HuntGroup] = field(default_factory=dict)
    by_number: Mapping[str, UserId] = field(default_factory=dict)
    groups_by_number: Mapping[str, GroupId] = field(default_factory=dict)
    line_out: bool = True

    def find(self, number: str) -> User | HuntGroup | None:
        """Whose number this is: 7 digits, the last four alone, or E.164; None when it is nobody's here."""
        keys = [number]
        if len(number) == 4 and number.isdigit():
            keys = [self.customer.code + number]
        for key in keys:
            if key in self.by_number:
                return self.users[self.by_number[key]]
            if key in self.groups_by_number:
                return self.groups[self.groups_by_number[key]]
        return None

    @property
    def reception(self) -> HuntGroup | None:
        """The group that answers for the company, if one is set."""
        return next((g for g in self.groups.values() if g.reception), None)


@dataclass(frozen=True, slots=True)
class Hop:
    """A number the call was meant for before, and the forwarding that moved it on (Diversion/History-Info)."""

    number: str
    forwarding: Forwarding
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Voicemail:
    """Answer in the mailbox of `user_id`. forwarding: why the caller is here; diversion: the one that sent it."""

    user_id: UserId
    forwarding: Forwarding
    diversion: Diversion | None = None
    hops: tuple[Hop, ...] = ()
    trace: tuple[TraceEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Reject:
    """End the call with `cause`."""

    cause: Cause
    hops: tuple[Hop, ...] = ()
    trace: tuple[TraceEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Trunk:
    """Leave the company for `number` (E.164 or an emergency number as dialled)."""

    number: str
    emergency: bool = False
    hops: tuple[Hop, ...] = ()
    trace: tuple[TraceEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Ring:
    """Ring all `devices` at once for `seconds`.

    One that answers takes the call; otherwise go on with `busy` (all that could ring are busy), `no_reply` or
    `unreachable` (none is registered). user_id: whose phones; group_id: the hunt group, for a group's ringing.
    """

    devices: tuple[DeviceId, ...]
    seconds: int
    busy: Step
    no_reply: Step
    unreachable: Step
    user_id: UserId | None = None
    group_id: GroupId | None = None
    hops: tuple[Hop, ...] = ()
    trace: tuple[TraceEntry, ...] = ()


Step = Ring | Voicemail | Trunk | Reject


def route(dialled: str, directory: Directory, now: datetime, *, hops: tuple[Hop, ...] = ()) -> Step:
    """Decide where a call to `dialled` (local number, last four digits or E.164) goes at `now`."""
    target = directory.find(dialled)
    trace = (TraceEntry(TraceKind.DIALLED, dialled, target.name if target is not None else ""),)
    return _to(dialled, directory, now, hops, trace)


def _to(number: str, directory: Directory, now: datetime, hops: tuple[Hop, ...], trace: tuple[TraceEntry, ...]) -> Step:
    target = directory.find(number)
    if target is None:
        if number.startswith("+"):
            entry = TraceEntry(TraceKind.TRUNK, number)
            return Trunk(number, hops=hops, trace=(*trace, entry))
        return Reject(Cause.NUMBER_UNKNOWN, hops, (*trace, TraceEntry(TraceKind.UNKNOWN_NUMBER, number)))
    if isinstance(target, HuntGroup):
        return _to_group(target, directory, hops, trace)
    return _to_user(target, directory, now, hops, trace)


def _to_group(group: HuntGroup, directory: Directory, hops: tuple[Hop, ...], trace: tuple[TraceEntry, ...]) -> Step:
    devices = tuple(
        device.id
        for member in group.members
        if member in directory.users and not directory.users[member].closed
        for device in directory.devices.get(member, ())
        if device.registers
    )
    here = (*trace, TraceEntry(TraceKind.GROUP, group.local_number, group.name))
    if not devices:
        return Reject(Cause.UNREACHABLE, hops, (*here, TraceEntry(TraceKind.NO_DEVICE, group.local_number, group.name)))
    return Ring(
        devices,
        group.seconds,
        busy=Reject(Cause.BUSY, hops, here),
        no_reply=Reject(Cause.NO_ANSWER, hops, here),
        unreachable=Reject(Cause.UNREACHABLE, hops, here),
        group_id=group.id,
        hops=hops,
        trace=here,
    )


def _to_user(
    user: User, directory: Directory, now: datetime, hops: tuple[Hop, ...], trace: tuple[TraceEntry, ...]
) -> Step:
    if user.closed:
        return Reject(Cause.UNREACHABLE, hops, (*trace, TraceEntry(TraceKind.CLOSED, user.local_number, user.name)))
    diversion = counting(directory.diversions.get(user.id, ()), now)
    if diversion is not None and diversion.destination != OPEN:
        entry = TraceEntry(
            TraceKind.DIVERTED,
            user.local_number,
            user.name,
            user.id,
            why=diversion.reason,
            until=diversion.ends_at,
        )
        return _forward(user, Forwarding.CFU, diversion.destination, directory, now, hops, (*trace, entry), diversion)
    defaults = directory.defaults.get(user.id, ForwardingDefaults())
    devices = tuple(d.id for d in directory.devices.get(user.id, ()) if d.registers)
    if not devices:
        entry = TraceEntry(TraceKind.NO_DEVICE, user.local_number, user.name, user.id)
        return _forward(user, Forwarding.CFNRC, defaults.unreachable, directory, now, hops, (*trace, entry))
    here = (*trace, TraceEntry(TraceKind.RANG, user.local_number, user.name, user.id))

    def failed(forwarding: Forwarding, destination: Destination) -> Step:
        entry = TraceEntry(TraceKind.FORWARDED, user.local_number, user.name, user.id, why=forwarding)
        return _forward(user, forwarding, destination, directory, now, hops, (*here, entry))

    return Ring(
        devices,
        defaults.no_reply_seconds,
        busy=failed(Forwarding.CFB, defaults.busy),
        no_reply=failed(Forwarding.CFNR, defaults.no_reply),
        unreachable=failed(Forwarding.CFNRC, defaults.unreachable),
        user_id=user.id,
        hops=hops,
        trace=here,
    )


_OPEN_ENDS = {Forwarding.CFB: Cause.BUSY, Forwarding.CFNR: Cause.NO_ANSWER, Forwarding.CFNRC: Cause.UNREACHABLE}


def _forward(
    user: User,
    forwarding: Forwarding,
    destination: Destination,
    directory: Directory,
    now: datetime,
    hops: tuple[Hop, ...],
    trace: tuple[TraceEntry, ...],
    diversion: Diversion | None = None,
) -> Step:
    """Go on to a destination; a loop ends in the mailbox of the user at whom it closed."""
    onward = (*hops, Hop(user.local_number, forwarding, diversion.reason if diversion is not None else None))
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
    if destination.kind is DestinationKind.RECEPTION:
        reception = directory.reception
        number = reception.local_number if reception is not None else ""
    else:
        number = destination.number or ""
    target = directory.find(number)
    passed = {hop.number for hop in onward}
    if len(onward) > MOST_HOPS or (isinstance(target, User) and target.local_number in passed):
        loop = TraceEntry(TraceKind.LOOP, number, target.name if target is not None else "")
        return replace(mailbox, trace=(*trace, loop, mailbox.trace[-1]))
    if not number:
        return mailbox
    step = _to(number, directory, now, onward, trace)
    return _or_else(step, mailbox) if isinstance(target, HuntGroup) else step


def _or_else(step: Step, mailbox: Voicemail) -> Step:
    """A group has no mailbox of its own: whom it doesn't serve comes to that of the user who forwarded to it."""
    mailbox = replace(mailbox, trace=(*step.trace, mailbox.trace[-1]))
    return replace(step, busy=mailbox, no_reply=mailbox, unreachable=mailbox) if isinstance(step, Ring) else mailbox
