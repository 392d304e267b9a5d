"""The caller's diversions."""

from __future__ import annotations

from litestar import delete, get, patch, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.diversion import DiversionId
from onepresence_desktop.domain.preview import RoutePreview
from onepresence_desktop.pbx.api.words import Words
from onepresence_desktop.pbx.services.sign_in import Caller
from onepresence_desktop.wire import bodies, routes, views

ONE = routes.MY_DIVERSION.replace("{id}", "{id:str}")


@get(routes.MY_DIVERSIONS)
async def list_diversions(caller: Given[Caller], words: Given[Words]) -> views.DiversionsView:
    """Current and coming, which one counts and why."""
    return words.diversions.listing(caller.customer_id, caller.user_id)


@post(routes.MY_DIVERSIONS)
async def set_diversion(
    data: JSONBody[bodies.DiversionRequest],
    caller: Given[Caller],
    words: Given[Words],
) -> views.StandingView:
    """Set a diversion, by a preset word, an own quick diversion's id, or in full."""
    return await words.diversions.add(caller.customer_id, caller.user_id, data)


@delete(routes.MY_DIVERSIONS)
async def open_phone(caller: Given[Caller], words: Given[Words]) -> None:
    """End all that run now."""
    await words.diversions.open_phone(caller.customer_id, caller.user_id)


@patch(ONE)
async def change_diversion(
    id: FromPath[str],
    data: JSONBody[bodies.DiversionRequest],
    caller: Given[Caller],
    words: Given[Words],
) -> views.StandingView:
    """Change one that runs or is to come."""
    return await words.diversions.change(caller.customer_id, caller.user_id, DiversionId(id), data)


@delete(ONE)
async def remove_diversion(id: FromPath[str], caller: Given[Caller], words: Given[Words]) -> None:
    """End or cancel one."""
    await words.diversions.remove(caller.customer_id, caller.user_id, DiversionId(id))


@post(routes.MY_DIVERSION_PREVIEW, status_code=200)
async def preview_diversion(
    data: JSONBody[bodies.PreviewRequest],
    caller: Given[Caller],
    words: Given[Words],
) -> RoutePreview:
    """Where calls would go, and any loop or dead end; sets nothing."""
    return await words.diversions.preview(caller.customer_id, caller.user_id, data)


HANDLERS = [list_diversions, set_diversion, open_phone, change_diversion, remove_diversion, preview_diversion]
