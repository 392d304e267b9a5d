"""Transfers: blind (to a number), attended (two calls become one), by REFER (RFC 3515, 5589) or by the API.

The old call is kept until the target answers; a phone that asked by REFER is told 100, 180 and how it ended. Who waits
hears the target ring. A phone that has hung up meanwhile is called back when nobody answers.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

from onepresence_desktop.domain.calls import CallState, Cause, Party, TraceEntry, TraceKind
from onepresence_desktop.domain.diversion import Forwarding
from onepresence_desktop.domain.feature_codes import Feature, is_code
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
from onepresence_desktop.domain.steps import Hop, OwnPhone, RingStage, ring_outside
from onepresence_desktop.pbx.ports import Line, MenuReached
from onepresence_desktop.pbx.telephony.sip.address import Malformed, local_part, parameters, parse_name_addr, parse_uri
from onepresence_desktop.pbx.telephony.sip.attempt import Attempt, Outcome
from onepresence_desktop.pbx.telephony.sip.conversation import Conversation
from onepresence_desktop.pbx.telephony.sip.dialog import LegState
from onepresence_desktop.pbx.telephony.sip.handover import Handover
from onepresence_desktop.pbx.telephony.sip.hold import hold
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.msg import Message, referred
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp
from onepresence_desktop.pbx.telephony.sip.sounds import ringback
from onepresence_desktop.pbx.telephony.sip.txn import Server
from onepresence_desktop.pbx.telephony.sip.vanished import left_alone, unheard

CALL_BACK_SECONDS = 30
"""How long a phone rings that is called back after its transfer."""

OUTCOME_STATUS = {Outcome.BUSY: 486, Outcome.NO_REPLY: 480, Outcome.UNREACHABLE: 480}


class Transfer(Handover):
    """`leaving` wants the party it talks to, `staying`, to be connected to someone else.

    referred_by: who it says it is (RFC 3892), "" for its number.
    """

    def __init__(
        self, call: Conversation, leaving: Leg, staying: Leg, dialled: str, *, by_phone: bool, referred_by: str = ""
    ) -> None:
        self.call = call
        self.leaving = leaving
        self.staying = staying
        self.dialled = dialled
        self.attempt: Attempt | None = None
        self._by_phone = by_phone
        self._gone = False
        self._held_for = False
        self._line = call.core.lines.get(leaving.device_id)
        number = self._line.numbers[0] if self._line is not None else call.caller.number
        self._referred_by = referred_by or f"<sip:{number}@{call.core.domain(leaving.flow)}>"
        self._target = call.core.router.party(call.customer_id, dialled)

    def start(self) -> None:
        """Try the target."""
        self._notify(100)
        call = self.call
        who = self.leaving if is_code(self.dialled) else self.staying
        self.execute(call.core.router.route(call.party_of(who), call.customer_id, self.dialled))

    def execute(self, step: Step) -> None:
        """Follow the router; only an answer changes the old call."""
        match step:
            case Ring():
                self._ring(step)
            case FeatureCode():
                self._park(step)
            case Attendant() | Voicemail() | Announcement():
                self._release(step)
                self.call.far = None
                self.call.execute(step)
            case Trunk():
                self._ring(ring_outside(step))
            case Reject():
                self._failed(486 if step.cause is Cause.BUSY else 404 if step.cause is Cause.NUMBER_UNKNOWN else 480)

    def _park(self, step: FeatureCode) -> None:
        """The only code that is meant for the other side: they wait where somebody can take them back."""
        call, by = self.call, self.call.party_of(self.leaving)
        if step.code is None or step.code.feature is not Feature.PARK:
            self._failed(404)
            return
        self._release(step)
        call.core.emit(MenuReached(call.id, call.customer_id, call.caller, step, by))

    def _ring(self, step: Ring) -> None:
        call = self.call
        party = call.party_of(self.staying)
        self.attempt = Attempt(
            call.core,
            call,
            step,
            call.trunks,
            call.customer_id,
            describe=call.description,
            offer=b"",
            caller=party,
            without=self.leaving.device_id,
            on_ringing=self._rings,
            on_answer=lambda leg, sdp: self._answered(step, leg, sdp),
            on_failure=lambda outcome: self._not_reached(step, outcome),
            referred_by=self._referred_by,
        )
        self.attempt.start()

    def _rings(self) -> None:
        """Who waits hears it; a phone that hasn't held them is made to."""
        self._notify(180)
        self.call.heard_waiting = ringback
        if self.leaving.holding:
            self.call.end_round()
        else:
            self._held_for = True
            hold(self.call, self.leaving, held=True)

    def _answered(self, step: Ring, leg: Leg, sdp: bytes) -> None:
        call = self.call
        self._note_rung()
        self.attempt = None
        self._release(step)
        call.take_far(leg)
        call.join_media(self.staying, leg, sdp)

    def _not_reached(self, step: Ring, outcome: Outcome) -> None:
        self._note_rung()
        self.attempt = None
        follow: Step = getattr(step, outcome.value)
        lost = self.leaving.vanished is not None
        if self._gone and not lost and self._line is not None and isinstance(follow, Reject | Voicemail):
            self._call_back(self._line, step, follow)
        elif isinstance(follow, Reject) or (lost and isinstance(follow, Voicemail)):
            self._failed(OUTCOME_STATUS[outcome])
        else:
            self.execute(follow)

    def _call_back(self, line: Line, step: Ring, follow: Reject | Voicemail) -> None:
        """Ring the phone that transferred, with the name of who didn't answer; then a mailbox takes the caller."""
        call, target = self.call, self._target
        hops = (*step.hops, Hop(target.number, Forwarding.CFNR))
        own = Voicemail(line.user_id, Forwarding.CFNR, hops=hops, trace=step.trace)
        mailbox = follow if isinstance(follow, Voicemail) else own
        stages = (RingStage((OwnPhone(line.device_id),)),)
        back = Ring(stages, CALL_BACK_SECONDS, mailbox, mailbox, mailbox, line.user_id, hops=hops, trace=step.trace)
        self._release(back)
        call.far = None
        caller = call.core.router.known(call.customer_id, line.user_id, call.caller.shown())
        who = f"{caller.name or caller.number} ({target.name or target.number})".lstrip()
        call.shown = replace(caller, name=who)
        call.execute(back)

    def _note_rung(self) -> None:
        users = self.attempt.users if self.attempt is not None else []
        self.call.rang += [user for user in users if user not in self.call.rang]

    def _release(self, step: Step) -> None:
        """The target has taken over: let the transferring phone go."""
        call = self.call
        call.transfer = None
        call.heard_waiting = call.core.music_of(call.customer_id)
        call.join(self.staying, None, self._target)
        if call.relay is not None:
            call.relay.part(self.leaving)
        call.step = step
        line = self._line
        by = TraceEntry(TraceKind.TRANSFERRED, line.numbers[0] if line else "", line.display_name if line else "")
        call.trace = (*call.trace, by, *step.trace)
        if not self._gone:
            self._notify(200)
            self.leaving.bye()
        call.core.refresh(self.leaving.device_id)

    def _failed(self, status: int) -> None:
        self.call.transfer = None
        self.call.heard_waiting = self.call.core.music_of(self.call.customer_id)
        self._notify(status)
        if self._gone:
            if not (self.leaving.vanished and left_alone(self.call, self.leaving, handed_on=True)):
                self.call.finish(Cause.NO_ANSWER)
        elif self._held_for:
            hold(self.call, self.leaving, held=False)
        else:
            self.call.end_round()

    def left(self, leg: Leg) -> bool:
        """A party of the old call hung up; True when the transfer goes on without it."""
        if leg is self.leaving:
            self._gone = True
            unheard(self.call, leg)
            return True
        self.stop()
        self.call.transfer = None
        self._notify(487)
        return False

    def stop(self) -> None:
        """Give the target up."""
        if self.attempt is not None:
            self.attempt.stop()
            self.attempt = None

    def _notify(self, status: int) -> None:
        if self._by_phone and not self._gone:
            sipfrag(self.leaving, status)


