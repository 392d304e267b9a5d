"""Text messages: sending, what became of them, and the company's standard messages."""

from __future__ import annotations

from litestar import delete, get, post, put
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, FromQuery, JSONBody

from onepresence_desktop.domain.messaging import SentId, StandardMessageId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes
from onepresence_desktop.wire.messaging import MessageAccepted, SentMessageView, StandardMessageView

ONE = routes.STANDARD_MESSAGE.replace("{id}", "{id:str}")


@post(routes.SEND_MESSAGE, status_code=202)
async def send_message(
    data: JSONBody[bodies.MessageBody], principal: Given[Principal], services: Given[Services]
) -> MessageAccepted:
    """Send a text; the answer says that it is on disk."""
    return await services.messaging.send(principal, data)


@get(routes.MY_SENT)
async def list_sent(principal: Given[Principal], services: Given[Services]) -> list[SentMessageView]:
    """One's own of the last weeks, newest first, with the state for each recipient."""
    return await services.messaging.sent(principal)


@post(routes.SENT_AGAIN.replace("{id}", "{id:str}"), status_code=200)
async def send_again(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> SentMessageView:
    """Try once more what has failed of one; how it stands then."""
    return await services.messaging.again(principal, SentId(id))


@get(routes.STANDARD_MESSAGES)
async def list_standard(principal: Given[Principal], services: Given[Services]) -> list[StandardMessageView]:
    """The texts that the company keeps."""
    return await services.messaging.standard(principal.customer_id)


@post(routes.STANDARD_MESSAGES)
async def add_standard(
    data: JSONBody[bodies.StandardMessageBody], principal: Given[Principal], services: Given[Services]
) -> StandardMessageView:
    """Keep a text for all (receptionists and administrators)."""
    return await services.messaging.add_standard(principal.customer_id, data, principal)


@put(ONE)
async def change_standard(
    id: FromPath[str],
    data: JSONBody[bodies.StandardMessageBody],
    principal: Given[Principal],
    services: Given[Services],
) -> StandardMessageView:
    """Another text in its place (receptionists and administrators)."""
    return await services.messaging.change_standard(principal.customer_id, StandardMessageId(id), data, principal)


@delete(ONE)
async def remove_standard(
    id: FromPath[str],
    principal: Given[Principal],
    services: Given[Services],
    version: FromQuery[str | None] = None,
) -> None:
    """Drop one. version: of what was read before."""
    await services.messaging.remove_standard(principal.customer_id, StandardMessageId(id), principal, seen=version)


HANDLERS = [send_message, list_sent, send_again, list_standard, add_standard, change_standard, remove_standard]
