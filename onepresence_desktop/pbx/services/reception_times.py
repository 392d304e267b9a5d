"""After how long calls come back to the reception, as a company sets it (spec 11.5)."""

from __future__ import annotations

from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.reception import Times
from onepresence_desktop.pbx.ports import Store
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.reception import ReceptionTimesBody, ReceptionTimesView
from onepresence_desktop.wire.versions import version_of

KEY = "reception_times"
"""Of the company's setting; what the audit log calls it, too."""


class ReceptionTimes:
    """A change is written before it is answered, and counts for calls handed on or parked from then on."""

    def __init__(self, store: Store, live: LiveState, people: PeopleService) -> None:
        self._store, self._live, self._people = store, live, people

    async def load(self) -> None:
        """Read all of it at the start."""
        async with self._store.reading() as unit:
            for customer_id, company in self._live.companies.items():
                text = await unit.company_numbers.setting(customer_id, KEY)
                if text is not None:
                    kept = codec.decode(text, ReceptionTimesBody)
                    company.desk.times = Times(kept.back_after, kept.parked_for)

    def view(self, customer_id: CustomerId) -> ReceptionTimesView:
        """As it is set."""
        times = self._live.company(customer_id).desk.times
        return ReceptionTimesView(back_after=times.back_after, parked_for=times.parked_for, version=version_of(times))

    async def put(self, customer_id: CustomerId, body: ReceptionTimesBody, actor: Actor) -> ReceptionTimesView:
        """Set it. Raises `Forbidden`, `Conflict` (changed)."""
        wanted = Times(body.back_after, body.parked_for)
        async with self._people.changing_one(customer_id, actor) as (company, change):
            await refuse_unseen(change.unit, company, body.version, version_of(company.desk.times), {KEY})
            kept = ReceptionTimesBody(back_after=wanted.back_after, parked_for=wanted.parked_for)
            await change.unit.company_numbers.put_setting(customer_id, KEY, codec.encode(kept).decode())
            await self._people.audit(change.unit, customer_id, actor, "reception_times", KEY)
        company.desk.times = wanted
        return self.view(customer_id)
