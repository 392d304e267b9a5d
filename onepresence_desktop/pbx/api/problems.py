"""Every refusal as an RFC 9457 problem with a stable code; what is unforeseen is logged and told without detail."""

from __future__ import annotations

import logging
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException

from onepresence_desktop.domain.errors import Invalid, NotFound, OnePresenceError, Throttled, TooLarge, Unavailable
from onepresence_desktop.wire.codec import encode
from onepresence_desktop.wire.problems import MEDIA_TYPE, Problem, problem_of

log = logging.getLogger(__name__)

MOST_BODY = 256 * 1024
"""Bytes of a request's body; the largest honest one, 500 favourites, has 10 KB."""

AnyRequest = Request[Any, Any, Any]


def respond(problem: Problem, headers: dict[str, str] | None = None) -> Response[bytes]:
    """The problem as an answer."""
    return Response(encode(problem), status_code=problem.status, media_type=MEDIA_TYPE, headers=headers)


def refusal_headers(error: OnePresenceError) -> dict[str, str]:
    """Headers that go with a refusal: when to come again, how to sign in."""
    if isinstance(error, Throttled):
        return {"Retry-After": str(error.details.get("retry_after", 1))}
    if isinstance(error, Unavailable):
        return {"Retry-After": "2"}
    return {"WWW-Authenticate": "Bearer"} if problem_of(error).status == 401 else {}


def refused(_: AnyRequest, error: OnePresenceError) -> Response[bytes]:
    """A refusal of the product's own."""
    return respond(problem_of(error), refusal_headers(error))


def misread(_: AnyRequest, error: HTTPException) -> Response[bytes]:
    """What the framework refuses before a handler sees it."""
    headers = dict(error.headers or {})
    if error.status_code == 404:
        return respond(problem_of(NotFound(what="path")))
    if error.status_code == 413:
        return respond(problem_of(TooLarge(limit=MOST_BODY)), {"Connection": "close"})
    if error.status_code == 400:
        return respond(problem_of(_invalid(error)))
    code = error.detail.lower().replace(" ", "_") if error.detail.isascii() and len(error.detail) < 40 else "error"
    title = code.replace("_", " ")
    return respond(Problem(type=f"urn:onepresence:{code}", title=title, status=error.status_code, code=code), headers)


def failed(request: AnyRequest, error: Exception) -> Response[bytes]:
    """A mistake of ours."""
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return respond(Problem(type="urn:onepresence:error", title="internal error", status=500, code="error"))


def _invalid(error: HTTPException) -> Invalid:
    extra = error.extra if isinstance(error, ValidationException) else None
    first = extra[0] if isinstance(extra, list) and extra else {}
    if isinstance(first, dict) and first.get("key"):
        return Invalid(field=str(first["key"]), problem="wrong_type")
    return Invalid(field="", problem="malformed" if extra is None else "wrong_type")


def unreadable(_: AnyRequest, __: Exception) -> Response[bytes]:
    """JSON nested beyond measure, or text that is none."""
    return respond(problem_of(Invalid(field="", problem="malformed")))


def beyond_measure(_: AnyRequest, __: Exception) -> Response[bytes]:
    """A moment or number that no calendar or computer has."""
    return respond(problem_of(Invalid(field="", problem="out_of_range")))


HANDLERS = {
    OnePresenceError: refused,
    HTTPException: misread,
    OverflowError: beyond_measure,
    RecursionError: unreadable,
    UnicodeError: unreadable,
    Exception: failed,
}
