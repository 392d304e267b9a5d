"""The page that a mail's link to a message leads to; it says the same for every id, whoever asks (spec 6.7)."""

from __future__ import annotations

import re
from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath

from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.pbx.prompts.link_page import link_page, preferred
from onepresence_desktop.wire import routes

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}


@get(routes.MESSAGE_LINK.replace("{id}", "{id:str}"), security=[], media_type="text/html; charset=utf-8")
async def open_message(id: FromPath[str], request: Request[Any, Any, Any]) -> Response[str]:
    """Opens the message in the app, where its owner is signed in; nothing is looked up here."""
    if not _ID.fullmatch(id):
        raise NotFound(what="message")
    language = preferred(request.headers.get("accept-language", ""))
    return Response(link_page(language, id), media_type="text/html; charset=utf-8", headers=HEADERS)


HANDLERS = [open_message]
