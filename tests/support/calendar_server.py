"""What the doubles of Microsoft's calendar servers share: an HTTP server on a thread, entries, what was wrong."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], bytes]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of somebody's calendar. busy: as RFC 5545's extension has it (FREE, TENTATIVE, BUSY, OOF)."""

    start: datetime
    end: datetime
    subject: str = ""
    busy: str = "BUSY"
    private: bool = False
    all_day: bool = False
    cancelled: bool = False
    declined: bool = False


@dataclass
class CalendarServer(ABC):
    """Started and stopped by `with`; `stop` and `start` play a server that goes away and comes back.

    wrong: what the published schema forbids, and was asked all the same; a test that ends with some has failed.
    instead: answers that are given before any other, once each. certificate: of one that speaks TLS, and its key.
    An answer is also told, as a header `x-connection`, which connection the request came by.
    """

    calendars: dict[str, dict[str, Entry]] = field(default_factory=dict)
    denied: set[str] = field(default_factory=set)
    instead: list[Answer] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    asked: int = 0
    refused: int = 0
    port: int = 0
    certificate: tuple[str, str] | None = None
    _open: set[socket.socket] = field(default_factory=set)

    def __enter__(self) -> CalendarServer:
        self.start()
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self.stop()
        if kind is None:
            assert not self.wrong, self.wrong

    def put(self, mailbox: str, name: str, entry: Entry) -> None:
        """Make an entry, or change it."""
        self.calendars.setdefault(mailbox, {})[name] = entry

    def remove(self, mailbox: str, name: str) -> None:
        """Delete an entry."""
        del self.calendars[mailbox][name]

    def within(self, mailbox: str, start: datetime, end: datetime) -> list[tuple[str, Entry]]:
        """What overlaps a span, by start."""
        found = [(name, one) for name, one in self.calendars[mailbox].items() if one.start < end and one.end > start]
        return sorted(found, key=lambda pair: (pair[1].start, pair[0]))

    @abstractmethod
    def answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        """What the kind of server says."""

    def start(self) -> None:
        """Listen; after a stop on the same port."""
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self) -> None:
                super().setup()
                server._open.add(self.connection)

            def finish(self) -> None:
                server._open.discard(self.connection)
                with contextlib.suppress(OSError):
                    super().finish()

            def do_GET(self) -> None:
                self._do("GET")

            def do_POST(self) -> None:
                self._do("POST")

            def do_PROPFIND(self) -> None:
                self._do("PROPFIND")

            def do_REPORT(self) -> None:
                self._do("REPORT")

            def _do(self, method: str) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                headers = {name.lower(): value for name, value in self.headers.items()}
                headers["x-connection"] = str(id(self))
                server.asked += 1
                status, more, said = server.answer(method, self.path, headers, body)
                self.send_response(status)
                for name, value in {**more, "Content-Length": str(len(said))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        if self.certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*self.certificate)
            # A handshake is done when the connection's own thread reads, and keeps nobody else waiting.
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Nobody listens any more."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._server.server_close()
            for connection in list(self._open):
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
            self._thread.join(20)


def moment(text: str) -> datetime:
    """A time in a request, which must say its zone. Raises `ValueError`."""
    told = datetime.fromisoformat(text)
    if told.tzinfo is None:
        raise ValueError(text)
    return told.astimezone(UTC)
