"""What is the same in every INVITE dialog: who it is with, how requests in it are built (RFC 3261 section 12)."""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from collections.abc import Callable
from enum import Enum
from typing import Protocol

from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.pbx.telephony.sip.clock import Clock, Flow, Io, Timer
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.txn import Client, Layer

ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, PRACK, INFO, REFER, NOTIFY, SUBSCRIBE, REGISTER"
SESSION = 1800
"""Seconds a session lasts that isn't refreshed (RFC 4028)."""

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


class Dialog(ABC):
    """`device_id`: the phone it is with. `ours`: whether we invited."""

    def __init__(
        self,
        signalling: Signalling,
        flow: Flow,
        *,
        device_id: DeviceId,
        call_id: str,
        local_tag: str,
        ours: bool,
    ) -> None:
        self.signalling = signalling
        self.flow = flow
        self.device_id = device_id
        self.call_id = call_id
        self.local_tag = local_tag
        self.remote_tag = ""
        self.ours = ours
        self.state = LegState.INVITING
        self.local = ""
        self.remote = ""
        self.target = ""
        self.routes: list[str] = []
        self.cseq = random.randrange(1, 10_000)
        self.remote_cseq = -1
        self.session = str(random.randrange(10**9, 10**10))
        self.version = random.randrange(1, 10_000)
        self.remote_sdp = b""
        self.local_sdp = b""
        self.allows_update = False
        self._timers: dict[str, Timer] = {}

    def next_version(self) -> int:
        """The version of our next description."""
        self.version += 1
        return self.version

    def notify(self, event: str, state: str, body: bytes, content_type: str) -> None:
        """A NOTIFY inside the dialog (progress of a transfer)."""
        if self.state is LegState.ANSWERED:
            request = self._request("NOTIFY", b"")
            request.add("event", event)
            request.add("subscription-state", state)
            request.add("content-type", content_type)
            request.body = body
            self._send(request, lambda _: None, lambda: None)

    @abstractmethod
    def _dead(self) -> None:
        """The phone doesn't answer any more."""

    def _after(self, name: str, seconds: float, then: Callable[[], None]) -> None:
        """Do something later; instead of what was to be done under the same name."""
        self._stop(name)
        self._timers[name] = self.signalling.clock.call_later(seconds, then)

    def _stop(self, name: str) -> None:
        timer = self._timers.pop(name, None)
        if timer is not None:
            timer.cancel()

    def _stop_all(self) -> None:
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()

    def _say_bye(self, reason: str) -> None:
        request = self._request("BYE", b"")
        if reason:
            request.add("reason", reason)
        self._send(request, lambda _: None, lambda: None)

    def _contact(self) -> str:
        return self.signalling.contact(self.flow)

    def _request(self, method: str, sdp: bytes, *, cseq: int | None = None) -> Message:
        if cseq is None:
            self.cseq += 1
            cseq = self.cseq
        request = Message(method, self.target)
        request.headers = [
            ("via", self.signalling.via(self.flow)),
            ("max-forwards", "70"),
            ("from", self.local),
            ("to", self.remote),
            ("call-id", self.call_id),
            ("cseq", f"{cseq} {method}"),
            ("contact", self._contact()),
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

    def _send(self, request: Message, on_response: Callable[[Message], None], on_timeout: Callable[[], None]) -> Client:
        client = Client(self.signalling.layer, self.flow, request, on_response, on_timeout)
        client.start()
        return client


def seconds_of(text: str, default: int) -> int:
    """The number at the front of a Session-Expires."""
    digits = text.split(";")[0].strip()
    return int(digits[:8]) if digits.isascii() and digits.isdigit() else default
