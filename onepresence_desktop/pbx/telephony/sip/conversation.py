"""Two parties and the sound between them, whatever brought them together; the base of a call (a B2BUA's middle).

`near` is the party being served: the caller, or whoever is left after a transfer. The other side is `far`, another
phone, or `session`, the engine's own sound (mailbox, ringback). `leaving` has joined two calls and waits for the end.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party, TraceEntry
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.routing import Step
from onepresence_desktop.pbx.ports import CallProgress, Digit
from onepresence_desktop.pbx.telephony.sip import offers
from onepresence_desktop.pbx.telephony.sip import sdp as sdp_lines
from onepresence_desktop.pbx.telephony.sip.attempt import Attempt
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.dialog import LegState
from onepresence_desktop.pbx.telephony.sip.handover import Handover
from onepresence_desktop.pbx.telephony.sip.incoming import Exchange
from onepresence_desktop.pbx.telephony.sip.leg import Leg, Owner
from onepresence_desktop.pbx.telephony.sip.media import Session
from onepresence_desktop.pbx.telephony.sip.relay import Relay
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Sdp
from onepresence_desktop.pbx.telephony.sip.sounds import Frames, ringback
from onepresence_desktop.pbx.telephony.sip.trunks import Trunks


class Conversation(Owner):
    """Who talks to whom, and what the services are told of it. ended: called once, at the end.

    holders: who holds the other side, which is led through the engine so that it hears `heard_waiting`. shown: who
    calls, as the phones that ring next show it, where that isn't the caller alone.
    """

    def __init__(
        self,
        core: Core,
        call_id: CallId,
        customer_id: CustomerId,
        caller: Party,
        dialled: str,
        trunks: Trunks,
        ended: Callable[[], object],
    ) -> None:
        self.core = core
        self.trunks = trunks
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
        self.holders: frozenset[Leg] = frozenset()
        self.heard_waiting: Callable[[], Frames] = core.music_of(customer_id)
        self.shown: Party | None = None
        self._round = 0
        self.attempt: Attempt | None = None
        self.transfer: Handover | None = None
        self.step: Step | None = None
        self.trace: tuple[TraceEntry, ...] = ()
        self.rang: list[UserId] = []
        self.max_forwards = 70
        self.over = False
        self._ended = ended
        self._told: object = None

    @abstractmethod
    def execute(self, step: Step) -> None:
        """Do what the router says."""

    @abstractmethod
    def finish(self, cause: Cause) -> None:
        """End it for everyone."""

    @abstractmethod
    def attempts(self) -> list[Attempt]:
        """The tries under way."""

    @abstractmethod
    def take_over_sound(self, near: Leg) -> None:
        """A phone that has talked to another hears the engine instead. Raises `BadSdp`, OSError."""

    def other(self, leg: Leg) -> Leg | None:
        """Whom a phone talks to."""
        if leg is self.near:
            return self.far
        return self.near if leg is self.far else None

    def leg_of(self, device_id: DeviceId) -> Leg | None:
        """The leg with a phone."""
        return next((leg for leg in (self.near, self.far) if leg is not None and leg.device_id == device_id), None)

    # --- who is in it ---

    def replace_leg(self, old: Leg, new: Leg) -> None:
        """`new` takes the place of `old`, near or far, and whoever speaks there is the party. Raises ValueError."""
        if old is self.near:
            self.near, self.caller = new, self.party(new) or self.caller
        elif old is self.far:
            self.far, self.callee = new, self.party(new) or self.callee
        else:
            raise ValueError("not a leg of this call")
        new.owner = self

    def join(self, staying: Leg, partner: Leg | None, party: Party, *, leaving: Leg | None = None) -> None:
        """`staying` is served from now on, and talks to `party` on `partner` (None: still to be reached).

        leaving: the phone that brought them together and waits for the end. Raises ValueError.
        """
        if staying is self.far:
            self.caller = self.callee
        elif staying is not self.near:
            raise ValueError("not a leg of this call")
        self.near, self.far, self.leaving, self.callee = staying, partner, leaving, party
        staying.drop_offer(491)
        if partner is not None:
            partner.drop_offer(491)
            partner.owner = self

    def take_far(self, leg: Leg) -> None:
        """This phone is the other side now."""
        self.far = leg
        self.callee = self.party(leg) or self.callee

    def party(self, leg: Leg) -> Party | None:
        """Who speaks on a leg; None when the phone is no longer ours."""
        line = self.core.lines.get(leg.device_id)
        return Party(line.numbers[0], line.display_name, line.user_id, leg.device_id) if line is not None else None

    def called_name(self) -> str:
        """Whom the call is for, as who dials knows them."""
        return self.core.router.known(self.customer_id, self.caller.user_id, self.callee).name

    def party_of(self, leg: Leg) -> Party:
        """Which of the two ends a leg is, also one outside."""
        return self.caller if leg is self.near else self.callee

    # --- sound ---

    def join_media(self, near: Leg, far: Leg, offer: bytes) -> None:
        """Both have answered: bring the far side's offer to the near one, and its answer back (RFC 3725 flow IV).

        The far side may also have picked the call up with an INVITE of its own.
        """
        near.holding = far.holding = False
        self.begin_round()

        def answered(sdp: bytes) -> None:
            self.close_session()
            try:
                if far.state is not LegState.ENDED:
                    described = self.answering(far, offer, sdp, of=near)
                    far.connect(described)
                    far.ack_reinvite(described)
            except BadSdp:
                refused(488)
                return
            self.end_round()
            if not self.over:
                self.tell(CallState.CONNECTED)
                self.core.refresh_legs(near, far)

        def refused(_status: int) -> None:
            far.ack(b"")
            far.ack_reinvite(b"")
            self._fail(Cause.NOT_ACCEPTABLE)

        try:
            passed = self.description(near, offer, of=far) if offer or far.ours else b""
            near.reinvite(passed, answered, refused)
        except BadSdp:
            far.ack(b"")
            self._fail(Cause.NOT_ACCEPTABLE)

    def open_session(self, leg: Leg, audio: sdp_lines.Audio | None = None) -> Session:
        """The engine's own sound for a leg; `audio`: where it listens, if it has told. Raises `BadSdp`, OSError.

        A provider's goes on where it comes in already.
        """
        host = self.core.towards(leg.flow, audio.host) if audio is not None else self.core.host(leg.flow)
        if leg.facing is not None and self.relay is not None:
            self.relay.part(leg)
        session = leg.facing or leg.faces(self.core.media.open(host))
        session.serve(self.pressed)
        session.onward = leg.onward
        if audio is not None:
            session.set_remote(audio, leg.flow.remote[0])
        return session

    def described(self, leg: Leg, session: Session, offered: bytes = b"") -> bytes:
        """The engine's own sound for a phone: an answer to what it offered, or an offer. Raises `BadSdp`."""
        ours = (self.core.told(leg.flow, session.host), session.port, leg.dialog.session, leg.next_version())
        if offered:
            return sdp_lines.answer(offered, *ours, leg.onward.key)
        return sdp_lines.offer(*ours, leg.onward.key if self.core.wants_secure(leg, otherwise=False) else None)

    def pressed(self, digit: str) -> None:
        """A key of a caller who hears the engine."""
        if self.session is not None:
            if digit == "#" and self.session.recording:
                self.session.stop_recording("digit")
            else:
                self.core.emit(Digit(self.id, digit))

    def begin_round(self, *holders: Leg) -> Callable[[], None]:
        """Descriptions are about to be exchanged anew; what is returned puts things back when that comes to nothing.

        holders: who will hold the other side, which hears the engine meanwhile: so the sound is led through it.
        """
        before, used = self.holders, self.relay is not None and self.relay.in_use
        self._round += 1
        this = self._round
        self.holders = frozenset(holders)
        if self.relay is not None:
            self.relay.in_use = False

        def back() -> None:
            if this != self._round:
                return
            self.holders = before
            if self.relay is not None:
                self.relay.in_use = used
            self.end_round()

        return back

    def end_round(self) -> None:
        """Both have agreed: a relay that nothing leads through any more is closed; who waits hears `heard_waiting`."""
        if self.relay is not None and not self.relay.in_use:
            self.relay.close()
            self.relay = None
        for holder, other in ((self.near, self.far), (self.far, self.near)):
            if holder is not None and other is not None:
                self.entertain(other, held=holder.holding)

    def entertain(self, leg: Leg, *, held: bool) -> None:
        """Where the sound is led through the engine, who is held hears `heard_waiting`, who isn't the other side."""
        if self.relay is not None and held:
            self.relay.entertain(leg, self.heard_waiting, gives_way=self.heard_waiting is not ringback)
        elif self.relay is not None:
            self.relay.leave_be(leg)

    def close_session(self) -> None:
        """The engine's own sound is no longer needed."""
        if self.session is not None:
            self.session.leave()
            self.session = None

    def description(self, leg: Leg, sdp: bytes, *, of: Leg | None = None) -> bytes:
        """A description for `leg`: the other phone's, with an origin of its own, through the relay where one is on.

        Raises `BadSdp`.
        """
        lines = sdp_lines.read_sdp(sdp)
        host = self.core.told(leg.flow, self.core.host(leg.flow))
        source = of if of is not None else self.near
        bridged = source is not None and self.core.bridges(source, leg, lines.streams()[lines.place()])
        if source is not None and (bridged or self.holders or self.core.relays(source, leg, lines.host)):
            if self.relay is None:
                self.relay = Relay(self.core)
            holding, passing = source in self.holders, self.transfer is not None
            lines = self.relay.lead(lines, of=source, to=leg, holding=holding, passing=passing, bridged=bridged)
        return lines.own(leg.dialog.session, leg.next_version(), host).encode()

    def answering(self, leg: Leg, offered: bytes, sdp: bytes, *, of: Leg) -> bytes:
        """A description as the answer to what `leg` offered. Raises `BadSdp`.

        A provider's may have been agreed upon with others before: then we speak for both.
        """
        described = self.description(leg, sdp, of=of)
        return offers.within(offered, described) if of.outside and offered else described

    # --- what legs tell of it ---

    def leg_offer(self, leg: Leg, sdp: bytes, exchange: Exchange) -> None:
        """Hold, resume, or other media: passed on to the other side."""
        other = self.other(leg)
        try:
            audio = sdp_lines.read_sdp(sdp).audio() if sdp else None
            secured = bool(sdp) and sdp_lines.read_sdp(sdp).secured
        except BadSdp:
            exchange.refuse(488)
            return
        if other is None:
            self._offer_to_engine(leg, sdp, exchange)
            return
        if self.leaving is not None:
            exchange.refuse(491)  # the other one is asked for an offer already, which this leg is to answer
            return
        holds = leg.holding if audio is None else audio.held
        holders = [one for one, held in ((leg, holds), (other, other.holding)) if held and not secured]
        back = self.begin_round(*holders)

        def answered(answer: bytes) -> None:
            try:
                described = self.answering(leg, sdp, answer, of=other)
                exchange.accept(offers.directed(audio, described) if self.holders else described)
            except BadSdp:
                refused(488)
                return
            self.set_holding(leg, holds)
            self.end_round()

        def refused(status: int) -> None:
            back()
            exchange.refuse(status)

        try:
            passed = self.description(other, sdp, of=leg) if sdp else b""
        except BadSdp:
            refused(488)
            return
        other.reinvite(passed, answered, refused)

    def _offer_to_engine(self, leg: Leg, sdp: bytes, exchange: Exchange) -> None:
        session = self.session
        if session is None:
            exchange.refuse(491)
            return
        if not sdp:
            exchange.accept(self.described(leg, session))
            return
        try:
            answer, audio = self.described(leg, session, sdp), Sdp(sdp).spoken()
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
                self.set_holding(leg, Sdp(sdp).audio().held and not other.holding)
                self.end_round()
                if other.ours:
                    other.ack(answer)
            elif not other.ours and other.state is not LegState.ENDED:
                other.accept(self.description(other, sdp, of=leg))
                self.tell(CallState.CONNECTED)
                self.core.refresh_legs(leg, other)
        except BadSdp:
            self._fail(Cause.NOT_ACCEPTABLE)

    def leg_digit(self, leg: Leg, digit: str) -> None:
        """A key told by INFO: for the engine, or for the other phone."""
        other = self.other(leg)
        if self.attempt is not None:
            self.attempt.pressed(leg, digit)
        if leg is self.near and self.session is not None:
            self.pressed(digit)
        elif other is not None and other.state is LegState.ANSWERED:
            other.dialog.press(digit)

    # --- what is told ---

    def _fail(self, cause: Cause) -> None:
        if self.far is not None and self.far.state is LegState.ANSWERED:
            self.far.ack(b"")
        self.finish(cause)

    def tell(self, state: CallState, cause: Cause | None = None, *, silent: bool = False) -> None:
        """An event for the services, if anything in it is new. silent: it rings at nobody any more."""
        self.state = state
        hops = tuple(hop.number for hop in self.step.hops) if self.step is not None else ()
        rang, rings = tuple(self.rang), self.attempt if state is CallState.RINGING else None
        declined = rang if silent else tuple(sorted(rings.declined)) if rings is not None else ()
        trace, dialled = self.trace, self.dialled
        event = CallProgress(
            self.id, self.customer_id, state, self.caller, self.callee, dialled, cause, hops, trace, rang, declined
        )
        if event != self._told:
            self._told = event
            self.core.emit(event)
