"""A phone that was lost in a conversation: no power, no network, or restarted. Whoever talked to it isn't cut off."""

from __future__ import annotations

import logging

from onepresence_desktop.domain.steps import PhoneLost
from onepresence_desktop.pbx.telephony.sip.conversation import Conversation
from onepresence_desktop.pbx.telephony.sip.dialog import LegState
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp
from onepresence_desktop.pbx.telephony.sip.session_timer import Vanished

log = logging.getLogger(__name__)

GATHERING = 0.5
"""Seconds until it is asked where the other one goes: a phone's other calls are found lost meanwhile, so that it isn't
taken for busy with them."""


def left_alone(call: Conversation, gone: Leg, *, handed_on: bool = False) -> bool:
    """The other side hears music until it is said where they go; False where nobody is there who could wait.

    handed_on: they were about to be connected to somebody else, so they waited already.
    """
    unheard(call, gone)
    staying = call.other(gone)
    line = call.core.lines.get(gone.device_id)
    if staying is None or staying.state is not LegState.ANSWERED or line is None or gone.outside:
        return False
    if call.over or call.leaving is not None or (staying is call.far and staying.holding):
        return False  # of two who are just being joined nobody waits; who holds the other doesn't listen
    held = gone.holding or handed_on
    lost = PhoneLost(call.party_of(gone), called=staying is call.near, held=held, trace=call.trace)
    try:
        call.join(staying, None, lost.whose)
        if call.relay is not None:
            call.relay.part(gone)
        staying.holding = False
        call.close_session()
        call.take_over_sound(staying)
    except (BadSdp, OSError) as exc:
        log.warning("whoever talked to a phone that was lost can't be told: %s", exc)
        return False
    session = call.session
    if session is not None:
        session.repeat(call.core.music_of(call.customer_id))

    def ask() -> None:
        waits = call.far is None and call.session is session and not call.attempts() and call.transfer is None
        if waits and not call.over:
            call.execute(lost)

    call.core.clock.call_later(GATHERING, ask)
    return True


def unheard(call: Conversation, gone: Leg) -> None:
    """A phone that doesn't answer within a call is rung no more until it does; its other calls have lost it, too."""
    core = call.core
    line = core.lines.get(gone.device_id)
    if gone.vanished is Vanished.SILENT and line is not None and core.registrar.hush(line.sip_user, gone.flow):
        core.lose(gone.device_id, gone.flow)
