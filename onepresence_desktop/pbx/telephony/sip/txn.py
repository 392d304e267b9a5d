"""The four transaction machines of RFC 3261 section 17; their tables are in `txn_states`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Protocol

from onepresence_desktop.pbx.telephony.sip.address import Malformed
from onepresence_desktop.pbx.telephony.sip.clock import T1, T2, T4, Clock, Flow, Io, Timer
from onepresence_desktop.pbx.telephony.sip.msg import Message, response_to
from onepresence_desktop.pbx.telephony.sip.txn_states import (
    CLIENT_INVITE,
    CLIENT_OTHER,
    SERVER_INVITE,
    SERVER_OTHER,
    State,
    kind_of,
)

MAGIC = "z9hG4bK"

REMEMBERED = 64 * T1
"""Seconds a transaction is known after its answer, and one without an answer is waited for."""

SWEPT = 1.0
"""Seconds between two looks at what has been remembered for long enough: a timer for each would cost more."""

LONGEST_RINGING = 200.0
"""Seconds an INVITE may ring before it is given up; who rings decides on less (Timer C, RFC 3261 section 16.6)."""


class Remembered(Protocol):
    """Something that is known for a while after its end."""

    def expire(self, now: float) -> None:
        """It has been remembered for long enough."""


class Layer:
    """All transactions there are. stray: told of a 200 to an INVITE of ours that another phone has accepted before."""

    def __init__(self, clock: Clock, io: Io) -> None:
        self.stray: Callable[[Flow, Message], None] = lambda flow, response: None
        self.clock = clock
        self.io = io
        self.clients: dict[tuple[str, str], Client] = {}
        self.servers: dict[tuple[str, str, str], Server] = {}
        self._due: dict[float, tuple[deque[float], deque[Remembered]]] = {
            seconds: (deque(), deque()) for seconds in (REMEMBERED, T4)
        }
        """When, and what. With many calls there are thousands, so nothing is made for each but its place in here."""
        self._sweeping = False

    def remember(self, seconds: float, what: Remembered) -> None:
        """Let it expire after `REMEMBERED` or `T4` seconds, up to `SWEPT` later; it can't be cancelled."""
        times, remembered = self._due[seconds]
        times.append(self.clock.time() + seconds)
        remembered.append(what)
        if not self._sweeping:
            self._sweeping = True
            self.clock.call_later(SWEPT, self._sweep)

    def _sweep(self) -> None:
        self._sweeping = False
        now = self.clock.time()
        for times, remembered in self._due.values():
            while times and times[0] <= now:
                times.popleft()
                remembered.popleft().expire(now)
        if not self._sweeping and any(times for times, _ in self._due.values()):
            self._sweeping = True
            self.clock.call_later(SWEPT, self._sweep)

    def response(self, message: Message) -> bool:
        """A response to the client it belongs to; False when nobody waits for it."""
        client = self.clients.get((message.via.branch, message.cseq[1]))
        if client is None:
            return False
        client.receive(message)
        return True

    def server_of(self, request: Message, method: str = "") -> Server | None:
        """The transaction a request belongs to: the same again, or an ACK or CANCEL of an INVITE."""
        return self.servers.get(server_key(request, method or request.method))

    @property
    def count(self) -> int:
        """How many are alive, for leak checks."""
        return len(self.clients) + len(self.servers)


def server_key(request: Message, method: str) -> tuple[str, str, str]:
    """Branch, sent-by and method (RFC 3261 section 17.2.3); for branches of RFC 2543 the dialog stands in."""
    via = request.via
    branch = via.branch
    if not branch.startswith(MAGIC):
        branch = f"{request.call_id}|{request.from_.tag}|{request.cseq[0]}"
    return branch, f"{via.host}:{via.port or ''}", "INVITE" if method == "ACK" else method


FORGOTTEN = Message()
"""Stands for a request that has its answer."""


