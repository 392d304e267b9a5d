"""The user's own calls while they last."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.domain.calls import CallId, CallState, Cause, TraceEntry
from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.wire.slices import Audience, Keyed, View


class CallView(View, frozen=True, kw_only=True):
    """One of the caller's own calls as it stands; state `ended` is its last word.

    outgoing: the caller made it. number, name, user_id: the other side. device_id: the caller's own phone in it.
    diverted_from: names or numbers the call was meant for before it came here.
    """

    id: CallId
    state: CallState
    outgoing: bool
    number: str
    name: str = ""
    user_id: UserId | None = None
    device_id: DeviceId | None = None
    dialled: str = ""
    started_at: datetime
    answered_at: datetime | None = None
    cause: Cause | None = None
    diverted_from: tuple[str, ...] = ()
    trace: tuple[TraceEntry, ...] = ()


class CallAccepted(View, frozen=True, kw_only=True):
    """The answer to a wish to call."""

    call_id: CallId


CALLS: Keyed[CallId, CallView] = Keyed(
    "calls", "call", CallView, Audience.OWNER, over=lambda call: call.state is CallState.ENDED
)
