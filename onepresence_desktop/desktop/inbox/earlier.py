"""Earlier contact with the same number: the last calls and messages, newest first."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop.earlier_calls import call_line, when
from onepresence_desktop.desktop.inbox.rows import ICONS, line_of
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.dated_lines import DatedLine
from onepresence_desktop.domain.messages import Message

MOST = 5


def contacts(mirror: Mirror, message: Message, now: datetime) -> list[DatedLine]:
    """Calls and other messages of the message's number."""
    if not message.number:
        return []
    found = [(record.at, call_line(record, now)) for record in mirror.history if record.number == message.number]
    found += [
        (other.at, DatedLine(ICONS[other.kind], Color.TEXT_TERTIARY, line_of(other), when(other.at, now)))
        for other in mirror.messages.values()
        if other.number == message.number and other.id != message.id
    ]
    return [line for _, line in sorted(found, key=lambda one: one[0], reverse=True)[:MOST]]
