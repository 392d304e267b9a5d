"""INVITEs that take another dialog's place (RFC 3891): a call goes on at another phone, or is picked up while it rings.

Whoever knows a dialog's three names was told them by a phone in it; he must be of the same company all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onepresence_desktop.domain.calls import CallState, Cause, TraceEntry, TraceKind
from onepresence_desktop.pbx.ports import Line
from onepresence_desktop.pbx.telephony.sip import offers
from onepresence_desktop.pbx.telephony.sip.address import Malformed, parameters
from onepresence_desktop.pbx.telephony.sip.call import Call
from onepresence_desktop.pbx.telephony.sip.completed import ELSEWHERE
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.dialog import LegState
from onepresence_desktop.pbx.telephony.sip.handover import Handover
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Sdp
from onepresence_desktop.pbx.telephony.sip.transfer import Transfer
from onepresence_desktop.pbx.telephony.sip.txn import Server
from onepresence_desktop.pbx.telephony.sip.vanished import left_alone

FORBIDDEN, NO_SUCH_DIALOG, BUSY, NOT_ACCEPTABLE, PENDING, DECLINED = 403, 481, 486, 488, 491, 603


@dataclass(frozen=True, slots=True)
class Replaces:
    """The dialog a Replaces header names. to_tag: the tag on our side; from_tag: on the other ("0": it has none)."""

    call_id: str
    to_tag: str
    from_tag: str
    early_only: bool


def read(request: Message) -> Replaces:
    """The header of an INVITE: one, without Join, with both tags (RFC 3891 sections 3 and 6). Raises `Malformed`."""
    values = request.all("replaces")
    if len(values) != 1 or "," in values[0] or request.has("join"):
        raise Malformed("replaces")
    call_id, *pieces = (piece.strip() for piece in values[0].split(";"))
    names = [piece.partition("=")[0].strip().lower() for piece in pieces]
    tags = parameters(pieces)
    if not call_id or any(names.count(tag) != 1 or not tags[tag] for tag in ("to-tag", "from-tag")):
        raise Malformed("replaces")
    return Replaces(call_id, tags["to-tag"], tags["from-tag"], "early-only" in names)


def replace(core: Core, server: Server, line: Line) -> None:
    """An INVITE with Replaces of a phone that has proved who it is. Raises `Malformed`."""
    wanted = read(server.request)
    old = _named(core, wanted)
    call = old.owner if old is not None else None
    if old is None or not isinstance(call, Call) or call.customer_id != line.customer_id:
        server.answer(DECLINED if _over(core, wanted, line) else NO_SUCH_DIALOG)
        return
    answered = old.state is LegState.ANSWERED
    ringing = old.ours and old.state is LegState.RINGING
    if old.taken_back or call.over:
        refused = DECLINED
    elif answered and wanted.early_only:
        refused = BUSY
    elif answered:
        refused = _may_take_over(core, call, old, server.request.body, line)
    elif ringing:
        refused = _may_pick_up(core, call, old, server.request.body, line)
    else:
        refused = NO_SUCH_DIALOG
    if refused:
        server.answer(refused)
        return
    new = core.leg(call, server.flow, line.device_id, server.request.call_id, server.to_tag, ours=False)
    try:
        new.invited(server)
        core.refresh(line.device_id)
        staying = call.other(old)
        if answered and staying is not None:
            Takeover(call, old, new, staying).start()
        elif old is call.near:
            _sit_down(call, old, new)
        else:
            _pick_up(call, old, new)
    except Exception:
        new.reject(500)
        raise


def _named(core: Core, wanted: Replaces) -> Leg | None:
    """The leg whose tags both are these. Of a call that rings, a lamp's key has read them from the phone's side
    (RFC 4235): there they may stand the other way round.
    """
    for ours, theirs in ((wanted.to_tag, wanted.from_tag), (wanted.from_tag, wanted.to_tag)):
        leg = core.legs.get((wanted.call_id, ours))
        if leg is not None and (leg.remote_tag or "0") == theirs:
            return leg if ours == wanted.to_tag or leg.state is LegState.RINGING else None
    return None


def _over(core: Core, wanted: Replaces, line: Line) -> bool:
    """Whether a dialog of the same company had these tags, and has ended."""
    ended = core.ended.get((wanted.call_id, wanted.to_tag))
    if ended is None or (ended.remote_tag or "0") != wanted.from_tag:
        return False
    return ended.customer_id == line.customer_id


def _may_take_over(core: Core, call: Call, old: Leg, offer: bytes, line: Line) -> int:
    """0, or what to refuse it with."""
    staying = call.other(old)
    if call.transfer is not None or call.leaving is not None or old not in (call.near, call.far):
        return PENDING
    if staying is None:
        return _may_sit_down(core, call, old, offer, line)
    if staying.state is not LegState.ANSWERED:
        return PENDING
    return _fits(staying, offer)


def _may_pick_up(core: Core, call: Call, old: Leg, offer: bytes, line: Line) -> int:
    if old is call.near:
        return _may_sit_down(core, call, old, offer, line)
    staying = _waiting(call)
    if staying is None or not any(old in attempt.forks for attempt in call.attempts()):
        return NO_SUCH_DIALOG
    if not offer and staying.state is not LegState.ANSWERED and not staying.remote_sdp:
        return NOT_ACCEPTABLE  # neither has said where it listens
    return _fits(staying, offer)


def _may_sit_down(core: Core, call: Call, old: Leg, offer: bytes, line: Line) -> int:
    """With the engine (a mailbox, a number about to be dialled) a person goes on at another phone, nobody else."""
    if call.session is None:
        return PENDING
    if not _of_one(core, old, line):
        return FORBIDDEN
    if not offer:
        return 0
    try:
        audio = Sdp(offer).spoken()
    except BadSdp:
        return NOT_ACCEPTABLE
    return NOT_ACCEPTABLE if not audio.formats or (":" in audio.host) != (":" in call.session.host) else 0


def _fits(staying: Leg, offer: bytes) -> int:
    try:
        if staying.remote_sdp and offer:
            offers.agree(staying.remote_sdp, offer, through=staying.facing is not None)
    except BadSdp:
        return NOT_ACCEPTABLE
    return 0


def _of_one(core: Core, leg: Leg, line: Line) -> bool:
    known = core.lines.get(leg.device_id)
    return known is not None and known.user_id == line.user_id


def _waiting(call: Call) -> Leg | None:
    """Who hears it ring."""
    return call.transfer.staying if isinstance(call.transfer, Transfer) else call.near


def _pick_up(call: Call, old: Leg, new: Leg) -> None:
    """A ringing phone's call is taken at another one."""
    attempt = next(attempt for attempt in call.attempts() if old in attempt.forks)
    party = call.party(new)
    if party is not None and party.user_id not in attempt.users:
        picked = TraceEntry(TraceKind.PICKED_UP, party.number, party.name, party.user_id)
        call.trace = (*call.trace, picked)
    attempt.answered(new, new.remote_sdp)


