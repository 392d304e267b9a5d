"""The number that users show to whom they call, and what the company lets them show (spec 4.9)."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace

from onepresence_desktop.domain.calls import Call
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.events import CallChanged, Fact, SettingsChanged
from onepresence_desktop.domain.number_shown import ALL_KINDS, NumberShown, ShownKind, checked, choice, uses_up
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.shown_kinds import ShownOnce
from onepresence_desktop.pbx.ports import Clock, EventSink, Store, UnitOfWork
from onepresence_desktop.pbx.services import views
from onepresence_desktop.pbx.services.live_state import LiveState, changed
from onepresence_desktop.pbx.services.numbers import public
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.number_shown import (
    NumberShownBody,
    NumberShownView,
    NumbersShownBody,
    NumbersShownView,
)
from onepresence_desktop.wire.versions import version_of

KEY = "number_shown"
"""Of the preference of a user, and of the company's setting."""
ONCE = "number_shown_once"
"""Of the preference that holds what counts for the next call; "" once that was made."""


class NumberShownService:
    """Each change is written and known to the router before it is answered.

    A sink of facts: a choice for one call is over once that call is taken, or ends.
    """

    HEARS = (CallChanged,)

    def __init__(self, store: Store, live: LiveState, people: PeopleService, clock: Clock, sink: EventSink) -> None:
        self._store = store
        self._live = live
        self._people = people
        self._clock = clock
        self._sink = sink
        self._used_up: asyncio.Queue[tuple[CustomerId, UserId]] = asyncio.Queue()

    async def load(self) -> None:
        """Read all of it at the start."""
        async with self._store.reading() as unit:
            for customer_id, company in self._live.companies.items():
                chosen = await unit.preferences.all(customer_id, KEY)
                once = await unit.preferences.all(customer_id, ONCE)
                allowed = await unit.company_numbers.setting(customer_id, KEY)
                company.dial_plan = replace(
                    company.dial_plan,
                    may_show=ALL_KINDS if allowed is None else _known(codec.decode(allowed, NumbersShownView).kinds),
                    shown_by={user_id: codec.decode(text, NumberShown) for user_id, text in chosen.items()},
                    shown_once={user_id: codec.decode(text, ShownOnce) for user_id, text in once.items() if text},
                )

    def mine(self, customer_id: CustomerId, user_id: UserId) -> NumberShownView:
        """What counts for a user, and what they may choose."""
        company = self._live.company(customer_id)
        return views.number_shown(company.dial_plan, company.user(user_id))

    async def put_mine(self, customer_id: CustomerId, user_id: UserId, body: NumberShownBody) -> NumberShownView:
        """Choose. Raises `Invalid` for what may not be shown."""
        company = self._live.company(customer_id)
        number = public(body.number, company.customer, "number")
        async with company.acting(user_id):
            user = company.user(user_id)
            wanted = checked(company.dial_plan, user, NumberShown(body.kind, number))
            another = body.once and wanted != choice(company.dial_plan, user).choice
            once = ShownOnce(wanted, self._clock.now()) if another else None
            async with self._store.unit(customer_id) as unit:
                if not body.once:
                    await unit.preferences.put(user_id, KEY, codec.encode(wanted).decode())
                await _keep(unit, user_id, once)
            plan = company.dial_plan
            if not body.once:
                plan = replace(plan, shown_by=changed(plan.shown_by, user_id, wanted))
            company.dial_plan = replace(plan, shown_once=_with(plan.shown_once, user_id, once))
            self._sink.publish(SettingsChanged(customer_id, user_id))
        return self.mine(customer_id, user_id)

    def publish(self, fact: Fact) -> None:
        """A call changed: was it the one that a choice was for, it is as always from now on."""
        if isinstance(fact, CallChanged):
            self._look_at(fact.call)

    def _look_at(self, call: Call) -> None:
        company = self._live.company(call.customer_id)
        user_id = call.caller.user_id
        if user_id is not None and uses_up(company.dial_plan, call):
            plan = company.dial_plan
            company.dial_plan = replace(plan, shown_once=_with(plan.shown_once, user_id, None))
            self._used_up.put_nowait((call.customer_id, user_id))
            self._sink.publish(SettingsChanged(call.customer_id, user_id))

    async def run(self) -> None:
        """For ever: write down which choices for one call are over."""
        while True:
            customer_id, user_id = await self._used_up.get()
            company = self._live.company(customer_id)
            async with company.acting(user_id), self._store.unit(customer_id) as unit:
                if user_id in company.dial_plan.users:
                    await _keep(unit, user_id, company.dial_plan.shown_once.get(user_id))

    def companys(self, customer_id: CustomerId) -> NumbersShownView:
        """What users may choose of."""
        may_show = self._live.company(customer_id).dial_plan.may_show
        kinds = [kind for kind in ShownKind if kind in may_show]
        return NumbersShownView(kinds=kinds, version=version_of(kinds))

    async def put_companys(self, customer_id: CustomerId, body: NumbersShownBody, actor: Actor) -> NumbersShownView:
        """Say what users may choose of. Raises `Invalid`, `Forbidden`, `Conflict` (changed)."""
        if ShownKind.UNKNOWN in body.kinds:
            raise Invalid(field="kinds", problem="unknown")
        view = NumbersShownView(kinds=list(body.kinds))
        async with self._people.changing_one(customer_id, actor) as (company, change):
            current = self.companys(customer_id).version
            await refuse_unseen(change.unit, company, body.version, current, {"numbers_shown"})
            await change.unit.company_numbers.put_setting(customer_id, KEY, codec.encode(view).decode())
            change.of(customer_id).may_show = _known(body.kinds)
            await self._people.audit(change.unit, customer_id, actor, "numbers_shown", " ".join(sorted(body.kinds)))
        return self.companys(customer_id)


async def _keep(unit: UnitOfWork, user_id: UserId, once: ShownOnce | None) -> None:
    await unit.preferences.put(user_id, ONCE, codec.encode(once).decode() if once is not None else "")


def _with(
    shown_once: Mapping[UserId, ShownOnce], user_id: UserId, once: ShownOnce | None
) -> Mapping[UserId, ShownOnce]:
    others = {key: one for key, one in shown_once.items() if key != user_id}
    return others if once is None else {**others, user_id: once}


def _known(kinds: Iterable[ShownKind]) -> frozenset[ShownKind]:
    return frozenset(kinds) & ALL_KINDS