class Transaction:
    """What the four share: a state, a timer, an end.

    A transaction is remembered for half a minute after its answer, and with many calls these are most of what the
    process holds: so nothing is kept then but its key and the bytes that a repeated message is answered with.
    """

    __slots__ = ("_due", "_timer", "flow", "layer", "request", "state")

    request: Message

    def __init__(self, layer: Layer, flow: Flow, state: State) -> None:
        self.layer = layer
        self.flow = flow
        self.state = state
        self._timer: Timer | None = None
        self._due = 0.0

    def _later(self, delay: float, callback: Callable[[], None]) -> None:
        """Instead of what was to be done later so far."""
        self._stop_timer()
        self._timer = self.layer.clock.call_later(delay, callback)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _end_after(self, seconds: float) -> None:
        """Be remembered for so long: at once (0), `T4` or `REMEMBERED`."""
        if not seconds:
            self._later(0.0, self.terminate)
            return
        before, self._due = self._due, self.layer.clock.time() + seconds
        if seconds != REMEMBERED or self._due - before > SWEPT:
            self.layer.remember(seconds, self)

    def expire(self, now: float) -> None:
        """It has been remembered for so long; for longer where it was to be anew."""
        if now + SWEPT >= self._due and self.state is not State.TERMINATED:
            self._time_up()

    def _time_up(self) -> None:
        self.terminate()

    def terminate(self) -> None:
        """Forget it."""
        self.state = State.TERMINATED
        self.request = FORGOTTEN
        self._stop_timer()


class Client(Transaction):
    """Sends a request until it is answered. on_response gets each new response; on_timeout that none came."""

    __slots__ = ("_ack", "_data", "_interval", "_key", "_on_response", "_on_timeout", "_tag", "_until", "invite")

    def __init__(
        self,
        layer: Layer,
        flow: Flow,
        request: Message,
        on_response: Callable[[Message], None],
        on_timeout: Callable[[], None],
    ) -> None:
        self.invite = request.method == "INVITE"
        super().__init__(layer, flow, State.CALLING if self.invite else State.TRYING)
        self.request = request
        self._on_response = on_response
        self._on_timeout = on_timeout
        self._data = request.encode()
        self._ack: bytes = b""
        self._tag = ""
        self._interval = T1
        self._until = layer.clock.time() + REMEMBERED
        self._key = (request.via.branch, request.method)
        layer.clients[self._key] = self

    def start(self) -> None:
        """Send it."""
        if not self.layer.io.send(self.flow, self._data):
            self._later(0, self._give_up)
        elif self.flow.reliable:
            self._later(REMEMBERED, self._give_up)
        else:
            self._later(self._interval, self._again)

    def receive(self, response: Message) -> None:
        """A response; what has been told isn't told again, but acknowledged."""
        kind = kind_of(response.status)
        table = CLIENT_INVITE if self.invite else CLIENT_OTHER
        after = table.get((self.state, kind))
        if after is None:
            return
        before, self.state = self.state, after
        if self.invite and kind == "final":
            if not self._ack:
                self._ack = ack_of(self.request, response).encode()
            self.layer.io.send(self.flow, self._ack)
        if before is after and kind == "final":
            return
        if before is not after:
            self._enter(after)
        if after is State.ACCEPTED:
            if before is not after:
                self._tag = response.to.tag
            elif response.to.tag != self._tag:
                self.layer.stray(self.flow, response)
                return
            elif self._ack:
                self.layer.io.send(self.flow, self._ack)
                return
        self._on_response(response)
        if self.state is State.COMPLETED:
            self._let_go()

    def acknowledged(self, ack: bytes) -> None:
        """The ACK of the 2xx to an INVITE has been sent; when the 2xx comes again, so is this (RFC 3261 13.2.2.4)."""
        self._ack = ack
        self._let_go()

    def _let_go(self) -> None:
        """Whoever asked has their answer."""
        self.request = FORGOTTEN
        self._on_response = _ignored
        self._on_timeout = _nothing

    def terminate(self) -> None:
        """Forget it."""
        super().terminate()
        if self.layer.clients.get(self._key) is self:
            del self.layer.clients[self._key]

    def _enter(self, state: State) -> None:
        if state is State.PROCEEDING:
            if self.invite:
                self._later(LONGEST_RINGING, self._give_up)
            return
        self._stop_timer()
        self._data = b""
        if state is State.ACCEPTED:
            self._end_after(REMEMBERED)
        elif state is State.COMPLETED:
            self._end_after(0.0 if self.flow.reliable else REMEMBERED if self.invite else T4)

    def _again(self) -> None:
        """Send it again, until it has been waited for long enough (timers A, B, E and F)."""
        left = self._until - self.layer.clock.time()
        if left < 0.001:
            self._give_up()
            return
        self.layer.io.send(self.flow, self._data)
        if self.invite:
            self._interval *= 2
        else:
            self._interval = T2 if self.state is State.PROCEEDING else min(self._interval * 2, T2)
        self._later(min(self._interval, left), self._again)

    def _give_up(self) -> None:
        if self.state in (State.CALLING, State.TRYING, State.PROCEEDING):
            self.terminate()
            self._on_timeout()


