"""Phones, for administrators."""

from __future__ import annotations

from litestar import Response, delete, get, patch, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes, views

ONE = routes.DEVICE.replace("{id}", "{id:str}")
OF_PERSON = routes.PERSON_DEVICES.replace("{id}", "{id:str}")


@get(OF_PERSON)
async def list_devices(
    id: FromPath[str],
    administrator: Given[Principal],
    services: Given[Services],
) -> list[views.DeviceListing]:
    """A person's phones."""
    return services.administration.devices(administrator, UserId(id))


@post(OF_PERSON)
async def add_device(
    id: FromPath[str],
    data: JSONBody[bodies.DeviceBody],
    administrator: Given[Principal],
    services: Given[Services],
) -> views.DeviceListing:
    """Give a person a phone."""
    return await services.administration.add_device(administrator, UserId(id), data)


@patch(ONE)
async def change_device(
    id: FromPath[str],
    data: JSONBody[bodies.DevicePatch],
    administrator: Given[Principal],
    services: Given[Services],
) -> views.DeviceListing:
    """Say how a phone's sound goes, and whether it must be encrypted."""
    return await services.administration.change_device(administrator, DeviceId(id), data)


@delete(ONE)
async def remove_device(id: FromPath[str], administrator: Given[Principal], services: Given[Services]) -> None:
    """Take a phone away."""
    await services.administration.remove_device(administrator, DeviceId(id))


@get(routes.DEVICE_SIP.replace("{id}", "{id:str}"))
async def show_sip_settings(
    id: FromPath[str],
    administrator: Given[Principal],
    services: Given[Services],
) -> Response[views.SipSettings]:
    """What to type into the phone; each showing is written down."""
    settings = await services.administration.sip_settings(administrator, DeviceId(id))
    return Response(settings, headers={"Cache-Control": "no-store"})


HANDLERS = [list_devices, add_device, change_device, remove_device, show_sip_settings]
