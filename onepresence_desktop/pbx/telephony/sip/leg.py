"""One INVITE dialog with one phone, in either direction (RFC 3261 sections 12 to 15, RFC 4028)."""

from __future__ import annotations

import random
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.pbx.telephony.sip.clock import T1, T2, Flow, Timer
from onepresence_desktop.pbx.telephony.sip.msg import Malformed, Message, response_to
from onepresence_desktop.pbx.telephony.sip.txn import Client, Server

if TYPE_CHECKING:
    from onepresence_desktop.pbx.telephony.sip.engine import Engine

ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, INFO, REFER, NOTIFY, SUBSCRIBE, REGISTER"
REFRESH = 600
"""Seconds between refreshes of a session by us; a phone that has vanished is noticed by then at the latest."""

SESSION = 1800
CANCEL_WAIT = 32.0
"""Seconds a phone has to end an INVITE that was cancelled."""

SDP_TYPE = "application/sdp"


class LegState(Enum):
    """Where the dialog is."""

    INVITING = "inviting"
    RINGING = "ringing"
    ANSWERED = "answered"
    ENDED = "ended"


class Owner(Protocol):
    """The call a leg belongs to."""

    def leg_progress(self, leg: Leg, status: int, sdp: bytes) -> None:
        """A provisional response to our INVITE."""

    def leg_answered(self, leg: Leg, sdp: bytes) -> None:
        """Our INVITE was accepted; without an offer in it, `leg.ack` is due with an answer."""

    def leg_failed(self, leg: Leg, status: int) -> None:
        """Our INVITE was refused, timed out (408) or was cancelled (487)."""

    def leg_offer(self, leg: Leg, sdp: bytes, exchange: Exchange) -> None:
        """The phone wants other media (re-INVITE or UPDATE); empty `sdp`: we are to offer."""

    def leg_acked(self, leg: Leg, sdp: bytes) -> None:
        """The phone acknowledged our answer; `sdp` when that carries the answer to our offer."""

    def leg_refer(self, leg: Leg, request: Message, server: Server) -> None:
        """The phone wants to transfer (RFC 3515)."""

    def leg_digit(self, leg: Leg, digit: str) -> None:
        """A key told by INFO."""

    def leg_ended(self, leg: Leg) -> None:
        """The phone hung up or is gone."""


class Exchange:
    """An offer of a phone under way; answered once."""

    def __init__(self, leg: Leg, server: Server) -> None:
        self._leg = leg
        self._server = server
        self.done = False

    def accept(self, sdp: bytes) -> None:
        """Say yes with our side's description."""
        if not self.done:
            self.done = True
            self._leg.send_accept(self._server, sdp)

    def refuse(self, status: int) -> None:
        """Say no; everything stays as it was."""
        if not self.done:
            self.done = True
            self._leg.exchange = None
            self._server.answer(status)


Answered = Callable[[bytes], None]
Failed = Callable[[int], None]


