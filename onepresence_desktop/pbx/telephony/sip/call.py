"""A call between two parties: a B2BUA that executes the router's steps (no diversion is known here).

`near` is the party being served: the caller, or whoever is left after a transfer. The other side is `far`, another
phone, or `session`, the engine's own sound (mailbox, ringback).
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party, TraceEntry
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.routing import Reject, Ring, Step, Trunk, Voicemail
from onepresence_desktop.pbx.ports import CallProgress, VoicemailReached
from onepresence_desktop.pbx.telephony.sip import sdp as sdp_lines
from onepresence_desktop.pbx.telephony.sip.attempt import Attempt, Outcome
from onepresence_desktop.pbx.telephony.sip.leg import Exchange, Leg, LegState
from onepresence_desktop.pbx.telephony.sip.media import Session
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.relay import Relay
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Sdp
from onepresence_desktop.pbx.telephony.sip.transfer import Transfer, by_refer
from onepresence_desktop.pbx.telephony.sip.txn import Server

if TYPE_CHECKING:
    from onepresence_desktop.pbx.telephony.sip.engine import Engine

log = logging.getLogger(__name__)

STATUS = {
    Cause.BUSY: 486,
    Cause.NO_ANSWER: 480,
    Cause.UNREACHABLE: 480,
    Cause.REJECTED: 603,
    Cause.NUMBER_UNKNOWN: 404,
    Cause.NOT_ACCEPTABLE: 488,
    Cause.CANCELLED: 487,
    Cause.NORMAL: 480,
    Cause.LOST: 408,
    Cause.FAILED: 500,
}


class Call:
    """One call; the legs' owner."""

    def __init__(self, engine: Engine, call_id: CallId, customer_id: CustomerId, caller: Party, dialled: str) -> None:
        self.engine = engine
        self.id = call_id
        self.customer_id = customer_id
        self.caller = caller
        self.callee = engine.router.party(customer_id, dialled)
        self.dialled = dialled
        self.state = CallState.RINGING
        self.near: Leg | None = None
        self.far: Leg | None = None
        self.session: Session | None = None
        self.relay: Relay | None = None
        self.attempt: Attempt | None = None
        self.transfer: Transfer | None = None
        self.step: Step | None = None
        self.trace: tuple[TraceEntry, ...] = ()
        self.rang: list[UserId] = []
        self.over = False
        self._offer = b""
        self._at_mailbox = False
        self._told: object = None
        engine.calls[call_id] = self

    # --- beginnings ---

    def incoming(self, leg: Leg, offer: bytes) -> None:
        """A phone has dialled."""
        self.near = leg
        self._offer = offer
        self.execute(self.engine.router.route(leg.device_id, self.customer_id, self.dialled))

    def originate(self, leg: Leg, contact: str) -> None:
        """Ring the own phone first, with the engine's own sound behind it (RFC 3725)."""
        self.near = leg
        self.state = CallState.CALLING
        self.session = self.engine.open_session(self, leg)
        host = self.engine.host(leg.flow)
        shown = self.callee.name.replace('"', "'")
        local = f'"{shown}" <sip:{self.callee.number or self.dialled}@{host}>;tag={leg.local_tag}'
        remote = f"<sip:{self.caller.number}@{host}>"
        sdp = sdp_lines.offer(host, self.session.port, leg.session, leg.next_version())
        leg.invite(contact, local, remote, sdp, [])
        self.tell(CallState.CALLING)

    # --- steps ---

    def execute(self, step: Step) -> None:
        """Do what the router says."""
        self.step = step
        self.trace = step.trace
        match step:
            case Ring():
                self._ring(step)
            case Voicemail():
                self._at_mailbox = True
                self.engine.emit(VoicemailReached(self.id, self.customer_id, self.caller, step))
            case Trunk():
                self.finish(Cause.UNREACHABLE)
            case Reject():
                self.finish(step.cause)

    def _ring(self, step: Ring) -> None:
        near = self.near
        if near is None:
            return
        offer = b"" if near.state is LegState.ANSWERED else self._offer
        self.attempt = Attempt(
            self.engine,
            self,
            step,
            offer=offer,
            caller=(self.caller.name, self.caller.number),
            without=near.device_id,
            on_ringing=self._far_rings,
            on_answer=self._far_answered,
            on_failure=lambda outcome: self._not_reached(step, outcome),
        )
        line = next((self.engine.lines[d] for d in step.devices if d in self.engine.lines), None)
        if line is not None and step.user_id is not None:
            self.callee = Party(line.numbers[0], line.display_name, line.user_id)
        self.attempt.start()
        self._note_rung(self.attempt)
        if not self.over and self.attempt is not None and not self.attempt.over:
            self.tell(CallState.RINGING)

    def _note_rung(self, attempt: Attempt) -> None:
        self.rang += [user for user in attempt.users if user not in self.rang]

    def _not_reached(self, step: Ring, outcome: Outcome) -> None:
        if self.attempt is not None:
            self._note_rung(self.attempt)
        self.attempt = None
        if not self.over:
            self.execute(getattr(step, outcome.value))

    def _far_rings(self) -> None:
        near = self.near
        if near is None:
            return
        if near.state is not LegState.ANSWERED:
            near.ring()
        elif self.session is not None:
            self.session.ringback()

    def _far_answered(self, leg: Leg, sdp: bytes) -> None:
        if self.attempt is not None:
            self._note_rung(self.attempt)
        self.attempt = None
        near = self.near
        if near is None or self.over:
            leg.ack(b"")
            leg.bye()
            return
        self.take_far(leg)
        if near.state is LegState.ANSWERED:
            self.join_media(near, leg, sdp)
            return
        try:
            near.accept(self.description(near, sdp, of=leg))
        except BadSdp:
            self._fail(Cause.NOT_ACCEPTABLE)
            return
        self.tell(CallState.CONNECTED)
        self.engine.refresh_legs(near, leg)

    def take_far(self, leg: Leg) -> None:
        """This phone is the other side now."""
        self.far = leg
        line = self.engine.lines.get(leg.device_id)
        if line is not None:
            self.callee = Party(line.numbers[0], line.display_name, line.user_id, leg.device_id)

    def join_media(self, near: Leg, far: Leg, offer: bytes) -> None:
        """Both have answered: bring the far side's offer to the near one, and its answer back (RFC 3725 flow IV)."""
        near.holding = far.holding = False

        def answered(sdp: bytes) -> None:
            if far.state is LegState.ANSWERED:
                far.ack(self.description(far, sdp, of=near))
            self.close_session()
            if not self.over:
                self.tell(CallState.CONNECTED)
                self.engine.refresh_legs(near, far)

        def refused(_status: int) -> None:
            far.ack(b"")
            self._fail(Cause.NOT_ACCEPTABLE)

        try:
            near.reinvite(self.description(near, offer, of=far), answered, refused)
        except BadSdp:
            far.ack(b"")
            self._fail(Cause.NOT_ACCEPTABLE)

    # --- the mailbox ---

    def answer_mailbox(self) -> None:
        """The mailbox lifts: the near side's sound comes to the engine. Raises `BadSdp`."""
        near = self.near
        if near is None or self.over:
            return
        if near.state is LegState.ANSWERED:
            if self.session is None:
                self._take_over_sound(near)
        else:
            self.session = self.engine.open_session(self, near)
            host = self.engine.host(near.flow)
            if self._offer:
                audio = Sdp(self._offer).audio()
                answer = sdp_lines.answer(audio, host, self.session.port, near.session, near.next_version())
                self.session.set_remote(audio)
                near.accept(answer)
            else:
                near.accept(sdp_lines.offer(host, self.session.port, near.session, near.next_version()))
        self.tell(CallState.VOICEMAIL)
        self.engine.refresh_legs(near)

    def _take_over_sound(self, near: Leg) -> None:
        session = self.session = self.engine.open_session(self, near)
        host = self.engine.host(near.flow)

        def answered(sdp: bytes) -> None:
            try:
                session.set_remote(Sdp(sdp).audio())
            except BadSdp:
                self._fail(Cause.NOT_ACCEPTABLE)

        offer = sdp_lines.offer(host, session.port, near.session, near.next_version())
        near.reinvite(offer, answered, lambda _status: self._fail(Cause.NOT_ACCEPTABLE))

    def redirect(self, step: Step) -> None:
        """Leave what is going on and go to another step."""
        if self.attempt is not None:
            self.attempt.stop()
            self.attempt = None
        self._at_mailbox = False
        if self.session is not None:
            self.session.stop_playing()
            self.session.stop_recording("hangup")
        self.execute(step)

    def close_session(self) -> None:
        """The engine's own sound is no longer needed."""
        if self.session is not None:
            self.session.close()
            self.session = None

    # --- what legs tell ---

    def leg_progress(self, leg: Leg, status: int, sdp: bytes) -> None:
        """A phone rings."""
        self.engine.refresh(leg.device_id)
        for attempt in self._attempts():
            if leg in attempt.forks:
                attempt.progress(leg, status)

    def leg_answered(self, leg: Leg, sdp: bytes) -> None:
        """A phone was lifted."""
        if leg is self.near:
            self._near_lifted(leg, sdp)
            return
        for attempt in self._attempts():
            if leg in attempt.forks:
                attempt.answered(leg, sdp)
                self.engine.refresh(leg.device_id)
                return
        leg.ack(b"")
        leg.bye()

    def _near_lifted(self, leg: Leg, sdp: bytes) -> None:
        """Click-to-call: the own phone is off the hook, now the target."""
        try:
            if self.session is not None:
                self.session.set_remote(Sdp(sdp).audio())
        except BadSdp:
            self._fail(Cause.NOT_ACCEPTABLE)
            return
        self.engine.refresh(leg.device_id)
        self.execute(self.engine.router.route(leg.device_id, self.customer_id, self.dialled))

    def leg_failed(self, leg: Leg, status: int) -> None:
        """A phone can't or won't."""
        self.engine.refresh(leg.device_id)
        if leg is self.near:
            causes = {486: Cause.BUSY, 603: Cause.REJECTED, 487: Cause.CANCELLED, 488: Cause.NOT_ACCEPTABLE}
            self.near = None
            self.finish(causes.get(status, Cause.NO_ANSWER))
            return
        for attempt in self._attempts():
            if leg in attempt.forks:
                attempt.failed(leg, status)
                return

    def leg_offer(self, leg: Leg, sdp: bytes, exchange: Exchange) -> None:
        """Hold, resume, or other media: passed on to the other side."""
        other = self.other(leg)
        try:
            audio = Sdp(sdp).audio() if sdp else None
        except BadSdp:
            exchange.refuse(488)
            return
        if other is None:
            self._offer_to_engine(leg, audio, exchange)
            return

        def answered(answer: bytes) -> None:
            try:
                exchange.accept(self.description(leg, answer, of=other))
            except BadSdp:
                exchange.refuse(488)
                return
            if audio is not None:
                self.set_holding(leg, audio.held)

        try:
            passed = self.description(other, sdp, of=leg) if sdp else b""
        except BadSdp:
            exchange.refuse(488)
            return
        other.reinvite(passed, answered, exchange.refuse)

    def _offer_to_engine(self, leg: Leg, audio: sdp_lines.Audio | None, exchange: Exchange) -> None:
        session = self.session
        if session is None:
            exchange.refuse(491)
            return
        host = self.engine.host(leg.flow)
        if audio is None:
            exchange.accept(sdp_lines.offer(host, session.port, leg.session, leg.next_version()))
            return
        try:
            answer = sdp_lines.answer(audio, host, session.port, leg.session, leg.next_version())
        except BadSdp:
            exchange.refuse(488)
            return
        session.set_remote(audio)
        exchange.accept(answer)

    def set_holding(self, leg: Leg, holding: bool) -> None:
        """A phone holds the other side, or no longer."""
        if leg.holding != holding:
            leg.holding = holding
            held = any(one is not None and one.holding for one in (self.near, self.far))
            self.tell(CallState.HELD if held else CallState.CONNECTED)
            self.engine.refresh(leg.device_id)

    def leg_acked(self, leg: Leg, sdp: bytes) -> None:
        """An answer that came in the ACK goes on to whoever made the offer."""
        if not sdp:
            return
        other = self.other(leg)
        try:
            if other is None:
                if self.session is not None:
                    self.session.set_remote(Sdp(sdp).audio())
            elif other.state is LegState.ANSWERED:
                answer = self.description(other, sdp, of=leg)
                other.ack(answer)
                other.ack_reinvite(answer)
        except BadSdp:
            self._fail(Cause.NOT_ACCEPTABLE)

    def leg_refer(self, leg: Leg, request: Message, server: Server) -> None:
        """The phone transfers."""
        by_refer(self, leg, request, server)

    def leg_digit(self, leg: Leg, digit: str) -> None:
        """A key told by INFO."""
        if leg is self.near and self.session is not None:
            self.engine.pressed(self, digit)

    def leg_ended(self, leg: Leg) -> None:
        """A phone hung up."""
        self.engine.refresh(leg.device_id)
        for attempt in self._attempts():
            if leg in attempt.forks:
                attempt.failed(leg, 408)
                return
        if self.transfer is not None and self.transfer.left(leg):
            return
        if leg is self.near or leg is self.far:
            caller_gave_up = leg is self.near and self.state in (CallState.RINGING, CallState.CALLING)
            self.finish(Cause.CANCELLED if caller_gave_up else Cause.NORMAL)

    # --- ends ---

    def other(self, leg: Leg) -> Leg | None:
        """Whom a phone talks to."""
        if leg is self.near:
            return self.far
        return self.near if leg is self.far else None

    def leg_of(self, device_id: DeviceId) -> Leg | None:
        """The leg with a phone."""
        return next((leg for leg in (self.near, self.far) if leg is not None and leg.device_id == device_id), None)

    def finish(self, cause: Cause) -> None:
        """End it for everyone."""
        if self.over:
            return
        self.over = True
        if self.transfer is not None:
            self.transfer.stop()
        if self.attempt is not None:
            self.attempt.stop()
        self.close_session()
        if self.relay is not None:
            self.relay.close()
        for leg in (self.near, self.far):
            if leg is None:
                continue
            if not leg.ours and leg.state is not LegState.ANSWERED:
                leg.reject(STATUS[cause])
            else:
                leg.bye()
            self.engine.refresh(leg.device_id)
        self.tell(CallState.ENDED, cause)
        self.engine.call_over(self)

    def _fail(self, cause: Cause) -> None:
        if self.far is not None and self.far.state is LegState.ANSWERED:
            self.far.ack(b"")
        self.finish(cause)

    def tell(self, state: CallState, cause: Cause | None = None) -> None:
        """An event for the services, if anything in it is new."""
        self.state = state
        event = CallProgress(
            self.id,
            self.customer_id,
            state,
            self.caller,
            self.callee,
            self.dialled,
            cause,
            tuple(hop.number for hop in self.step.hops) if self.step is not None else (),
            self.trace,
            tuple(self.rang),
        )
        if event != self._told:
            self._told = event
            self.engine.emit(event)

    def _attempts(self) -> list[Attempt]:
        found = [self.attempt] if self.attempt is not None else []
        if self.transfer is not None and self.transfer.attempt is not None:
            found.append(self.transfer.attempt)
        return found

    def description(self, leg: Leg, sdp: bytes, *, of: Leg | None = None) -> bytes:
        """A description for `leg`: the other phone's, with an origin of its own, through the relay where one is on.

        Raises `BadSdp`.
        """
        lines = Sdp(sdp)
        host = self.engine.host(leg.flow)
        source = of if of is not None else self.near
        if source is not None and self.engine.relays(leg, source):
            if self.relay is None:
                self.relay = Relay(self.engine)
            lines = self.relay.lead(lines, of=source, to=leg)
        return lines.own(leg.session, leg.next_version(), host).encode()
