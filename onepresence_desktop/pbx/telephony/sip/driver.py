"""The `Telephony` port over the embedded engine, which lives on a thread with a selector loop of its own."""

from __future__ import annotations

import asyncio
import concurrent.futures
import threading
import time
from collections.abc import Callable, Collection, Coroutine, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from onepresence_desktop.domain.calls import CallId, Cause
from onepresence_desktop.domain.errors import (
    CallGone,
    CallRefused,
    Conflict,
    NotFound,
    NumberRefused,
    TelephonyAway,
)
from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.steps import Reject, Step, TrunkId
from onepresence_desktop.pbx.ports import (
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
from onepresence_desktop.pbx.telephony.sip import taking, transfer
from onepresence_desktop.pbx.telephony.sip.call import Call
from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.diagnosis import diagnosed
from onepresence_desktop.pbx.telephony.sip.engine import Engine
from onepresence_desktop.pbx.telephony.sip.hold import agreed
from onepresence_desktop.pbx.telephony.sip.io import SipSockets
from onepresence_desktop.pbx.telephony.sip.load import Probing
from onepresence_desktop.pbx.telephony.sip.media import Media, Session
from onepresence_desktop.pbx.telephony.sip.orders import call_of, check_settings, leg_of, originate
from onepresence_desktop.pbx.telephony.sip.registration_store import RegistrationStore
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp
from onepresence_desktop.pbx.telephony.sip.sounds import music_in
from onepresence_desktop.pbx.telephony.sip.telling import Telling
from onepresence_desktop.pbx.telephony.sip.thread import THREAD, live
from onepresence_desktop.pbx.telephony.sip.timers import Timers
from onepresence_desktop.pbx.telephony.sip.trial import Trial

T = TypeVar("T")

Secure = tuple[str, int, str, str]
"""Host and port for TLS, and the files of the certificate and its key."""

GOODBYE = 0.3
"""Seconds for the BYEs to leave when the engine stops."""


class SipTelephony:
    """`host`:`port` for phones, UDP and TCP; port 0 takes a free one. kept: where registrations outlive the process.

    secure: where phones come in over TLS too; secure_only: no other way, and with sound encrypted. authorities: a file
    of certificates that providers may show besides those that the system believes. public_address: told to whoever is
    beyond the router in front of us. sound_ports: first and last that sound may come in at; None: any.
    """

    def __init__(
        self,
        host: str,
        port: int,
        *,
        kept: Path | None = None,
        secure: Secure | None = None,
        secure_only: bool = False,
        authorities: str | None = None,
        public_address: str | None = None,
        sound_ports: tuple[int, int] | None = None,
    ) -> None:
        self._host, self._port = host, port
        self._secure, self._secure_only, self._authorities = secure, secure_only, authorities
        self._public_address = public_address or ""
        self._sound_ports = sound_ports
        self._kept = kept
        self._keeping: RegistrationStore | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._engine: Engine | None = None
        self._sockets: SipSockets | None = None
        self._probing: Probing | None = None
        self._states: dict[DeviceId, DeviceState] = {}

    # --- the port ---

    @property
    def line_out(self) -> bool:
        """Whether there is a line to a provider."""
        return bool(self._engine is not None and self._engine.trunks.states())

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
        self._thread = threading.Thread(target=live, args=(running,), name=THREAD, daemon=True)
        self._thread.start()
        self._loop = await asyncio.wrap_future(running)
        tell = Telling(service, emit)
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
                self._keeping = RegistrationStore(engine, self._kept, self._sockets.address)
                self._keeping.bring_back()

        await self._do(go)

    async def change_lines(self, changed: Sequence[Line], gone: Collection[DeviceId]) -> None:
        """Some of the devices."""
        await self._do(lambda engine: engine.change_lines(changed, gone))

    async def set_trunks(self, trunks: Sequence[TrunkLine]) -> None:
        """All lines to providers."""
        await self._do(lambda engine: engine.trunks.set(trunks))

    def trunks(self) -> Mapping[TrunkId, TrunkState]:
        """How each line stands."""
        return self._engine.trunks.states() if self._engine is not None else {}

    async def set_asking(self, sounds: Mapping[str, Sound]) -> None:
        """The sentence that asks for the key 1."""
        files = {language: file_of(sound) for language, sound in sounds.items()}

        def go(engine: Engine) -> None:
            engine.asking = files

        await self._do(go)

    async def set_music(self, customer_id: CustomerId, sound: Sound | None) -> None:
        """What is heard there instead of the engine's own music."""
        own = await asyncio.to_thread(music_in, file_of(sound)) if sound is not None else None
        await self._do(lambda engine: engine.set_music(customer_id, own))

    async def try_trunk(self, trunk_id: TrunkId, number: str) -> str:
        """What the provider says to a call over one line."""

        async def there() -> str:
            if self._engine is None:
                raise TelephonyAway
            line = self._engine.trunks.named(trunk_id)
            if line is None:
                raise NotFound(what="trunk")
            said: asyncio.Future[str] = asyncio.get_running_loop().create_future()
            trial = Trial(self._engine, line, lambda words: said.set_result(words) if not said.done() else None)
            trial.start(number)
            return await said

        return await self._there(there())

    async def diagnose(self) -> Diagnosis:
        """What the engine saw of phones and strangers."""
        doors = self._sockets.doors() if self._sockets is not None else []

        def seen(engine: Engine) -> Diagnosis:
            return diagnosed(engine.clock.time, engine.failures, engine.guard, doors, engine.media.ports.seen())

        return await self._do(seen)

    async def unblock(self, address: str, user: str | None) -> int:
        """Let an address try again."""
        return await self._do(lambda engine: engine.guard.unblock(address, user))

    def devices(self) -> Mapping[DeviceId, DeviceState]:
        """The state of every line."""
        engine = self._engine
        return dict(engine.states) if engine is not None else {}

    async def originate(self, call_id: CallId, device_id: DeviceId, dialled: str, *, answers: bool = False) -> None:
        """Ring `device_id`, and when it is lifted call `dialled`."""
        await self._do(lambda engine: originate(engine, call_id, device_id, dialled, answers=answers))

    async def hangup(self, call_id: CallId, cause: Cause = Cause.NORMAL) -> None:
        """End a call."""
        await self._on(call_id, lambda call: call.finish(cause))

    async def refuse(self, call_id: CallId, user_id: UserId) -> None:
        """One person's phones stop ringing."""
        await self._on(call_id, lambda call: call.refuse(user_id))

    async def hold(self, call_id: CallId, device_id: DeviceId) -> None:
        """Hold the far end on behalf of a phone."""
        await self._held(call_id, device_id, held=True)

    async def resume(self, call_id: CallId, device_id: DeviceId) -> None:
        """End `hold`."""
        await self._held(call_id, device_id, held=False)

    async def _held(self, call_id: CallId, device_id: DeviceId, *, held: bool) -> None:
        async def there() -> None:
            call = call_of(self._running(), call_id)
            await agreed(call, leg_of(call, device_id), held=held)

        await self._there(there())

    async def transfer(self, call_id: CallId, device_id: DeviceId, dialled: str) -> None:
        """Blind transfer."""

        def go(call: Call) -> None:
            leg = leg_of(call, device_id)
            staying = call.other(leg)
            if staying is None or call.transfer is not None:
                raise CallRefused(what="transfer")
            if isinstance(call.core.router.route(call.party_of(staying), call.customer_id, dialled), Reject):
                raise NumberRefused(number=dialled)
            transfer.start(call, leg, dialled, by_phone=False)

        await self._on(call_id, go)

    async def join(self, call_id: CallId, other: CallId, device_id: DeviceId) -> None:
        """Attended transfer."""

        def go(engine: Engine) -> None:
            call, second = call_of(engine, call_id), call_of(engine, other)
            leg, other_leg = leg_of(call, device_id), leg_of(second, device_id)
            if call.other(leg) is None or call.transfer is not None or second.transfer is not None:
                raise CallRefused(what="transfer")
            transfer.join(call, leg, second, other_leg, by_phone=False)

        await self._do(go)

    async def pick_up(self, call_id: CallId, other: CallId) -> None:
        """A phone that keyed a code takes another call."""
        await self._do(lambda engine: taking.take(call_of(engine, call_id), call_of(engine, other)))

    async def park(self, call_id: CallId, device_id: DeviceId | None) -> None:
        """A phone leaves, its far end waits."""
        await self._on(call_id, lambda call: taking.park(call, device_id))

    async def redirect(self, call_id: CallId, step: Step) -> None:
        """Take a ringing or mailbox call to another step."""
        await self._on(call_id, lambda call: call.redirect(step))

    async def lift(self, call_id: CallId, user_id: UserId) -> NoReturn:
        """A telephone is lifted by hand."""
        raise Conflict(what="lifted_by_hand")

    async def answer(self, call_id: CallId) -> None:
        """Answer at the mailbox."""

        def go(call: Call) -> None:
            try:
                call.answer_mailbox()
            except (BadSdp, OSError) as exc:
                call.finish(Cause.NOT_ACCEPTABLE if isinstance(exc, BadSdp) else Cause.FAILED)
                raise CallGone from exc

        await self._on(call_id, go)

    async def play(self, call_id: CallId, sounds: Sequence[Sound]) -> bool:
        """Play to the caller; True when all was heard."""
        files = [file_of(sound) for sound in sounds]
        return await self._sound(call_id, lambda session, done: session.play(files, done))

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

    async def check_settings(self, device_ids: Collection[DeviceId]) -> None:
        """Phones are to fetch their settings."""
        await self._do(lambda engine: check_settings(engine, device_ids))

    # --- the thread ---

    async def _open(self, router: Router, emit: Callable[[TelephonyEvent], None]) -> None:
        loop = asyncio.get_running_loop()
        engine: list[Engine] = []

        def receive(data: bytes, flow: Flow) -> None:
            if self._probing is None or not self._probing.probe.sees(data):
                engine[0].receive(data, flow)

        sockets = SipSockets(receive, lambda number: engine[0].connection_lost(number), self._authorities)
        engine.append(Engine(Timers(loop, time.monotonic), sockets, Media(loop, self._sound_ports), router, emit))
        engine[0].secure_only = self._secure_only
        engine[0].outward.public = self._public_address
        await sockets.open(self._host, self._port)
        if self._secure is not None:
            await sockets.open_secure(*self._secure)
        self._probing = Probing(sockets.address)
        engine[0].waited = self._probing.probe.waited
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
        if self._probing is not None:
            self._probing.close()
            self._probing = None
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

    def _running(self) -> Engine:
        if self._engine is None:
            raise TelephonyAway
        return self._engine

    async def _do(self, work: Callable[[Engine], T]) -> T:
        async def there() -> T:
            return work(self._running())

        return await self._there(there())

    async def _on(self, call_id: CallId, work: Callable[[Call], T]) -> T:
        return await self._do(lambda engine: work(call_of(engine, call_id)))

    async def _sound(self, call_id: CallId, begin: Callable[[Session, Callable[[T], None]], None]) -> T:
        """Begin something with a caller's sound and wait for its end."""

        async def there() -> T:
            session = call_of(self._running(), call_id).session
            if session is None:
                raise CallGone
            ended: asyncio.Future[T] = asyncio.get_running_loop().create_future()
            begin(session, lambda result: ended.set_result(result) if not ended.done() else None)
            return await ended

        return await self._there(there())
