"""Edits of a company's people, phones and groups: written in a unit, and swapped into what is live by key.

One edit in a company of thousands costs what that one person costs: nothing is read anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from onepresence_desktop.domain.blocking import Blocking
from onepresence_desktop.domain.company_number import CompanyNumber, CompanyNumberId
from onepresence_desktop.domain.connections import Connection, ConnectionId
from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.events import WhySignedOut
from onepresence_desktop.domain.people import CustomerId, Device, DeviceId, GroupId, HuntGroup, Role, User, UserId
from onepresence_desktop.domain.shown_kinds import ShownKind
from onepresence_desktop.domain.steps import TrunkId
from onepresence_desktop.domain.trunks import SipTrunk
from onepresence_desktop.pbx.ports import SipSecret, UnitOfWork

K = TypeVar("K")
V = TypeVar("V")
P = TypeVar("P", SipTrunk, Connection)


@dataclass(slots=True)
class PeopleEdits:
    """What a unit changes in one company: the new value by id, None for what is removed.

    blocking, may_show: None, as it was.
    """

    users: dict[UserId, User | None] = field(default_factory=dict)
    devices: dict[DeviceId, Device | None] = field(default_factory=dict)
    groups: dict[GroupId, HuntGroup | None] = field(default_factory=dict)
    trunks: dict[TrunkId, SipTrunk | None] = field(default_factory=dict)
    connections: dict[ConnectionId, Connection | None] = field(default_factory=dict)
    company_numbers: dict[CompanyNumberId, CompanyNumber | None] = field(default_factory=dict)
    blocking: Blocking | None = None
    may_show: frozenset[ShownKind] | None = None


@dataclass(slots=True)
class Change:
    """A change in the making: everything in it is written by the verbs here, so that memory can follow at the commit.

    signed_out: users whose sessions end with its commit, with their companies.
    """

    unit: UnitOfWork
    edits: dict[CustomerId, PeopleEdits] = field(default_factory=dict)
    signed_out: list[tuple[CustomerId, UserId, WhySignedOut]] = field(default_factory=list)

    def of(self, customer_id: CustomerId) -> PeopleEdits:
        """What is changed in a company."""
        return self.edits.setdefault(customer_id, PeopleEdits())

    async def put_user(self, user: User) -> None:
        """Add, or put in the place of the one before. Raises `Conflict`."""
        await self.unit.people.put_user(user)
        self.of(user.customer_id).users[user.id] = user

    async def remove_user(self, user: User, devices: Iterable[Device]) -> None:
        """With all that is theirs."""
        await self.unit.people.remove_user(user.id)
        edits = self.of(user.customer_id)
        edits.users[user.id] = None
        edits.devices.update((device.id, None) for device in devices)

    async def put_device(self, device: Device, secret: SipSecret | None = None) -> None:
        """Add a phone, or put it in the place of the one before."""
        await self.unit.people.put_device(device, secret)
        self.of(device.customer_id).devices[device.id] = device

    async def remove_device(self, device: Device) -> None:
        """Take a phone away."""
        await self.unit.people.remove_device(device.id)
        self.of(device.customer_id).devices[device.id] = None

    async def put_group(self, group: HuntGroup) -> None:
        """Add a group, or put it in the place of the one before."""
        await self.unit.people.put_group(group)
        self.of(group.customer_id).groups[group.id] = group

    async def remove_group(self, group: HuntGroup) -> None:
        """Remove a group."""
        await self.unit.people.remove_group(group.id)
        self.of(group.customer_id).groups[group.id] = None

    async def put_trunk(self, trunk: SipTrunk) -> None:
        """Add a line to a provider, or put it in the place of the one before."""
        await self.unit.trunks.put(trunk)
        self.of(trunk.customer_id).trunks[trunk.id] = trunk

    async def remove_trunk(self, trunk: SipTrunk) -> None:
        """Remove a line to a provider."""
        await self.unit.trunks.remove(trunk.id)
        self.of(trunk.customer_id).trunks[trunk.id] = None

    async def put_connection(self, connection: Connection) -> None:
        """Add a connection, or put it in the place of the one before."""
        await self.unit.connections.put(connection)
        self.of(connection.customer_id).connections[connection.id] = connection

    async def remove_connection(self, connection: Connection) -> None:
        """Remove a connection."""
        await self.unit.connections.remove(connection.id)
        self.of(connection.customer_id).connections[connection.id] = None

    async def put_company_number(self, number: CompanyNumber) -> None:
        """Add a company number, or put it in the place of the one before."""
        await self.unit.company_numbers.put(number)
        self.of(number.customer_id).company_numbers[number.id] = number

    async def remove_company_number(self, number: CompanyNumber) -> None:
        """Remove a company number."""
        await self.unit.company_numbers.remove(number.id)
        self.of(number.customer_id).company_numbers[number.id] = None

    async def end_sessions(self, customer_id: CustomerId, user_id: UserId, why: WhySignedOut) -> None:
        """All of a user's, in the store now and in memory at the commit."""
        for session in await self.unit.credentials.sessions(user_id):
            await self.unit.credentials.remove_session(session.id)
        self.signed_out.append((customer_id, user_id, why))


