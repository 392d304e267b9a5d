"""One request to a server of the company, with a bound for the answer; what it says of trouble as a stable word."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
import xml.etree.ElementTree as Xml
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.pbx.webdav.places import Judging

PATIENCE = 20.0
"""Seconds for a whole answer."""

MOST_REDIRECTS = 4
_PIECES = 64 * 1024

_BY_STATUS = {
    401: Trouble.SIGN_IN_REFUSED,
    404: Trouble.NOT_FOUND,
    410: Trouble.NOT_FOUND,
}


class WebDav:
    """Asks servers. here: also those on this machine. most_bytes: of an answer, unpacked.

    denied: what a 403 is called; where each person's things have an address of their own it is about that person.
    """

    def __init__(self, *, here: bool, most_bytes: int, denied: Trouble = Trouble.SIGN_IN_REFUSED) -> None:
        self._here = here
        self._most_bytes = most_bytes
        self._denied = denied
        self._client: httpx.AsyncClient | None = None

    async def close(self) -> None:
        """Let connections go."""
        if self._client is not None:
            await self._client.aclose()

    async def ask(
        self,
        method: str,
        address: str,
        *,
        account: str = "",
        password: str = "",
        headers: dict[str, str],
        content: str = "",
    ) -> tuple[int, httpx.Headers, bytes]:
        """One request; status, headers and body of a success or a 304. Raises `ConnectionFailed`."""
        auth = httpx.BasicAuth(account, password) if account else None
        if content:
            headers = {**headers, "Content-Type": "application/xml; charset=utf-8"}
        return await self._answer(method, address, auth, headers, content, self._refuse)

    async def told(
        self, method: str, address: str, *, headers: dict[str, str], content: str = ""
    ) -> tuple[int, httpx.Headers, bytes]:
        """One request; status, headers and body of whatever is answered. Raises `ConnectionFailed`.

        No redirect is followed: what is sent may be a secret itself, and goes where it was set to go.
        """
        return await self._answer(method, address, None, headers, content, lambda _: None, follow=False)

    async def _answer(
        self,
        method: str,
        address: str,
        auth: httpx.Auth | None,
        headers: dict[str, str],
        content: str,
        judge: Callable[[httpx.Response], None],
        *,
        follow: bool = True,
    ) -> tuple[int, httpx.Headers, bytes]:
        if self._client is None:
            self._client = httpx.AsyncClient(
                transport=Judging(here=self._here, keep=True),
                timeout=PATIENCE,
                follow_redirects=True,
                max_redirects=MOST_REDIRECTS,
                trust_env=False,
            )
        headers = {**headers, "Accept-Encoding": "gzip"}
        try:
            async with (
                asyncio.timeout(PATIENCE),  # the client's own is for each piece, and an answer can drip for ever
                self._client.stream(
                    method,
                    address,
                    headers=headers,
                    content=content.encode() or None,
                    auth=auth,
                    follow_redirects=follow,
                ) as answer,
            ):
                judge(answer)
                return answer.status_code, answer.headers, await _body(answer, self._most_bytes)
        except (TimeoutError, httpx.TimeoutException) as exc:
            raise ConnectionFailed(reason=Trouble.TIME_OUT) from exc
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError) as exc:
            trouble = Trouble.CERTIFICATE if about_certificate(exc) else Trouble.UNREACHABLE
            raise ConnectionFailed(reason=trouble, said=words_of(exc)) from exc

    def _refuse(self, answer: httpx.Response) -> None:
        status = answer.status_code
        if status < 300 or status == 304:
            return
        if status in (429, 503):
            raise ConnectionFailed(reason=Trouble.BUSY, retry_after=seconds(answer.headers.get("retry-after", "")))
        raise ConnectionFailed(reason=self._denied if status == 403 else _BY_STATUS.get(status, Trouble.SERVER_FAILED))


async def _body(answer: httpx.Response, most: int) -> bytes:
    body = await beginning(answer, most + 1)
    if len(body) > most:
        raise ConnectionFailed(reason=Trouble.TOO_LARGE)
    return body


async def beginning(answer: httpx.Response, most: int) -> bytes:
    """So many bytes of an answer at most. Raises `ConnectionFailed` for what is packed in a way that isn't read."""
    body = Unpacking(answer.headers.get("content-encoding", "identity"), most)
    async for piece in answer.aiter_raw(_PIECES):
        if body.add(piece):
            break
    return bytes(body.read)


