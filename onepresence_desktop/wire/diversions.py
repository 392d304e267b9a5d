"""The user's own diversions and which of them counts."""

from __future__ import annotations

from datetime import datetime

import msgspec

from onepresence_desktop.domain.diversion import Destination, DiversionId, Origin, Reason, Why
from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.wire.slices import Audience, Single, View


class StandingView(View, frozen=True, kw_only=True):
    """One of the caller's own diversions, and whether it counts. title: the name of an own quick diversion, or "".

    destination_internal: for calls of colleagues, None: as for all. exceptions: who gets through; None: whom the user
    usually lets through.
    """

    id: DiversionId
    reason: Reason
    starts_at: datetime = msgspec.field(name="from")
    until: datetime | None
    destination: Destination
    note: str
    reception_note: str
    origin: Origin
    preset: str | None
    why: Why
    title: str = ""
    destination_internal: Destination | None = None
    exceptions: list[Passing] | None = None


class DiversionsView(View, frozen=True, kw_only=True):
    """The caller's diversions: those running now, the one that counts first, and those to come, by start."""

    current: list[StandingView]
    coming: list[StandingView]
    counts: DiversionId | None = None


DIVERSIONS: Single[DiversionsView] = Single("diversions", "diversions", DiversionsView, Audience.OWNER, required=True)