class Leg:
    """A dialog. `device_id`: the phone it is with. `ours`: whether we invited."""

    def __init__(
        self, engine: Engine, owner: Owner, flow: Flow, *, device_id: DeviceId, call_id: str, local_tag: str, ours: bool
    ) -> None:
        self.engine = engine
        self.owner = owner
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
        self.holding = False
        self.allows_update = False
        self.exchange: Exchange | None = None
        self._invite: Client | None = None
        self._server: Server | None = None
        self._offered = False
        self._ack: bytes | None = None
        self._cancel_wanted: str | None = None
        self._bye_wanted: str | None = None
        self._unacked: Timer | None = None
        self._unacked_since = 0.0
        self._refresh: Timer | None = None
        self._expires: Timer | None = None
        self._retry: Timer | None = None
        self._reinvites: list[tuple[bytes, Answered, Failed]] = []
        self._reinviting = False
        engine.legs[(call_id, local_tag)] = self

    # --- we invite ---

    def invite(self, uri: str, local: str, remote: str, sdp: bytes, headers: list[tuple[str, str]]) -> None:
        """Send the INVITE; `sdp` empty: the phone is to offer."""
        self.local, self.remote, self.target = local, remote, uri
        self.local_sdp = sdp
        self._offered = bool(sdp)
        request = self._request("INVITE", sdp)
        request.headers += headers
        request.add("session-expires", f"{SESSION};refresher=uac")
        self._invite = self._send(request, self._invite_response, lambda: self._invite_failed(408))

    def cancel(self, reason: str = "") -> None:
        """Stop ringing; `reason` is a Reason header (RFC 3326)."""
        if self.state not in (LegState.INVITING, LegState.RINGING) or not self.ours:
            return
        if self._invite is None or self._invite.state.value == "calling":
            self._cancel_wanted = reason
            return
        self._send_cancel(reason)

    def _send_cancel(self, reason: str) -> None:
        assert self._invite is not None
        invite = self._invite.request
        cancel = Message("CANCEL", invite.uri)
        cancel.headers = [
            ("via", invite.all("via")[0]),
            ("max-forwards", "70"),
            ("from", invite.get("from")),
            ("to", invite.get("to")),
            ("call-id", invite.call_id),
            ("cseq", f"{invite.cseq[0]} CANCEL"),
        ]
        if reason:
            cancel.add("reason", reason)
        self._cancel_wanted = reason or "-"
        client = Client(self.engine.layer, self.flow, cancel, lambda _: None, lambda: None)
        client.start()
        self._retry = self.engine.clock.call_later(CANCEL_WAIT, self._cancel_ignored)

    def _cancel_ignored(self) -> None:
        if self.state in (LegState.INVITING, LegState.RINGING):
            if self._invite is not None:
                self._invite.terminate()
            self._invite_failed(487)

    def _invite_response(self, response: Message) -> None:
        if self.state is LegState.ENDED:
            self._late_response(response)
            return
        if response.status < 200:
            self._progress(response)
        elif response.status < 300:
            self._accepted(response)
        else:
            self._invite_failed(response.status)

    def _late_response(self, response: Message) -> None:
        """An acceptance after we gave up: ACK it and hang up again (RFC 3261 section 9.1)."""
        if 200 <= response.status < 300 and self._ack is None:
            self._take_dialog(response)
            self._send_ack(b"")
            self._say_bye("")

    def _progress(self, response: Message) -> None:
        if self._cancel_wanted is not None and self._cancel_wanted != "-" and self._retry is None:
            self._send_cancel(self._cancel_wanted)
        if response.status == 100:
            return
        if tag := response.to.tag:
            self.remote_tag = tag
        self.state = LegState.RINGING
        self.owner.leg_progress(self, response.status, response.body)

    def _accepted(self, response: Message) -> None:
        if self.state is LegState.ANSWERED:
            if self._ack is not None:
                self.engine.io.send(self.flow, self._ack)
            return
        self._take_dialog(response)
        self.state = LegState.ANSWERED
        self.remote_sdp = response.body
        self._stop(self._retry)
        self._watch(response.get("session-expires"))
        if self._cancel_wanted is not None:
            self._send_ack(b"")
            self.bye()
            self.owner.leg_failed(self, 487)
            return
        if self._offered:
            self._send_ack(b"")
        self.owner.leg_answered(self, response.body)

    def _take_dialog(self, response: Message) -> None:
        self.remote_tag = response.to.tag
        self.remote = response.get("to")
        contact = response.contact()
        if contact is not None:
            self.target = contact.uri
        self.routes = list(reversed(response.all("record-route")))
        self.allows_update = "update" in response.tokens("allow")

    def ack(self, sdp: bytes) -> None:
        """Acknowledge with the answer to the phone's offer."""
        if self._ack is None and self.state is LegState.ANSWERED:
            self.local_sdp = sdp
            self._send_ack(sdp)
            if self._bye_wanted is not None:
                self.bye(self._bye_wanted)

    def _send_ack(self, sdp: bytes, cseq: int | None = None) -> None:
        number = cseq if cseq is not None else self._invite.request.cseq[0] if self._invite is not None else self.cseq
        ack = self._request("ACK", sdp, cseq=number)
        self._ack = ack.encode()
        self.engine.io.send(self.flow, self._ack)

    def _invite_failed(self, status: int) -> None:
        if self.state is LegState.ENDED:
            return
        self._end()
        self.owner.leg_failed(self, status)

    # --- we are invited ---

    def invited(self, server: Server) -> None:
        """A phone's INVITE has been let in."""
        request = server.request
        self._server = server
        self.local = request.get("to") + f";tag={self.local_tag}"
        self.remote = request.get("from")
        self.remote_tag = request.from_.tag
        self.remote_cseq = request.cseq[0]
        contact = request.contact()
        self.target = contact.uri if contact is not None else request.from_.uri
        self.routes = request.all("record-route")
        self.allows_update = "update" in request.tokens("allow")
        self.remote_sdp = request.body

    def ring(self, status: int = 180) -> None:
        """Let the caller hear ringing."""
        if self._server is not None and self.state is not LegState.ENDED and not self._server.final:
            self.state = LegState.RINGING
            self._server.answer(status, headers=(("contact", self._contact()),))

    def accept(self, sdp: bytes) -> None:
        """Answer the caller; `sdp` is our answer, or our offer when he made none."""
        if self._server is not None and self.state is not LegState.ENDED and not self._server.final:
            self.state = LegState.ANSWERED
            self.local_sdp = sdp
            self.send_accept(self._server, sdp)

    def reject(self, status: int, reason: str = "") -> None:
        """Refuse the caller."""
        if self._server is not None and not self._server.final:
            headers = (("reason", reason),) if reason else ()
            self._server.answer(status, headers=headers)
        self._end()

    def cancelled(self) -> None:
        """The caller gave up before we answered."""
        if self._server is not None and not self._server.final:
            self._server.answer(487)
            self._end()
            self.owner.leg_ended(self)

    def send_accept(self, server: Server, sdp: bytes) -> None:
        """A 200 with a description, sent again until it is acknowledged."""
        request = server.request
        response = response_to(request, 200, to_tag=self.local_tag)
        response.add("contact", self._contact())
        response.add("allow", ALLOW)
        response.add("supported", "timer, replaces")
        if wanted := request.get("session-expires"):
            seconds = _number(wanted, SESSION)
            response.add("session-expires", f"{max(90, seconds)};refresher=uac")
            response.add("require", "timer")
            self._expect_refresh(max(90, seconds))
        if sdp:
            response.add("content-type", SDP_TYPE)
            response.body = sdp
            self.local_sdp = sdp
        server.respond(response)
        if request.method == "INVITE":
            self._server = server
            self._unacked_since = self.engine.clock.time()
            self._await_ack(T1)
            if self.state is LegState.ANSWERED:
                self._watch("")
        else:
            self.exchange = None

    def _await_ack(self, interval: float) -> None:
        def again() -> None:
            if self._server is None:
                return
            if self.engine.clock.time() - self._unacked_since >= 64 * T1:
                self._unacked = None
                self._dead()
                return
            self._server.resend()
            self._await_ack(min(interval * 2, T2))

        self._stop(self._unacked)
        self._unacked = self.engine.clock.call_later(interval, again)

    # --- within the dialog ---

    def request(self, server: Server) -> None:
        """A request of the phone inside this dialog."""
        message = server.request
        number, method = message.cseq
        if number < self.remote_cseq:
            server.answer(500)
            return
        self.remote_cseq = number
        self.flow = server.flow if server.flow.kind == self.flow.kind else self.flow
        handler = {
            "BYE": self._on_bye,
            "INVITE": self._on_reinvite,
            "UPDATE": self._on_update,
            "INFO": self._on_info,
            "REFER": self._on_refer,
            "NOTIFY": self._on_other,
            "OPTIONS": self._on_other,
            "PRACK": self._on_other,
        }.get(method)
        if handler is None:
            server.answer(405, headers=(("allow", ALLOW),))
        elif self.state is LegState.ENDED and method != "BYE":
            server.answer(481)
        else:
            handler(server)

    def acknowledged(self, message: Message) -> None:
        """The ACK of a 200 of ours."""
        if self._unacked is None:
            return
        self._stop(self._unacked)
        self._unacked = None
        self._server = None
        self.exchange = None
        if message.body:
            self.remote_sdp = message.body
        if self._bye_wanted is not None:
            self._say_bye(self._bye_wanted)
            self._end()
            return
        if self.state is LegState.ANSWERED:
            self.owner.leg_acked(self, message.body)

    def _on_other(self, server: Server) -> None:
        server.answer(200, headers=(("allow", ALLOW),))

    def _on_bye(self, server: Server) -> None:
        server.answer(200)
        if self._server is not None and not self._server.final:
            self._server.answer(487)
        if self.exchange is not None:
            self.exchange.refuse(487)
        if self.state is not LegState.ENDED:
            self._end()
            self.owner.leg_ended(self)

    def _on_reinvite(self, server: Server) -> None:
        if self.state is not LegState.ANSWERED or self.exchange is not None or self._unacked is not None:
            server.answer(500 if self.exchange is not None else 491, headers=(("retry-after", "2"),))
            return
        if self._reinviting:
            server.answer(491)
            return
        self._offer(server)

    def _on_update(self, server: Server) -> None:
        message = server.request
        if not message.body:
            headers: tuple[tuple[str, str], ...] = (("contact", self._contact()),)
            if wanted := message.get("session-expires"):
                seconds = max(90, _number(wanted, SESSION))
                headers += (("session-expires", f"{seconds};refresher=uac"), ("require", "timer"))
                self._expect_refresh(seconds)
            server.answer(200, headers=headers)
        elif self._reinviting or self.exchange is not None or self.state is not LegState.ANSWERED:
            server.answer(491)
        else:
            self._offer(server)

    def _offer(self, server: Server) -> None:
        contact = server.request.contact()
        if contact is not None:
            self.target = contact.uri
        if server.request.body:
            self.remote_sdp = server.request.body
        self.exchange = Exchange(self, server)
        self.owner.leg_offer(self, server.request.body, self.exchange)

    def _on_info(self, server: Server) -> None:
        message = server.request
        kind = message.get("content-type").split(";")[0].strip().lower()
        text = message.body.decode("ascii", "replace")
        digit = ""
        if kind == "application/dtmf-relay":
            for line in text.splitlines():
                name, _, value = line.partition("=")
                if name.strip().lower() == "signal":
                    digit = value.strip()[:1]
        elif kind == "application/dtmf":
            digit = text.strip()[:1]
        server.answer(200)
        if digit and digit in "0123456789*#":
            self.owner.leg_digit(self, digit)

    def _on_refer(self, server: Server) -> None:
        if self.state is not LegState.ANSWERED or not server.request.get("refer-to"):
            server.answer(400)
        else:
            self.owner.leg_refer(self, server.request, server)

    def reinvite(self, sdp: bytes, on_answer: Answered, on_fail: Failed) -> None:
        """Offer other media, or with empty `sdp` ask for an offer (then `ack_reinvite` is due). One at a time."""
        self._reinvites.append((sdp, on_answer, on_fail))
        self._next_reinvite()

    def _next_reinvite(self) -> None:
        if self._reinviting or not self._reinvites or self.state is not LegState.ANSWERED:
            return
        if self.exchange is not None or self._unacked is not None or (self._ack is None and self.ours):
            self._stop(self._retry)
            self._retry = self.engine.clock.call_later(0.05, self._next_reinvite)
            return
        self._reinviting = True
        sdp, on_answer, on_fail = self._reinvites[0]
        request = self._request("INVITE", sdp)
        request.add("session-expires", f"{SESSION};refresher=uac")
        number = request.cseq[0]
        acked: list[bytes] = []

        def acknowledge(answer: bytes) -> None:
            self._send_ack(answer, number)
            acked.append(self._ack or b"")

        def response(message: Message) -> None:
            if message.status < 200:
                return
            if message.status < 300:
                if acked:
                    self.engine.io.send(self.flow, acked[0])
                    return
                if self.state is LegState.ENDED:
                    return
                contact = message.contact()
                if contact is not None:
                    self.target = contact.uri
                self.remote_sdp = message.body
                if sdp:
                    self.local_sdp = sdp
                    acknowledge(b"")
                    self._reinvited()
                else:
                    self._due = acknowledge
                on_answer(message.body)
            else:
                self._reinvite_refused(message.status, on_fail)

        self._send(request, response, lambda: self._reinvite_refused(408, on_fail))

    _due: Callable[[bytes], None] | None = None

    def ack_reinvite(self, sdp: bytes) -> None:
        """The answer to the offer that an empty `reinvite` brought."""
        due, self._due = self._due, None
        if due is not None:
            self.local_sdp = sdp
            due(sdp)
            self._reinvited()

    def _reinvited(self) -> None:
        self._reinviting = False
        if self._reinvites:
            self._reinvites.pop(0)
        if self._bye_wanted is not None:
            self.bye(self._bye_wanted)
        else:
            self._next_reinvite()

    def _reinvite_refused(self, status: int, on_fail: Failed) -> None:
        self._reinviting = False
        if self.state is LegState.ENDED:
            return
        if status == 491:
            low, high = (2.1, 4.0) if self.ours else (0.0, 2.0)
            delay = self.engine.random.uniform(low, high)
            self._retry = self.engine.clock.call_later(delay, self._next_reinvite)
            return
        if self._reinvites:
            self._reinvites.pop(0)
        if status in (408, 481):
            self._dead()
            return
        on_fail(status)
        self._next_reinvite()

    def notify(self, event: str, state: str, body: bytes, content_type: str) -> None:
        """A NOTIFY inside the dialog (progress of a transfer)."""
        if self.state is LegState.ANSWERED:
            request = self._request("NOTIFY", b"")
            request.add("event", event)
            request.add("subscription-state", state)
            request.add("content-type", content_type)
            request.body = body
            self._send(request, lambda _: None, lambda: None)

    def bye(self, reason: str = "") -> None:
        """Hang up, in whatever state it is."""
        if self.state is LegState.ENDED:
            return
        if self.state is not LegState.ANSWERED:
            if self.ours:
                self.cancel(reason)
            else:
                self.reject(480, reason)
            return
        if self.ours and self._ack is None:
            self._send_ack(b"")
        if self._due is not None:
            due, self._due = self._due, None
            due(b"")
        if self._unacked is not None:
            self._bye_wanted = reason
            return
        if self.exchange is not None:
            self.exchange.refuse(487)
        self._say_bye(reason)
        self._end()

    def _say_bye(self, reason: str) -> None:
        request = self._request("BYE", b"")
        if reason:
            request.add("reason", reason)
        self._send(request, lambda _: None, lambda: None)

    def next_version(self) -> int:
        """The version of our next description."""
        self.version += 1
        return self.version

    # --- keeping it alive ---

    def _watch(self, session_expires: str) -> None:
        """Refresh from time to time; the phone's own refreshes are expected where it promised them."""
        if session_expires and "refresher=uas" in session_expires.replace(" ", "").lower() and self.ours:
            self._expect_refresh(max(90, _number(session_expires, SESSION)))
        self._stop(self._refresh)
        self._refresh = self.engine.clock.call_later(REFRESH, self._refresh_now)

    def _refresh_now(self) -> None:
        if self.state is not LegState.ANSWERED:
            return
        if self.allows_update and not self._reinviting and self.exchange is None:
            request = self._request("UPDATE", b"")
            request.add("session-expires", f"{SESSION};refresher=uac")
            self._send(request, self._refreshed, self._dead)
        else:
            self._send(self._request("OPTIONS", b""), self._refreshed, self._dead)
        self._refresh = self.engine.clock.call_later(REFRESH, self._refresh_now)

    def _refreshed(self, response: Message) -> None:
        if response.status in (408, 481):
            self._dead()

    def _expect_refresh(self, seconds: int) -> None:
        self._stop(self._expires)
        self._expires = self.engine.clock.call_later(seconds, self._dead)

    def _dead(self) -> None:
        """The phone doesn't answer any more."""
        if self.state is not LegState.ENDED:
            self._say_bye("")
            self._end()
            self.owner.leg_ended(self)

    def lost(self) -> None:
        """The way to the phone is gone."""
        if self.state is LegState.ENDED:
            return
        answered = self.state is LegState.ANSWERED or not self.ours
        if answered:
            self._dead()
        else:
            if self._invite is not None:
                self._invite.terminate()
            self._invite_failed(408)

    def _end(self) -> None:
        self.state = LegState.ENDED
        for timer in (self._unacked, self._refresh, self._expires, self._retry):
            self._stop(timer)
        self._reinvites.clear()
        if self._server is not None and not self._server.final:
            self._server.answer(487)
        self.engine.leg_over(self)

    def _stop(self, timer: Timer | None) -> None:
        if timer is not None:
            timer.cancel()

    # --- building ---

    def _contact(self) -> str:
        return self.engine.contact(self.flow)

    def _request(self, method: str, sdp: bytes, *, cseq: int | None = None) -> Message:
        if cseq is None:
            self.cseq += 1
            cseq = self.cseq
        request = Message(method, self.target)
        request.headers = [
            ("via", self.engine.via(self.flow)),
            ("max-forwards", "70"),
            ("from", self.local),
            ("to", self.remote),
            ("call-id", self.call_id),
            ("cseq", f"{cseq} {method}"),
            ("contact", self._contact()),
            ("user-agent", self.engine.agent),
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
        client = Client(self.engine.layer, self.flow, request, on_response, on_timeout)
        client.start()
        return client


def _number(text: str, default: int) -> int:
    digits = text.split(";")[0].strip()
    return int(digits[:8]) if digits.isascii() and digits.isdigit() else default


def referred(message: Message) -> str:
    """Whom a REFER is about: the Refer-To URI. Raises `Malformed`."""
    value = message.get("refer-to").strip()
    if value.startswith("<") and ">" in value:
        return value[1 : value.index(">")]
    if "<" in value:
        _, _, rest = value.partition("<")
        return rest.partition(">")[0]
    if not value:
        raise Malformed("refer-to")
    return value
