"""The reading pane: who, when, the player, whether it is whole, what can be done, earlier contact."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.inbox.earlier import contacts
from onepresence_desktop.desktop.inbox.player_card import PlayerCard
from onepresence_desktop.desktop.inbox.rows import title_of
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.card import Line, Scrolled
from onepresence_desktop.desktop.widgets.dated_lines import DatedLines
from onepresence_desktop.desktop.widgets.face import Face
from onepresence_desktop.desktop.widgets.flow_layout import FlowLayout
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.domain.messages import Message, MessageKind


class ReadingPane(Scrolled):
    """Shows one message. The signals say what was pressed; contact_wanted: keep who called among the contacts."""

    reply_wanted = Signal()
    forward_wanted = Signal()
    contact_wanted = Signal()
    call_wanted = Signal()
    keep_wanted = Signal()
    save_wanted = Signal()
    read_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._message: Message | None = None
        self.face = Face()
        self._name = Label(role=fonts.Text.HEADING, elide=True)
        self.number = Button(kind=Kind.LINK, small=True, height=20)
        self._when = Label(role=fonts.Text.SMALL, tone="tertiary", tabular=True)
        self.player = PlayerCard()
        self.cut_short = Banner(Tone.WARNING, icon="warning")
        self._heard = Label(role=fonts.Text.SMALL, tone="tertiary", wrap=True)
        self._text = Label(wrap=True)
        self.call = Button(kind=Kind.QUIET, icon="call", small=True)
        self.keep = Button(kind=Kind.QUIET, icon="keep", small=True)
        self.save = Button(kind=Kind.QUIET, icon="save", small=True)
        self.reply = Button(kind=Kind.QUIET, icon="reply", small=True)
        self.forward = IconButton("forward-text")
        self.contact = IconButton("add-contact")
        self.read = IconButton("mark-read")
        self.delete = IconButton("delete", ink=Color.DANGER_TEXT)
        self._earlier_head = Label(role=fonts.Text.SMALL, weight=fonts.SEMIBOLD, tone="secondary")
        self._earlier = DatedLines()
        self._build()
        for button, signal in (
            (self.call, self.call_wanted),
            (self.reply, self.reply_wanted),
            (self.forward, self.forward_wanted),
            (self.contact, self.contact_wanted),
            (self.number, self.call_wanted),
            (self.keep, self.keep_wanted),
            (self.save, self.save_wanted),
            (self.read, self.read_wanted),
            (self.delete, self.delete_wanted),
        ):
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit())
        self.retranslate()

    def _build(self) -> None:
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.face)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        who.addWidget(self._name)
        number = QHBoxLayout()
        # Its words stand under the name; the ground under the pointer reaches out.
        number.addSpacing(-Kind.LINK.value.padding)
        number.addWidget(self.number)
        number.addStretch()
        who.addLayout(number)
        head.addLayout(who, 1)
        head.addWidget(self._when)
        self.column.addLayout(head)
        self.column.addWidget(self.player)
        self.column.addWidget(self.cut_short)
        self.column.addWidget(self._heard)
        self.column.addWidget(self._text)
        doing = QHBoxLayout()
        doing.setContentsMargins(0, 0, 0, 0)
        doing.setSpacing(2)
        words = QWidget()
        flow = FlowLayout(words, gap=2)
        for button in (self.call, self.reply, self.keep, self.save):
            flow.addWidget(button)
        doing.addWidget(words, 1)
        for small in (self.forward, self.contact, self.read, self.delete):
            doing.addWidget(small, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(doing)
        self.column.addWidget(Line())
        self.column.addWidget(self._earlier_head)
        self.column.addWidget(self._earlier)
        self.column.addStretch()

    def retranslate(self) -> None:
        """All texts again."""
        self.call.setText(translate("Inbox", "Call back"))
        self.number.setToolTip(translate("Inbox", "Call back"))
        self.save.setText(translate("Inbox", "Save as file"))
        self.reply.setText(translate("Inbox", "Reply"))
        self.forward.set_name(translate("Inbox", "Forward as text"))
        self.contact.set_name(translate("Inbox", "Add to contacts"))
        self.delete.set_name(translate("Inbox", "Delete"))
        self._heard.setText(translate("Inbox", "What a program heard; it may be wrong"))
        self.player.retranslate()
        self._marks()

    def _marks(self) -> None:
        message = self._message
        kept = message is not None and message.kept
        self.keep.setText(translate("Inbox", "Kept") if kept else translate("Inbox", "Keep"))
        self.keep.set_icon("kept" if kept else "keep")
        read = message is not None and message.read
        self.read.set_icon("mark-unread" if read else "mark-read")
        self.read.set_name(translate("Inbox", "Mark as unread") if read else translate("Inbox", "Mark as read"))
        for button in (self.call, self.reply, self.keep, self.save):
            button.updateGeometry()

    def show_message(self, message: Message, mirror: Mirror, now: datetime, *, known: bool = True) -> None:
        """Show a message and what else there was with its sender. known: that is a colleague or a contact."""
        self._message = message
        number = message.number
        user = next((p.id for p in mirror.people.values() if number and number in (p.local_number, p.one_number)), None)
        self.face.show_person(message.name, user)
        self._name.setText(title_of(message))
        self.number.setText(texts.number(number) if message.name else "")
        self.number.updateGeometry()
        self.number.setVisible(bool(message.name and number))
        self._when.setText(f"{texts.day(message.at, now)} {texts.clock(message.at)}")
        self._text.setText(message.text)
        self._text.setVisible(bool(message.text))
        self._heard.setVisible(bool(message.text) and message.kind is MessageKind.VOICEMAIL)
        self.player.setVisible(message.seconds > 0)
        self.save.setVisible(message.seconds > 0)
        self.reply.setVisible(message.kind is not MessageKind.VOICEMAIL)
        self.contact.setVisible(bool(number) and not known)
        if message.cut_short is not None:
            self.cut_short.say(texts.cut_short(message.cut_short))
        else:
            self.cut_short.hide()
        self.call.setEnabled(bool(number))
        found = contacts(mirror, message, now)
        self._earlier_head.setText(translate("Inbox", "Earlier with {name}").format(name=title_of(message)))
        self._earlier_head.setVisible(bool(found))
        self._earlier.show_lines(found)
        self._marks()
