"""Text messages sent to colleagues, mail addresses and numbers (spec 6.4), and how many SMS a text takes.

A text in the GSM alphabet (3GPP TS 23.038) has 160 places in one SMS and 153 in each of several; any other text is sent
as UCS-2 with 70 and 67.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.messages import Arrival
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.words import Word

SentId = NewType("SentId", str)
StandardMessageId = NewType("StandardMessageId", str)

MOST_PARTS = 10
"""SMS of one text; more is refused by networks, and better a mail."""
LONGEST = 10_000
"""Characters of a text."""

_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_TWO = frozenset("^{}\\[~]|€\f")
"""Signs that take two places (section 6.2.1.1)."""


class SmsAlphabet(Word):
    """What an SMS is written in."""

    GSM7 = "gsm7"
    UCS2 = "ucs2"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SmsParts:
    """How a text goes as SMS. left: places in the last one that are still free."""

    alphabet: SmsAlphabet
    parts: int
    left: int


def sms_parts(text: str) -> SmsParts:
    """How many SMS a text takes; a sign of two places is never cut between two."""
    plain = all(sign in _GSM or sign in _GSM_TWO for sign in text)
    alphabet = SmsAlphabet.GSM7 if plain else SmsAlphabet.UCS2
    whole, each = (160, 153) if plain else (70, 67)
    widths = [2 if (sign in _GSM_TWO if plain else ord(sign) > 0xFFFF) else 1 for sign in text]
    if sum(widths) <= whole:
        return SmsParts(alphabet, 1 if text else 0, whole - sum(widths))
    parts, used = 1, 0
    for width in widths:
        if used + width > each:
            parts, used = parts + 1, 0
        used += width
    return SmsParts(alphabet, parts, each - used)


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom a text went: a colleague, an address or a number (E.164), and by which way.

    outgoing: its id in the outbox; "" for a colleague's inbox, where it is at once.
    """

    name: str
    user_id: UserId | None = None
    email: str | None = None
    number: str | None = None
    way: Way | None = None
    outgoing: str = ""


@dataclass(frozen=True, slots=True)
class SentMessage:
    """A text that a user sent."""

    id: SentId
    user_id: UserId
    at: datetime
    text: str
    recipients: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class StandardMessage:
    """A text that the company keeps for sending."""

    id: StandardMessageId
    customer_id: CustomerId
    text: str


def ways_to(arrival: Arrival, sent: Sequence[Way], text: str, *, email: bool, mobile: bool) -> list[Way]:
    """By which ways a text goes to a colleague: as they want it, where that can be; else as the sender chose.

    sent: the sender's choice. email, mobile: whether the colleague has an address, and a mobile number. A text that is
    too long for SMS goes by mail instead.
    """
    wanted = _WANTED.get(arrival, tuple(sent))
    there = {Way.EMAIL: email, Way.SMS: mobile and sms_parts(text).parts <= MOST_PARTS}
    ways = [way for way in dict.fromkeys(wanted) if there[way]]
    if not ways and arrival in _WANTED:
        ways = [way for way in dict.fromkeys((*sent, Way.EMAIL)) if there[way]]
    return ways


_WANTED = {
    Arrival.EMAIL: (Way.EMAIL,),
    Arrival.SMS: (Way.SMS,),
    Arrival.BOTH: (Way.EMAIL, Way.SMS),
}


def checked_text(text: str, *, by_sms: bool) -> str:
    """A text to be sent. Raises `Invalid` for none, or one that is too long."""
    if not text.strip():
        raise Invalid(field="text", problem="missing")
    if len(text) > LONGEST or (by_sms and sms_parts(text).parts > MOST_PARTS):
        raise Invalid(field="text", problem="too_long")
    return text
