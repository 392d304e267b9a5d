"""Recurring absences: keeping them, and having them divert calls when they come (spec 3.4, 3.5, 3.8).

Schedules are on disk; what they come to is not: each user's occurrences of the next day and a half are made anew from
them, at the start, after each change and once a day, and stand among the diversions that routing reads.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from msgspec import UNSET

from onepresence_desktop.domain import preview as previews
from onepresence_desktop.domain.diversion import (
    VOICEMAIL,
    Destination,
    DestinationKind,
    Diversion,
    DiversionId,
    Origin,
    Reason,
    stretches,
)
from onepresence_desktop.domain.errors import Invalid, NotFound
from onepresence_desktop.domain.events import (
    DiversionsChanged,
    Fact,
    HolidaysChanged,
    ScheduleChanged,
    ScheduleRemoved,
)
from onepresence_desktop.domain.names import proper_name, proper_text
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.schedule import Schedule, ScheduleId, checked, occurrences
from onepresence_desktop.pbx.ports import Clock, EventSink, Store, UnitOfWork
from onepresence_desktop.pbx.services import views
from onepresence_desktop.pbx.services.holidays import HolidayService
from onepresence_desktop.pbx.services.live_state import Company, LiveState, changed, with_diversions
from onepresence_desktop.pbx.services.numbers import destination
from onepresence_desktop.wire.bodies import ScheduleBody
from onepresence_desktop.wire.schedules import OccurrencesView, ScheduleView, StretchView

AHEAD = timedelta(hours=36)
"""How far ahead occurrences stand among the diversions."""
LOOK_AGAIN = timedelta(hours=24)
"""After which they are made anew; within `AHEAD`, so that none is missed."""
MOST = 100
"""Schedules of one user."""
LONGEST_WINDOW = timedelta(days=400)
"""Of one question for occurrences."""
SHOWN = timedelta(days=14)
"""The window of a question that names none."""

REQUIRED = ("start", "duration", "reason", "destination")


class ScheduleService:
    """The use cases of one's own schedules. Committed, then swapped in, then told."""

    HEARS = (HolidaysChanged,)

    def __init__(self, store: Store, live: LiveState, holidays: HolidayService, clock: Clock, sink: EventSink) -> None:
        self._store = store
        self._live = live
        self._holidays = holidays
        self._clock = clock
        self._sink = sink

    async def load(self) -> None:
        """Read all schedules and make everyone's occurrences, at the start: before the first call, after holidays."""
        async with self._store.reading() as unit:
            for company in self._live.companies.values():
                for schedule in await unit.schedules.all(company.customer.id):
                    own = company.schedules.get(schedule.user_id, ())
                    company.schedules[schedule.user_id] = (*own, schedule)
        now = self._clock.now()
        for company in self._live.companies.values():
            for user_id in company.schedules:
                self.refresh(company, user_id, now)

    def publish(self, fact: Fact) -> None:
        """An `EventSink`: other holidays are other absences."""
        if isinstance(fact, HolidaysChanged):
            company = self._live.company(fact.customer_id)
            for user_id, own in company.schedules.items():
                if any(schedule.skip_holidays for schedule in own):
                    self._refresh_and_tell(company, user_id)

    def listing(self, customer_id: CustomerId, user_id: UserId) -> list[ScheduleView]:
        """All of them, oldest first."""
        return [views.schedule(each) for each in self._live.company(customer_id).schedules.get(user_id, ())]

    async def add(self, customer_id: CustomerId, user_id: UserId, body: ScheduleBody) -> ScheduleView:
        """Make one. Raises `Invalid`, `RouteLoop`, `DeadEnd`."""
        for name in REQUIRED:
            if getattr(body, name) is UNSET:
                raise Invalid(field=name, problem="missing")
        company = self._live.company(customer_id)
        async with company.acting(user_id):
            own = company.schedules.get(user_id, ())
            if len(own) >= MOST:
                raise Invalid(field="", problem="too_many")
            blank = Schedule(
                ScheduleId(secrets.token_hex(8)),
                company.user(user_id).id,
                datetime(2001, 1, 1),  # noqa: DTZ001  (replaced by the body's)
                timedelta(),
                company.customer.time_zone,
                Reason.OTHER,
                VOICEMAIL,
                self._clock.now(),
            )
            return await self._put(company, self._with(company, blank, body), new=True)

    async def change(
        self, customer_id: CustomerId, user_id: UserId, schedule_id: ScheduleId, body: ScheduleBody
    ) -> ScheduleView:
        """Change one; what isn't in the body stays. Raises as `add`, and `NotFound`."""
        company = self._live.company(customer_id)
        async with company.acting(user_id):
            old = self._existing(company, user_id, schedule_id)
            return await self._put(company, self._with(company, old, body), new=False)

    async def remove(self, customer_id: CustomerId, user_id: UserId, schedule_id: ScheduleId) -> None:
        """Stop one; what of it runs now ends. Raises `NotFound`."""
        company = self._live.company(customer_id)
        async with company.acting(user_id):
            self._existing(company, user_id, schedule_id)
            async with self._store.unit(company.customer.id) as unit:
                await unit.schedules.remove(schedule_id)
            left = tuple(s for s in company.schedules.get(user_id, ()) if s.id != schedule_id)
            company.schedules = changed(company.schedules, user_id, left or None)
            self._sink.publish(ScheduleRemoved(customer_id, user_id, schedule_id))
            self._refresh_and_tell(company, user_id)

    def occurrences(
        self, customer_id: CustomerId, user_id: UserId, start: datetime | None, end: datetime | None
    ) -> OccurrencesView:
        """All absences that lie in a window, by start, and which counts when. Raises `Invalid` for the window."""
        company = self._live.company(customer_id)
        start, end = window(start, end, self._clock.now())
        absences = self.absences(company, user_id, start, end)
        return OccurrencesView(
            occurrences=[views.occurrence(each) for each in absences],
            counts=[
                StretchView(id=s.diversion.id, starts_at=s.starts_at, until=s.ends_at)
                for s in stretches(absences, start, end)
            ],
        )

    def absences(self, company: Company, user_id: UserId, start: datetime, end: datetime) -> list[Diversion]:
        """Diversions by hand and occurrences that lie in a window, by start."""
        by_hand = (d for d in company.dial_plan.diversions.get(user_id, ()) if d.origin is not Origin.SCHEDULE)
        days = self._holidays.days(company)
        found = [d for d in by_hand if d.starts_at < end and not d.ended(start)]
        for schedule in company.schedules.get(user_id, ()):
            found += (each.diversion() for each in occurrences(schedule, start, end, holidays=days))
        return sorted(found, key=lambda d: (d.starts_at, d.id))

    async def skip(self, unit: UnitOfWork, company: Company, scheduled: Iterable[Diversion]) -> list[Schedule]:
        """Write down that some occurrences don't come; to be taken in by `took` after the commit."""
        skipped: dict[ScheduleId, Schedule] = {}
        for diversion in scheduled:
            schedule_id, _, day = diversion.id.partition("@")
            known = skipped.get(ScheduleId(schedule_id)) or self._existing(
                company, diversion.user_id, ScheduleId(schedule_id)
            )
            exdates = tuple(sorted({*known.exdates, datetime.fromisoformat(day).date()}))
            skipped[known.id] = replace(known, exdates=exdates)
        for schedule in skipped.values():
            await unit.schedules.put(schedule)
        return list(skipped.values())

    def took(self, company: Company, skipped: Iterable[Schedule]) -> None:
        """What `skip` wrote is committed."""
        for schedule in skipped:
            self._swap(company, schedule)

    def refresh(self, company: Company, user_id: UserId, now: datetime) -> bool:
        """Make a user's occurrences anew; whether any is another than before."""
        days = self._holidays.days(company)
        made = tuple(
            each.diversion()
            for schedule in company.schedules.get(user_id, ())
            for each in occurrences(schedule, now, now + AHEAD, holidays=days)
        )
        if company.schedules.get(user_id):
            company.look_again[user_id] = now + LOOK_AGAIN
        else:
            company.look_again.pop(user_id, None)
        if made == company.scheduled.get(user_id, ()):
            return False
        company.scheduled = changed(company.scheduled, user_id, made or None)
        by_hand = (d for d in company.dial_plan.diversions.get(user_id, ()) if d.origin is not Origin.SCHEDULE)
        with_diversions(company, user_id, (*by_hand, *made))
        return True

    def _refresh_and_tell(self, company: Company, user_id: UserId) -> None:
        if self.refresh(company, user_id, self._clock.now()):
            self._sink.publish(DiversionsChanged(company.customer.id, user_id))

    async def _put(self, company: Company, schedule: Schedule, *, new: bool) -> ScheduleView:
        async with self._store.unit(company.customer.id) as unit:
            await unit.schedules.put(schedule)
        self._swap(company, schedule, new=new)
        self._refresh_and_tell(company, schedule.user_id)
        return views.schedule(schedule)

    def _swap(self, company: Company, schedule: Schedule, *, new: bool = False) -> None:
        own = company.schedules.get(schedule.user_id, ())
        kept = (*own, schedule) if new else tuple(schedule if s.id == schedule.id else s for s in own)
        company.schedules = changed(company.schedules, schedule.user_id, kept)
        self._sink.publish(ScheduleChanged(company.customer.id, schedule))

    def _existing(self, company: Company, user_id: UserId, schedule_id: ScheduleId) -> Schedule:
        for schedule in company.schedules.get(user_id, ()):
            if schedule.id == schedule_id:
                return schedule
        raise NotFound(what="schedule")

    def _with(self, company: Company, old: Schedule, body: ScheduleBody) -> Schedule:
        given = {
            name: value
            for name in ("rrule", "start", "duration", "skip_holidays", "reason")
            if (value := getattr(body, name)) is not UNSET
        }
        schedule = replace(
            old,
            **given,
            title=proper_name(body.title, "title") if isinstance(body.title, str) else old.title,
            zone=body.time_zone if isinstance(body.time_zone, str) else old.zone,
            exdates=tuple(sorted(set(body.exdates))) if isinstance(body.exdates, list) else old.exdates,
            note=proper_text(body.note, "note") if isinstance(body.note, str) else old.note,
            reception_note=proper_text(body.reception_note, "reception_note")
            if isinstance(body.reception_note, str)
            else old.reception_note,
        )
        if isinstance(body.destination, Destination):
            schedule = replace(schedule, destination=destination(body.destination, company.customer, "destination"))
        if schedule.reason is Reason.DO_NOT_DISTURB and schedule.destination.kind is DestinationKind.OPEN:
            raise Invalid(field="destination.kind", problem="rings")
        schedule = checked(schedule)
        now = self._clock.now()
        trial = Diversion(
            DiversionId("trial"), schedule.user_id, schedule.reason, now, None, schedule.destination, created_at=now
        )
        previews.refuse_nowhere(previews.preview(company.dial_plan, schedule.user_id, trial, now))
        return schedule


def window(start: datetime | None, end: datetime | None, now: datetime) -> tuple[datetime, datetime]:
    """The window of a question: from now, fourteen days, unless told otherwise. Raises `Invalid`."""
    start = start or now
    if start.tzinfo is None or (end is not None and end.tzinfo is None):
        raise Invalid(field="from" if start.tzinfo is None else "to", problem="no_time_zone")
    if not 2001 <= start.year <= 2099:
        raise Invalid(field="from", problem="out_of_range")
    end = end or start + SHOWN
    if not start < end <= start + LONGEST_WINDOW:
        raise Invalid(field="to", problem="out_of_range")
    return start, end
