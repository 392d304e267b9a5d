"""A `Telephony` without phones: it does what it is told, remembers it, and reports what a test says it reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party, TraceEntry
from onepresence_desktop.domain.errors import CallGone, Conflict, DeviceNotRegistered
from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.steps import Step, Trunk, TrunkId
from onepresence_desktop.pbx.ports import (
    CallProgress,
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
)


class TestClock:
    """A clock that a test sets."""

    __test__ = False

    def __init__(self, now: datetime) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return self.moment.timestamp()

    def pass_(self, **span: float) -> None:
        self.moment += timedelta(**span)


class TestPhones:
    """Every phone is idle until `report` says otherwise. `done` lists the verbs in order. line_out: calls leave it."""

    __test__ = False

    def __init__(self, *, address: str | None = "127.0.0.1:5060", line_out: bool = False) -> None:
        self.line_out = line_out
        self.lines: dict[DeviceId, Line] = {}
        self.states: dict[DeviceId, DeviceState] = {}
        self.done: list[tuple[object, ...]] = []
        self.lamps: dict[UserId, MessageWaiting] = {}
        self.calls: set[CallId] = set()
        self.parties: dict[CallId, tuple[CustomerId, Party, Party]] = {}
        self.router: Router | None = None
        self.emit: Callable[[TelephonyEvent], None] = lambda _: None
        self.music: dict[CustomerId, Sound | None] = {}
        self.told_trunks: list[TrunkLine] = []
        self.asking: dict[str, Sound] = {}
        self.diagnosis = Diagnosis()
        self.trunk_states: dict[TrunkId, TrunkState] = {}
        self._address = address
        self.by_hand = False
        """Whether phones have to be lifted by hand, as real ones do."""

    async def start(self, router: Router, emit: Callable[[TelephonyEvent], None]) -> None:
        self.router, self.emit = router, emit
        emit(Health(True))

    async def stop(self) -> None:
        self.done.append(("stop",))

    @property
    def address(self) -> str | None:
        return self._address

    async def set_lines(self, lines: Sequence[Line]) -> None:
        now = {line.device_id for line in lines}
        await self.change_lines(lines, [device for device in self.lines if device not in now])

    async def change_lines(self, changed: Sequence[Line], gone: Collection[DeviceId]) -> None:
        for device_id in gone:
            self.lines.pop(device_id, None)
            self.states.pop(device_id, None)
        for line in changed:
            self.lines[line.device_id] = line
            if line.device_id not in self.states:
                self.report(line.device_id, DeviceState.IDLE)

    async def set_trunks(self, trunks: Sequence[TrunkLine]) -> None:
        self.told_trunks = list(trunks)

    def trunks(self) -> Mapping[TrunkId, TrunkState]:
        up = {line.trunk.id: TrunkState(line.trunk.id, up=True) for line in self.told_trunks}
        return up | {trunk_id: state for trunk_id, state in self.trunk_states.items() if trunk_id in up}

    async def set_asking(self, sounds: Mapping[str, Sound]) -> None:
        self.asking = dict(sounds)

    async def set_music(self, customer_id: CustomerId, sound: Sound | None) -> None:
        self.music[customer_id] = sound

    async def try_trunk(self, trunk_id: TrunkId, number: str) -> str:
        self.done.append(("try_trunk", trunk_id, number))
        return "180 Ringing"

    async def diagnose(self) -> Diagnosis:
        return self.diagnosis

    async def unblock(self, address: str, user: str | None) -> int:
        freed = [b for b in self.diagnosis.blocks if b.address == address and user in (None, b.user)]
        self.diagnosis = replace(self.diagnosis, blocks=tuple(b for b in self.diagnosis.blocks if b not in freed))
        return len(freed)

    def devices(self) -> Mapping[DeviceId, DeviceState]:
        return dict(self.states)

    def report(self, device_id: DeviceId, state: DeviceState) -> None:
        self.states[device_id] = state
        self.emit(DeviceChanged(device_id, state))

    def progress(
        self,
        call_id: str,
        customer_id: CustomerId,
        state: CallState,
        caller: Party,
        callee: Party,
        *,
        dialled: str = "",
        cause: Cause | None = None,
        diverted_from: tuple[str, ...] = (),
        trace: tuple[TraceEntry, ...] = (),
        rang: tuple[UserId, ...] = (),
        declined: tuple[UserId, ...] = (),
    ) -> None:
        key = CallId(call_id)
        self.calls.add(key)
        self.parties[key] = (customer_id, caller, callee)
        if state is CallState.ENDED:
            self.calls.discard(key)
        self.emit(
            CallProgress(
                key,
                customer_id,
                state,
                caller,
                callee,
                dialled or callee.number,
                cause,
                diverted_from,
                trace,
                rang,
                declined,
            )
        )

    async def originate(self, call_id: CallId, device_id: DeviceId, dialled: str, *, answers: bool = False) -> None:
        if self.states.get(device_id) in {None, DeviceState.OFFLINE}:
            raise DeviceNotRegistered(device=device_id)
        self.done.append(("originate", device_id, dialled))
        line = self.lines[device_id]
        assert self.router is not None
        caller = Party(line.numbers[0], line.display_name, line.user_id, device_id)
        callee = self.router.party(line.customer_id, dialled)
        self.report(device_id, DeviceState.RINGING)
        self.progress(call_id, line.customer_id, CallState.CALLING, caller, callee, dialled=dialled)

    async def hangup(self, call_id: CallId, cause: Cause = Cause.NORMAL) -> None:
        self._there(call_id)
        self.done.append(("hangup", call_id, cause))

    async def refuse(self, call_id: CallId, user_id: UserId) -> None:
        self._there(call_id)
        self.done.append(("refuse", call_id, user_id))

    async def hold(self, call_id: CallId, device_id: DeviceId) -> None:
        self._there(call_id)
        self.done.append(("hold", call_id, device_id))

    async def resume(self, call_id: CallId, device_id: DeviceId) -> None:
        self._there(call_id)
        self.done.append(("resume", call_id, device_id))

    async def transfer(self, call_id: CallId, device_id: DeviceId, dialled: str) -> None:
        self._there(call_id)
        self.done.append(("transfer", call_id, device_id, dialled))

    async def join(self, call_id: CallId, other: CallId, device_id: DeviceId) -> None:
        self._there(call_id)
        self.done.append(("join", call_id, other, device_id))

    async def pick_up(self, call_id: CallId, other: CallId) -> None:
        self._there(other)
        self.done.append(("pick_up", call_id, other))

    async def park(self, call_id: CallId, device_id: DeviceId | None) -> None:
        self._there(call_id)
        self.done.append(("park", call_id, device_id))

    async def redirect(self, call_id: CallId, step: Step) -> None:
        self._there(call_id)
        self.done.append(("redirect", call_id, step))
        if isinstance(step, Trunk) and not self.line_out:  # as a real driver does: nobody carries it
            self.progress(call_id, *self._as_ended(call_id), cause=Cause.UNREACHABLE)

    async def lift(self, call_id: CallId, user_id: UserId) -> None:
        self._there(call_id)
        if self.by_hand:
            raise Conflict(what="lifted_by_hand")
        self.done.append(("lift", call_id, user_id))

    async def answer(self, call_id: CallId) -> None:
        self._there(call_id)

    async def play(self, call_id: CallId, sounds: Sequence[Sound]) -> bool:
        self._there(call_id)
        return True

    async def stop_playing(self, call_id: CallId) -> None:
        self._there(call_id)

    async def record(
        self, call_id: CallId, path: Path, *, most: timedelta, silence: timedelta, stop_digit: str = "#"
    ) -> Recorded:
        self._there(call_id)
        return Recorded(path, 0.0, "hangup")

    async def set_mwi(self, waiting: MessageWaiting) -> None:
        self.lamps[waiting.user_id] = waiting

    async def check_settings(self, device_ids: Collection[DeviceId]) -> None:
        self.done.append(("check_settings", *sorted(device_ids)))

    def _as_ended(self, call_id: CallId) -> tuple[CustomerId, CallState, Party, Party]:
        customer_id, caller, callee = self.parties[call_id]
        return customer_id, CallState.ENDED, caller, callee

    def _there(self, call_id: CallId) -> None:
        if call_id not in self.calls:
            raise CallGone
