"""What the doctor sees of the servers and programs that a service works with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from onepresence_desktop.domain.connections import Trouble


@dataclass(frozen=True, slots=True)
class ConnectionSeen:
    """A server that the company has. kind: of connection. trouble, said: why it can't be used, and its own words.

    unread: the names of those whose calendars it doesn't give.
    """

    name: str
    kind: str
    works: bool
    trouble: Trouble | None = None
    said: str = ""
    since: datetime | None = None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarSeen:
    """Somebody's calendar at an address of its own that can't be read. trouble: why. host: which of several it is."""

    name: str
    trouble: Trouble
    host: str = ""


@dataclass(frozen=True, slots=True)
class TranscriptionSeen:
    """The program that writes voicemail out. missing: it isn't there. failed: so many recordings in a row, since then.

    why: "time_out", or what became of the last one ("exit 3").
    """

    program: str
    missing: bool = False
    failed: int = 0
    since: datetime | None = None
    why: str = ""
