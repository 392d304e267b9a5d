"""Hunt groups, as administrators keep them and members log in and out (spec 12.1, 12.4a)."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime

from msgspec import UNSET, UnsetType

from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.errors import Conflict, NotFound, NotSignedIn
from onepresence_desktop.domain.leading import leads_to
from onepresence_desktop.domain.names import proper_name
from onepresence_desktop.domain.people import (
    Customer,
    CustomerId,
    GroupId,
    HuntGroup,
    RingStrategy,
    UserId,
    WorkingHours,
)
from onepresence_desktop.domain.rota import Rota, checked
from onepresence_desktop.pbx.services import asked
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.numbers import public, to_divert_to
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.pbx.services.people_edits import Change
from onepresence_desktop.pbx.services.profile import hours_of
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire.groups import GroupBody, GroupDetailView
from onepresence_desktop.wire.privacy import CHANGES
from onepresence_desktop.wire.versions import version_of

GROUP_SECONDS = 30
"""How long a group rings, where nothing else is said."""


class GroupService:
    """Each change is written, swapped in and known to the router before it is answered."""

    def __init__(self, people: PeopleService, live: LiveState) -> None:
        self._people = people
        self._live = live

    def listing(self, customer_id: CustomerId) -> list[GroupDetailView]:
        """All of them by number, with all that is set of each."""
        plan, now = self._live.company(customer_id).dial_plan, self._people.now()
        return [
            _detail(group, plan, now) for group in sorted(plan.groups.values(), key=lambda group: group.local_number)
        ]

    async def make(self, customer_id: CustomerId, body: GroupBody, actor: Actor) -> GroupDetailView:
        """A new one. Raises `Invalid`, `Conflict` (number), `NotFound` (member)."""
        return await self._keep(customer_id, GroupId(secrets.token_hex(6)), body, actor)

    async def put(self, customer_id: CustomerId, group_id: GroupId, body: GroupBody, actor: Actor) -> GroupDetailView:
        """Another in its place; who is logged out stays so. Raises as `make`, `NotFound`, `Conflict` (changed)."""
        if group_id not in self._live.company(customer_id).dial_plan.groups:
            raise NotFound(what="group")
        return await self._keep(customer_id, group_id, body, actor)

    async def _keep(self, customer_id: CustomerId, group_id: GroupId, body: GroupBody, actor: Actor) -> GroupDetailView:
        async with self._people.changing_one(customer_id, actor) as (company, change):
            plan, customer = company.dial_plan, company.customer
            before = plan.groups.get(group_id)
            if before is not None:
                await refuse_unseen(
                    change.unit, company, body.version, version(before), CHANGES["group"], before.local_number
                )
            if before is None or before.local_number != body.local_number:
                self._people.free(company, body.local_number, None)
            number = public(body.number, customer, "number")
            taken = plan.holder(number) if number is not None else None
            if taken is not None and taken.id != group_id:
                raise Conflict(what="number", number=number, holder=taken.name)
            members = tuple(dict.fromkeys(body.members))
            for user_id in (*members, *((body.mailbox,) if body.mailbox is not None else ())):
                company.user(user_id)
            rota = _rota(body.rota, customer) if body.rota is not None else None
            group = HuntGroup(
                group_id,
                customer_id,
                body.local_number,
                proper_name(body.name, "name"),
                members,
                body.strategy,
                body.reception,
                body.seconds,
                tuple(user for user in (before.logged_out if before is not None else ()) if user in members),
                to_divert_to(body.overflow, customer, "overflow") if body.overflow else None,
                number,
                hours_of(body.hours),
                rota,
                body.mailbox,
            )
            if group.reception:
                for other in plan.groups.values():
                    if other.reception and other.id != group_id:
                        await self._no_reception(change, other, actor)
            await change.put_group(group)
            word = "group_changed" if before is not None else "group_added"
            await self._people.audit(change.unit, customer_id, actor, word, group.local_number)
        return _detail(group, company.dial_plan, self._people.now())

    async def _no_reception(self, change: Change, group: HuntGroup, actor: Actor) -> None:
        """Another group takes its place."""
        await change.put_group(replace(group, reception=False))
        await self._people.audit(change.unit, group.customer_id, actor, "group_changed", group.local_number)

    async def log_oneself(self, principal: Principal, group_id: GroupId, *, out: bool) -> None:
        """A member logs in or out. Raises `NotFound` for a group they are no member of."""
        await self.log_member(principal.customer_id, group_id, principal.user_id, principal.user_id, out=out)

    async def add(
        self,
        customer_id: CustomerId,
        local_number: str,
        name: str,
        members: tuple[UserId, ...],
        actor: Actor,
        *,
        strategy: RingStrategy = RingStrategy.ALL,
        reception: bool = False,
        seconds: int = GROUP_SECONDS,
        number: str | None = None,
        overflow: str | None = None,
    ) -> HuntGroup:
        """A hunt group; a new reception takes the place of the one before. number: its public one."""
        name = proper_name(name, "name")
        group = HuntGroup(GroupId(secrets.token_hex(6)), customer_id, local_number, name, members, strategy, reception)
        async with self._people.changing_one(customer_id, actor) as (company, change):
            unit = change.unit
            self._people.free(company, local_number, None)
            one_number = public(number, company.customer, "number")
            taken = company.dial_plan.holder(one_number) if one_number is not None else None
            if taken is not None:
                raise Conflict(what="number", number=one_number, holder=taken.name)
            onward = to_divert_to(overflow, company.customer, "overflow") if overflow else None
            group = replace(group, seconds=seconds, one_number=one_number, overflow=onward)
            for member in members:
                company.user(member)
            if reception:
                for other in company.dial_plan.groups.values():
                    if other.reception:
                        await change.put_group(replace(other, reception=False))
            await change.put_group(group)
            await self._people.audit(unit, customer_id, actor, "group_added", local_number)
        return group

    async def log_member(
        self, customer_id: CustomerId, group_id: GroupId, user_id: UserId, actor: Actor, *, out: bool
    ) -> None:
        """A member is rung by the group no longer, or again. Raises `NotFound` for somebody who is no member."""
        async with self._people.changing_one(customer_id, actor) as (company, change):
            group = company.dial_plan.groups.get(group_id)
            if group is None or user_id not in group.members:
                raise NotFound(what="group" if group is None else "member")
            asked.look_again()
            if actor == user_id and company.user(user_id).closed:  # while the request waited
                raise NotSignedIn
            others = tuple(member for member in group.logged_out if member != user_id)
            await change.put_group(replace(group, logged_out=(*others, user_id) if out else others))
            word = "group_logged_out" if out else "group_logged_in"
            await self._people.audit(change.unit, customer_id, actor, word, group.local_number)

    async def set_hours(self, customer_id: CustomerId, group_id: GroupId, hours: WorkingHours, actor: Actor) -> None:
        """When the group answers. Raises `NotFound`."""
        async with self._people.changing_one(customer_id, actor) as (company, change):
            group = company.dial_plan.groups.get(group_id)
            if group is None:
                raise NotFound(what="group")
            await change.put_group(replace(group, hours=hours))
            await self._people.audit(change.unit, customer_id, actor, "group_hours", group.local_number)

    async def change(
        self,
        customer_id: CustomerId,
        group_id: GroupId,
        actor: Actor,
        *,
        name: str | None = None,
        members: tuple[UserId, ...] | None = None,
        strategy: RingStrategy | None = None,
        seconds: int | None = None,
        reception: bool | None = None,
        number: str | None | UnsetType = UNSET,
        overflow: str | None | UnsetType = UNSET,
        mailbox: UserId | None | UnsetType = UNSET,
        rota: Rota | None | UnsetType = UNSET,
        seen: str | None = None,
    ) -> HuntGroup:
        """What is given of a group becomes another; a new reception takes the place of the one before.

        Raises `Invalid`, `NotFound`, `Conflict` (number; changed: `seen` isn't its version).
        """
        async with self._people.changing_one(customer_id, actor) as (company, change):
            group = company.dial_plan.groups.get(group_id)
            if group is None:
                raise NotFound(what="group")
            await refuse_unseen(change.unit, company, seen, version(group), CHANGES["group"], group.local_number)
            given = {"strategy": strategy, "seconds": seconds, "reception": reception}
            group = replace(group, **{key: value for key, value in given.items() if value is not None})  # type: ignore[arg-type]
            if name is not None:
                group = replace(group, name=proper_name(name, "name"))
            if members is not None:
                for user_id in members:
                    company.user(user_id)
                out = tuple(user_id for user_id in group.logged_out if user_id in members)
                group = replace(group, members=members, logged_out=out)
            if not isinstance(number, UnsetType):
                one_number = public(number, company.customer, "number")
                taken = company.dial_plan.holder(one_number) if one_number is not None else None
                if taken is not None and taken.id != group_id:
                    raise Conflict(what="number", number=one_number, holder=taken.name)
                group = replace(group, one_number=one_number)
            if reception:
                for other in company.dial_plan.groups.values():
                    if other.reception and other.id != group_id:
                        await self._no_reception(change, other, actor)
            if not isinstance(overflow, UnsetType):
                onward = to_divert_to(overflow, company.customer, "overflow") if overflow else None
                group = replace(group, overflow=onward)
            if not isinstance(mailbox, UnsetType):
                group = replace(group, mailbox=company.user(mailbox).id if mailbox is not None else None)
            if not isinstance(rota, UnsetType):
                group = replace(group, rota=_rota(rota, company.customer) if rota is not None else None)
            await change.put_group(group)
            await self._people.audit(change.unit, customer_id, actor, "group_changed", group.local_number)
        return group

    async def remove(self, customer_id: CustomerId, group_id: GroupId, actor: Actor) -> None:
        """Remove a hunt group; its members stay. Raises `Conflict` (in_use) while something leads to it."""
        async with self._people.changing_one(customer_id, actor) as (company, change):
            group = company.dial_plan.groups.get(group_id)
            if group is None:
                raise NotFound(what="group")
            if leading := leads_to(company.dial_plan, group):
                raise Conflict(what="in_use", holder=leading[0])
            await change.remove_group(group)
            await self._people.audit(change.unit, customer_id, actor, "group_removed", group.local_number)


def _rota(rota: Rota, customer: Customer) -> Rota:
    turns = (to_divert_to(turn, customer, "rota.turns") if turn else "" for turn in rota.turns)
    return checked(replace(rota, turns=tuple(turns)))


def _detail(group: HuntGroup, plan: DialPlan, now: datetime) -> GroupDetailView:
    closed = not plan.serves(group, now)
    return GroupDetailView(
        id=group.id,
        local_number=group.local_number,
        name=group.name,
        members=group.members,
        logged_out=group.logged_out,
        strategy=group.strategy,
        seconds=group.seconds,
        reception=group.reception,
        number=group.one_number,
        overflow=group.overflow,
        hours=group.hours,
        rota=group.rota,
        mailbox=group.mailbox,
        closed=closed,
        on_call=group.rota.on_call(now, plan.customer.zone) if closed and group.rota is not None else "",
        version=version(group),
    )


def version(group: HuntGroup) -> str:
    """Of what an administrator sets of a group, so without who is logged out."""
    return version_of(replace(group, logged_out=()))
