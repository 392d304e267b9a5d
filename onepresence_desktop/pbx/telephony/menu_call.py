"""A caller in a spoken menu: plays any `domain.ivr` menu over any telephony driver (walk d)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence

from onepresence_desktop.domain import ivr
from onepresence_desktop.domain.calls import CallId, CallState, Cause
from onepresence_desktop.domain.errors import CallGone, OnePresenceError, TelephonyAway
from onepresence_desktop.domain.people import Customer, CustomerId
from onepresence_desktop.pbx.ports import CallProgress, Clock, Digit, MenuReached, Sound, Telephony, TelephonyEvent
from onepresence_desktop.pbx.ports.sounds import sound_at
from onepresence_desktop.pbx.prompts.phrases import Phrases

log = logging.getLogger(__name__)

POLL = 0.02
"""Seconds between two looks at whether all callers have been served."""

LAST_WORD = 0.7
"""Seconds between the last packet and hanging up: what the phone's jitter buffer still holds is heard."""


class MenuCalls:
    """Takes the driver's events and leads each caller who reaches a menu through it; `run` owns the tasks.

    kinds: what leads a caller through the menu of a step, by the step's type.
    """

    def __init__(
        self,
        telephony: Telephony,
        phrases: Phrases,
        clock: Clock,
        customer: Callable[[CustomerId], Customer],
        kinds: Mapping[type, Callable[[MenuCalls, MenuReached], MenuCall]],
    ) -> None:
        self.telephony = telephony
        self.phrases = phrases
        self.clock = clock
        self.customer = customer
        self._kinds = kinds
        self._reached: asyncio.Queue[MenuReached] = asyncio.Queue()
        self._callers: dict[CallId, MenuCall] = {}

    def take(self, event: TelephonyEvent) -> None:
        """An event of the driver."""
        if isinstance(event, MenuReached):
            self._reached.put_nowait(event)
        elif isinstance(event, Digit) and (caller := self._callers.get(event.call_id)) is not None:
            caller.pressed(event.digit)
        elif (
            isinstance(event, CallProgress)
            and event.state is CallState.ENDED
            and (gone := self._callers.get(event.call_id)) is not None
        ):
            gone.hung_up()

    async def run(self) -> None:
        """Serve callers until cancelled."""
        async with asyncio.TaskGroup() as group:
            while True:
                event = await self._reached.get()
                group.create_task(self._serve(event), name=f"menu call {event.call_id}")

    async def drain(self, *, within: float) -> None:
        """Wait, for so many seconds at most, until what callers said is stored; for a clean end, when all are gone."""
        for caller in self._callers.values():
            caller.hung_up()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within):
                while self._callers:
                    await asyncio.sleep(POLL)

    async def _serve(self, event: MenuReached) -> None:
        """Whatever goes wrong with one caller ends this call and no other: tasks of one group share their faults."""
        caller: MenuCall | None = None
        try:
            caller = self._callers[event.call_id] = self._kinds[type(event.menu)](self, event)
            await self._converse(caller)
        except TelephonyAway:
            log.info("call %s: telephony is away", event.call_id)
        except Exception:
            log.exception("call %s failed in a menu", event.call_id)
            await self._end(event.call_id)
        finally:
            if caller is not None:
                if self._callers.get(event.call_id) is caller:
                    del self._callers[event.call_id]
                await caller.tidy()

    async def _converse(self, caller: MenuCall) -> None:
        try:
            await caller.converse()
        except CallGone:
            await caller.forget()

    async def _end(self, call_id: CallId) -> None:
        try:
            await self.telephony.hangup(call_id, Cause.FAILED)
        except OnePresenceError:
            log.info("call %s was gone already", call_id)
        except Exception:
            log.exception("call %s can't be ended", call_id)


