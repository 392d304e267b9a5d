"""The caller's forwarding defaults, voicemail options, how the mailbox sounds, favourites."""

from __future__ import annotations

from litestar import Response, get, put
from litestar.di import NamedDependency as Given
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import JSONBody

from onepresence_desktop.domain.diversion import ForwardingDefaults
from onepresence_desktop.domain.messages import VoicemailOptions
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.api.words import Words
from onepresence_desktop.pbx.services.sign_in import Caller
from onepresence_desktop.wire import bodies, routes


@get(routes.MY_FORWARDING)
async def get_forwarding(caller: Given[Caller], words: Given[Words]) -> ForwardingDefaults:
    """CFB, CFNR with its seconds, CFNRc."""
    return (await words.settings.me(caller.customer_id, caller.user_id)).forwarding


@put(routes.MY_FORWARDING)
async def put_forwarding(
    data: JSONBody[bodies.ForwardingBody], caller: Given[Caller], words: Given[Words]
) -> ForwardingDefaults:
    """Set them."""
    return await words.settings.put_forwarding(caller.customer_id, caller.user_id, data)


@get(routes.MY_VOICEMAIL)
async def get_voicemail(caller: Given[Caller], words: Given[Words]) -> VoicemailOptions:
    """How OneVoicemail meets callers."""
    return (await words.settings.me(caller.customer_id, caller.user_id)).voicemail


@put(routes.MY_VOICEMAIL)
async def put_voicemail(
    data: JSONBody[bodies.VoicemailBody], caller: Given[Caller], words: Given[Words]
) -> VoicemailOptions:
    """Set it."""
    return await words.settings.put_voicemail(caller.customer_id, caller.user_id, data)


@get(
    routes.MY_GREETING,
    responses={200: ResponseSpec(bytes, description="WAV, 8 kHz mono 16 bit", media_type="audio/wav")},
)
async def get_greeting(caller: Given[Caller], words: Given[Words]) -> Response[bytes]:
    """What a caller would hear now."""
    sound = await words.greetings.wav(caller.customer_id, caller.user_id)
    return Response(sound, media_type="audio/wav", headers={"Cache-Control": "no-store"})


@get(routes.MY_FAVOURITES)
async def get_favourites(caller: Given[Caller], words: Given[Words]) -> list[UserId]:
    """Favourites in their order."""
    return (await words.settings.me(caller.customer_id, caller.user_id)).favourites


@put(routes.MY_FAVOURITES)
async def put_favourites(
    data: JSONBody[bodies.FavouritesBody], caller: Given[Caller], words: Given[Words]
) -> list[UserId]:
    """All of them."""
    return list(await words.settings.put_favourites(caller.customer_id, caller.user_id, data.user_ids))


HANDLERS = [
    get_forwarding, put_forwarding, get_voicemail, put_voicemail, get_greeting, get_favourites, put_favourites,
]  # fmt: skip
