"""Calls that ring at colleagues, taken by code or by API; and who may, as administrators keep it (spec 4.8)."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from onepresence_desktop.domain.calls import Call, CallId, CallState
from onepresence_desktop.domain.errors import Conflict, Forbidden, NotFound
from onepresence_desktop.domain.names import proper_name
from onepresence_desktop.domain.people import CustomerId, HuntGroup, User, UserId
from onepresence_desktop.domain.pickup import PickupGroup, PickupGroupId, may_pick_up
from onepresence_desktop.pbx.ports import Clock, Store, Telephony
from onepresence_desktop.pbx.services.acting import acting, deed
from onepresence_desktop.pbx.services.calls import Calls
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.people import Actor
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire.privacy import CHANGES
from onepresence_desktop.wire.versions import version_of


class Pickup:
    """The use cases."""

    def __init__(self, store: Store, live: LiveState, calls: Calls, telephony: Telephony, clock: Clock) -> None:
        self._store = store
        self._live = live
        self._calls = calls
        self._telephony = telephony
        self._clock = clock

    # --- groups ---

    def groups(self, customer_id: CustomerId) -> list[PickupGroup]:
        """By name."""
        return sorted(self._live.company(customer_id).pickup_groups.values(), key=lambda group: group.name)

    async def put_group(
        self,
        customer_id: CustomerId,
        name: str,
        members: Iterable[UserId],
        actor: Actor,
        group_id: PickupGroupId | None = None,
        seen: str | None = None,
    ) -> PickupGroup:
        """Make a group, or change one. seen: the version that was read before; None: not asked.

        Raises `NotFound`, `Invalid`, `Conflict` (name, changed).
        """
        company = self._live.company(customer_id)
        kept = tuple(dict.fromkeys(members))
        for member in kept:
            company.user(member)
        name = proper_name(name, "name")
        async with acting(company, actor):
            before = company.pickup_groups.get(group_id) if group_id is not None else None
            if group_id is not None and before is None:
                raise NotFound(what="pickup_group")
            others = (one for one in company.pickup_groups.values() if one.id != group_id)
            if any(one.name.casefold() == name.casefold() for one in others):
                raise Conflict(what="name")
            group = PickupGroup(PickupGroupId(group_id or secrets.token_hex(6)), customer_id, name, kept)
            async with self._store.unit(customer_id) as unit:
                if before is not None:
                    await refuse_unseen(unit, company, seen, version_of(before), CHANGES["pickup_group"], before.name)
                await unit.pickup.put(group)
                entry = deed(self._clock.now(), customer_id, actor, "pickup_group_put", group.name)
                await unit.credentials.audit(entry)
            company.pickup_groups = {**company.pickup_groups, group.id: group}
        return group

    async def remove_group(self, customer_id: CustomerId, group_id: PickupGroupId, actor: Actor) -> None:
        """Raises `NotFound`."""
        company = self._live.company(customer_id)
        async with acting(company, actor):
            group = company.pickup_groups.get(group_id)
            if group is None:
                raise NotFound(what="pickup_group")
            async with self._store.unit(customer_id) as unit:
                await unit.pickup.remove(group_id)
                entry = deed(self._clock.now(), customer_id, actor, "pickup_group_removed", group.name)
                await unit.credentials.audit(entry)
            company.pickup_groups = {key: one for key, one in company.pickup_groups.items() if key != group_id}

    # --- calls ---

    async def by_code(self, customer_id: CustomerId, user_id: UserId, code_call: CallId, number: str) -> None:
        """The phone that keyed the code takes what rings longest, at `number` or in its user's pickup groups.

        Raises `NotFound` where nothing rings, `Forbidden`, `CallRefused`, `CallGone`.
        """
        company = self._live.company(customer_id)
        wanted = company.dial_plan.find(number) if number else None
        if number and wanted is None:
            raise NotFound(what="person")
        ringing = [call for call in _ringing(company) if call.caller.user_id != user_id]
        ringing = [call for call in ringing if wanted is None or _rings_at(company, call, wanted)]
        allowed = [call for call in ringing if self._may(company, user_id, call)]
        if not allowed:
            raise Forbidden if ringing and number else NotFound(what="call")
        await self._telephony.pick_up(code_call, min(allowed, key=lambda call: call.started_at).id)

    async def here(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> None:
        """A call that rings elsewhere rings at the user's own phone instead.

        Raises `NotFound` (also for one they may not take: others' calls are nobody's business), `NoDevice`,
        `DeviceNotRegistered`, `CallGone`.
        """
        company = self._live.company(customer_id)
        call = next((call for call in _ringing(company) if call.id == call_id), None)
        if call is None or not self._may(company, user_id, call):
            raise NotFound(what="call")
        await self._calls.ring_here(customer_id, user_id, call_id)

    async def of(self, customer_id: CustomerId, user_id: UserId, colleague: UserId) -> None:
        """The same for what rings longest at a colleague, which everyone sees. Raises `Forbidden`, too."""
        company = self._live.company(customer_id)
        person = company.user(colleague)
        ringing = [call for call in _ringing(company) if _rings_at(company, call, person)]
        if not ringing:
            raise NotFound(what="call")
        if not any(self._may(company, user_id, call) for call in ringing):
            raise Forbidden
        ringing = [call for call in ringing if self._may(company, user_id, call)]
        await self.here(customer_id, user_id, min(ringing, key=lambda call: call.started_at).id)

    def _may(self, company: Company, user_id: UserId, call: Call) -> bool:
        users, groups = company.dial_plan.users, company.pickup_groups.values()
        picker = company.user(user_id)
        rung = [users[one] for one in company.rang.get(call.id, ()) if one in users]
        return any(may_pick_up(picker, one, groups, company.dial_plan.groups.values()) for one in rung)


def _ringing(company: Company) -> list[Call]:
    return [call for call in company.calls.values() if call.state is CallState.RINGING]


def _rings_at(company: Company, call: Call, whose: User | HuntGroup) -> bool:
    if isinstance(whose, HuntGroup):
        return call.callee.number == whose.local_number
    return whose.id in company.rang.get(call.id, ())
