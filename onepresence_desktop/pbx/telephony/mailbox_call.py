"""A caller at a mailbox: plays `domain.ivr` over any telephony driver (walk d)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from onepresence_desktop.domain import ivr
from onepresence_desktop.domain.calls import CallId, CallState, Cause
from onepresence_desktop.domain.errors import CallGone, OnePresenceError, TelephonyAway, Unavailable
from onepresence_desktop.domain.messages import CutShort, MessageId, VoicemailOptions
from onepresence_desktop.domain.people import Customer, CustomerId, HuntGroup, User
from onepresence_desktop.domain.routing import Hop, Ring, Step, Voicemail
from onepresence_desktop.pbx.ports import (
    CallProgress,
    Clock,
    Digit,
    Mailbox,
    Router,
    Telephony,
    TelephonyEvent,
    VoicemailReached,
)
from onepresence_desktop.pbx.prompts.phrases import Phrases

log = logging.getLogger(__name__)

POLL = 0.02
"""Seconds between two looks at whether all callers have been served."""

LAST_WORD = 0.7
"""Seconds between the last packet and hanging up: what the phone's jitter buffer still holds is heard."""


def menu_of(
    owner: User, options: VoicemailOptions, step: Voicemail, reception: HuntGroup | None, *, back: bool = False
) -> ivr.Deposit:
    """The menu of a caller who has come to a mailbox by `step`. back: from a reception that didn't answer."""
    diversion = step.diversion
    return ivr.Deposit(
        owner.name,
        options,
        step.forwarding,
        diversion.reason if diversion is not None else None,
        diversion.ends_at if diversion is not None else None,
        has_reception=reception is not None,
        reception_away=back,
    )


class Greeting:
    """What a caller would hear first: the service's `Greeter`."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    async def __call__(
        self,
        owner: User,
        options: VoicemailOptions,
        step: Voicemail,
        customer: Customer,
        reception: HuntGroup | None,
        now: datetime,
    ) -> Sequence[Path]:
        """The greeting's sounds in order."""
        return await self._phrases.render(ivr.greeting(menu_of(owner, options, step, reception)), now, customer.zone)


class MailboxCalls:
    """Takes the driver's events and leads each caller who reaches a mailbox through the menu; `run` owns the tasks."""

    def __init__(
        self,
        telephony: Telephony,
        mailbox: Mailbox,
        router: Router,
        phrases: Phrases,
        clock: Clock,
        customer: Callable[[CustomerId], Customer],
    ) -> None:
        self._telephony = telephony
        self._mailbox = mailbox
        self._router = router
        self._phrases = phrases
        self._clock = clock
        self._customer = customer
        self._reached: asyncio.Queue[VoicemailReached] = asyncio.Queue()
        self._callers: dict[CallId, Caller] = {}
        self._at_reception: set[CallId] = set()

    def take(self, event: TelephonyEvent) -> None:
        """An event of the driver."""
        if isinstance(event, VoicemailReached):
            self._reached.put_nowait(event)
        elif isinstance(event, Digit) and (caller := self._callers.get(event.call_id)) is not None:
            caller.pressed(event.digit)
        elif isinstance(event, CallProgress) and event.state is CallState.ENDED:
            self._at_reception.discard(event.call_id)
            if (gone := self._callers.get(event.call_id)) is not None:
                gone.hung_up()

    async def run(self) -> None:
        """Serve callers until cancelled."""
        async with asyncio.TaskGroup() as group:
            while True:
                event = await self._reached.get()
                group.create_task(self._serve(event), name=f"mailbox call {event.call_id}")

    async def drain(self, *, within: float) -> None:
        """Wait, for so many seconds at most, until what callers said is stored; for a clean end, when all are gone."""
        for caller in self._callers.values():
            caller.hung_up()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within):
                while self._callers:
                    await asyncio.sleep(POLL)

    async def _serve(self, event: VoicemailReached) -> None:
        caller = Caller(self, event)
        self._callers[event.call_id] = caller
        try:
            await caller.converse()
        except CallGone:
            await caller.forget()
        except TelephonyAway:
            log.info("call %s: telephony is away", event.call_id)
        except Exception:
            log.exception("call %s failed in the mailbox", event.call_id)
            await self._end(event.call_id)
        finally:
            if self._callers.get(event.call_id) is caller:
                del self._callers[event.call_id]
            await caller.tidy()

    async def _end(self, call_id: CallId) -> None:
        try:
            await self._telephony.hangup(call_id, Cause.FAILED)
        except OnePresenceError:
            log.info("call %s was gone already", call_id)


