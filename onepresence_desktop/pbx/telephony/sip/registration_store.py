"""Registrations kept over a restart of the service, so that phones ring at once and not when they register again.

Datagrams only: a TCP connection ends with the process, and its phone notices and comes back by itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.pbx.ports import Line
from onepresence_desktop.pbx.telephony.sip.address import Malformed, parse_uri
from onepresence_desktop.pbx.telephony.sip.clock import Flow, Timer
from onepresence_desktop.pbx.telephony.sip.engine import Engine
from onepresence_desktop.pbx.telephony.sip.registrar import LONGEST, Binding
from onepresence_desktop.wire import codec

log = logging.getLogger(__name__)

EVERY, SOON = 30.0, 1.0
"""Seconds between two writings while phones only register again, and after one has come or gone."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A binding. host, port: of the phone. until: Unix time. proof: of the password it registered with."""

    sip_user: str
    proof: str
    contact: str
    host: str
    port: int
    until: float
    call_id: str
    cseq: int
    user_agent: str = ""
    instance: str = ""


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """All of them, and our address and port, to which they registered."""

    address: tuple[str, int]
    kept: tuple[Kept, ...] = ()


class RegistrationStore:
    """Writes the engine's registrations to `path` from time to time, and brings them back once the lines are known.

    address: where phones register. wall: Unix time.
    """

    def __init__(
        self, engine: Engine, path: Path, address: tuple[str, int], *, wall: Callable[[], float] = time.time
    ) -> None:
        self._engine = engine
        self._path = path
        self._address = address
        self._wall = wall
        self._written = b""
        self._timer: Timer | None = None
        self._soon = False

    def bring_back(self) -> None:
        """What was kept and still holds; begins to write from now on. Never raises."""
        try:
            book = codec.decode(self._path.read_bytes(), Book)
        except FileNotFoundError:
            book = Book(address=self._address)
        except (OSError, Invalid) as exc:
            log.warning("registrations_unreadable: phones register anew: %s", exc)
            book = Book(address=self._address)
        if book.address == self._address:
            self._take(book)
        self._timer = self._engine.clock.call_later(EVERY, self._again)
        self._engine.registered = self._changed

    def stop(self) -> None:
        """Write a last time."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._engine.registered = lambda: None
            self._write()

    def _take(self, book: Book) -> None:
        lines = {line.sip_user: line for line in self._engine.lines.values()}
        ahead = self._engine.clock.time() - self._wall()
        back = 0
        for kept in book.kept:
            line = lines.get(kept.sip_user)
            left = kept.until - self._wall()
            if line is None or _proof(line) != kept.proof or not 0 < left <= LONGEST:
                continue
            with contextlib.suppress(Malformed):
                parse_uri(kept.contact)
                flow = Flow("udp", (kept.host, kept.port), self._engine.io.local(kept.host))
                until = kept.until + ahead
                binding = Binding(
                    kept.contact, flow, until, kept.call_id, kept.cseq, kept.user_agent, instance=kept.instance
                )
                self._engine.back(line, binding)
                back += 1
        if back:
            log.info("%d registrations are kept from before", back)

    def _changed(self) -> None:
        if not self._soon and self._timer is not None:
            self._soon = True
            self._timer.cancel()
            self._timer = self._engine.clock.call_later(SOON, self._again)

    def _again(self) -> None:
        self._soon = False
        self._write()
        self._timer = self._engine.clock.call_later(EVERY, self._again)

    def _write(self) -> None:
        lines = {line.sip_user: line for line in self._engine.lines.values()}
        ahead = self._engine.clock.time() - self._wall()
        kept = tuple(
            Kept(
                sip_user=user,
                proof=_proof(lines[user]),
                contact=b.contact,
                host=b.flow.remote[0],
                port=b.flow.remote[1],
                until=round(b.expires_at - ahead, 1),
                call_id=b.call_id,
                cseq=b.cseq,
                user_agent=b.user_agent,
                instance=b.instance,
            )
            for user, b in self._engine.registrar.all()
            if b.flow.kind == "udp" and user in lines
        )
        text = codec.encode(Book(address=self._address, kept=kept))
        if text == self._written:
            return
        new = self._path.with_name(f"{self._path.name}.new")
        try:
            descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(text)
            new.replace(self._path)
            self._written = text
        except OSError as exc:
            log.warning("registrations_not_kept: %s", exc)


def _proof(line: Line) -> str:
    """Tells whether the password is still the same, and no more than that."""
    return hashlib.sha256(f"registration:{line.ha1}".encode()).hexdigest()[:16]
