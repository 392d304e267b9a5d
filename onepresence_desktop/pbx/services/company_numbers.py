"""Company numbers, as administrators keep them (spec 12.4a)."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace

from onepresence_desktop.domain.company_number import (
    LANGUAGES,
    Answer,
    CompanyMenu,
    CompanyNumber,
    CompanyNumberId,
    Leads,
    MenuKey,
    Said,
    checked,
)
from onepresence_desktop.domain.company_sounds import left_over, renamed, said_at
from onepresence_desktop.domain.errors import Conflict, Invalid, NotFound
from onepresence_desktop.domain.names import proper_name, proper_text
from onepresence_desktop.domain.people import CustomerId, WorkingHours
from onepresence_desktop.pbx.ports import Clock
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.numbers import public, to_divert_to
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.pbx.services.profile import hours_of
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire.company import CompanyNumberBody, CompanyNumberView
from onepresence_desktop.wire.privacy import CHANGES
from onepresence_desktop.wire.versions import version_of

MOST = 50
"""Company numbers of one company."""
LONGEST_TEXT = 1000


class CompanyNumbers:
    """Each change is written, swapped in and known to the router before it is answered."""

    def __init__(self, live: LiveState, people: PeopleService, clock: Clock) -> None:
        self._live = live
        self._people = people
        self._clock = clock

    def listing(self, customer_id: CustomerId) -> list[CompanyNumberView]:
        """All of them by number, each with how it stands now."""
        company = self._live.company(customer_id)
        numbers = sorted(company.dial_plan.company_numbers.values(), key=lambda number: number.one_number)
        return [self._view(company, number) for number in numbers]

    async def add(self, customer_id: CustomerId, body: CompanyNumberBody, actor: Actor) -> CompanyNumberView:
        """A new one. Raises `Invalid`, `Conflict` (number, too_many)."""
        async with self._people.changing_one(customer_id, actor) as (company, change):
            if len(company.dial_plan.company_numbers) >= MOST:
                raise Conflict(what="too_many")
            made = self._made(company, CompanyNumberId(secrets.token_hex(6)), body)
            await change.put_company_number(made)
            await self._people.audit(change.unit, customer_id, actor, "company_number_added", made.one_number)
        return self._view(self._live.company(customer_id), made)

    async def put(
        self, customer_id: CustomerId, number_id: CompanyNumberId, body: CompanyNumberBody, actor: Actor
    ) -> CompanyNumberView:
        """Put another in its place. Raises as `add`, `NotFound`, `Conflict` (changed)."""
        async with self._people.changing_one(customer_id, actor) as (company, change):
            before = self._existing(company, number_id)
            await refuse_unseen(
                change.unit, company, body.version, version_of(before), CHANGES["company_number"], before.one_number
            )
            made = self._made(company, number_id, body)
            await change.put_company_number(made)
            moved = renamed(before, made, company.sounds)
            for key, other in moved.items():
                await change.unit.company_sounds.move(customer_id, key, other)
            sounds = {moved.get(key, key): sound for key, sound in company.sounds.items()}
            gone = left_over(made, sounds)
            for key in gone:
                await change.unit.company_sounds.remove(customer_id, key)
            await self._people.audit(change.unit, customer_id, actor, "company_number_changed", made.one_number)
        company.sounds = {key: sound for key, sound in sounds.items() if key not in gone}
        return self._view(self._live.company(customer_id), made)

    async def set_hours(self, customer_id: CustomerId, hours: WorkingHours, actor: Actor) -> int:
        """The same hours for all of a company's numbers; how many there are."""
        async with self._people.changing_one(customer_id, actor) as (company, change):
            for number in company.dial_plan.company_numbers.values():
                await change.put_company_number(replace(number, hours=hours))
                await self._people.audit(change.unit, customer_id, actor, "company_number_changed", number.one_number)
            await self._people.audit(change.unit, customer_id, actor, "company_hours", company.customer.code)
            return len(company.dial_plan.company_numbers)

    async def remove(self, customer_id: CustomerId, number_id: CompanyNumberId, actor: Actor) -> None:
        """Remove one. Raises `NotFound`."""
        async with self._people.changing_one(customer_id, actor) as (company, change):
            number = self._existing(company, number_id)
            await change.remove_company_number(number)
            gone = [key for key in company.sounds if (at := said_at(key)) is not None and at.number_id == number_id]
            for key in gone:
                await change.unit.company_sounds.remove(customer_id, key)
            await self._people.audit(change.unit, customer_id, actor, "company_number_removed", number.one_number)
        company.sounds = {key: sound for key, sound in company.sounds.items() if key not in gone}

    def _existing(self, company: Company, number_id: CompanyNumberId) -> CompanyNumber:
        number = company.dial_plan.company_numbers.get(number_id)
        if number is None:
            raise NotFound(what="company_number")
        return number

    def _view(self, company: Company, number: CompanyNumber) -> CompanyNumberView:
        plan = company.dial_plan
        opening = number.opening(self._clock.now(), company.customer.zone, plan.holidays)
        return CompanyNumberView(
            id=number.id,
            one_number=number.one_number,
            name=number.name,
            number=number.number,
            languages=list(number.languages),
            hours=number.hours,
            holidays=number.holidays,
            greeting=number.greeting,
            queue=number.queue,
            menus=list(number.menus),
            closed=number.closed,
            holiday=number.holiday,
            nobody=number.nobody,
            opening=opening,
            version=version_of(number),
        )

    def _made(self, company: Company, number_id: CompanyNumberId, body: CompanyNumberBody) -> CompanyNumber:
        customer, plan = company.customer, company.dial_plan
        one_number = public(body.one_number, customer, "one_number")
        if one_number is None:
            raise Invalid(field="one_number", problem="missing")
        taken = plan.holder(one_number)
        if taken is not None and taken.id != number_id:
            raise Conflict(what="one_number", number=one_number, holder=taken.name)

        def leads(text: str, field: str) -> str:
            number = to_divert_to(text, customer, field)
            if number == one_number:
                raise Invalid(field=field, problem="loop")
            if not number.startswith("+") and plan.find(number) is None:
                raise Invalid(field=field, problem="unknown_number")
            return number

        for language in body.languages:
            if language not in LANGUAGES:
                raise Invalid(field="languages", problem="unknown")
        return checked(
            CompanyNumber(
                id=number_id,
                customer_id=customer.id,
                one_number=one_number,
                name=proper_name(body.name, "name"),
                number=leads(body.number, "number"),
                languages=tuple(dict.fromkeys(body.languages)),
                hours=hours_of(body.hours),
                holidays=body.holidays,
                greeting=_said(body.greeting, "greeting"),
                queue=_said(body.queue, "queue"),
                menus=tuple(
                    CompanyMenu(
                        proper_name(menu.name, f"menus[{place}].name"),
                        _said(menu.text, f"menus[{place}].text"),
                        tuple(_key(key, f"menus[{place}].keys", leads) for key in menu.keys),
                    )
                    for place, menu in enumerate(body.menus)
                ),
                closed=_answer(body.closed, "closed", leads),
                holiday=_answer(body.holiday, "holiday", leads),
                nobody=_answer(body.nobody, "nobody", leads),
            )
        )


def _key(key: MenuKey, field: str, leads: Callable[[str, str], str]) -> MenuKey:
    number = leads(key.number, f"{field}.number") if key.leads is Leads.NUMBER and key.number else ""
    return replace(key, number=number, text=_said(key.text, f"{field}.text"))


def _answer(answer: Answer, field: str, leads: Callable[[str, str], str]) -> Answer:
    number = leads(answer.number, f"{field}.number") if answer.number else ""
    return Answer(_said(answer.text, f"{field}.text"), number)


def _said(text: Said, field: str) -> Said:
    if not set(text) <= LANGUAGES:
        raise Invalid(field=field, problem="language")
    if any(len(words) > LONGEST_TEXT for words in text.values()):
        raise Invalid(field=field, problem="too_long")
    return {language: proper_text(words, field) for language, words in text.items() if words.strip()}
