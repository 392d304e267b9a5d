"""The engine's heart, sans-IO: messages in, the right machine found, events out."""

from __future__ import annotations

import logging
import random
import secrets
from collections.abc import Callable, Mapping, Sequence
from uuid import uuid4

from onepresence_desktop import __version__
from onepresence_desktop.domain.calls import CallId, Cause, Party
from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.ports import DeviceChanged, Digit, Line, Router, TelephonyEvent
from onepresence_desktop.pbx.telephony.sip.auth import Digest, Verdict
from onepresence_desktop.pbx.telephony.sip.call import Call
from onepresence_desktop.pbx.telephony.sip.clock import Clock, Flow, Io, Timer
from onepresence_desktop.pbx.telephony.sip.guard import Guard
from onepresence_desktop.pbx.telephony.sip.leg import ALLOW, Leg, LegState, Owner
from onepresence_desktop.pbx.telephony.sip.media import Media, Session
from onepresence_desktop.pbx.telephony.sip.msg import Malformed, Message, Uri, parse, parse_uri, response_to
from onepresence_desktop.pbx.telephony.sip.registrar import SHORTEST, BadRegister, Binding, Registrar
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Sdp
from onepresence_desktop.pbx.telephony.sip.subscriptions import Subscriptions
from onepresence_desktop.pbx.telephony.sip.txn import MAGIC, Client, Layer, Server, safe_response_via

log = logging.getLogger(__name__)

QUALIFY = 60.0
"""Seconds between questions to each phone whether it is still there."""

MISSES = 2
UNDERSTOOD = {"timer", "replaces", "norefersub"}


