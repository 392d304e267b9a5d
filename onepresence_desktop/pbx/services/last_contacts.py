"""With whom in the company a number has spoken last, for those who may see it (spec 4.11)."""

from __future__ import annotations

from datetime import timedelta

from onepresence_desktop.domain.caller_card import MOST_CONTACTS, SeenBy, may_see
from onepresence_desktop.domain.calls import Direction
from onepresence_desktop.domain.errors import Invalid, NumberRefused
from onepresence_desktop.domain.numbering import dialled
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports import Clock, Store
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire.caller_card import CallerCardBody, CallerCardView, LastContactView
from onepresence_desktop.wire.versions import version_of

KEY = "contacts_seen_by"
"""Of the company's setting."""
USUALLY = SeenBy.MEMBERS
SINCE = timedelta(days=365)
"""What is older says little of why somebody calls."""


class LastContacts:
    """Contacts with colleagues' numbers are nobody's business but their own two's."""

    def __init__(self, store: Store, live: LiveState, people: PeopleService, clock: Clock) -> None:
        self._store = store
        self._live = live
        self._people = people
        self._clock = clock

    async def of(self, principal: Principal, text: str) -> list[LastContactView]:
        """Newest first, three at most. Who may not see others' gets their own. Raises `Invalid` for no number."""
        company = self._live.company(principal.customer_id)
        number = _number(text, company)
        colleagues = company.dial_plan.find(number) is not None or number in _mobiles(company)
        async with self._store.reading() as unit:
            seen_by = _read(await unit.company_numbers.setting(principal.customer_id, KEY))
            role = company.dial_plan.users[principal.user_id].role
            sees = not colleagues and may_see(seen_by, role, in_group=_in_group(company, principal))
            found = await unit.history.spoken(
                principal.customer_id,
                number,
                since=self._clock.now() - SINCE,
                most=MOST_CONTACTS,
                by=None if sees else principal.user_id,
            )
        users = company.dial_plan.users
        return [
            LastContactView(
                at=record.at,
                user_id=record.user_id,
                name=users[record.user_id].name,
                outgoing=record.direction is Direction.OUTGOING,
                seconds=round(record.duration.total_seconds()),
            )
            for record in found
            if record.user_id in users
        ]

    async def view(self, customer_id: CustomerId) -> CallerCardView:
        """Who sees others'."""
        self._live.company(customer_id)
        async with self._store.reading() as unit:
            return _view(_read(await unit.company_numbers.setting(customer_id, KEY)))

    async def put(self, customer_id: CustomerId, body: CallerCardBody, actor: Actor) -> CallerCardView:
        """Set it for the company. Raises `Forbidden`, `Conflict` (changed)."""
        async with self._people.changing_one(customer_id, actor) as (company, change):
            before = _read(await change.unit.company_numbers.setting(customer_id, KEY))
            await refuse_unseen(change.unit, company, body.version, _view(before).version, {KEY})
            await change.unit.company_numbers.put_setting(customer_id, KEY, body.seen_by.value)
            await self._people.audit(change.unit, customer_id, actor, "contacts_seen_by", body.seen_by.value)
        return _view(body.seen_by)


def _number(text: str, company: Company) -> str:
    try:
        return dialled(text, company.customer).number
    except (Invalid, NumberRefused) as exc:
        raise Invalid(field="number", problem="invalid_number") from exc


def _mobiles(company: Company) -> set[str]:
    return {user.mobile for user in company.dial_plan.users.values() if user.mobile}


def _in_group(company: Company, principal: Principal) -> bool:
    return any(principal.user_id in group.members for group in company.dial_plan.groups.values())


def _view(seen_by: SeenBy) -> CallerCardView:
    return CallerCardView(seen_by=seen_by, version=version_of(seen_by))


def _read(text: str | None) -> SeenBy:
    return SeenBy(text) if text in SeenBy.known() else USUALLY
