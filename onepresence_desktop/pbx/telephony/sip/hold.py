"""Hold and resume on behalf of a phone, asked for by the API rather than by its own key."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from onepresence_desktop.domain.errors import CallRefused
from onepresence_desktop.pbx.telephony.sip.conversation import Conversation
from onepresence_desktop.pbx.telephony.sip.dialog import LegState
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.offers import secured
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Sdp

SECONDS = 5.0
"""Seconds that both phones have to agree."""


async def agreed(call: Conversation, leg: Leg, *, held: bool) -> None:
    """`hold`, until both phones have taken it. Raises `CallRefused` when one of them won't or doesn't answer."""
    taken: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
    hold(call, leg, held=held, done=lambda done: taken.set_result(done) if not taken.done() else None)
    try:
        well = await asyncio.wait_for(taken, SECONDS)
    except TimeoutError:
        well = False
    if not well:
        raise CallRefused(what="hold" if held else "resume")


def hold(call: Conversation, leg: Leg, *, held: bool, done: Callable[[bool], None] = lambda _: None) -> None:
    """Stop the sound both ways, or let it flow again: each phone is offered the other's description so marked.

    done: told once whether both phones have taken it. When the second one refuses, the first is offered what it had.
    """
    other = call.other(leg)
    if other is None or not leg.remote_sdp or not other.remote_sdp or LegState.ENDED in (leg.state, other.state):
        done(False)
        return
    if leg.holding == held:
        done(True)
        return
    holders = [one for one, holds in ((leg, held), (other, other.holding)) if holds and not secured(leg.remote_sdp)]
    back_again = call.begin_round(*holders)
    direction, before = ("inactive", "sendrecv") if held else ("sendrecv", "inactive")

    def described(to: Leg, of: Leg, sdp: bytes, way: str) -> bytes:
        return call.description(to, Sdp(sdp).with_direction(way).encode(), of=of)

    def taken(_: bytes) -> None:
        if not call.over:
            call.set_holding(leg, held)
            call.end_round()
        done(True)

    def refused(_status: int = 0) -> None:
        back_again()
        done(False)

    def back(_status: int) -> None:
        """The phone that asked, or for which it was asked, won't: the other one hears it again as before."""
        refused()
        if other.state is LegState.ANSWERED and leg.state is LegState.ANSWERED:
            try:
                other.reinvite(described(other, leg, leg.remote_sdp, before), lambda _: None, lambda _: None)
            except BadSdp:
                return

    def answered(sdp: bytes) -> None:
        if leg.state is not LegState.ANSWERED:
            taken(b"")  # it hung up meanwhile; if the call goes on without it, the other one waits
            return
        if leg in holders:
            call.entertain(
                other, held=True
            )  # the phone that holds it may be dead, and would be asked for half a minute
        try:
            leg.reinvite(described(leg, other, sdp, direction), taken, back)
        except BadSdp:
            back(488)

    try:
        other.reinvite(described(other, leg, leg.remote_sdp, direction), answered, refused)
    except BadSdp:
        refused()
