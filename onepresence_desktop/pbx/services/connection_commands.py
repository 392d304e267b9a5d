"""The command line's words for connections."""

from __future__ import annotations

from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.services.connections import ConnectionService
from onepresence_desktop.pbx.services.group_commands import ACTOR, the_company
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.wire import commands as wire
from onepresence_desktop.wire.connections import ConnectionView


class ConnectionCommands:
    """Runs them."""

    def __init__(self, live: LiveState, connections: ConnectionService) -> None:
        self._live = live
        self._connections = connections

    async def add(self, command: wire.ConnectionAdd) -> wire.ListedConnection:
        """Raises `Invalid`, `Conflict`, `NotFound` (company)."""
        customer_id = self._customer(command.customer)
        made = await self._connections.add(
            customer_id, command.name, command.kind, command.settings, ACTOR, enabled=command.enabled
        )
        return self._listed(customer_id, made)

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
        )
