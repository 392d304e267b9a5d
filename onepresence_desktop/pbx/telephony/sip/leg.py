"""One INVITE dialog with one phone, in either direction, as a part of a call (RFC 3261 sections 12 to 15).

A leg has a dialog, an INVITE of ours or of the phone, a queue of our offers and a session timer; each of these lives in
a file of its own, and the leg is where they meet and what the call sees.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.dialog import ALLOW, SDP_TYPE, Authorize, Dialog, LegState, Signalling
from onepresence_desktop.pbx.telephony.sip.incoming import Exchange, IncomingInvite
from onepresence_desktop.pbx.telephony.sip.media import Session
from onepresence_desktop.pbx.telephony.sip.msg import Message, key_of
from onepresence_desktop.pbx.telephony.sip.offer_queue import Answered, Failed, OfferQueue
from onepresence_desktop.pbx.telephony.sip.onward import Onward
from onepresence_desktop.pbx.telephony.sip.outgoing import OutgoingInvite
from onepresence_desktop.pbx.telephony.sip.session_timer import SessionTimer, Vanished
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


class Leg:
    """A dialog and the call it is a part of.

    device_id: the phone it is with. outside: it is a line to a provider. holding: it holds the other side.
    vanished: the phone was lost and didn't hang up. onward: the sound that the engine sends it. facing: where a
    provider's sound comes in as long as the leg lives.
    """

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
        self.owner = owner
        self.device_id = device_id
        self.outside = self.holding = False
        self.vanished: Vanished | None = None
        self.onward = Onward()
        self.facing: Session | None = None
        self._over = over
        self._bye_wanted: str | None = None
        self._exchange: Exchange | None = None
        dialog = self.dialog = Dialog(signalling, flow, call_id=call_id, local_tag=local_tag, ours=ours)
        self.timer = SessionTimer(
            dialog,
            offering=lambda: self.offering,
            offer=lambda sdp: self.offers.add(sdp, lambda _: None, lambda _: None),
            dead=self.dead,
            silent=lambda: self.dead(Vanished.SILENT),
        )
        self.offers = OfferQueue(dialog, self.timer, settled=lambda: self.settled, taken=self._taken, dead=self.dead)
        self.outgoing = OutgoingInvite(dialog, self.timer, self)
        self.incoming = IncomingInvite(dialog, self.timer, self)

    # --- what is known of it ---

    @property
    def state(self) -> LegState:
        """Where the dialog is."""
        return self.dialog.state

    @property
    def ours(self) -> bool:
        """Whether we invited."""
        return self.dialog.ours

    @property
    def call_id(self) -> str:
        """The dialog's Call-ID."""
        return self.dialog.call_id

    @property
    def local_tag(self) -> str:
        """Our tag."""
        return self.dialog.local_tag

    @property
    def remote_tag(self) -> str:
        """The phone's tag, "" before it has one."""
        return self.dialog.remote_tag

    @property
    def flow(self) -> Flow:
        """The way to the phone."""
        return self.dialog.flow

    @flow.setter
    def flow(self, flow: Flow) -> None:
        self.dialog.flow = flow

    @property
    def remote_sdp(self) -> bytes:
        """The phone's last description."""
        return self.dialog.remote_sdp

    @property
    def taken_back(self) -> bool:
        """Whether we no longer want the phone to answer."""
        return self.outgoing.taken_back

    @property
    def offering(self) -> bool:
        """An offer of either side is under way."""
        return self.offers.under_way or self._exchange is not None

    @property
    def settled(self) -> bool:
        """Nothing waits for an answer or its acknowledgement."""
        answered = self.outgoing.acknowledged or not self.ours
        return answered and self._exchange is None and not self.incoming.unacknowledged

    def faces(self, session: Session) -> Session:
        """This is where its sound comes in; a provider isn't to hear of another place."""
        if self.outside:
            self.facing, session.stays = session, True
        return session

    def next_version(self) -> int:
        """The version of our next description."""
        return self.dialog.next_version()

    # --- our INVITE ---

    def invite(
        self,
        uri: str,
        local: str,
        remote: str,
        sdp: bytes,
        headers: list[tuple[str, str]],
        *,
        authorize: Authorize | None = None,
    ) -> None:
        """Send it; `sdp` empty: the phone is to offer."""
        self.dialog.authorize = authorize
        self.outgoing.send(uri, local, remote, sdp, headers)

    def cancel(self, reason: str = "") -> None:
        """Stop ringing; `reason` is a Reason header (RFC 3326)."""
        if self.ours:
            self.outgoing.cancel(reason)

    def ack(self, sdp: bytes) -> None:
        """Acknowledge with the answer to the phone's offer."""
        if self.outgoing.acknowledged or self.state is not LegState.ANSWERED or not self.ours:
            return
        self.outgoing.acknowledge(sdp)
        if self._bye_wanted is not None:
            self.bye(self._bye_wanted)

    def rings(self, status: int, sdp: bytes) -> None:
        """The phone rings."""
        self.owner.leg_progress(self, status, sdp)

    def lifted(self, sdp: bytes) -> None:
        """The phone accepted."""
        self.owner.leg_answered(self, sdp)

    def refused(self, status: int) -> None:
        """The phone won't, can't, or didn't answer."""
        self.owner.leg_failed(self, status)

    # --- the phone's INVITE ---

    def invited(self, server: Server) -> None:
        """It has been let in."""
        self.incoming.take(server)

    def ring(self, status: int = 180, sdp: bytes = b"") -> None:
        """Let the caller hear ringing; with a description, what sounds before the answer."""
        self.incoming.ring(status, sdp)

    def accept(self, sdp: bytes) -> None:
        """Answer the caller; `sdp` is our answer, or our offer when they made none."""
        self.incoming.accept(sdp)

    def reject(self, status: int, reason: str = "") -> None:
        """Refuse the caller."""
        self.incoming.refuse(status, reason)
        self.end()

    def cancelled(self) -> None:
        """The caller gave up before we answered."""
        if self.incoming.unanswered is not None:
            self.incoming.refuse(487)
            self.hung_up()

    def connect(self, sdp: bytes) -> None:
        """Our description for a phone that has the call: in the ACK of its 200, or in the 200 of its own INVITE."""
        if self.ours:
            self.ack(sdp)
        else:
            self.accept(sdp)

    # --- offers within the dialog ---

    def reinvite(self, sdp: bytes, on_answer: Answered, on_fail: Failed) -> None:
        """Offer other media, or with empty `sdp` ask for an offer (then `ack_reinvite` is due). One at a time."""
        self.offers.add(sdp, on_answer, on_fail, outside=self.outside)

    def ack_reinvite(self, sdp: bytes) -> None:
        """The answer to the offer that an empty `reinvite` brought."""
        self.offers.answer(sdp)

    def _taken(self) -> None:
        if self._bye_wanted is not None:
            self.bye(self._bye_wanted)
        else:
            self.offers.next()

    def offer_taken(self) -> None:
        """The phone's offer has its answer."""
        self._exchange = None

    def drop_offer(self, status: int) -> None:
        """Nobody is left to answer what the phone offers; with 491 it offers again soon (RFC 3261 section 14.1)."""
        if self._exchange is not None:
            self._exchange.refuse(status)

    # --- requests within the dialog ---

    def request(self, server: Server) -> None:
        """A request of the phone inside this dialog."""
        dialog, message = self.dialog, server.request
        number, method = message.cseq
        if number < dialog.remote_cseq:
            server.answer(500)
            return
        dialog.remote_cseq = number
        if server.flow.kind == dialog.flow.kind:
            dialog.flow = server.flow
        handler = {
            "BYE": self._on_bye,
            "INVITE": self._on_reinvite,
            "UPDATE": self._on_update,
            "INFO": self._on_info,
            "REFER": self._on_refer,
            "NOTIFY": self._on_other,
            "OPTIONS": self._on_other,
            "PRACK": self.incoming.prack,
        }.get(method)
        if handler is None:
            server.answer(405, headers=(("allow", ALLOW),))
        elif self.state is LegState.ENDED and method != "BYE":
            server.answer(481)
        else:
            handler(server)

    def acknowledged(self, message: Message) -> None:
        """The ACK of a 200 of ours."""
        if not self.incoming.acknowledges(message):
            return
        if message.body:
            self.dialog.remote_sdp = message.body
        if self._bye_wanted is not None:
            self.dialog.say_bye(self._bye_wanted)
            self.end()
            return
        if self.state is LegState.ANSWERED:
            self.owner.leg_acked(self, message.body)

    def _on_other(self, server: Server) -> None:
        server.answer(200, headers=(("allow", ALLOW),))

    def _on_bye(self, server: Server) -> None:
        server.answer(200)
        self.incoming.refuse(487)
        self.drop_offer(487)
        if self.state is not LegState.ENDED:
            self.hung_up()

    def _on_reinvite(self, server: Server) -> None:
        if self.state is not LegState.ANSWERED or self._exchange is not None or self.incoming.unacknowledged:
            server.answer(500 if self._exchange is not None else 491, headers=(("retry-after", "2"),))
            return
        if self.offers.under_way:
            server.answer(491)
            return
        self._offer(server)

    def _on_update(self, server: Server) -> None:
        message = server.request
        if not message.body:
            server.answer(200, headers=(("contact", self.dialog.contact()), *self.timer.answer(message)))
        elif self.offering or self.state is not LegState.ANSWERED:
            server.answer(491)
        else:
            self._offer(server)

    def _offer(self, server: Server) -> None:
        if server.request.body and not server.request.get("content-type").strip().lower().startswith(SDP_TYPE):
            server.answer(415, headers=(("accept", SDP_TYPE),))
            return
        self.dialog.aim(server.request)
        if server.request.body:
            self.dialog.remote_sdp = server.request.body
        self._exchange = Exchange(self.incoming, server)
        self.owner.leg_offer(self, server.request.body, self._exchange)

    def _on_info(self, server: Server) -> None:
        digit = key_of(server.request)
        server.answer(200)
        if digit:
            self.owner.leg_digit(self, digit)

    def _on_refer(self, server: Server) -> None:
        if self.state is not LegState.ANSWERED or not server.request.get("refer-to"):
            server.answer(400)
        else:
            self.owner.leg_refer(self, server.request, server)

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
        if self.ours:
            self.outgoing.acknowledge(b"")
        self.offers.release()
        if self.incoming.unacknowledged:
            self._bye_wanted = reason
            return
        self.drop_offer(487)
        self.dialog.say_bye(reason)
        self.end()

    def dead(self, why: Vanished = Vanished.GONE) -> None:
        """The phone doesn't answer any more."""
        if self.state is not LegState.ENDED:
            self.vanished = why
            self.dialog.say_bye()
            self.hung_up()

    def lost(self) -> None:
        """The way to the phone is gone."""
        if self.state in (LegState.ANSWERED, LegState.ENDED) or not self.ours:
            self.dead()
        else:
            self.outgoing.give_up(408)

    def hung_up(self) -> None:
        """The phone is gone, or doesn't want any more."""
        self.end()
        self.owner.leg_ended(self)

    def end(self) -> None:
        """It is over."""
        self.dialog.over()
        self.offers.clear()
        self.incoming.refuse(487)
        if self.facing is not None:
            self.facing.close()
        self._over(self)