def _ignored(_response: Message) -> None:
    """What comes after the answer changes nothing."""


def _nothing() -> None:
    """Nothing is waited for any more."""


def ack_of(invite: Message, response: Message) -> Message:
    """The ACK of a refusal (RFC 3261 section 17.1.1.3)."""
    ack = Message("ACK", invite.uri)
    ack.headers = [
        ("via", invite.all("via")[0]),
        ("max-forwards", "70"),
        ("from", invite.get("from")),
        ("to", response.get("to")),
        ("call-id", invite.call_id),
        ("cseq", f"{invite.cseq[0]} ACK"),
        *((k, v) for k, v in invite.headers if k == "route"),
    ]
    return ack


class Server(Transaction):
    """Answers a request and answers it again when it comes again. on_unacknowledged: a refusal nobody ACKed."""

    __slots__ = ("_interval", "_key", "_last", "final", "invite", "to_tag")

    def __init__(self, layer: Layer, flow: Flow, request: Message, to_tag: str) -> None:
        self.invite = request.method == "INVITE"
        super().__init__(layer, flow, State.PROCEEDING if self.invite else State.TRYING)
        self.request = request
        self.to_tag = to_tag
        self._last: bytes = b""
        self._interval = T1
        self._key = server_key(request, request.method)
        self.final = 0
        layer.servers[self._key] = self
        if self.invite:
            self._later(0.2, self._trying)
        else:
            self._end_after(REMEMBERED)

    def respond(self, response: Message) -> None:
        """Send a response; a second final one is dropped."""
        kind = kind_of(response.status)
        table = SERVER_INVITE if self.invite else SERVER_OTHER
        after = table.get((self.state, kind))
        if after is None:
            return
        before, self.state = self.state, after
        self._last = response.encode()
        self.layer.io.send(self.flow, self._last)
        if kind != "1xx":
            self.final = response.status
            self.request = FORGOTTEN
        if before is not after:
            self._enter(after)

    def answer(self, status: int, *, reason: str = "", headers: tuple[tuple[str, str], ...] = ()) -> None:
        """A plain response."""
        response = response_to(self.request, status, to_tag=self.to_tag, reason=reason)
        response.headers += list(headers)
        self.respond(response)

    def again(self) -> None:
        """The same request came once more."""
        if self._last and self.state in (State.PROCEEDING, State.COMPLETED):
            self.layer.io.send(self.flow, self._last)

    def acknowledge(self) -> None:
        """The ACK of a refusal."""
        after = SERVER_INVITE.get((self.state, "ack")) if self.invite else None
        if after is not None:
            self.state = after
            self._stop_timer()
            self._last = b""
            self._end_after(0.0 if self.flow.reliable else T4)

    def resend(self) -> None:
        """Send the accepted answer again (the dialog's business until it is ACKed, RFC 6026)."""
        if self.state is State.ACCEPTED:
            self.layer.io.send(self.flow, self._last)

    def settled(self) -> None:
        """The ACK of the accepted answer has come."""
        if self.state is State.ACCEPTED:
            self._last = b""

    def terminate(self) -> None:
        """Forget it."""
        super().terminate()
        if self.layer.servers.get(self._key) is self:
            del self.layer.servers[self._key]

    def _enter(self, state: State) -> None:
        if state is State.PROCEEDING:
            return
        self._stop_timer()
        if state is State.ACCEPTED:
            self._end_after(REMEMBERED)
        elif state is State.COMPLETED:
            self._end_after(0.0 if self.flow.reliable and not self.invite else REMEMBERED)
            if self.invite and not self.flow.reliable:
                self._later(self._interval, self._resend_refusal)

    def _resend_refusal(self) -> None:
        if self.state is State.COMPLETED:
            self.layer.io.send(self.flow, self._last)
            self._interval = min(self._interval * 2, T2)
            self._later(self._interval, self._resend_refusal)

    def _trying(self) -> None:
        if self.state is State.PROCEEDING and not self._last:
            self.answer(100)

    def _time_up(self) -> None:
        if not self.invite and self.state in (State.TRYING, State.PROCEEDING):
            self.answer(500)
        else:
            self.terminate()


def complete(message: Message) -> bool:
    """Whether a message has come to its end and has what a transaction needs: Via, Call-ID, CSeq, From, To."""
    try:
        via, cseq = message.via, message.cseq
        return message.whole and bool(via.host and cseq[1] and message.call_id and message.from_.uri and message.to.uri)
    except Malformed:
        return False
