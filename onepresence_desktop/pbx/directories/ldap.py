"""LDAP directories (RFC 4511), Active Directory among them: read in pages on a thread, never written to.

Pages (RFC 2696) alone are not enough: many servers end an answer after 500 entries all the same, and say so by a result
code. Then it is asked for parts of it, by the ids that the server gives its entries (RFC 4530).
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import re
import socket
import ssl
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx
import ldap3
import truststore
from ldap3.core.exceptions import LDAPException, LDAPStartTLSError
from ldap3.utils.conv import escape_filter_chars

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.directory import LONGEST_KEY, DirectoryPerson
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.phonebook import ContactEmail, ContactNumber, EmailKind, PhoneKind
from onepresence_desktop.pbx.ports.directories import DirectoryAccess, Page
from onepresence_desktop.pbx.webdav.asking import words_of
from onepresence_desktop.pbx.webdav.places import judged

T = TypeVar("T")

CONNECTING, ANSWERING = 10, 20
"""Whole seconds for a connection, and for the server's next words."""

PAGE = 250
"""Entries of a page."""

MOST_BYTES = 16 * 1024 * 1024
"""Of the answer to one question."""

DEFAULT_FILTER = "(objectClass=person)"
_COMPUTER = b"computer"
"""In Active Directory computers are persons, too; a filter can't say so, since others don't know the word."""

LOCAL = ("localhost", "127.0.0.1", "::1")

_PAGED = "1.2.840.113556.1.4.319"
_IDS = ("entryUUID", "objectGUID")
_NAMES = ("displayName", "cn")
_NUMBERS = {
    "telephoneNumber": PhoneKind.WORK,
    "otherTelephone": PhoneKind.WORK,
    "mobile": PhoneKind.MOBILE,
    "facsimileTelephoneNumber": PhoneKind.FAX,
}
_ATTRIBUTES = ["objectClass", *_IDS, *_NAMES, "givenName", "sn", "company", "o", "title", "mail", *_NUMBERS]
_SEARCHED = ("displayName", "cn", "givenName", "sn")

_HEX = "0123456789abcdef"
_FINEST = 8
"""Digits of ids by which an answer is parted at most: of four thousand million parts none has 500 people."""

_CUT = (4, 11)  # sizeLimitExceeded, adminLimitExceeded
_BY_RESULT = {
    1: Trouble.SERVER_FAILED,  # operationsError, by which Active Directory asks for a sign-in
    3: Trouble.TIME_OUT,
    8: Trouble.NOT_ALLOWED,  # strongerAuthRequired
    10: Trouble.NOT_FOUND,  # a referral; none is followed, since it leads wherever the server says
    13: Trouble.NOT_ALLOWED,  # confidentialityRequired
    32: Trouble.NOT_FOUND,
    34: Trouble.NOT_FOUND,  # invalidDNSyntax
    48: Trouble.SIGN_IN_REFUSED,
    49: Trouble.SIGN_IN_REFUSED,
    50: Trouble.SIGN_IN_REFUSED,
    51: Trouble.BUSY,
    52: Trouble.BUSY,
}

_WORDS = {
    Trouble.UNREACHABLE: re.compile(r"\[Errno (\d+)\]"),
    Trouble.CERTIFICATE: re.compile(r"certificate verify failed: (.+?) \(_ssl"),
}
"""Where the library's sentences hold what the system said."""


