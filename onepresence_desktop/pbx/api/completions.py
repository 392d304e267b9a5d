"""Calls that are made when the principal and a colleague are both free."""

from __future__ import annotations

from litestar import delete, get, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.completion import CompletionId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services import views
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes
from onepresence_desktop.wire.completions import CompletionView


@get(routes.MY_COMPLETIONS)
async def list_completions(principal: Given[Principal], services: Given[Services]) -> list[CompletionView]:
    """The principal's own, oldest first."""
    return [views.completion(one) for one in services.completions.listing(principal.customer_id, principal.user_id)]


@post(routes.MY_COMPLETIONS)
async def add_completion(
    data: JSONBody[bodies.CompletionBody], principal: Given[Principal], services: Given[Services]
) -> CompletionView:
    """Ring the principal's phone, then the colleague's, once both are free. One for each colleague."""
    made = await services.completions.add(
        principal.customer_id, principal.user_id, data.user_id, phones_only=data.phones_only
    )
    return views.completion(made)


@delete(routes.MY_COMPLETION.replace("{id}", "{id:str}"))
async def remove_completion(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """Give it up."""
    await services.completions.remove(principal.customer_id, principal.user_id, CompletionId(id))


HANDLERS = [list_completions, add_completion, remove_completion]
