"""The engine's heart, sans-IO: messages in, the right machine found, events out."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from uuid import uuid4

from onepresence_desktop.domain.calls import CallId, Cause, Party
from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports import Line, Router, TelephonyEvent
from onepresence_desktop.pbx.telephony.sip.address import Malformed, Uri, parse_uri
from onepresence_desktop.pbx.telephony.sip.auth import Digest, Verdict
from onepresence_desktop.pbx.telephony.sip.call import Call
from onepresence_desktop.pbx.telephony.sip.clock import Clock, Flow, Io, Timer
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.dialog import ALLOW
from onepresence_desktop.pbx.telephony.sip.guard import Guard
from onepresence_desktop.pbx.telephony.sip.media import Media
from onepresence_desktop.pbx.telephony.sip.msg import Message, parse, response_to
from onepresence_desktop.pbx.telephony.sip.registrar import SHORTEST, BadRegister, Binding
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Sdp
from onepresence_desktop.pbx.telephony.sip.subscriptions import Subscriptions
from onepresence_desktop.pbx.telephony.sip.txn import Client, Server, safe_response_via
from onepresence_desktop.pbx.telephony.sip.validity import sound

log = logging.getLogger(__name__)

QUALIFY = 60.0
"""Seconds between questions to each phone whether it is still there."""

MISSES = 2
UNDERSTOOD = {"timer", "replaces", "norefersub", "100rel"}


class Engine(Core):
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
        super().__init__(clock, io, media, router, emit, rng=rng)
        self.calls: dict[CallId, Call] = {}
        self.digest = Digest(clock.time)
        self.guard = Guard(clock.time)
        self.subscriptions = Subscriptions(self)
        self.line_changed = self.subscriptions.line_changed
        self._qualify: Timer | None = clock.call_later(QUALIFY, self._qualify_all)
        self._handlers: dict[str, Callable[[Server, Message], None]] = {
            "REGISTER": self._on_register,
            "INVITE": self._on_invite,
            "OPTIONS": self._on_options,
            "SUBSCRIBE": self._on_subscribe,
            "NOTIFY": lambda server, _: server.answer(481),
            "PUBLISH": lambda server, _: server.answer(489),
        }

    def new_call(self, call_id: CallId, customer_id: CustomerId, caller: Party, dialled: str) -> Call:
        """A call, known by its id until it is over."""
        call = Call(self, call_id, customer_id, caller, dialled, lambda: self.calls.pop(call_id, None))
        self.calls[call_id] = call
        return call

    def set_waiting(self, waiting: MessageWaiting) -> None:
        """A user's lamp."""
        self.subscriptions.set_waiting(waiting)

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
        """400 (505 for another version) where an answer can find its way back, else nothing."""
        if message.is_request and message.method != "ACK" and message.has("via") and message.has("cseq"):
            status = 400 if message.version == "SIP/2.0" else 505
            self.io.send(flow, response_to(message, status, to_tag=self.token()).encode())

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
        refused = sound(message)
        if refused:
            server.answer(refused)
            return
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
        call = self.new_call(CallId(uuid4().hex), line.customer_id, caller, dialled)
        leg = self.leg(call, server.flow, line.device_id, message.call_id, server.to_tag, ours=False)
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
                if line is not None:
                    self.lose(line.device_id, binding.flow)

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
