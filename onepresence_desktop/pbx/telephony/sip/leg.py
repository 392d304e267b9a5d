"""One INVITE dialog with one phone, in either direction, as a part of a call (RFC 3261 sections 12 to 15)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Protocol

from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.dialog import ALLOW, LegState, Signalling
from onepresence_desktop.pbx.telephony.sip.invited import Invited
from onepresence_desktop.pbx.telephony.sip.msg import Message
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


class Leg(Invited):
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

    def _hung_up(self) -> None:
        self._end()
        self.owner.leg_ended(self)

    def _offer_taken(self) -> None:
        self.exchange = None

    def connect(self, sdp: bytes) -> None:
        """Our description for a phone that has the call: in the ACK of its 200, or in the 200 of its own INVITE."""
        if self.ours:
            self.ack(sdp)
        else:
            self.accept(sdp)

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
        if not self._acknowledges(message):
            return
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
        if self._unanswered is not None:
            self._unanswered.answer(487)
        if self.exchange is not None:
            self.exchange.refuse(487)
        if self.state is not LegState.ENDED:
            self._hung_up()

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
            if agreed := self._agree(message.get("session-expires"), asked=True):
                headers += (("session-expires", agreed), ("require", "timer"))
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
            self._hung_up()

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
        if self._unanswered is not None:
            self._unanswered.answer(487)
        self._over(self)
