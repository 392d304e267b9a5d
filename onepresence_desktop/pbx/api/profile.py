"""Who the principal is, and what of it is theirs to change."""

from __future__ import annotations

from litestar import get, patch
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes, views


@get(routes.ME)
async def get_me(principal: Given[Principal], services: Given[Services]) -> views.MeView:
    """Profile, phones, and all that is kept below."""
    return await services.settings.me(principal.customer_id, principal.user_id)


@patch(routes.ME)
async def change_me(
    data: JSONBody[bodies.MePatch], principal: Given[Principal], services: Given[Services]
) -> views.MeView:
    """Change what is one's own to change: mobile, language, working hours."""
    return await services.profile.change(principal, data)


@patch(routes.MY_DEVICE.replace("{id}", "{id:str}"))
async def change_own_device(
    id: FromPath[str], data: JSONBody[bodies.RingPatch], principal: Given[Principal], services: Given[Services]
) -> views.MeView:
    """Change when one's own phone rings."""
    return await services.profile.change_device(principal, DeviceId(id), data)


HANDLERS = [get_me, change_me, change_own_device]
