"""The caller's inbox and its recordings."""

from __future__ import annotations

import asyncio

from litestar import Response, delete, get, patch
from litestar.di import NamedDependency as Given
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.messages import Message, MessageId
from onepresence_desktop.pbx.api.ranges import AnyRequest, Part, asked_part, read_part
from onepresence_desktop.pbx.api.words import Words
from onepresence_desktop.pbx.services.sign_in import Caller
from onepresence_desktop.wire import bodies, routes

ONE = routes.MY_MESSAGE.replace("{id}", "{id:str}")


@get(routes.MY_MESSAGES)
async def list_messages(caller: Given[Caller], words: Given[Words]) -> list[Message]:
    """Newest first."""
    return await words.inbox.listing(caller.user_id)


@patch(ONE)
async def mark_message(
    id: FromPath[str],
    data: JSONBody[bodies.MessagePatch],
    caller: Given[Caller],
    words: Given[Words],
) -> Message:
    """Mark read or unread, keep or let go; the phones' lamp follows."""
    return await words.inbox.mark(caller.customer_id, caller.user_id, MessageId(id), data)


@delete(ONE)
async def delete_message(id: FromPath[str], caller: Given[Caller], words: Given[Words]) -> None:
    """Delete for good."""
    await words.inbox.remove(caller.customer_id, caller.user_id, MessageId(id))


@get(
    routes.MY_RECORDING.replace("{id}", "{id:str}"),
    responses={
        200: ResponseSpec(bytes, description="WAV", media_type="audio/wav"),
        206: ResponseSpec(bytes, description="The part asked for", media_type="audio/wav"),
    },
)
async def get_recording(
    id: FromPath[str], request: AnyRequest, caller: Given[Caller], words: Given[Words]
) -> Response[bytes]:
    """A voicemail's sound, or a part of it (RFC 9110 section 14)."""
    path = await words.inbox.recording(caller.user_id, MessageId(id))
    try:
        size = (await asyncio.to_thread(path.stat)).st_size
        part = asked_part(request.headers.get("range"), size)
        data = await asyncio.to_thread(read_part, path, part or Part(0, size))
    except FileNotFoundError as exc:
        raise NotFound(what="recording") from exc
    headers = {"Accept-Ranges": "bytes", "Cache-Control": "private, no-store"}
    if part is None:
        return Response(data, media_type="audio/wav", headers=headers)
    headers["Content-Range"] = f"bytes {part.start}-{part.end - 1}/{size}"
    return Response(data, status_code=206, media_type="audio/wav", headers=headers)


HANDLERS = [list_messages, mark_message, delete_message, get_recording]
