"""The principal's diversions."""

from __future__ import annotations

from litestar import delete, get, patch, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.diversion import DiversionId
from onepresence_desktop.domain.preview import RoutePreview
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes, views

ONE = routes.MY_DIVERSION.replace("{id}", "{id:str}")


@get(routes.MY_DIVERSIONS)
async def list_diversions(principal: Given[Principal], services: Given[Services]) -> views.DiversionsView:
    """Current and coming, which one counts and why."""
    return services.diversions.listing(principal.customer_id, principal.user_id)


@post(routes.MY_DIVERSIONS)
async def set_diversion(
    data: JSONBody[bodies.DiversionRequest],
    principal: Given[Principal],
    services: Given[Services],
) -> views.StandingView:
    """Set a diversion, by a preset word, an own quick diversion's id, or in full."""
    return await services.diversions.add(principal.customer_id, principal.user_id, data)


@delete(routes.MY_DIVERSIONS)
async def open_phone(principal: Given[Principal], services: Given[Services]) -> None:
    """End all that run now."""
    await services.diversions.open_phone(principal.customer_id, principal.user_id)


@patch(ONE)
async def change_diversion(
    id: FromPath[str],
    data: JSONBody[bodies.DiversionRequest],
    principal: Given[Principal],
    services: Given[Services],
) -> views.StandingView:
    """Change one that runs or is to come."""
    return await services.diversions.change(principal.customer_id, principal.user_id, DiversionId(id), data)


@delete(ONE)
async def remove_diversion(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """End or cancel one."""
    await services.diversions.remove(principal.customer_id, principal.user_id, DiversionId(id))


@post(routes.MY_DIVERSION_PREVIEW, status_code=200)
async def preview_diversion(
    data: JSONBody[bodies.PreviewRequest],
    principal: Given[Principal],
    services: Given[Services],
) -> RoutePreview:
    """Where calls would go, and any loop or dead end; sets nothing."""
    return await services.diversions.preview(principal.customer_id, principal.user_id, data)


HANDLERS = [list_diversions, set_diversion, open_phone, change_diversion, remove_diversion, preview_diversion]
