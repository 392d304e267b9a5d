"""Hunt groups."""

from __future__ import annotations

from typing import Annotated

import msgspec

from onepresence_desktop.domain.people import GroupId, RingStrategy, UserId, WorkingHours
from onepresence_desktop.domain.rota import Rota
from onepresence_desktop.wire.bodies import Body, DayBody, Name, Number
from onepresence_desktop.wire.slices import Audience, Keyed, View
from onepresence_desktop.wire.versions import Versioned


class GroupView(View, frozen=True, kw_only=True):
    """A hunt group."""

    id: GroupId
    local_number: str
    name: str
    members: tuple[UserId, ...] = ()
    reception: bool = False
    logged_out: tuple[UserId, ...] = ()


class GroupDetailView(View, frozen=True, kw_only=True):
    """A hunt group with all that is set of it (administrators); fields as of `domain.people.HuntGroup`.

    closed: it is outside its hours, or a holiday; on_call: the number whose turn it is then, "" for nobody's.
    version: of what an administrator sets, so without who is logged out.
    """

    id: GroupId
    local_number: str
    name: str
    members: tuple[UserId, ...]
    logged_out: tuple[UserId, ...]
    strategy: RingStrategy
    seconds: int
    reception: bool
    number: str | None
    overflow: str | None
    hours: WorkingHours
    rota: Rota | None
    mailbox: UserId | None
    closed: bool = False
    on_call: str = ""
    version: str = ""


class GroupBody(Versioned, frozen=True, kw_only=True):
    """POST and PUT /v1/groups. overflow: where calls go that nobody took; mailbox: whose takes them else.

    hours: seven days, Monday first; all empty: at any time. rota: who answers outside them, week by week.
    """

    local_number: Annotated[str, msgspec.Meta(pattern="^[0-9]{7}$")]
    name: Name
    members: Annotated[list[UserId], msgspec.Meta(max_length=200)]
    strategy: RingStrategy = RingStrategy.ALL
    seconds: Annotated[int, msgspec.Meta(ge=5, le=300)] = 30
    reception: bool = False
    number: Number | None = None
    overflow: Number | None = None
    hours: Annotated[list[DayBody], msgspec.Meta(min_length=7, max_length=7)] = msgspec.field(
        default_factory=lambda: [[], [], [], [], [], [], []]
    )
    rota: Rota | None = None
    mailbox: UserId | None = None


class GroupMemberBody(Body, frozen=True, kw_only=True):
    """PUT /v1/groups/{id}/members/{member} (administrators): whether the group rings them."""

    logged_out: bool


class GroupRemoved(View, frozen=True, kw_only=True):
    """A hunt group is no longer there."""

    id: GroupId


GROUPS: Keyed[GroupId, GroupView] = Keyed("groups", "group", GroupView, Audience.EVERYONE, removed=GroupRemoved)