def _sit_down(call: Call, old: Leg, new: Leg) -> None:
    """The engine's own sound goes on at another phone."""
    session = call.session
    assert session is not None
    session.onward = new.onward
    offer = new.remote_sdp
    described = call.described(new, session, offer)
    if offer:
        session.set_remote(Sdp(offer).spoken(), new.flow.remote[0])
    new.accept(described)
    rang = old.state is not LegState.ANSWERED
    call.replace_leg(old, new)
    old.bye(ELSEWHERE if rang else "")
    call.core.refresh_legs(old, new)
    if rang:
        call.go_on(new)
    else:
        call.tell(call.state)


class Takeover(Handover):
    """`new` takes the place of `old` with `staying`, who is asked first: if he can't, nothing has changed."""

    def __init__(self, call: Call, old: Leg, new: Leg, staying: Leg) -> None:
        self.call = call
        self._old = old
        self._new = new
        self._staying = staying
        self._back: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Bring the new phone's offer to whoever stays; without one, ask him for his."""
        self.call.transfer = self
        self._back = self.call.begin_round()
        offer = self._new.remote_sdp
        try:
            passed = self.call.description(self._staying, offer, of=self._new) if offer else b""
        except BadSdp:
            self._refused(NOT_ACCEPTABLE)
            return
        self._staying.reinvite(passed, self._answered, self._refused)

    def _answered(self, sdp: bytes) -> None:
        call, old, new = self.call, self._old, self._new
        call.transfer = None
        try:
            described = call.answering(new, new.remote_sdp, sdp, of=self._staying)
        except BadSdp:
            self.stop()
        if new.state is LegState.ENDED:
            self._give_back()
            return
        new.holding, self._staying.holding = _holds(new.remote_sdp), _holds(sdp)
        new.accept(described)
        self._seat()
        if call.relay is not None:
            call.relay.part(old, self._staying, new)
        call.end_round()
        old.bye()
        call.tell(CallState.HELD if new.holding or self._staying.holding else CallState.CONNECTED)
        call.core.refresh_legs(old, new, self._staying)

    def _seat(self) -> None:
        """The new phone's place: the old one's if it is of the same person, else the one of who is called."""
        call, old, new = self.call, self._old, self._new
        party = call.party(new) or call.callee
        left = call.core.lines.get(old.device_id)
        if left is not None and left.user_id == party.user_id:
            call.replace_leg(old, new)
            return
        call.join(self._staying, new, party)
        if left is not None:
            by = TraceEntry(TraceKind.TRANSFERRED, left.numbers[0], left.display_name)
            call.trace = (*call.trace, by)

    def _give_back(self) -> None:
        """The new phone gave up meanwhile: whoever stays hears the old one again."""
        call, old, staying = self.call, self._old, self._staying
        if old.state is LegState.ENDED:
            if not (old.vanished and left_alone(call, old)):
                call.finish(Cause.NORMAL)
            return
        if call.relay is not None:
            call.relay.part(self._new, staying, old)

        def answered(sdp: bytes) -> None:
            try:
                described = call.description(old, sdp, of=staying)
                call.end_round()
                old.reinvite(described, lambda _: None, lambda _: None)
            except BadSdp:
                call.finish(Cause.NOT_ACCEPTABLE)

        try:
            back = call.description(staying, old.remote_sdp, of=old)
        except BadSdp:
            call.finish(Cause.NOT_ACCEPTABLE)
            return
        if self._new.remote_sdp:
            staying.reinvite(back, answered, lambda _: None)
        else:
            staying.ack_reinvite(back)

    def _refused(self, status: int) -> None:
        call = self.call
        call.transfer = None
        if call.relay is not None:
            call.relay.part(self._new, self._staying, self._old)
        self._back()
        if self._new.state is not LegState.ENDED:
            self._new.reject(NOT_ACCEPTABLE if status == NOT_ACCEPTABLE else 480)
        if self._old.state is LegState.ENDED and not (self._old.vanished and left_alone(call, self._old)):
            call.finish(Cause.NOT_ACCEPTABLE)

    def left(self, leg: Leg) -> bool:
        """Without the old phone it goes on; the new one is asked after when the answer comes."""
        if leg is self._staying:
            self.call.transfer = None
            self.stop()
            return False
        return True

    def stop(self) -> None:
        """Refuse the new phone."""
        if self._new.state is not LegState.ENDED:
            self._new.reject(480)


def _holds(sdp: bytes) -> bool:
    try:
        return bool(sdp) and Sdp(sdp).audio().held
    except BadSdp:
        return False
