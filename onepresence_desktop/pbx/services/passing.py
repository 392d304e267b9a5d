"""Whom users let through: their list, what they usually choose, and their favourites as routing reads them (3.11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import msgspec

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.events import ContactsChanged, Fact, SettingsChanged
from onepresence_desktop.domain.passing import Passing, PassList
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.phonebook import ContactId
from onepresence_desktop.pbx.ports import EventSink, Store
from onepresence_desktop.pbx.services import views
from onepresence_desktop.pbx.services.live_state import Company, LiveState, changed
from onepresence_desktop.pbx.services.numbers import to_divert_to
from onepresence_desktop.pbx.services.user_settings import FAVOURITE_CONTACTS, FAVOURITES
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.bodies import ExceptionsBody
from onepresence_desktop.wire.views import ExceptionsView

KEY = "exceptions"
"""Key of the preference that holds a `Stored` as JSON."""


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """What a user chose; favourites are kept by themselves."""

    numbers: list[str] = []
    usual: list[Passing] = []


class PassingService:
    """A sink of facts: keeps the pass lists of the dial plan in step with favourites and contacts."""

    HEARS = (SettingsChanged, ContactsChanged)

    def __init__(self, store: Store, live: LiveState, sink: EventSink) -> None:
        self._store = store
        self._live = live
        self._sink = sink

    async def load(self) -> None:
        """Read all of them at the start, once contacts are there."""
        async with self._store.reading() as unit:
            for customer_id, company in self._live.companies.items():
                chosen = await unit.preferences.all(customer_id, KEY)
                favourites = await unit.preferences.all(customer_id, FAVOURITES)
                starred = await unit.preferences.all(customer_id, FAVOURITE_CONTACTS)
                company.stars = {key: frozenset(codec.decode(t, list[ContactId])) for key, t in starred.items()}
                lists: dict[UserId, PassList] = {}
                for user_id in {*chosen, *favourites, *starred} & company.dial_plan.users.keys():
                    own = codec.decode(chosen[user_id], Stored) if user_id in chosen else Stored()
                    colleagues = codec.decode(favourites[user_id], list[UserId]) if user_id in favourites else []
                    contacts = numbers_of_stars(company, user_id)
                    lists[user_id] = PassList(tuple(own.numbers), tuple(own.usual), frozenset(colleagues), contacts)
                company.dial_plan = replace(company.dial_plan, passing=lists)

    def exceptions(self, customer_id: CustomerId, user_id: UserId) -> ExceptionsView:
        """A user's list, and what their diversions let through unless they say otherwise."""
        return views.exceptions(self._live.company(customer_id).dial_plan.passing.get(user_id, PassList()))

    async def put(self, customer_id: CustomerId, user_id: UserId, body: ExceptionsBody) -> ExceptionsView:
        """Set both; what isn't given stays. Raises `Invalid` naming the number that can't be read."""
        company = self._live.company(customer_id)
        async with company.acting(user_id):
            own = company.dial_plan.passing.get(user_id, PassList())
            if isinstance(body.numbers, list):
                numbers = (to_divert_to(n, company.customer, f"numbers[{i}]") for i, n in enumerate(body.numbers))
                own = replace(own, numbers=tuple(dict.fromkeys(numbers)))
            if isinstance(body.usual, list):
                own = replace(own, usual=checked(body.usual, "usual"))
            text = codec.encode(Stored(numbers=list(own.numbers), usual=list(own.usual))).decode()
            async with self._store.unit(customer_id) as unit:
                await unit.preferences.put(user_id, KEY, text)
            _swap(company, user_id, own)
            self._sink.publish(SettingsChanged(customer_id, user_id))
        return views.exceptions(own)

    def publish(self, fact: Fact) -> None:
        """Favourites or contacts are others: so are the numbers that get through."""
        match fact:
            case SettingsChanged(customer_id, user_id):
                company = self._live.company(customer_id)
                settings = company.own.get(user_id)
                before = company.dial_plan.passing.get(user_id, PassList())
                if settings is not None and frozenset(settings.favourites) != before.colleagues:
                    _swap(company, user_id, replace(before, colleagues=frozenset(settings.favourites)))
            case ContactsChanged(customer_id, owner):
                company = self._live.company(customer_id)
                if owner is not None and owner in company.own:
                    company.stars[owner] = frozenset(company.own[owner].favourite_contacts)
                for user_id in list(company.stars) if owner is None else [owner]:
                    before = company.dial_plan.passing.get(user_id, PassList())
                    contacts = numbers_of_stars(company, user_id)
                    if contacts != before.contacts:
                        _swap(company, user_id, replace(before, contacts=contacts))


def numbers_of_stars(company: Company, user_id: UserId) -> frozenset[str]:
    """The numbers of the contacts with a user's star, their own and shared ones."""
    books = [company.contacts[owner] for owner in (user_id, None) if owner in company.contacts]
    starred = company.stars.get(user_id, frozenset())
    found = (book.contacts[contact] for book in books for contact in starred if contact in book.contacts)
    return frozenset(number.number for contact in found for number in contact.numbers)


def checked(exceptions: Iterable[Passing], field: str) -> tuple[Passing, ...]:
    """Exceptions as they are kept: each once. Raises `Invalid` for one that nobody knows."""
    wanted = tuple(dict.fromkeys(exceptions))
    if Passing.UNKNOWN in wanted:
        raise Invalid(field=field, problem="unknown")
    return wanted


def _swap(company: Company, user_id: UserId, own: PassList) -> None:
    company.dial_plan = replace(company.dial_plan, passing=changed(company.dial_plan.passing, user_id, own))
