"""All that is kept of one person, handed out or erased, for administrators."""

from __future__ import annotations

from litestar import Response, get, post
from litestar.di import NamedDependency as Given
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes


@get(
    routes.PERSON_EXPORT.replace("{id}", "{id:str}"),
    responses={200: ResponseSpec(bytes, description="ZIP of JSON and sounds", media_type="application/zip")},
)
async def export_person(
    id: FromPath[str], administrator: Given[Principal], services: Given[Services]
) -> Response[bytes]:
    """A ZIP of JSON and sounds; written to the audit log."""
    made = await services.person_data.export(administrator.customer_id, UserId(id), administrator)
    return Response(made, media_type="application/zip", headers={"Cache-Control": "no-store"})


@post(routes.PERSON_ERASURE.replace("{id}", "{id:str}"), status_code=204)
async def erase_person(id: FromPath[str], administrator: Given[Principal], services: Given[Services]) -> None:
    """Remove a person, and what names them in what others keep; it can't be had back."""
    await services.person_data.erase(administrator.customer_id, UserId(id), administrator)


HANDLERS = [export_person, erase_person]
