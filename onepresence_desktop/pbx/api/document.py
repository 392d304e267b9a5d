"""The OpenAPI document (contract: `/v1/openapi.json`), made when somebody first asks for it.

The framework's own part of it loads libraries that make examples; a service that nobody asks never needs them.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Litestar, Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.openapi import OpenAPIConfig

from onepresence_desktop import __version__
from onepresence_desktop.domain.errors import by_code
from onepresence_desktop.pbx.api import events
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.problems import MEDIA_TYPE

if TYPE_CHECKING:
    from litestar.openapi.spec import OpenAPI

METHODS = ("get", "post", "put", "patch", "delete")


class Document:
    """Describes an application. make: the same application again, with the given configuration of its document."""

    def __init__(self, make: Callable[[OpenAPIConfig], Litestar]) -> None:
        self._make = make
        self._made: bytes | None = None
        self._making = threading.Lock()

    def handler(self) -> HTTPRouteHandler:
        """`GET /v1/openapi.json`, itself not in the document."""

        @get(routes.OPENAPI, include_in_schema=False)
        async def get_openapi() -> Response[bytes]:
            return Response(await asyncio.to_thread(self._needed), media_type="application/vnd.oai.openapi+json")

        return get_openapi

    def _needed(self) -> bytes:
        with self._making:
            if self._made is None:
                self._made = _describe(self._make)
            return self._made


def _describe(make: Callable[[OpenAPIConfig], Litestar]) -> bytes:
    from litestar.openapi.spec import Components, SecurityScheme

    ways = Components(security_schemes={"bearer": SecurityScheme(type="http", scheme="bearer")})
    config = OpenAPIConfig(title="OnePresence", version=__version__, components=ways, security=[{"bearer": []}])
    described = make(config).openapi_schema
    _complete(described)
    return msgspec.json.encode(described.to_schema())


def _complete(document: OpenAPI) -> None:
    """Add the live stream, which goes around the framework, and the refusals of every operation."""
    from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse, Operation

    paths = document.paths
    assert paths is not None
    paths[routes.EVENTS] = events.described()
    content = {MEDIA_TYPE: OpenAPIMediaType(schema=_problem())}
    problem = OpenAPIResponse(description="A refusal (RFC 9457)", content=content)
    for path in paths.values():
        found: list[Operation | None] = [getattr(path, method) for method in METHODS]
        for operation in found:
            if operation is not None:
                answers = operation.responses or {}
                answers.pop("400", None)
                operation.responses = {**answers, "default": problem}


def _problem() -> Any:
    from litestar.openapi.spec import OpenAPIType, Reference, Schema

    text = Schema(type=OpenAPIType.STRING)
    code = Schema(type=OpenAPIType.STRING, description="One of: " + ", ".join(sorted(by_code())))
    status, details = Schema(type=OpenAPIType.INTEGER), Schema(type=OpenAPIType.OBJECT)
    properties: dict[str, Reference | Schema] = {"type": text, "title": text, "status": status, "code": code}
    properties["details"] = details
    return Schema(type=OpenAPIType.OBJECT, required=["type", "title", "status", "code"], properties=properties)
