"""The reception: its queue, its calls, and colleagues' diversions set by it."""

from __future__ import annotations

from litestar import delete, get, post, put
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes
from onepresence_desktop.wire.reception import AnnounceBody, DeskBody, HandOnBody, ReceptionView
from onepresence_desktop.wire.views import CallAccepted, StandingView


def _at(template: str) -> str:
    return template.replace("{id}", "{id:str}")


@get(routes.RECEPTION)
async def show_reception(principal: Given[Principal], services: Given[Services]) -> ReceptionView:
    """Who waits, and the day so far."""
    return services.reception.seen(principal)


@put(routes.RECEPTION_DESK, status_code=204)
async def at_desk(data: JSONBody[DeskBody], principal: Given[Principal], services: Given[Services]) -> None:
    """Log in, log out, pause."""
    await services.reception.at_desk(principal, data.state)


@post(_at(routes.RECEPTION_ANSWER), status_code=204)
async def answer_queued(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """A call that waits, or is parked, at the principal's own phone."""
    await services.reception.answer(principal, CallId(id))


@post(_at(routes.RECEPTION_HAND_ON), status_code=204)
async def hand_on(
    id: FromPath[str], data: JSONBody[HandOnBody], principal: Given[Principal], services: Given[Services]
) -> None:
    """A call goes to somebody else, and comes back when they don't take it."""
    await services.reception.hand_on(principal, CallId(id), data.to, mailbox=data.mailbox)


@post(_at(routes.RECEPTION_ANNOUNCE), status_code=202)
async def announce(
    id: FromPath[str], data: JSONBody[AnnounceBody], principal: Given[Principal], services: Given[Services]
) -> CallAccepted:
    """Hold a call, and call somebody about it."""
    return CallAccepted(call_id=await services.reception.announce(principal, CallId(id), data.to))


@post(_at(routes.RECEPTION_DIVERSIONS))
async def divert_colleague(
    id: FromPath[str],
    data: JSONBody[bodies.DiversionRequest],
    principal: Given[Principal],
    services: Given[Services],
) -> StandingView:
    """Set a colleague's diversion."""
    return await services.reception.divert(principal, UserId(id), data)


@delete(_at(routes.RECEPTION_DIVERSIONS), status_code=204)
async def open_colleagues_phone(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """End a colleague's diversions."""
    await services.reception.open_phone(principal, UserId(id))


HANDLERS = [
    show_reception, at_desk, answer_queued, hand_on, announce, divert_colleague, open_colleagues_phone,
]  # fmt: skip