class Unpacking:
    """An answer's beginning, unpacked a bounded piece at a time: a few packed bytes can stand for gigabytes.

    most: bytes that are kept. Raises `ConnectionFailed` for what is packed in a way that isn't read.
    """

    def __init__(self, coding: str, most: int) -> None:
        coding = coding.lower()
        if coding not in ("identity", "gzip"):
            raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD)
        self._unpacking = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16) if coding == "gzip" else None
        self._most = most
        self.read = bytearray()

    def add(self, piece: bytes) -> bool:
        """Take what came next; whether that is as much as is kept. Raises `ConnectionFailed`."""
        if self._unpacking is not None:
            try:
                piece = self._unpacking.decompress(piece, self._most - len(self.read))
            except zlib.error as exc:
                raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD) from exc
        self.read += piece[: self._most - len(self.read)]
        return len(self.read) >= self._most


def seconds(told: str) -> int | None:
    """Retry-After in seconds, of those (also with a fraction) or a date (RFC 9110 section 10.2.3); None otherwise."""
    try:
        pause = float(told)
    except ValueError:
        try:
            moment = parsedate_to_datetime(told)
        except (ValueError, OverflowError):
            return None
        if moment.tzinfo is None:  # "-0000": nobody says whose hour it is, and HTTP means UTC
            moment = moment.replace(tzinfo=UTC)
        pause = (moment - datetime.now(UTC)).total_seconds()
    try:
        return max(0, min(3600, round(pause)))
    except (ValueError, OverflowError):  # "nan", "inf"
        return None


def about_certificate(exc: BaseException) -> bool:
    """Whether a connection failed because the server's certificate isn't believed, however deep that lies."""
    return _not_believed(exc) is not None


def words_of(exc: BaseException) -> str:
    """What is known of a connection that failed, in words: what is wrong with the certificate, or the system's own.

    "" where there are none; never what a library calls it.
    """
    refused = _not_believed(exc)
    if refused is not None:
        return str(getattr(refused, "verify_message", "") or "")
    for cause in _causes(exc):
        if isinstance(cause, ssl.SSLError) and cause.reason:
            return cause.reason.replace("_", " ").lower()
        if isinstance(cause, socket.gaierror):
            return cause.strerror or ""
        if isinstance(cause, OSError) and cause.errno:
            return os.strerror(cause.errno)
    return ""


def _not_believed(exc: BaseException) -> ssl.SSLCertVerificationError | None:
    return next((cause for cause in _causes(exc) if isinstance(cause, ssl.SSLCertVerificationError)), None)


def _causes(exc: BaseException) -> Iterator[BaseException]:
    """What was raised, and for what."""
    cause: BaseException | None = exc
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def parsed(body: bytes) -> Xml.Element:
    """An answer's XML, without document types, by which a text of some bytes can become gigabytes.

    WebDAV knows none (RFC 4918 section 17). Raises `ConnectionFailed`.
    """
    if b"<!DOCTYPE" in body or b"\0" in body[:64]:
        raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD)
    try:
        return Xml.fromstring(body)
    except (Xml.ParseError, LookupError, ValueError) as exc:  # the latter for a coding that nobody knows or reads so
        raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD) from exc


def responses(body: bytes) -> list[Xml.Element]:
    """What a server says of each thing that was asked for (RFC 4918 section 13).

    Raises `ConnectionFailed` for any other text: a page to sign in at names no entries, and is no empty collection.
    """
    told = parsed(body)
    if local(told) != "multistatus":
        raise ConnectionFailed(reason=Trouble.REFUSED if local(told) == "error" else Trouble.NOT_UNDERSTOOD)
    return [node for node in told if local(node) == "response"]


def local(node: Xml.Element) -> str:
    """An element's name without its namespace."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
