"""An engine among simulated phones: thousands of calls in seconds, the same ones each time."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from onepresence_desktop.domain.calls import Cause
from onepresence_desktop.domain.diversion import Diversion, ForwardingDefaults
from onepresence_desktop.domain.people import Device, DeviceId, DeviceKind, SoundPath, User, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import DialPlan
from onepresence_desktop.pbx.ports import SIP_REALM, CallProgress, Line, MenuReached, TelephonyEvent
from onepresence_desktop.pbx.telephony.sip.clock import Flow, Reached
from onepresence_desktop.pbx.telephony.sip.engine import Engine
from onepresence_desktop.pbx.telephony.sip.ports import Ports
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp
from tests.pbx.telephony.sip.office import CUSTOMER, PASSWORD, TableRouter
from tests.pbx.telephony.sip.simulated_phone import Phone
from tests.pbx.telephony.sip.virtual import PBX, PBX6, EngineClock, Network, VirtualClock


class EngineIo:
    def __init__(self, network: Network) -> None:
        self._network = network

    def send(self, flow: Flow, data: bytes) -> bool:
        if flow.reliable and flow.connection not in self._network.connections.values():
            return False
        self._network.carry(data, flow.local, flow.remote)
        return True

    def keep(self, flow: Flow) -> None:
        """Nobody is a stranger here for long."""

    def reach(self, kind: str, host: str, port: int, then: Reached, turn: int = 0) -> None:
        port = port or 5060
        found = Flow(kind, (host, port), self.local(host)) if (host, port) in self._network.places else None
        self._network.clock.call_later(0.001, lambda: then(found, "" if found is not None else "not found"))

    def local(self, remote: str) -> tuple[str, int]:
        return PBX6 if ":" in remote else PBX


class SilentSession:
    """The engine's sound, without any."""

    def __init__(self, media: SilentMedia, host: str, on_digit: Callable[[str], None] | None) -> None:
        self._media, self.host, self.on_digit = media, host, on_digit
        self.port, self.recording, self.relay, self.remote, self.onward = 4000, False, None, None, None
        self.repeated, self.stays = "", False

    def set_remote(self, audio: Any, signals: str = "") -> None:
        self.remote = audio

    def serve(self, on_digit: Callable[[str], None]) -> None:
        self.on_digit, self.relay, self.repeated = on_digit, None, ""

    def leave(self) -> None:
        if self.stays:
            self.on_digit, self.relay, self.repeated = None, None, ""
        else:
            self.close()

    def close(self) -> None:
        self._media.sessions.discard(self)

    def play(self, sounds: Any, done: Callable[[bool], None]) -> None:
        self._media.played.append(sounds)

    def repeat(self, make: Callable[[], Any], *, gives_way: bool = False) -> None:
        self.repeated = make.__name__

    def stop_repeating(self) -> None:
        self.repeated = ""

    def stop_playing(self) -> None: ...
    def stop_recording(self, why: str) -> None: ...


class SilentMedia:
    def __init__(self) -> None:
        self.sessions: set[SilentSession] = set()
        self.played: list[Any] = []
        self.ports = Ports()

    def open(self, host: str, on_digit: Callable[[str], None] | None = None) -> SilentSession:
        session = SilentSession(self, host, on_digit)
        self.sessions.add(session)
        return session


