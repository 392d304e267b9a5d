"""The command line's words for connections."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import UNSET

from onepresence_desktop.domain.connections import KINDS, ConnectionKind, SettingType, Value
from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.services.connections import ConnectionService
from onepresence_desktop.pbx.services.group_commands import ACTOR, the_company
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.wire import commands as wire
from onepresence_desktop.wire.connections import ConnectionPatch, ConnectionView


class ConnectionCommands:
    """Runs them."""

    def __init__(self, live: LiveState, connections: ConnectionService) -> None:
        self._live = live
        self._connections = connections

    async def add(self, command: wire.ConnectionAdd) -> wire.ListedConnection:
        """Raises `Invalid`, `Conflict`, `NotFound` (company)."""
        customer_id = self._customer(command.customer)
        settings = _read(command.kind, command.settings)
        made = await self._connections.add(
            customer_id, command.name, command.kind, settings, ACTOR, enabled=command.enabled
        )
        return self._listed(customer_id, made)

    async def change(self, command: wire.ConnectionSet) -> wire.ListedConnection:
        """Raises `Invalid`, `NotFound` (company, connection), `Conflict` (connection, changed)."""
        customer_id = self._customer(command.customer)
        known = self._live.company(customer_id).connections
        before = next((one for one in known if command.name in (one.id, one.name)), None)
        if before is None:
            raise NotFound(what="connection")
        patch = ConnectionPatch(
            name=UNSET if command.becomes is None else command.becomes,
            settings=_read(before.kind, command.settings) if command.settings else UNSET,
            enabled=UNSET if command.enabled is None else command.enabled,
            version=command.version,
        )
        return self._listed(customer_id, await self._connections.change(customer_id, before.id, patch, ACTOR))

    def all(self) -> wire.ListedConnections:
        """Of all companies."""
        companies = sorted(self._live.companies.values(), key=lambda company: company.customer.code)
        found = [
            self._listed(company.customer.id, one)
            for company in companies
            for one in self._connections.all(company.customer.id)
        ]
        return wire.ListedConnections(connections=found)

    async def remove(self, command: wire.ConnectionRemove) -> wire.Removed:
        """Raises `NotFound`."""
        gone = await self._connections.remove(self._customer(command.customer), command.name, ACTOR)
        return wire.Removed(kind="connection", which=gone.name)

    async def attempt(self, command: wire.ConnectionTry) -> wire.TriedConnection:
        """Raises `NotFound`, `Invalid`, `NumberRefused`."""
        customer_id = self._customer(command.customer)
        tried = await self._connections.attempt(customer_id, command.name, command.to, ACTOR)
        return wire.TriedConnection(
            name=command.name, good=tried.good, code=tried.code, said=tried.said, people=tried.people
        )

    def _customer(self, code: str | None) -> CustomerId:
        return the_company(self._live, code).customer.id

    def _listed(self, customer_id: CustomerId, view: ConnectionView) -> wire.ListedConnection:
        return wire.ListedConnection(
            id=view.id,
            customer=self._live.company(customer_id).customer.code,
            name=view.name,
            kind=view.kind,
            enabled=view.enabled,
            state=view.state,
            trouble=view.trouble,
            said=view.said,
            since=view.since,
            settings=view.settings,
            secrets=view.secrets,
            version=view.version,
        )


def _read(kind: ConnectionKind, settings: Mapping[str, Value]) -> dict[str, Value]:
    """Settings as they were written, numbers as numbers; what is none is refused where it is judged."""
    known = KINDS.get(kind)
    numbers = {one.name for one in known.settings if one.type is SettingType.NUMBER} if known is not None else set()
    return {
        name: int(value)
        if name in numbers and isinstance(value, str) and value.isascii() and value.isdigit()
        else value
        for name, value in settings.items()
    }
