"""Whether all phones of the company must be encrypted, for administrators."""

from __future__ import annotations

from litestar import get, put
from litestar.di import NamedDependency as Given
from litestar.params import JSONBody

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.devices import SecurePhonesBody, SecurePhonesView


@get(routes.COMPANY_SECURE_PHONES)
async def get_secure_phones(administrator: Given[Principal], services: Given[Services]) -> SecurePhonesView:
    """Whether they must, and whether they can."""
    return services.secure_phones.view(administrator.customer_id)


@put(routes.COMPANY_SECURE_PHONES)
async def put_secure_phones(
    data: JSONBody[SecurePhonesBody], administrator: Given[Principal], services: Given[Services]
) -> SecurePhonesView:
    """Demand it, or no longer; phones that came in without are no longer reached there."""
    return await services.secure_phones.put(administrator.customer_id, data.secure, administrator)


HANDLERS = [get_secure_phones, put_secure_phones]