class Engine:
    """Everything on one thread; whoever calls in does so on the engine's loop."""

    def __init__(
        self,
        clock: Clock,
        io: Io,
        media: Media,
        router: Router,
        emit: Callable[[TelephonyEvent], None],
        *,
        rng: random.Random | None = None,
    ) -> None:
        self.clock = clock
        self.io = io
        self.media = media
        self.router = router
        self.emit = emit
        self.random = rng if rng is not None else random.Random()
        self.agent = f"OnePresence/{__version__}"
        self.layer = Layer(clock, io)
        self.registrar = Registrar(clock, self._bindings_changed)
        self.digest = Digest(clock.time)
        self.guard = Guard(clock.time)
        self.subscriptions = Subscriptions(self)
        self.lines: dict[DeviceId, Line] = {}
        self.states: dict[DeviceId, DeviceState] = {}
        self.legs: dict[tuple[str, str], Leg] = {}
        self.calls: dict[CallId, Call] = {}
        self._by_sip_user: dict[str, Line] = {}
        self._device_legs: dict[DeviceId, dict[Leg, None]] = {}
        self._qualify: Timer | None = clock.call_later(QUALIFY, self._qualify_all)
        self._handlers: dict[str, Callable[[Server, Message], None]] = {
            "REGISTER": self._on_register,
            "INVITE": self._on_invite,
            "OPTIONS": self._on_options,
            "SUBSCRIBE": self._on_subscribe,
            "NOTIFY": lambda server, _: server.answer(481),
            "PUBLISH": lambda server, _: server.answer(489),
        }

    # --- lines and states ---

    def set_lines(self, lines: Sequence[Line]) -> None:
        """All lines there are."""
        now = {line.device_id: line for line in lines}
        for device, line in self.lines.items():
            changed = now.get(device)
            if changed is None or changed.ha1 != line.ha1:
                self.registrar.forget(line.sip_user)
            if changed is None:
                for leg in list(self._device_legs.get(device, ())):
                    leg.lost()
                self.states.pop(device, None)
        self.lines = now
        self._by_sip_user = {line.sip_user: line for line in lines}
        for device in now:
            self.refresh(device)

    def refresh(self, device_id: DeviceId) -> None:
        """Find a phone's state anew and tell it when it is another."""
        line = self.lines.get(device_id)
        if line is None:
            return
        state = self._state(line)
        if self.states.get(device_id) is not state:
            self.states[device_id] = state
            self.emit(DeviceChanged(device_id, state))
            self.subscriptions.line_changed(line.user_id)

    def refresh_legs(self, *legs: Leg) -> None:
        """The phones of several legs."""
        for leg in legs:
            self.refresh(leg.device_id)

    def _state(self, line: Line) -> DeviceState:
        legs = [leg for leg in self._device_legs.get(line.device_id, ()) if leg.state is not LegState.ENDED]
        answered = [leg for leg in legs if leg.state is LegState.ANSWERED or not leg.ours]
        if any(leg.ours and leg.state in (LegState.RINGING, LegState.INVITING) for leg in legs) and not answered:
            return DeviceState.RINGING
        if answered:
            return DeviceState.ON_HOLD if all(leg.holding for leg in answered) else DeviceState.ON_CALL
        return DeviceState.IDLE if self.registrar.bindings(line.sip_user) else DeviceState.OFFLINE

    def user_states(self, user_id: UserId) -> Mapping[DeviceId, DeviceState]:
        """The phones of a user."""
        return {d: self.states[d] for d, line in self.lines.items() if line.user_id == user_id and d in self.states}

    def relays(self, one: Leg, other: Leg) -> bool:
        """Whether sound between two phones goes through the engine."""
        lines = (self.lines.get(one.device_id), self.lines.get(other.device_id))
        return any(line is not None and line.relay for line in lines)

    def _bindings_changed(self, sip_user: str) -> None:
        line = self._by_sip_user.get(sip_user)
        if line is not None:
            self.refresh(line.device_id)

    # --- legs and calls ---

    def new_leg(self, owner: Owner, flow: Flow, device_id: DeviceId) -> Leg:
        """A leg for a phone we invite."""
        call_id = f"{uuid4().hex}@{self.host(flow)}"
        return self._leg(owner, flow, device_id, call_id, self.token(), ours=True)

    def _leg(self, owner: Owner, flow: Flow, device: DeviceId, call_id: str, tag: str, *, ours: bool) -> Leg:
        leg = Leg(self, owner, flow, device_id=device, call_id=call_id, local_tag=tag, ours=ours)
        self._device_legs.setdefault(device, {})[leg] = None
        return leg

    def leg_over(self, leg: Leg) -> None:
        """A leg has ended; its dialog is remembered for the requests that are still under way."""
        legs = self._device_legs.get(leg.device_id)
        if legs is not None:
            legs.pop(leg, None)
            if not legs:
                del self._device_legs[leg.device_id]
        self.clock.call_later(32.0, lambda: self._forget(leg))
        self.refresh(leg.device_id)

    def _forget(self, leg: Leg) -> None:
        self.legs.pop((leg.call_id, leg.local_tag), None)

    def call_over(self, call: Call) -> None:
        """A call has ended."""
        self.calls.pop(call.id, None)

    def call_of(self, leg: Leg) -> Call | None:
        """Whose leg it is."""
        return leg.owner if isinstance(leg.owner, Call) else None

    def open_session(self, call: Call, leg: Leg) -> Session:
        """The engine's own sound for a leg."""
        return self.media.open(self.host(leg.flow), lambda digit: self.pressed(call, digit))

    def pressed(self, call: Call, digit: str) -> None:
        """A key of a caller who hears the engine."""
        if call.session is not None:
            if digit == "#" and call.session.recording:
                call.session.stop_recording("digit")
            else:
                self.emit(Digit(call.id, digit))

    def set_waiting(self, waiting: MessageWaiting) -> None:
        """A user's lamp."""
        self.subscriptions.set_waiting(waiting)

    # --- names ---

    def token(self) -> str:
        """A tag, a branch."""
        return secrets.token_hex(8)

    def host(self, flow: Flow) -> str:
        """Our address on a flow."""
        return flow.local[0]

    def _bracketed(self, flow: Flow) -> str:
        host = flow.local[0]
        return f"[{host}]" if ":" in host else host

    def via(self, flow: Flow) -> str:
        """A Via of ours with a new branch."""
        transport = flow.kind.upper()
        return f"SIP/2.0/{transport} {self._bracketed(flow)}:{flow.local[1]};branch={MAGIC}{self.token()};rport"

    def contact(self, flow: Flow) -> str:
        """Where we are reached on a flow."""
        transport = "" if flow.kind == "udp" else f";transport={flow.kind}"
        return f"<sip:onepresence@{self._bracketed(flow)}:{flow.local[1]}{transport}>"

    # --- messages ---

    def receive(self, data: bytes, flow: Flow) -> None:
        """One datagram, or one message of a stream. Never raises."""
        if not self.guard.let_in(flow.remote[0]) or not data.strip(b"\r\n\0 "):
            return
        try:
            message = parse(data)
        except Malformed:
            return
        try:
            if not safe_response_via(message):
                self._refuse_unsafe(message, flow)
            elif message.is_request:
                self._request(message, flow)
            else:
                self.layer.response(message)
        except Malformed as exc:
            log.info("a message of %s can't be used: %s", flow.remote[0], exc)
            self._refuse_unsafe(message, flow)
        except Exception:
            log.exception("a %s of %s failed", message.method or message.status, flow.remote[0])
            if message.is_request and message.method != "ACK":
                self.io.send(flow, response_to(message, 500, to_tag=self.token()).encode())

    def _refuse_unsafe(self, message: Message, flow: Flow) -> None:
        """400 where an answer can find its way back, else nothing."""
        if message.is_request and message.method != "ACK" and message.has("via") and message.has("cseq"):
            self.io.send(flow, response_to(message, 400, to_tag=self.token()).encode())

    def _request(self, message: Message, flow: Flow) -> None:
        via = message.all("via")[0]
        if "rport" in via or message.via.host != flow.remote[0]:
            self._mark_via(message, flow)
        method = message.method
        known = self.layer.server_of(message)
        if method == "ACK":
            if known is not None:
                known.acknowledge()
            leg = self.legs.get((message.call_id, message.to.tag))
            if leg is not None:
                leg.acknowledged(message)
            return
        if known is not None:
            known.again()
            return
        if method == "CANCEL":
            self._on_cancel(message, flow)
            return
        server = Server(self.layer, flow, message, message.to.tag or self.token())
        if message.cseq[1] != method:
            server.answer(400)
            return
        if message.get("max-forwards").strip() == "0":
            server.answer(483)
            return
        unknown = message.tokens("require") - UNDERSTOOD
        if unknown:
            server.answer(420, headers=(("unsupported", ", ".join(sorted(unknown))),))
            return
        if message.to.tag and method != "SUBSCRIBE":
            leg = self.legs.get((message.call_id, message.to.tag))
            if leg is None:
                server.answer(481)
            else:
                leg.request(server)
            return
        handler = self._handlers.get(method)
        if handler is None:
            server.answer(405, headers=(("allow", ALLOW),))
        else:
            handler(server, message)

    def _mark_via(self, message: Message, flow: Flow) -> None:
        """Where the request really came from (RFC 3261 section 18.2.1, RFC 3581)."""
        for place, (name, value) in enumerate(message.headers):
            if name == "via":
                head, *rest = value.split(",", 1)
                pieces = [p for p in head.split(";") if not p.strip().lower().startswith(("rport", "received"))]
                pieces += [f"received={flow.remote[0]}", f"rport={flow.remote[1]}"]
                message.headers[place] = (name, ",".join([";".join(pieces), *rest]))
                return

    def _on_cancel(self, message: Message, flow: Flow) -> None:
        server = Server(self.layer, flow, message, self.token())
        invite = self.layer.server_of(message, "INVITE")
        if invite is None:
            server.answer(481)
            return
        server.answer(200)
        leg = self.legs.get((message.call_id, invite.to_tag))
        if leg is not None:
            leg.cancelled()

    def _line(self, server: Server, message: Message) -> Line | None:
        """Whose request this is; otherwise it has been challenged or refused."""
        source = server.flow.remote[0]
        name = message.from_.parsed().user
        if self.guard.locked(source, name):
            server.answer(403)
            return None
        proof = self.digest.check(message, self._by_sip_user.get)
        if proof.verdict is Verdict.GOOD and proof.line is not None:
            self.guard.proved(source, name)
            return proof.line
        if proof.verdict is Verdict.WRONG:
            self.guard.failed(source, name)
            log.info("wrong password for %r from %s", name, source)
        response = response_to(message, 401, to_tag=server.to_tag)
        server.respond(self.digest.challenge(response, proof))
        return None

    def _on_register(self, server: Server, message: Message) -> None:
        line = self._line(server, message)
        if line is None:
            return
        if message.to.parsed().user not in (line.sip_user, *line.numbers):
            server.answer(403)
            return
        before = bool(self.registrar.bindings(line.sip_user))
        try:
            contacts = self.registrar.register(line.sip_user, message, server.flow)
        except BadRegister as exc:
            extra = (("min-expires", str(SHORTEST)),) if exc.status == 423 else ()
            server.answer(exc.status, headers=extra)
            return
        answer = response_to(message, 200, to_tag=server.to_tag)
        for contact, seconds in contacts:
            answer.add("contact", f"<{contact}>;expires={seconds}")
        server.respond(answer)
        if not before and contacts:
            self.subscriptions.registered(line)

    def _on_options(self, server: Server, _: Message) -> None:
        server.answer(200, headers=(("allow", ALLOW), ("accept", "application/sdp"), ("supported", "timer, replaces")))

    def _on_subscribe(self, server: Server, message: Message) -> None:
        line = self._line(server, message)
        if line is not None:
            self.subscriptions.subscribe(server, line)

    def _on_invite(self, server: Server, message: Message) -> None:
        line = self._line(server, message)
        if line is None:
            return
        try:
            dialled = _dialled(parse_uri(message.uri))
        except Malformed:
            server.answer(400)
            return
        if message.body:
            if not message.get("content-type").lower().startswith("application/sdp"):
                server.answer(415, headers=(("accept", "application/sdp"),))
                return
            try:
                Sdp(message.body).audio()
            except BadSdp:
                server.answer(488)
                return
        caller = Party(line.numbers[0], line.display_name, line.user_id, line.device_id)
        call = Call(self, CallId(uuid4().hex), line.customer_id, caller, dialled)
        leg = self._leg(call, server.flow, line.device_id, message.call_id, server.to_tag, ours=False)
        leg.invited(server)
        self.refresh(line.device_id)
        call.incoming(leg, message.body)

    # --- are they still there ---

    def _qualify_all(self) -> None:
        for sip_user, binding in self.registrar.all():
            self._ask(sip_user, binding)
        self._qualify = self.clock.call_later(QUALIFY, self._qualify_all)

    def _ask(self, sip_user: str, binding: Binding) -> None:
        host = self.host(binding.flow)
        request = Message("OPTIONS", binding.contact)
        request.headers = [
            ("via", self.via(binding.flow)),
            ("max-forwards", "70"),
            ("from", f"<sip:onepresence@{host}>;tag={self.token()}"),
            ("to", f"<{binding.contact}>"),
            ("call-id", f"{self.token()}@{host}"),
            ("cseq", "1 OPTIONS"),
            ("contact", self.contact(binding.flow)),
            ("user-agent", self.agent),
        ]

        def answered(_: Message) -> None:
            binding.misses = 0

        def missed() -> None:
            binding.misses += 1
            if binding.misses >= MISSES:
                self.registrar.drop(sip_user, binding)
                line = self._by_sip_user.get(sip_user)
                for leg in list(self._device_legs.get(line.device_id, ())) if line is not None else ():
                    if leg.flow == binding.flow:
                        leg.lost()

        Client(self.layer, binding.flow, request, answered, missed).start()

    def connection_lost(self, connection: int) -> None:
        """A TCP connection has gone, and who was on it."""
        self.registrar.drop_flow(connection)

    def stop(self) -> None:
        """Hang up everywhere; no more timers of ours."""
        for call in list(self.calls.values()):
            call.finish(Cause.NORMAL)
        self.subscriptions.stop()
        self.registrar.stop()
        if self._qualify is not None:
            self._qualify.cancel()
            self._qualify = None


def _dialled(uri: Uri) -> str:
    """What was keyed; raises `Malformed` when nothing was."""
    if not uri.user:
        raise Malformed("nobody dialled")
    return uri.user