class LdapDirectory:
    """The `Directory` port for LDAP. here: companies' servers may be on this machine."""

    def __init__(self, *, here: bool) -> None:
        self._here = here
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="directories")
        self._open: set[_Session] = set()

    async def close(self) -> None:
        """Whoever waits for a server is sent away, so that no thread outlives the service."""
        for session in list(self._open):
            session.abort()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def read(self, access: DirectoryAccess, mark: str) -> AsyncGenerator[Page, None]:
        """Everybody; LDAP has nothing by which an unchanged directory is known."""
        async with self._session(access) as session:
            pages = session.everybody()
            while (page := await self._done(lambda: next(pages, None))) is not None:
                yield page

    async def search(self, access: DirectoryAccess, words: Sequence[str], most: int) -> Sequence[DirectoryPerson]:
        """Those in whose name each word stands."""
        async with self._session(access) as session:
            return await self._done(lambda: session.found(words, most))

    @contextlib.asynccontextmanager
    async def _session(self, access: DirectoryAccess) -> AsyncIterator[_Session]:
        session = _Session(access, await self._place(access))
        self._open.add(session)
        try:
            yield session
        finally:
            self._open.discard(session)
            session.abort()

    async def _place(self, access: DirectoryAccess) -> str:
        """The address that is connected to: of a company's server one that was judged."""
        parts = urlsplit(access.source.address)
        host = parts.hostname or ""
        if access.own:
            return host
        try:
            return str(await judged(host, parts.port or 0, here=self._here))
        except httpx.ConnectError as exc:
            raise ConnectionFailed(reason=Trouble.UNREACHABLE, said=words_of(exc)) from exc

    async def _done(self, work: Callable[[], T]) -> T:
        """Something blocking, on a thread, with its troubles told in our words."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        except (LDAPException, OSError, _TooLarge, ValueError, TypeError, LookupError, AttributeError) as exc:
            # The library raises anything for bytes that are no LDAP.
            trouble = _trouble(exc)
            raise ConnectionFailed(reason=trouble, said=_words(exc, trouble)) from exc


class _Session:
    """One connection to a server; blocking, but for `abort`. place: name or address that is connected to."""

    def __init__(self, access: DirectoryAccess, place: str) -> None:
        self._access = access
        self._place = place
        self._connection: Any = None
        self._ended = threading.Event()

    def everybody(self) -> Iterator[Page]:
        """A page after another; the last one says when people are missing."""
        self._sign_in()
        yield from self._part("")

    def found(self, words: Sequence[str], most: int) -> list[DirectoryPerson]:
        """Those in whose name each word stands."""
        self._sign_in()
        asked = "".join(_naming(word) for word in words)
        entries, code, _ = self._ask(f"(&{self._filter}{asked})", size_limit=most)
        if code not in (0, *_CUT):
            raise _failed(code)
        return [person for entry in entries if (person := _person(entry)) is not None]

    def abort(self) -> None:
        """Close the connection, from any thread; who waits for an answer is told so."""
        self._ended.set()
        open_socket = getattr(self._connection, "socket", None)
        if open_socket is not None:
            with contextlib.suppress(OSError, ValueError):
                open_socket.shutdown(socket.SHUT_RDWR)
            with contextlib.suppress(OSError, ValueError):
                open_socket.close()

    @property
    def _filter(self) -> str:
        return self._access.source.filter or DEFAULT_FILTER

    def _sign_in(self) -> None:
        source = self._access.source
        parts = urlsplit(source.address)
        secure = parts.scheme == "ldaps"
        server = ldap3.Server(
            self._place,
            parts.port or (636 if secure else 389),
            use_ssl=secure,
            tls=_Trusting(parts.hostname or ""),
            get_info=ldap3.NONE,
            connect_timeout=CONNECTING,
        )
        self._connection = connection = ldap3.Connection(
            server,
            user=source.account or None,
            password=self._access.password or None,
            read_only=True,
            auto_referrals=False,
            check_names=False,
            return_empty_attributes=False,
            receive_timeout=ANSWERING,
        )
        connection.open(read_server_info=False)
        if not secure and parts.hostname not in LOCAL:
            connection.start_tls(read_server_info=False)
        connection.socket = _Bounded(connection.socket)
        if not connection.bind(read_server_info=False):
            raise _failed(connection.result["result"])

    def _part(self, digits: str) -> Iterator[Page]:
        """Those whose ids begin with some digits; in sixteen parts where the server cuts them off."""
        cookie: bytes | None = None
        with_ids = False
        while True:
            entries, code, cookie = self._ask(self._within(digits), cookie=cookie)
            if code not in (0, *_CUT):
                raise _failed(code)
            with_ids = with_ids or any(entry.get("entryUUID") for _, entry in entries)
            people = [(entry, _person(entry)) for entry in entries]
            unread = [_key(entry) for entry, person in people if person is None and not _is_computer(entry)]
            yield Page([person for _, person in people if person is not None], unread=unread)
            if code in _CUT or not cookie:
                break
        if code not in _CUT:
            return
        if not with_ids or len(digits) == _FINEST:
            yield Page(cut=True)
            return
        for digit in _HEX:
            yield from self._part(digits + digit)

    def _within(self, digits: str) -> str:
        if not digits:
            return self._filter
        first, last = _uuid(digits, "0"), _uuid(digits, "f")
        return f"(&{self._filter}(entryUUID>={first})(entryUUID<={last}))"

    def _ask(
        self, wanted: str, *, cookie: bytes | None = None, size_limit: int = 0
    ) -> tuple[list[tuple[str, Any]], int, bytes | None]:
        """Entries (name and attributes), the result code, and what the next page is asked with."""
        if self._ended.is_set():
            raise OSError("closed")
        connection = self._connection
        connection.socket.left = MOST_BYTES
        connection.search(
            self._access.source.base,
            wanted,
            search_scope=ldap3.SUBTREE,
            attributes=_ATTRIBUTES,
            size_limit=size_limit,
            paged_size=None if size_limit else PAGE,
            paged_cookie=cookie,
        )
        entries = [
            (str(one["dn"]), one["raw_attributes"])
            for one in connection.response or ()
            if one["type"] == "searchResEntry"
        ]
        paged = (connection.result.get("controls") or {}).get(_PAGED)
        return entries, connection.result["result"], paged["value"]["cookie"] if paged else None


class _Trusting(ldap3.Tls):  # type: ignore[misc]
    """The system's trust, a company's own authority included; the certificate must be that of the name asked for."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def wrap_socket(self, connection: Any, do_handshake: bool = False) -> None:
        """See the library; always with the handshake, which is where a certificate is judged."""
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        connection.socket = context.wrap_socket(connection.socket, server_hostname=self._name)


