"""Earlier contact with the same number: the last calls and messages, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.inbox.rows import ICONS, line_of
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.domain.calls import CallRecord, Direction
from onepresence_desktop.domain.messages import Message

MOST = 5
ROW = 30


@dataclass(frozen=True, slots=True)
class Contact:
    """One line: icon, words, when."""

    icon: str
    ink: Color
    words: str
    at: datetime


def call_words(record: CallRecord) -> str:
    """What a call was, in words."""
    spoken = texts.duration(record.duration.total_seconds())
    if record.direction is Direction.MISSED:
        return translate("Inbox", "Missed call")
    if record.direction is Direction.OUTGOING:
        if not record.duration:
            return translate("Inbox", "You called, no answer")
        return translate("Inbox", "You called · {time}").format(time=spoken)
    return translate("Inbox", "Spoken · {time}").format(time=spoken)


def contacts(mirror: Mirror, message: Message) -> list[Contact]:
    """Calls and other messages of the message's number."""
    if not message.number:
        return []
    looks = {
        Direction.MISSED: ("call-missed", Color.DANGER_TEXT),
        Direction.OUTGOING: ("call-out", Color.TEXT_TERTIARY),
        Direction.INCOMING: ("call-in", Color.TEXT_TERTIARY),
    }
    found = [
        Contact(*looks[record.direction], call_words(record), record.at)
        for record in mirror.history
        if record.number == message.number
    ]
    found += [
        Contact(ICONS[other.kind], Color.TEXT_TERTIARY, line_of(other), other.at)
        for other in mirror.messages.values()
        if other.number == message.number and other.id != message.id
    ]
    return sorted(found, key=lambda contact: contact.at, reverse=True)[:MOST]


class Earlier(QWidget):
    """The lines, painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[Contact, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_contacts(self, found: list[Contact], now: datetime) -> None:
        """Show these."""
        self._lines = [(contact, _when(contact.at, now)) for contact in found]
        self.setAccessibleName(", ".join(f"{contact.words} {when}" for contact, when in self._lines))
        self.setFixedHeight(ROW * len(self._lines))
        self.update()

    def sizeHint(self) -> QSize:
        """Its rows."""
        return QSize(200, ROW * len(self._lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, words, when."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        for place, (contact, when) in enumerate(self._lines):
            top = place * ROW
            spot = QRectF(0, top + 7, 16, 16)
            icons.paint(painter, contact.icon, spot, color(contact.ink), self.devicePixelRatioF())
            wide = painters.width(when, small)
            right = QRectF(self.width() - wide - 1, top + 6, wide + 1, 18)
            painters.text(painter, right, when, small, color(Color.TEXT_TERTIARY))
            room = QRectF(26, top + 6, self.width() - wide - 40, 18)
            painters.text(painter, room, contact.words, fonts.font(), color(Color.TEXT_SECONDARY))


def _when(moment: datetime, now: datetime) -> str:
    return f"{texts.day(moment, now)} {texts.clock(moment)}"
