"""The doorkeeper: every request is judged by where it comes from before it is anybody's (`http.origin`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from litestar.types import ASGIApp, Receive, Scope, Send

from onepresence_desktop.domain.errors import Invalid, OnePresenceError
from onepresence_desktop.pbx.api.outside import refuse
from onepresence_desktop.pbx.http.origin import Network, judge

_NUL = re.compile(rb"\x00|(?<!\\)(?:\\\\)*\\u0000")
"""A character that is in no text, in a body of JSON: PostgreSQL can't keep it, and nothing can show it."""


def guarded(application: ASGIApp, trusted: Sequence[Network]) -> ASGIApp:
    """The application behind the doorkeeper. trusted: proxies whose word about others counts."""

    async def looked_at(scope: Scope, receive: Receive, send: Send) -> None:
        rest = b""

        async def body() -> Any:
            nonlocal rest
            message: Any = await receive()
            if message["type"] == "http.request":
                piece = rest + message.get("body", b"")
                if _NUL.search(piece):
                    raise Invalid(field="", problem="control_character")
                rest = piece[-6:]
            return message

        try:
            judge(scope, trusted)
        except OnePresenceError as exc:
            await refuse(send, exc)
            return
        await application(scope, receive if _is_file(scope) else body, send)

    return looked_at


def _is_file(scope: Scope) -> bool:
    """Whether the body is a file, whose reader judges it: such bytes are in sounds, pictures and UTF-16."""
    told = next((value for name, value in scope["headers"] if name == b"content-type"), b"")
    return told.lower().startswith((b"text/csv", b"text/vcard", b"audio/", b"image/"))
