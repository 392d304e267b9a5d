"""Texts that the user sent, with what became of them at each recipient (spec 6.4)."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import Qt, Signal

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.inbox.rows import MessageRow
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.texts import connections
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.card import Line, Scrolled
from onepresence_desktop.desktop.widgets.dated_lines import DatedLine, DatedLines
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.domain.messaging import SentId
from onepresence_desktop.domain.outgoing import UNDER_WAY, OutgoingState, Way
from onepresence_desktop.wire.messaging import RecipientView, SentMessageView

_LOOKS = {
    OutgoingState.QUEUED: ("clock", Color.TEXT_TERTIARY),
    OutgoingState.SENT: ("send", Color.TEXT_TERTIARY),
    OutgoingState.DELIVERED: ("check", Color.AVAILABLE_TEXT),
    OutgoingState.FAILED: ("error", Color.DANGER_TEXT),
    OutgoingState.UNKNOWN: ("info", Color.TEXT_TERTIARY),
}

_CONNECTION_FAILED = re.compile(r"connection_failed \(reason=(\w+)(?:, said=(.*?))?(?:, perhaps=True)?\)")
_UNAVAILABLE = re.compile(r"unavailable \(detail=(.*)\)")
"""How the service notes why a try failed."""


def state_words(recipient: RecipientView) -> str:
    """How far it has come at one recipient."""
    if recipient.by is None:
        return translate("Inbox", "In the inbox")
    words = {
        OutgoingState.QUEUED: translate("Inbox", "Waits to be sent"),
        OutgoingState.SENT: translate("Inbox", "Sent"),
        OutgoingState.DELIVERED: translate("Inbox", "Delivered"),
        OutgoingState.FAILED: translate("Inbox", "Not delivered"),
        OutgoingState.UNKNOWN: translate("Inbox", "Unknown"),
    }
    if recipient.doubt and recipient.state in (OutgoingState.SENT, OutgoingState.DELIVERED):
        return translate("Inbox", "{state}, perhaps twice").format(state=words[recipient.state])
    return words[recipient.state]


def way_words(by: Way | None) -> str:
    """By which way it went; None: to the inbox alone."""
    words = {
        Way.EMAIL: translate("Inbox", "E-mail"),
        Way.SMS: "SMS",
        Way.UNKNOWN: translate("Inbox", "A way that this version doesn't know"),
    }
    return words[by] if by is not None else "OnePresence"


def to_words(sent: SentMessageView) -> str:
    """To whom, each once."""
    names = dict.fromkeys(who(one) for one in sent.recipients)
    return translate("Inbox", "To {names}").format(names=", ".join(names))


def who(recipient: RecipientView) -> str:
    """A recipient by name, else by where it went."""
    return recipient.name or recipient.email or texts.number(recipient.number or "")


def row_of(sent: SentMessageView, now: datetime) -> MessageRow:
    """A sent text as a row of the list; one that failed somewhere is marked."""
    failed = any(one.state is OutgoingState.FAILED for one in sent.recipients)
    when = texts.time_or_day(sent.at, now)
    line = " ".join(sent.text.split())
    return MessageRow(
        MessageId(sent.id), "send", to_words(sent), line, when, unread=False, kept=False, cut_short=failed
    )


def reason_words(recipient: RecipientView) -> str:
    """Why it hasn't come to one recipient, "" where it has or nothing is known; a server's own words as they are."""
    if recipient.state not in (OutgoingState.QUEUED, OutgoingState.FAILED) or recipient.reason in ("", UNDER_WAY):
        return ""
    failed = _CONNECTION_FAILED.fullmatch(recipient.reason)
    if failed is not None:
        return connections.trouble_words(failed[1], failed[2] or "")
    told = _UNAVAILABLE.fullmatch(recipient.reason)
    said = told[1] if told is not None else recipient.reason
    if said.startswith("no_sender_for_"):
        return translate("Inbox", "Your company can't send by this way.")
    return translate("Inbox", "The other server said: “{said}”").format(said=said)


class SentPane(Scrolled):
    """Shows one of them. again_wanted: what failed of the one with this id is to be tried once more."""

    again_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = Label(role=fonts.Text.HEADING, wrap=True)
        self._when = Label(role=fonts.Text.SMALL, tone="tertiary", tabular=True)
        self._text = Label(wrap=True)
        self.states = DatedLines()
        self.reasons = Label(role=fonts.Text.SMALL, tone="secondary", wrap=True)
        self.again = Button(small=True, icon="refresh")
        self.again.clicked.connect(self._again)
        self._shown: SentId | None = None
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(12)
        for widget in (self._title, self._when, self._text, Line(), self.states, self.reasons):
            self.column.addWidget(widget)
        self.column.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()

    def show_sent(self, sent: SentMessageView, now: datetime) -> None:
        """The text, a line for each recipient and way, and why it hasn't come to some."""
        self._shown = sent.id
        self._title.setText(to_words(sent))
        self._when.setText(f"{texts.day(sent.at, now)} {texts.clock(sent.at)}")
        self._text.setText(sent.text)
        lines = []
        for one in sent.recipients:
            icon, ink = _LOOKS[one.state]
            lines.append(DatedLine(icon, ink, f"{who(one)} · {way_words(one.by)}", state_words(one)))
        self.states.show_lines(lines)
        why = [f"{who(one)}: {words}" for one in sent.recipients if (words := reason_words(one))]
        self.reasons.setText("\n".join(dict.fromkeys(why)))
        self.reasons.setVisible(bool(why))
        self.again.setText(translate("Inbox", "Try again"))
        self.again.setVisible(any(one.state is OutgoingState.FAILED for one in sent.recipients))

    def _again(self) -> None:
        if self._shown is not None:
            self.again_wanted.emit(self._shown)
