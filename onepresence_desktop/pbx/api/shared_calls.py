"""Missed calls of the principal's groups."""

from __future__ import annotations

from litestar import Response, get, patch
from litestar.di import NamedDependency as Given
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.shared_calls import SharedCallId
from onepresence_desktop.pbx.api.ranges import AnyRequest, sound
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.shared_calls import SharedCallPatch, SharedCallView


@get(routes.SHARED_CALLS)
async def list_shared_calls(principal: Given[Principal], services: Given[Services]) -> list[SharedCallView]:
    """Open, in hand, and done within a day; oldest first."""
    return services.shared_calls.listing(principal)


@patch(routes.SHARED_CALL.replace("{id}", "{id:str}"))
async def change_shared_call(
    id: FromPath[str],
    data: JSONBody[SharedCallPatch],
    principal: Given[Principal],
    services: Given[Services],
) -> SharedCallView:
    """Take one, give it back, finish it, open it again; write its memo."""
    return await services.shared_calls.change(principal, SharedCallId(id), data)


@get(
    routes.SHARED_CALL_RECORDING.replace("{id}", "{id:str}"),
    responses={
        200: ResponseSpec(bytes, description="WAV", media_type="audio/wav"),
        206: ResponseSpec(bytes, description="The part asked for", media_type="audio/wav"),
    },
)
async def get_shared_recording(
    id: FromPath[str], request: AnyRequest, principal: Given[Principal], services: Given[Services]
) -> Response[bytes]:
    """The voicemail that was left, or a part of it (RFC 9110 section 14)."""
    return await sound(await services.shared_calls.recording(principal, SharedCallId(id)), request)


HANDLERS = [list_shared_calls, change_shared_call, get_shared_recording]