class Caller:
    """One caller: the menu, and what it asks for done one thing at a time."""

    def __init__(self, calls: MailboxCalls, event: VoicemailReached) -> None:
        self._calls = calls
        self._event = event
        mailbox, step = calls._mailbox, event.step
        self._customer = calls._customer(event.customer_id)
        self._reception = mailbox.reception(event.customer_id)
        self._menu = menu_of(
            mailbox.owner(step.user_id),
            mailbox.options(step.user_id),
            step,
            self._reception,
            back=event.call_id in calls._at_reception,
        )
        self._inputs: asyncio.Queue[ivr.Input] = asyncio.Queue()
        self._playing: asyncio.Task[None] | None = None
        self._draft: MessageId | None = None

    def pressed(self, digit: str) -> None:
        """A key."""
        self._inputs.put_nowait(ivr.Pressed(digit))

    def hung_up(self) -> None:
        """The call is over."""
        self._inputs.put_nowait(ivr.HungUp())

    async def converse(self) -> None:
        """From answering to the end; raises `CallGone` when the caller hangs up while listening.

        The greeting is made before, so that nobody waits in silence.
        """
        room = await self._calls._mailbox.room(self._event.step.user_id)
        self._menu = replace(self._menu, room=room.left)
        await self._sounds(ivr.greeting(self._menu))
        await self._calls._telephony.answer(self._event.call_id)
        await self._do(ivr.Started())
        while self._menu.stage is not ivr.Stage.OVER:
            await self._do(await self._inputs.get())

    async def tidy(self) -> None:
        """Stop what is still being said. A draft stays: a message is made of it, now or at the next start."""
        if self._playing is not None:
            self._playing.cancel()
            await asyncio.gather(self._playing, return_exceptions=True)

    async def forget(self) -> None:
        """The caller was gone before he could speak: leave no draft behind."""
        await self._discard()

    async def _do(self, input_: ivr.Input) -> None:
        self._menu, outputs = ivr.advance(self._menu, input_)
        for output in outputs:
            await self._carry_out(output)

    async def _carry_out(self, output: ivr.Output) -> None:
        telephony, call_id = self._calls._telephony, self._event.call_id
        match output:
            case ivr.Play():
                await self._stop_playing()
                self._playing = asyncio.create_task(self._play(output), name=f"playing to {call_id}")
            case ivr.Record():
                await self._record(output)
            case ivr.StoreMessage():
                await self._store(output)
            case ivr.DiscardMessage():
                await self._discard()
            case ivr.ToReception():
                await self._stop_playing()
                if self._reception is not None:
                    self._calls._at_reception.add(call_id)
                    await telephony.redirect(call_id, self._to_reception(self._reception))
            case ivr.HangUp():
                await asyncio.sleep(LAST_WORD)
                await telephony.hangup(call_id)

    def _to_reception(self, reception: HuntGroup) -> Step:
        """The reception's phones; a caller they fail to serve comes back."""
        back = self._event.step
        owner = self._calls._mailbox.owner(back.user_id)
        hops = (*back.hops, Hop(owner.local_number, back.forwarding, self._menu.reason))
        step = self._calls._router.route(None, self._event.customer_id, reception.local_number, hops)
        return replace(step, busy=back, no_reply=back, unreachable=back) if isinstance(step, Ring) else back

    async def _sounds(self, prompts: Sequence[ivr.Prompt]) -> Sequence[Path]:
        calls = self._calls
        return await calls._phrases.render_what_can_be(prompts, calls._clock.now(), self._customer.zone)

    async def _play(self, output: ivr.Play) -> None:
        sounds = await self._sounds(output.prompts)
        preparing = asyncio.create_task(self._sounds(ivr.to_come(self._menu)), name="what may be said next")
        try:
            heard = await self._calls._telephony.play(self._event.call_id, sounds)
        except (CallGone, TelephonyAway):
            self._inputs.put_nowait(ivr.HungUp())
            return
        finally:
            preparing.cancel()
            await asyncio.gather(preparing, return_exceptions=True)
        if heard:
            self._inputs.put_nowait(ivr.Played())

    async def _stop_playing(self) -> None:
        if self._playing is not None and not self._playing.done():
            await self._calls._telephony.stop_playing(self._event.call_id)
            self._playing.cancel()
            await asyncio.gather(self._playing, return_exceptions=True)
        self._playing = None
        # The end of what was broken off may have been told already; it isn't the end of what comes now.
        waiting = [self._inputs.get_nowait() for _ in range(self._inputs.qsize())]
        for input_ in waiting:
            if not isinstance(input_, ivr.Played):
                self._inputs.put_nowait(input_)

    async def _record(self, output: ivr.Record) -> None:
        self._draft, path = await self._calls._mailbox.new_draft(self._event.step.user_id)
        recorded = await self._calls._telephony.record(
            self._event.call_id,
            path,
            most=timedelta(seconds=output.most),
            silence=timedelta(seconds=output.silence),
        )
        if recorded.why == CutShort.DISK_FULL:
            log.warning("%s: call %s was recorded for %.1f s only", recorded.why, self._event.call_id, recorded.seconds)
        await self._do(ivr.RecordingEnded(recorded.seconds, recorded.why))

    async def _store(self, message: ivr.StoreMessage) -> None:
        step, caller = self._event.step, self._event.caller
        draft, self._draft = self._draft, None
        if draft is None:
            return
        try:
            await self._calls._mailbox.deposit(step.user_id, draft, caller, message.seconds, message.cut_short)
        except Unavailable as exc:
            log.error("a message of call %s waits for the store: %r", self._event.call_id, exc)
            await self._do(ivr.NotStored())
        else:
            await self._do(ivr.Stored())

    async def _discard(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            await self._calls._mailbox.discard(draft)
