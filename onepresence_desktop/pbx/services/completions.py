"""Call completion: waits until both are free, rings the own phone first, then the colleague's (spec 4.10)."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable

from onepresence_desktop.domain.calls import Call, CallId, CallState, Cause
from onepresence_desktop.domain.completion import Completion, CompletionId, ends_at, free, unanswered
from onepresence_desktop.domain.diversion import DestinationKind, effective
from onepresence_desktop.domain.errors import Conflict, Invalid, NotFound, OnePresenceError
from onepresence_desktop.domain.events import CallChanged, CompletionChanged, Fact
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.pbx.ports import Clock, EventSink, Store
from onepresence_desktop.pbx.services.calls import Calls, new_call_id
from onepresence_desktop.pbx.services.live_state import Company, LiveState

log = logging.getLogger(__name__)

LOOK_EVERY = 1.0
"""Seconds between two looks at who is free."""

MOST = 20
"""Colleagues that one user waits for."""

NOT_REACHED = {Cause.BUSY, Cause.NO_ANSWER, Cause.REJECTED, Cause.CANCELLED, Cause.UNREACHABLE}


class Completions:
    """The use cases; also an `EventSink`, which hears how the calls go that are made here, and who was busy."""

    HEARS = (CallChanged,)

    def __init__(self, store: Store, live: LiveState, calls: Calls, clock: Clock, sink: EventSink) -> None:
        self._store = store
        self._live = live
        self._calls = calls
        self._clock = clock
        self._sink = sink
        self._ringing: dict[CallId, CompletionId] = {}
        self._ended: list[tuple[CustomerId, CompletionId, bool]] = []
        self._missed: dict[UserId, UserId] = {}

    def publish(self, fact: Fact) -> None:
        """A call that was made here goes on, or ended before the own phone was lifted."""
        if not isinstance(fact, CallChanged):
            return
        call = fact.call
        mine = self._ringing.get(call.id)
        if mine is not None and call.state is not CallState.CALLING:
            del self._ringing[call.id]
            lifted = call.state is not CallState.ENDED
            self._ended.append((call.customer_id, mine, lifted))
        self._note(call)

    def _note(self, call: Call) -> None:
        """Whom somebody called last without reaching them."""
        who, whom = call.caller.user_id, call.callee.user_id
        if call.state is not CallState.ENDED or who is None or whom is None or who == whom:
            return
        if call.cause in NOT_REACHED or call.answered_at is None:
            self._missed[who] = whom

    async def add(
        self, customer_id: CustomerId, user_id: UserId, target: UserId, *, phones_only: bool = False
    ) -> Completion:
        """Wait for a colleague; for one who is waited for already it is the same wish.

        Raises `NotFound`, `Invalid`, `Conflict`.
        """
        company = self._live.company(customer_id)
        user = company.user(user_id)
        company.user(target)
        if target == user_id:
            raise Invalid(field="user_id", problem="own")
        async with company.acting(user_id):
            mine = [one for one in company.completions.values() if one.user_id == user_id]
            known = next((one for one in mine if one.target == target), None)
            if known is not None:
                return known
            if len(mine) >= MOST:
                raise Conflict(what="too_many")
            now = self._clock.now()
            until = ends_at(now, user.hours, company.customer.zone)
            made = CompletionId(secrets.token_hex(6))
            completion = Completion(made, customer_id, user_id, target, now, until, phones_only)
            await self._keep(company, completion)
        return completion

    async def add_last(self, customer_id: CustomerId, user_id: UserId) -> User:
        """Wait for whom the user last called in vain; that colleague. Raises `NotFound` where there is nobody."""
        target = self._missed.get(user_id)
        if target is None:
            raise NotFound(what="call")
        await self.add(customer_id, user_id, target)
        return self._live.company(customer_id).user(target)

    async def remove(self, customer_id: CustomerId, user_id: UserId, completion_id: CompletionId) -> None:
        """Give one up. Raises `NotFound`, also for another's."""
        company = self._live.company(customer_id)
        async with company.acting(user_id):
            completion = company.completions.get(completion_id)
            if completion is None or completion.user_id != user_id:
                raise NotFound(what="completion")
            await self._drop(company, completion)

    def listing(self, customer_id: CustomerId, user_id: UserId) -> list[Completion]:
        """A user's own, oldest first."""
        mine = [one for one in self._live.company(customer_id).completions.values() if one.user_id == user_id]
        return sorted(mine, key=lambda one: one.since)

    async def run(self) -> None:
        """For ever: make the calls whose time has come, and end what is over."""
        while True:
            await asyncio.sleep(LOOK_EVERY)
            for company in list(self._live.companies.values()):
                try:
                    await self._look(company)
                except OnePresenceError as exc:
                    log.warning("calls that wait for somebody can't be looked at: %s", exc)

    async def _look(self, company: Company) -> None:
        ended = [one for one in self._ended if one[0] == company.customer.id]
        self._ended = [one for one in self._ended if one not in ended]
        for _, completion_id, lifted in ended:
            await self._settle(company, completion_id, _over if lifted else self._again)
        now = self._clock.now()
        busy = set(self._ringing.values())
        for completion in list(company.completions.values()):
            if completion.until <= now and completion.id not in busy:
                await self._settle(company, completion.id, _over)
            elif completion.id not in busy and self._due(company, completion):
                await self._ring(company, completion)

    def _again(self, completion: Completion) -> Completion | None:
        return unanswered(completion, self._clock.now())

    def _due(self, company: Company, completion: Completion) -> bool:
        if completion.not_before is not None and self._clock.now() < completion.not_before:
            return False
        mine = self._free(company, completion.user_id, phones_only=True)
        return mine and self._free(company, completion.target, phones_only=completion.phones_only)

    def _free(self, company: Company, user_id: UserId, *, phones_only: bool) -> bool:
        diversion = effective(company.dial_plan.diversions.get(user_id, ()), self._clock.now())
        diverted = diversion is not None and diversion.destination.kind is not DestinationKind.OPEN
        states = [company.state_of(device) for device in company.devices_of(user_id) if device.registers]
        return free(states, diverted=diverted and not phones_only)

    async def _ring(self, company: Company, completion: Completion) -> None:
        number, call_id = company.user(completion.target).local_number, new_call_id()
        self._ringing[call_id] = completion.id  # before it begins: a phone may refuse it in the same moment
        try:
            await self._calls.originate(company.customer.id, completion.user_id, number, None, call_id)
        except OnePresenceError as exc:
            log.info("a call that waited can't be made: %s", exc)
            self._ringing.pop(call_id, None)
            await self._settle(company, completion.id, self._again)

    async def _settle(
        self, company: Company, completion_id: CompletionId, becomes: Callable[[Completion], Completion | None]
    ) -> None:
        async with company.lock:
            completion = company.completions.get(completion_id)
            if completion is None:
                return
            changed = becomes(completion)
            if changed is None:
                await self._drop(company, completion)
            else:
                await self._keep(company, changed)

    async def _keep(self, company: Company, completion: Completion) -> None:
        async with self._store.unit(company.customer.id) as unit:
            await unit.completions.put(completion)
        company.completions[completion.id] = completion
        self._sink.publish(CompletionChanged(company.customer.id, completion.user_id, completion.id))

    async def _drop(self, company: Company, completion: Completion) -> None:
        async with self._store.unit(company.customer.id) as unit:
            await unit.completions.remove(completion.id)
        company.completions.pop(completion.id, None)
        self._sink.publish(CompletionChanged(company.customer.id, completion.user_id, completion.id))


def _over(_: Completion) -> None:
    """Made, or past its time."""
