"""Errors on the wire: RFC 9457 problems with a stable `code` and the error's own details."""

from __future__ import annotations

from typing import Any

import msgspec

from onepresence_desktop.domain import errors
from onepresence_desktop.wire.codec import encode

MEDIA_TYPE = "application/problem+json"

STATUS: dict[type[errors.OnePresenceError], int] = {
    errors.OnePresenceError: 400,
    errors.SignInError: 401,
    errors.Throttled: 429,
    errors.PasswordChangeRequired: 403,
    errors.PasswordNeeded: 403,
    errors.PasswordRefused: 422,
    errors.Forbidden: 403,
    errors.NotFound: 404,
    errors.Invalid: 422,
    errors.TooLarge: 413,
    errors.VersionRefused: 400,
    errors.WrongMediaType: 415,
    errors.Conflict: 409,
    errors.RouteRefused: 422,
    errors.CallRefused: 409,
    errors.NumberRefused: 422,
    errors.CallGone: 404,
    errors.Unavailable: 503,
    errors.StoreFull: 507,
}
"""HTTP status by error; a class without one has its parent's."""


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """The body of a refusal (RFC 9457); `title` is for developers, clients speak their own language."""

    type: str
    title: str
    status: int
    code: str
    details: dict[str, str | int | None] = {}


def status_of(error: errors.OnePresenceError) -> int:
    """The HTTP status that goes with an error."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def problem_of(error: errors.OnePresenceError) -> Problem:
    """The problem document of an error."""
    return Problem(
        type=f"urn:onepresence:{error.code}",
        title=error.code.replace("_", " "),
        status=status_of(error),
        code=error.code,
        details=error.details,
    )


def encode_problem(error: errors.OnePresenceError) -> bytes:
    """JSON of the problem document."""
    return encode(problem_of(error))


def error_of(code: str, details: dict[str, Any]) -> errors.OnePresenceError:
    """The error that a problem stands for: the class the server raised, or the root for a code of a newer server."""
    kind = errors.by_code().get(code, errors.OnePresenceError)
    return kind(**details)
