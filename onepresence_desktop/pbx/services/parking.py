"""Calls parked at places that anyone in the company can dial, and their way back (spec 12.1b, 11.5)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from onepresence_desktop.domain.calls import Call, CallId, CallState, Party
from onepresence_desktop.domain.errors import CallGone, Conflict, NotFound, OnePresenceError
from onepresence_desktop.domain.events import CallChanged, Fact, ParkedChanged
from onepresence_desktop.domain.lost_phone import queue_of
from onepresence_desktop.domain.parking import Parked, free_place
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.reception import HandedOn
from onepresence_desktop.domain.routing import Reject, Ring
from onepresence_desktop.pbx.ports import Clock, EventSink, Router, Telephony
from onepresence_desktop.pbx.services.calls import Calls
from onepresence_desktop.pbx.services.live_state import Company, LiveState

log = logging.getLogger(__name__)

TALKING = {CallState.CONNECTED, CallState.HELD}
LOOK_EVERY = 1.0
"""Seconds between two looks at whether a call's time is up."""


class Parking:
    """The use cases; also an `EventSink`, which hears when a parked call is over or taken back."""

    HEARS = (CallChanged,)

    def __init__(
        self, live: LiveState, calls: Calls, telephony: Telephony, router: Router, clock: Clock, sink: EventSink
    ) -> None:
        self._live = live
        self._calls = calls
        self._telephony = telephony
        self._router = router
        self._clock = clock
        self._sink = sink
        self._promised: set[tuple[CustomerId, str]] = set()

    def publish(self, fact: Fact) -> None:
        """A call that ended, or was taken back, is at no place any more."""
        if isinstance(fact, CallChanged) and fact.call.state in (CallState.ENDED, CallState.CONNECTED):
            company = self._live.companies.get(fact.call.customer_id)
            parked = _of_call(company, fact.call.id) if company is not None else None
            if company is not None and parked is not None:
                self._free(company, parked)

    async def park(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> Parked:
        """Park whom a user talks to. Raises `CallGone`, `CallRefused`, `Conflict` (no place is free)."""
        device_id = self._calls.phone_in(customer_id, user_id, call_id)
        company = self._live.company(customer_id)
        call = company.calls[call_id]
        other = call.callee if call.caller.user_id == user_id else call.caller
        with self._place(company) as place:
            await self._telephony.park(call_id, device_id)
            return self._taken(company, place, call_id, user_id, other)

    async def park_held(self, customer_id: CustomerId, caller: Party) -> Parked:
        """Park the call that a phone holds while its user keys the code at it. Raises what `park` does."""
        company = self._live.company(customer_id)
        mine = [c for c in company.calls.values() if caller.device_id in _devices(c) and c.state in TALKING]
        mine.sort(key=lambda call: (call.state is CallState.HELD, call.started_at))
        if not mine or caller.user_id is None:
            raise CallGone
        return await self.park(customer_id, caller.user_id, mine[-1].id)

    async def park_transferred(self, customer_id: CustomerId, by: Party, call_id: CallId, waiting: Party) -> None:
        """Somebody was transferred to the code by `by`, and is alone in their call. Without a place they go back."""
        company = self._live.company(customer_id)
        if by.user_id is None:
            raise NotFound(what="person")
        try:
            with self._place(company) as place:
                await self._telephony.park(call_id, None)
                self._taken(company, place, call_id, by.user_id, waiting)
        except Conflict:
            await self._telephony.redirect(call_id, self._router.route(waiting, customer_id, by.number))

    async def fetch_at(self, customer_id: CustomerId, code_call: CallId, place: str) -> None:
        """The phone that dialled a place takes the call there. Raises `NotFound`, `CallGone`, `CallRefused`."""
        parked = self._parked(customer_id, place)
        await self._telephony.pick_up(code_call, parked.call_id)

    async def fetch(self, customer_id: CustomerId, user_id: UserId, place: str) -> None:
        """The call at a place rings at the user's own phone. Raises `NotFound`, `NoDevice`, `DeviceNotRegistered`."""
        parked, company = self._parked(customer_id, place), self._live.company(customer_id)
        self._free(company, parked)  # before anything is waited for: who comes second is told that it is gone
        try:
            await self._calls.ring_here(customer_id, user_id, parked.call_id)
        except BaseException:  # whatever it was: it waits on, if it does
            self._back(company, parked)
            raise

    def listing(self, customer_id: CustomerId) -> list[Parked]:
        """All parked calls by their place."""
        return sorted(self._live.company(customer_id).parked.values(), key=lambda parked: parked.id)

    async def run(self) -> None:
        """For ever: bring calls back whose time is up."""
        while True:
            await asyncio.sleep(LOOK_EVERY)
            now = self._clock.now()
            for company in list(self._live.companies.values()):
                for parked in [one for one in company.parked.values() if one.until <= now]:
                    if company.parked.get(parked.id) is not parked:  # taken while another came back
                        continue
                    try:
                        await self._come_back(company, parked)
                    except OnePresenceError as exc:
                        log.info("the call at %s can't come back: %s", parked.id, exc)

    async def _come_back(self, company: Company, parked: Parked) -> None:
        """Ring whoever parked it; the caller's name is shown there. Where nobody can be rung, the call stays.

        Are their phones gone meanwhile, it goes back to the queue it came by.
        """
        self._free(company, parked)
        by = company.dial_plan.users.get(parked.by)  # None: removed meanwhile
        waiting = Party(parked.number, parked.name)
        step = self._router.route(waiting, company.customer.id, by.local_number) if by is not None else None
        call = company.calls.get(parked.call_id)
        queue = queue_of(call.trace, company.dial_plan) if call is not None else ""
        if isinstance(step, Ring) and queue:
            step = replace(step, unreachable=self._router.route(waiting, company.customer.id, queue))
        if step is not None and not isinstance(step, Reject):
            if parked.by in company.desk.attendants:
                company.desk.handed[parked.call_id] = HandedOn(parked.by, parked.id, "")
            await self._telephony.redirect(parked.call_id, step)
        elif parked.call_id in company.calls:
            self._taken(company, parked.id, parked.call_id, parked.by, waiting)

    def _taken(self, company: Company, place: str, call_id: CallId, by: UserId, waiting: Party) -> Parked:
        """The call may have ended while it was put there, or been parked twice. Raises `CallGone`."""
        if call_id not in company.calls:
            raise CallGone
        known = _of_call(company, call_id)
        if known is not None:
            return known
        now = self._clock.now()
        name = company.caller_name(by, waiting.number, waiting.name)
        until = now + timedelta(seconds=company.desk.times.parked_for)
        parked = Parked(place, call_id, by, waiting.number, name, now, until)
        company.parked[place] = parked
        self._sink.publish(ParkedChanged(company.customer.id, place))
        return parked

    def _free(self, company: Company, parked: Parked) -> None:
        if company.parked.get(parked.id) is parked:  # not another call's that came there since
            del company.parked[parked.id]
            self._sink.publish(ParkedChanged(company.customer.id, parked.id))

    def _back(self, company: Company, parked: Parked) -> None:
        """At its place again, or at another where that was given away meanwhile."""
        if parked.call_id not in company.calls or _of_call(company, parked.call_id) is not None:
            return
        taken = self._not_free(company)
        place = parked.id if parked.id not in taken else free_place(taken)
        if place is not None:
            company.parked[place] = replace(parked, id=place)
            self._sink.publish(ParkedChanged(company.customer.id, place))

    def _parked(self, customer_id: CustomerId, place: str) -> Parked:
        parked = self._live.company(customer_id).parked.get(place)
        if parked is None:
            raise NotFound(what="parked_call")
        return parked

    def _not_free(self, company: Company) -> set[str]:
        return {*company.parked, *(one for whose, one in self._promised if whose == company.customer.id)}

    @contextlib.contextmanager
    def _place(self, company: Company) -> Iterator[str]:
        """A free place, promised to nobody else until the block ends. Raises `Conflict`."""
        customer_id = company.customer.id
        place = free_place(self._not_free(company))
        if place is None:
            raise Conflict(what="no_place")
        self._promised.add((customer_id, place))
        try:
            yield place
        finally:
            self._promised.discard((customer_id, place))


def _of_call(company: Company, call_id: CallId) -> Parked | None:
    return next((parked for parked in company.parked.values() if parked.call_id == call_id), None)


def _devices(call: Call) -> tuple[str | None, str | None]:
    return call.caller.device_id, call.callee.device_id
