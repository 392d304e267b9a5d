"""Phones, a network and a clock that exist only in the test: thousands of calls in seconds, the same ones each time."""

from __future__ import annotations

import hashlib
import heapq
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from onepresence_desktop.domain.calls import Cause
from onepresence_desktop.domain.diversion import ForwardingDefaults
from onepresence_desktop.domain.people import Device, DeviceId, DeviceKind, User, UserId
from onepresence_desktop.domain.routing import Directory
from onepresence_desktop.pbx.ports import SIP_REALM, CallProgress, Line, TelephonyEvent, VoicemailReached
from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.engine import Engine
from onepresence_desktop.pbx.telephony.sip.msg import Message, parameters, parse, response_to, split_list
from onepresence_desktop.pbx.telephony.sip.txn import MAGIC, Client, Layer, Server
from tests.pbx.telephony.sip.office import CUSTOMER, PASSWORD, TableRouter

PBX = ("10.0.0.1", 5060)


class Timer:
    def __init__(self, at: float, callback: Callable[[], None]) -> None:
        self.at, self.callback, self.cancelled = at, callback, False

    def cancel(self) -> None:
        self.cancelled = True


class VirtualClock:
    """Time passes when `run` says so."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._order = itertools.count()
        self._heap: list[tuple[float, int, Timer]] = []

    def time(self) -> float:
        return self.now

    def call_later(self, delay: float, callback: Callable[[], None]) -> Timer:
        timer = Timer(self.now + delay, callback)
        heapq.heappush(self._heap, (timer.at, next(self._order), timer))
        return timer

    def run(self, seconds: float) -> None:
        end = self.now + seconds
        while self._heap and self._heap[0][0] <= end:
            at, _, timer = heapq.heappop(self._heap)
            self.now = max(self.now, at)
            if not timer.cancelled:
                timer.callback()
        self.now = end

    def until(self, condition: Callable[[], bool], *, within: float = 40.0, step: float = 0.01) -> None:
        end = self.now + within
        while not condition():
            assert self.now < end, "it did not come to that"
            self.run(step)


class EngineClock:
    """The same clock; it knows which timers are the engine's."""

    def __init__(self, clock: VirtualClock) -> None:
        self._clock = clock
        self._timers: set[Timer] = set()

    def time(self) -> float:
        return self._clock.now

    def call_later(self, delay: float, callback: Callable[[], None]) -> Timer:
        def ring() -> None:
            self._timers.discard(timer)
            callback()

        timer = self._clock.call_later(delay, ring)
        self._timers.add(timer)
        return timer

    @property
    def pending(self) -> int:
        self._timers = {timer for timer in self._timers if not timer.cancelled}
        return len(self._timers)


@dataclass
class Network:
    """loss, double: chances for each datagram. jitter: seconds of delay at most beyond the first; so they overtake."""

    clock: VirtualClock
    rng: random.Random
    loss: float = 0.0
    double: float = 0.0
    jitter: float = 0.0
    places: dict[tuple[str, int], Callable[[bytes, tuple[str, int]], None]] = field(default_factory=dict)
    carried: int = 0

    def carry(self, data: bytes, source: tuple[str, int], target: tuple[str, int]) -> None:
        copies = 0 if self.rng.random() < self.loss else 2 if self.rng.random() < self.double else 1
        for _ in range(copies):
            self.carried += 1
            delay = 0.001 + self.rng.random() * self.jitter
            self.clock.call_later(delay, lambda: self._arrive(data, source, target))

    def _arrive(self, data: bytes, source: tuple[str, int], target: tuple[str, int]) -> None:
        place = self.places.get(target)
        if place is not None:
            place(data, source)


class EngineIo:
    def __init__(self, network: Network) -> None:
        self._network = network

    def send(self, flow: Flow, data: bytes) -> bool:
        self._network.carry(data, PBX, flow.remote)
        return True


