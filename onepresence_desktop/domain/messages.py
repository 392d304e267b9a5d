"""Messages in a user's inbox (spec 6.1, 6.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

from onepresence_desktop.domain.names import cleaned_name
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.words import Word

MessageId = NewType("MessageId", str)


class MessageKind(Word):
    """How a message came."""

    VOICEMAIL = "voicemail"
    EMAIL = "email"
    SMS = "sms"
    UNKNOWN = "unknown"


class CutShort(Word):
    """Why a voicemail may not be all that its caller had to say."""

    DISK_FULL = "disk_full"
    """The service's disk took no more of it."""
    MAILBOX_FULL = "mailbox_full"
    """The mailbox held no more (spec 6.8)."""
    LENGTH = "length"
    """It was as long as its owner lets one be."""
    SERVICE_STOPPED = "service_stopped"
    """The service ended, or was ended, before it was stored."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Message:
    """One message. seconds: length of the recording; text: body of a text message, or what a program heard in a
    voicemail (spec 6.9), or "".

    number: the sender's E.164 or local number, "" when withheld. kept: exempt from age limits. cut_short: its end may
    be missing, and why; None: whole.
    """

    id: MessageId
    user_id: UserId
    kind: MessageKind
    number: str
    name: str
    at: datetime
    seconds: float = 0.0
    read: bool = False
    kept: bool = False
    text: str = ""
    cut_short: CutShort | None = None


@dataclass(frozen=True, slots=True)
class MessageWaiting:
    """The lamp on the phones of a mailbox's owner (MWI, RFC 3842)."""

    user_id: UserId
    new: int
    old: int


class Arrival(Word):
    """By which ways a user wants texts of colleagues, beside the inbox. AS_SENT: as the sender chose."""

    AS_SENT = "as_sent"
    EMAIL = "email"
    SMS = "sms"
    BOTH = "both"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class VoicemailOptions:
    """How OneVoicemail meets a user's callers (spec 6.5, 10.6).

    language, second_language: da, sv, en; second None: key 5 isn't offered. deposit: callers may leave a message.
    reception: key 9 leads to the reception group. max_seconds: longest message. keep_days: a message that was heard
    goes by itself after so many, 0 never. email: a new voicemail is told to the owner by mail; email_recording: with
    its sound; sms: it is told by SMS to their mobile (spec 6.7). quick_listening: by phone the owner hears new messages
    at once, without a menu. ask_pin: also from the owner's own phone (spec 6.6). arrival: how texts of colleagues come.
    """

    language: str = "da"
    second_language: str | None = "en"
    deposit: bool = True
    reception: bool = True
    max_seconds: int = 120
    keep_days: int = 30
    email: bool = False
    email_recording: bool = False
    quick_listening: bool = False
    ask_pin: bool = True
    sms: bool = False
    arrival: Arrival = Arrival.AS_SENT


LEAST_ROOM = 5.0
"""Seconds that a mailbox must still hold for a message to be worth beginning."""

NEARLY_FULL = 0.8
"""Share of a mailbox from which its owner is warned (spec 6.8)."""


@dataclass(frozen=True, slots=True)
class Room:
    """Seconds of recordings in a mailbox, and how many it may hold."""

    used: float
    most: float

    @property
    def left(self) -> float:
        """Seconds, never less than none."""
        return max(0.0, self.most - self.used)

    @property
    def share(self) -> float:
        """0 to 1, and beyond where it was made smaller."""
        return self.used / self.most

    @property
    def full(self) -> bool:
        """Callers can leave no message."""
        return self.left < LEAST_ROOM

    @property
    def nearly_full(self) -> bool:
        """Its owner is to be warned."""
        return self.share >= NEARLY_FULL


LONGEST_HEARD = 10_000
"""Characters of a voicemail's text."""


def heard(said: str) -> str:
    """What a program answers that heard a voicemail, as it is kept: without what may not stand in a text."""
    lines = (" ".join(cleaned_name(line).split()) for line in said.splitlines())
    return "\n".join(line for line in lines if line)[:LONGEST_HEARD]


def overdue(message: Message, options: VoicemailOptions, now: datetime) -> bool:
    """Whether a voicemail has reached its age: heard, not kept, and older than its owner keeps them (spec 6.2, 6.8)."""
    if message.kind is not MessageKind.VOICEMAIL or message.kept or not message.read or not options.keep_days:
        return False
    return now - message.at >= timedelta(days=options.keep_days)
