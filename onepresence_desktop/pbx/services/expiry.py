"""The server owns time: diversions start and end, and working hours begin and end, on its clock (spec 3.5).

Routing reads the clock itself and is never late; this room tells everyone, and tidies away what is over.
"""

from __future__ import annotations

import asyncio
import heapq
import logging
from datetime import datetime

from onepresence_desktop.domain import meetings
from onepresence_desktop.domain.diversion import next_change
from onepresence_desktop.domain.errors import Unavailable
from onepresence_desktop.domain.events import DiversionsChanged, Fact, MeetingsChanged, PeopleChanged, WorkBeganOrEnded
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.ports import Clock, EventSink
from onepresence_desktop.pbx.services.diversions import DiversionService
from onepresence_desktop.pbx.services.live_state import Company, LiveState

log = logging.getLogger(__name__)

LONGEST_SLEEP = 20.0
"""Seconds; the machine's clock may be set, or the machine may have slept, meanwhile."""

PAUSE_WHEN_AWAY = 2.0
"""Seconds until another try when the store can't be written."""


class Expiry:
    """Sleeps until the next moment at which anyone's state changes by itself. Also an `EventSink`: hears of changes."""

    HEARS = (DiversionsChanged, MeetingsChanged, PeopleChanged)

    def __init__(self, live: LiveState, diversions: DiversionService, clock: Clock, sink: EventSink) -> None:
        self._live = live
        self._diversions = diversions
        self._clock = clock
        self._sink = sink
        self._moments: list[tuple[datetime, CustomerId, UserId]] = []
        self._next: dict[UserId, datetime] = {}
        self._wake = asyncio.Event()

    def publish(self, fact: Fact) -> None:
        """A change may bring a nearer moment."""
        match fact:
            case (
                DiversionsChanged(customer_id, user_id)
                | MeetingsChanged(customer_id, user_id)
                | PeopleChanged(customer_id, user_id)
            ):
                company = self._live.companies.get(customer_id)
                if company is not None:
                    self._note(company, user_id)

    async def run(self) -> None:
        """For ever, from what was loaded: also what ended while the service was down."""
        self._moments.clear()
        self._next.clear()
        for company in self._live.companies.values():
            for user_id in company.dial_plan.users:
                if not await self._act(company.customer.id, user_id, at=None):
                    self._push(self._clock.now(), company.customer.id, user_id)
        while True:
            now = self._clock.now()
            if self._moments and self._moments[0][0] <= now:
                moment, customer_id, user_id = heapq.heappop(self._moments)
                if self._next.get(user_id) == moment and not await self._act(customer_id, user_id, at=moment):
                    self._push(moment, customer_id, user_id)
                    await asyncio.sleep(PAUSE_WHEN_AWAY)
                continue
            sleep = LONGEST_SLEEP
            if self._moments:
                sleep = min(sleep, (self._moments[0][0] - now).total_seconds())
            self._wake.clear()
            try:
                async with asyncio.timeout(sleep):
                    await self._wake.wait()
            except TimeoutError:
                pass

    def wake(self) -> None:
        """Look at the clock again."""
        self._wake.set()

    async def _act(self, customer_id: CustomerId, user_id: UserId, *, at: datetime | None) -> bool:
        """Do what is due for a user (`at`: the moment that came) and note the next; False when the store is away."""
        now = self._clock.now()
        company = self._live.companies.get(customer_id)
        user = company.dial_plan.users.get(user_id) if company is not None else None
        if company is None or user is None:
            self._next.pop(user_id, None)
            return True
        mine = company.dial_plan.diversions.get(user_id, ())
        try:
            again = company.look_again.get(user_id)
            if any(d.ended(now) or d.starts_at == at for d in mine) or (again is not None and again <= now):
                await self._diversions.end_over(customer_id, user_id)
        except Unavailable as exc:
            log.warning("what is over could not be tidied away: %s", exc)
            return False
        if at is not None and user_id in company.meetings:
            self._sink.publish(MeetingsChanged(customer_id, user_id))
        if at is not None and user.hours.used:
            self._sink.publish(WorkBeganOrEnded(customer_id, user_id))
        self._next.pop(user_id, None)
        self._note(company, user_id)
        return True

    def _note(self, company: Company, user_id: UserId) -> None:
        user = company.dial_plan.users.get(user_id)
        if user is None:
            return
        now = self._clock.now()
        moments = (
            next_change(company.dial_plan.diversions.get(user_id, ()), now),
            user.hours.next_change(now, company.customer.zone),
            company.look_again.get(user_id),
            meetings.next_change(company.meetings.get(user_id, ()), now, out_of_office=True),
        )
        moment = min((m for m in moments if m is not None), default=None)
        if moment is None or self._next.get(user_id) == moment:
            return
        nearest = self._moments[0][0] if self._moments else None
        self._push(moment, company.customer.id, user_id)
        if nearest is None or moment < nearest:
            self._wake.set()

    def _push(self, moment: datetime, customer_id: CustomerId, user_id: UserId) -> None:
        self._next[user_id] = moment
        heapq.heappush(self._moments, (moment, customer_id, user_id))
