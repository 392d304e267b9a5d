"""What the HTTP library and the system raise, as errors of the product: translated once, here."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Iterator

from onepresence_desktop.client.lean_httpx import httpx
from onepresence_desktop.client.trust import KeyChanged
from onepresence_desktop.domain.errors import (
    CertificateChanged,
    CertificateUnknown,
    Invalid,
    OnePresenceError,
    ServerAway,
)

FOREIGN = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpx.CookieConflict,
    httpx.StreamError,
    ssl.SSLError,
    OSError,
    UnicodeError,
)
"""The roots of all that can be raised on the way to a server."""


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Raises an `OnePresenceError` for whatever foreign error the block raises."""
    try:
        yield
    except FOREIGN as exc:
        raise in_our_words(exc) from exc


def in_our_words(error: BaseException) -> OnePresenceError:
    """The error of the product that a foreign one stands for."""
    chain = list(_chain(error))
    if any(isinstance(link, KeyChanged) for link in chain):
        return CertificateChanged()
    if any(isinstance(link, ssl.SSLCertVerificationError) for link in chain):
        return CertificateUnknown()
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol | UnicodeError):
        return Invalid(field="server", problem="malformed")
    return ServerAway(detail=type(error).__name__)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
