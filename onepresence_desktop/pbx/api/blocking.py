"""Callers who are not let in: the principal's own, and the company's."""

from __future__ import annotations

from litestar import get, put
from litestar.di import NamedDependency as Given
from litestar.params import JSONBody

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.blocking import BlockingBody, BlockingView, CompanyBlockingBody


@get(routes.MY_BLOCKED)
async def get_my_blocked(principal: Given[Principal], services: Given[Services]) -> BlockingView:
    """Whom the caller doesn't let in."""
    return services.blocking.mine(principal.customer_id, principal.user_id)


@put(routes.MY_BLOCKED)
async def put_my_blocked(
    data: JSONBody[BlockingBody], principal: Given[Principal], services: Given[Services]
) -> BlockingView:
    """All of it."""
    return await services.blocking.put_mine(principal.customer_id, principal.user_id, data)


@get(routes.COMPANY_BLOCKED)
async def get_company_blocked(administrator: Given[Principal], services: Given[Services]) -> BlockingView:
    """Whom nobody in the company lets in."""
    return services.blocking.companys(administrator.customer_id)


@put(routes.COMPANY_BLOCKED)
async def put_company_blocked(
    data: JSONBody[CompanyBlockingBody], administrator: Given[Principal], services: Given[Services]
) -> BlockingView:
    """All of it."""
    return await services.blocking.put_companys(administrator.customer_id, data, administrator)


HANDLERS = [get_my_blocked, put_my_blocked, get_company_blocked, put_company_blocked]
