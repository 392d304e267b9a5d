"""The simulated office: phones that ring and talk by themselves, labelled demo wherever they are shown (spec 0.1).

It fulfils the `Telephony` port, so services, mailbox and clients do with it what they do with real phones.
"""

from __future__ import annotations

import asyncio
import shutil
import wave
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import NoReturn
from uuid import uuid4

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party
from onepresence_desktop.domain.errors import CallRefused, DeviceNotRegistered, NotFound
from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.steps import Step, TrunkId
from onepresence_desktop.pbx.ports import (
    DeviceChanged,
    Diagnosis,
    Health,
    Line,
    Recorded,
    Router,
    Sound,
    TelephonyEvent,
    TrunkLine,
    TrunkState,
    file_of,
)
from onepresence_desktop.pbx.telephony.demo_calls import SimulatedCall, SimulatedCalls

OUTSIDE = ("+4570109911", "+4570109922", "+4570109933", "+46770109944", "+4570109955")
"""Numbers of invented callers."""

MOST_LEFT = 2
"""Messages left in one mailbox while the office is open; callers beyond them hang up."""
OFFLINE_SHARE = 0.08
"""How many of the phones are unplugged from the start."""


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
        reception: str = "",
    ) -> None:
        self._reception = reception
        self._calls = SimulatedCalls(seed=seed, me=me, pace=pace)
        self._sounds = sounds
        self._lively = lively
        self._left: Counter[UserId | None] = Counter()

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
        self._calls.router, self._calls.emit = router, emit
        emit(Health(True))
        if self._lively:
            self._calls.spawn(self._office(), "demo office")

    async def stop(self) -> None:
        """Close the office; calls under way just stop."""
        await self._calls.stop()

    async def set_lines(self, lines: Sequence[Line]) -> None:
        """New phones are plugged in, a few of them not; vanished ones hang up."""
        now = {line.device_id for line in lines}
        await self.change_lines(lines, [device for device in self._calls.lines if device not in now])

    async def change_lines(self, changed: Sequence[Line], gone: Collection[DeviceId]) -> None:
        """The same for some of them."""
        for device in gone:
            for call in [c for c in self._calls.under_way.values() if device in (c.near, c.far)]:
                call.wishes.put_nowait(None)
            self._calls.states.pop(device, None)
            self._calls.lines.pop(device, None)
        for line in changed:
            device = line.device_id
            self._calls.lines[device] = line
            if device not in self._calls.states:
                away = line.user_id != self._calls.me and self._calls.random.random() < OFFLINE_SHARE and self._lively
                self._calls.states[device] = DeviceState.OFFLINE if away else DeviceState.IDLE
                self._calls.emit(DeviceChanged(device, self._calls.states[device]))

    async def set_trunks(self, trunks: Sequence[TrunkLine]) -> None:
        """The simulated world answers without."""

    def trunks(self) -> Mapping[TrunkId, TrunkState]:
        """There are none."""
        return {}

    async def set_asking(self, sounds: Mapping[str, Sound]) -> None:
        """Simulated mobiles aren't asked."""

    async def set_music(self, customer_id: CustomerId, sound: Sound | None) -> None:
        """Nobody is heard here."""

    async def try_trunk(self, trunk_id: TrunkId, number: str) -> str:
        """There is none."""
        raise NotFound(what="trunk")

    async def diagnose(self) -> Diagnosis:
        """Nobody fails in the simulated world."""
        return Diagnosis()

    async def unblock(self, address: str, user: str | None) -> int:
        """Nobody is blocked."""
        return 0

    def devices(self) -> Mapping[DeviceId, DeviceState]:
        """The state of every simulated phone."""
        return dict(self._calls.states)

    async def originate(self, call_id: CallId, device_id: DeviceId, dialled: str, *, answers: bool = False) -> None:
        """The user's phone rings, is lifted after a moment, and the call goes on."""
        line = self._calls.lines.get(device_id)
        if line is None or self._calls.states[device_id] is DeviceState.OFFLINE:
            raise DeviceNotRegistered(device=device_id)
        caller = Party(line.numbers[0], line.display_name, line.user_id, device_id)
        callee = self._calls.routing.party(line.customer_id, dialled)
        call = SimulatedCall(call_id, line.customer_id, caller, callee, dialled, near=device_id)
        self._calls.begin(call, self._calls.after_lifting(call), CallState.CALLING)

    async def hangup(self, call_id: CallId, cause: Cause = Cause.NORMAL) -> None:
        """Everyone hangs up."""
        self._calls.call_of(call_id).wishes.put_nowait(None)

    async def refuse(self, call_id: CallId, user_id: UserId) -> None:
        """One person's phones stop ringing."""
        self._calls.refuse(self._calls.call_of(call_id), user_id)

    async def hold(self, call_id: CallId, device_id: DeviceId) -> None:
        """The far end hears music."""
        self._calls.hold(self._calls.call_of(call_id), device_id, held=True)

    async def resume(self, call_id: CallId, device_id: DeviceId) -> None:
        """And talks again."""
        self._calls.hold(self._calls.call_of(call_id), device_id, held=False)

    async def transfer(self, call_id: CallId, device_id: DeviceId, dialled: str) -> None:
        """The phone leaves; the other side is called on to `dialled`."""
        call = self._calls.call_of(call_id)
        if device_id == call.near:
            call.near = None
            if call.far is not None:
                call.near, call.far = call.far, None
            call.caller = call.callee
        else:
            call.far = None
        self._calls.settle(device_id)
        call.callee = self._calls.routing.party(call.customer_id, dialled)
        call.wishes.put_nowait(self._calls.routing.route(call.caller, call.customer_id, dialled))

    async def join(self, call_id: CallId, other: CallId, device_id: DeviceId) -> None:
        """The two far ends talk; the phone between them leaves."""
        call, second = self._calls.call_of(call_id), self._calls.call_of(other)
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
        self._calls.progress(call, CallState.CONNECTED)

    async def pick_up(self, call_id: CallId, other: CallId) -> NoReturn:
        """Simulated people key no codes."""
        raise CallRefused(what="pickup")

    async def park(self, call_id: CallId, device_id: DeviceId | None) -> None:
        """The phone leaves; the other side waits."""
        self._calls.park(self._calls.call_of(call_id), device_id)

    async def redirect(self, call_id: CallId, step: Step) -> None:
        """A ringing call goes on to another step."""
        self._calls.call_of(call_id).wishes.put_nowait(step)

    async def lift(self, call_id: CallId, user_id: UserId) -> None:
        """The user picks up by the program, for there is no phone to pick up."""
        self._calls.lift(self._calls.call_of(call_id), user_id)

    async def answer(self, call_id: CallId) -> None:
        """The mailbox answers."""
        self._calls.progress(self._calls.call_of(call_id), CallState.VOICEMAIL)

    async def play(self, call_id: CallId, sounds: Sequence[Sound]) -> bool:
        """The caller listens for as long as the sounds last."""
        call = self._calls.call_of(call_id)
        call.in_mailbox.clear()
        seconds = sum([await asyncio.to_thread(_seconds, file_of(sound)) for sound in sounds])
        try:
            async with asyncio.timeout(seconds * self._calls.pace):
                await call.in_mailbox.wait()
        except TimeoutError:
            return True
        return False

    async def stop_playing(self, call_id: CallId) -> None:
        """Break off."""
        self._calls.call_of(call_id).in_mailbox.set()

    async def record(
        self, call_id: CallId, path: Path, *, most: timedelta, silence: timedelta, stop_digit: str = "#"
    ) -> Recorded:
        """The caller says one of the prepared messages and hangs up."""
        call = self._calls.call_of(call_id)
        mailbox = call.callee.user_id
        if self._sounds is None or self._left[mailbox] >= MOST_LEFT:
            return Recorded(path, 0.0, "silence")
        self._left[mailbox] += 1
        said = await self._sounds()
        seconds = await asyncio.to_thread(_seconds, said)
        call.in_mailbox.clear()
        try:
            async with asyncio.timeout(seconds * self._calls.pace):
                await call.in_mailbox.wait()
        except TimeoutError:
            pass
        await asyncio.to_thread(shutil.copyfile, said, path)
        call.wishes.put_nowait(None)
        return Recorded(path, seconds, "hangup")

    async def set_mwi(self, waiting: MessageWaiting) -> None:
        """Simulated phones have no lamp."""

    async def check_settings(self, device_ids: Collection[DeviceId]) -> None:
        """And no settings."""

    # --- the office ---

    async def _office(self) -> None:
        """Something visible happens every few seconds; the user is called about once in two minutes."""
        for _ in range(max(2, len(self._calls.lines) // 12)):
            self._someone_calls(internal=True)
        next_mine, next_reception = 45.0, 1.0
        while True:
            pause = self._calls.random.uniform(3, 6)
            await asyncio.sleep(pause * self._calls.pace)
            next_mine -= pause
            next_reception -= pause
            if next_reception <= 0 and self._reception:
                next_reception = self._calls.random.uniform(12, 24)
                self._call_the_reception()
            if next_mine <= 0 and self._calls.me is not None:
                next_mine = self._calls.random.uniform(90, 150)
                self._call_from_outside([line for line in self._calls.lines.values() if line.user_id == self._calls.me])
            else:
                self._someone_calls(internal=self._calls.random.random() < 0.6)

    def _idle_lines(self) -> list[Line]:
        return [
            line
            for device, line in self._calls.lines.items()
            if self._calls.states.get(device) is DeviceState.IDLE and line.user_id != self._calls.me
        ]

    def _someone_calls(self, *, internal: bool) -> None:
        idle = self._idle_lines()
        if len(idle) < 3:
            return
        if not internal:
            self._call_from_outside(idle)
            return
        caller_line, callee_line = self._calls.random.sample(idle, 2)
        if caller_line.user_id == callee_line.user_id:
            return
        caller = Party(caller_line.numbers[0], caller_line.display_name, caller_line.user_id, caller_line.device_id)
        self._dial(caller, caller_line.device_id, callee_line)

    def _call_from_outside(self, lines: list[Line]) -> None:
        if lines:
            line = self._calls.random.choice(lines)
            number = self._calls.random.choice(OUTSIDE)
            self._dial(self._calls.routing.party(line.customer_id, number), None, line)

    def _call_the_reception(self) -> None:
        """Somebody outside, who must wait for a while."""
        customer = next(iter(self._calls.lines.values())).customer_id
        caller = self._calls.routing.party(customer, self._calls.random.choice(OUTSIDE))
        callee = self._calls.routing.party(customer, self._reception)
        call = SimulatedCall(CallId(uuid4().hex), customer, caller, callee, self._reception)
        call.patience = self._calls.random.uniform(15, 70)
        self._calls.begin(call, self._calls.life(call, self._calls.routing.route(caller, customer, self._reception)))

    def _dial(self, caller: Party, near: DeviceId | None, line: Line) -> None:
        number = line.numbers[0]
        callee = self._calls.routing.party(line.customer_id, number)
        call = SimulatedCall(CallId(uuid4().hex), line.customer_id, caller, callee, number, near=near)
        self._calls.begin(call, self._calls.life(call, self._calls.routing.route(caller, line.customer_id, number)))


def _seconds(sound: Path) -> float:
    with wave.open(str(sound), "rb") as file:
        return file.getnframes() / file.getframerate()
