"""What travels between a command and the running program: one line of JSON each way; without Qt."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

DONE, REFUSED, USAGE, NOT_RUNNING = 0, 1, 2, 3
"""Exit codes of the commands."""

LONGEST = 64 * 1024
"""Bytes of a line; more is nobody we know."""

_SPAN = re.compile(r"(?:(\d{1,4})d)?(?:(\d{1,4})h)?(?:(\d{1,5})m)?", re.ASCII)
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)


class Verb(StrEnum):
    """show is what a second start asks for; the others are words of the command line."""

    SHOW = "show"
    CALL = "call"
    DIAL_SELECTION = "dial-selection"
    DIVERT = "divert"
    OPEN_PHONE = "open-phone"
    STATUS = "status"
    QUIT = "quit"
    OPEN_LINK = "open-link"
    DO = "do"
    COMMANDS = "commands"


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """subject: the number, preset, link or command. seconds or until ("12:30"): how long to divert. json: for scripts.

    activation: the token by which the desktop lets a window come to the front.
    """

    verb: Verb
    subject: str = ""
    seconds: int | None = None
    until: str | None = None
    json: bool = False
    activation: str = ""


class Reply(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """code: the command's exit code. text: for standard output. reason: for standard error."""

    code: int = DONE
    text: str = ""
    reason: str = ""


def line(message: Request | Reply) -> bytes:
    """As it travels."""
    return msgspec.json.encode(message) + b"\n"


def read_request(raw: bytes) -> Request:
    """Raises ValueError for anything else."""
    return msgspec.json.decode(raw, type=Request)


def read_reply(raw: bytes) -> Reply:
    """Raises ValueError for anything else."""
    return msgspec.json.decode(raw, type=Reply)


def span(text: str) -> timedelta:
    """A length of time: "30m", "1h30m", "2d". Raises ValueError."""
    found = _SPAN.fullmatch(text.strip().lower())
    days, hours, minutes = (int(part or 0) for part in found.groups()) if found is not None else (0, 0, 0)
    length = timedelta(days=days, hours=hours, minutes=minutes)
    if not length:
        raise ValueError(f"{text!r} is not a length of time such as 30m or 1h30m")
    return length


def clock(text: str) -> tuple[int, int]:
    """Hour and minute of "12:30". Raises ValueError."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r} is not a time of day such as 12:30")
    return int(found[1]), int(found[2])


def ahead(text: str, here: datetime) -> datetime:
    """When it is next that time of day, after `here` (both without a zone). Raises ValueError."""
    hour, minute = clock(text)
    moment = here.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return moment if moment > here else moment + timedelta(days=1)


def next_time(text: str, now: datetime) -> datetime:
    """The same on this computer's clock, which scripts go by, after `now` (both aware). Raises ValueError."""
    # Without a zone in between, so that 07:00 stays 07:00 across the change to summer time.
    return ahead(text, now.astimezone().replace(tzinfo=None)).astimezone()
