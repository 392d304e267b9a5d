"""The INVITE of a phone: ringing, reliably if it insists (RFC 3262), acceptance until it is acknowledged, refusal."""

from __future__ import annotations

from typing import Protocol

from onepresence_desktop.pbx.telephony.sip.clock import T1, T2
from onepresence_desktop.pbx.telephony.sip.dialog import ALLOW, SDP_TYPE, Dialog, LegState, seconds_of
from onepresence_desktop.pbx.telephony.sip.msg import Message, response_to
from onepresence_desktop.pbx.telephony.sip.session_timer import SessionTimer
from onepresence_desktop.pbx.telephony.sip.txn import Server


class Invitee(Protocol):
    """Who is invited: the leg."""

    def hung_up(self) -> None:
        """The phone is gone, or doesn't want any more."""

    def dead(self) -> None:
        """The phone doesn't answer any more."""

    def offer_taken(self) -> None:
        """The phone's offer has its answer."""

    def cancelled(self) -> None:
        """The caller doesn't wait any longer."""


class IncomingInvite:
    """The phone's INVITEs, the first and those within the dialog, until each is answered and acknowledged.

    withdrawn: why the first was cancelled, as a Reason header says it (RFC 3326).
    """

    __slots__ = (
        "_dialog",
        "_invitee",
        "_number",
        "_rseq",
        "_server",
        "_timer",
        "_unacked_since",
        "withdrawn",
    )

    def __init__(self, dialog: Dialog, timer: SessionTimer, invitee: Invitee) -> None:
        self._dialog = dialog
        self._timer = timer
        self._invitee = invitee
        self._server: Server | None = None
        self._number = 0
        self._rseq = 0
        self._unacked_since: float | None = None
        self.withdrawn = ""

    def take(self, server: Server) -> None:
        """The first one has been let in: it makes the dialog (RFC 3261 section 12.1.1)."""
        dialog, request = self._dialog, server.request
        self._server = server
        self._number = request.cseq[0]
        dialog.local = request.get("to") + f";tag={dialog.local_tag}"
        dialog.remote = request.get("from")
        dialog.remote_tag = request.from_.tag
        dialog.remote_cseq = self._number
        dialog.target = request.from_.uri
        dialog.aim(request)
        dialog.routes = request.all("record-route")
        dialog.allows_update = "update" in request.tokens("allow")
        dialog.remote_sdp = request.body
        if seconds := seconds_of(request.get("expires"), 0):  # how long it holds (RFC 3261 section 13.3.1)
            dialog.after("invited", seconds, self._invitee.cancelled)

    @property
    def unanswered(self) -> Server | None:
        """The one that still waits for our answer."""
        return self._server if self._server is not None and not self._server.final else None

    @property
    def unacknowledged(self) -> bool:
        """Whether an answer of ours waits for its ACK."""
        return self._unacked_since is not None

    def ring(self, status: int = 180, sdp: bytes = b"") -> None:
        """Let the caller hear ringing; with a description (183) what sounds before the answer (RFC 3960)."""
        dialog, server = self._dialog, self.unanswered
        if server is None or dialog.state is LegState.ENDED:
            return
        dialog.state = LegState.RINGING
        headers: tuple[tuple[str, str], ...] = (("contact", dialog.contact()),)
        if "100rel" in server.request.tokens("require"):
            if dialog.pending("prack"):
                return  # One at a time: the first is not yet acknowledged.
            self._rseq += 1
            headers += (("require", "100rel"), ("rseq", str(self._rseq)))
            self._await_prack(T1)
        response = response_to(server.request, status, to_tag=server.to_tag)
        response.headers += headers
        if sdp:
            response.add("content-type", SDP_TYPE)
            response.body = sdp
        server.respond(response)

    def _await_prack(self, interval: float) -> None:
        """Ring again until the phone has heard it for sure; after 64 T1 it is refused (RFC 3262 section 3)."""

        def again() -> None:
            if self.unanswered is None:
                return
            if interval < 64 * T1:
                self.unanswered.again()
                self._await_prack(interval * 2)
            else:
                self.unanswered.answer(500)
                self._invitee.hung_up()

        self._dialog.after("prack", interval, again)

    def prack(self, server: Server) -> None:
        """The phone has heard it ring."""
        number = self._number if self._server is not None else 0
        acknowledged = server.request.get("rack").split()
        if acknowledged != [str(self._rseq), str(number), "INVITE"] or not self._dialog.pending("prack"):
            server.answer(481)
            return
        self._dialog.stop("prack")
        server.answer(200)

    def accept(self, sdp: bytes) -> None:
        """Answer the caller; `sdp` is our answer, or our offer when they made none."""
        server = self.unanswered
        if server is not None and self._dialog.state is not LegState.ENDED:
            self._dialog.state = LegState.ANSWERED
            self.answer(server, sdp)

    def refuse(self, status: int, reason: str = "") -> None:
        """Refuse the caller, if they still wait. `reason` is a Reason header (RFC 3326)."""
        if self.unanswered is not None:
            self.unanswered.answer(status, headers=(("reason", reason),) if reason else ())

    def answer(self, server: Server, sdp: bytes) -> None:
        """A 200 with a description, to an INVITE sent again until it is acknowledged."""
        dialog, request = self._dialog, server.request
        dialog.stop("invited")
        response = response_to(request, 200, to_tag=dialog.local_tag)
        response.add("contact", dialog.contact())
        response.add("allow", ALLOW)
        response.add("supported", "timer, replaces")
        response.headers += self._timer.answer(request)
        if sdp:
            response.add("content-type", SDP_TYPE)
            response.body = sdp
            dialog.local_sdp = sdp
        server.respond(response)
        if request.method == "INVITE":
            self._server = server
            self._number = request.cseq[0]
            self._unacked_since = dialog.signalling.clock.time()
            self._await_ack(T1)
        else:
            self._invitee.offer_taken()

    def turn_down(self, server: Server, status: int) -> None:
        """Refuse an offer within the dialog."""
        self._invitee.offer_taken()
        server.answer(status)

    def _await_ack(self, interval: float) -> None:
        def again() -> None:
            if self._server is None or self._unacked_since is None:
                return
            if self._dialog.signalling.clock.time() - self._unacked_since >= 64 * T1:
                self._unacked_since = None
                self._invitee.dead()
                return
            self._server.resend()
            self._await_ack(min(interval * 2, T2))

        waited = self._dialog.signalling.clock.time() - (self._unacked_since or 0.0)
        self._dialog.after("ack", min(interval, max(T1, 64 * T1 - waited)), again)

    def acknowledges(self, message: Message) -> bool:
        """Whether an ACK is the one that is waited for; an earlier one may come twice, and late."""
        if self._unacked_since is None or self._server is None or message.cseq[0] != self._number:
            return False
        self._server.settled()
        self._dialog.stop("ack")
        self._unacked_since = None
        self._server = None
        self._invitee.offer_taken()
        return True


class Exchange:
    """An offer of the phone under way within the dialog; answered once."""

    def __init__(self, incoming: IncomingInvite, server: Server) -> None:
        self._incoming = incoming
        self._server = server
        self.done = False

    def accept(self, sdp: bytes) -> None:
        """Say yes with our side's description."""
        if not self.done:
            self.done = True
            self._incoming.answer(self._server, sdp)

    def refuse(self, status: int) -> None:
        """Say no; everything stays as it was."""
        if not self.done:
            self.done = True
            self._incoming.turn_down(self._server, status)