class SilentSession:
    """The engine's sound, without any."""

    def __init__(self, media: SilentMedia, on_digit: Callable[[str], None] | None) -> None:
        self._media, self.on_digit = media, on_digit
        self.port, self.recording, self.relay, self.remote = 4000, False, None, None

    def set_remote(self, audio: Any) -> None:
        self.remote = audio

    def close(self) -> None:
        self._media.sessions.discard(self)

    def ringback(self) -> None: ...
    def stop_ringback(self) -> None: ...
    def stop_playing(self) -> None: ...
    def stop_recording(self, why: str) -> None: ...


class SilentMedia:
    def __init__(self) -> None:
        self.sessions: set[SilentSession] = set()

    def open(self, host: str, on_digit: Callable[[str], None] | None = None) -> SilentSession:
        session = SilentSession(self, on_digit)
        self.sessions.add(session)
        return session


def sdp(host: str, *, version: int = 1, direction: str = "sendrecv") -> bytes:
    return (
        f"v=0\r\no=- 1 {version} IN IP4 {host}\r\ns=-\r\nc=IN IP4 {host}\r\nt=0 0\r\n"
        f"m=audio 5004 RTP/AVP 0 8 101\r\na=rtpmap:101 telephone-event/8000\r\na={direction}\r\n"
    ).encode()


@dataclass
class Dialog:
    """What a phone knows of a call."""

    call_id: str
    local: str
    remote: str
    target: str
    cseq: int = 1
    talking: bool = False
    over: bool = False
    status: int = 0
    server: Server | None = None
    invite: Client | None = None
    acked: bool = False
    then: list[tuple[float, str]] = field(default_factory=list)


