"""The principal's own name and greeting, and the PIN of their mailbox by phone."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, delete, get, post, put
from litestar.di import NamedDependency as Given
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import JSONBody

from onepresence_desktop.domain.errors import WrongMediaType
from onepresence_desktop.domain.spoken import SpokenKind
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.pbx.sound_files import MOST_BYTES
from onepresence_desktop.wire import bodies, routes, views

WAV = {"audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"}


def _handlers(path: str, kind: SpokenKind) -> list[Any]:
    word = kind.value.title()

    @get(
        path,
        operation_id=f"GetOwn{word}",
        responses={200: ResponseSpec(bytes, description="WAV, 8 kHz mono 16 bit", media_type="audio/wav")},
    )
    async def get_spoken(principal: Given[Principal], services: Given[Services]) -> Response[bytes]:
        """As it was recorded."""
        sound = await services.spoken.wav(principal.user_id, kind)
        return Response(sound, media_type="audio/wav", headers={"Cache-Control": "private, no-store"})

    @put(path, status_code=204, request_max_body_size=MOST_BYTES, operation_id=f"PutOwn{word}")
    async def put_spoken(
        request: Request[Any, Any, Any], principal: Given[Principal], services: Given[Services]
    ) -> None:
        """A WAV file of any rate and width, mono or stereo."""
        if request.content_type[0] not in WAV:
            raise WrongMediaType
        data = await request.body()
        await services.spoken.put(principal.customer_id, principal.user_id, kind, data)

    @delete(path, operation_id=f"DeleteOwn{word}")
    async def delete_spoken(principal: Given[Principal], services: Given[Services]) -> None:
        """Without it again."""
        await services.spoken.remove(principal.customer_id, principal.user_id, kind)

    @post(path + routes.BY_PHONE, status_code=202, operation_id=f"RecordOwn{word}")
    async def record_spoken(principal: Given[Principal], services: Given[Services]) -> views.CallAccepted:
        """Ring the principal's phone and record there."""
        call_id = await services.spoken.by_phone(principal.customer_id, principal.user_id, kind)
        return views.CallAccepted(call_id=call_id)

    return [get_spoken, put_spoken, delete_spoken, record_spoken]


@put(routes.MY_MAILBOX_PIN, status_code=204)
async def put_pin(
    data: JSONBody[bodies.MailboxPinBody], principal: Given[Principal], services: Given[Services]
) -> None:
    """Set what is keyed to listen by phone."""
    await services.mailbox_pins.put(principal.customer_id, principal.user_id, data.pin)


@delete(routes.MY_MAILBOX_PIN)
async def delete_pin(principal: Given[Principal], services: Given[Services]) -> None:
    """Nobody can listen by phone any more where a PIN is asked for."""
    await services.mailbox_pins.remove(principal.customer_id, principal.user_id)


HANDLERS = [
    *_handlers(routes.MY_OWN_GREETING, SpokenKind.GREETING),
    *_handlers(routes.MY_SPOKEN_NAME, SpokenKind.NAME),
    put_pin,
    delete_pin,
]
