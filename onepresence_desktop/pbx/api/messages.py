"""The principal's inbox and its recordings."""

from __future__ import annotations

from litestar import Response, delete, get, patch
from litestar.di import NamedDependency as Given
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.messages import Message, MessageId
from onepresence_desktop.pbx.api.ranges import AnyRequest, sound
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes

ONE = routes.MY_MESSAGE.replace("{id}", "{id:str}")


@get(routes.MY_MESSAGES)
async def list_messages(principal: Given[Principal], services: Given[Services]) -> list[Message]:
    """Newest first."""
    return await services.inbox.listing(principal.user_id)


@patch(ONE)
async def mark_message(
    id: FromPath[str],
    data: JSONBody[bodies.MessagePatch],
    principal: Given[Principal],
    services: Given[Services],
) -> Message:
    """Mark read or unread, keep or let go; the phones' lamp follows."""
    return await services.inbox.mark(principal.customer_id, principal.user_id, MessageId(id), data)


@delete(ONE)
async def delete_message(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """Delete for good."""
    await services.inbox.remove(principal.customer_id, principal.user_id, MessageId(id))


@get(
    routes.MY_RECORDING.replace("{id}", "{id:str}"),
    responses={
        200: ResponseSpec(bytes, description="WAV", media_type="audio/wav"),
        206: ResponseSpec(bytes, description="The part asked for", media_type="audio/wav"),
    },
)
async def get_recording(
    id: FromPath[str], request: AnyRequest, principal: Given[Principal], services: Given[Services]
) -> Response[bytes]:
    """A voicemail's sound, or a part of it (RFC 9110 section 14)."""
    path = await services.inbox.recording(principal.user_id, MessageId(id))
    return await sound(path, request)


HANDLERS = [list_messages, mark_message, delete_message, get_recording]
