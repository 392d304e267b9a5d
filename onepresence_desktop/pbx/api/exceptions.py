"""Whom the principal lets through while calls are diverted."""

from __future__ import annotations

from litestar import get, put
from litestar.di import NamedDependency as Given
from litestar.params import JSONBody

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes, views


@get(routes.MY_EXCEPTIONS)
async def get_exceptions(principal: Given[Principal], services: Given[Services]) -> views.ExceptionsView:
    """The list of numbers, and the exceptions of diversions that name none."""
    return services.passing.exceptions(principal.customer_id, principal.user_id)


@put(routes.MY_EXCEPTIONS)
async def put_exceptions(
    data: JSONBody[bodies.ExceptionsBody], principal: Given[Principal], services: Given[Services]
) -> views.ExceptionsView:
    """Set them; what isn't given stays."""
    return await services.passing.put(principal.customer_id, principal.user_id, data)


HANDLERS = [get_exceptions, put_exceptions]
