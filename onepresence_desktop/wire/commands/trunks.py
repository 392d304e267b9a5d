"""Lines to providers."""

from __future__ import annotations

from onepresence_desktop.domain.trunks import Transport
from onepresence_desktop.wire.bodies import Number
from onepresence_desktop.wire.commands.base import Code, Command, Result
from onepresence_desktop.wire.trunks import TrunkFields, TrunkName


class TrunkAdd(TrunkFields, Command, frozen=True, kw_only=True, tag="trunk_add"):
    """A line to a provider, behind the others or in front. customer: may be left out where there is only one."""

    customer: Code | None = None


class TrunkList(Command, frozen=True, kw_only=True, tag="trunk_list"):
    """All lines to providers, and how each stands."""


class Trunk(Result, frozen=True, kw_only=True):
    """A line and how it stands; never its password. detail: why it isn't up, in the provider's words."""

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
