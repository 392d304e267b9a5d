"""The command line's words for lines to providers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onepresence_desktop.domain.errors import Invalid, NotFound
from onepresence_desktop.domain.trunks import SipTrunk
from onepresence_desktop.pbx.ports import TrunkState
from onepresence_desktop.pbx.services import trunk_views, trunks
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.trunks import TrunkService
from onepresence_desktop.wire import commands as wire

ACTOR = "command_line"

AS_GIVEN = (*("server", "transport", "user", "password", "format", "abroad", "premium", "caller_id", "calls_an_hour"),)
"""Fields of a line that are taken as they are given."""

NAMED = (("becomes", "name"), ("register", "registers"), ("follow", "follows_redirects"))
"""What they are called in a command, and of a line."""


class TrunkCommands:
    """Runs them. running: a service was asked, so that a line's state is known."""

    def __init__(self, live: LiveState, trunks: TrunkService, *, running: bool) -> None:
        self._live = live
        self._trunks = trunks
        self._running = running

    async def add(self, command: wire.TrunkAdd) -> wire.Trunk:
        """Raises `Invalid`, `Conflict`, `NotFound` (company)."""
        company = self._company(command.customer)
        wanted = trunk_views.trunk_of(command, company.customer.id)
        made = await self._trunks.add(company.customer.id, wanted, ACTOR, first=command.first)
        return _view(company, made, TrunkState(made.id, up=False))

    async def change(self, command: wire.TrunkSet) -> wire.Trunk:
        """Raises `Invalid`, `NotFound` (company, trunk), `Conflict` (trunk, changed)."""
        company = self._company(command.customer)
        before = trunks.found(company, command.name)
        seen = command.version or trunks.version(before)
        now = await self._trunks.put(company.customer.id, before.id, _with(before, command), ACTOR, seen=seen)
        return next(_view(company, *one) for one in self._trunks.all(company.customer.id) if one[0].id == now.id)

    async def order(self, command: wire.TrunkOrdered) -> wire.Trunks:
        """Raises `NotFound` (company, trunk), `Conflict` (changed: not all are named, or one twice)."""
        company = self._company(command.customer)
        ids = [trunks.found(company, name).id for name in command.names]
        await self._trunks.order(company.customer.id, ids, ACTOR)
        found = [_view(company, *one) for one in self._trunks.all(company.customer.id)]
        return wire.Trunks(trunks=found, running=self._running)

    def all(self) -> wire.Trunks:
        """Of all companies."""
        companies = sorted(self._live.companies.values(), key=lambda company: company.customer.code)
        found = [
            _view(company, trunk, state)
            for company in companies
            for trunk, state in self._trunks.all(company.customer.id)
        ]
        return wire.Trunks(trunks=found, running=self._running)

    async def remove(self, command: wire.TrunkRemove) -> wire.Removed:
        """Raises `NotFound`."""
        company = self._company(command.customer)
        gone = await self._trunks.remove(company.customer.id, command.name, ACTOR)
        return wire.Removed(kind="trunk", which=gone.name)

    async def test(self, command: wire.TrunkTest) -> wire.TrunkTested:
        """Raises `NotFound`, `NumberRefused`, `TelephonyAway` while no service runs."""
        company = self._company(command.customer)
        trunk, said = await self._trunks.test(company.customer.id, command.name, command.number)
        return wire.TrunkTested(name=trunk.name, number=command.number, said=said, good=trunk_views.is_good(said))

    def _company(self, code: str | None) -> Company:
        companies = list(self._live.companies.values())
        if code is not None:
            companies = [company for company in companies if company.customer.code == code]
        if not companies:
            raise NotFound(what="customer")
        if len(companies) > 1:
            raise Invalid(field="customer", problem="which_of_several")
        return companies[0]


def _with(before: SipTrunk, command: wire.TrunkSet) -> SipTrunk:
    """A line as it is to be."""
    given: dict[str, Any] = {name: value for name in AS_GIVEN if (value := getattr(command, name)) is not None}
    given |= {to: value for name, to in NAMED if (value := getattr(command, name)) is not None}
    given |= {name: tuple(value) for name in ("numbers", "sources") if (value := getattr(command, name)) is not None}
    given |= {name: value or None for name in ("main", "max_calls") if (value := getattr(command, name)) is not None}
    return replace(before, **given)


def _view(company: Company, trunk: SipTrunk, state: TrunkState) -> wire.Trunk:
    return wire.Trunk(
        id=trunk.id,
        customer=company.customer.code,
        name=trunk.name,
        server=trunk.server,
        transport=trunk.transport,
        register=trunk.registers,
        up=state.up,
        detail=state.detail,
        calls=state.calls,
        refused=state.refused,
        numbers=list(trunk.numbers),
        main=trunk.main,
        user=trunk.user,
        has_password=bool(trunk.password),
        format=trunk.format,
        sources=list(trunk.sources),
        max_calls=trunk.max_calls,
        abroad=trunk.abroad,
        premium=trunk.premium,
        caller_id=trunk.caller_id,
        follow=trunk.follows_redirects,
        calls_an_hour=trunk.calls_an_hour,
        version=trunks.version(trunk),
    )
