"""What receptionists do with calls and for colleagues (spec chapter 11)."""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import replace

from onepresence_desktop.domain.calls import Call, CallId, CallState, Party, TraceEntry, TraceKind
from onepresence_desktop.domain.diversion import Forwarding
from onepresence_desktop.domain.errors import (
    CallGone,
    CallRefused,
    Conflict,
    Forbidden,
    NoLineOut,
    NotFound,
    NumberRefused,
    OnePresenceError,
)
from onepresence_desktop.domain.events import MessageChanged, ReceptionDayChanged
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.outgoing import Outgoing, Way
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.domain.reception import (
    RECALL_SECONDS,
    DeskState,
    HandedOn,
    QueueState,
    attends,
)
from onepresence_desktop.domain.routing import OwnPhone, Reject, Ring, RingStage, Step, Trunk, Voicemail
from onepresence_desktop.domain.steps import Hop, ring_outside
from onepresence_desktop.pbx.ports import AuditEntry, Clock, EventSink, Router, Telephony, UnitOfWork
from onepresence_desktop.pbx.prompts import letters
from onepresence_desktop.pbx.services import reception_views
from onepresence_desktop.pbx.services.calls import Calls
from onepresence_desktop.pbx.services.diversions import Also, DiversionService
from onepresence_desktop.pbx.services.groups import GroupService
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.numbers import to_dial
from onepresence_desktop.pbx.services.outbox import Outbox
from onepresence_desktop.pbx.services.reception_queue import ReceptionQueue
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire.bodies import DiversionRequest
from onepresence_desktop.wire.reception import ReceptionView
from onepresence_desktop.wire.views import StandingView

TALKING = {CallState.CONNECTED, CallState.HELD}


