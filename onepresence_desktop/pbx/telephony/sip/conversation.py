"""Two parties and the sound between them, whatever brought them together; the base of a call (a B2BUA's middle).

`near` is the party being served: the caller, or whoever is left after a transfer. The other side is `far`, another
phone, or `session`, the engine's own sound (mailbox, ringback). `leaving` has joined two calls and waits for the end.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party, TraceEntry
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.routing import Step
from onepresence_desktop.pbx.ports import CallProgress, Digit
from onepresence_desktop.pbx.telephony.sip import sdp as sdp_lines
from onepresence_desktop.pbx.telephony.sip.attempt import Attempt
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.dialog import LegState
from onepresence_desktop.pbx.telephony.sip.leg import Exchange, Leg, Owner
from onepresence_desktop.pbx.telephony.sip.media import Session
from onepresence_desktop.pbx.telephony.sip.relay import Relay
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Sdp


class Handover(ABC):
    """A transfer under way."""

    attempt: Attempt | None = None

    @abstractmethod
    def left(self, leg: Leg) -> bool:
        """A party of the old call hung up; True when the transfer goes on without it."""

    @abstractmethod
    def stop(self) -> None:
        """Give the target up."""


class Conversation(Owner):
    """Who talks to whom, and what the services are told of it. ended: called once, at the end."""

    def __init__(
        self,
        core: Core,
        call_id: CallId,
        customer_id: CustomerId,
        caller: Party,
        dialled: str,
        ended: Callable[[], object],
    ) -> None:
        self.core = core
        self.id = call_id
        self.customer_id = customer_id
        self.caller = caller
        self.callee = core.router.party(customer_id, dialled)
        self.dialled = dialled
        self.state = CallState.RINGING
        self.near: Leg | None = None
        self.far: Leg | None = None
        self.leaving: Leg | None = None
        self.session: Session | None = None
        self.relay: Relay | None = None
        self.attempt: Attempt | None = None
        self.transfer: Handover | None = None
        self.step: Step | None = None
        self.trace: tuple[TraceEntry, ...] = ()
        self.rang: list[UserId] = []
        self.over = False
        self._ended = ended
        self._told: object = None

    @abstractmethod
    def execute(self, step: Step) -> None:
        """Do what the router says."""

    @abstractmethod
    def finish(self, cause: Cause) -> None:
        """End it for everyone."""

    def other(self, leg: Leg) -> Leg | None:
        """Whom a phone talks to."""
        if leg is self.near:
            return self.far
        return self.near if leg is self.far else None

    def leg_of(self, device_id: DeviceId) -> Leg | None:
        """The leg with a phone."""
        return next((leg for leg in (self.near, self.far) if leg is not None and leg.device_id == device_id), None)

    # --- sound ---

    def take_far(self, leg: Leg) -> None:
        """This phone is the other side now."""
        self.far = leg
        self.callee = self.party(leg) or self.callee

    def party(self, leg: Leg) -> Party | None:
        """Who speaks on a leg; None when the phone is no longer ours."""
        line = self.core.lines.get(leg.device_id)
        return Party(line.numbers[0], line.display_name, line.user_id, leg.device_id) if line is not None else None

    def join_media(self, near: Leg, far: Leg, offer: bytes) -> None:
        """Both have answered: bring the far side's offer to the near one, and its answer back (RFC 3725 flow IV).

        The far side may also have picked the call up with an INVITE of its own.
        """
        near.holding = far.holding = False

        def answered(sdp: bytes) -> None:
            try:
                if far.state is not LegState.ENDED:
                    far.connect(self.description(far, sdp, of=near))
            except BadSdp:
                refused(488)
                return
            self.close_session()
            if not self.over:
                self.tell(CallState.CONNECTED)
                self.core.refresh_legs(near, far)

        def refused(_status: int) -> None:
            far.ack(b"")
            self._fail(Cause.NOT_ACCEPTABLE)

        try:
            passed = self.description(near, offer, of=far) if offer or far.ours else b""
            near.reinvite(passed, answered, refused)
        except BadSdp:
            far.ack(b"")
            self._fail(Cause.NOT_ACCEPTABLE)

    def open_session(self, leg: Leg, audio: sdp_lines.Audio | None = None) -> Session:
        """The engine's own sound for a leg; `audio`: where it listens, if it has told. Raises `BadSdp`, OSError."""
        host = self.core.towards(leg.flow, audio.host) if audio is not None else self.core.host(leg.flow)
        session = self.core.media.open(host, self.pressed)
        if audio is not None:
            session.set_remote(audio, leg.flow.remote[0])
        return session

    def pressed(self, digit: str) -> None:
        """A key of a caller who hears the engine."""
        if self.session is not None:
            if digit == "#" and self.session.recording:
                self.session.stop_recording("digit")
            else:
                self.core.emit(Digit(self.id, digit))

    def close_session(self) -> None:
        """The engine's own sound is no longer needed."""
        if self.session is not None:
            self.session.close()
            self.session = None

    def description(self, leg: Leg, sdp: bytes, *, of: Leg | None = None) -> bytes:
        """A description for `leg`: the other phone's, with an origin of its own, through the relay where one is on.

        Raises `BadSdp`.
        """
        lines = Sdp(sdp)
        host = self.core.host(leg.flow)
        source = of if of is not None else self.near
        if source is not None and self.core.relays(source, leg, lines.host):
            if self.relay is None:
                self.relay = Relay(self.core)
            lines = self.relay.lead(lines, of=source, to=leg)
        return lines.own(leg.session, leg.next_version(), host).encode()

    # --- what legs tell of it ---

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
        if audio is None:
            exchange.accept(sdp_lines.offer(session.host, session.port, leg.session, leg.next_version()))
            return
        try:
            answer = sdp_lines.answer(audio, session.host, session.port, leg.session, leg.next_version())
        except BadSdp:
            exchange.refuse(488)
            return
        session.set_remote(audio, leg.flow.remote[0])
        exchange.accept(answer)

    def set_holding(self, leg: Leg, holding: bool) -> None:
        """A phone holds the other side, or no longer."""
        if leg.holding != holding:
            leg.holding = holding
            held = any(one is not None and one.holding for one in (self.near, self.far))
            self.tell(CallState.HELD if held else CallState.CONNECTED)
            self.core.refresh(leg.device_id)

    def leg_acked(self, leg: Leg, sdp: bytes) -> None:
        """An answer that came in the ACK goes on to whoever made the offer."""
        if not sdp:
            return
        other = self.other(leg)
        try:
            if other is None:
                if self.session is not None:
                    self.session.set_remote(Sdp(sdp).audio(), leg.flow.remote[0])
            elif other.state is LegState.ANSWERED:
                answer = self.description(other, sdp, of=leg)
                other.ack_reinvite(answer)
                if other.ours:
                    other.ack(answer)
            elif not other.ours and other.state is not LegState.ENDED:
                other.accept(self.description(other, sdp, of=leg))
                self.tell(CallState.CONNECTED)
                self.core.refresh_legs(leg, other)
        except BadSdp:
            self._fail(Cause.NOT_ACCEPTABLE)

    def leg_digit(self, leg: Leg, digit: str) -> None:
        """A key told by INFO."""
        if leg is self.near and self.session is not None:
            self.pressed(digit)

    # --- what is told ---

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
            self.core.emit(event)
