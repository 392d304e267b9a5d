"""The number that users show to whom they call, and what the company lets them show (spec 4.9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.events import SettingsChanged
from onepresence_desktop.domain.number_shown import ALL_KINDS, NumberShown, ShownKind, checked
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.ports import EventSink, Store
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


class NumberShownService:
    """Each change is written and known to the router before it is answered."""

    def __init__(self, store: Store, live: LiveState, people: PeopleService, sink: EventSink) -> None:
        self._store = store
        self._live = live
        self._people = people
        self._sink = sink

    async def load(self) -> None:
        """Read all of it at the start."""
        async with self._store.reading() as unit:
            for customer_id, company in self._live.companies.items():
                chosen = await unit.preferences.all(customer_id, KEY)
                allowed = await unit.company_numbers.setting(customer_id, KEY)
                company.dial_plan = replace(
                    company.dial_plan,
                    may_show=ALL_KINDS if allowed is None else _known(codec.decode(allowed, NumbersShownView).kinds),
                    shown_by={user_id: codec.decode(text, NumberShown) for user_id, text in chosen.items()},
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
            wanted = checked(company.dial_plan, company.user(user_id), NumberShown(body.kind, number))
            async with self._store.unit(customer_id) as unit:
                await unit.preferences.put(user_id, KEY, codec.encode(wanted).decode())
            plan = company.dial_plan
            company.dial_plan = replace(plan, shown_by=changed(plan.shown_by, user_id, wanted))
            self._sink.publish(SettingsChanged(customer_id, user_id))
        return self.mine(customer_id, user_id)

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


def _known(kinds: Iterable[ShownKind]) -> frozenset[ShownKind]:
    return frozenset(kinds) & ALL_KINDS