class Reception:
    """The use cases. All raise `Forbidden` for whoever doesn't attend to the reception."""

    def __init__(
        self,
        live: LiveState,
        queue: ReceptionQueue,
        calls: Calls,
        diversions: DiversionService,
        groups: GroupService,
        outbox: Outbox,
        telephony: Telephony,
        router: Router,
        clock: Clock,
        sink: EventSink,
    ) -> None:
        self._live = live
        self._queue = queue
        self._calls = calls
        self._diversions = diversions
        self._groups = groups
        self._outbox = outbox
        self._telephony = telephony
        self._router = router
        self._clock = clock
        self._sink = sink

    async def load(self) -> None:
        """Read the days at the start."""
        await self._queue.load()

    def seen(self, principal: Principal) -> ReceptionView:
        """The queue, longest waiting first, and the day."""
        company, user = self._attendant(principal)
        calls = sorted(company.desk.queue.values(), key=lambda one: one.since)
        return ReceptionView(
            calls=[reception_views.queued(company, one, user.id) for one in calls],
            day=reception_views.reception_day(company, self._clock.now()),
        )

    # --- calls ---

    async def answer(self, principal: Principal, call_id: CallId) -> None:
        """Take a call that waits, or is parked, at one's own phone, which lifts by itself where it can.

        What the user talks in is put on hold. Raises `CallGone`, `Conflict` (`taken`, with the holder's name),
        `NoDevice`, `DeviceNotRegistered`.
        """
        call = self._call(principal, call_id)
        company, user = self._attendant(principal)
        one = company.desk.queue.get(call_id)
        parked = any(place.call_id == call_id for place in company.parked.values())
        if one is None and not parked:
            raise CallGone
        given = one is not None and one.state is QueueState.HANDED_ON and one.ringing_at == user.id
        holder = company.desk.taking.get(call_id) or (one.taken_by if one is not None and not given else None)
        if holder is not None and (holder != user.id or (one is not None and one.state is QueueState.TAKEN)):
            raise Conflict(what="taken", holder=company.user(holder).name)
        company.desk.taking[call_id] = user.id  # before anything is waited for: who comes second is told who was first
        self._queue.look(company, call)
        try:
            await self._hold_others(company, user, call_id)
            await self._lift(company, user, call_id)
        except BaseException:  # whatever it was, and also when nobody waits for the answer: the others may take it
            company.desk.taking.pop(call_id, None)
            if call_id in company.calls:
                self._queue.look(company, company.calls[call_id])
            raise

    async def _lift(self, company: Company, user: User, call_id: CallId) -> None:
        try:
            await self._telephony.lift(call_id, user.id)
        except Conflict:
            await self._calls.answer_here(company.customer.id, user.id, call_id)

    async def _hold_others(self, company: Company, user: User, but: CallId) -> None:
        for call_id, seen in list(company.call_views.items()):
            other = company.calls.get(call_id)  # others may end while one is held
            if call_id != but and user.id in seen and other is not None and other.state is CallState.CONNECTED:
                # It is over, or the phone holds it by itself when it lifts.
                with contextlib.suppress(CallGone, CallRefused, Conflict):
                    await self._calls.hold(company.customer.id, user.id, call_id)

    async def hand_on(self, principal: Principal, call_id: CallId, to: str, *, mailbox: bool) -> None:
        """Send a call that waits, or that the user is in, to a number or to a colleague's mailbox.

        Nobody takes it there: it comes back. Raises `CallGone`, `Conflict` (`taken`), `NumberRefused`, `NoLineOut`,
        `NotFound` (no mailbox).
        """
        call = self._call(principal, call_id)
        company, user = self._attendant(principal)
        one = company.desk.queue.get(call_id)
        mine = user.id in (call.caller.user_id, call.callee.user_id) and call.state in TALKING
        if not mine and one is None:
            raise CallGone
        if not mine and one is not None and one.taken_by not in (None, user.id):
            raise Conflict(what="taken", holder=company.user(one.taken_by).name)
        waiting = call.callee if call.caller.user_id == user.id else call.caller
        number = to_dial(to, company.customer)
        if not mailbox:
            self._refuse_themselves(company, waiting, number)
        step = self._to_mailbox(company, user, number) if mailbox else self._onward(company, user, waiting, number)
        if mine:
            await self._telephony.park(call_id, self._calls.phone_in(company.customer.id, user.id, call_id))
        before = company.desk.handed.get(call_id)
        target = company.dial_plan.find(number)
        if target is not None and target == company.dial_plan.reception:  # it waits for all again
            company.desk.handed.pop(call_id, None)
        elif not mailbox:
            name = target.name if target is not None else ""
            to_user = target.id if isinstance(target, User) else None
            company.desk.handed[call_id] = HandedOn(user.id, target.local_number if target else number, name, to_user)
        try:
            await self._telephony.redirect(call_id, step)
        except BaseException:  # it was given to nobody, and so comes back from nobody
            company.desk.handed.pop(call_id, None)
            if before is not None:
                company.desk.handed[call_id] = before
            raise

    def _refuse_themselves(self, company: Company, party: Party, number: str) -> None:
        """Nobody is handed on to themselves, nor asked about it: it would ring at the phone they speak from."""
        target = company.dial_plan.find(number)
        if isinstance(target, User) and target.id == party.user_id:
            raise NumberRefused(number=number)

    def _to_mailbox(self, company: Company, user: User, number: str) -> Step:
        target = company.dial_plan.find(number)
        if not isinstance(target, User) or target.closed:
            raise NotFound(what="mailbox")
        entry = TraceEntry(TraceKind.VOICEMAIL, target.local_number, target.name, target.id)
        return Voicemail(target.id, Forwarding.CFNR, trace=(_by(user), entry))

    def _onward(self, company: Company, user: User, waiting: Party, number: str) -> Step:
        """Ring there for a while, then back at whoever handed the call on, then at all of the reception."""
        step = self._router.route(waiting, company.customer.id, number)
        if isinstance(step, Reject):
            raise NumberRefused(number=number)
        if isinstance(step, Trunk):
            if not company.dial_plan.line_out:
                raise NoLineOut(number=number)
            step = ring_outside(step)
        step = replace(step, trace=(_by(user), *step.trace))
        if not isinstance(step, Ring):
            return step
        hops = (*step.hops, Hop(number, Forwarding.CFNR))
        reception = company.dial_plan.reception
        everyone = self._router.route(waiting, company.customer.id, (reception or user).local_number, hops)
        phones = tuple(OwnPhone(device.id, waits=True) for device in company.devices_of(user.id) if device.registers)
        back = Ring((RingStage(phones),), RECALL_SECONDS, everyone, everyone, everyone, user.id, None, hops, step.trace)
        return replace(step, seconds=company.desk.times.back_after, busy=back, no_reply=back, unreachable=back)

    async def announce(self, principal: Principal, call_id: CallId, to: str) -> CallId:
        """Hold a call of one's own and call somebody about it; joined by the transfer of two calls.

        Raises `CallGone`, `Conflict` (not talking), `NumberRefused`, `NoLineOut`, `DeviceNotRegistered`.
        """
        call = self._call(principal, call_id)
        company, user = self._attendant(principal)
        customer_id = company.customer.id
        about = call.callee if call.caller.user_id == user.id else call.caller
        self._refuse_themselves(company, about, to_dial(to, company.customer))
        device = self._calls.phone_in(customer_id, user.id, call_id)
        if call.state is CallState.CONNECTED:
            await self._calls.hold(customer_id, user.id, call_id)
        try:
            return await self._calls.originate(customer_id, user.id, to, device, answers=True)
        except OnePresenceError:  # nobody is asked, so nobody is kept waiting
            if call.state is CallState.CONNECTED:
                with contextlib.suppress(CallGone, CallRefused, Conflict):
                    await self._calls.resume(customer_id, user.id, call_id)
            raise

    # --- people ---

    async def divert(self, principal: Principal, user_id: UserId, body: DiversionRequest) -> StandingView:
        """Set a colleague's diversion; it is audited, and they are told. Raises what setting one's own does."""
        company, by = self._for_colleague(principal, user_id)
        told: list[Message] = []
        made = await self._diversions.add(
            principal.customer_id, user_id, body, by.id, self._also(company, by, user_id, "diverted", told)
        )
        self._tell(principal.customer_id, told)
        return made

    async def open_phone(self, principal: Principal, user_id: UserId) -> None:
        """End a colleague's diversions that run now; audited, and they are told."""
        company, by = self._for_colleague(principal, user_id)
        told: list[Message] = []
        also = self._also(company, by, user_id, "opened", told)
        await self._diversions.open_phone(principal.customer_id, user_id, by.id, also)
        self._tell(principal.customer_id, told)

    def _also(self, company: Company, by: User, user_id: UserId, what: str, told: list[Message]) -> Also:
        """What is written with the change itself: who did it, and a message that says so."""

        async def write(unit: UnitOfWork) -> None:
            if not attends(company.user(by.id), company.dial_plan.reception):
                raise Forbidden
            whose, now = company.user(user_id), self._clock.now()
            await unit.credentials.audit(
                AuditEntry(now, company.customer.id, by.id, f"colleague_{what}", whose.local_number)
            )
            if by.id == user_id:
                return
            letter = letters.by_reception(whose.language, by=by.name, opened=what == "opened")
            message_id = MessageId(secrets.token_hex(8))
            message = Message(message_id, user_id, MessageKind.EMAIL, by.local_number, by.name, now, text=letter.short)
            await unit.messages.put(message)
            told.append(message)
            if whose.email:
                out = Outgoing(
                    f"{message_id}-mail", company.customer.id, Way.EMAIL, whose.email, letter.text, now, now,
                    subject=letter.subject, user_id=by.id,
                )  # fmt: skip
                await self._outbox.put(unit, out)

        return write

    def _tell(self, customer_id: CustomerId, told: list[Message]) -> None:
        for message in told:
            self._sink.publish(MessageChanged(customer_id, message))
        if told:
            self._outbox.wake()

    # --- the desk ---

    async def at_desk(self, principal: Principal, state: DeskState) -> None:
        """Have the reception's calls ring at one's phone, or not. Raises `NotFound` for who isn't in the group."""
        company, user = self._attendant(principal)
        reception = company.dial_plan.reception
        if reception is None:
            raise NotFound(what="group")
        if user.id not in reception.members:
            raise NotFound(what="member")
        paused = user.id in company.desk.paused
        if state is DeskState.PAUSED:
            company.desk.paused.add(user.id)
        try:
            out = state is not DeskState.IN
            await self._groups.log_member(principal.customer_id, reception.id, user.id, user.id, out=out)
        except BaseException:
            if not paused:
                company.desk.paused.discard(user.id)
            raise
        if state is not DeskState.PAUSED:
            company.desk.paused.discard(user.id)
        self._sink.publish(ReceptionDayChanged(principal.customer_id))

    def _call(self, principal: Principal, call_id: CallId) -> Call:
        """A call of the company; of another's nobody hears more than that it isn't there. Raises `CallGone`."""
        call = self._live.company(principal.customer_id).calls.get(call_id)
        if call is None:
            raise CallGone
        return call

    def _for_colleague(self, principal: Principal, user_id: UserId) -> tuple[Company, User]:
        self._live.company(principal.customer_id).user(user_id)
        return self._attendant(principal)

    def _attendant(self, principal: Principal) -> tuple[Company, User]:
        company = self._live.company(principal.customer_id)
        user = company.user(principal.user_id)
        if not attends(user, company.dial_plan.reception):
            raise Forbidden
        return company, user


def _by(user: User) -> TraceEntry:
    return TraceEntry(TraceKind.TRANSFERRED, user.local_number, user.name, user.id)
