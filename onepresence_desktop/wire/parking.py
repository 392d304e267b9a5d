"""Calls that are parked, for all to take back."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.slices import Audience, Keyed, View


class ParkedView(View, frozen=True, kw_only=True):
    """One parked call. id: its place, which is dialled to take it back. number, name: who waits. by: who parked it."""

    id: str
    call_id: CallId
    by: UserId
    number: str
    name: str
    since: datetime
    until: datetime


class ParkedRemoved(View, frozen=True, kw_only=True):
    """Nobody waits at a place any more."""

    id: str


PARKED: Keyed[str, ParkedView] = Keyed("parked", "parked", ParkedView, Audience.EVERYONE, removed=ParkedRemoved)
