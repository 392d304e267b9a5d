"""Calls: what drivers report becomes state, events and history; what users ask for becomes verbs of the driver."""

from __future__ import annotations

import logging
import secrets
from dataclasses import replace
from datetime import datetime

from onepresence_desktop.domain.calls import Call, CallId, CallRecord, CallState, Cause, Party, TraceEntry, TraceKind
from onepresence_desktop.domain.diversion import Destination, DestinationKind, Forwarding
from onepresence_desktop.domain.errors import (
    CallGone,
    Conflict,
    DeadEnd,
    DeviceNotRegistered,
    Invalid,
    NoDevice,
    NoLineOut,
    NotFound,
    NumberRefused,
)
from onepresence_desktop.domain.events import CallChanged, DeviceStateChanged
from onepresence_desktop.domain.names import cleaned_name
from onepresence_desktop.domain.number_shown import for_one_call
from onepresence_desktop.domain.passing import AGAIN_WITHIN
from onepresence_desktop.domain.people import CustomerId, Device, DeviceId, DeviceKind, HuntGroup, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.reception import caretakers
from onepresence_desktop.domain.routing import Hop, OwnPhone, Reject, Ring, RingStage, Trunk, Voicemail, route
from onepresence_desktop.pbx.ports import (
    CallProgress,
    Clock,
    DeviceChanged,
    EventSink,
    Health,
    Router,
    Telephony,
    TelephonyEvent,
)
from onepresence_desktop.pbx.services.call_story import CallStory
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.numbers import destination, to_dial
from onepresence_desktop.pbx.services.records import Records

log = logging.getLogger(__name__)

PREFERRED = (DeviceKind.DESK, DeviceKind.SOFTPHONE, DeviceKind.MOBILE)
"""Which phone calls when the user names none (spec 4.6)."""


LONGEST_DIALLED = 40
"""Characters of what was to be called that its line keeps: more than any number has."""

TAKING_SECONDS = 20
"""How long a colleague's call rings at who wants to take it."""


def new_call_id() -> CallId:
    """A name that no call has had."""
    return CallId(secrets.token_hex(8))


