"""An INVITE dialog's identity, and how requests in it are built and sent (RFC 3261 section 12).

The parts of a leg share one: they build requests with it, keep its timers, and read and set where it stands.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from enum import Enum
from typing import Protocol

from onepresence_desktop.pbx.telephony.sip.clock import Clock, Flow, Io, Timer
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.txn import Client, Layer

ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, PRACK, INFO, REFER, NOTIFY, SUBSCRIBE, REGISTER"
SESSION = 1800
"""Seconds a session lasts that isn't refreshed (RFC 4028)."""

TOO_SHORT = 422
"""Session Interval Too Small (RFC 4028 section 6)."""

SDP_TYPE = "application/sdp"


class LegState(Enum):
    """Where the dialog is."""

    INVITING = "inviting"
    RINGING = "ringing"
    ANSWERED = "answered"
    ENDED = "ended"


class Signalling(Protocol):
    """What a dialog needs of the engine: time, the way out, and our names on a flow."""

    clock: Clock
    io: Io
    layer: Layer
    random: random.Random
    agent: str

    def via(self, flow: Flow) -> str:
        """A Via with a new branch."""

    def contact(self, flow: Flow) -> str:
        """Where we are reached."""


Authorize = Callable[[Message, Message], "tuple[str, str] | None"]
"""(challenge, request) to the header that answers it, or None when it can't be answered (RFC 3261 section 22)."""


