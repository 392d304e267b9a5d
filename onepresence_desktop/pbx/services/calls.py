"""Calls: what drivers report becomes state, events and history; what users ask for becomes verbs of the driver."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from datetime import datetime

from onepresence_desktop.domain.calls import Call, CallId, CallRecord, CallState, Cause
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
    Unavailable,
)
from onepresence_desktop.domain.events import CallChanged, CallRecorded, DeviceStateChanged
from onepresence_desktop.domain.people import CustomerId, Device, DeviceId, DeviceKind, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import Hop, Reject, Trunk, Voicemail
from onepresence_desktop.pbx.ports import (
    CallProgress,
    Clock,
    DeviceChanged,
    EventSink,
    Health,
    Router,
    Store,
    Telephony,
    TelephonyEvent,
)
from onepresence_desktop.pbx.services.call_story import CallStory
from onepresence_desktop.pbx.services.numbers import destination, to_dial
from onepresence_desktop.pbx.services.office import Company, Office

log = logging.getLogger(__name__)

PREFERRED = (DeviceKind.DESK, DeviceKind.SOFTPHONE, DeviceKind.MOBILE)
"""Which phone calls when the user names none (spec 4.6)."""

PAUSE_WHEN_AWAY = 2.0
"""Seconds until another try when the store can't be written."""


class Calls:
    """Live calls of all customers, their verbs and their records."""

    def __init__(
        self, store: Store, office: Office, telephony: Telephony, router: Router, clock: Clock, sink: EventSink
    ) -> None:
        self._store = store
        self._office = office
        self._telephony = telephony
        self._router = router
        self._clock = clock
        self._sink = sink
        self._stories: dict[CallId, CallStory] = {}
        self._finished: asyncio.Queue[tuple[CustomerId, list[CallRecord]]] = asyncio.Queue()

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
        for company in self._office.companies.values():
            for device_id in company.devices:
                self._device(device_id, states.get(device_id, DeviceState.UNKNOWN))

    async def keep_records(self) -> None:
        """For ever: write finished calls to the history, in order, however long the store is away."""
        while True:
            customer_id, records = await self._finished.get()
            while True:
                try:
                    async with self._store.unit() as unit:
                        for record in records:
                            await unit.history.put(record)
                    break
                except Unavailable as exc:
                    log.warning("call records wait for the store: %s", exc)
                    await asyncio.sleep(PAUSE_WHEN_AWAY)
                except NotFound:
                    break
            for record in records:
                self._sink.publish(CallRecorded(customer_id, record))
            self._finished.task_done()

    async def drain(self, *, within: float) -> None:
        """Wait, for so many seconds at most, until every finished call is in the history; for a clean end."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._finished.join()

    def _device(self, device_id: DeviceId, state: DeviceState) -> None:
        company = self._office.company_of_device(device_id)
        if company is None or company.states.get(device_id) is state:
            return
        company.states[device_id] = state
        device = company.devices[device_id]
        self._sink.publish(DeviceStateChanged(company.customer.id, device.user_id, device_id, state))

    def _progress(self, progress: CallProgress, now: datetime) -> None:
        company = self._office.companies.get(progress.customer_id)
        if company is None:
            return
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
        self._sink.publish(CallChanged(story.call))
        if story.call.state is CallState.ENDED:
            self._stories.pop(progress.call_id, None)
            company.calls.pop(progress.call_id, None)
            company.rang.pop(progress.call_id, None)
            users = company.directory.users
            records = story.records(company.devices, {user_id: user.local_number for user_id, user in users.items()})
            records = [record for record in records if record.user_id in users]
            if records:
                self._finished.put_nowait((progress.customer_id, records))

    # --- from users ---

    async def originate(self, customer_id: CustomerId, user_id: UserId, to: str, device_id: DeviceId | None) -> CallId:
        """Ring the user's phone, then `to`.

        Raises `NumberRefused` (nobody has the number), `NoLineOut`, `NoDevice`, `DeviceNotRegistered`, `NotFound`
        (device).
        """
        company = self._office.company(customer_id)
        device = self._device_to_call_from(company, user_id, device_id)
        number = self._dialable(company, device.id, to)
        call_id = CallId(secrets.token_hex(8))
        await self._telephony.originate(call_id, device.id, number)
        return call_id

    async def hang_up(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> None:
        """End one of the caller's calls; one that only rings at him is rejected."""
        call, _ = self._own(customer_id, user_id, call_id)
        ringing_here = call.state is CallState.RINGING and call.caller.user_id != user_id
        await self._telephony.hangup(call_id, Cause.REJECTED if ringing_here else Cause.NORMAL)

    async def hold(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> None:
        """Put the far end on hold."""
        await self._telephony.hold(call_id, self._phone_in(customer_id, user_id, call_id))

    async def resume(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> None:
        """Take it back."""
        await self._telephony.resume(call_id, self._phone_in(customer_id, user_id, call_id))

    async def transfer(
        self, customer_id: CustomerId, user_id: UserId, call_id: CallId, to: str | None, other: str | None
    ) -> None:
        """Blind to a number, or attended with another call of the caller's; exactly one is given."""
        device_id = self._phone_in(customer_id, user_id, call_id)
        if (to is None) == (other is None):
            raise Invalid(field="to", problem="one_of_two")
        if other is not None:
            self._own(customer_id, user_id, CallId(other))
            await self._telephony.join(call_id, CallId(other), device_id)
            return
        assert to is not None
        number = self._dialable(self._office.company(customer_id), device_id, to)
        await self._telephony.transfer(call_id, device_id, number)

    async def redirect(self, customer_id: CustomerId, user_id: UserId, call_id: CallId, to: Destination) -> None:
        """Send a call that rings here to voicemail, the reception or a number (spec 4.7)."""
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
            reception = company.directory.reception
            if reception is None:
                raise DeadEnd(at="", problem="no_reception")
            number = reception.local_number
        else:
            number = destination(to, company.customer, "destination").number or ""
        step = self._router.route(None, customer_id, number, hops)
        if isinstance(step, Reject):
            raise DeadEnd(at=number, problem=step.cause)
        await self._telephony.redirect(call_id, step)

    def _dialable(self, company: Company, device_id: DeviceId, to: str) -> str:
        number = to_dial(to, company.customer)
        step = self._router.route(device_id, company.customer.id, number)
        if isinstance(step, Reject) and step.cause is Cause.NUMBER_UNKNOWN:
            raise NumberRefused(number=number)
        if isinstance(step, Trunk) and not self._telephony.line_out:
            raise NoLineOut(number=number)
        return number

    def _own(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> tuple[Call, Company]:
        company = self._office.company(customer_id)
        call = company.calls.get(call_id)
        if call is None or user_id not in company.call_views.get(call_id, {}):
            raise CallGone
        return call, company

    def _phone_in(self, customer_id: CustomerId, user_id: UserId, call_id: CallId) -> DeviceId:
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