class Calls:
    """Live calls of all customers, and their verbs; what is left of an ended one goes to `Records`."""

    def __init__(
        self, records: Records, live: LiveState, telephony: Telephony, router: Router, clock: Clock, sink: EventSink
    ) -> None:
        self._records = records
        self._live = live
        self._telephony = telephony
        self._router = router
        self._clock = clock
        self._sink = sink
        self._stories: dict[CallId, CallStory] = {}

    # --- from the driver ---

    def take(self, event: TelephonyEvent) -> None:
        """Whatever a driver tells, in order, on the loop."""
        match event:
            case DeviceChanged(device_id, state):
                self._device(device_id, state)
            case CallProgress():
                self._progress(event, self._clock.now())
            case Health(up, detail):
                log.info("telephony is %s %s", "up" if up else "away", detail)
                self.take_states()

    def take_states(self) -> None:
        """Every phone's state as the driver knows it now; those it doesn't know are unknown."""
        states = self._telephony.devices()
        for company in self._live.companies.values():
            for device_id in company.devices:
                self._device(device_id, states.get(device_id, DeviceState.UNKNOWN))

    def _device(self, device_id: DeviceId, state: DeviceState) -> None:
        company = self._live.company_of_device(device_id)
        if company is None or company.states.get(device_id) is state:
            return
        company.states[device_id] = state
        device = company.devices[device_id]
        self._sink.publish(DeviceStateChanged(company.customer.id, device.user_id, device_id, state))

    def _progress(self, progress: CallProgress, now: datetime) -> None:
        company = self._live.companies.get(progress.customer_id)
        if company is None:
            return
        progress = _cleaned(progress)
        story = self._stories.get(progress.call_id)
        if story is None:
            if progress.state is CallState.ENDED and progress.call_id not in company.calls:
                story = CallStory.begin(progress, now)
            else:
                story = self._stories[progress.call_id] = CallStory.begin(progress, now)
        elif not story.go_on(progress, now):
            log.warning("call %s can't go from %s to %s", progress.call_id, story.call.state, progress.state)
            return
        company.calls[progress.call_id] = story.call
        company.rang[progress.call_id] = story.rang
        company.declined[progress.call_id] = story.declined
        self._sink.publish(CallChanged(story.call))
        if story.call.state is CallState.ENDED:
            self._stories.pop(progress.call_id, None)
            company.calls.pop(progress.call_id, None)
            company.rang.pop(progress.call_id, None)
            company.declined.pop(progress.call_id, None)
            for party in (story.call.caller, story.call.callee):
                if party.user_id is not None and story.call.answered_at is not None:
                    company.last_calls[party.user_id] = now
            _note_diverted(company, story, now)
            users = company.dial_plan.users
            care = caretakers(users.values(), company.dial_plan.reception) if story.for_nobody else ()
            records = story.records(company.devices, users, care)
            self._records.add(progress.customer_id, [_named(company, one) for one in records if one.user_id in users])

    # --- from users ---

    async def originate(
        self,
        customer_id: CustomerId,
        user_id: UserId,
        to: str,
        device_id: DeviceId | None,
        call_id: CallId | None = None,
        *,
        answers: bool = False,
    ) -> CallId:
        """Ring the user's phone, then `to`. call_id: from `new_call_id`, for who must know the call before it begins.

        answers: the phone lifts by itself where it can.

        Raises `NumberRefused` (nobody has the number), `NoLineOut`, `NoDevice`, `DeviceNotRegistered`, `NotFound`
        (device).
        """
        company = self._live.company(customer_id)
        device = self._device_to_call_from(company, user_id, device_id)
        call_id = call_id or new_call_id()
        try:
            number = self._dialable(company, device, to)
        except (NumberRefused, NoLineOut) as exc:
            self._reached_nobody(company, device, call_id, exc)
            raise
        await self._telephony.originate(call_id, device.id, number, answers=answers)
        return call_id

    def _reached_nobody(
        self, company: Company, device: Device, call_id: CallId, why: NumberRefused | NoLineOut
    ) -> None:
        """A click that rings nowhere leaves its line as what is keyed at a phone does (spec 7.1, 7.3)."""
        user = company.user(device.user_id)
        unknown = isinstance(why, NumberRefused)
        kind, cause = (
            (TraceKind.UNKNOWN_NUMBER, Cause.NUMBER_UNKNOWN) if unknown else (TraceKind.NO_LINE_OUT, Cause.UNREACHABLE)
        )
        number = str(why.details.get("number", ""))[:LONGEST_DIALLED]
        caller = Party(user.local_number, user.name, user.id, device.id)
        callee = self._router.party(company.customer.id, number)
        trace = (TraceEntry(TraceKind.DIALLED, number), TraceEntry(kind, number))
        ended = CallProgress(call_id, company.customer.id, CallState.ENDED, caller, callee, number, cause, (), trace)
        self._progress(ended, self._clock.now())

    async def ring_for(self, customer_id: CustomerId, user_id: UserId, code: str, call_id: CallId) -> None:
        """Ring the user's phone, and when it is lifted do what a feature code does. call_id: from `new_call_id`.

        Raises `NoDevice`, `DeviceNotRegistered`.
        """
        device = self._device_to_call_from(self._live.company(customer_id), user_id, None)
        await self._telephony.originate(call_id, device.id, code)

    async def ring_here(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> None:
        """A call rings at a user's own phones; nobody lifts: it goes on as when it began to ring for its callee.

        Raises `NoDevice`, `DeviceNotRegistered`, `CallGone`.
        """
        company = self._live.company(customer_id)
        self._device_to_call_from(company, user_id, None)
        call, user = company.calls.get(call_id), company.user(user_id)
        if call is None:
            raise CallGone
        phones = tuple(OwnPhone(device.id) for device in company.devices_of(user_id) if device.registers)
        back = self._router.route(call.caller, customer_id, call.callee.number)
        picked = TraceEntry(TraceKind.PICKED_UP, user.local_number, user.name, user_id)
        stages = (RingStage(phones),)
        step = Ring(stages, TAKING_SECONDS, back, back, back, user_id=user_id, trace=(*call.trace, picked))
        await self._telephony.redirect(call_id, step)

    async def answer_here(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> None:
        """A call rings at the phone that its user calls from, which lifts by itself where it can (spec 11.1).

        Nobody lifts: it goes on to the group it rang for, else to the reception. Raises `NoDevice`,
        `DeviceNotRegistered`, `CallGone`.
        """
        company = self._live.company(customer_id)
        device = self._device_to_call_from(company, user_id, None)
        call, user = company.calls.get(call_id), company.user(user_id)
        if call is None:
            raise CallGone
        plan = company.dial_plan
        rang_for = isinstance(plan.find(call.callee.number), HuntGroup) or plan.company_at(call.callee.number)
        number = call.callee.number if rang_for or plan.reception is None else plan.reception.local_number
        back = self._router.route(call.caller, customer_id, number)
        picked = TraceEntry(TraceKind.PICKED_UP, user.local_number, user.name, user_id)
        stages = (RingStage((OwnPhone(device.id, waits=True, answers=True),)),)
        step = Ring(stages, TAKING_SECONDS, back, back, back, user_id=user_id, trace=(*call.trace, picked))
        await self._telephony.redirect(call_id, step)

    async def hang_up(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> None:
        """End one of the user's calls; one that rings here is rejected; a group's other members ring on."""
        call, _ = self._own(customer_id, user_id, call_id)
        ringing_here = call.state is CallState.RINGING and call.caller.user_id != user_id
        if ringing_here and call.callee.user_id is None:
            await self._telephony.refuse(call_id, user_id)
            return
        await self._telephony.hangup(call_id, Cause.REJECTED if ringing_here else Cause.NORMAL)

    async def hold(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> None:
        """Put the far end on hold."""
        await self._telephony.hold(call_id, self.phone_in(customer_id, user_id, call_id))

    async def resume(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> None:
        """Take it back."""
        await self._telephony.resume(call_id, self.phone_in(customer_id, user_id, call_id))

    async def transfer(
        self, customer_id: CustomerId, user_id: UserId, call_id: CallId, to: str | None, other: str | None
    ) -> None:
        """Blind to a number, or attended with another call of the caller's; exactly one is given."""
        device_id = self.phone_in(customer_id, user_id, call_id)
        if (to is None) == (other is None):
            raise Invalid(field="to", problem="one_of_two")
        if other is not None:
            self._own(customer_id, user_id, CallId(other))
            await self._telephony.join(call_id, CallId(other), device_id)
            return
        assert to is not None
        company = self._live.company(customer_id)
        number = self._dialable(company, company.device(device_id), to)
        await self._telephony.transfer(call_id, device_id, number)

    async def answer(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> None:
        """Take a call at the user's own phone: one that leaves a message here, whatever is diverted, or one that rings.

        Raises `CallGone`, and `Conflict` for a call that is neither, or a phone that has to be lifted by hand.
        """
        call, company = self._own(customer_id, user_id, call_id)
        if call.caller.user_id == user_id or call.state not in {CallState.RINGING, CallState.VOICEMAIL}:
            raise Conflict(what="not_ringing_here")
        if call.state is CallState.RINGING:
            await self._telephony.lift(call_id, user_id)
            return
        others = {user: mine for user, mine in company.dial_plan.diversions.items() if user != user_id}
        open_plan = replace(company.dial_plan, diversions=others)
        caller = open_plan.caller(call.caller)
        step = route(company.user(user_id).local_number, open_plan, self._clock.now(), caller=caller)
        await self._telephony.redirect(call_id, step)

    async def redirect(self, customer_id: CustomerId, user_id: UserId, call_id: CallId, to: Destination) -> None:
        """Send a call that rings here to voicemail, the reception or a number (spec 4.7).

        Raises `CallGone`, `Conflict`, `DeadEnd`, `NoLineOut`.
        """
        call, company = self._own(customer_id, user_id, call_id)
        if call.caller.user_id == user_id or call.state not in {CallState.RINGING, CallState.VOICEMAIL}:
            raise Conflict(what="not_ringing_here")
        user = company.user(user_id)
        hops = (Hop(user.local_number, Forwarding.CFU),)
        if to.kind is DestinationKind.VOICEMAIL:
            await self._telephony.redirect(call_id, Voicemail(user_id, Forwarding.CFNR))
            return
        if to.kind is DestinationKind.OPEN:
            raise Invalid(field="destination.kind", problem="open")
        if to.kind is DestinationKind.RECEPTION:
            reception = company.dial_plan.reception
            if reception is None:
                raise DeadEnd(at="", problem="no_reception")
            number = reception.local_number
        else:
            number = destination(to, company.customer, "destination").number or ""
        step = self._router.route(call.caller, customer_id, number, hops)
        if isinstance(step, Trunk) and not self._line_out(company, step):
            raise NoLineOut(number=number)
        if isinstance(step, Reject):
            raise DeadEnd(at=number, problem=step.cause)
        await self._telephony.redirect(call_id, step)

    def _dialable(self, company: Company, device: Device, to: str) -> str:
        """What is dialled for `to`; a code that withholds or shows the number for this call stays before it."""
        user = company.user(device.user_id)
        caller = Party(user.local_number, user.name, user.id, device.id)
        shown, wanted = self._router.keyed(caller, company.customer.id, "".join(to.split()))
        number = to_dial(wanted if shown != caller else to, company.customer)
        step = self._router.route(caller, company.customer.id, number)
        if isinstance(step, Reject) and step.cause is Cause.NUMBER_UNKNOWN:
            raise NumberRefused(number=number)
        if isinstance(step, Trunk) and not self._line_out(company, step):
            raise NoLineOut(number=number)
        return number if shown == caller else for_one_call(number, withheld=shown.hidden)

    def _line_out(self, company: Company, step: Trunk) -> bool:
        """Whether the company has a line out; a call for help may take anybody's."""
        return company.dial_plan.line_out or (step.emergency and self._telephony.line_out)

    def _own(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> tuple[Call, Company]:
        company = self._live.company(customer_id)
        call = company.calls.get(call_id)
        if call is None or user_id not in company.call_views.get(call_id, {}):
            raise CallGone
        return call, company

    def phone_in(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> DeviceId:
        """A user's phone in one of their calls. Raises `CallGone`, `Conflict`."""
        call, _ = self._own(customer_id, user_id, call_id)
        party = call.caller if call.caller.user_id == user_id else call.callee
        if party.device_id is None or call.state not in {CallState.CONNECTED, CallState.HELD}:
            raise Conflict(what="not_connected")
        return party.device_id

    def _device_to_call_from(self, company: Company, user_id: UserId, device_id: DeviceId | None) -> Device:
        mine = company.devices_of(user_id)
        if device_id is not None:
            device = next((d for d in mine if d.id == device_id), None)
            if device is None:
                raise NotFound(what="device")
            if not device.registers:
                raise DeviceNotRegistered(device=device.id)
            return device
        able = sorted((d for d in mine if d.registers), key=lambda d: PREFERRED.index(d.kind))
        if not able:
            raise NoDevice
        reachable = [d for d in able if company.state_of(d) is not DeviceState.OFFLINE]
        desks = [d for d in able if d.kind is DeviceKind.DESK]
        if desks and desks[0] not in reachable:
            raise DeviceNotRegistered(device=desks[0].id)
        return reachable[0] if reachable else able[0]


def _named(company: Company, record: CallRecord) -> CallRecord:
    """With the name that its owner knows the number by."""
    name = company.caller_name(record.user_id, record.number, record.name)
    return record if name == record.name else replace(record, name=name)


def _note_diverted(company: Company, story: CallStory, now: datetime) -> None:
    """Who calls again soon may get through (spec 3.11); what is older than that is forgotten."""
    number = story.origin.number
    for key in [key for key, ended in company.diverted.items() if now - ended >= AGAIN_WITHIN]:
        del company.diverted[key]
    for entry in story.trace if number else ():
        if entry.kind is TraceKind.DIVERTED and entry.user_id is not None:
            company.diverted[(entry.user_id, number)] = now


def _cleaned(progress: CallProgress) -> CallProgress:
    """Without what is no text: bytes from a telephone that no database takes and no screen shows."""
    told: tuple[Party | TraceEntry, ...] = (progress.caller, progress.callee, *progress.trace)
    if _plain(progress.dialled) and all(_plain(one.number) and _plain(one.name) for one in told):
        return progress
    return replace(
        progress,
        caller=_cleaned_party(progress.caller),
        callee=_cleaned_party(progress.callee),
        dialled=_text(progress.dialled),
        trace=tuple(replace(step, number=_text(step.number), name=_text(step.name)) for step in progress.trace),
    )


def _cleaned_party(party: Party) -> Party:
    number, name = _text(party.number), _text(party.name)
    return party if (number, name) == (party.number, party.name) else replace(party, number=number, name=name)


def _plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _text(text: str) -> str:
    return text if _plain(text) else cleaned_name(text)