def sipfrag(leg: Leg, status: int) -> None:
    """Tell the phone how its transfer stands (RFC 3420)."""
    words = {100: "Trying", 180: "Ringing", 200: "OK", 486: "Busy Here", 404: "Not Found", 503: "Service Unavailable"}
    body = f"SIP/2.0 {status} {words.get(status, 'Failed')}\r\n".encode()
    state = "active;expires=60" if status < 200 else "terminated;reason=noresource"
    leg.dialog.notify("refer", state, body, "message/sipfrag;version=2.0")


def by_refer(call: Conversation, leg: Leg, request: Message, server: Server) -> None:
    """A REFER inside a call. A phone that wants no subscription (RFC 4488) isn't told how it goes."""
    told = request.get("refer-sub").split(";")[0].strip().lower() != "false"
    accepted: tuple[tuple[str, str], ...] = () if told else (("refer-sub", "false"),)
    try:
        uri = parse_uri(referred(request))
    except Malformed:
        server.answer(400)
        return
    if call.other(leg) is None or call.transfer is not None:
        server.answer(603)
        return
    replaces = next((h[9:] for h in uri.headers.split("&") if h.lower().startswith("replaces=")), "")
    if not replaces:
        server.answer(202, headers=accepted)
        start(call, leg, local_part(uri), by_phone=told, referred_by=_referrer(request))
        return
    second = find_replaced(call, unquote(replaces))
    if second is None:
        server.answer(481)
        return
    server.answer(202, headers=accepted)
    if told:
        sipfrag(leg, 100)
    other_call, other_leg = second
    join(call, leg, other_call, other_leg, by_phone=told)


