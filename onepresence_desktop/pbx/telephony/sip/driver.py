"""The `Telephony` port over the embedded engine, which lives on a thread with a selector loop of its own."""

from __future__ import annotations

import asyncio
import concurrent.futures
import sys
import threading
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from onepresence_desktop.domain.calls import CallId, Cause, Party
from onepresence_desktop.domain.errors import CallGone, DeviceNotRegistered, TelephonyAway
from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import Step
from onepresence_desktop.pbx.ports import Health, Line, Recorded, Router, TelephonyEvent
from onepresence_desktop.pbx.telephony.sip import transfer
from onepresence_desktop.pbx.telephony.sip.call import Call
from onepresence_desktop.pbx.telephony.sip.dialog import LegState
from onepresence_desktop.pbx.telephony.sip.engine import Engine
from onepresence_desktop.pbx.telephony.sip.hold import hold
from onepresence_desktop.pbx.telephony.sip.io import SipSockets
from onepresence_desktop.pbx.telephony.sip.keeping import Keeping
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.media import Media, Session
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp

T = TypeVar("T")

TURN = 0.0005
"""Seconds a busy thread keeps the interpreter: with the usual 5 ms, sound waits 50 turns while a greeting is made."""

GOODBYE = 0.3
"""Seconds for the BYEs to leave when the engine stops."""


