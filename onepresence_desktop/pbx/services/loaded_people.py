"""A customer's people and all that is edited with them, as one unit of the store sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onepresence_desktop.domain.completion import Completion, CompletionId
from onepresence_desktop.domain.connections import Connection
from onepresence_desktop.domain.diversion import Diversion
from onepresence_desktop.domain.people import Customer, Device, UserId
from onepresence_desktop.domain.pickup import PickupGroup, PickupGroupId
from onepresence_desktop.domain.routing import DialPlan
from onepresence_desktop.domain.trunks import SipTrunk
from onepresence_desktop.pbx.ports import UnitOfWork
from onepresence_desktop.pbx.services.people_edits import by_user, group_numbers, numbers


@dataclass(frozen=True, slots=True)
class LoadedPeople:
    """A customer as read from the store, not yet swapped in."""

    dial_plan: DialPlan
    devices: list[Device]
    trunks: tuple[SipTrunk, ...] = ()
    connections: tuple[Connection, ...] = ()
    pickup_groups: Mapping[PickupGroupId, PickupGroup] = field(default_factory=dict)
    completions: Mapping[CompletionId, Completion] = field(default_factory=dict)


async def read(unit: UnitOfWork, customer: Customer, *, line_out: bool) -> LoadedPeople:
    """One customer's users, devices, groups and diversions. line_out: there is a way out even without trunks."""
    users = {user.id: user for user in await unit.people.users(customer.id)}
    devices = await unit.people.devices(customer.id)
    groups = {group.id: group for group in await unit.people.groups(customer.id)}
    trunks = tuple(await unit.trunks.all(customer.id))
    diversions: dict[UserId, list[Diversion]] = {}
    for diversion in await unit.diversions.all(customer.id):
        diversions.setdefault(diversion.user_id, []).append(diversion)
    dial_plan = DialPlan(
        customer,
        users=users,
        devices=by_user(devices),
        diversions={user_id: tuple(found) for user_id, found in diversions.items()},
        defaults=await unit.diversions.defaults(customer.id),
        voicemail=await unit.messages.options(customer.id),
        groups=groups,
        by_number=numbers(users.values()),
        groups_by_number=group_numbers(groups.values()),
        line_out=line_out or bool(trunks),
        company_numbers={number.id: number for number in await unit.company_numbers.all(customer.id)},
    )
    pickup_groups = {group.id: group for group in await unit.pickup.all(customer.id)}
    completions = {one.id: one for one in await unit.completions.all(customer.id)}
    connections = tuple(await unit.connections.all(customer.id))
    return LoadedPeople(dial_plan, devices, trunks, connections, pickup_groups, completions)
