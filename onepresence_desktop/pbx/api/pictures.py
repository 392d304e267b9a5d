"""Pictures of people."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, delete, get, put
from litestar.di import NamedDependency as Given
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath

from onepresence_desktop.domain.errors import WrongMediaType
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.pictures import MOST_BYTES, PictureKind
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes

ONE = routes.PERSON_PICTURE.replace("{id}", "{id:str}")
HEADERS = {"Cache-Control": "private, max-age=86400"}


@get(ONE, responses={200: ResponseSpec(bytes, description="PNG or JPEG", media_type="image/*")})
async def get_picture(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> Response[bytes]:
    """A colleague's, 256 pixels at most."""
    kind, data = await services.pictures.of(principal, UserId(id))
    return Response(data, media_type=kind.value, headers=HEADERS)


@put(routes.MY_PICTURE, status_code=204, request_max_body_size=MOST_BYTES)
async def put_picture(request: Request[Any, Any, Any], principal: Given[Principal], services: Given[Services]) -> None:
    """The principal's own, PNG or JPEG."""
    if request.content_type[0] not in set(PictureKind):
        raise WrongMediaType
    await services.pictures.put(principal, await request.body())


@delete(routes.MY_PICTURE)
async def delete_own_picture(principal: Given[Principal], services: Given[Services]) -> None:
    """Initials again."""
    await services.pictures.remove_own(principal)


@delete(ONE)
async def delete_picture(id: FromPath[str], administrator: Given[Principal], services: Given[Services]) -> None:
    """Take somebody's away."""
    await services.pictures.remove(administrator.customer_id, UserId(id), administrator)


HANDLERS = [get_picture, put_picture, delete_own_picture, delete_picture]
