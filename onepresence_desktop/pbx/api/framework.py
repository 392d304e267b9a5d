"""The web framework with the handlers of one word; whose services they ask is said by each request (`served`).

The signature of every handler is read, which for all of them takes longer than to open a store: so a word's are read
when it is first asked for, and a service that starts waits for none.
"""

from __future__ import annotations

from functools import cache

from litestar import Litestar
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler
from litestar.openapi import OpenAPIConfig

from onepresence_desktop.pbx.api import auth, problems, served
from onepresence_desktop.pbx.api.document import Document
from onepresence_desktop.pbx.api.rooms import HANDLERS

NOBODY = ""
"""The word of paths that there are none of."""


def framework(path: str) -> Litestar:
    """What answers a path, one for each word and process. What nobody knows is refused by one without handlers."""
    word = _word(path)
    return _of_word(word if word in _handlers() else NOBODY)


def _word(path: str) -> str:
    """What a path is about: `v1/people` of `/v1/people/1`, `v1/me/diversions` of the user's own, `m` of `/m/1`."""
    parts = [part for part in path.split("/") if part]
    if parts[:1] != ["v1"]:
        return "".join(parts[:1])
    return "/".join(parts[: 3 if parts[1:2] == ["me"] else 2])


@cache
def _handlers() -> dict[str, list[HTTPRouteHandler]]:
    by_word: dict[str, list[HTTPRouteHandler]] = {NOBODY: []}
    for handler in (*HANDLERS, Document(lambda config: _make(HANDLERS, config)).handler()):
        (word,) = {_word(path) for path in handler.paths}
        by_word.setdefault(word, []).append(handler)
    return by_word


@cache
def _of_word(word: str) -> Litestar:
    return _make(_handlers()[word], None)


def _make(handlers: list[HTTPRouteHandler], openapi: OpenAPIConfig | None) -> Litestar:
    return Litestar(
        handlers,
        dependencies={
            "services": Provide(served.provide_services, sync_to_thread=False),
            "peer": Provide(auth.provide_peer),
            "newcomer": Provide(auth.provide_newcomer),
            "principal": Provide(auth.provide_principal),
            "administrator": Provide(auth.provide_administrator),
        },
        exception_handlers=problems.HANDLERS,  # type: ignore[arg-type]
        openapi_config=openapi,
        request_max_body_size=problems.MOST_BODY,
        logging_config=None,
    )
