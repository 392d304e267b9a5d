"""What the list shows of a message, and which messages a filter lets through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.finding import found_in
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind


class Filter(Enum):
    """Which messages are shown."""

    ALL = "all"
    UNREAD = "unread"
    VOICEMAIL = "voicemail"
    TEXTS = "texts"
    KEPT = "kept"
    SENT = "sent"

    def lets(self, message: Message) -> bool:
        """Whether a message that came passes."""
        spoken = message.kind is MessageKind.VOICEMAIL
        return {
            Filter.ALL: True,
            Filter.UNREAD: not message.read,
            Filter.VOICEMAIL: spoken,
            Filter.TEXTS: not spoken,
            Filter.KEPT: message.kept,
            Filter.SENT: False,
        }[self]


ICONS = {
    MessageKind.VOICEMAIL: "msg-voicemail",
    MessageKind.EMAIL: "msg-email",
    MessageKind.SMS: "msg-sms",
    MessageKind.UNKNOWN: "msg-email",
}


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One message as painted. when: time of today or the day."""

    id: MessageId
    icon: str
    title: str
    line: str
    when: str
    unread: bool
    kept: bool
    cut_short: bool = False


def title_of(message: Message) -> str:
    """Who it is from: name, number, or that it was withheld."""
    return message.name or texts.number(message.number) or translate("Inbox", "Withheld number")


def line_of(message: Message) -> str:
    """What it is."""
    if message.kind is MessageKind.VOICEMAIL:
        length = texts.recording(message.seconds, message.cut_short)
        return " · ".join(filter(None, (translate("Inbox", "Voicemail · {time}").format(time=length), message.text)))
    if message.kind is MessageKind.UNKNOWN and not message.text:
        return translate("Inbox", "A message of a kind that this version doesn't know")
    return message.text


def row_of(message: Message, now: datetime) -> MessageRow:
    """A message's row."""
    return MessageRow(
        message.id,
        ICONS[message.kind],
        title_of(message),
        line_of(message),
        texts.time_or_day(message.at, now),
        not message.read,
        message.kept,
        message.cut_short is not None,
    )


def shown(messages: Iterable[Message], which: Filter, query: str, hidden: set[MessageId]) -> list[Message]:
    """Newest first; `query` looks into names, numbers and texts; `hidden` are being deleted."""
    found = [
        m
        for m in messages
        if m.id not in hidden and which.lets(m) and found_in(query, f"{m.name}\n{m.text}", [m.number])
    ]
    return sorted(found, key=lambda m: m.at, reverse=True)