class World:
    """An engine and `people` users (numbers 1002101 and +4570101001 and up), with one phone each, all registered.

    second: a second phone for each; they follow the first ones in `phones`. relay: sound goes through the engine.
    v6: people whose phone is in an IPv6 network. media: the engine's sound; without one it is silent.
    """

    def __init__(
        self, people: int = 4, *, seed: int = 1, seconds: int = 10, second: bool = False, relay: bool = False,
        v6: tuple[int, ...] = (), media: Any = None,
        **network: float,
    ) -> None:  # fmt: skip
        self.rng = random.Random(seed)
        self.clock = VirtualClock()
        self.network = Network(self.clock, random.Random(seed + 1))
        self.media = media or SilentMedia()
        self.events: list[TelephonyEvent] = []
        users = {
            UserId(f"p{n}"): User(
                UserId(f"p{n}"), CUSTOMER.id, f"100{2101 + n}", f"P{n}", one_number=f"+457010100{n + 1}"
            )
            for n in range(people)
        }
        kinds = ("", "2") if second else ("",)
        devices = {
            u: tuple(Device(DeviceId(f"d{k}-{u}"), CUSTOMER.id, u, DeviceKind.DESK, u) for k in kinds) for u in users
        }
        dial_plan = DialPlan(
            CUSTOMER,
            users,
            devices,
            defaults={u: ForwardingDefaults(no_reply_seconds=seconds) for u in users},
            by_number={user.local_number: id_ for id_, user in users.items()}
            | {f"+457010100{n + 1}": u for n, u in enumerate(users)},
        )
        self.router = TableRouter(dial_plan)
        io = EngineIo(self.network)
        self.engine_clock = EngineClock(self.clock)
        self.engine = Engine(self.engine_clock, io, self.media, self.router, self._take, rng=self.rng)  # type: ignore[arg-type]
        for pbx in (PBX, PBX6):
            self.network.places[pbx] = lambda data, source: self.engine.receive(data, self._flow(source))
        self.lines = [_line(user, kind, relay=relay) for kind in kinds for user in users.values()]
        self.engine.set_lines(self.lines)
        hosts = [f"fd00::1:{n + 1}" if n in v6 else f"10.0.1.{n + 1}" for n in range(len(self.lines))]
        self.phones = [Phone(self, line.sip_user, host) for line, host in zip(self.lines, hosts, strict=True)]
        for phone in self.phones:
            phone.register(100_000)
        self.clock.until(lambda: all(phone.registered for phone in self.phones), within=60)
        for name, value in network.items():
            setattr(self.network, name, value)

    def forwards(self, person: int, **defaults: Any) -> None:
        """Change a person's `ForwardingDefaults`."""
        user = UserId(f"p{person}")
        known = dict(self.router.dial_plan.defaults)
        known[user] = replace(known[user], **defaults)
        self.router.dial_plan = replace(self.router.dial_plan, defaults=known)

    def divert(self, *diversions: Diversion) -> None:
        self.router.dial_plan = replace(self.router.dial_plan, diversions={d.user_id: (d,) for d in diversions})

    def state(self, device: str) -> DeviceState:
        return self.engine.states[DeviceId(device)]

    def _flow(self, source: tuple[str, int]) -> Flow:
        number = self.network.connections.get(source)
        pbx = PBX6 if ":" in source[0] else PBX
        return Flow("udp", source, pbx) if number is None else Flow("tcp", source, pbx, number)

    def break_connection(self, phone: Phone) -> None:
        self.engine.connection_lost(self.network.connections.pop(phone.address))

    def _take(self, event: TelephonyEvent) -> None:
        self.events.append(event)
        if isinstance(event, MenuReached):
            self.clock.call_later(0.01, lambda: self._mailbox(event))

    def _mailbox(self, event: MenuReached) -> None:
        """Lifts, and hangs up after a while."""
        call = self.engine.calls.get(event.call_id)
        if call is not None and not call.over:
            try:
                call.answer_mailbox()
            except BadSdp:
                call.finish(Cause.NOT_ACCEPTABLE)  # as the driver does
                return
            self.clock.call_later(5.0, lambda: call.finish(Cause.NORMAL))

    def progress(self) -> list[CallProgress]:
        return [event for event in self.events if isinstance(event, CallProgress)]

    def states(self) -> list[str]:
        """The states of all calls in the order they were told; the same again, at others, is one."""
        told = [(event.call_id, event.state.value) for event in self.progress()]
        return [state for n, (call, state) in enumerate(told) if n == 0 or (call, state) != told[n - 1]]

    def leftovers(self) -> dict[str, object]:
        """What a quiet engine must not have any more."""
        engine = self.engine
        found = {
            "calls": list(engine.calls),
            "legs": list(engine.legs),
            "ended": list(engine.ended),
            "by device": dict(engine._device_legs),
            "transactions": engine.layer.count,
            "sessions": len(self.media.sessions),
            "timers": max(0, self.engine_clock.pending - 2),  # the next question to the phones, the next expiry
        }
        return {name: value for name, value in found.items() if value}


def _line(user: User, kind: str, *, relay: bool) -> Line:
    name = f"s{kind}-{user.id}"
    secret = f"{name}:{SIP_REALM}:{PASSWORD}".encode()
    return Line(
        DeviceId(f"d{kind}-{user.id}"),
        user.id,
        CUSTOMER.id,
        name,
        hashlib.md5(secret).hexdigest(),
        hashlib.sha256(secret).hexdigest(),
        user.name,
        (user.local_number, user.local_number[-4:]),
        SoundPath.RELAYED if relay else SoundPath.AUTOMATIC,
    )