class Dialog:
    """With whom and since when; nothing here decides anything.

    ours: whether we invited. local_sdp, remote_sdp: the last description each side gave.
    authorize: answers a provider's challenges; phones make none.
    """

    __slots__ = (
        "_timers",
        "allows_update",
        "authorize",
        "call_id",
        "cseq",
        "flow",
        "least_session",
        "local",
        "local_sdp",
        "local_tag",
        "max_forwards",
        "ours",
        "remote",
        "remote_cseq",
        "remote_sdp",
        "remote_tag",
        "routes",
        "session",
        "signalling",
        "state",
        "target",
        "version",
    )

    def __init__(
        self,
        signalling: Signalling,
        flow: Flow,
        *,
        call_id: str,
        local_tag: str,
        ours: bool,
    ) -> None:
        self.signalling = signalling
        self.flow = flow
        self.call_id = call_id
        self.local_tag = local_tag
        self.remote_tag = ""
        self.ours = ours
        self.state = LegState.INVITING
        self.local = ""
        self.remote = ""
        self.target = ""
        self.routes: list[str] = []
        drawn = random.random()
        self.cseq = 1 + int(drawn * 9_999)
        self.remote_cseq = -1
        self.session = str(10**9 + int(drawn * 9 * 10**9))
        self.version = 1 + int(random.random() * 9_999)
        self.remote_sdp = b""
        self.local_sdp = b""
        self.allows_update = False
        self.authorize: Authorize | None = None
        self.least_session = 0
        self.max_forwards = 70
        self._timers: dict[str, Timer] = {}

    def next_version(self) -> int:
        """The version of our next description."""
        self.version += 1
        return self.version

    def after(self, name: str, seconds: float, then: Callable[[], None]) -> None:
        """Do something later; instead of what was to be done under the same name."""
        self.stop(name)
        self._timers[name] = self.signalling.clock.call_later(seconds, then)

    def pending(self, name: str) -> bool:
        """Whether something is to be done later under this name."""
        return name in self._timers

    def stop(self, name: str) -> None:
        """It is no longer to be done."""
        timer = self._timers.pop(name, None)
        if timer is not None:
            timer.cancel()

    def over(self) -> None:
        """It has ended: nothing is waited for any more."""
        self.state = LegState.ENDED
        self.stop_all()

    def stop_all(self) -> None:
        """No more timers."""
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()

    def say_bye(self, reason: str = "") -> None:
        """Send a BYE; what comes back changes nothing. `reason` is a Reason header (RFC 3326)."""
        request = self.request("BYE")
        if reason:
            request.add("reason", reason)
        self.send(request, lambda _: None, lambda: None)

    def press(self, digit: str) -> None:
        """Tell the phone of a key that the one it talks to told by INFO."""
        request = self.request("INFO")
        request.add("content-type", "application/dtmf-relay")
        request.body = f"Signal={digit}\r\nDuration=160\r\n".encode()
        self.send(request, lambda _: None, lambda: None)

    def notify(self, event: str, state: str, body: bytes, content_type: str) -> None:
        """A NOTIFY inside the dialog (progress of a transfer)."""
        if self.state is LegState.ANSWERED:
            request = self.request("NOTIFY")
            request.add("event", event).add("subscription-state", state).add("content-type", content_type)
            request.body = body
            self.send(request, lambda _: None, lambda: None)

    def contact(self) -> str:
        """Where we are reached."""
        return self.signalling.contact(self.flow)

    def take(self, response: Message) -> None:
        """What a response that makes the dialog says of the other side (RFC 3261 section 12.1.2)."""
        self.remote_tag = response.to.tag
        self.remote = response.get("to")
        self.aim(response)
        self.routes = list(reversed(response.all("record-route")))
        self.allows_update = "update" in response.tokens("allow")

    def aim(self, message: Message) -> None:
        """Further requests go where a message's Contact says (target refresh, RFC 3261 section 12.2)."""
        contact = message.contact()
        if contact is not None:
            self.target = contact.uri

    def request(self, method: str, sdp: bytes = b"", *, cseq: int | None = None) -> Message:
        """The next request; `cseq` only for an ACK."""
        if cseq is None:
            self.cseq += 1
            cseq = self.cseq
        request = Message(method, self.target)
        request.headers = [
            ("via", self.signalling.via(self.flow)),
            ("max-forwards", str(self.max_forwards)),
            ("from", self.local),
            ("to", self.remote),
            ("call-id", self.call_id),
            ("cseq", f"{cseq} {method}"),
            ("contact", self.contact()),
            ("user-agent", self.signalling.agent),
        ]
        request.headers += [("route", route) for route in self.routes]
        if method == "INVITE":
            request.add("allow", ALLOW)
            request.add("supported", "timer, replaces")
        if sdp:
            request.add("content-type", SDP_TYPE)
            request.body = sdp
        return request

    def acknowledge(self, cseq: int, sdp: bytes) -> bytes:
        """Send the ACK of an INVITE; its bytes, to be sent again when the 200 is."""
        data = self.request("ACK", sdp, cseq=cseq).encode()
        self.signalling.io.send(self.flow, data)
        return data

    def send(
        self,
        request: Message,
        on_response: Callable[[Message], None],
        on_timeout: Callable[[], None],
        *,
        on_again: Callable[[Client], None] = lambda _: None,
    ) -> Client:
        """Send a request. Where the answer asks for another (a challenge, a session that is too short for the other
        side), that is sent once, with a number of its own: `on_again`.
        """
        return self._transact(request, on_response, on_timeout, on_again, frozenset())

    def _transact(
        self,
        request: Message,
        on_response: Callable[[Message], None],
        on_timeout: Callable[[], None],
        on_again: Callable[[Client], None],
        tried: frozenset[int],
    ) -> Client:
        def response(message: Message) -> None:
            again = self._asked_otherwise(request, message) if message.status not in tried else None
            if again is None:
                on_response(message)
            else:
                on_again(self._transact(again, on_response, on_timeout, on_again, tried | {message.status}))

        client = Client(self.signalling.layer, self.flow, request, response, on_timeout)
        client.start()
        return client

    def _asked_otherwise(self, request: Message, answer: Message) -> Message | None:
        """The request that an answer wants instead of this one; None when there is none."""
        if answer.status == TOO_SHORT and (least := seconds_of(answer.get("min-se"), 0)):
            self.least_session = max(self.least_session, least)
            again = self._copy(request, without=("session-expires", "min-se"))
            again.add("session-expires", self.session_expires())
            return again.add("min-se", str(self.least_session))
        proof = self.authorize(answer, request) if answer.status in (401, 407) and self.authorize is not None else None
        return self._copy(request).add(*proof) if proof is not None else None

    def session_expires(self) -> str:
        """How long a session of ours lasts unless we refresh it (RFC 4028); at least what the phone has asked for."""
        return f"{max(SESSION, self.least_session)};refresher=uac"

    def _copy(self, request: Message, *, without: tuple[str, ...] = ()) -> Message:
        """The same request as a new transaction."""
        self.cseq += 1
        again = Message(request.method, request.uri, body=request.body)
        again.headers = [("via", self.signalling.via(self.flow))]
        again.headers += [(k, v) for k, v in request.headers if k not in ("via", "cseq", *without)]
        return again.add("cseq", f"{self.cseq} {request.method}")


def seconds_of(text: str, default: int) -> int:
    """The number at the front of a Session-Expires."""
    digits = text.split(";")[0].strip()
    return int(digits[:8]) if digits.isascii() and digits.isdigit() else default
