"""A `Telephony` without phones: it does what it is told, remembers it, and reports what a test says it reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party, TraceEntry
from onepresence_desktop.domain.errors import CallGone, DeviceNotRegistered
from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import Step
from onepresence_desktop.pbx.ports import CallProgress, DeviceChanged, Health, Line, Recorded, Router, TelephonyEvent


class TestClock:
    """A clock that a test sets."""

    __test__ = False

    def __init__(self, now: datetime) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment

    def pass_(self, **span: float) -> None:
        self.moment += timedelta(**span)


class TestPhones:
    """Every phone is idle until `report` says otherwise. `done` lists the verbs in order."""

    __test__ = False

    def __init__(self, *, address: str | None = "127.0.0.1:5060", line_out: bool = True) -> None:
        self.line_out = line_out
        self.lines: dict[DeviceId, Line] = {}
        self.states: dict[DeviceId, DeviceState] = {}
        self.done: list[tuple[object, ...]] = []
        self.lamps: dict[UserId, MessageWaiting] = {}
        self.calls: set[CallId] = set()
        self.router: Router | None = None
        self.emit: Callable[[TelephonyEvent], None] = lambda _: None
        self._address = address

    async def start(self, router: Router, emit: Callable[[TelephonyEvent], None]) -> None:
        self.router, self.emit = router, emit
        emit(Health(True))

    async def stop(self) -> None:
        self.done.append(("stop",))

    @property
    def address(self) -> str | None:
        return self._address

    async def set_lines(self, lines: Sequence[Line]) -> None:
        self.lines = {line.device_id: line for line in lines}
        for device_id in [d for d in self.states if d not in self.lines]:
            del self.states[device_id]
        for device_id in self.lines:
            if device_id not in self.states:
                self.report(device_id, DeviceState.IDLE)

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
    ) -> None:
        key = CallId(call_id)
        self.calls.add(key)
        if state is CallState.ENDED:
            self.calls.discard(key)
        self.emit(
            CallProgress(
                key, customer_id, state, caller, callee, dialled or callee.number, cause, diverted_from, trace, rang
            )
        )

    async def originate(self, call_id: CallId, device_id: DeviceId, dialled: str) -> None:
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

    async def redirect(self, call_id: CallId, step: Step) -> None:
        self._there(call_id)
        self.done.append(("redirect", call_id, step))

    async def answer(self, call_id: CallId) -> None:
        self._there(call_id)

    async def play(self, call_id: CallId, sounds: Sequence[Path]) -> bool:
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

    def _there(self, call_id: CallId) -> None:
        if call_id not in self.calls:
            raise CallGone
