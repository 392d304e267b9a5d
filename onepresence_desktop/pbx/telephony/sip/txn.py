"""The four transaction machines of RFC 3261 section 17, with the Accepted state of RFC 6026, as tables."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from onepresence_desktop.pbx.telephony.sip.address import Malformed
from onepresence_desktop.pbx.telephony.sip.clock import T1, T2, T4, Clock, Flow, Io, Timer
from onepresence_desktop.pbx.telephony.sip.msg import Message, response_to

MAGIC = "z9hG4bK"

LONGEST_RINGING = 200.0
"""Seconds an INVITE may ring before it is given up; who rings decides on less (Timer C, RFC 3261 section 16.6)."""


class State(Enum):
    """Of any of the four."""

    CALLING = "calling"
    TRYING = "trying"
    PROCEEDING = "proceeding"
    ACCEPTED = "accepted"
    COMPLETED = "completed"
    CONFIRMED = "confirmed"
    TERMINATED = "terminated"


CLIENT_INVITE: dict[tuple[State, str], State] = {
    (State.CALLING, "1xx"): State.PROCEEDING,
    (State.CALLING, "2xx"): State.ACCEPTED,
    (State.CALLING, "final"): State.COMPLETED,
    (State.PROCEEDING, "1xx"): State.PROCEEDING,
    (State.PROCEEDING, "2xx"): State.ACCEPTED,
    (State.PROCEEDING, "final"): State.COMPLETED,
    (State.ACCEPTED, "2xx"): State.ACCEPTED,
    (State.COMPLETED, "final"): State.COMPLETED,
}
CLIENT_OTHER: dict[tuple[State, str], State] = {
    (State.TRYING, "1xx"): State.PROCEEDING,
    (State.TRYING, "2xx"): State.COMPLETED,
    (State.TRYING, "final"): State.COMPLETED,
    (State.PROCEEDING, "1xx"): State.PROCEEDING,
    (State.PROCEEDING, "2xx"): State.COMPLETED,
    (State.PROCEEDING, "final"): State.COMPLETED,
}
SERVER_INVITE: dict[tuple[State, str], State] = {
    (State.PROCEEDING, "1xx"): State.PROCEEDING,
    (State.PROCEEDING, "2xx"): State.ACCEPTED,
    (State.PROCEEDING, "final"): State.COMPLETED,
    (State.ACCEPTED, "2xx"): State.ACCEPTED,
    (State.COMPLETED, "ack"): State.CONFIRMED,
}
SERVER_OTHER: dict[tuple[State, str], State] = {
    (State.TRYING, "1xx"): State.PROCEEDING,
    (State.TRYING, "2xx"): State.COMPLETED,
    (State.TRYING, "final"): State.COMPLETED,
    (State.PROCEEDING, "1xx"): State.PROCEEDING,
    (State.PROCEEDING, "2xx"): State.COMPLETED,
    (State.PROCEEDING, "final"): State.COMPLETED,
}


def kind_of(status: int) -> str:
    """A status as an event of the tables."""
    return "1xx" if status < 200 else "2xx" if status < 300 else "final"


class Layer:
    """All transactions there are; what they need and where they are found."""

    def __init__(self, clock: Clock, io: Io) -> None:
        self.clock = clock
        self.io = io
        self.clients: dict[tuple[str, str], Client] = {}
        self.servers: dict[tuple[str, str, str], Server] = {}

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


class Transaction:
    """What the four share: a state, timers, an end."""

    def __init__(self, layer: Layer, flow: Flow, state: State) -> None:
        self.layer = layer
        self.flow = flow
        self.state = state
        self._timers: list[Timer] = []

    def _later(self, delay: float, callback: Callable[[], None]) -> Timer:
        timer = self.layer.clock.call_later(delay, callback)
        self._timers.append(timer)
        return timer

    def _stop_timers(self) -> None:
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()

    def terminate(self) -> None:
        """Forget it."""
        self.state = State.TERMINATED
        self._stop_timers()


class Client(Transaction):
    """Sends a request until it is answered. on_response gets each new response; on_timeout that none came."""

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
        self._interval = T1
        self._resend: Timer | None = None
        self._key = (request.via.branch, request.method)
        layer.clients[self._key] = self

    def start(self) -> None:
        """Send it."""
        sent = self.layer.io.send(self.flow, self._data)
        self._later(64 * T1, self._give_up)
        if not sent:
            self._later(0, self._give_up)
        elif not self.flow.reliable:
            self._resend = self._later(self._interval, self._again)

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
        self._on_response(response)

    def terminate(self) -> None:
        """Forget it."""
        super().terminate()
        self.layer.clients.pop(self._key, None)

    def _enter(self, state: State) -> None:
        if state is State.PROCEEDING:
            if self.invite:
                self._stop_timers()
                self._later(LONGEST_RINGING, self._give_up)
            return
        self._stop_timers()
        if state is State.ACCEPTED:
            self._later(64 * T1, self.terminate)
        elif state is State.COMPLETED:
            wait = 0.0 if self.flow.reliable else 32.0 if self.invite else T4
            self._later(wait, self.terminate)

    def _again(self) -> None:
        if self.state not in (State.CALLING, State.TRYING, State.PROCEEDING) or (
            self.invite and self.state is State.PROCEEDING
        ):
            return
        self.layer.io.send(self.flow, self._data)
        if self.invite:
            self._interval *= 2
        else:
            self._interval = T2 if self.state is State.PROCEEDING else min(self._interval * 2, T2)
        self._resend = self._later(self._interval, self._again)

    def _give_up(self) -> None:
        if self.state in (State.CALLING, State.TRYING, State.PROCEEDING):
            self.terminate()
            self._on_timeout()


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
            self._later(64 * T1, self._unanswered)

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
            self._stop_timers()
            self._later(0.0 if self.flow.reliable else T4, self.terminate)

    def resend(self) -> None:
        """Send the accepted answer again (the dialog's business until it is ACKed, RFC 6026)."""
        if self.state is State.ACCEPTED:
            self.layer.io.send(self.flow, self._last)

    def terminate(self) -> None:
        """Forget it."""
        super().terminate()
        self.layer.servers.pop(self._key, None)

    def _enter(self, state: State) -> None:
        if state is State.PROCEEDING:
            return
        self._stop_timers()
        if state is State.ACCEPTED:
            self._later(64 * T1, self.terminate)
        elif state is State.COMPLETED:
            if not self.invite:
                self._later(0.0 if self.flow.reliable else 64 * T1, self.terminate)
                return
            self._later(64 * T1, self.terminate)
            if not self.flow.reliable:
                self._later(self._interval, self._resend_refusal)

    def _resend_refusal(self) -> None:
        if self.state is State.COMPLETED:
            self.layer.io.send(self.flow, self._last)
            self._interval = min(self._interval * 2, T2)
            self._later(self._interval, self._resend_refusal)

    def _trying(self) -> None:
        if self.state is State.PROCEEDING and not self._last:
            self.answer(100)

    def _unanswered(self) -> None:
        if self.state in (State.TRYING, State.PROCEEDING):
            self.answer(500)


def complete(message: Message) -> bool:
    """Whether a message has come to its end and has what a transaction needs: Via, Call-ID, CSeq, From, To."""
    try:
        via, cseq = message.via, message.cseq
        return message.whole and bool(via.host and cseq[1] and message.call_id and message.from_.uri and message.to.uri)
    except Malformed:
        return False