def orphaned(before: Mapping[UserId, User], edits: PeopleEdits) -> bool:
    """Whether a company that has an administrator would have none after these edits: nobody could let anybody in."""
    lowered = [one for user_id in edits.users if (one := before.get(user_id)) is not None and _administers(one)]
    if not lowered:
        return False
    kept = (user for user_id, user in before.items() if user_id not in edits.users)
    return not any(user is not None and _administers(user) for user in (*edits.users.values(), *kept))


def _administers(user: User) -> bool:
    return user.role is Role.ADMINISTRATOR and not user.closed


def in_order(before: tuple[P, ...], edits: Mapping[K, P | None]) -> tuple[P, ...]:
    """What has a place among its like, with the edits by id in it."""
    kept = [one for one in before if one.id not in edits]
    kept += [one for one in edits.values() if one is not None]
    return tuple(sorted(kept, key=lambda one: (one.place, one.name)))


def owners(edits: PeopleEdits, devices_before: Mapping[DeviceId, Device]) -> list[UserId]:
    """Every user that edits concern, by themselves or by a phone."""
    found = dict.fromkeys(edits.users)
    for device_id, device in edits.devices.items():
        for one in (device, devices_before.get(device_id)):
            if one is not None:
                found[one.user_id] = None
    return list(found)


def edited(plan: DialPlan, edits: PeopleEdits, devices_before: Mapping[DeviceId, Device]) -> DialPlan:
    """The plan with the edits in it; what they don't touch is shared with the one before."""
    gone = [user_id for user_id, user in edits.users.items() if user is None]
    return replace(
        plan,
        users=_with(plan.users, edits.users),
        devices=_devices(plan, edits, devices_before),
        diversions=_without(plan.diversions, gone),
        defaults=_without(plan.defaults, gone),
        voicemail=_without(plan.voicemail, gone),
        passing=_without(plan.passing, gone),
        blocked_by=_without(plan.blocked_by, gone),
        shown_by=_without(plan.shown_by, gone),
        shown_once=_without(plan.shown_once, gone),
        groups=_with(plan.groups, edits.groups),
        company_numbers=_with(plan.company_numbers, edits.company_numbers),
        blocking=edits.blocking if edits.blocking is not None else plan.blocking,
        may_show=edits.may_show if edits.may_show is not None else plan.may_show,
        by_number=_numbers(plan, edits),
        groups_by_number=_group_numbers(plan, edits),
    )


def numbers_of(user: User) -> tuple[str, ...]:
    """What a user is dialled by."""
    return (user.local_number, *((user.one_number,) if user.one_number is not None else ()))


def numbers_of_group(group: HuntGroup) -> tuple[str, ...]:
    """What a group is dialled by."""
    return (group.local_number, *((group.one_number,) if group.one_number is not None else ()))


def _with(mapping: Mapping[K, V], edits: Mapping[K, V | None]) -> Mapping[K, V]:
    if not edits:
        return mapping
    changed = dict(mapping)
    for key, value in edits.items():
        if value is None:
            changed.pop(key, None)
        else:
            changed[key] = value
    return changed


def _without(mapping: Mapping[K, V], gone: Iterable[K]) -> Mapping[K, V]:
    return _with(mapping, dict.fromkeys(key for key in gone if key in mapping))


def _devices(
    plan: DialPlan, edits: PeopleEdits, devices_before: Mapping[DeviceId, Device]
) -> Mapping[UserId, tuple[Device, ...]]:
    if not edits.devices:
        return plan.devices
    changed: dict[UserId, tuple[Device, ...] | None] = {}
    for user_id in owners(PeopleEdits(devices=edits.devices), devices_before):
        kept = [device for device in plan.devices.get(user_id, ()) if device.id not in edits.devices]
        kept += [device for device in edits.devices.values() if device is not None and device.user_id == user_id]
        changed[user_id] = tuple(sorted(kept, key=lambda device: device.sip_user)) or None
    return _with(plan.devices, changed)


def _numbers(plan: DialPlan, edits: PeopleEdits) -> Mapping[str, UserId]:
    before = (plan.users[user_id] for user_id in edits.users if user_id in plan.users)
    changed: dict[str, UserId | None] = {number: None for user in before for number in numbers_of(user)}
    for user in edits.users.values():
        if user is not None:
            changed.update(dict.fromkeys(numbers_of(user), user.id))
    return _with(plan.by_number, changed)


def _group_numbers(plan: DialPlan, edits: PeopleEdits) -> Mapping[str, GroupId]:
    before = (plan.groups[group_id] for group_id in edits.groups if group_id in plan.groups)
    changed: dict[str, GroupId | None] = {number: None for group in before for number in numbers_of_group(group)}
    for group in edits.groups.values():
        if group is not None:
            changed.update(dict.fromkeys(numbers_of_group(group), group.id))
    return _with(plan.groups_by_number, changed)


def by_user(devices: Iterable[Device]) -> dict[UserId, tuple[Device, ...]]:
    """Phones by whose they are."""
    found: dict[UserId, list[Device]] = {}
    for device in devices:
        found.setdefault(device.user_id, []).append(device)
    return {user_id: tuple(own) for user_id, own in found.items()}


def numbers(users: Iterable[User]) -> dict[str, UserId]:
    """Everything that dials a user."""
    return {number: user.id for user in users for number in numbers_of(user)}


def group_numbers(groups: Iterable[HuntGroup]) -> dict[str, GroupId]:
    """Everything that dials a group."""
    return {number: group.id for group in groups for number in numbers_of_group(group)}
