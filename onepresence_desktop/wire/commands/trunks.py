"""Lines to providers."""

from __future__ import annotations

from typing import Annotated

import msgspec

from onepresence_desktop.domain.trunks import CALLS_AN_HOUR, Abroad, CallerId, NumberFormat, Transport
from onepresence_desktop.wire.bodies import Number
from onepresence_desktop.wire.commands.base import Code, Command, Result
from onepresence_desktop.wire.trunks import Sources, TrunkFields, TrunkName
from onepresence_desktop.wire.versions import Version


class TrunkAdd(TrunkFields, Command, frozen=True, kw_only=True, tag="trunk_add"):
    """A line to a provider, behind the others or in front. customer: may be left out where there is only one."""

    customer: Code | None = None


class TrunkSet(Command, frozen=True, kw_only=True, tag="trunk_set"):
    """What is set of a line, by name; None: as it is. main "" and max_calls 0: none.

    becomes: another name. numbers, sources: all there are then. version: of what was read before; None: not asked.
    """

    name: TrunkName
    becomes: TrunkName | None = None
    server: Annotated[str, msgspec.Meta(min_length=1, max_length=255)] | None = None
    transport: Transport | None = None
    user: Annotated[str, msgspec.Meta(max_length=128)] | None = None
    password: Annotated[str, msgspec.Meta(max_length=128)] | None = None
    register: bool | None = None
    numbers: Annotated[list[Number], msgspec.Meta(max_length=1000)] | None = None
    format: NumberFormat | None = None
    main: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    sources: Sources | None = None
    max_calls: Annotated[int, msgspec.Meta(ge=0, le=1000)] | None = None
    abroad: Abroad | None = None
    premium: bool | None = None
    caller_id: CallerId | None = None
    follow: bool | None = None
    calls_an_hour: Annotated[int, msgspec.Meta(ge=1, le=10_000)] | None = None
    version: Version | None = None
    customer: Code | None = None


class TrunkOrdered(Command, frozen=True, kw_only=True, tag="trunk_order"):
    """The order in which lines are tried: the names of all there are."""

    names: Annotated[list[TrunkName], msgspec.Meta(max_length=100)]
    customer: Code | None = None


class TrunkList(Command, frozen=True, kw_only=True, tag="trunk_list"):
    """All lines to providers, and how each stands."""


class Trunk(Result, frozen=True, kw_only=True):
    """A line and how it stands; never its password. detail: why it isn't up, in the provider's words.

    version: of what was set, not of how it stands.
    """

    id: str
    customer: str
    name: str
    server: str
    transport: Transport
    register: bool
    up: bool = False
    detail: str = ""
    calls: int = 0
    refused: int = 0
    numbers: list[str] = []
    main: str | None = None
    user: str = ""
    has_password: bool = False
    format: NumberFormat = NumberFormat.E164
    sources: list[str] = []
    max_calls: int | None = None
    abroad: Abroad = Abroad.NONE
    premium: bool = False
    caller_id: CallerId = CallerId.ASSERTED
    follow: bool = False
    calls_an_hour: int = CALLS_AN_HOUR
    version: str = ""


class Trunks(Result, frozen=True, kw_only=True):
    """The answer to `trunk_list`, in the order in which they are tried. running: whether the service was asked."""

    trunks: list[Trunk]
    running: bool = False


class TrunkRemove(Command, frozen=True, kw_only=True, tag="trunk_remove"):
    """A line, by name."""

    name: TrunkName
    customer: Code | None = None


class TrunkTest(Command, frozen=True, kw_only=True, tag="trunk_test"):
    """Call a number over a line and hang up when it rings."""

    name: TrunkName
    number: Number
    customer: Code | None = None


class TrunkTested(Result, frozen=True, kw_only=True):
    """What the provider said. good: it rang, or was answered."""

    name: str
    number: str
    said: str
    good: bool
