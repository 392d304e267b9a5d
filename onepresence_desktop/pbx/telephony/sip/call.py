"""A call: the router's steps executed one after another (no diversion is known here), until somebody hangs up."""

from __future__ import annotations

from onepresence_desktop.domain.calls import CallState, Cause, Party
from onepresence_desktop.domain.routing import Reject, Ring, Step, Trunk, Voicemail
from onepresence_desktop.pbx.ports import VoicemailReached
from onepresence_desktop.pbx.telephony.sip import offers
from onepresence_desktop.pbx.telephony.sip import sdp as sdp_lines
from onepresence_desktop.pbx.telephony.sip.address import named
from onepresence_desktop.pbx.telephony.sip.attempt import Attempt, Outcome
from onepresence_desktop.pbx.telephony.sip.clock import Timer
from onepresence_desktop.pbx.telephony.sip.conversation import Conversation
from onepresence_desktop.pbx.telephony.sip.dialog import LegState
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Sdp
from onepresence_desktop.pbx.telephony.sip.transfer import by_refer
from onepresence_desktop.pbx.telephony.sip.txn import Server

OWN_SECONDS = 60.0
"""How long the own phone rings after a click."""

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


class Call(Conversation):
    """One call; the legs' owner."""

    _offer = b""
    _patience: Timer | None = None

    # --- beginnings ---

    def incoming(self, leg: Leg, offer: bytes) -> None:
        """A phone has dialled."""
        self.near = leg
        self._offer = offer
        self.execute(self.core.router.route(leg.device_id, self.customer_id, self.dialled))

    def originate(self, leg: Leg, contact: str) -> None:
        """Ring the own phone first, with the engine's own sound behind it (RFC 3725)."""
        self.near = leg
        self.state = CallState.CALLING
        self.session = self.open_session(leg)
        domain = self.core.domain(leg.flow)
        local = f"{named(self.callee.name, f'sip:{self.callee.number}@{domain}')};tag={leg.local_tag}"
        remote = f"<sip:{self.caller.number}@{domain}>"
        sdp = sdp_lines.offer(self.session.host, self.session.port, leg.session, leg.next_version())
        leg.invite(contact, local, remote, sdp, [])
        self._patience = self.core.clock.call_later(OWN_SECONDS, lambda: self.finish(Cause.NO_ANSWER))
        self.tell(CallState.CALLING)

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    # --- steps ---

    def execute(self, step: Step) -> None:
        """Do what the router says."""
        self.step = step
        self.trace = step.trace
        match step:
            case Ring():
                self._ring(step)
            case Voicemail():
                self.core.emit(VoicemailReached(self.id, self.customer_id, self.caller, step))
            case Trunk():
                self.finish(Cause.UNREACHABLE)
            case Reject():
                self.finish(step.cause)

    def _ring(self, step: Ring) -> None:
        near = self.near
        if near is None:
            return
        offer = b"" if near.state is LegState.ANSWERED else self._offer
        attempt = self.attempt = Attempt(
            self.core,
            self,
            step,
            describe=self.description,
            offer=offer,
            caller=(self.caller.name, self.caller.number),
            without=near.device_id,
            on_ringing=self._far_rings,
            on_answer=self._far_answered,
            on_failure=lambda outcome: self._not_reached(step, outcome),
        )
        line = next((self.core.lines[d] for d in step.devices if d in self.core.lines), None)
        if line is not None and step.user_id is not None:
            self.callee = Party(line.numbers[0], line.display_name, line.user_id)
        attempt.start()
        self._note_rung(attempt)
        # With nobody to ring, the failure has led elsewhere already.
        if not self.over and self.attempt is attempt:
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
            self._answer_caller(near, leg, sdp)
        except BadSdp:
            self._fail(Cause.NOT_ACCEPTABLE)

    def _answer_caller(self, near: Leg, far: Leg, sdp: bytes) -> None:
        """`sdp`: the far side's answer, or its own offer if it picked the call up. Raises `BadSdp`."""
        if not far.ours and not sdp:
            far.accept(self.description(far, self._offer, of=near))  # its ACK brings what the caller is answered
            return
        if not far.ours and self._offer:
            sdp, back = offers.answers(self._offer, sdp)
            near.accept(self.description(near, sdp, of=far))
            far.accept(self.description(far, back, of=near))
        else:
            near.accept(self.description(near, sdp, of=far))
        self.tell(CallState.CONNECTED)
        self.core.refresh_legs(near, far)

    def redirect(self, step: Step) -> None:
        """Leave what is going on and go to another step."""
        if self.attempt is not None:
            self.attempt.stop()
            self.attempt = None
        if self.session is not None:
            self.session.stop_playing()
            self.session.stop_recording("hangup")
        self.execute(step)

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
            audio = Sdp(self._offer).audio() if self._offer else None
            session = self.session = self.open_session(near, audio)
            ours = (session.host, session.port, near.session, near.next_version())
            near.accept(sdp_lines.answer(audio, *ours) if audio is not None else sdp_lines.offer(*ours))
        self.tell(CallState.VOICEMAIL)
        self.core.refresh_legs(near)

    def _take_over_sound(self, near: Leg) -> None:
        session = self.session = self.open_session(near)

        def answered(sdp: bytes) -> None:
            try:
                session.set_remote(Sdp(sdp).audio(), near.flow.remote[0])
            except BadSdp:
                self._fail(Cause.NOT_ACCEPTABLE)

        offer = sdp_lines.offer(session.host, session.port, near.session, near.next_version())
        near.reinvite(offer, answered, lambda _status: self._fail(Cause.NOT_ACCEPTABLE))

    # --- what legs tell ---

    def leg_progress(self, leg: Leg, status: int, sdp: bytes) -> None:
        """A phone rings."""
        self.core.refresh(leg.device_id)
        for attempt in self.attempts():
            if leg in attempt.forks:
                attempt.progress(leg, status)

    def leg_answered(self, leg: Leg, sdp: bytes) -> None:
        """A phone was lifted."""
        if leg is self.near:
            self._near_lifted(leg, sdp)
            return
        for attempt in self.attempts():
            if leg in attempt.forks:
                attempt.answered(leg, sdp)
                self.core.refresh(leg.device_id)
                return
        leg.ack(b"")
        leg.bye()

    def _near_lifted(self, leg: Leg, sdp: bytes) -> None:
        """Click-to-call: the own phone is off the hook, now the target."""
        try:
            if self.session is not None:
                self.session.set_remote(Sdp(sdp).audio(), leg.flow.remote[0])
        except BadSdp:
            self._fail(Cause.NOT_ACCEPTABLE)
            return
        self.core.refresh(leg.device_id)
        self.go_on(leg)

    def go_on(self, leg: Leg) -> None:
        """The own phone is there: dial."""
        self._stop_waiting()
        self.execute(self.core.router.route(leg.device_id, self.customer_id, self.dialled))

    def leg_failed(self, leg: Leg, status: int) -> None:
        """A phone can't or won't."""
        self.core.refresh(leg.device_id)
        if leg is self.near:
            causes = {486: Cause.BUSY, 603: Cause.REJECTED, 487: Cause.CANCELLED, 488: Cause.NOT_ACCEPTABLE}
            self.near = None
            self.finish(causes.get(status, Cause.NO_ANSWER))
            return
        for attempt in self.attempts():
            if leg in attempt.forks:
                attempt.failed(leg, status)
                return

    def leg_refer(self, leg: Leg, request: Message, server: Server) -> None:
        """The phone transfers."""
        by_refer(self, leg, request, server)

    def leg_ended(self, leg: Leg) -> None:
        """A phone hung up."""
        self.core.refresh(leg.device_id)
        for attempt in self.attempts():
            if leg in attempt.forks:
                attempt.failed(leg, 408)
                return
        if self.transfer is not None and self.transfer.left(leg):
            return
        if leg is self.near or leg is self.far:
            caller_gave_up = leg is self.near and self.state in (CallState.RINGING, CallState.CALLING)
            self.finish(Cause.CANCELLED if caller_gave_up else Cause.NORMAL)

    # --- ends ---

    def finish(self, cause: Cause) -> None:
        """End it for everyone."""
        if self.over:
            return
        self.over = True
        self._stop_waiting()
        if self.transfer is not None:
            self.transfer.stop()
        if self.attempt is not None:
            self.attempt.stop()
        self.close_session()
        if self.relay is not None:
            self.relay.close()
        for leg in (self.near, self.far, self.leaving):
            if leg is None:
                continue
            if not leg.ours and leg.state is not LegState.ANSWERED:
                leg.reject(STATUS[cause])
            else:
                leg.bye()
            self.core.refresh(leg.device_id)
        self.tell(CallState.ENDED, cause)
        self._ended()

    def attempts(self) -> list[Attempt]:
        """The tries under way."""
        found = [self.attempt] if self.attempt is not None else []
        if self.transfer is not None and self.transfer.attempt is not None:
            found.append(self.transfer.attempt)
        return found
