"""The HTTP interface as one ASGI application (contract: `/v1`, JSON, bearer token)."""

from __future__ import annotations

from collections.abc import Sequence

from onepresence_desktop.pbx.left_out import left_out

# The web framework reads in YAML to offer its documents in it; here they are JSON.
with left_out("yaml"):
    from litestar.types import ASGIApp, Receive, Scope, Send

from onepresence_desktop.pbx.api import events
from onepresence_desktop.pbx.api.doorkeeper import guarded
from onepresence_desktop.pbx.api.framework import framework
from onepresence_desktop.pbx.api.outside import speaking
from onepresence_desktop.pbx.api.served import Served, tell
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.http.origin import Network
from onepresence_desktop.pbx.services import asked
from onepresence_desktop.wire import routes


def make_api(services: Services, *, admin_token: str, trusted: Sequence[Network] = ()) -> ASGIApp:
    """Wire the handlers; the hot path of the live stream goes around the framework. trusted: proxies."""
    served = Served(services, admin_token)
    endpoint = events.EventsEndpoint(services.sign_in, services.live, services.stream)

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == routes.EVENTS and scope.get("method") == "GET":
            await endpoint(scope, receive, send)
        else:
            tell(scope, served)
            with asked.request():
                await framework(scope["path"])(scope, receive, send)

    return speaking(guarded(application, trusted))
