"""The command line's words for hunt groups and pickup groups."""

from __future__ import annotations

from datetime import datetime

from msgspec import UNSET

from onepresence_desktop.domain.errors import Invalid, NotFound
from onepresence_desktop.domain.people import User, UserId
from onepresence_desktop.domain.rota import Rota
from onepresence_desktop.pbx.services.groups import GroupService
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.pickup import Pickup
from onepresence_desktop.pbx.services.reception_times import ReceptionTimes
from onepresence_desktop.wire import commands as wire
from onepresence_desktop.wire.reception import ReceptionTimesBody
from onepresence_desktop.wire.versions import version_of

ACTOR = "command_line"


def the_company(live: LiveState, code: str | None) -> Company:
    """The company with a code, or the only one there is. Raises `NotFound`, `Invalid` where it must be said which."""
    found = [one for one in live.companies.values() if code in (None, one.customer.code)]
    if not found:
        raise NotFound(what="customer")
    if len(found) > 1:
        raise Invalid(field="customer", problem="which_of_several")
    return found[0]


def company_of(live: LiveState, local_number: str) -> Company:
    """Whose local number it is. Raises `NotFound`."""
    company = live.company_by_code(local_number[:3])
    if company is None:
        raise NotFound(what="customer")
    return company


def user_of(live: LiveState, local_number: str) -> tuple[Company, User]:
    """Somebody and their company. Raises `NotFound`."""
    company = company_of(live, local_number)
    user_id = company.dial_plan.by_number.get(local_number)
    if user_id is None:
        raise NotFound(what="person")
    return company, company.user(user_id)


class GroupCommands:
    """Runs them."""

    def __init__(self, live: LiveState, groups: GroupService, pickup: Pickup, times: ReceptionTimes) -> None:
        self._live = live
        self._groups = groups
        self._pickup = pickup
        self._times = times

    async def add(self, command: wire.GroupAdd) -> wire.GroupAdded:
        """Raises `Invalid`, `Conflict`, `NotFound` (company, person)."""
        company = company_of(self._live, command.local_number)
        members = tuple(user_of(self._live, number)[1].id for number in dict.fromkeys(command.members))
        group = await self._groups.add(
            company.customer.id,
            command.local_number,
            command.name,
            members,
            ACTOR,
            strategy=command.strategy,
            reception=command.reception,
            seconds=command.seconds,
            number=command.number,
            overflow=command.overflow,
        )
        return wire.GroupAdded(id=group.id, local_number=group.local_number, name=group.name)

    async def log(self, command: wire.GroupLog) -> wire.GroupLogged:
        """Raises `NotFound` (group, person, member)."""
        company = company_of(self._live, command.local_number)
        group_id = company.dial_plan.groups_by_number.get(command.local_number)
        if group_id is None:
            raise NotFound(what="group")
        member = user_of(self._live, command.member)[1].id
        await self._groups.log_member(company.customer.id, group_id, member, ACTOR, out=command.out)
        return wire.GroupLogged(local_number=command.local_number, member=command.member, out=command.out)

    async def change(self, command: wire.GroupSet) -> wire.GroupAdded:
        """Raises `Invalid`, `NotFound` (group, person), `Conflict` (number)."""
        company = company_of(self._live, command.local_number)
        group_id = company.dial_plan.groups_by_number.get(command.local_number)
        if group_id is None:
            raise NotFound(what="group")
        numbers = command.members
        group = await self._groups.change(
            company.customer.id,
            group_id,
            ACTOR,
            name=command.name,
            members=tuple(user_of(self._live, one)[1].id for one in dict.fromkeys(numbers)) if numbers else None,
            strategy=command.strategy,
            seconds=command.seconds,
            reception=command.reception,
            number=UNSET if command.number is None else command.number or None,
            overflow=UNSET if command.overflow is None else command.overflow or None,
            mailbox=UNSET if command.mailbox is None else self._owner(command.mailbox),
            rota=UNSET if command.rota is None else self._rota(company, command),
            seen=command.version,
        )
        return wire.GroupAdded(id=group.id, local_number=group.local_number, name=group.name)

    def _owner(self, local_number: str) -> UserId | None:
        return user_of(self._live, local_number)[1].id if local_number else None

    def _rota(self, company: Company, command: wire.GroupSet) -> Rota | None:
        if not command.rota:
            return None
        today = datetime.now(company.customer.zone).date()
        return Rota(tuple(command.rota), command.since or today, *command.changes)

    def pickup(self, company: Company) -> wire.ListedPickupGroups:
        """A company's pickup groups."""
        users = company.dial_plan.users
        return wire.ListedPickupGroups(
            groups=[
                wire.ListedPickupGroup(
                    name=group.name,
                    members=[users[one].local_number for one in group.members if one in users],
                    version=version_of(group),
                )
                for group in self._pickup.groups(company.customer.id)
            ]
        )

    async def put_pickup(self, command: wire.PickupGroupSet) -> wire.ListedPickupGroups:
        """Raises `Invalid`, `NotFound` (company, person, pickup_group)."""
        company = company_of(self._live, command.customer)
        known = next((one for one in self._pickup.groups(company.customer.id) if one.name == command.name), None)
        customer_id, name = company.customer.id, command.becomes or command.name
        if command.members == []:
            if known is None:
                raise NotFound(what="pickup_group")
            await self._pickup.remove_group(customer_id, known.id, ACTOR)
            return self.pickup(company)
        if command.members is not None:
            members = [user_of(self._live, number)[1].id for number in command.members]
        elif known is not None:
            members = list(known.members)
        else:
            raise NotFound(what="pickup_group")
        group_id = known.id if known is not None else None
        seen = command.version or (version_of(known) if known is not None else None)
        await self._pickup.put_group(customer_id, name, members, ACTOR, group_id, seen)
        return self.pickup(company)

    async def reception_times(self, command: wire.ReceptionTimes) -> wire.ReceptionTimesSet:
        """Raises `NotFound` (company)."""
        company = the_company(self._live, command.customer)
        now = self._times.view(company.customer.id)
        if command.back_after is not None or command.parked_for is not None:
            body = ReceptionTimesBody(
                back_after=command.back_after or now.back_after,
                parked_for=command.parked_for or now.parked_for,
                version=command.version or now.version,
            )
            now = await self._times.put(company.customer.id, body, ACTOR)
        return wire.ReceptionTimesSet(
            customer=command.customer, back_after=now.back_after, parked_for=now.parked_for, version=now.version
        )
