"""Company numbers, for administrators."""

from __future__ import annotations

from litestar import Response, delete, get, post, put
from litestar.di import NamedDependency as Given
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.company_number import CompanyNumberId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.company import CompanyNumberBody, CompanyNumberView, ListenBody

ONE = routes.COMPANY_NUMBER.replace("{id}", "{id:str}")


@get(routes.COMPANY_NUMBERS)
async def list_company_numbers(administrator: Given[Principal], services: Given[Services]) -> list[CompanyNumberView]:
    """All of them, each with how it stands now."""
    return services.company_numbers.listing(administrator.customer_id)


@post(routes.COMPANY_NUMBERS)
async def add_company_number(
    data: JSONBody[CompanyNumberBody], administrator: Given[Principal], services: Given[Services]
) -> CompanyNumberView:
    """A new one."""
    return await services.company_numbers.add(administrator.customer_id, data, administrator)


@put(ONE)
async def put_company_number(
    id: FromPath[str], data: JSONBody[CompanyNumberBody], administrator: Given[Principal], services: Given[Services]
) -> CompanyNumberView:
    """Another in its place."""
    customer_id = administrator.customer_id
    return await services.company_numbers.put(customer_id, CompanyNumberId(id), data, administrator)


@delete(ONE)
async def remove_company_number(id: FromPath[str], administrator: Given[Principal], services: Given[Services]) -> None:
    """Remove one."""
    await services.company_numbers.remove(administrator.customer_id, CompanyNumberId(id), administrator)


@post(
    routes.COMPANY_LISTEN,
    status_code=200,
    responses={200: ResponseSpec(bytes, description="WAV, 8 kHz mono 16 bit", media_type="audio/wav")},
)
async def listen(
    data: JSONBody[ListenBody], administrator: Given[Principal], services: Given[Services]
) -> Response[bytes]:
    """A text as callers would hear it."""
    sound = await services.greetings.listen(data.text, data.language)
    return Response(sound, media_type="audio/wav", headers={"Cache-Control": "no-store"})


HANDLERS = [listen, list_company_numbers, add_company_number, put_company_number, remove_company_number]
