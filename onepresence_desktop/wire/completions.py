"""Calls that are made when both are free; seen by who asked for them alone."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.domain.completion import CompletionId
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.slices import Audience, Keyed, View


class CompletionView(View, frozen=True, kw_only=True):
    """One of the caller's own. user_id: with whom. phones_only: a diversion doesn't keep it waiting."""

    id: CompletionId
    user_id: UserId
    since: datetime
    until: datetime
    phones_only: bool = False


class CompletionRemoved(View, frozen=True, kw_only=True):
    """It was made, given up or is over."""

    id: CompletionId


COMPLETIONS: Keyed[CompletionId, CompletionView] = Keyed(
    "completions", "completion", CompletionView, Audience.OWNER, removed=CompletionRemoved
)
