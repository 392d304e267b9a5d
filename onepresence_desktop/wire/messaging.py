"""Texts that the caller sent and what became of them; texts kept for sending."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.domain.messaging import SentId, SmsAlphabet, StandardMessageId
from onepresence_desktop.domain.outgoing import OutgoingState, Way
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.slices import View


class MessageAccepted(View, frozen=True, kw_only=True):
    """The answer to a text that was sent: it is on disk. sms: of each, when it goes by SMS."""

    id: SentId
    alphabet: SmsAlphabet | None = None
    sms: int = 0


class RecipientView(View, frozen=True, kw_only=True):
    """What became of a text to one recipient by one way; by None: it lies in a colleague's inbox. reason: why not.

    doubt: it may have come twice, since the service fell while it was sent.
    """

    name: str
    user_id: UserId | None
    email: str | None
    number: str | None
    by: Way | None
    state: OutgoingState
    reason: str = ""
    doubt: bool = False


class SentMessageView(View, frozen=True, kw_only=True):
    """A text that the caller sent."""

    id: SentId
    at: datetime
    text: str
    recipients: list[RecipientView]


class StandardMessageView(View, frozen=True, kw_only=True):
    """A text that the company keeps for sending. version: to be sent with what replaces it, or takes it away."""

    id: StandardMessageId
    text: str
    version: str = ""
