"""The engine's heart, sans-IO: messages in, the right machine found, events out."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from dataclasses import replace

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party
from onepresence_desktop.domain.doctor import Failure
from onepresence_desktop.domain.emergency import EMERGENCY
from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports import Line, Router, TelephonyEvent
from onepresence_desktop.pbx.telephony.sip import arrivals, demanding, replacing
from onepresence_desktop.pbx.telephony.sip.address import Malformed, local_part, parse_uri
from onepresence_desktop.pbx.telephony.sip.auth import Digest, Verdict
from onepresence_desktop.pbx.telephony.sip.call import Call
from onepresence_desktop.pbx.telephony.sip.clock import Clock, Flow, Io
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.dialog import ALLOW, TOO_SHORT
from onepresence_desktop.pbx.telephony.sip.failures import Failures
from onepresence_desktop.pbx.telephony.sip.guard import Guard, too_large
from onepresence_desktop.pbx.telephony.sip.load import MOST_WAITING, MOST_WAITING_PROVED, retry_after
from onepresence_desktop.pbx.telephony.sip.media import Media
from onepresence_desktop.pbx.telephony.sip.msg import Message, parse, response_to
from onepresence_desktop.pbx.telephony.sip.multipart import unfold
from onepresence_desktop.pbx.telephony.sip.qualifying import Qualifying
from onepresence_desktop.pbx.telephony.sip.registrar import SHORTEST, BadRegister, Binding
from onepresence_desktop.pbx.telephony.sip.session_timer import SHORTEST as SHORTEST_SESSION
from onepresence_desktop.pbx.telephony.sip.session_timer import too_short
from onepresence_desktop.pbx.telephony.sip.strangers import Strangers
from onepresence_desktop.pbx.telephony.sip.subscriptions import Subscriptions
from onepresence_desktop.pbx.telephony.sip.trunk import Trunk
from onepresence_desktop.pbx.telephony.sip.trunks import Trunks
from onepresence_desktop.pbx.telephony.sip.turned_away import TurnedAway
from onepresence_desktop.pbx.telephony.sip.txn import Server, complete
from onepresence_desktop.pbx.telephony.sip.validity import refusal, unplaced

log = logging.getLogger(__name__)

RETURN = 32.0
"""Seconds that a phone in a call has to come back when its TCP connection has gone."""

Headers = tuple[tuple[str, str], ...]
ABILITIES: Headers = (("allow", ALLOW), ("accept", "application/sdp"), ("supported", "timer, replaces"))
IN_CLEAR: Headers = (("warning", '399 onepresence "TLS and SRTP are demanded here"'),)
UNANSWERED = (None, CallState.CALLING, CallState.RINGING)
UNDERSTOOD = {"timer", "replaces", "norefersub", "100rel"}


class Engine(Core):
    """Everything on one thread; whoever calls in does so on the engine's loop.

    waited: how long messages wait before they come here, in seconds.
    """

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
        self.line_removed = self.subscriptions.forget
        self.qualifying = Qualifying(self, self.subscriptions.registered)
        self.trunks = Trunks(self, emit, lambda host: self.guard.proved(host, ""))
        self.strangers = Strangers(clock.time)
        self.failures = Failures(clock.time)
        self.turned_away = TurnedAway(self, self._whose, lambda: self.waited() > MOST_WAITING)
        self._for_phones: dict[str, Callable[[Server, Line], None]] = {
            "REGISTER": self._on_register,
            "INVITE": self._on_invite,
            "SUBSCRIBE": self.subscriptions.subscribe,
        }
        self._gone: set[int] = set()
        self.waited: Callable[[], float] = lambda: 0.0

    def new_call(self, call_id: CallId, customer_id: CustomerId, caller: Party, dialled: str) -> Call:
        """A call, known by its id until it is over."""
        call = Call(self, call_id, customer_id, caller, dialled, self.trunks, lambda: self.calls.pop(call_id, None))
        self.calls[call_id] = call
        return call

    def set_waiting(self, waiting: MessageWaiting) -> None:
        """A user's lamp."""
        self.subscriptions.set_waiting(waiting)

    # --- messages ---

    def receive(self, data: bytes, flow: Flow) -> None:
        """One datagram, or one message of a stream. Never raises."""
        if not self.guard.let_in(flow.remote[0], data) or too_large(data) or not data.strip(b"\r\n\0 "):
            return
        try:
            message = parse(data)
        except Malformed:
            return
        try:
            unfold(message)
            if not complete(message):
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
                self._answer(message, flow, 500)
            elif (leg := self.legs.get((message.call_id, message.from_.tag))) is not None:
                self.clock.call_later(0.0, leg.lost)  # nobody is left in a call that goes on no more

    def _refuse_unsafe(self, message: Message, flow: Flow) -> None:
        """400 (505 for another version) where an answer can find its way back, else nothing."""
        if message.is_request and message.method != "ACK" and message.has("via") and message.has("cseq"):
            status = 400 if message.version == "SIP/2.0" else 505
            self._answer(message, flow, status)

    def _answer(self, message: Message, flow: Flow, status: int, headers: Headers = ()) -> None:
        """An answer that leaves nothing behind (RFC 3261 section 8.2.7): strangers get no other."""
        response = response_to(message, status, to_tag=_tag_for(message))
        response.headers += headers
        self.io.send(flow, response.encode())

    def _request(self, message: Message, flow: Flow) -> None:
        via = message.via
        if "rport" in via.params or via.host.strip("[]") != flow.remote[0]:
            message.mark_via(*flow.remote)
        elif not flow.reliable:
            port = via.port or 5060  # RFC 3261 section 18.2.2: it listens there
            flow = flow if port == flow.remote[1] else replace(flow, remote=(flow.remote[0], port))
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
        refused = refusal(message) or (400 if message.cseq[1] != method else 0)
        if not refused and message.get("max-forwards").strip() == "0":
            refused = 483
        unknown = message.tokens("require") - UNDERSTOOD if message.has("require") else ()
        if refused:
            self._answer(message, flow, refused)
        elif unknown:
            self._answer(message, flow, 420, (("unsupported", ", ".join(sorted(unknown))),))
        elif method in ("INVITE", "UPDATE") and too_short(message):
            self._answer(message, flow, TOO_SHORT, (("min-se", str(SHORTEST_SESSION)),))
        elif message.to.tag and method != "SUBSCRIBE":
            self._within(message, flow)
        elif method == "INVITE" and arrivals.merged(self, message):
            self._answer(message, flow, 482)
        elif method == "INVITE" and self._too_busy(message) and not _for_help(message):
            self.turned_away.note(message, flow)
            self._answer(message, flow, 503, (("retry-after", retry_after(_tag_for(message))),))
        elif method == "INVITE" and (trunk := self.trunks.of_source(flow.remote[0])) is not None:
            server = Server(self.layer, flow, message, self.token())
            self._serve(server, lambda: self._on_arrival(server, trunk))
        elif method == "INVITE" and not self._known(message, flow) and not _for_help(message):
            self.failures.note(flow.remote[0], "", message.get("user-agent"), Failure.STRANGER)
            if self.strangers.tried(flow.remote[0]):
                self._answer(message, flow, 403)
        elif method in self._for_phones:
            said = self._by_sip_user.get(message.from_.parsed().user)
            if self._in_clear(message, flow, said):  # before a challenge: its answer would be in clear, too
                return
            line = self._line(message, flow)
            if line is not None and not (line is not said and self._in_clear(message, flow, line)):
                server = Server(self.layer, flow, message, message.to.tag or self.token())
                self._serve(server, lambda: self._for_phones[method](server, line))
        elif method == "OPTIONS":
            self._answer(message, flow, 200, ABILITIES)
        else:
            self._answer(message, flow, *unplaced(method))

    def _too_busy(self, invite: Message) -> bool:
        """Whether messages wait too long for a new call, for one that was challenged longer; or no port is left."""
        proved = invite.has("authorization") or invite.has("proxy-authorization")
        return self.media.ports.full or self.waited() > (MOST_WAITING_PROVED if proved else MOST_WAITING)

    def _in_clear(self, message: Message, flow: Flow, line: Line | None) -> bool:
        """Whether it is refused for being in clear, where encryption is demanded; calls for help never are."""
        demanded = self.secure_only or (line is not None and line.secure)
        if not demanded or _for_help(message) or not demanding.in_clear(message, flow):
            return False
        user = line.sip_user if line is not None else message.from_.parsed().user
        self.failures.note(flow.remote[0], user, message.get("user-agent"), Failure.IN_CLEAR)
        self._answer(message, flow, 488 if message.method == "INVITE" else 403, IN_CLEAR)
        return True

    def _within(self, message: Message, flow: Flow) -> None:
        key = (message.call_id, message.to.tag)
        leg = self.legs.get(key)
        if leg is None:
            hung_up = message.method == "BYE" and key in self.ended  # both did so at once
            self._answer(message, flow, 200 if hung_up else 481)
        elif self.demands(leg.device_id) and demanding.falls_back(message, leg):
            Server(self.layer, flow, message, message.to.tag).answer(488, headers=IN_CLEAR)
        else:
            server = Server(self.layer, flow, message, message.to.tag)
            self._serve(server, lambda: leg.request(server))

    def _serve(self, server: Server, work: Callable[[], None]) -> None:
        """Do what a phone asks; what can't be read or goes wrong is answered too."""
        try:
            work()
        except Malformed as exc:
            log.info("a %s of %s can't be used: %s", server.request.method, server.flow.remote[0], exc)
            server.answer(400)
        except Exception:
            log.exception("a %s of %s failed", server.request.method, server.flow.remote[0])
            server.answer(500)

    def _alike(self, caller: str, dialled: str) -> int:
        """Calls of a number to another that aren't answered yet."""
        calls = self.calls.values()
        return sum(c.caller.number == caller and c.dialled == dialled and c.state in UNANSWERED for c in calls)

    def _on_cancel(self, message: Message, flow: Flow) -> None:
        invite = self.layer.server_of(message, "INVITE")
        if invite is None:
            self._answer(message, flow, 481)
            return
        Server(self.layer, flow, message, invite.to_tag).answer(200)
        leg = self.legs.get((message.call_id, invite.to_tag))
        if leg is not None:
            leg.incoming.withdrawn = message.get("reason")
            leg.cancelled()

    def _line(self, message: Message, flow: Flow) -> Line | None:
        """Whose request this is; otherwise it has been challenged or refused. No lock stands before a call for help."""
        source = flow.remote[0]
        given = self.digest.credentials(message)
        name = given.get("username", "") if given is not None else message.from_.parsed().user
        agent = message.get("user-agent")
        if self.guard.locked(source, name) and not _for_help(message):
            self.failures.note(source, name, agent, Failure.BLOCKED)
            self._answer(message, flow, 403)
            return None
        proof = self.digest.check(message, given, self._by_sip_user.get(name), source)
        if proof.verdict is Verdict.GOOD and proof.line is not None:
            self.guard.proved(source, name)
            self.failures.mended(source, name)
            self.io.keep(flow)
            return proof.line
        if proof.verdict is Verdict.FOREIGN:
            self._answer(message, flow, 400)
            return None
        if proof.verdict is Verdict.WRONG:
            self.guard.failed(source, name, given.get("response", "") if given is not None else "")
            failure = Failure.WRONG_PASSWORD if name in self._by_sip_user else Failure.UNKNOWN_USER
            self.failures.note(source, name, agent, failure)
            log.info("wrong password for %r from %s", name, source)
        response = response_to(message, 401, to_tag=_tag_for(message))
        self.io.send(flow, self.digest.challenge(response, proof, source).encode())
        return None

    def _known(self, message: Message, flow: Flow) -> bool:
        """Whether a phone of ours has been heard from there, or one names itself that nobody could guess.

        A phone may call before it registers: after its address has changed, or after a restart of the service.
        """
        source = flow.remote[0]
        if self.guard.knows(source) or message.from_.parsed().user in self._by_sip_user:
            return True
        return any(b.flow.remote[0] == source for _, b in self.registrar.all())

    def _on_register(self, server: Server, line: Line) -> None:
        message = server.request
        if message.to.parsed().user not in (line.sip_user, *line.numbers):
            server.answer(403)
            return
        before = self.registrar.bindings(line.sip_user)
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
        if self._gone and contacts:
            self.move(line.device_id, self._gone, server.flow)
        there = self.registrar.bindings(line.sip_user)
        for old in before:
            if old not in there and there and not server.flow.reliable and not old.flow.reliable:
                self.moved(line.device_id, old.flow, server.flow)
        if not before and contacts:
            self.subscriptions.registered(line)
        elif contacts and all(binding.call_id != message.call_id for binding in before):
            self.probe(line.device_id)

    def _on_arrival(self, server: Server, trunk: Trunk) -> None:
        if self.turned_away.fits(server, trunk):
            arrivals.arrive(self, self.new_call, server, trunk, self._alike)

    def _whose(self, message: Message, flow: Flow) -> Line | Trunk | None:
        """The provider, or the phone that is registered where this comes from; nothing is proved by it."""
        trunk = self.trunks.of_source(flow.remote[0])
        if trunk is not None:  # whose callers may have no address of SIP
            return trunk
        line = self._by_sip_user.get(message.from_.parsed().user)
        there = self.registrar.bindings(line.sip_user) if line is not None else ()
        return line if any(binding.flow.remote == flow.remote for binding in there) else None

    def _on_invite(self, server: Server, line: Line) -> None:
        message = server.request
        if not self.turned_away.fits(server, line):
            return
        if message.has("replaces"):
            replacing.replace(self, server, line)
            return
        caller, dialled = arrivals.dialling(self, message, line)
        call = self.new_call(CallId(self.unique()), line.customer_id, caller, dialled)
        leg = self.leg(call, server.flow, line.device_id, message.call_id, server.to_tag, ours=False)
        try:
            leg.invited(server)
            self.refresh(line.device_id)
            call.incoming(leg, message.body)
        except Exception:
            call.finish(Cause.FAILED)
            leg.reject(500)
            raise

    # --- ways that come and go ---

    def back(self, line: Line, binding: Binding) -> None:
        """A phone that registered before this process began is taken to be there, and asked whether it is."""
        if self.demands(line.device_id) and binding.flow.kind != "tls":
            return
        self.registrar.bring_back(line.sip_user, binding)
        self.subscriptions.registered(line)
        self.qualifying.ask(line.sip_user, binding)

    def connection_lost(self, connection: int) -> None:
        """A TCP connection has gone, and who was registered on it. Its calls wait for the phone to come back."""
        self.registrar.drop_flow(connection)
        self.trunks.connection_lost(connection)
        if self.on_connection(connection):
            self._gone.add(connection)
            self.clock.call_later(RETURN, lambda: self._gone_for_good(connection))

    def _gone_for_good(self, connection: int) -> None:
        self._gone.discard(connection)
        for leg in self.on_connection(connection):
            leg.lost()

    def stop(self) -> None:
        """Hang up everywhere; no more timers of ours."""
        for call in list(self.calls.values()):
            if call.session is not None:
                call.session.stop_recording("stopped")
            call.finish(Cause.NORMAL)
        self.subscriptions.stop()
        self.registrar.stop()
        self.qualifying.stop()
        self.trunks.stop()
        self.turned_away.stop()


def _for_help(message: Message) -> bool:
    """Whether an emergency number is dialled."""
    if message.method != "INVITE":
        return False
    try:
        return local_part(parse_uri(message.uri)) in EMERGENCY
    except Malformed:
        return False


def _tag_for(message: Message) -> str:
    """The same tag for the same request, though nothing is remembered of it."""
    return f"{hash((message.call_id, message.get('via'))) & 0xFFFFFFFFFFFF:x}"
