"""A caller at a mailbox: plays `domain.ivr` over any telephony driver (walk d)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from onepresence_desktop.domain import ivr
from onepresence_desktop.domain.calls import CallId, Cause
from onepresence_desktop.domain.errors import CallGone, OnePresenceError, TelephonyAway, Unavailable
from onepresence_desktop.domain.messages import MessageId, VoicemailOptions
from onepresence_desktop.domain.people import Customer, CustomerId, HuntGroup, User
from onepresence_desktop.domain.routing import Voicemail
from onepresence_desktop.pbx.ports import (
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

LAST_WORD = 0.7
"""Seconds between the last packet and hanging up: what the phone's jitter buffer still holds is heard."""


def menu_of(owner: User, options: VoicemailOptions, step: Voicemail, reception: HuntGroup | None) -> ivr.Deposit:
    """The menu of a caller who has come to a mailbox by `step`."""
    diversion = step.diversion
    return ivr.Deposit(
        owner.name,
        options,
        step.forwarding,
        diversion.reason if diversion is not None else None,
        diversion.ends_at if diversion is not None else None,
        has_reception=reception is not None,
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

    def take(self, event: TelephonyEvent) -> None:
        """An event of the driver."""
        if isinstance(event, VoicemailReached):
            self._reached.put_nowait(event)
        elif isinstance(event, Digit) and (caller := self._callers.get(event.call_id)) is not None:
            caller.pressed(event.digit)

    async def run(self) -> None:
        """Serve callers until cancelled."""
        async with asyncio.TaskGroup() as group:
            while True:
                event = await self._reached.get()
                group.create_task(self._serve(event), name=f"mailbox call {event.call_id}")

    async def _serve(self, event: VoicemailReached) -> None:
        caller = Caller(self, event)
        self._callers[event.call_id] = caller
        try:
            await caller.converse()
        except (CallGone, TelephonyAway):
            pass
        except Exception:
            log.exception("call %s failed in the mailbox", event.call_id)
            await self._end(event.call_id)
        finally:
            self._callers.pop(event.call_id, None)
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
        self._menu = menu_of(mailbox.owner(step.user_id), mailbox.options(step.user_id), step, self._reception)
        self._inputs: asyncio.Queue[ivr.Input] = asyncio.Queue()
        self._playing: asyncio.Task[None] | None = None
        self._draft: MessageId | None = None

    def pressed(self, digit: str) -> None:
        """A key."""
        self._inputs.put_nowait(ivr.Pressed(digit))

    async def converse(self) -> None:
        """From answering to the end; raises `CallGone` when the caller hangs up while listening."""
        await self._calls._telephony.answer(self._event.call_id)
        room = await self._calls._mailbox.room(self._event.step.user_id)
        self._menu = replace(self._menu, room=room.left)
        await self._do(ivr.Started())
        while self._menu.stage is not ivr.Stage.OVER:
            await self._do(await self._inputs.get())

    async def tidy(self) -> None:
        """Stop what is still being said, and leave no draft behind."""
        if self._playing is not None:
            self._playing.cancel()
            await asyncio.gather(self._playing, return_exceptions=True)
        if self._draft is not None:
            await self._calls._mailbox.discard(self._draft)

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
                await self._store(output.seconds)
            case ivr.DiscardMessage():
                await self._discard()
            case ivr.ToReception():
                await self._stop_playing()
                if self._reception is not None:
                    number = self._reception.local_number
                    await telephony.redirect(call_id, self._calls._router.route(None, self._event.customer_id, number))
            case ivr.HangUp():
                await asyncio.sleep(LAST_WORD)
                await telephony.hangup(call_id)

    async def _play(self, output: ivr.Play) -> None:
        sounds = await self._sounds(output.prompts)
        try:
            heard = await self._calls._telephony.play(self._event.call_id, sounds)
        except (CallGone, TelephonyAway):
            self._inputs.put_nowait(ivr.HungUp())
            return
        if heard:
            self._inputs.put_nowait(ivr.Played())

    async def _sounds(self, prompts: Sequence[ivr.Prompt]) -> Sequence[Path]:
        """The prompts' sounds; none when they can't be made now, for the call goes on without words."""
        try:
            return await self._calls._phrases.render(prompts, self._calls._clock.now(), self._customer.zone)
        except (OSError, Unavailable):
            log.exception("nothing can be said in call %s", self._event.call_id)
            return []

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
        await self._sounds(ivr.apology(self._menu.speaks))
        self._draft, path = await self._calls._mailbox.new_draft(self._event.step.user_id)
        recorded = await self._calls._telephony.record(
            self._event.call_id,
            path,
            most=timedelta(seconds=output.most),
            silence=timedelta(seconds=output.silence),
        )
        await self._do(ivr.RecordingEnded(recorded.seconds, recorded.why))

    async def _store(self, seconds: float) -> None:
        draft, self._draft = self._draft, None
        if draft is None:
            return
        try:
            await self._calls._mailbox.deposit(self._event.step.user_id, draft, self._event.caller, seconds)
        except Unavailable:
            # The recording stays; the next start makes a message of it.
            log.exception("a message in call %s could not be committed", self._event.call_id)
            self._inputs.put_nowait(ivr.NotStored())

    async def _discard(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            await self._calls._mailbox.discard(draft)
