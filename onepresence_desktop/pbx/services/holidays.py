"""Public holidays: those of the company's country, and what the company itself says (spec 12.4f)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from onepresence_desktop.domain.errors import Invalid, NotFound
from onepresence_desktop.domain.events import HolidaysChanged
from onepresence_desktop.domain.names import proper_name
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports import Clock, EventSink, Store, UnitOfWork
from onepresence_desktop.pbx.services.acting import acting, deed
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.people import Actor
from onepresence_desktop.pbx.services.public_holidays import Days, calendar
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire.holidays import NOT_SAID, HolidayBody, HolidayView, said_version
from onepresence_desktop.wire.privacy import CHANGES

FIRST_YEAR, LAST_YEAR = 2001, 2099


class HolidayService:
    """What days are holidays, and changing that."""

    def __init__(self, store: Store, live: LiveState, clock: Clock, sink: EventSink) -> None:
        self._store = store
        self._live = live
        self._clock = clock
        self._sink = sink

    async def load(self) -> None:
        """Read what companies say of days, at the start, and let routing know."""
        async with self._store.reading() as unit:
            for customer_id, company in self._live.companies.items():
                company.holidays = await unit.schedules.holidays(customer_id)
        for company in self._live.companies.values():
            self.take_in(company)

    def days(self, company: Company) -> Days:
        """For asking whether a day is one."""
        return Days(company.customer, company.holidays)

    def take_in(self, company: Company) -> None:
        """Let routing know the holidays as they are now."""
        company.dial_plan = replace(company.dial_plan, holidays=self.days(company))

    def listing(self, customer_id: CustomerId, year: int) -> list[HolidayView]:
        """All of a year by day, with the working days that the company made of holidays. Raises `Invalid`."""
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise Invalid(field="year", problem="out_of_range")
        company = self._live.company(customer_id)
        known = calendar(company.customer.region, company.customer.language, year)
        said = company.holidays
        own = {day: name for day, name in said.items() if day.year == year}
        return [
            HolidayView(
                day=day,
                name=own[day] or known.get(day, "") if day in own else known[day],
                closed=own.get(day, "") is not None,
                own=day in own,
                version=_version(said, day),
            )
            for day in sorted(known.keys() | own.keys())
        ]

    async def put(self, customer_id: CustomerId, text: str, body: HolidayBody, actor: Actor) -> HolidayView:
        """Make a day a holiday, or a working day; one that no calendar knows is as any other then.

        Raises `Invalid`, `Forbidden`, `Conflict` (changed).
        """
        day = _day(text)
        name = proper_name(body.name, "name")
        if body.closed and not name:
            raise Invalid(field="name", problem="missing")
        company = self._live.company(customer_id)
        known = day in calendar(company.customer.region, company.customer.language, day.year)
        async with acting(company, actor):
            rest = {other: was for other, was in company.holidays.items() if other != day}
            async with self._store.unit(customer_id) as unit:
                current = _version(company.holidays, day)
                await refuse_unseen(unit, company, body.version, current, CHANGES["holiday"], day.isoformat())
                if body.closed or known:
                    await unit.schedules.put_holiday(customer_id, day, name if body.closed else None)
                    rest[day] = name if body.closed else None
                else:
                    await unit.schedules.remove_holiday(customer_id, day)
                action = "holiday_set" if body.closed else "holiday_unset"
                await self._audit(unit, customer_id, actor, action, day, name)
            company.holidays = rest
            self.take_in(company)
        self._sink.publish(HolidaysChanged(customer_id))
        listed = (view for view in self.listing(customer_id, day.year) if view.day == day)
        return next(listed, HolidayView(day=day, name=name, closed=False, own=False, version=NOT_SAID))

    async def remove(self, customer_id: CustomerId, text: str, actor: Actor, *, seen: str | None = None) -> None:
        """Let the calendar decide again.

        Raises `NotFound` when the company said nothing of the day, `Forbidden`, `Conflict` (changed: `seen` isn't the
        day's version).
        """
        day = _day(text)
        company = self._live.company(customer_id)
        async with acting(company, actor):
            if day not in company.holidays:
                raise NotFound(what="holiday")
            async with self._store.unit(customer_id) as unit:
                current = _version(company.holidays, day)
                await refuse_unseen(unit, company, seen, current, CHANGES["holiday"], day.isoformat())
                await unit.schedules.remove_holiday(customer_id, day)
                was = company.holidays[day] or ""
                await self._audit(unit, customer_id, actor, "holiday_by_calendar", day, was)
            company.holidays = {other: name for other, name in company.holidays.items() if other != day}
            self.take_in(company)
        self._sink.publish(HolidaysChanged(customer_id))

    async def _audit(
        self, unit: UnitOfWork, customer_id: CustomerId, actor: Actor, action: str, day: date, name: str
    ) -> None:
        await unit.credentials.audit(deed(self._clock.now(), customer_id, actor, action, day.isoformat(), name))


def _version(said: Mapping[date, str | None], day: date) -> str:
    return said_version(said[day]) if day in said else NOT_SAID


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as exc:
        raise Invalid(field="day", problem="malformed") from exc
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Invalid(field="day", problem="out_of_range")
    return day