class Phone:
    """A phone of one line. manner: what it does when it rings, a list of (seconds, deed) with deeds
    ring, answer, busy, decline, hold, resume, refer NUMBER, bye; deeds after `answer` count from then.
    """

    def __init__(self, world: World, name: str, host: str) -> None:
        self.world, self.name, self.host = world, name, host
        self.address = (host, 5060)
        self.clock = world.clock
        self.layer = Layer(world.clock, self)
        self.flow = Flow("udp", PBX, self.address)
        self.manner: list[tuple[float, str]] = [(0.1, "ring"), (1.0, "answer")]
        self.dialogs: list[Dialog] = []
        self.registered = False
        self._numbers = itertools.count(1)
        world.network.places[self.address] = self._receive

    # --- what a person does ---

    def register(self, seconds: int = 3600) -> None:
        self._authenticated(
            "REGISTER", f"sip:{PBX[0]}", f"<sip:{self.name}@{PBX[0]}>", self._call_id(), self._registered,
            headers=[("contact", f"<sip:{self.name}@{self.host}:5060>"), ("expires", str(seconds))],
        )  # fmt: skip

    def dial(self, number: str, then: list[tuple[float, str]] | None = None, *, offer: bool = True) -> Dialog:
        """Call; `then` begins when it is answered."""
        call_id = self._call_id()
        tag = f"t{next(self._numbers)}"
        dialog = Dialog(
            call_id, f"<sip:{self.name}@{PBX[0]}>;tag={tag}", f"<sip:{number}@{PBX[0]}>", f"sip:{number}@{PBX[0]}"
        )
        dialog.then = list(then or [])
        self.dialogs.append(dialog)

        def answered(response: Message) -> None:
            if response.status < 200:
                return
            dialog.status = response.status
            if response.status < 300:
                self._accepted(dialog, response)
            else:
                dialog.over = True

        def lost() -> None:
            dialog.status, dialog.over = 408, True

        dialog.invite = self._authenticated(
            "INVITE", dialog.target, dialog.remote, call_id, answered, lost, tag=tag, body=sdp(self.host),
            headers=[("contact", f"<sip:{self.name}@{self.host}:5060>")], dialog=dialog,
        )  # fmt: skip
        return dialog

    def cancel(self, dialog: Dialog) -> None:
        """Give up while it rings."""
        if dialog.invite is None or dialog.talking or dialog.over:
            return
        invite = dialog.invite.request
        request = Message("CANCEL", invite.uri)
        request.headers = [(k, v) for k, v in invite.headers if k in ("via", "max-forwards", "from", "to", "call-id")]
        request.add("cseq", f"{invite.cseq[0]} CANCEL")
        Client(self.layer, self.flow, request, lambda _: None, lambda: None).start()

    def hang_up(self, dialog: Dialog) -> None:
        if dialog.talking and not dialog.over:
            dialog.over, dialog.talking = True, False
            self._in_dialog(dialog, "BYE", lambda _: None)

    def vanish(self) -> None:
        """Power is gone: nothing is sent or heard any more."""
        self.world.network.places.pop(self.address, None)
        self.layer = Layer(self.clock, Nowhere())
        self.dialogs.clear()

    # --- protocol ---

    def send(self, flow: Flow, data: bytes) -> bool:
        self.world.network.carry(data, self.address, flow.remote)
        return True

    def _receive(self, data: bytes, source: tuple[str, int]) -> None:
        message = parse(data)
        if not message.is_request:
            if not self.layer.response(message) and message.status // 100 == 2 and message.cseq[1] == "INVITE":
                return
            return
        known = self.layer.server_of(message)
        dialog = next((d for d in self.dialogs if d.call_id == message.call_id), None)
        if message.method == "ACK":
            if known is not None:
                known.acknowledge()
            if dialog is not None:
                dialog.acked = True
            return
        if known is not None:
            known.again()
            return
        if message.method == "CANCEL":
            Server(self.layer, self.flow, message, "c").answer(200)
            if dialog is not None and dialog.server is not None and not dialog.server.final:
                dialog.server.answer(487)
                dialog.over = True
            return
        server = Server(self.layer, self.flow, message, f"u{next(self._numbers)}")
        if message.method == "INVITE":
            self._invited(server, message, dialog)
        elif message.method == "BYE":
            server.answer(200 if dialog is not None else 481)
            if dialog is not None:
                dialog.over, dialog.talking = True, False
        else:
            server.answer(200)

    def _invited(self, server: Server, message: Message, dialog: Dialog | None) -> None:
        if dialog is not None:
            self._accept(dialog, server, sdp(self.host, version=2))
            return
        if sum(1 for d in self.dialogs if not d.over) >= 2:
            server.answer(486)
            return
        contact = message.contact()
        dialog = Dialog(
            message.call_id,
            f"{message.get('to')};tag={server.to_tag}",
            message.get("from"),
            contact.uri if contact is not None else "",
            cseq=100,
            server=server,
        )
        self.dialogs.append(dialog)
        self._go_on(dialog, list(self.manner))

    def _go_on(self, dialog: Dialog, deeds: list[tuple[float, str]]) -> None:
        if not deeds:
            return
        (delay, deed), *rest = deeds

        def act() -> None:
            if not dialog.over:
                self._do(dialog, deed)
                self._go_on(dialog, rest)

        self.clock.call_later(delay, act)

    def _do(self, dialog: Dialog, deed: str) -> None:
        server = dialog.server
        match deed.split():
            case ["ring"] if server is not None:
                server.answer(180, headers=(("contact", f"<sip:{self.name}@{self.host}:5060>"),))
            case ["answer"] if server is not None and not server.final:
                self._accept(dialog, server, sdp(self.host))
                dialog.talking = True
            case ["busy"] if server is not None:
                server.answer(486)
                dialog.over = True
            case ["decline"] if server is not None:
                server.answer(603)
                dialog.over = True
            case ["hold" | "resume" as how] if dialog.talking:
                direction = "sendonly" if how == "hold" else "sendrecv"
                self._in_dialog(
                    dialog,
                    "INVITE",
                    lambda r: self._acknowledge(dialog, r),
                    body=sdp(self.host, version=3, direction=direction),
                )
            case ["refer", number] if dialog.talking:
                self._in_dialog(dialog, "REFER", lambda _: None, headers=[("refer-to", f"<sip:{number}@{PBX[0]}>")])
            case ["bye"]:
                self.hang_up(dialog)

    def _accept(self, dialog: Dialog, server: Server, body: bytes) -> None:
        response = response_to(server.request, 200, to_tag=server.to_tag)
        response.add("contact", f"<sip:{self.name}@{self.host}:5060>").add("content-type", "application/sdp")
        response.body = body
        dialog.acked = False
        server.respond(response)

        def again(interval: float) -> None:
            if not dialog.acked and not dialog.over and interval < 16:
                server.resend()
                self.clock.call_later(interval, lambda: again(min(interval * 2, 4.0)))

        self.clock.call_later(0.5, lambda: again(1.0))

    def _accepted(self, dialog: Dialog, response: Message) -> None:
        first = not dialog.talking and not dialog.over
        dialog.remote = response.get("to")
        contact = response.contact()
        if contact is not None:
            dialog.target = contact.uri
        self._acknowledge(dialog, response)
        if first:
            dialog.talking = True
            self._go_on(dialog, dialog.then)

    def _acknowledge(self, dialog: Dialog, response: Message) -> None:
        if 200 <= response.status < 300 and response.cseq[1] == "INVITE":
            ack = self._build("ACK", dialog.target, dialog.local, dialog.remote, dialog.call_id, response.cseq[0])
            self.send(self.flow, ack.encode())

    def _in_dialog(
        self, dialog: Dialog, method: str, on_response: Callable[[Message], None], *,
        body: bytes = b"", headers: list[tuple[str, str]] | None = None,
    ) -> None:  # fmt: skip
        dialog.cseq += 1
        request = self._build(method, dialog.target, dialog.local, dialog.remote, dialog.call_id, dialog.cseq)
        request.headers += [("contact", f"<sip:{self.name}@{self.host}:5060>"), *(headers or [])]
        if body:
            request.add("content-type", "application/sdp")
            request.body = body
        Client(self.layer, self.flow, request, on_response, lambda: None).start()

    def _authenticated(
        self, method: str, uri: str, to: str, call_id: str, on_response: Callable[[Message], None],
        on_timeout: Callable[[], None] = lambda: None, *, tag: str = "r", body: bytes = b"",
        headers: list[tuple[str, str]] | None = None, dialog: Dialog | None = None, cseq: int = 1, proof: str = "",
    ) -> Client:  # fmt: skip
        request = self._build(method, uri, f"<sip:{self.name}@{PBX[0]}>;tag={tag}", to, call_id, cseq)
        request.headers += headers or []
        if proof:
            request.add("authorization", proof)
        if body:
            request.add("content-type", "application/sdp")
            request.body = body

        def response(message: Message) -> None:
            if message.status == 401 and not proof:
                again = self._authenticated(
                    method, uri, to, call_id, on_response, on_timeout, tag=tag, body=body, headers=headers,
                    dialog=dialog, cseq=cseq + 1, proof=self._prove(message, method, uri),
                )  # fmt: skip
                if dialog is not None:
                    dialog.invite, dialog.cseq = again, cseq + 1
            else:
                on_response(message)

        client = Client(self.layer, self.flow, request, response, on_timeout)
        client.start()
        return client

    def _prove(self, challenge: Message, method: str, uri: str) -> str:
        fields = parameters(split_list(challenge.get("www-authenticate").partition(" ")[2]))
        ha1 = hashlib.md5(f"{self.name}:{SIP_REALM}:{PASSWORD}".encode()).hexdigest()
        ha2 = hashlib.md5(f"{method}:{uri}".encode()).hexdigest()
        middle = f"{fields['nonce']}:00000001:abc:auth"
        digest = hashlib.md5(f"{ha1}:{middle}:{ha2}".encode()).hexdigest()
        return (
            f'Digest username="{self.name}", realm="{SIP_REALM}", nonce="{fields["nonce"]}", uri="{uri}", '
            f'response="{digest}", algorithm=MD5, qop=auth, nc=00000001, cnonce="abc"'
        )

    def _registered(self, response: Message) -> None:
        self.registered = response.status == 200

    def _call_id(self) -> str:
        return f"{self.name}-{next(self._numbers)}"

    def _build(self, method: str, uri: str, local: str, remote: str, call_id: str, cseq: int) -> Message:
        request = Message(method, uri)
        request.headers = [
            ("via", f"SIP/2.0/UDP {self.host}:5060;branch={MAGIC}{self.name}{next(self._numbers)};rport"),
            ("max-forwards", "70"),
            ("from", local),
            ("to", remote),
            ("call-id", call_id),
            ("cseq", f"{cseq} {method}"),
        ]
        return request


