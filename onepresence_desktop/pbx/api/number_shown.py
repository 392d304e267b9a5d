"""The number shown to whoever is called: the principal's choice, and what the company allows."""

from __future__ import annotations

from litestar import get, put
from litestar.di import NamedDependency as Given
from litestar.params import JSONBody

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import number_shown as wire
from onepresence_desktop.wire import routes


@get(routes.MY_NUMBER_SHOWN)
async def get_my_number_shown(principal: Given[Principal], services: Given[Services]) -> wire.NumberShownView:
    """What those outside see of the caller's calls, and what may be chosen."""
    return services.number_shown.mine(principal.customer_id, principal.user_id)


@put(routes.MY_NUMBER_SHOWN)
async def put_my_number_shown(
    data: JSONBody[wire.NumberShownBody], principal: Given[Principal], services: Given[Services]
) -> wire.NumberShownView:
    """Choose; it holds for all of the caller's phones."""
    return await services.number_shown.put_mine(principal.customer_id, principal.user_id, data)


@get(routes.COMPANY_NUMBERS_SHOWN)
async def get_numbers_shown(administrator: Given[Principal], services: Given[Services]) -> wire.NumbersShownView:
    """What users may choose of."""
    return services.number_shown.companys(administrator.customer_id)


@put(routes.COMPANY_NUMBERS_SHOWN)
async def put_numbers_shown(
    data: JSONBody[wire.NumbersShownBody], administrator: Given[Principal], services: Given[Services]
) -> wire.NumbersShownView:
    """Say what users may choose of."""
    return await services.number_shown.put_companys(administrator.customer_id, data, administrator)


HANDLERS = [get_my_number_shown, put_my_number_shown, get_numbers_shown, put_numbers_shown]
