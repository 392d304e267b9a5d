"""What the list shows of a message, and which messages a filter lets through."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.finding import found_in
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.people import UserId


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


def named(messages: Iterable[Message], whose: Callable[[str], tuple[str, UserId | None]]) -> list[Message]:
    """The messages, each with a name where its number has one: whoever leaves a voicemail seldom sends one along."""
    return [
        replace(one, name=name) if not one.name and one.number and (name := whose(one.number)[0]) else one
        for one in messages
    ]


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
