"""What the framework leaves out of the OpenAPI document: the live stream, and the refusals of every operation."""

from __future__ import annotations

from litestar.openapi.spec import OpenAPI, OpenAPIMediaType, OpenAPIResponse, Operation, PathItem, Schema
from litestar.openapi.spec.enums import OpenAPIType

from onepresence_desktop.domain.errors import by_code
from onepresence_desktop.wire.problems import MEDIA_TYPE

METHODS = ("get", "post", "put", "patch", "delete")


def complete(document: OpenAPI, more: dict[str, PathItem]) -> None:
    """Add paths, and a default answer to every operation."""
    paths = document.paths
    assert paths is not None
    paths.update(more)
    problem = OpenAPIResponse(
        description="A refusal (RFC 9457)", content={MEDIA_TYPE: OpenAPIMediaType(schema=_problem())}
    )
    for path in paths.values():
        for method in METHODS:
            operation: Operation | None = getattr(path, method)
            if operation is not None:
                answers = operation.responses or {}
                answers.pop("400", None)
                operation.responses = {**answers, "default": problem}


def _problem() -> Schema:
    text = Schema(type=OpenAPIType.STRING)
    codes = "One of: " + ", ".join(sorted(by_code()))
    return Schema(
        type=OpenAPIType.OBJECT,
        required=["type", "title", "status", "code"],
        properties={
            "type": text,
            "title": text,
            "status": Schema(type=OpenAPIType.INTEGER),
            "code": Schema(type=OpenAPIType.STRING, description=codes),
            "details": Schema(type=OpenAPIType.OBJECT),
        },
    )
