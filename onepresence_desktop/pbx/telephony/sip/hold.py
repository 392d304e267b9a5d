"""Hold and resume on behalf of a phone, asked for by the API rather than by its own key."""

from __future__ import annotations

from onepresence_desktop.pbx.telephony.sip.conversation import Conversation
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Sdp


def hold(call: Conversation, leg: Leg, *, held: bool) -> None:
    """Stop the sound both ways, or let it flow again: each phone is offered the other's description so marked."""
    other = call.other(leg)
    if other is None or leg.holding == held or not leg.remote_sdp or not other.remote_sdp:
        return
    direction = "inactive" if held else "sendrecv"
    try:
        to_other = call.description(other, Sdp(leg.remote_sdp).with_direction(direction).encode(), of=leg)
    except BadSdp:
        return

    def answered(sdp: bytes) -> None:
        try:
            back = call.description(leg, Sdp(sdp).with_direction(direction).encode(), of=other)
        except BadSdp:
            return
        leg.reinvite(back, lambda _: call.set_holding(leg, held), lambda _: None)

    other.reinvite(to_other, answered, lambda _: None)
