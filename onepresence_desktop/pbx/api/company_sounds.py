"""What a company recorded: what its numbers say, and the music of who waits (administrators)."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, delete, get, put
from litestar.di import NamedDependency as Given
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, FromQuery

from onepresence_desktop.domain.company_number import CompanyNumberId
from onepresence_desktop.domain.company_sounds import MUSIC, CompanySound, SaidAt, menu_place, said_at
from onepresence_desktop.domain.errors import WrongMediaType
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.api.spoken import WAV
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.pbx.sound_files import MOST_BYTES
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.company import CompanySoundView

ONE = routes.COMPANY_SOUND.replace("}", ":str}")


@get(routes.COMPANY_SOUNDS)
async def list_company_sounds(administrator: Given[Principal], services: Given[Services]) -> list[CompanySoundView]:
    """What there is."""
    return [_view(key, one) for key, one in sorted(services.company_sounds.listing(administrator.customer_id).items())]


def _view(key: str, sound: CompanySound) -> CompanySoundView:
    if (at := said_at(key)) is None:
        return CompanySoundView(place=key, seconds=sound.seconds)
    return CompanySoundView(number_id=at.number_id, place=at.place, language=at.language, seconds=sound.seconds)


def _key(services: Services, administrator: Principal, place: str, number: str, language: str, menu: str) -> str:
    if place == MUSIC:
        return MUSIC
    at = SaidAt(CompanyNumberId(number), menu_place(menu) if place == "menu" else place, language)
    return services.company_sounds.said(administrator.customer_id, at)


@get(ONE, responses={200: ResponseSpec(bytes, description="WAV, 8 kHz mono 16 bit", media_type="audio/wav")})
async def get_company_sound(
    place: FromPath[str],
    administrator: Given[Principal],
    services: Given[Services],
    number: FromQuery[str] = "",
    language: FromQuery[str] = "",
    menu: FromQuery[str] = "",
) -> Response[bytes]:
    """The music, or what a company number (its id) says in a language."""
    key = _key(services, administrator, place, number, language, menu)
    sound = await services.company_sounds.wav(administrator.customer_id, key)
    return Response(sound, media_type="audio/wav", headers={"Cache-Control": "private, no-store"})


@put(ONE, status_code=204, request_max_body_size=MOST_BYTES)
async def put_company_sound(
    place: FromPath[str],
    request: Request[Any, Any, Any],
    administrator: Given[Principal],
    services: Given[Services],
    number: FromQuery[str] = "",
    language: FromQuery[str] = "",
    menu: FromQuery[str] = "",
) -> None:
    """A WAV file of any rate and width, mono or stereo: the music (three minutes), or instead of a number's text."""
    key = _key(services, administrator, place, number, language, menu)
    if request.content_type[0] not in WAV:
        raise WrongMediaType
    await services.company_sounds.put(administrator.customer_id, key, await request.body(), administrator)


@delete(ONE)
async def delete_company_sound(
    place: FromPath[str],
    administrator: Given[Principal],
    services: Given[Services],
    number: FromQuery[str] = "",
    language: FromQuery[str] = "",
    menu: FromQuery[str] = "",
) -> None:
    """The service's own music, or the text, again."""
    key = _key(services, administrator, place, number, language, menu)
    await services.company_sounds.remove(administrator.customer_id, key, administrator)


HANDLERS = [list_company_sounds, get_company_sound, put_company_sound, delete_company_sound]
