"""Addresses for phones, and what phones fetch there (not part of the documented interface: phones know it)."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath

from onepresence_desktop.domain.errors import NotSignedIn
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.http.basic import base_of, credentials
from onepresence_desktop.pbx.services.provisioning import Fetched
from onepresence_desktop.pbx.services.sign_in import Peer, Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.provisioning import ProvisioningView

CHALLENGE = {"WWW-Authenticate": 'Basic realm="OnePresence", charset="UTF-8"'}
Asked = Request[Any, Any, Any]


@post(routes.DEVICE_PROVISIONING.replace("{id}", "{id:str}"), status_code=201)
async def make_address(
    id: FromPath[str], request: Asked, administrator: Given[Principal], services: Given[Services]
) -> ProvisioningView:
    """The address to type into a desk phone; the one before is worth nothing then."""
    made = await services.provisioning.make_address(
        administrator.customer_id, DeviceId(id), _base(request), administrator
    )
    return ProvisioningView(address=made)


@get(["/v1/provisioning/{device:str}/{secret:str}/", "/v1/provisioning/{device:str}/{secret:str}/{file:str}"],
     include_in_schema=False)  # fmt: skip
async def fetch(
    device: FromPath[str],
    secret: FromPath[str],
    request: Asked,
    peer: Given[Peer],
    services: Given[Services],
) -> Response[str]:
    """A phone's first fetch."""
    agent, file = request.headers.get("user-agent", ""), str(request.path_params.get("file", ""))
    if request.headers.get("authorization") or "." in secret:  # a name of a file stands where a secret would
        return await _again(device, secret, request, peer, services)
    found = await services.provisioning.fetch(peer.address, device, secret, file, agent, _base(request))
    return _answer(found)


@get("/v1/provisioning/{device:str}/", include_in_schema=False)
async def fetch_again(
    device: FromPath[str], request: Asked, peer: Given[Peer], services: Given[Services]
) -> Response[str]:
    """Every later one, by the phone's own password (RFC 7617)."""
    return await _again(device, "", request, peer, services)


async def _again(device: str, file: str, request: Asked, peer: Peer, services: Services) -> Response[str]:
    user, password = credentials(request.headers.get("authorization", ""))
    agent = request.headers.get("user-agent", "")
    try:
        found = await services.provisioning.fetch_again(
            peer.address, device, user, password, file, agent, _base(request)
        )
    except NotSignedIn:
        return Response("", status_code=401, headers=CHALLENGE, media_type="text/plain")
    return _answer(found)


def _answer(found: Fetched) -> Response[str]:
    return Response(found.text, media_type=found.media_type, headers={"Cache-Control": "no-store"})


def _base(request: Asked) -> str:
    """The service as who asks reaches it."""
    url = request.base_url
    return base_of(url.scheme, url.hostname or "", url.port)


HANDLERS = [make_address, fetch, fetch_again]
