"""The calls of the simulated office: phones, and how a call goes from step to step (spec 0.1)."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party
from onepresence_desktop.domain.errors import CallGone
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import Reject, Ring, Step, Trunk, Voicemail
from onepresence_desktop.pbx.ports import (
    CallProgress,
    DeviceChanged,
    Line,
    Router,
    TelephonyEvent,
    VoicemailReached,
)

log = logging.getLogger(__name__)


@dataclass(slots=True)
class SimulatedCall:
    """One call of the office. near: the caller's phone, if it is one of ours; far: the phone that took the call."""

    id: CallId
    customer_id: CustomerId
    caller: Party
    callee: Party
    dialled: str
    near: DeviceId | None = None
    far: DeviceId | None = None
    state: CallState = CallState.RINGING
    ringing: tuple[DeviceId, ...] = ()
    rang: tuple[UserId, ...] = ()
    step: Step | None = None
    wishes: asyncio.Queue[Step | None] = field(default_factory=asyncio.Queue)
    in_mailbox: asyncio.Event = field(default_factory=asyncio.Event)
    patience: float | None = None


class SimulatedCalls:
    """All calls under way, and the phones they are on.

    me: the user whose phones are lifted by nobody but the user. pace: real seconds per second of a call's script.
    """

    def __init__(self, *, seed: int, me: UserId | None, pace: float) -> None:
        self.random = random.Random(seed)
        self.me = me
        self.pace = pace
        self.lines: dict[DeviceId, Line] = {}
        self.states: dict[DeviceId, DeviceState] = {}
        self.under_way: dict[CallId, SimulatedCall] = {}
        self.emit: Callable[[TelephonyEvent], None] = lambda _: None
        self.router: Router | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def stop(self) -> None:
        """Calls under way just stop."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self.under_way.clear()

    @property
    def routing(self) -> Router:
        """Who says where a call goes."""
        assert self.router is not None, "start() comes first"
        return self.router

    def call_of(self, call_id: CallId) -> SimulatedCall:
        """A call that is not over; raises `CallGone`."""
        if call_id not in self.under_way:
            raise CallGone
        return self.under_way[call_id]

    def spawn(self, work: Coroutine[None, None, None], name: str) -> None:
        """Work that ends with the office."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (exc := task.exception()) is not None:
            log.error("the simulated office stumbled", exc_info=exc)

    def begin(self, call: SimulatedCall, life: Coroutine[None, None, None]) -> None:
        """A new call, which lives as `life` says."""
        self.under_way[call.id] = call
        self.spawn(life, f"demo call {call.id}")

    def set(self, device: DeviceId | None, state: DeviceState) -> None:
        """A phone that is plugged in has another state."""
        if device is not None and self.states.get(device) not in (state, DeviceState.OFFLINE, None):
            self.states[device] = state
            self.emit(DeviceChanged(device, state))

    def progress(self, call: SimulatedCall, state: CallState, cause: Cause | None = None) -> None:
        """Tell how a call stands."""
        call.state = state
        step = call.step
        self.emit(
            CallProgress(
                call.id,
                call.customer_id,
                state,
                call.caller,
                call.callee,
                call.dialled,
                cause,
                tuple(hop.number for hop in step.hops) if step is not None else (),
                step.trace if step is not None else (),
                call.rang,
            )
        )

    def hold(self, call: SimulatedCall, device: DeviceId, *, held: bool) -> None:
        """A phone puts the other side on hold, or takes it back."""
        self.set(device, DeviceState.ON_HOLD if held else DeviceState.ON_CALL)
        self.progress(call, CallState.HELD if held else CallState.CONNECTED)

    async def _wait(self, call: SimulatedCall, seconds: float) -> Step | None:
        """A wish that came within the time; raises TimeoutError when none did. None: hang up."""
        async with asyncio.timeout(seconds * self.pace):
            return await call.wishes.get()

    async def after_lifting(self, call: SimulatedCall) -> None:
        """The life of a call that begins with the caller's own phone ringing."""
        try:
            await self._wait(call, 1.5)
        except TimeoutError:
            self.set(call.near, DeviceState.ON_CALL)
            await self.life(call, self.routing.route(call.near, call.customer_id, call.dialled))
            return
        self._end(call, Cause.CANCELLED)

    async def life(self, call: SimulatedCall, step: Step | None) -> None:
        """Go from step to step until someone hangs up."""
        cause = Cause.NORMAL
        self.set(call.near, DeviceState.ON_CALL)
        while step is not None:
            call.step = step
            match step:
                case Ring():
                    step = await self._ring(call, step)
                case Voicemail():
                    step = await self._voicemail(call, step)
                case Trunk():
                    step = await self._trunk(call)
                case Reject():
                    cause, step = step.cause, None
        self._end(call, cause if call.state is CallState.RINGING or cause is not Cause.NORMAL else Cause.NORMAL)

    async def _ring(self, call: SimulatedCall, step: Ring) -> Step | None:
        there = [d for d in step.devices if self.states.get(d, DeviceState.OFFLINE) is not DeviceState.OFFLINE]
        if not there:
            return step.unreachable
        free = tuple(d for d in there if self.states[d] is DeviceState.IDLE)
        if not free:
            return step.busy
        call.ringing = free
        users = dict.fromkeys(self.lines[d].user_id for d in free)
        call.rang = tuple(dict.fromkeys((*call.rang, *users)))
        first = self.lines[free[0]]
        if step.group_id is None:
            call.callee = Party(first.numbers[0], first.display_name, first.user_id)
        for device in free:
            self.set(device, DeviceState.RINGING)
        self.progress(call, CallState.RINGING)
        mine = self.me in users
        patience = call.patience or (step.seconds if mine or self.random.random() < 0.2 else self.random.uniform(2, 7))
        try:
            wish = await self._wait(call, min(patience, step.seconds))
        except TimeoutError:
            pass
        else:
            self._stop_ringing(call, None)
            return wish
        if patience >= step.seconds:
            self._stop_ringing(call, None)
            return step.no_reply
        taker = self.random.choice(free)
        self._stop_ringing(call, taker)
        line = self.lines[taker]
        call.far = taker
        call.callee = Party(line.numbers[0], line.display_name, line.user_id, taker)
        return await self._talk(call)

    def _stop_ringing(self, call: SimulatedCall, taker: DeviceId | None) -> None:
        for device in call.ringing:
            self.set(device, DeviceState.ON_CALL if device == taker else DeviceState.IDLE)
        call.ringing = ()

    async def _talk(self, call: SimulatedCall) -> Step | None:
        self.progress(call, CallState.CONNECTED)
        involved = {call.caller.user_id, call.callee.user_id}
        seconds = 1800.0 if self.me in involved else self.random.uniform(12, 90)
        try:
            return await self._wait(call, seconds)
        except TimeoutError:
            return None

    async def _trunk(self, call: SimulatedCall) -> Step | None:
        self.progress(call, CallState.RINGING)
        try:
            return await self._wait(call, 3.0)
        except TimeoutError:
            return await self._talk(call)

    async def _voicemail(self, call: SimulatedCall, step: Voicemail) -> Step | None:
        self.emit(VoicemailReached(call.id, call.customer_id, call.caller, step))
        try:
            return await self._wait(call, 600.0)
        except TimeoutError:
            return None
        finally:
            call.in_mailbox.set()

    def _end(self, call: SimulatedCall, cause: Cause) -> None:
        self.under_way.pop(call.id, None)
        self._stop_ringing(call, None)
        for device in (call.near, call.far):
            self.set(device, DeviceState.IDLE)
        self.progress(call, CallState.ENDED, cause)