class MenuCall(ABC):
    """One caller: the menu, and what it asks for done one thing at a time."""

    def __init__(self, calls: MenuCalls, event: MenuReached, menu: ivr.Menu) -> None:
        self.calls = calls
        self.event = event
        self.customer = calls.customer(event.customer_id)
        self.menu = menu
        self._inputs: asyncio.Queue[ivr.Input] = asyncio.Queue()
        self._playing: asyncio.Task[None] | None = None

    def pressed(self, digit: str) -> None:
        """A key."""
        self._inputs.put_nowait(ivr.Pressed(digit))

    def hung_up(self) -> None:
        """The call is over."""
        self._inputs.put_nowait(ivr.HungUp())

    async def converse(self) -> None:
        """From answering to the end; raises `CallGone` when the caller hangs up while listening.

        What is said first is made before, so that nobody waits in silence.
        """
        await self.prepare()
        await self._sounds(self.menu.opening())
        await self.calls.telephony.answer(self.event.call_id)
        await self.take(ivr.Started())
        while not self.menu.over:
            await self.take(await self._inputs.get())

    @abstractmethod
    async def prepare(self) -> None:
        """Find out, before answering, what the menu has to know."""

    @abstractmethod
    async def forget(self) -> None:
        """The caller was gone before anything came of it: leave nothing behind."""

    @abstractmethod
    async def carry_out(self, output: ivr.Output) -> None:
        """Do what only this menu asks for."""

    async def leave(self) -> None:
        """The menu is over."""
        await self.calls.telephony.hangup(self.event.call_id)

    async def located(self, prompts: Sequence[ivr.Prompt]) -> Sequence[ivr.Prompt]:
        """The prompts with recorded sounds named by the files in which they lie."""
        return prompts

    async def tidy(self) -> None:
        """Stop what is still being said."""
        if self._playing is not None:
            self._playing.cancel()
            await asyncio.gather(self._playing, return_exceptions=True)

    async def take(self, input_: ivr.Input) -> None:
        """Give the menu an input and do what it asks for."""
        self.menu, outputs = self.menu.advance(input_)
        for output in outputs:
            await self._carry_out(output)

    async def _carry_out(self, output: ivr.Output) -> None:
        match output:
            case ivr.Play():
                await self.stop_playing()
                name = f"playing to {self.event.call_id}"
                self._playing = asyncio.create_task(self._play(output), name=name)
            case ivr.Wait(seconds):
                await self.stop_playing()
                self._playing = asyncio.create_task(self._wait(seconds), name=f"waiting for {self.event.call_id}")
            case ivr.HangUp():
                await asyncio.sleep(LAST_WORD)
                await self.leave()
            case _:
                await self.carry_out(output)

    async def _sounds(self, prompts: Sequence[ivr.Prompt]) -> Sequence[Sound]:
        calls = self.calls
        prompts = await self.located(prompts)
        made = await calls.phrases.render_what_can_be(prompts, calls.clock.now(), self.customer.zone)
        return [sound_at(path) for path in made]

    async def _wait(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        self._inputs.put_nowait(ivr.Waited())

    async def _play(self, output: ivr.Play) -> None:
        sounds = await self._sounds(output.prompts)
        preparing = asyncio.create_task(self._sounds(self.menu.to_come()), name="what may be said next")
        try:
            heard = await self.calls.telephony.play(self.event.call_id, sounds)
        except (CallGone, TelephonyAway):
            self._inputs.put_nowait(ivr.HungUp())
            return
        finally:
            preparing.cancel()
            await asyncio.gather(preparing, return_exceptions=True)
        if heard:
            self._inputs.put_nowait(ivr.Played())

    async def stop_playing(self) -> None:
        """Break off what is being said."""
        if self._playing is not None and not self._playing.done():
            await self.calls.telephony.stop_playing(self.event.call_id)
            self._playing.cancel()
            await asyncio.gather(self._playing, return_exceptions=True)
        self._playing = None
        # The end of what was broken off may have been told already; it isn't the end of what comes now.
        waiting = [self._inputs.get_nowait() for _ in range(self._inputs.qsize())]
        for input_ in waiting:
            if not isinstance(input_, ivr.Played | ivr.Waited):
                self._inputs.put_nowait(input_)
