"""The live stream (WHATWG server-sent events): a plain ASGI endpoint that hands its connection to the event stream."""

from __future__ import annotations

from typing import Any

from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse, Operation, PathItem, Schema
from litestar.openapi.spec.enums import OpenAPIType
from litestar.types import Receive, Scope, Send

from onepresence_desktop.domain.errors import OnePresenceError, PasswordChangeRequired
from onepresence_desktop.domain.people import Role
from onepresence_desktop.pbx.api.auth import token_of
from onepresence_desktop.pbx.api.problems import refusal_headers
from onepresence_desktop.pbx.api.server import CONNECTION
from onepresence_desktop.pbx.event_stream import Client, EventStream
from onepresence_desktop.pbx.services.office import Office
from onepresence_desktop.pbx.services.sign_in import Caller, SignIn
from onepresence_desktop.wire.problems import MEDIA_TYPE, encode_problem, status_of

HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


class EventsEndpoint:
    """GET /v1/events. The stream then writes to the connection itself; this only waits for the client to go."""

    def __init__(self, sign_in: SignIn, office: Office, stream: EventStream) -> None:
        self._sign_in = sign_in
        self._office = office
        self._stream = stream

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            caller = await self._sign_in.authenticate(token_of(scope["headers"]))
            if caller.must_change:
                raise PasswordChangeRequired
            client = self._client(scope, caller)
        except OnePresenceError as exc:
            extra = [(name.lower().encode(), value.encode()) for name, value in refusal_headers(exc).items()]
            headers = [(b"content-type", MEDIA_TYPE.encode()), *extra]
            await send({"type": "http.response.start", "status": status_of(exc), "headers": headers})
            await send({"type": "http.response.body", "body": encode_problem(exc), "more_body": False})
            return
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        last_id = dict(scope["headers"]).get(b"last-event-id", b"").decode("latin-1")
        try:
            await self._stream.join(client, last_id)
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self._stream.leave(client)
            client.link.close()

    def _client(self, scope: Scope, caller: Caller) -> Client:
        user = self._office.company(caller.customer_id).user(caller.user_id)
        link: Any = (scope.get("extensions") or {})[CONNECTION]
        receptionist = user.role is Role.RECEPTIONIST
        return Client(caller.customer_id, caller.user_id, receptionist, caller.session_id, link)


def described() -> PathItem:
    """The endpoint's place in the OpenAPI document."""
    stream = OpenAPIMediaType(schema=Schema(type=OpenAPIType.STRING))
    summary = "First event `snapshot`, then deltas; `Last-Event-ID` resumes."
    answer = OpenAPIResponse(description="An endless stream of events", content={"text/event-stream": stream})
    return PathItem(
        get=Operation(
            operation_id="FollowEvents",
            summary="Follow events",
            description=summary,
            responses={"200": answer},
            security=[{"bearer": []}],
        )
    )