def find_replaced(call: Conversation, replaces: str) -> tuple[Conversation, Leg] | None:
    """The dialog that a Replaces value names (RFC 3891), in a call of the same company."""
    dialog, *pieces = replaces.split(";")
    tags = parameters(pieces)
    for tag in (tags.get("to-tag", ""), tags.get("from-tag", "")):
        leg = call.core.legs.get((dialog.strip(), tag))
        if leg is not None:
            owner = leg.owner
            if isinstance(owner, Conversation) and owner.customer_id == call.customer_id:
                return owner, leg
    return None


def _referrer(request: Message) -> str:
    """Who a REFER says it comes from, without the parameters that speak of its body; "" when it doesn't say."""
    try:
        return f"<{parse_name_addr(request.get('referred-by')).parsed()}>"
    except Malformed:
        return ""


def start(call: Conversation, leaving: Leg, dialled: str, *, by_phone: bool, referred_by: str = "") -> None:
    """Blind: connect whom `leaving` talks to with `dialled`."""
    staying = call.other(leaving)
    if staying is not None:
        call.transfer = Transfer(call, leaving, staying, dialled, by_phone=by_phone, referred_by=referred_by)
        call.transfer.start()


def join(call: Conversation, leaving: Leg, second: Conversation, second_leaving: Leg, *, by_phone: bool) -> None:
    """Attended: the far ends of two calls of one phone talk to each other; the phone leaves both.

    A transfer that is under way in the first call is given up: who took part in it is no longer where it began.
    """
    if call.transfer is not None:
        call.transfer.stop()
        call.transfer = None
    staying, partner = call.other(leaving), second.other(second_leaving)
    if staying is None or (partner is None and second.attempt is None and second.session is None):
        if by_phone:
            sipfrag(leaving, 481)
        return
    if partner is None or partner.state is not LegState.ANSWERED:
        # The target still rings (or is a mailbox): what was dialled there is dialled for the one who stays.
        dialled = second.dialled
        second.finish(Cause.NORMAL)
        start(call, leaving, dialled, by_phone=by_phone)
        return
    target = second.callee if partner is second.far else second.caller

    call.begin_round()

    def done() -> None:
        call.end_round()
        if by_phone and leaving.state is LegState.ANSWERED:
            sipfrag(leaving, 200)
        call.leaving = None
        leaving.bye()
        call.tell(CallState.CONNECTED)
        call.core.refresh_legs(leaving, second_leaving, staying, partner)

    def offered(offer: bytes) -> None:
        def answered(answer: bytes) -> None:
            try:
                partner.ack_reinvite(call.answering(partner, offer, answer, of=staying))
            except BadSdp:
                call.finish(Cause.NOT_ACCEPTABLE)
                return
            done()

        try:
            staying.reinvite(call.description(staying, offer, of=partner), answered, refused)
        except BadSdp:
            refused(488)

    def refused(status: int) -> None:
        partner.ack_reinvite(b"")
        if by_phone:
            sipfrag(leaving, status)
        call.finish(Cause.NOT_ACCEPTABLE)

    _move(call, leaving, staying, second, second_leaving, partner, target)
    partner.reinvite(b"", offered, refused)


def _move(
    call: Conversation,
    leaving: Leg,
    staying: Leg,
    second: Conversation,
    second_leaving: Leg,
    partner: Leg,
    target: Party,
) -> None:
    """Make the partner a part of the first call, and end the second."""
    call.join(staying, partner, target, leaving=leaving)
    if call.relay is not None:
        call.relay.part(leaving)
    second.near, second.far = (None, None)
    staying.holding = partner.holding = False
    line = call.core.lines.get(leaving.device_id)
    by = TraceEntry(TraceKind.TRANSFERRED, line.numbers[0] if line else "", line.display_name if line else "")
    call.trace = (*call.trace, by)
    second_leaving.bye()
    second.finish(Cause.NORMAL)
