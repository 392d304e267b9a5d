"""What the principal keeps for himself."""

from __future__ import annotations

from litestar import delete, get, post, put
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.diversion import (
    QuickDiversion,
    QuickDiversionId,
    SavedDestination,
)
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes

ONE_QUICK = routes.MY_QUICK_DIVERSION.replace("{id}", "{id:str}")


@get(routes.MY_QUICK_DIVERSIONS)
async def list_quick(principal: Given[Principal], services: Given[Services]) -> list[QuickDiversion]:
    """Own quick diversions, in their order."""
    return (await services.settings.me(principal.customer_id, principal.user_id)).quick


@post(routes.MY_QUICK_DIVERSIONS)
async def add_quick(
    data: JSONBody[bodies.QuickDiversionBody], principal: Given[Principal], services: Given[Services]
) -> QuickDiversion:
    """Make an own quick diversion."""
    return await services.settings.add_quick(principal.customer_id, principal.user_id, data)


@put(ONE_QUICK)
async def change_quick(
    id: FromPath[str],
    data: JSONBody[bodies.QuickDiversionBody],
    principal: Given[Principal],
    services: Given[Services],
) -> QuickDiversion:
    """Change one."""
    return await services.settings.put_quick(principal.customer_id, principal.user_id, QuickDiversionId(id), data)


@delete(ONE_QUICK)
async def remove_quick(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """Remove one."""
    await services.settings.remove_quick(principal.customer_id, principal.user_id, QuickDiversionId(id))


@get(routes.MY_DESTINATIONS)
async def list_destinations(principal: Given[Principal], services: Given[Services]) -> list[SavedDestination]:
    """Saved destinations."""
    return (await services.settings.me(principal.customer_id, principal.user_id)).destinations


@post(routes.MY_DESTINATIONS)
async def add_destination(
    data: JSONBody[bodies.SavedDestinationBody], principal: Given[Principal], services: Given[Services]
) -> SavedDestination:
    """Keep a number under a name."""
    return await services.settings.add_destination(principal.customer_id, principal.user_id, data)


@delete(routes.MY_DESTINATION.replace("{id}", "{id:str}"))
async def remove_destination(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """Forget one."""
    await services.settings.remove_destination(principal.customer_id, principal.user_id, id)


HANDLERS = [
    list_quick, add_quick, change_quick, remove_quick, list_destinations, add_destination,
    remove_destination,
]  # fmt: skip
