"""The calls of the simulated office: phones, and how a call goes from step to step (spec 0.1)."""

from __future__ import annotations

import asyncio
import logging
import math
import random
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from itertools import zip_longest

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party, TraceKind
from onepresence_desktop.domain.errors import CallGone, CallRefused, Conflict
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import (
    Announcement,
    Attendant,
    Endpoint,
    FeatureCode,
    MenuStep,
    OwnPhone,
    Reject,
    Ring,
    RingStage,
    Step,
    Trunk,
    Voicemail,
)
from onepresence_desktop.pbx.ports import (
    CallProgress,
    DeviceChanged,
    Line,
    MenuReached,
    Router,
    TelephonyEvent,
)

log = logging.getLogger(__name__)


@dataclass(slots=True)
class SimulatedCall:
    """One call of the office. near: the caller's phone, if it is one of ours; far: the phone that took the call.

    holds: the phone that holds the other side. taker: the phone that is being lifted.
    """

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
    declined: tuple[UserId, ...] = ()
    step: Step | None = None
    wishes: asyncio.Queue[Step | None] = field(default_factory=asyncio.Queue)
    in_mailbox: asyncio.Event = field(default_factory=asyncio.Event)
    patience: float | None = None
    holds: DeviceId | None = None
    taker: DeviceId | None = None


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

    def begin(
        self, call: SimulatedCall, life: Coroutine[None, None, None], state: CallState = CallState.RINGING
    ) -> None:
        """A new call, which lives as `life` says; with `CALLING` its own phone rings first."""
        self.under_way[call.id] = call
        if state is CallState.CALLING:
            self.progress(call, state)
            self.settle(call.near)
        self.spawn(life, f"demo call {call.id}")

    def settle(self, *devices: DeviceId | None) -> None:
        """Give phones the state that all calls together leave them in: one that ends doesn't free who is in another."""
        for device in devices:
            if device is not None:
                self._set(device, self._state_of(device))

    def _state_of(self, device: DeviceId) -> DeviceState:
        calls = self.under_way.values()
        mine = [call for call in calls if device in (call.near, call.far)]
        if any(call.holds == device for call in mine):
            return DeviceState.ON_HOLD
        if any(call.state is not CallState.CALLING for call in mine):
            return DeviceState.ON_CALL
        return DeviceState.RINGING if mine or any(device in call.ringing for call in calls) else DeviceState.IDLE

    def _set(self, device: DeviceId | None, state: DeviceState) -> None:
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
                call.declined,
            )
        )

    def hold(self, call: SimulatedCall, device: DeviceId, *, held: bool) -> None:
        """A phone puts the other side on hold, or takes it back."""
        call.holds = device if held else None
        self.settle(device)
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
            call.state = CallState.RINGING
            self.settle(call.near)
            await self.life(call, self.routing.route(call.caller, call.customer_id, call.dialled))
            return
        self._end(call, Cause.CANCELLED)

    async def life(self, call: SimulatedCall, step: Step | None) -> None:
        """Go from step to step until someone hangs up."""
        cause = Cause.NORMAL
        self.settle(call.near)
        while step is not None:
            call.step, call.declined = step, ()
            match step:
                case Ring():
                    step = await self._ring(call, step)
                case Attendant() | Voicemail() | Announcement() | FeatureCode():
                    step = await self._voicemail(call, step)
                case Trunk():
                    step = await self._trunk(call)
                case Reject():
                    cause, step = step.cause, None
        self._end(call, cause if call.state is CallState.RINGING or cause is not Cause.NORMAL else Cause.NORMAL)

    async def _ring(self, call: SimulatedCall, step: Ring) -> Step | None:
        if all(self.states.get(d, DeviceState.OFFLINE) is DeviceState.OFFLINE for d in step.devices):
            return step.unreachable
        if not any(self._can_ring(e) for stage in step.stages for e in stage.endpoints):
            return step.busy
        patience = call.patience
        passed = 0.0
        for stage, following in zip_longest(step.stages, step.stages[1:]):
            self._begin_stage(call, step, stage)
            if not call.ringing:
                continue
            users = {self.lines[d].user_id for d in call.ringing}
            slow = self.me in users or self.random.random() < 0.2
            if any(step.lifts(device) for device in call.ringing):
                patience = passed + 1.0
            lifts = patience - passed if patience else math.inf if slow else self.random.uniform(2, 7)
            ends = float(following.after - stage.after if following is not None else step.seconds - stage.after)
            try:
                wish = await self._wait(call, min(lifts, ends))
            except TimeoutError:
                pass
            else:
                if call.taker in call.ringing:
                    return await self._lifted(call, call.taker)
                self._stop_ringing(call)
                return wish
            if lifts < ends and call.ringing:
                return await self._lifted(call, self.random.choice(call.ringing))
            passed += ends
            if stage.until is not None:
                self._stop_ringing(call)
        self._stop_ringing(call)
        return step.no_reply

    def _can_ring(self, endpoint: Endpoint) -> bool:
        state = self.states.get(endpoint.device_id) if isinstance(endpoint, OwnPhone) else None
        waits = isinstance(endpoint, OwnPhone) and endpoint.waits
        return state is DeviceState.IDLE or (waits and state not in (None, DeviceState.OFFLINE))

    def _begin_stage(self, call: SimulatedCall, step: Ring, stage: RingStage) -> None:
        free = tuple(e.device_id for e in stage.endpoints if isinstance(e, OwnPhone) and self._can_ring(e))
        if not free:
            return
        call.ringing += free
        call.rang = tuple(dict.fromkeys((*call.rang, *(self.lines[d].user_id for d in free))))
        first = self.lines[free[0]]
        group = next((entry for entry in reversed(step.trace) if entry.kind is TraceKind.GROUP), None)
        if step.group_id is None:
            call.callee = Party(first.numbers[0], first.display_name, first.user_id)
        elif group is not None:
            call.callee = Party(group.number, group.name)
        self.settle(*free)
        self.progress(call, CallState.RINGING)

    def refuse(self, call: SimulatedCall, user_id: UserId) -> None:
        """A person's phones no longer ring; when nobody's does, the call goes on as if all were busy."""
        for device in [d for d in call.ringing if self.lines[d].user_id == user_id]:
            call.ringing = tuple(d for d in call.ringing if d != device)
            self.settle(device)
        call.declined = (*call.declined, user_id)
        if call.ringing:
            self.progress(call, CallState.RINGING)
        elif isinstance(call.step, Ring):
            call.wishes.put_nowait(call.step.busy)

    def lift(self, call: SimulatedCall, user_id: UserId) -> None:
        """A phone of the user's is picked up; raises `Conflict` when none rings for the call."""
        mine = [d for d in call.ringing if self.lines[d].user_id == user_id]
        if not mine:
            raise Conflict(what="not_ringing_here")
        call.taker = mine[0]
        call.wishes.put_nowait(call.step)

    async def _lifted(self, call: SimulatedCall, taker: DeviceId) -> Step | None:
        line = self.lines[taker]
        call.far = taker
        self._stop_ringing(call)
        call.callee = Party(line.numbers[0], line.display_name, line.user_id, taker)
        return await self._talk(call)

    def _stop_ringing(self, call: SimulatedCall) -> None:
        rang, call.ringing = call.ringing, ()
        self.settle(*rang)

    async def _talk(self, call: SimulatedCall) -> Step | None:
        self.progress(call, CallState.CONNECTED)
        involved = {call.caller.user_id, call.callee.user_id}
        seconds = 1800.0 if self.me in involved else self.random.uniform(12, 90)
        try:
            return await self._wait(call, seconds)
        except TimeoutError:
            return None

    def park(self, call: SimulatedCall, device: DeviceId | None) -> None:
        """A phone leaves a conversation, in which the other side waits. Raises `CallRefused`."""
        if (
            device is None
            or device not in (call.near, call.far)
            or call.state not in (CallState.CONNECTED, CallState.HELD)
        ):
            raise CallRefused(what="park")
        if device == call.near:
            call.near, call.far, call.caller, call.callee = call.far, None, call.callee, call.caller
        call.far = call.holds = None
        self.settle(device)
        self.progress(call, CallState.HELD)

    async def _trunk(self, call: SimulatedCall) -> Step | None:
        self.progress(call, CallState.RINGING)
        try:
            return await self._wait(call, 3.0)
        except TimeoutError:
            return await self._talk(call)

    async def _voicemail(self, call: SimulatedCall, step: MenuStep) -> Step | None:
        if call.rang and call.state is CallState.RINGING:
            call.declined = call.rang
            self.progress(call, CallState.RINGING)
        self.emit(MenuReached(call.id, call.customer_id, call.caller, step))
        try:
            return await self._wait(call, 600.0)
        except TimeoutError:
            return None
        finally:
            call.in_mailbox.set()

    def _end(self, call: SimulatedCall, cause: Cause) -> None:
        self.under_way.pop(call.id, None)
        self._stop_ringing(call)
        self.settle(call.near, call.far)
        self.progress(call, CallState.ENDED, cause)
