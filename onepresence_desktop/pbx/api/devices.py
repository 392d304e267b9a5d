"""Phones, for administrators."""

from __future__ import annotations

from litestar import Response, delete, get, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.pbx.api.words import Words
from onepresence_desktop.pbx.services.sign_in import Caller
from onepresence_desktop.wire import bodies, routes, views

OF_PERSON = routes.PERSON_DEVICES.replace("{id}", "{id:str}")


@get(OF_PERSON)
async def list_devices(
    id: FromPath[str],
    administrator: Given[Caller],
    words: Given[Words],
) -> list[views.DeviceListing]:
    """A person's phones."""
    return words.administration.devices(administrator, UserId(id))


@post(OF_PERSON)
async def add_device(
    id: FromPath[str],
    data: JSONBody[bodies.DeviceBody],
    administrator: Given[Caller],
    words: Given[Words],
) -> views.DeviceListing:
    """Give a person a phone."""
    return await words.administration.add_device(administrator, UserId(id), data)


@delete(routes.DEVICE.replace("{id}", "{id:str}"))
async def remove_device(id: FromPath[str], administrator: Given[Caller], words: Given[Words]) -> None:
    """Take a phone away."""
    await words.administration.remove_device(administrator, DeviceId(id))


@get(routes.DEVICE_SIP.replace("{id}", "{id:str}"))
async def show_sip_settings(
    id: FromPath[str],
    administrator: Given[Caller],
    words: Given[Words],
) -> Response[views.SipSettings]:
    """What to type into the phone; each showing is written down."""
    settings = await words.administration.sip_settings(administrator, DeviceId(id))
    return Response(settings, headers={"Cache-Control": "no-store"})


HANDLERS = [list_devices, add_device, remove_device, show_sip_settings]
