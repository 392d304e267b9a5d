"""A connection to one service: requests, answers, and refusals raised as the classes the server raised."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar
from urllib.parse import quote

from onepresence_desktop.client.foreign import translated
from onepresence_desktop.client.lean_httpx import httpx
from onepresence_desktop.client.trust import believing, is_local
from onepresence_desktop.domain.errors import (
    ClientTooNew,
    Invalid,
    NotEncrypted,
    NotFound,
    OnePresenceError,
    ServerAway,
)
from onepresence_desktop.wire import codec, protocol
from onepresence_desktop.wire.problems import Problem, error_of

T = TypeVar("T")

_HOST = re.compile(r"[^\s%/?#@]+")

TIMEOUT = httpx.Timeout(10.0, connect=5.0)
"""Long enough for a slow link, short enough that a person still waits for the answer."""
LONG_TIMEOUT = httpx.Timeout(300.0, connect=5.0)
"""For a file with everybody of a large company, which is looked at line by line before anything is written."""

LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=60)
"""A connection is kept for a minute, so that the next click needs no new one; the service keeps it for two."""


def checked(address: str) -> httpx.URL:
    """A server's URL. Raises `Invalid` for what is none, `NotEncrypted` for plain HTTP beyond this machine."""
    with translated():
        url = httpx.URL(address.rstrip("/"))
        if url.scheme not in {"http", "https"} or not _HOST.fullmatch(url.host) or not 0 < (url.port or 443) < 65536:
            raise Invalid(field="server", problem="malformed")
        if url.scheme == "http" and not is_local(url):
            raise NotEncrypted
        return url


class Requests:
    """A connection to one service; `token` is set by `sign_in` or given.

    pin: the server's fingerprint, compared when it was first met; None for a certificate that the system trusts.
    Every method raises an `OnePresenceError`; `ServerAway` when there is no (sensible) answer.
    """

    def __init__(
        self,
        address: str,
        *,
        token: str | None = None,
        pin: str | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        url = checked(address)
        self.address = address.rstrip("/")
        self.token = token
        self.encrypted = url.scheme == "https"
        self._transport = transport
        self.http = self._connecting(url, pin)

    async def believe(self, pin: str) -> None:
        """From now on the server's key has this fingerprint."""
        before, self.http = self.http, self._connecting(self.http.base_url, pin)
        await before.aclose()

    def _connecting(self, url: httpx.URL, pin: str | None) -> httpx.AsyncClient:
        with translated():
            return httpx.AsyncClient(
                base_url=url,
                timeout=TIMEOUT,
                limits=LIMITS,
                transport=self._transport,
                verify=believing(pin) if self.encrypted else False,
                trust_env=not is_local(url),
            )

    def move(self, address: str) -> None:
        """The same service answers elsewhere on this machine now (restarted on another port)."""
        self.http.base_url = checked(address)
        self.address = address.rstrip("/")

    async def close(self) -> None:
        """Give up the connection."""
        await self.http.aclose()

    def headers(self) -> dict[str, str]:
        """Who asks, and which protocols are spoken here."""
        spoken = {protocol.HEADER: str(protocol.OURS)}
        return {"Authorization": f"Bearer {self.token}", **spoken} if self.token else spoken

    def check_protocol(self, answer: Mapping[str, str]) -> None:
        """Whether the service that gave an answer can be understood, by its headers. Raises `VersionRefused`."""
        try:
            theirs = protocol.stated(answer.get(protocol.HEADER))
        except Invalid as exc:
            raise ServerAway(detail="unreadable_answer") from exc
        refused = protocol.disagreement(client=protocol.OURS, service=theirs)
        if refused is not None:
            raise refused

    async def _ask(
        self, kind: type[T], method: str, path: str, body: Any = None, *, params: Mapping[str, str] | None = None
    ) -> T:
        return self._read(await self._send(method, path, body, params=params), kind)

    def _read(self, response: httpx.Response, kind: type[T]) -> T:
        try:
            return codec.read(response.content, kind)
        except Invalid as exc:
            raise ServerAway(detail="unreadable_answer") from exc

    async def _do(self, method: str, path: str, body: Any = None, *, params: Mapping[str, str] | None = None) -> None:
        await self._send(method, path, body, params=params)

    async def _send(
        self, method: str, path: str, body: Any = None, *, params: Mapping[str, str] | None = None
    ) -> httpx.Response:
        if body is None:
            return await self._upload(method, path, None, "", params=params)
        return await self._upload(method, path, codec.encode(body), "application/json", params=params)

    async def _upload(
        self,
        method: str,
        path: str,
        content: bytes | None,
        kind: str,
        *,
        params: Mapping[str, str] | None = None,
        timeout: httpx.Timeout = TIMEOUT,
    ) -> httpx.Response:
        headers = self.headers()
        if content is not None:
            headers["Content-Type"] = kind
        with translated():
            response = await self.http.request(
                method, quote(path, safe="/"), content=content, params=params, headers=headers, timeout=timeout
            )
        self.check_protocol(response.headers)
        if response.is_error:
            raise refusal(response.status_code, response.content)
        return response


def refusal(status: int, content: bytes) -> OnePresenceError:
    """The error in an answer with an error status; what an older service doesn't have is told as such."""
    try:
        problem = codec.decode(content, Problem)
    except Invalid:
        return ServerAway(detail=f"http_{status}")
    error = error_of(problem.code, dict(problem.details))
    if status == 405 or (isinstance(error, NotFound) and error.details.get("what") == "path"):
        return ClientTooNew()
    return error
