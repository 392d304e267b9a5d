"""Calls of the caller's own: making them, what can be done during one, the history."""

from __future__ import annotations

from datetime import datetime

from litestar import delete, get, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, FromQuery, JSONBody

from onepresence_desktop.domain.calls import CallId, CallRecord
from onepresence_desktop.pbx.api.words import Words
from onepresence_desktop.pbx.services.sign_in import Caller
from onepresence_desktop.wire import bodies, routes, views


def _at(template: str) -> str:
    return template.replace("{id}", "{id:str}")


@get(routes.MY_CALLS)
async def list_history(
    caller: Given[Caller], words: Given[Words], before: FromQuery[datetime | None] = None
) -> list[CallRecord]:
    """Call records, newest first, 200 at most; `before` for older ones."""
    return await words.history.listing(caller.user_id, before)


@post(routes.CALLS, status_code=202)
async def start_call(
    data: JSONBody[bodies.CallRequest], caller: Given[Caller], words: Given[Words]
) -> views.CallAccepted:
    """Ring the caller's phone, then the number; progress comes by the stream."""
    call_id = await words.calls.originate(caller.customer_id, caller.user_id, data.to, data.device)
    return views.CallAccepted(call_id=call_id)


@delete(_at(routes.CALL))
async def end_call(id: FromPath[str], caller: Given[Caller], words: Given[Words]) -> None:
    """Hang up; a call that rings here is rejected."""
    await words.calls.hang_up(caller.customer_id, caller.user_id, CallId(id))


@post(_at(routes.CALL_HOLD), status_code=204)
async def hold_call(id: FromPath[str], caller: Given[Caller], words: Given[Words]) -> None:
    """Put the far end on hold."""
    await words.calls.hold(caller.customer_id, caller.user_id, CallId(id))


@post(_at(routes.CALL_RESUME), status_code=204)
async def resume_call(id: FromPath[str], caller: Given[Caller], words: Given[Words]) -> None:
    """Take it back."""
    await words.calls.resume(caller.customer_id, caller.user_id, CallId(id))


@post(_at(routes.CALL_TRANSFER), status_code=204)
async def transfer_call(
    id: FromPath[str], data: JSONBody[bodies.CallTarget], caller: Given[Caller], words: Given[Words]
) -> None:
    """Blind to a number, or attended with another call."""
    await words.calls.transfer(caller.customer_id, caller.user_id, CallId(id), data.to, data.call_id)


@post(_at(routes.CALL_REDIRECT), status_code=204)
async def redirect_call(
    id: FromPath[str],
    data: JSONBody[bodies.CallRedirect],
    caller: Given[Caller],
    words: Given[Words],
) -> None:
    """Send a call that rings here elsewhere."""
    await words.calls.redirect(caller.customer_id, caller.user_id, CallId(id), data.destination)


HANDLERS = [list_history, start_call, end_call, hold_call, resume_call, transfer_call, redirect_call]