class _Bounded:
    """A socket that gives up on an answer without an end. left: bytes that may still come."""

    def __init__(self, inner: socket.socket) -> None:
        self._inner = inner
        self.left = MOST_BYTES

    def recv(self, size: int) -> bytes:
        """See `socket.recv`; raises `_TooLarge`."""
        data = self._inner.recv(size)
        self.left -= len(data)
        if self.left < 0:
            raise _TooLarge
        return data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


class _TooLarge(Exception):
    """More than is read; no `OSError`, which the library would tell as its own."""


def _naming(word: str) -> str:
    """A filter for who has a word in their name; what means something in filters is escaped (RFC 4515)."""
    escaped = escape_filter_chars(word)
    return "(|" + "".join(f"({name}=*{escaped}*)" for name in _SEARCHED) + ")"


def _uuid(digits: str, fill: str) -> str:
    """The first (filled with 0) or last (f) id that begins with some digits."""
    whole = digits + fill * (32 - len(digits))
    return f"{whole[:8]}-{whole[8:12]}-{whole[12:16]}-{whole[16:20]}-{whole[20:]}"


def _person(entry: tuple[str, Any]) -> DirectoryPerson | None:
    """Somebody from an entry's attributes; None for what has no name, or is no human."""
    if _is_computer(entry):
        return None

    def texts(name: str) -> list[str]:
        return _texts(entry, name)

    def first(*names: str) -> str:
        return next((text for name in names for text in texts(name) if text), "")

    name = first(*_NAMES) or " ".join(filter(None, (first("givenName"), first("sn"))))
    if not name:
        return None
    return DirectoryPerson(
        _key(entry),
        name,
        first("company", "o"),
        first("title"),
        tuple(ContactNumber(text, kind) for name, kind in _NUMBERS.items() for text in texts(name) if text),
        tuple(ContactEmail(text, EmailKind.WORK) for text in texts("mail") if text),
    )


def _is_computer(entry: tuple[str, Any]) -> bool:
    return _COMPUTER in (entry[1].get("objectClass") or ())


def _key(entry: tuple[str, Any]) -> str:
    """What somebody is known by."""
    dn, attributes = entry
    guid = attributes.get("objectGUID")
    key = next(filter(None, _texts(entry, "entryUUID")), "") or (guid[0].hex() if guid else dn)
    return key if len(key) <= LONGEST_KEY else hashlib.sha256(key.encode()).hexdigest()


def _texts(entry: tuple[str, Any], name: str) -> list[str]:
    return [value.decode("utf-8", "replace").strip() for value in entry[1].get(name) or ()]


def _failed(code: int) -> ConnectionFailed:
    return ConnectionFailed(reason=_BY_RESULT.get(code, Trouble.SERVER_FAILED))


def _words(exc: BaseException, trouble: Trouble) -> str:
    """What the system said, which the library tells in the middle of a sentence of its own."""
    known = _WORDS.get(trouble)
    said = known.search(str(exc)) if known is not None else None
    if said is None:
        return words_of(exc) if known is not None else ""
    return os.strerror(int(said[1])) if trouble is Trouble.UNREACHABLE else said[1]


def _trouble(exc: BaseException) -> Trouble:
    """From what the library raises, whose words hold what the system said."""
    if isinstance(exc, _TooLarge):
        return Trouble.TOO_LARGE
    said = f"{type(exc).__name__} {exc}".lower()
    if "certificate" in said or isinstance(exc, ssl.SSLCertVerificationError):
        return Trouble.CERTIFICATE
    if isinstance(exc, TimeoutError) or "timed out" in said or "timeout" in said:
        return Trouble.TIME_OUT
    if isinstance(exc, LDAPStartTLSError):
        return Trouble.NOT_ALLOWED
    if isinstance(exc, LDAPException | OSError):
        return Trouble.UNREACHABLE
    return Trouble.NOT_UNDERSTOOD