class SipTelephony:
    """`host`:`port` for phones, UDP and TCP; port 0 takes a free one. kept: where registrations outlive the process."""

    def __init__(self, host: str, port: int, *, kept: Path | None = None) -> None:
        self._host, self._port = host, port
        self._kept = kept
        self._keeping: Keeping | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._engine: Engine | None = None
        self._sockets: SipSockets | None = None
        self._states: dict[DeviceId, DeviceState] = {}

    # --- the port ---

    @property
    def line_out(self) -> bool:
        """There is no trunk to a provider."""
        return False

    @property
    def address(self) -> str | None:
        """Where phones register."""
        if self._sockets is None:
            return None
        host, port = self._sockets.address
        return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

    async def start(self, router: Router, emit: Callable[[TelephonyEvent], None]) -> None:
        """Open the sockets on a thread of their own."""
        service = asyncio.get_running_loop()
        running: concurrent.futures.Future[asyncio.AbstractEventLoop] = concurrent.futures.Future()
        self._thread = threading.Thread(target=_live, args=(running,), name="sip", daemon=True)
        self._thread.start()
        self._loop = await asyncio.wrap_future(running)

        # One wake-up for all that happens at once: waking the other thread costs more than the event.
        waiting: deque[TelephonyEvent] = deque()

        def tell(event: TelephonyEvent) -> None:
            waiting.append(event)
            if len(waiting) == 1:
                try:
                    service.call_soon_threadsafe(deliver)
                except RuntimeError:
                    pass  # The service's loop is closed: nobody is left to be told.

        def deliver() -> None:
            if waiting:
                event = waiting.popleft()
                if waiting:
                    service.call_soon(deliver)
                emit(event)

        try:
            await self._there(self._open(router, tell))
        except BaseException:
            await self._end_thread()
            raise
        emit(Health(True))

    async def stop(self) -> None:
        """Hang up, close, end the thread."""
        if self._loop is not None:
            await self._there(self._close())
            await self._end_thread()

    async def set_lines(self, lines: Sequence[Line]) -> None:
        """All devices there are."""

        def go(engine: Engine) -> None:
            engine.set_lines(lines)
            if self._keeping is None and self._kept is not None and self._sockets is not None:
                self._keeping = Keeping(engine, self._kept, self._sockets.address)
                self._keeping.bring_back()

        await self._do(go)

    def devices(self) -> Mapping[DeviceId, DeviceState]:
        """The state of every line."""
        engine = self._engine
        return dict(engine.states) if engine is not None else {}

    async def originate(self, call_id: CallId, device_id: DeviceId, dialled: str) -> None:
        """Ring `device_id`, and when it is lifted call `dialled`."""
        await self._do(lambda engine: _originate(engine, call_id, device_id, dialled))

    async def hangup(self, call_id: CallId, cause: Cause = Cause.NORMAL) -> None:
        """End a call."""
        await self._on(call_id, lambda call: call.finish(cause))

    async def hold(self, call_id: CallId, device_id: DeviceId) -> None:
        """Hold the far end on behalf of a phone."""
        await self._on(call_id, lambda call: hold(call, _leg(call, device_id), held=True))

    async def resume(self, call_id: CallId, device_id: DeviceId) -> None:
        """End `hold`."""
        await self._on(call_id, lambda call: hold(call, _leg(call, device_id), held=False))

    async def transfer(self, call_id: CallId, device_id: DeviceId, dialled: str) -> None:
        """Blind transfer."""

        def go(call: Call) -> None:
            leg = _leg(call, device_id)
            if call.other(leg) is None or call.transfer is not None:
                raise CallGone
            transfer.start(call, leg, dialled, by_phone=False)

        await self._on(call_id, go)

    async def join(self, call_id: CallId, other: CallId, device_id: DeviceId) -> None:
        """Attended transfer."""

        def go(engine: Engine) -> None:
            call, second = _call(engine, call_id), _call(engine, other)
            transfer.join(call, _leg(call, device_id), second, _leg(second, device_id), by_phone=False)

        await self._do(go)

    async def redirect(self, call_id: CallId, step: Step) -> None:
        """Take a ringing or mailbox call to another step."""
        await self._on(call_id, lambda call: call.redirect(step))

    async def answer(self, call_id: CallId) -> None:
        """Answer at the mailbox."""

        def go(call: Call) -> None:
            try:
                call.answer_mailbox()
            except (BadSdp, OSError) as exc:
                call.finish(Cause.NOT_ACCEPTABLE if isinstance(exc, BadSdp) else Cause.FAILED)
                raise CallGone from exc

        await self._on(call_id, go)

    async def play(self, call_id: CallId, sounds: Sequence[Path]) -> bool:
        """Play to the caller; True when all was heard."""
        return await self._sound(call_id, lambda session, done: session.play(sounds, done))

    async def stop_playing(self, call_id: CallId) -> None:
        """Break off."""
        await self._on(call_id, lambda call: call.session.stop_playing() if call.session is not None else None)

    async def record(
        self, call_id: CallId, path: Path, *, most: timedelta, silence: timedelta, stop_digit: str = "#"
    ) -> Recorded:
        """Record the caller."""

        def begin(session: Session, done: Callable[[Recorded], None]) -> None:
            session.record(
                path,
                most.total_seconds(),
                silence.total_seconds(),
                lambda seconds, why: done(Recorded(path, seconds, why)),
            )

        return await self._sound(call_id, begin)

    async def set_mwi(self, waiting: MessageWaiting) -> None:
        """A user's lamp."""
        await self._do(lambda engine: engine.set_waiting(waiting))

    # --- the thread ---

    async def _open(self, router: Router, emit: Callable[[TelephonyEvent], None]) -> None:
        loop = asyncio.get_running_loop()
        engine: list[Engine] = []
        sockets = SipSockets(
            lambda data, flow: engine[0].receive(data, flow), lambda number: engine[0].connection_lost(number)
        )
        engine.append(Engine(loop, sockets, Media(loop), router, emit))
        await sockets.open(self._host, self._port)
        self._engine, self._sockets = engine[0], sockets

    async def _close(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        if self._engine is not None:
            talking = bool(self._engine.calls)
            self._engine.stop()
            if talking:
                await asyncio.sleep(GOODBYE)
            self._engine.media.close()
        if self._sockets is not None:
            self._sockets.close()

    async def _end_thread(self) -> None:
        loop, thread = self._loop, self._thread
        self._loop = self._thread = self._engine = None
        if loop is not None:
            loop.call_soon_threadsafe(loop.stop)
        if thread is not None:
            await asyncio.to_thread(thread.join, 5.0)

    async def _there(self, work: Coroutine[Any, Any, T]) -> T:
        """Run something on the engine's loop."""
        if self._loop is None:
            work.close()
            raise TelephonyAway
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    async def _do(self, work: Callable[[Engine], T]) -> T:
        async def there() -> T:
            if self._engine is None:
                raise TelephonyAway
            return work(self._engine)

        return await self._there(there())

    async def _on(self, call_id: CallId, work: Callable[[Call], T]) -> T:
        return await self._do(lambda engine: work(_call(engine, call_id)))

    async def _sound(self, call_id: CallId, begin: Callable[[Session, Callable[[T], None]], None]) -> T:
        """Begin something with a caller's sound and wait for its end."""

        async def there() -> T:
            if self._engine is None:
                raise TelephonyAway
            session = _call(self._engine, call_id).session
            if session is None:
                raise CallGone
            ended: asyncio.Future[T] = asyncio.get_running_loop().create_future()
            begin(session, lambda result: ended.set_result(result) if not ended.done() else None)
            return await ended

        return await self._there(there())


def _live(running: concurrent.futures.Future[asyncio.AbstractEventLoop]) -> None:
    """The engine's thread."""
    sys.setswitchinterval(TURN)
    loop = asyncio.SelectorEventLoop()
    asyncio.set_event_loop(loop)
    loop.call_soon(running.set_result, loop)
    try:
        loop.run_forever()
    finally:
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(_drained(loop))
        loop.close()


async def _drained(loop: asyncio.AbstractEventLoop) -> None:
    tasks: list[Awaitable[Any]] = [t for t in asyncio.all_tasks(loop) if t is not asyncio.current_task()]
    await asyncio.gather(*tasks, return_exceptions=True)


def _call(engine: Engine, call_id: CallId) -> Call:
    call = engine.calls.get(call_id)
    if call is None or call.over:
        raise CallGone
    return call


def _leg(call: Call, device_id: DeviceId) -> Leg:
    leg = call.leg_of(device_id)
    if leg is None or leg.state is LegState.ENDED:
        raise CallGone
    return leg


def _originate(engine: Engine, call_id: CallId, device_id: DeviceId, dialled: str) -> None:
    line = engine.lines.get(device_id)
    bindings = engine.registrar.bindings(line.sip_user) if line is not None else []
    if line is None or not bindings:
        raise DeviceNotRegistered(device=device_id)
    caller = Party(line.numbers[0], line.display_name, line.user_id, device_id)
    call = engine.new_call(call_id, line.customer_id, caller, dialled)
    leg = engine.new_leg(call, bindings[0].flow, device_id)
    call.originate(leg, bindings[0].contact)
    engine.refresh(device_id)
