"""The simulated office: phones that ring and talk by themselves, labelled demo wherever they are shown (spec 0.1).

It fulfils the `Telephony` port, so services, mailbox and clients do with it what they do with real phones.
"""

from __future__ import annotations

import asyncio
import logging
import random
import shutil
import wave
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party
from onepresence_desktop.domain.errors import CallGone, DeviceNotRegistered
from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import Reject, Ring, Step, Trunk, Voicemail
from onepresence_desktop.pbx.ports import (
    CallProgress,
    DeviceChanged,
    Health,
    Line,
    Recorded,
    Router,
    TelephonyEvent,
    VoicemailReached,
)

log = logging.getLogger(__name__)

OUTSIDE = ("+4570109911", "+4570109922", "+4570109933", "+46770109944", "+4570109955")
"""Numbers of invented callers."""

OFFLINE_SHARE = 0.08
"""How many of the phones are unplugged from the start."""


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


class DemoTelephony:
    """Simulated phones for every line.

    me: the user whose phones only ring when called or asked to. sounds: gives a WAV that a caller "says" to a mailbox.
    pace: seconds of the simulation per second of its script (tests use a small one).
    """

    def __init__(
        self,
        *,
        seed: int = 1,
        me: UserId | None = None,
        sounds: Callable[[], Awaitable[Path]] | None = None,
        pace: float = 1.0,
        lively: bool = True,
    ) -> None:
        self._random = random.Random(seed)
        self._me = me
        self._sounds = sounds
        self._pace = pace
        self._lively = lively
        self._lines: dict[DeviceId, Line] = {}
        self._states: dict[DeviceId, DeviceState] = {}
        self._calls: dict[CallId, SimulatedCall] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping: set[CallId] = set()
        self._emit: Callable[[TelephonyEvent], None] = lambda _: None
        self._router: Router | None = None

    # --- the port ---

    @property
    def address(self) -> str | None:
        """No phone can register here."""
        return None

    @property
    def line_out(self) -> bool:
        """The simulated world answers."""
        return True

    async def start(self, router: Router, emit: Callable[[TelephonyEvent], None]) -> None:
        """Open the office."""
        self._router, self._emit = router, emit
        emit(Health(True))
        if self._lively:
            self._spawn(self._office(), "demo office")

    async def stop(self) -> None:
        """Close the office; calls under way just stop."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._calls.clear()

    async def set_lines(self, lines: Sequence[Line]) -> None:
        """New phones are plugged in, a few of them not; vanished ones hang up."""
        lines_now = {line.device_id: line for line in lines}
        for device in [d for d in self._lines if d not in lines_now]:
            for call in [c for c in self._calls.values() if device in (c.near, c.far)]:
                call.wishes.put_nowait(None)
            self._states.pop(device, None)
        self._lines = lines_now
        for device, line in lines_now.items():
            if device not in self._states:
                away = line.user_id != self._me and self._random.random() < OFFLINE_SHARE and self._lively
                self._states[device] = DeviceState.OFFLINE if away else DeviceState.IDLE
                self._emit(DeviceChanged(device, self._states[device]))

    def devices(self) -> Mapping[DeviceId, DeviceState]:
        """The state of every simulated phone."""
        return dict(self._states)

    async def originate(self, call_id: CallId, device_id: DeviceId, dialled: str) -> None:
        """The user's phone rings, is lifted after a moment, and the call goes on."""
        line = self._lines.get(device_id)
        if line is None or self._states[device_id] is DeviceState.OFFLINE:
            raise DeviceNotRegistered(device=device_id)
        caller = Party(line.numbers[0], line.display_name, line.user_id, device_id)
        callee = self._routing.party(line.customer_id, dialled)
        call = SimulatedCall(call_id, line.customer_id, caller, callee, dialled, near=device_id)
        self._set(device_id, DeviceState.RINGING)
        self._progress(call, CallState.CALLING)
        self._begin(call, self._after_lifting(call))

    async def hangup(self, call_id: CallId, cause: Cause = Cause.NORMAL) -> None:
        """Everyone hangs up."""
        self._call(call_id).wishes.put_nowait(None)

    async def hold(self, call_id: CallId, device_id: DeviceId) -> None:
        """The far end hears music."""
        self._hold(self._call(call_id), device_id, held=True)

    async def resume(self, call_id: CallId, device_id: DeviceId) -> None:
        """And talks again."""
        self._hold(self._call(call_id), device_id, held=False)

    async def transfer(self, call_id: CallId, device_id: DeviceId, dialled: str) -> None:
        """The phone leaves; the other side is called on to `dialled`."""
        call = self._call(call_id)
        if device_id == call.near:
            call.near = None
            if call.far is not None:
                call.near, call.far = call.far, None
            call.caller = call.callee
        else:
            call.far = None
        self._set(device_id, DeviceState.IDLE)
        call.callee = self._routing.party(call.customer_id, dialled)
        call.wishes.put_nowait(self._routing.route(call.near, call.customer_id, dialled))

    async def join(self, call_id: CallId, other: CallId, device_id: DeviceId) -> None:
        """The two far ends talk; the phone between them leaves."""
        call, second = self._call(call_id), self._call(other)
        partner = second.far if second.near == device_id else second.near
        callee = second.callee if second.near == device_id else second.caller
        if call.near == device_id:
            call.near, call.caller = partner, callee
        else:
            call.far, call.callee = partner, callee
        if second.near == partner:
            second.near = None
        else:
            second.far = None
        second.wishes.put_nowait(None)
        self._progress(call, CallState.CONNECTED)

    async def redirect(self, call_id: CallId, step: Step) -> None:
        """A ringing call goes on to another step."""
        self._call(call_id).wishes.put_nowait(step)

    async def answer(self, call_id: CallId) -> None:
        """The mailbox answers."""
        self._progress(self._call(call_id), CallState.VOICEMAIL)

    async def play(self, call_id: CallId, sounds: Sequence[Path]) -> bool:
        """The caller listens for as long as the sounds last."""
        call = self._call(call_id)
        call.in_mailbox.clear()
        seconds = sum([await asyncio.to_thread(_seconds, sound) for sound in sounds])
        try:
            async with asyncio.timeout(seconds * self._pace):
                await call.in_mailbox.wait()
        except TimeoutError:
            return True
        return False

    async def stop_playing(self, call_id: CallId) -> None:
        """Break off."""
        self._call(call_id).in_mailbox.set()

    async def record(
        self, call_id: CallId, path: Path, *, most: timedelta, silence: timedelta, stop_digit: str = "#"
    ) -> Recorded:
        """The caller says one of the prepared messages and hangs up."""
        call = self._call(call_id)
        if self._sounds is None:
            return Recorded(path, 0.0, "silence")
        said = await self._sounds()
        seconds = await asyncio.to_thread(_seconds, said)
        call.in_mailbox.clear()
        try:
            async with asyncio.timeout(seconds * self._pace):
                await call.in_mailbox.wait()
        except TimeoutError:
            pass
        await asyncio.to_thread(shutil.copyfile, said, path)
        call.wishes.put_nowait(None)
        return Recorded(path, seconds, "hangup")

    async def set_mwi(self, waiting: MessageWaiting) -> None:
        """Simulated phones have no lamp."""

    # --- a call's life ---

    @property
    def _routing(self) -> Router:
        assert self._router is not None, "start() comes first"
        return self._router

    def _call(self, call_id: CallId) -> SimulatedCall:
        if call_id not in self._calls:
            raise CallGone
        return self._calls[call_id]

    def _spawn(self, work: Coroutine[None, None, None], name: str) -> None:
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (exc := task.exception()) is not None:
            log.error("the simulated office stumbled", exc_info=exc)

    def _begin(self, call: SimulatedCall, life: Coroutine[None, None, None]) -> None:
        self._calls[call.id] = call
        self._spawn(life, f"demo call {call.id}")

    def _set(self, device: DeviceId | None, state: DeviceState) -> None:
        if device is not None and self._states.get(device) not in (state, DeviceState.OFFLINE, None):
            self._states[device] = state
            self._emit(DeviceChanged(device, state))

    def _progress(self, call: SimulatedCall, state: CallState, cause: Cause | None = None) -> None:
        call.state = state
        step = call.step
        self._emit(
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

    def _hold(self, call: SimulatedCall, device: DeviceId, *, held: bool) -> None:
        self._set(device, DeviceState.ON_HOLD if held else DeviceState.ON_CALL)
        self._progress(call, CallState.HELD if held else CallState.CONNECTED)

    async def _wait(self, call: SimulatedCall, seconds: float) -> Step | None:
        """A wish that came within the time; raises TimeoutError when none did. None: hang up."""
        async with asyncio.timeout(seconds * self._pace):
            return await call.wishes.get()

    async def _after_lifting(self, call: SimulatedCall) -> None:
        try:
            await self._wait(call, 1.5)
        except TimeoutError:
            self._set(call.near, DeviceState.ON_CALL)
            await self._life(call, self._routing.route(call.near, call.customer_id, call.dialled))
            return
        self._end(call, Cause.CANCELLED)

    async def _life(self, call: SimulatedCall, step: Step | None) -> None:
        """Go from step to step until someone hangs up."""
        cause = Cause.NORMAL
        self._set(call.near, DeviceState.ON_CALL)
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
        there = [d for d in step.devices if self._states.get(d, DeviceState.OFFLINE) is not DeviceState.OFFLINE]
        if not there:
            return step.unreachable
        free = tuple(d for d in there if self._states[d] is DeviceState.IDLE)
        if not free:
            return step.busy
        call.ringing = free
        users = dict.fromkeys(self._lines[d].user_id for d in free)
        call.rang = tuple(dict.fromkeys((*call.rang, *users)))
        first = self._lines[free[0]]
        if step.group_id is None:
            call.callee = Party(first.numbers[0], first.display_name, first.user_id)
        for device in free:
            self._set(device, DeviceState.RINGING)
        self._progress(call, CallState.RINGING)
        mine = self._me in users
        patience = call.patience or (
            step.seconds if mine or self._random.random() < 0.2 else self._random.uniform(2, 7)
        )
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
        taker = self._random.choice(free)
        self._stop_ringing(call, taker)
        line = self._lines[taker]
        call.far = taker
        call.callee = Party(line.numbers[0], line.display_name, line.user_id, taker)
        return await self._talk(call)

    def _stop_ringing(self, call: SimulatedCall, taker: DeviceId | None) -> None:
        for device in call.ringing:
            self._set(device, DeviceState.ON_CALL if device == taker else DeviceState.IDLE)
        call.ringing = ()

    async def _talk(self, call: SimulatedCall) -> Step | None:
        self._progress(call, CallState.CONNECTED)
        involved = {call.caller.user_id, call.callee.user_id}
        seconds = 1800.0 if self._me in involved else self._random.uniform(12, 90)
        try:
            return await self._wait(call, seconds)
        except TimeoutError:
            return None

    async def _trunk(self, call: SimulatedCall) -> Step | None:
        self._progress(call, CallState.RINGING)
        try:
            return await self._wait(call, 3.0)
        except TimeoutError:
            return await self._talk(call)

    async def _voicemail(self, call: SimulatedCall, step: Voicemail) -> Step | None:
        self._emit(VoicemailReached(call.id, call.customer_id, call.caller, step))
        try:
            return await self._wait(call, 600.0)
        except TimeoutError:
            return None
        finally:
            call.in_mailbox.set()

    def _end(self, call: SimulatedCall, cause: Cause) -> None:
        self._calls.pop(call.id, None)
        self._stop_ringing(call, None)
        for device in (call.near, call.far):
            self._set(device, DeviceState.IDLE)
        self._progress(call, CallState.ENDED, cause)

    # --- the office ---

    async def _office(self) -> None:
        """Something visible happens every few seconds; the user is called about once in two minutes."""
        for _ in range(max(2, len(self._lines) // 12)):
            self._someone_calls(internal=True)
        next_mine = 45.0
        while True:
            pause = self._random.uniform(3, 6)
            await asyncio.sleep(pause * self._pace)
            next_mine -= pause
            if next_mine <= 0 and self._me is not None:
                next_mine = self._random.uniform(90, 150)
                self._call_from_outside([line for line in self._lines.values() if line.user_id == self._me])
            else:
                self._someone_calls(internal=self._random.random() < 0.6)

    def _idle_lines(self) -> list[Line]:
        return [
            line
            for device, line in self._lines.items()
            if self._states.get(device) is DeviceState.IDLE and line.user_id != self._me
        ]

    def _someone_calls(self, *, internal: bool) -> None:
        idle = self._idle_lines()
        if len(idle) < 3:
            return
        if not internal:
            self._call_from_outside(idle)
            return
        caller_line, callee_line = self._random.sample(idle, 2)
        if caller_line.user_id == callee_line.user_id:
            return
        caller = Party(caller_line.numbers[0], caller_line.display_name, caller_line.user_id, caller_line.device_id)
        self._dial(caller, caller_line.device_id, callee_line)

    def _call_from_outside(self, lines: list[Line]) -> None:
        if lines:
            line = self._random.choice(lines)
            number = self._random.choice(OUTSIDE)
            self._dial(self._routing.party(line.customer_id, number), None, line)

    def _dial(self, caller: Party, near: DeviceId | None, line: Line) -> None:
        number = line.numbers[0]
        callee = self._routing.party(line.customer_id, number)
        call = SimulatedCall(CallId(uuid4().hex), line.customer_id, caller, callee, number, near=near)
        self._begin(call, self._life(call, self._routing.route(near, line.customer_id, number)))


def _seconds(sound: Path) -> float:
    with wave.open(str(sound), "rb") as file:
        return file.getnframes() / file.getframerate()
