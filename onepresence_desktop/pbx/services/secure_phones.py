"""Whether all phones of a company must come over TLS and encrypt their sound (spec 12.1c)."""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports import Store
from onepresence_desktop.pbx.services.lines import Lines
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.wire.devices import SecurePhonesView

KEY = "secure_phones"
"""Of the company's setting; "1" where they must."""


class SecurePhones:
    """A change is written and known to the phones before it is answered. changed: what stands in phones is another."""

    def __init__(
        self,
        store: Store,
        live: LiveState,
        people: PeopleService,
        lines: Lines,
        changed: Callable[[CustomerId], None],
    ) -> None:
        self._store = store
        self._live = live
        self._people = people
        self._lines = lines
        self._changed = changed

    async def load(self) -> None:
        """Read all of it at the start, before phones are told."""
        async with self._store.reading() as unit:
            for customer_id, company in self._live.companies.items():
                company.secure_phones = await unit.company_numbers.setting(customer_id, KEY) == "1"

    def view(self, customer_id: CustomerId) -> SecurePhonesView:
        """How it is."""
        return SecurePhonesView(secure=self._live.company(customer_id).secure_phones, possible=self._people.takes_tls)

    async def put(self, customer_id: CustomerId, secure: bool, actor: Actor) -> SecurePhonesView:
        """Set it. Raises `Forbidden`, `Conflict` (no_tls) while nobody can come in over TLS."""
        self._people.refuse_locking_out(secure=secure)
        async with self._people.changing_one(customer_id, actor) as (company, change):
            await change.unit.company_numbers.put_setting(customer_id, KEY, "1" if secure else "0")
            await self._people.audit(change.unit, customer_id, actor, "secure_phones", "on" if secure else "off")
        company.secure_phones = secure
        await self._lines.tell_soon()
        self._changed(customer_id)
        return self.view(customer_id)
