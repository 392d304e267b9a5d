"""A company's connections to its servers, for administrators."""

from __future__ import annotations

from litestar import delete, get, patch, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.connections import (
    ConnectionBody,
    ConnectionPatch,
    ConnectionTrial,
    ConnectionTried,
    ConnectionView,
)


def _at(route: str) -> str:
    return route.replace("{id}", "{id:str}")


@get(routes.CONNECTIONS)
async def list_connections(administrator: Given[Principal], services: Given[Services]) -> list[ConnectionView]:
    """All connections, each with how it stands; never their secrets."""
    return services.connections.all(administrator.customer_id)


@post(routes.CONNECTIONS)
async def add_connection(
    data: JSONBody[ConnectionBody], administrator: Given[Principal], services: Given[Services]
) -> ConnectionView:
    """A new connection; of several for one purpose the first that is enabled is used."""
    return await services.connections.add(
        administrator.customer_id, data.name, data.kind, data.settings, administrator, enabled=data.enabled
    )


@patch(_at(routes.CONNECTION))
async def change_connection(
    id: FromPath[str],
    data: JSONBody[ConnectionPatch],
    administrator: Given[Principal],
    services: Given[Services],
) -> ConnectionView:
    """Change what is named; it is used by the new settings from then on."""
    return await services.connections.change(administrator.customer_id, id, data, administrator)


@delete(_at(routes.CONNECTION))
async def remove_connection(id: FromPath[str], administrator: Given[Principal], services: Given[Services]) -> None:
    """Forget a connection and its secrets."""
    await services.connections.remove(administrator.customer_id, id, administrator)


@post(_at(routes.CONNECTION_TRY), status_code=200)
async def try_connection(
    id: FromPath[str],
    data: JSONBody[ConnectionTrial],
    administrator: Given[Principal],
    services: Given[Services],
) -> ConnectionTried:
    """Use it once, and tell what happened."""
    return await services.connections.attempt(administrator.customer_id, id, data.to, administrator)


HANDLERS = [list_connections, add_connection, change_connection, remove_connection, try_connection]