class Nowhere:
    def send(self, flow: Flow, data: bytes) -> bool:
        return True


class World:
    """An engine and `people` users with one phone each (numbers 1002101 and up), all registered."""

    def __init__(self, people: int = 4, *, seed: int = 1, seconds: int = 10, **network: float) -> None:
        self.rng = random.Random(seed)
        self.clock = VirtualClock()
        self.network = Network(self.clock, random.Random(seed + 1))
        self.media = SilentMedia()
        self.events: list[TelephonyEvent] = []
        users = {UserId(f"p{n}"): User(UserId(f"p{n}"), CUSTOMER.id, f"100{2101 + n}", f"P{n}") for n in range(people)}
        devices = {u: (Device(DeviceId(f"d-{u}"), CUSTOMER.id, u, DeviceKind.DESK, u),) for u in users}
        directory = Directory(
            CUSTOMER,
            users,
            devices,
            defaults={u: ForwardingDefaults(no_reply_seconds=seconds) for u in users},
            by_number={user.local_number: id_ for id_, user in users.items()},
        )
        self.router = TableRouter(directory)
        io = EngineIo(self.network)
        self.engine_clock = EngineClock(self.clock)
        self.engine = Engine(self.engine_clock, io, self.media, self.router, self._take, rng=self.rng)  # type: ignore[arg-type]
        self.network.places[PBX] = lambda data, source: self.engine.receive(data, Flow("udp", source, PBX))
        self.engine.set_lines([_line(user) for user in users.values()])
        self.phones = [Phone(self, f"s-{id_}", f"10.0.1.{n + 1}") for n, id_ in enumerate(users)]
        for phone in self.phones:
            phone.register(100_000)
        self.clock.until(lambda: all(phone.registered for phone in self.phones), within=60)
        for name, value in network.items():
            setattr(self.network, name, value)

    def _take(self, event: TelephonyEvent) -> None:
        self.events.append(event)
        if isinstance(event, VoicemailReached):
            self.clock.call_later(0.01, lambda: self._mailbox(event))

    def _mailbox(self, event: VoicemailReached) -> None:
        """Lifts, and hangs up after a while."""
        call = self.engine.calls.get(event.call_id)
        if call is not None and not call.over:
            call.answer_mailbox()
            self.clock.call_later(5.0, lambda: call.finish(Cause.NORMAL))

    def progress(self) -> list[CallProgress]:
        return [event for event in self.events if isinstance(event, CallProgress)]

    def states(self) -> list[str]:
        """The states of all calls in the order they were told."""
        return [event.state.value for event in self.progress()]

    def leftovers(self) -> dict[str, object]:
        """What a quiet engine must not have any more."""
        engine = self.engine
        found = {
            "calls": list(engine.calls),
            "legs": list(engine.legs),
            "by device": dict(engine._device_legs),
            "transactions": engine.layer.count,
            "sessions": len(self.media.sessions),
            "timers": max(0, self.engine_clock.pending - 2),  # the next question to the phones, the next expiry
        }
        return {name: value for name, value in found.items() if value}


def _line(user: User) -> Line:
    name = f"s-{user.id}"
    secret = f"{name}:{SIP_REALM}:{PASSWORD}".encode()
    return Line(
        DeviceId(f"d-{user.id}"),
        user.id,
        CUSTOMER.id,
        name,
        hashlib.md5(secret).hexdigest(),
        hashlib.sha256(secret).hexdigest(),
        user.name,
        (user.local_number, user.local_number[-4:]),
        False,
    )
