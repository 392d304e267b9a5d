"""Calls of the principal's own: making them, and what can be done during one."""

from __future__ import annotations

from litestar import delete, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes, views


def _at(template: str) -> str:
    return template.replace("{id}", "{id:str}")


@post(routes.CALLS, status_code=202)
async def start_call(
    data: JSONBody[bodies.CallRequest], principal: Given[Principal], services: Given[Services]
) -> views.CallAccepted:
    """Ring the principal's phone, then the number; progress comes by the stream."""
    call_id = await services.calls.originate(principal.customer_id, principal.user_id, data.to, data.device)
    return views.CallAccepted(call_id=call_id)


@delete(_at(routes.CALL))
async def end_call(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """Hang up; a call that rings here is rejected."""
    await services.calls.hang_up(principal.customer_id, principal.user_id, CallId(id))


@post(_at(routes.CALL_HOLD), status_code=204)
async def hold_call(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """Put the far end on hold."""
    await services.calls.hold(principal.customer_id, principal.user_id, CallId(id))


@post(_at(routes.CALL_RESUME), status_code=204)
async def resume_call(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """Take it back."""
    await services.calls.resume(principal.customer_id, principal.user_id, CallId(id))


@post(_at(routes.CALL_TRANSFER), status_code=204)
async def transfer_call(
    id: FromPath[str], data: JSONBody[bodies.CallTarget], principal: Given[Principal], services: Given[Services]
) -> None:
    """Blind to a number, or attended with another call."""
    await services.calls.transfer(principal.customer_id, principal.user_id, CallId(id), data.to, data.call_id)


@post(_at(routes.CALL_REDIRECT), status_code=204)
async def redirect_call(
    id: FromPath[str],
    data: JSONBody[bodies.CallRedirect],
    principal: Given[Principal],
    services: Given[Services],
) -> None:
    """Send a call that rings here elsewhere."""
    await services.calls.redirect(principal.customer_id, principal.user_id, CallId(id), data.destination)


@post(_at(routes.CALL_ANSWER), status_code=204)
async def answer_call(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """Take a call that leaves a message here, or rings, at the own phone."""
    await services.calls.answer(principal.customer_id, principal.user_id, CallId(id))


HANDLERS = [start_call, end_call, hold_call, resume_call, transfer_call, redirect_call, answer_call]
