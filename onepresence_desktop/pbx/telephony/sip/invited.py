"""The INVITE of a phone: ringing, reliably if it insists (RFC 3262), acceptance until it is acknowledged, refusal."""

from __future__ import annotations

from abc import abstractmethod

from onepresence_desktop.pbx.telephony.sip.clock import T1, T2
from onepresence_desktop.pbx.telephony.sip.dialog import ALLOW, SDP_TYPE, LegState
from onepresence_desktop.pbx.telephony.sip.inviting import Inviting
from onepresence_desktop.pbx.telephony.sip.msg import Message, response_to
from onepresence_desktop.pbx.telephony.sip.txn import Server


class Invited(Inviting):
    """A dialog that the phone may have asked for, and the offers it makes in it."""

    _server: Server | None = None
    _rseq = 0
    _unacked_since: float | None = None

    @abstractmethod
    def _hung_up(self) -> None:
        """The phone is gone, or doesn't want any more."""

    @abstractmethod
    def _offer_taken(self) -> None:
        """The phone's offer has its answer."""

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

    @property
    def _unanswered(self) -> Server | None:
        """The INVITE that still waits for our answer."""
        return self._server if self._server is not None and not self._server.final else None

    def ring(self, status: int = 180) -> None:
        """Let the caller hear ringing."""
        server = self._unanswered
        if server is not None and self.state is not LegState.ENDED:
            self.state = LegState.RINGING
            headers: tuple[tuple[str, str], ...] = (("contact", self._contact()),)
            if "100rel" in server.request.tokens("require"):
                if "prack" in self._timers:
                    return  # One at a time: the first is not yet acknowledged.
                self._rseq += 1
                headers += (("require", "100rel"), ("rseq", str(self._rseq)))
                self._await_prack(T1)
            server.answer(status, headers=headers)

    def _await_prack(self, interval: float) -> None:
        """Ring again until the phone has heard it for sure; after 64 T1 it is refused (RFC 3262 section 3)."""

        def again() -> None:
            if self._unanswered is None:
                return
            if interval < 64 * T1:
                self._unanswered.again()
                self._await_prack(interval * 2)
            else:
                self._unanswered.answer(500)
                self._hung_up()

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
        server = self._unanswered
        if server is not None and self.state is not LegState.ENDED:
            self.state = LegState.ANSWERED
            self.send_accept(server, sdp)

    def reject(self, status: int, reason: str = "") -> None:
        """Refuse the caller."""
        if self._unanswered is not None:
            self._unanswered.answer(status, headers=(("reason", reason),) if reason else ())
        self._end()

    def cancelled(self) -> None:
        """The caller gave up before we answered."""
        if self._unanswered is not None:
            self._unanswered.answer(487)
            self._hung_up()

    def send_accept(self, server: Server, sdp: bytes) -> None:
        """A 200 with a description, sent again until it is acknowledged."""
        request = server.request
        response = response_to(request, 200, to_tag=self.local_tag)
        response.add("contact", self._contact())
        response.add("allow", ALLOW)
        response.add("supported", "timer, replaces")
        if agreed := self._agree(request.get("session-expires"), asked=True):
            response.add("session-expires", agreed)
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
        else:
            self._offer_taken()

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

    def _acknowledges(self, message: Message) -> bool:
        """Whether an ACK is the one that is waited for; an earlier one may come twice, and late."""
        if self._unacked_since is None or self._server is None or message.cseq[0] != self._server.request.cseq[0]:
            return False
        self._stop("ack")
        self._unacked_since = None
        self._server = None
        self._offer_taken()
        return True
