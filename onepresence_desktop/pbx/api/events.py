"""The live stream (WHATWG server-sent events): a plain ASGI endpoint that hands its connection to the event stream."""

from __future__ import annotations

from typing import cast

from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse, Operation, PathItem, Schema
from litestar.openapi.spec.enums import OpenAPIType
from litestar.types import Receive, Scope, Send

from onepresence_desktop.domain.errors import OnePresenceError, PasswordChangeRequired
from onepresence_desktop.domain.reception import attends
from onepresence_desktop.pbx.api.auth import token_of
from onepresence_desktop.pbx.api.outside import refuse
from onepresence_desktop.pbx.event_ring import chunk
from onepresence_desktop.pbx.event_stream import LAST_CHUNK, Client, EventStream
from onepresence_desktop.pbx.http.connection import CONNECTION, Connection, proved
from onepresence_desktop.pbx.services.announce import SIGNED_OUT
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.sign_in import SignIn

HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


class EventsEndpoint:
    """GET /v1/events. The stream then writes to the connection itself; this only waits for the client to go."""

    def __init__(self, sign_in: SignIn, live: LiveState, stream: EventStream) -> None:
        self._sign_in = sign_in
        self._live = live
        self._stream = stream

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            token = token_of(scope["headers"])
            await self._sign_in.authenticate(token)
            proved(scope)
            client = self._client(scope, token)
        except OnePresenceError as exc:
            await refuse(send, exc)
            return
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        last_id = dict(scope["headers"]).get(b"last-event-id", b"").decode("latin-1")
        # That may have waited for earlier answers to be read: who it is, and in which role, is looked at once more.
        try:
            try:
                client = self._client(scope, token)
            except OnePresenceError:
                client.link.write(chunk(SIGNED_OUT) + LAST_CHUNK)
                client.link.close()
            else:
                await self._stream.join(client, last_id)
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self._stream.leave(client)
            client.link.close()

    def _client(self, scope: Scope, token: str) -> Client:
        """The client as they are at this moment. Raises `NotSignedIn`, `PasswordChangeRequired`."""
        principal = self._sign_in.again(token)
        if principal.must_change:
            raise PasswordChangeRequired
        company = self._live.company(principal.customer_id)
        user = company.user(principal.user_id)
        link = cast("dict[str, Connection]", scope["extensions"])[CONNECTION].take_over()
        receptionist = attends(user, company.dial_plan.reception)
        return Client(principal.customer_id, principal.user_id, receptionist, principal.session_id, link)


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
