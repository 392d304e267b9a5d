"""Requests to an Exchange server by a blocking library: where they go, what an answer may weigh, how they are ended.

A connection goes to an address that was judged before and trusts what the system trusts; no proxy of the surroundings
is asked, and no redirect followed. Whatever goes wrong is raised as `ConnectionFailed`.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from typing import Any

import requests
import truststore
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as LibraryTimeout

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.pbx.webdav.asking import Unpacking, seconds, words_of

CONNECTING = 10.0
"""Seconds for a connection."""

_PIECES = 64 * 1024
_SIGNING_IN = ("NTLM", "Negotiate")


class Call:
    """One question while it is under way. address: where connections are made to; it was judged.

    connected: whether it has made one, and none that was kept is used.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.connected = False
        self._socket: socket.socket | None = None
        self._left: list[socket.socket] = []
        self._ended = threading.Event()

    @property
    def ended(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._ended.is_set()

    def uses(self, twin: socket.socket) -> None:
        """By which socket it goes on."""
        self._socket = twin
        if self.ended:
            self.abort()

    def leaves(self, twin: socket.socket) -> None:
        """Close a socket in the end: a connection is called closed while its last answer is still read."""
        self._left.append(twin)

    def over(self) -> None:
        """Nothing is read any more."""
        for twin in self._left:
            twin.close()

    def abort(self) -> None:
        """End it, from any thread: who waits for an answer is told that there is none."""
        self._ended.set()
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


_thread = threading.local()


@contextlib.contextmanager
def asking(call: Call) -> Iterator[None]:
    """What this thread asks in this block is that call."""
    _thread.call = call
    try:
        yield
    finally:
        del _thread.call
        call.over()


class _Kept:
    """A connection that a call can be ended by. twin: of its socket, which TLS puts away and gives to nobody."""

    twin: socket.socket | None = None

    def _new_conn(self) -> socket.socket:
        call: Call = _thread.call
        made = socket.socket(socket.AF_INET6 if ":" in call.address else socket.AF_INET, socket.SOCK_STREAM)
        try:
            self.twin = made.dup()
            call.uses(self.twin)
            made.settimeout(CONNECTING)
            made.connect((call.address, self.port))  # type: ignore[attr-defined]
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            made.settimeout(self.timeout)  # type: ignore[attr-defined]
        except OSError as exc:
            made.close()
            kind = ConnectTimeoutError if isinstance(exc, TimeoutError) else NewConnectionError
            raise kind(self, str(exc)) from exc  # type: ignore[arg-type]
        call.connected = True
        return made

    def request(self, *args: Any, **more: Any) -> None:
        """See the library."""
        if self.twin is not None:
            _thread.call.uses(self.twin)
        super().request(*args, **more)  # type: ignore[misc]

    def close(self) -> None:
        """See the library."""
        super().close()  # type: ignore[misc]
        twin, self.twin = self.twin, None
        call: Call | None = getattr(_thread, "call", None)
        if twin is not None and call is not None:
            call.leaves(twin)
        elif twin is not None:
            twin.close()


class _Plain(_Kept, HTTPConnection):
    pass


class _Secure(_Kept, HTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


class Transport(HTTPAdapter):
    """By which one session asks. most_bytes: of an answer, unpacked. trust: whose certificates are believed."""

    def __init__(self, *, most_bytes: int, trust: truststore.SSLContext) -> None:
        self._most_bytes = most_bytes
        self._trust = trust
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0, pool_block=True)

    def init_poolmanager(self, *args: Any, **more: Any) -> None:
        """See the library."""
        super().init_poolmanager(*args, **more, ssl_context=self._trust)
        self.poolmanager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}

    def cert_verify(self, *_: Any, **__: Any) -> None:
        """See the library, which would add certificates of its own to those that are believed."""

    def build_response(self, req: Any, resp: Any) -> requests.Response:
        """See the library."""
        answer = _Answer(self._most_bytes)
        answer.__dict__.update({**super().build_response(req, resp).__dict__, "_most_bytes": self._most_bytes})
        return answer

    def send(self, request: Any, *args: Any, **more: Any) -> requests.Response:
        """See the library. Raises `ConnectionFailed`, also for an answer that isn't about what was asked."""
        call: Call = _thread.call
        answer = self._sent(call, request, *args, **more)
        failed = _refused(answer)
        if failed is not None:
            answer.close()
            raise failed
        return answer

    def _sent(self, call: Call, request: Any, *args: Any, **more: Any) -> requests.Response:
        call.connected = False
        try:
            try:
                return super().send(request, *args, **more)
            except requests.ConnectionError:
                signing_in = str(request.headers.get("Authorization", "")).startswith(_SIGNING_IN)
                if call.connected or call.ended or signing_in:
                    raise
                return super().send(request, *args, **more)  # the server lets kept ones go without a word
        except (requests.RequestException, HTTPError, OSError) as exc:
            raise _failed(exc) from exc


class _Answer(requests.Response):
    """An answer that is read within its bound, however it is asked for."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__()
        self._most_bytes = most_bytes

    def iter_content(self, chunk_size: int | None = 1, decode_unicode: bool = False) -> Iterator[Any]:
        """All of it at once. Raises `ConnectionFailed`."""
        if not self._content_consumed:
            self._content = self._read()
            self._content_consumed = True
        yield self._content

    def _read(self) -> bytes:
        body = Unpacking(self.headers.get("content-encoding", "identity"), self._most_bytes + 1)
        try:
            for piece in self.raw.stream(_PIECES, decode_content=False):
                if body.add(piece):
                    raise ConnectionFailed(reason=Trouble.TOO_LARGE)
        except (HTTPError, OSError) as exc:
            self.close()
            raise _failed(exc) from exc
        except ConnectionFailed:
            self.close()
            raise
        return bytes(body.read)


def _refused(answer: requests.Response) -> ConnectionFailed | None:
    """What a status says without a text of Exchange; that of a sign-in is judged by who signs in."""
    status = answer.status_code
    if status in (429, 503):
        return ConnectionFailed(reason=Trouble.BUSY, retry_after=seconds(answer.headers.get("retry-after", "")))
    if status == 404:
        return ConnectionFailed(reason=Trouble.NOT_FOUND)
    if 300 <= status < 400:  # an administrator sets the new address; the account's password follows nobody's word
        where = str(answer.headers.get("location", ""))
        if "genericerrorpage" in where.lower():  # where Exchange sends people while it is out of order
            return ConnectionFailed(reason=Trouble.SERVER_FAILED)
        return ConnectionFailed(reason=Trouble.NOT_FOUND, said=f"Location: {where}" if where else "")
    return None


def _failed(exc: BaseException) -> ConnectionFailed:
    """From what the libraries raise, one around another."""
    found: list[BaseException] = []
    waiting: list[Any] = [exc]
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseException) and one not in found:
            found.append(one)
            waiting += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]
    said = next((said for one in found if (said := words_of(one))), "")
    if any(isinstance(one, ssl.SSLCertVerificationError) for one in found):
        return ConnectionFailed(reason=Trouble.CERTIFICATE, said=said)
    late = (TimeoutError, LibraryTimeout)
    if any(isinstance(one, late) and not isinstance(one, NewConnectionError) for one in found):
        return ConnectionFailed(reason=Trouble.TIME_OUT)
    return ConnectionFailed(reason=Trouble.UNREACHABLE, said=said)
