"""What the caller keeps for himself."""

from __future__ import annotations

from litestar import delete, get, post, put
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.diversion import (
    QuickDiversion,
    QuickDiversionId,
    SavedDestination,
)
from onepresence_desktop.pbx.api.words import Words
from onepresence_desktop.pbx.services.sign_in import Caller
from onepresence_desktop.wire import bodies, routes, views

ONE_QUICK = routes.MY_QUICK_DIVERSION.replace("{id}", "{id:str}")


@get(routes.ME)
async def get_me(caller: Given[Caller], words: Given[Words]) -> views.MeView:
    """Profile, phones, and all that is kept below."""
    return await words.settings.me(caller.customer_id, caller.user_id)


@get(routes.MY_QUICK_DIVERSIONS)
async def list_quick(caller: Given[Caller], words: Given[Words]) -> list[QuickDiversion]:
    """Own quick diversions, in their order."""
    return (await words.settings.me(caller.customer_id, caller.user_id)).quick


@post(routes.MY_QUICK_DIVERSIONS)
async def add_quick(
    data: JSONBody[bodies.QuickDiversionBody], caller: Given[Caller], words: Given[Words]
) -> QuickDiversion:
    """Make an own quick diversion."""
    return await words.settings.add_quick(caller.customer_id, caller.user_id, data)


@put(ONE_QUICK)
async def change_quick(
    id: FromPath[str],
    data: JSONBody[bodies.QuickDiversionBody],
    caller: Given[Caller],
    words: Given[Words],
) -> QuickDiversion:
    """Change one."""
    return await words.settings.put_quick(caller.customer_id, caller.user_id, QuickDiversionId(id), data)


@delete(ONE_QUICK)
async def remove_quick(id: FromPath[str], caller: Given[Caller], words: Given[Words]) -> None:
    """Remove one."""
    await words.settings.remove_quick(caller.customer_id, caller.user_id, QuickDiversionId(id))


@get(routes.MY_DESTINATIONS)
async def list_destinations(caller: Given[Caller], words: Given[Words]) -> list[SavedDestination]:
    """Saved destinations."""
    return (await words.settings.me(caller.customer_id, caller.user_id)).destinations


@post(routes.MY_DESTINATIONS)
async def add_destination(
    data: JSONBody[bodies.SavedDestinationBody], caller: Given[Caller], words: Given[Words]
) -> SavedDestination:
    """Keep a number under a name."""
    return await words.settings.add_destination(caller.customer_id, caller.user_id, data)


@delete(routes.MY_DESTINATION.replace("{id}", "{id:str}"))
async def remove_destination(id: FromPath[str], caller: Given[Caller], words: Given[Words]) -> None:
    """Forget one."""
    await words.settings.remove_destination(caller.customer_id, caller.user_id, id)


HANDLERS = [
    get_me, list_quick, add_quick, change_quick, remove_quick, list_destinations, add_destination, remove_destination,
]  # fmt: skip
