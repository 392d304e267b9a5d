"""After how long calls come back to the reception, for administrators."""

from __future__ import annotations

from litestar import get, put
from litestar.di import NamedDependency as Given
from litestar.params import JSONBody

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.reception import ReceptionTimesBody, ReceptionTimesView


@get(routes.COMPANY_RECEPTION)
async def get_reception_times(administrator: Given[Principal], services: Given[Services]) -> ReceptionTimesView:
    """Of the administrator's company."""
    return services.reception_times.view(administrator.customer_id)


@put(routes.COMPANY_RECEPTION)
async def put_reception_times(
    data: JSONBody[ReceptionTimesBody], administrator: Given[Principal], services: Given[Services]
) -> ReceptionTimesView:
    """Set them."""
    return await services.reception_times.put(administrator.customer_id, data, administrator)


HANDLERS = [get_reception_times, put_reception_times]
