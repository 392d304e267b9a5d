"""What goes on at the reception: keeps the queue and the day's numbers, and looks up whom callers last spoke with."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import date, timedelta

import msgspec

from onepresence_desktop.domain.calls import Call, CallId, CallState
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.events import (
    CallChanged,
    Fact,
    GroupChanged,
    ParkedChanged,
    PeopleChanged,
    QueueChanged,
    ReceptionDayChanged,
)
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.reception import Around, Day, QueuedCall, QueueState, attends, counted, queued
from onepresence_desktop.pbx.ports import Clock, EventSink, Store
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.wire import codec

log = logging.getLogger(__name__)

KEY = "reception_day"
"""Of the company's setting that keeps the day over a restart."""

SAVE_EVERY = 5.0
"""Seconds between two writings of the day: a call in a crash is worth less than a write for each call."""


class StoredDay(msgspec.Struct, frozen=True, kw_only=True):
    """The setting. waited: seconds of all who were answered, together."""

    on: date
    calls: int
    answered: int
    waited: float


def attendants(company: Company) -> frozenset[UserId]:
    """Who attends to a company's reception; looks at everybody."""
    reception = company.dial_plan.reception
    return frozenset(user.id for user in company.dial_plan.users.values() if attends(user, reception))


class ReceptionQueue:
    """An `EventSink`: of each call that changes it asks the domain where the reception sees it."""

    HEARS = (CallChanged, ParkedChanged, GroupChanged, PeopleChanged)

    def __init__(self, store: Store, live: LiveState, clock: Clock, sink: EventSink) -> None:
        self._store = store
        self._live = live
        self._clock = clock
        self._sink = sink
        self._asked: asyncio.Queue[tuple[CustomerId, CallId]] = asyncio.Queue()
        self._unsaved: set[CustomerId] = set()

    async def load(self) -> None:
        """Read the days at the start."""
        async with self._store.reading() as unit:
            for customer_id, company in self._live.companies.items():
                company.desk.attendants = attendants(company)
                text = await unit.company_numbers.setting(customer_id, KEY)
                if text is not None:
                    kept = codec.decode(text, StoredDay)
                    company.desk.day = Day(kept.on, kept.calls, kept.answered, timedelta(seconds=kept.waited))

    def publish(self, fact: Fact) -> None:
        """A call changed, is parked, or others attend."""
        match fact:
            case CallChanged(call):
                self.look(self._live.company(call.customer_id), call)
            case ParkedChanged(customer_id):
                company = self._live.company(customer_id)
                for call in list(company.calls.values()):
                    self.look(company, call)
            case GroupChanged(customer_id):
                company = self._live.company(customer_id)
                self._attend(company, attendants(company))
            case PeopleChanged(customer_id, user_id):
                company = self._live.company(customer_id)
                user, others = company.dial_plan.users.get(user_id), company.desk.attendants - {user_id}
                one = user is not None and attends(user, company.dial_plan.reception)
                self._attend(company, others | {user_id} if one else others, person=True)

    def look(self, company: Company, call: Call) -> None:
        """Where the reception sees a call now; those who attend are told when that is another place."""
        before, now = company.desk.queue.get(call.id), self._clock.now()
        around = Around(
            company.dial_plan.reception,
            company.desk.attendants,
            company.desk.handed.get(call.id),
            company.desk.taking.get(call.id),
            any(parked.call_id == call.id for parked in company.parked.values()),
        )
        after = queued(before, call, around, now)
        if after is not None and self._given_up(before, after):
            del company.desk.taking[call.id]
            after = queued(before, call, replace(around, taking=None), now)
        lifted = after is not None and after.state is QueueState.TAKEN and before is not None
        if after is None or (lifted and before is not None and before.state is not QueueState.TAKEN):
            company.desk.taking.pop(call.id, None)
            if lifted or call.state in (CallState.CONNECTED, CallState.ENDED):
                company.desk.handed.pop(call.id, None)
        if after == before:
            return
        if after is None:
            del company.desk.queue[call.id]
        else:
            company.desk.queue[call.id] = after
        self._sink.publish(QueueChanged(company.customer.id, call.id))
        self._count(company, before, after)
        if before is None and after is not None and after.number:
            self._asked.put_nowait((company.customer.id, call.id))

    def _given_up(self, before: QueuedCall | None, after: QueuedCall) -> bool:
        """Whoever wanted to answer didn't lift: it rings for all again."""
        return (
            before is not None
            and after.taken_by is not None
            and after.state is QueueState.WAITING
            and before.ringing_at == after.taken_by
            and after.ringing_at != after.taken_by
        )

    def _count(self, company: Company, before: QueuedCall | None, after: QueuedCall | None) -> None:
        now = self._clock.now()
        today = now.astimezone(company.customer.zone).date()
        day = counted(company.desk.day or Day(today), before, after, now, today)
        if day != company.desk.day:
            company.desk.day = day
            self._unsaved.add(company.customer.id)
            self._sink.publish(ReceptionDayChanged(company.customer.id))

    def _attend(self, company: Company, now: frozenset[UserId], *, person: bool = False) -> None:
        """Who attends from now on; of a group also that somebody logged in or out, for each other person nothing."""
        same = now == company.desk.attendants
        company.desk.attendants = now
        if same and person:
            return
        reception = company.dial_plan.reception
        company.desk.paused &= set(reception.logged_out if reception is not None else ())
        for call_id in company.desk.queue if not same else ():
            self._sink.publish(QueueChanged(company.customer.id, call_id))
        self._sink.publish(ReceptionDayChanged(company.customer.id))

    async def run(self) -> None:
        """For ever: say whom callers last spoke with."""
        while True:
            customer_id, call_id = await self._asked.get()
            try:
                await self._look_up(customer_id, call_id)
            except OnePresenceError as exc:
                log.warning("whom a caller last spoke with couldn't be read: %s", exc)

    async def _look_up(self, customer_id: CustomerId, call_id: CallId) -> None:
        company = self._live.company(customer_id)
        one = company.desk.queue.get(call_id)
        if one is None:
            return
        async with self._store.reading() as unit:
            found = await unit.history.last_with(customer_id, one.number, company.desk.attendants)
        one = company.desk.queue.get(call_id)
        if found is not None and one is not None:
            company.desk.queue[call_id] = replace(one, last_with=found[0], last_at=found[1])
            self._sink.publish(QueueChanged(customer_id, call_id))

    async def keep_day(self) -> None:
        """For ever: write the days that changed."""
        while True:
            await asyncio.sleep(SAVE_EVERY)
            for customer_id in list(self._unsaved):
                day = self._live.company(customer_id).desk.day
                self._unsaved.discard(customer_id)
                if day is None:
                    continue
                waited = day.waited.total_seconds()
                kept = StoredDay(on=day.on, calls=day.calls, answered=day.answered, waited=waited)
                try:
                    async with self._store.unit(customer_id) as unit:
                        await unit.company_numbers.put_setting(customer_id, KEY, codec.encode(kept).decode())
                except OnePresenceError as exc:
                    self._unsaved.add(customer_id)
                    log.warning("the reception's day couldn't be written: %s", exc)
