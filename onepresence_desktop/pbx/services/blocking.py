"""Callers who are not let in: what a company and each user keep of them (spec 12.4a)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onepresence_desktop.domain.blocking import Blocking
from onepresence_desktop.domain.people import Customer, CustomerId, UserId
from onepresence_desktop.pbx.ports import Store
from onepresence_desktop.pbx.services.live_state import LiveState, changed
from onepresence_desktop.pbx.services.numbers import to_divert_to
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.blocking import BlockingBody, BlockingView, CompanyBlockingBody
from onepresence_desktop.wire.versions import version_of

KEY = "blocked"
"""Of the preference of a user, and of the company's setting."""


class BlockingService:
    """Each change is written and known to the router before it is answered."""

    def __init__(self, store: Store, live: LiveState, people: PeopleService) -> None:
        self._store = store
        self._live = live
        self._people = people

    async def load(self) -> None:
        """Read all of it at the start."""
        async with self._store.reading() as unit:
            for customer_id, company in self._live.companies.items():
                mine = await unit.preferences.all(customer_id, KEY)
                shared = await unit.company_numbers.setting(customer_id, KEY)
                company.dial_plan = replace(
                    company.dial_plan,
                    blocking=_read(shared) if shared is not None else Blocking(),
                    blocked_by={user_id: _read(text) for user_id, text in mine.items()},
                )

    def mine(self, customer_id: CustomerId, user_id: UserId) -> BlockingView:
        """Whom a user doesn't let in."""
        return _view(self._live.company(customer_id).dial_plan.blocked_by.get(user_id, Blocking()))

    def companys(self, customer_id: CustomerId) -> BlockingView:
        """Whom nobody in the company lets in."""
        return _view(self._live.company(customer_id).dial_plan.blocking)

    async def put_mine(self, customer_id: CustomerId, user_id: UserId, body: BlockingBody) -> BlockingView:
        """Set it. Raises `Invalid` naming the number that can't be read."""
        company = self._live.company(customer_id)
        blocking = _of(body, company.customer)
        async with company.acting(user_id):
            async with self._store.unit(customer_id) as unit:
                await unit.preferences.put(user_id, KEY, _text(blocking))
            plan = company.dial_plan
            company.dial_plan = replace(plan, blocked_by=changed(plan.blocked_by, user_id, blocking))
        return _view(blocking)

    async def put_companys(self, customer_id: CustomerId, body: CompanyBlockingBody, actor: Actor) -> BlockingView:
        """Set it for all. Raises `Invalid`, `Forbidden`, `Conflict` (changed)."""
        blocking = _of(body, self._live.company(customer_id).customer)
        async with self._people.changing_one(customer_id, actor) as (company, change):
            current = self.companys(customer_id).version
            await refuse_unseen(change.unit, company, body.version, current, {"blocked_callers"})
            await change.unit.company_numbers.put_setting(customer_id, KEY, _text(blocking))
            change.of(customer_id).blocking = blocking
            await self._people.audit(change.unit, customer_id, actor, "blocked_callers", str(len(blocking.numbers)))
        return _view(blocking)


def _of(body: BlockingBody, customer: Customer) -> Blocking:
    numbers = (to_divert_to(number, customer, f"numbers[{place}]") for place, number in enumerate(body.numbers))
    return Blocking(frozenset(numbers), body.anonymous)


def _view(blocking: Blocking) -> BlockingView:
    numbers = sorted(blocking.numbers)
    version = version_of([numbers, blocking.anonymous])
    return BlockingView(numbers=numbers, anonymous=blocking.anonymous, version=version)


def _text(blocking: Blocking) -> str:
    return codec.encode(_view(blocking)).decode()


def _read(text: str) -> Blocking:
    view = codec.decode(text, BlockingView)
    numbers: Sequence[str] = view.numbers
    return Blocking(frozenset(numbers), view.anonymous)
