"""What is answered around the web framework: refusals, and on every answer the protocols spoken here (spec 13.8)."""

from __future__ import annotations

from litestar.types import ASGIApp, Message, Receive, Scope, Send

from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.pbx.api.problems import refusal_headers
from onepresence_desktop.wire import protocol
from onepresence_desktop.wire.problems import MEDIA_TYPE, encode_problem, status_of

_HEADER = protocol.HEADER.lower().encode()
_STATED = ((_HEADER, str(protocol.OURS).encode()), (b"x-content-type-options", b"nosniff"))
"""On every answer: the protocol, and that a browser takes each for what it says it is and for nothing else."""


async def refuse(send: Send, error: OnePresenceError) -> None:
    """Answer with an error's problem document."""
    body = encode_problem(error)
    extra = [(name.lower().encode(), value.encode()) for name, value in refusal_headers(error).items()]
    headers = [(b"content-type", MEDIA_TYPE.encode()), (b"content-length", b"%d" % len(body)), *extra]
    await send({"type": "http.response.start", "status": status_of(error), "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})


def speaking(application: ASGIApp) -> ASGIApp:
    """The application, refused to clients with which there is no protocol in common; every answer states ours."""

    async def spoken(scope: Scope, receive: Receive, send: Send) -> None:
        async def stating(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_STATED]
            await send(message)

        try:
            said = next((value.decode("latin-1") for name, value in scope["headers"] if name == _HEADER), None)
            refused: OnePresenceError | None = protocol.disagreement(
                client=protocol.stated(said), service=protocol.OURS
            )
        except OnePresenceError as exc:
            refused = exc
        if refused is not None:
            await refuse(stating, refused)
        else:
            await application(scope, receive, stating)

    return spoken
