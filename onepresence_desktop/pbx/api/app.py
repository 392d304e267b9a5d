"""The HTTP interface as one ASGI application (contract: `/v1`, JSON, bearer token)."""

from __future__ import annotations

import hmac

from litestar import Litestar, Router
from litestar.datastructures import State
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from litestar.types import ASGIApp, Receive, Scope, Send

from onepresence_desktop import __version__
from onepresence_desktop.pbx.api import (
    admin,
    auth,
    calls,
    devices,
    diversions,
    events,
    forwarding,
    health,
    messages,
    people,
    problems,
    sessions,
    settings,
    snapshot,
)  # fmt: skip
from onepresence_desktop.pbx.api.document import complete
from onepresence_desktop.pbx.api.words import Words
from onepresence_desktop.wire import routes

ROOMS = (
    sessions, snapshot, diversions, settings, forwarding, messages, calls, people, devices, admin, health,
)  # fmt: skip


def make_api(words: Words, *, admin_token: str) -> ASGIApp:
    """Wire the handlers; the hot path of the live stream goes around the framework."""
    api = Litestar(
        [handler for room in ROOMS for handler in room.HANDLERS],
        dependencies={
            "words": Provide(lambda: words, sync_to_thread=False),
            "peer": Provide(auth.provide_peer),
            "newcomer": Provide(auth.provide_newcomer),
            "caller": Provide(auth.provide_caller),
            "administrator": Provide(auth.provide_administrator),
        },
        exception_handlers=problems.HANDLERS,  # type: ignore[arg-type]
        openapi_config=OpenAPIConfig(
            title="OnePresence",
            version=__version__,
            openapi_router=Router("/v1", route_handlers=[], include_in_schema=False, after_request=problems.no_page),
            render_plugins=[JsonRenderPlugin(path="/openapi.json")],
            components=Components(security_schemes={"bearer": SecurityScheme(type="http", scheme="bearer")}),
            security=[{"bearer": []}],
        ),
        request_max_body_size=problems.MOST_BODY,
        state=State({"is_admin_token": lambda token: hmac.compare_digest(token.encode(), admin_token.encode())}),
        logging_config=None,
    )
    complete(api.openapi_schema, {routes.EVENTS: events.described()})
    endpoint = events.EventsEndpoint(words.sign_in, words.office, words.stream)

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == routes.EVENTS and scope.get("method") == "GET":
            await endpoint(scope, receive, send)
        else:
            await api(scope, receive, send)

    return application
