"""Hunt groups."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated

import msgspec

from onepresence_desktop.domain.people import RingStrategy
from onepresence_desktop.wire.bodies import Name, Number
from onepresence_desktop.wire.commands.base import Code, Command, LocalNumber, Result
from onepresence_desktop.wire.reception import BackAfter, ParkedFor
from onepresence_desktop.wire.versions import Version


class GroupAdd(Command, frozen=True, kw_only=True, tag="group_add"):
    """A hunt group of users, given by their local numbers."""

    local_number: LocalNumber
    name: Name
    members: Annotated[list[LocalNumber], msgspec.Meta(max_length=200)]
    strategy: RingStrategy = RingStrategy.ALL
    reception: bool = False
    seconds: Annotated[int, msgspec.Meta(ge=5, le=300)] = 30
    number: Number | None = None
    overflow: Number | None = None


class GroupAdded(Result, frozen=True, kw_only=True):
    """A hunt group."""

    id: str
    local_number: str
    name: str


class GroupSet(Command, frozen=True, kw_only=True, tag="group_set"):
    """What a group is called, whom it rings and how; where its calls go that nobody takes ("": nowhere), and who
    answers outside its hours; None: as it is.

    members: in their order. number: its public one, "" for none. mailbox: a person's local number. rota: numbers that
    take turns by the week, [] for none; since: a day of the first turn's week; changes: weekday (Monday 0) and time of
    the change.
    """

    local_number: LocalNumber
    name: Name | None = None
    members: Annotated[list[LocalNumber], msgspec.Meta(max_length=200)] | None = None
    strategy: RingStrategy | None = None
    seconds: Annotated[int, msgspec.Meta(ge=5, le=300)] | None = None
    reception: bool | None = None
    number: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    overflow: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    mailbox: Annotated[str, msgspec.Meta(pattern="^([0-9]{7})?$")] | None = None
    rota: Annotated[list[Annotated[str, msgspec.Meta(max_length=40)]], msgspec.Meta(max_length=60)] | None = None
    since: date | None = None
    changes: tuple[int, time] = (0, time(8))
    version: Version | None = None


class PickupGroupSet(Command, frozen=True, kw_only=True, tag="pickup_group_set"):
    """People who may take one another's calls; one of the same name is changed. members: none, it is removed.

    becomes: another name. version: of what was read before; None: not asked.
    """

    customer: Code
    name: Name
    members: Annotated[list[LocalNumber], msgspec.Meta(max_length=200)] | None = None
    becomes: Name | None = None
    version: Version | None = None


class PickupGroups(Command, frozen=True, kw_only=True, tag="pickup_groups"):
    """A company's, by name."""

    customer: Code


class ListedPickupGroup(Result, frozen=True, kw_only=True):
    """One of them, with its members' local numbers."""

    name: str
    members: list[str]
    version: str = ""


class ListedPickupGroups(Result, frozen=True, kw_only=True):
    """All of them."""

    groups: list[ListedPickupGroup]


class ReceptionTimes(Command, frozen=True, kw_only=True, tag="reception_times"):
    """After how many seconds calls come back that were handed on, or parked; None: as it is. With neither it tells.

    version: of what was read before; None: not asked.
    """

    customer: Code
    back_after: BackAfter | None = None
    parked_for: ParkedFor | None = None
    version: Version | None = None


class ReceptionTimesSet(Result, frozen=True, kw_only=True):
    """As it is now."""

    customer: str
    back_after: int
    parked_for: int
    version: str = ""


class SetHours(Command, frozen=True, kw_only=True, tag="set_hours"):
    """Working hours of a person, or opening hours of all numbers of a company (its three-digit code)."""

    which: Annotated[str, msgspec.Meta(max_length=7)]
    hours: Annotated[str, msgspec.Meta(max_length=500)]


class HoursSet(Result, frozen=True, kw_only=True):
    """Whose hours they are; numbers: of a company, how many have them now."""

    which: str
    hours: str
    numbers: int = 0


class GroupLog(Command, frozen=True, kw_only=True, tag="group_log"):
    """A member of a hunt group is no longer rung by it, or again."""

    local_number: LocalNumber
    member: LocalNumber
    out: bool


class GroupLogged(Result, frozen=True, kw_only=True):
    """Who is logged in to a group, or out of it."""

    local_number: str
    member: str
    out: bool
