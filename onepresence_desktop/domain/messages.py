"""Messages in a user's inbox (spec 6.1, 6.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from onepresence_desktop.domain.people import UserId

MessageId = NewType("MessageId", str)


class MessageKind(StrEnum):
    """How a message came."""

    VOICEMAIL = "voicemail"
    EMAIL = "email"
    SMS = "sms"


@dataclass(frozen=True, slots=True)
class Message:
    """One message. seconds: length of the recording; text: body of a text message, or "".

    number: the sender's E.164 or local number, "" when withheld. kept: exempt from age limits.
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


@dataclass(frozen=True, slots=True)
class MessageWaiting:
    """The lamp on the phones of a mailbox's owner (MWI, RFC 3842)."""

    user_id: UserId
    new: int
    old: int


@dataclass(frozen=True, slots=True)
class VoicemailOptions:
    """How OneVoicemail meets a user's callers (spec 6.5, 10.6).

    language, second_language: da, sv, en; second None: key 5 isn't offered. deposit: callers may leave a message.
    reception: key 9 leads to the reception group. max_seconds: longest message.
    """

    language: str = "da"
    second_language: str | None = "en"
    deposit: bool = True
    reception: bool = True
    max_seconds: int = 120
