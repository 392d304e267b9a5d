"""A call: the router's steps executed one after another (no diversion is known here), until somebody hangs up."""

from __future__ import annotations

from onepresence_desktop.domain.calls import CallState, Cause, Party, TraceEntry, TraceKind
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.routing import (
    Announcement,
    Attendant,
    FeatureCode,
    Reject,
    Ring,
    Step,
    Trunk,
    Voicemail,
)
from onepresence_desktop.domain.steps import PhoneLost, ring_outside
from onepresence_desktop.pbx.ports import MenuReached
from onepresence_desktop.pbx.telephony.sip import moved, offers
from onepresence_desktop.pbx.telephony.sip.address import named
from onepresence_desktop.pbx.telephony.sip.attempt import Attempt, Outcome
from onepresence_desktop.pbx.telephony.sip.causes import OUTSIDE_CAUSES, STATUS, UNACCEPTABLE_STATUS
from onepresence_desktop.pbx.telephony.sip.clock import Timer
from onepresence_desktop.pbx.telephony.sip.completed import ELSEWHERE, elsewhere
from onepresence_desktop.pbx.telephony.sip.conversation import Conversation
from onepresence_desktop.pbx.telephony.sip.dialog import LegState
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Sdp
from onepresence_desktop.pbx.telephony.sip.transfer import by_refer
from onepresence_desktop.pbx.telephony.sip.txn import Server
from onepresence_desktop.pbx.telephony.sip.vanished import left_alone

OWN_SECONDS = 60.0
"""How long the own phone rings after a click."""


