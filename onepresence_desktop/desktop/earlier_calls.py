"""What a call of the history was, as a line among earlier contact with somebody."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.dated_lines import DatedLine
from onepresence_desktop.domain.calls import CallRecord, Direction

LOOKS = {
    Direction.MISSED: ("call-missed", Color.DANGER_TEXT),
    Direction.OUTGOING: ("call-out", Color.TEXT_TERTIARY),
    Direction.INCOMING: ("call-in", Color.TEXT_TERTIARY),
    Direction.UNKNOWN: ("call", Color.TEXT_TERTIARY),
}
"""Icon and ink of each kind of call."""


def call_words(record: CallRecord) -> str:
    """What a call was, in words."""
    spoken = texts.duration(record.duration.total_seconds())
    if record.direction is Direction.UNKNOWN:
        return translate("Inbox", "Call")
    if record.direction is Direction.MISSED:
        return translate("Inbox", "Missed call")
    if record.direction is Direction.OUTGOING:
        if not record.duration:
            return translate("Inbox", "You called, no answer")
        return translate("Inbox", "You called · {time}").format(time=spoken)
    return translate("Inbox", "Call · {time}").format(time=spoken)


def call_line(record: CallRecord, now: datetime) -> DatedLine:
    """A call as a line."""
    return DatedLine(*LOOKS[record.direction], call_words(record), when(record.at, now))


def when(moment: datetime, now: datetime) -> str:
    """Day and time."""
    return f"{texts.day(moment, now)} {texts.clock(moment)}"
