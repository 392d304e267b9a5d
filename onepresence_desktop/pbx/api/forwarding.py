"""The principal's forwarding defaults, voicemail options, how the mailbox sounds, favourites."""

from __future__ import annotations

from litestar import Response, get, put
from litestar.di import NamedDependency as Given
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import JSONBody

from onepresence_desktop.domain.diversion import ForwardingDefaults
from onepresence_desktop.domain.messages import VoicemailOptions
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes


@get(routes.MY_FORWARDING)
async def get_forwarding(principal: Given[Principal], services: Given[Services]) -> ForwardingDefaults:
    """CFB, CFNR with its seconds, CFNRc."""
    return (await services.settings.me(principal.customer_id, principal.user_id)).forwarding


@put(routes.MY_FORWARDING)
async def put_forwarding(
    data: JSONBody[bodies.ForwardingBody], principal: Given[Principal], services: Given[Services]
) -> ForwardingDefaults:
    """Set them."""
    return await services.settings.put_forwarding(principal.customer_id, principal.user_id, data)


@get(routes.MY_VOICEMAIL)
async def get_voicemail(principal: Given[Principal], services: Given[Services]) -> VoicemailOptions:
    """How OneVoicemail meets callers."""
    return (await services.settings.me(principal.customer_id, principal.user_id)).voicemail


@put(routes.MY_VOICEMAIL)
async def put_voicemail(
    data: JSONBody[bodies.VoicemailBody], principal: Given[Principal], services: Given[Services]
) -> VoicemailOptions:
    """Set it."""
    return await services.settings.put_voicemail(principal.customer_id, principal.user_id, data)


@get(
    routes.MY_GREETING,
    responses={200: ResponseSpec(bytes, description="WAV, 8 kHz mono 16 bit", media_type="audio/wav")},
)
async def get_greeting(principal: Given[Principal], services: Given[Services]) -> Response[bytes]:
    """What a caller would hear now."""
    sound = await services.greetings.wav(principal.customer_id, principal.user_id)
    return Response(sound, media_type="audio/wav", headers={"Cache-Control": "no-store"})


@get(routes.MY_FAVOURITES)
async def get_favourites(principal: Given[Principal], services: Given[Services]) -> list[UserId]:
    """Favourites in their order."""
    return (await services.settings.me(principal.customer_id, principal.user_id)).favourites


@put(routes.MY_FAVOURITES)
async def put_favourites(
    data: JSONBody[bodies.FavouritesBody], principal: Given[Principal], services: Given[Services]
) -> list[UserId]:
    """All of them."""
    return list(await services.settings.put_favourites(principal.customer_id, principal.user_id, data.user_ids))


HANDLERS = [
    get_forwarding, put_forwarding, get_voicemail, put_voicemail, get_greeting, get_favourites, put_favourites,
]  # fmt: skip