class Call(Conversation):
    """One call; the legs' owner."""

    _offer = b""
    _patience: Timer | None = None
    _contact = ""  # where the own phone that is rung first is; "" when it has been asked both ways
    _unacceptable = False  # the last phone that refused did so for the description of the sound

    # --- beginnings ---

    def incoming(self, leg: Leg, offer: bytes) -> None:
        """A phone has dialled."""
        self.near, self._offer = leg, offer
        self.execute(self.core.router.route(self.caller, self.customer_id, self.dialled))

    def arrived(self, leg: Leg, offer: bytes, number: str | None) -> None:
        """Somebody outside calls a public number (E.164; None for one that can't be read)."""
        self.near, self._offer = leg, offer
        self.execute(self.core.router.arriving(self.caller, self.customer_id, number))

    def originate(self, leg: Leg, contact: str, headers: tuple[tuple[str, str], ...] = ()) -> None:
        """Ring the own phone first, with the engine's own sound behind it (RFC 3725)."""
        self.near = leg
        self.state = CallState.CALLING
        self._contact = contact
        self.close_session()
        self.session = self.open_session(leg)
        domain = self.core.domain(leg.flow)
        local = f"{named(self.called_name(), f'sip:{self.callee.number}@{domain}')};tag={leg.local_tag}"
        remote = f"<sip:{self.caller.number}@{domain}>"
        leg.invite(contact, local, remote, self.described(leg, self.session), list(headers))
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
            case Attendant() | Voicemail() | Announcement() | FeatureCode() | PhoneLost():
                if self.rang and self.state is CallState.RINGING:
                    self.tell(CallState.RINGING, silent=True)  # it takes a while until the menu answers
                self.core.emit(MenuReached(self.id, self.customer_id, self.caller, step))
            case Trunk():
                self._ring(ring_outside(step))
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
            self.trunks,
            self.customer_id,
            describe=self.description,
            offer=offer,
            caller=self.shown or self.caller,
            known=self.shown is None,
            without=near.device_id,
            on_ringing=self._far_rings,
            on_answer=self._far_answered,
            on_failure=lambda outcome: self._not_reached(step, outcome),
            on_stage=self._more_ring,
            on_early=self._far_sounds,
            max_forwards=self.max_forwards,
        )
        line = next((self.core.lines[d] for d in step.devices if d in self.core.lines), None)
        if step.group_id is not None:
            group = next((entry for entry in reversed(step.trace) if entry.kind is TraceKind.GROUP), None)
            self.callee = Party(group.number, group.name) if group is not None else self.callee
        elif line is not None and step.user_id is not None:
            self.callee = Party(line.numbers[0], line.display_name, line.user_id)
        attempt.start()

    def _more_ring(self) -> None:
        """Those of another stage."""
        if self.attempt is not None:
            self._note_rung(self.attempt)
        self.tell(CallState.RINGING)

    def _note_rung(self, attempt: Attempt) -> None:
        self.rang += [user for user in attempt.users if user not in self.rang]

    def _not_reached(self, step: Ring, outcome: Outcome) -> None:
        attempt, self.attempt = self.attempt, None
        if attempt is not None:
            self._note_rung(attempt)
        if self.over:
            return
        following: Step = getattr(step, outcome.value)
        if attempt is not None and isinstance(self.step, Trunk) and isinstance(following, Reject):
            following = self._not_carried(self.step, attempt, following)
        self.execute(following)

    def _not_carried(self, step: Trunk, attempt: Attempt, following: Reject) -> Step:
        """A number outside that wasn't reached: said why where no line may carry it, else as the provider answered."""
        before = step.trace if step.emergency else step.trace[:-1]
        if attempt.refusal is not None and not attempt.status:
            entry = TraceEntry(TraceKind.TRUNK, step.number, why=attempt.refusal)
            return Announcement(attempt.refusal, step.hops, (*before, entry))
        entry = TraceEntry(TraceKind.TRUNK, step.number, attempt.line_name, why=attempt.words)
        cause = OUTSIDE_CAUSES.get(attempt.status, following.cause)
        return Reject(cause, step.hops, (*before, entry))

    def _far_sounds(self, leg: Leg, sdp: bytes) -> None:
        """Early media: the caller hears what the other network plays."""
        near = self.near
        if near is None or near.state is LegState.ANSWERED or not self._offer:
            return self._far_rings()
        try:
            near.ring(183, self.description(near, sdp, of=leg))
        except BadSdp:
            near.ring()

    def _far_rings(self) -> None:
        near = self.near
        if near is None:
            return
        if near.state is not LegState.ANSWERED:
            near.ring()
        elif self.session is not None:
            self.session.repeat(self.core.waiting_for(self.customer_id, self.step))

    def _far_answered(self, leg: Leg, sdp: bytes) -> None:
        if self.attempt is not None:
            self._note_rung(self.attempt)
            if line := self.attempt.line_of(leg):
                number = self.step.number if isinstance(self.step, Trunk) else ""
                self.trace = (*self.trace, TraceEntry(TraceKind.TRUNK, number, line))
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
        if far.outside and far.dialog.local_sdp:
            offers.agree(far.dialog.local_sdp, sdp)  # some providers answer with what nobody offered
        if not far.ours and not sdp:
            far.accept(self.description(far, self._offer, of=near))  # its ACK brings what the caller is answered
            return
        if not far.ours and self._offer:
            sdp, back = offers.answers(self._offer, sdp)
            near.accept(self.description(near, sdp, of=far))
            far.accept(self.description(far, back, of=near))
        else:
            near.accept(self.answering(near, self._offer, sdp, of=far))
        self.tell(CallState.CONNECTED)
        self.core.refresh_legs(near, far)

    def refuse(self, user_id: UserId) -> None:
        """One of those who are rung won't take it; the others may."""
        if self.attempt is not None:
            self.attempt.refuse(user_id)

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
                self.take_over_sound(near)
        else:
            audio = Sdp(self._offer).spoken() if self._offer else None
            session = self.session = self.open_session(near, audio)
            near.accept(self.described(near, session, self._offer))
        self.tell(CallState.VOICEMAIL)
        self.core.refresh_legs(near)

    def take_over_sound(self, near: Leg) -> None:
        """A phone that has talked to another hears the engine instead."""
        session = self.session = self.open_session(near)
        self.begin_round()

        def answered(sdp: bytes) -> None:
            self.end_round()
            try:
                session.set_remote(Sdp(sdp).audio(), near.flow.remote[0])
            except BadSdp:
                self._fail(Cause.NOT_ACCEPTABLE)

        near.reinvite(self.described(near, session), answered, lambda _status: self._fail(Cause.NOT_ACCEPTABLE))

    # --- what legs tell ---

    def leg_progress(self, leg: Leg, status: int, sdp: bytes) -> None:
        """A phone rings."""
        self.core.refresh(leg.device_id)
        for attempt in self.attempts():
            if leg in attempt.forks:
                attempt.progress(leg, status, sdp)

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
        self.execute(self.core.router.route(self.caller, self.customer_id, self.dialled))

    def leg_failed(self, leg: Leg, status: int) -> None:
        """A phone can't or won't."""
        self.core.refresh(leg.device_id)
        if leg is self.near:
            if status == 488 and self._contact and self.core.turned(leg, self.core.wants_secure(leg, otherwise=False)):
                contact = self._contact
                self._stop_waiting()
                self.originate(self.core.new_leg(self, leg.flow, leg.device_id), contact)
                self._contact = ""
                return
            causes = {486: Cause.BUSY, 603: Cause.REJECTED, 487: Cause.CANCELLED, 488: Cause.NOT_ACCEPTABLE}
            self.near = None
            self.finish(causes.get(status, Cause.NO_ANSWER))
            return
        self._unacceptable = status in UNACCEPTABLE_STATUS
        for attempt in self.attempts():
            if leg in attempt.forks:
                step = moved.follow(self, attempt, leg) if status in moved.MOVED and attempt is self.attempt else None
                if step is not None:
                    self._note_rung(attempt)
                    self.redirect(step)
                else:
                    attempt.failed(leg, 480 if status in moved.MOVED and not leg.outside else status)
                return

    def leg_refer(self, leg: Leg, request: Message, server: Server) -> None:
        """The phone transfers; whoever is outside may not."""
        if leg.outside:
            server.answer(603)
            return
        by_refer(self, leg, request, server)

    def leg_ended(self, leg: Leg) -> None:
        """A phone hung up."""
        for attempt in self.attempts():
            if leg in attempt.forks:
                attempt.failed(leg, 408)
                return
        if self.transfer is not None and self.transfer.left(leg):
            return
        if leg is self.near or leg is self.far:
            if leg.vanished and left_alone(self, leg):
                return
            cause = Cause.ANSWERED_ELSEWHERE if elsewhere(leg.incoming.withdrawn) else Cause.CANCELLED
            unanswered = leg is self.near and self.state in (CallState.RINGING, CallState.CALLING)
            self.finish(cause if unanswered else Cause.LOST if leg.vanished else Cause.NORMAL)

    # --- ends ---

    def finish(self, cause: Cause) -> None:
        """End it for everyone."""
        if self.over:
            return
        self.over = True
        if cause is Cause.UNREACHABLE and self._unacceptable:
            cause = Cause.NOT_ACCEPTABLE
        if cause is Cause.NORMAL and isinstance(self.step, Announcement):
            cause = self.step.refusal.cause  # whoever hung up: the caller, or we when all was said
        self._stop_waiting()
        if self.transfer is not None:
            self.transfer.stop()
        if self.attempt is not None:
            self.attempt.stop(ELSEWHERE if cause is Cause.ANSWERED_ELSEWHERE else "")
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
            if leg.state is not LegState.ENDED:  # else its end was told
                self.core.refresh(leg.device_id)
        self.tell(CallState.ENDED, cause)
        self._ended()

    def attempts(self) -> list[Attempt]:
        """The tries under way."""
        found = [self.attempt] if self.attempt is not None else []
        if self.transfer is not None and self.transfer.attempt is not None:
            found.append(self.transfer.attempt)
        return found
