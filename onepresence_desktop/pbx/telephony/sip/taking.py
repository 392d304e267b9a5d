"""Calls taken by others than whom they were meant for: picked up while they ring, parked and taken back."""

from __future__ import annotations

from onepresence_desktop.domain.calls import CallState, Cause, TraceEntry, TraceKind
from onepresence_desktop.domain.errors import CallRefused
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.pbx.telephony.sip.call import Call
from onepresence_desktop.pbx.telephony.sip.dialog import LegState
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.offers import agree
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp
from onepresence_desktop.pbx.telephony.sip.transfer import Transfer


def take(code: Call, call: Call) -> None:
    """The phone that keyed a code, and hasn't been answered, takes another call: one that rings, or is parked.

    The code's call is over. Raises `CallRefused` when that can't be.
    """
    leg, attempts = code.near, call.attempts()
    attempt = next((one for one in attempts if not one.over), None)
    moving = call.transfer if isinstance(call.transfer, Transfer) else None
    staying = moving.staying if moving is not None and attempt is moving.attempt else call.near
    if leg is None or leg.ours or leg.state in (LegState.ANSWERED, LegState.ENDED) or code is call or staying is None:
        raise CallRefused(what="pickup")
    if attempt is None and not is_parked(call):
        raise CallRefused(what="pickup")
    try:
        if staying.remote_sdp and leg.remote_sdp:
            agree(staying.remote_sdp, leg.remote_sdp, through=staying.facing is not None)
    except BadSdp as exc:
        raise CallRefused(what="pickup") from exc
    code.near = None
    leg.owner = call
    code.finish(Cause.ANSWERED_ELSEWHERE)
    party = call.party(leg)
    if party is not None and (attempt is None or party.user_id not in attempt.users):
        entry = TraceEntry(TraceKind.PICKED_UP, party.number, party.name, party.user_id)
        call.trace = (*call.trace, entry)
    if attempt is not None:
        attempt.answered(leg, leg.remote_sdp)
    else:
        call.take_far(leg)
        call.join_media(staying, leg, leg.remote_sdp)


def is_parked(call: Call) -> bool:
    """Whether somebody waits in it alone, hearing music."""
    near = call.near
    alone = call.far is None and call.transfer is None and call.session is not None
    return alone and near is not None and near.state is LegState.ANSWERED and call.state is CallState.HELD


def park(call: Call, device_id: DeviceId | None) -> None:
    """A phone leaves its call, in which the other side hears music; None: who is alone in it already does.

    Raises `CallRefused` when nobody would be left.
    """
    leaving = call.leg_of(device_id) if device_id is not None else None
    staying = call.other(leaving) if leaving is not None else call.near
    busy = call.transfer is not None or call.leaving is not None or call.attempts()
    if staying is None or staying.state is not LegState.ANSWERED or busy or (leaving is None and call.far is not None):
        raise CallRefused(what="park")
    if leaving is not None:
        _leave(call, leaving, staying)
    staying.holding = False
    call.close_session()
    call.take_over_sound(staying)
    if call.session is not None:
        call.session.repeat(call.core.music_of(call.customer_id))
    call.tell(CallState.HELD)
    call.core.refresh(staying.device_id)


def _leave(call: Call, leaving: Leg, staying: Leg) -> None:
    party = call.party_of(leaving)
    call.join(staying, None, party)
    if call.relay is not None:
        call.relay.part(leaving)
    leaving.bye()
    call.core.refresh(leaving.device_id)
