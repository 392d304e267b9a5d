"""Missed calls of the groups that the user is a member of (spec 7.5)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from onepresence_desktop.domain.people import GroupId, UserId
from onepresence_desktop.domain.shared_calls import Deed, SharedCallId, SharedState
from onepresence_desktop.wire.bodies import Body
from onepresence_desktop.wire.slices import Audience, Keyed, View


class DeedView(View, frozen=True, kw_only=True):
    """Who did what and when; `by` None: the caller, or the service by itself."""

    at: datetime
    deed: Deed
    by: UserId | None = None


class SharedCallView(View, frozen=True, kw_only=True):
    """A missed call of a group. name: a colleague's, a shared contact's, or as the line told it; "" for none.

    tries: calls that nobody took. taken_by, taken_at: who has it in hand, since when; None when it is open. voicemail:
    a message was left, its sound is at `…/recording`. deeds: its story, oldest first.
    """

    id: SharedCallId
    group_id: GroupId
    number: str
    name: str
    state: SharedState
    tries: int
    first_at: datetime
    last_at: datetime
    taken_by: UserId | None = None
    taken_at: datetime | None = None
    done_at: datetime | None = None
    memo: str = ""
    voicemail: bool = False
    deeds: list[DeedView] = []


class SharedCallRemoved(View, frozen=True, kw_only=True):
    """It has left the list: long done, or its group is no longer the user's."""

    id: SharedCallId


class SharedCallPatch(Body, frozen=True, kw_only=True):
    """PATCH /v1/shared-calls/{id}. state: `taken` by the caller, `open` gives it back or opens it again, `done`.

    memo_before: the memo that was read; another one there isn't written over (`Conflict`, what="changed").
    """

    state: SharedState | UnsetType = UNSET
    memo: Annotated[str, msgspec.Meta(max_length=2000)] | UnsetType = UNSET
    memo_before: Annotated[str, msgspec.Meta(max_length=2000)] | UnsetType = UNSET


SHARED_CALLS: Keyed[SharedCallId, SharedCallView] = Keyed(
    "shared_calls", "shared_call", SharedCallView, Audience.OWNER, removed=SharedCallRemoved
)
