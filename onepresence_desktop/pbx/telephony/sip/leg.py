"""One INVITE dialog with one phone, in either direction, as a part of a call (RFC 3261 sections 12 to 15)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Protocol

from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.pbx.telephony.sip.clock import T1, T2, Flow
from onepresence_desktop.pbx.telephony.sip.dialog import ALLOW, SDP_TYPE, SESSION, LegState, Signalling, seconds_of
from onepresence_desktop.pbx.telephony.sip.inviting import Inviting
from onepresence_desktop.pbx.telephony.sip.msg import Message, response_to
from onepresence_desktop.pbx.telephony.sip.txn import Server


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


class Leg(Inviting):
    """A dialog and the call it is a part of. `holding`: the phone holds the other side."""

    def __init__(
        self,
        signalling: Signalling,
        owner: Owner,
        flow: Flow,
        over: Callable[[Leg], None],
        *,
        device_id: DeviceId,
        call_id: str,
        local_tag: str,
        ours: bool,
    ) -> None:
        super().__init__(signalling, flow, device_id=device_id, call_id=call_id, local_tag=local_tag, ours=ours)
        self.owner = owner
        self.holding = False
        self.exchange: Exchange | None = None
        self._over = over
        self._reinvites = deque()
        self._server: Server | None = None
        self._rseq = 0
        self._unacked_since: float | None = None

    @property
    def offering(self) -> bool:
        """An offer of either side is under way."""
        return self._reinviting or self.exchange is not None

    @property
    def settled(self) -> bool:
        """Nothing waits for an answer or its acknowledgement."""
        return self.exchange is None and self._unacked_since is None and not (self._ack is None and self.ours)

    def _rings(self, status: int, sdp: bytes) -> None:
        self.owner.leg_progress(self, status, sdp)

    def _lifted(self, sdp: bytes) -> None:
        self.owner.leg_answered(self, sdp)

    def _refused(self, status: int) -> None:
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
            headers: tuple[tuple[str, str], ...] = (("contact", self._contact()),)
            if "100rel" in self._server.request.tokens("require"):
                if "prack" in self._timers:
                    return  # One at a time: the first is not yet acknowledged.
                self._rseq += 1
                headers += (("require", "100rel"), ("rseq", str(self._rseq)))
                self._await_prack(T1)
            self._server.answer(status, headers=headers)

    def _await_prack(self, interval: float) -> None:
        """Ring again until the phone has heard it for sure; after 64 T1 it is refused (RFC 3262 section 3)."""

        def again() -> None:
            if self._server is None or self._server.final:
                return
            if interval < 64 * T1:
                self._server.again()
                self._await_prack(interval * 2)
            else:
                self._server.answer(500)
                self._end()
                self.owner.leg_ended(self)

        self._after("prack", interval, again)

    def _on_prack(self, server: Server) -> None:
        number = self._server.request.cseq[0] if self._server is not None else 0
        acknowledged = server.request.get("rack").split()
        if acknowledged != [str(self._rseq), str(number), "INVITE"] or "prack" not in self._timers:
            server.answer(481)
            return
        self._stop("prack")
        server.answer(200)

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
            seconds = self._expect_refresh(seconds_of(wanted, SESSION))
            response.add("session-expires", f"{seconds};refresher=uac")
            response.add("require", "timer")
        if sdp:
            response.add("content-type", SDP_TYPE)
            response.body = sdp
            self.local_sdp = sdp
        server.respond(response)
        if request.method == "INVITE":
            self._server = server
            self._unacked_since = self.signalling.clock.time()
            self._await_ack(T1)
            if self.state is LegState.ANSWERED:
                self._watch("")
        else:
            self.exchange = None

    def _await_ack(self, interval: float) -> None:
        def again() -> None:
            if self._server is None or self._unacked_since is None:
                return
            if self.signalling.clock.time() - self._unacked_since >= 64 * T1:
                self._unacked_since = None
                self._dead()
                return
            self._server.resend()
            self._await_ack(min(interval * 2, T2))

        self._after("ack", interval, again)

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
            "PRACK": self._on_prack,
        }.get(method)
        if handler is None:
            server.answer(405, headers=(("allow", ALLOW),))
        elif self.state is LegState.ENDED and method != "BYE":
            server.answer(481)
        else:
            handler(server)

    def acknowledged(self, message: Message) -> None:
        """The ACK of a 200 of ours."""
        if self._unacked_since is None:
            return
        self._stop("ack")
        self._unacked_since = None
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
        if self.state is not LegState.ANSWERED or self.exchange is not None or self._unacked_since is not None:
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
                seconds = self._expect_refresh(seconds_of(wanted, SESSION))
                headers += (("session-expires", f"{seconds};refresher=uac"), ("require", "timer"))
            server.answer(200, headers=headers)
        elif self.offering or self.state is not LegState.ANSWERED:
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

    def _reinvited(self) -> None:
        if self._bye_wanted is not None:
            self.bye(self._bye_wanted)
        else:
            self._next_reinvite()

    # --- ends ---

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
        if self._unacked_since is not None:
            self._bye_wanted = reason
            return
        if self.exchange is not None:
            self.exchange.refuse(487)
        self._say_bye(reason)
        self._end()

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
        self._stop_all()
        self._reinvites.clear()
        if self._server is not None and not self._server.final:
            self._server.answer(487)
        self._over(self)
