"""Writing a text message: to whom, by which ways, standard messages, how many SMS it takes (design, section 7.8)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.inbox.recipients import Known, To
from onepresence_desktop.desktop.inbox.standard_messages import StandardMessages
from onepresence_desktop.desktop.inbox.to_field import ToField
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.card import Footer, Scrolled, Surface
from onepresence_desktop.desktop.widgets.chips import Chip
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.messaging import LONGEST, MOST_PARTS, sms_parts
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.wire.bodies import MessageBody

GAP = "…"
"""Where a standard message is to be filled in."""


class ComposePane(Surface):
    """send: a `MessageBody`. keep: this text, which was sent, as a standard message. closed: nothing is sent."""

    send = Signal(object)
    keep = Signal(str)
    closed = Signal()

    def __init__(self, known: Known, parent: QWidget | None = None) -> None:
        super().__init__(Color.BG_WINDOW, parent=parent)
        self._known = known
        self._asked = False
        self._live = True
        self._given = self._sending = ""
        self.title = Label(role=fonts.Text.HEADING)
        self.close_button = IconButton("close")
        self.to = ToField(known)
        self._to_words, self._as_words = field_label(), field_label()
        self.ways = {Way.EMAIL: Chip(icon="msg-email", outlined=True), Way.SMS: Chip(icon="msg-sms", outlined=True)}
        self._where = Label(role=fonts.Text.SMALL, tone="secondary", wrap=True, tabular=True)
        self.standard = StandardMessages()
        self.text = QPlainTextEdit()
        self._counter = Label(role=fonts.Text.SMALL, tone="secondary", tabular=True)
        self.band = Banner(Tone.DANGER)
        self.keep_box = CheckBox()
        self.cancel_button = Button(kind=Kind.QUIET)
        self.send_button = Button(kind=Kind.PRIMARY, icon="send")
        self._build()
        self.standard.inserted.connect(self._insert)
        self.to.changed.connect(self._changed)
        for chip in self.ways.values():
            chip.setAutoExclusive(False)
            chip.clicked.connect(self._changed)
        self.text.textChanged.connect(self._changed)
        self.close_button.clicked.connect(self.leave)
        self.cancel_button.clicked.connect(self.leave)
        self.send_button.clicked.connect(self._send)
        self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 14, 20, 14)
        inner.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        inner.addLayout(head)
        inner.addWidget(labelled(self._to_words, self.to))
        how = QHBoxLayout()
        how.setSpacing(8)
        how.addWidget(self._as_words)
        for chip in self.ways.values():
            how.addWidget(chip)
        how.addWidget(self._where, 1)
        inner.addLayout(how)
        inner.addWidget(self.standard)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(70)
        inner.addWidget(self.text, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._counter)
        inner.addLayout(foot)
        pane = Scrolled()
        pane.column.addLayout(inner)
        column.addWidget(pane, 1)
        column.addWidget(self.band)
        bar = Footer(56)
        bar.row.addWidget(self.keep_box)
        bar.row.addStretch()
        bar.row.addWidget(self.cancel_button)
        bar.row.addWidget(self.send_button)
        column.addWidget(bar)

    def retranslate(self) -> None:
        """All words again."""
        self.title.setText(translate("Inbox", "New message"))
        self.close_button.set_name(translate("Inbox", "Close"))
        self._to_words.setText(translate("Inbox", "To"))
        self._as_words.setText(translate("Inbox", "As"))
        self.ways[Way.EMAIL].setText(translate("Inbox", "E-mail"))
        self.ways[Way.SMS].setText("SMS")
        self.standard.retranslate()
        self.text.setAccessibleName(translate("Inbox", "Text of the message"))
        self.keep_box.setText(translate("Inbox", "Save as standard message"))
        self.cancel_button.setText(translate("Inbox", "Cancel"))
        self.to.retranslate()
        for chip in self.ways.values():
            chip.updateGeometry()
        self._changed()

    def begin(self, to: Sequence[To], by: Way | None, text: str, *, may_keep: bool) -> None:
        """A new one. by: None: by the ways the first recipient can be reached, mail before SMS."""
        self.standard.allow(may_keep=may_keep)
        self.to.set_recipients(list(to))
        if by is None:
            by = Way.SMS if to and to[0].number and not to[0].email else Way.EMAIL
        for way, chip in self.ways.items():
            chip.setChecked(way is by)
        self._given = text
        self.text.setPlainText(text)
        self.keep_box.setChecked(False)
        self.keep_box.setVisible(may_keep)
        self.band.hide()
        self.send_button.set_busy(False)
        self._asked = False
        self._changed()

    def take_keys(self) -> None:
        """Ready for typing."""
        place = self.text if self.to.chips else self.to.line
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def written(self) -> bool:
        """Whether something would be lost."""
        return bool(self.text.toPlainText().strip())

    @property
    def typed(self) -> bool:
        """Whether somebody has written some of it."""
        return self.written and self.text.toPlainText() != self._given

    def say_unsent(self) -> None:
        """Another was to be written, and this one isn't sent."""
        self.band.set_tone(Tone.WARNING, "warning")
        self.band.say(translate("Inbox", "This message isn't sent yet. Send or cancel it before you write another."))

    def chosen_ways(self) -> list[Way]:
        """By which it goes."""
        return [way for way, chip in self.ways.items() if chip.isChecked()]

    def leave(self) -> None:
        """Close; what was written is asked about once."""
        if self.written and not self._asked:
            self._asked = True
            self.band.set_tone(Tone.WARNING, "warning")
            self.band.say(translate("Inbox", "The message isn't sent. Cancel again to leave it."))
            return
        self.closed.emit()

    def set_live(self, live: bool) -> None:
        """Whether it could be sent now; what is written stays."""
        if live != self._live:
            self._live = live
            self._changed()

    def accepted(self) -> None:
        """It was sent; only now is it kept for others, or what is refused and sent again would be kept twice."""
        if self.keep_box.isChecked():
            self.keep.emit(self._sending)

    def refused(self, error: OnePresenceError) -> None:
        """Nothing was sent; nothing is lost."""
        self.send_button.set_busy(False)
        self._changed()
        self.band.set_tone(Tone.DANGER)
        self.band.say(texts.error(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter sends."""
        control = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.send_button.click()
        else:
            super().keyPressEvent(event)

    # --- what is written ---

    def _insert(self, text: str) -> None:
        self.text.insertPlainText(text)
        if GAP in text:
            cursor = self.text.textCursor()
            cursor.setPosition(cursor.position() - len(text) + text.index(GAP))
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(GAP))
            self.text.setTextCursor(cursor)
        self.text.setFocus()

    def _changed(self) -> None:
        ways, recipients, text = self.chosen_ways(), self.to.recipients(), self.text.toPlainText()
        self.band.hide()
        self.to.mark([to.reached(ways) for to in recipients])
        words = ""
        if len(recipients) == 1 and ways:
            words = translate("Inbox", "Goes to {place}").format(place=recipients[0].where(ways))
        elif any(not to.reached(ways) for to in recipients):
            words = translate("Inbox", "Those in red can't be reached that way")
        self._where.setText(words)
        parts, fits = sms_parts(text), len(text) <= LONGEST
        sms = Way.SMS in ways
        counted = translate("Inbox", "{used} characters").format(used=texts.count(len(text)))
        if sms:
            many = parts.parts * sum(to.sms() for to in recipients)
            fits = fits and parts.parts <= MOST_PARTS
            counted = translate("Inbox", "{used} characters, {left} left · %n SMS", "", many).format(
                used=texts.count(len(text)), left=texts.count(parts.left)
            )
        self._counter.setText(counted if fits else translate("Inbox", "The text is too long"))
        self._counter.set_tone("secondary" if fits else "danger")
        send = translate("Inbox", "Send")
        if len(ways) == 1:
            send = translate("Inbox", "Send SMS") if sms else translate("Inbox", "Send e-mail")
        self.send_button.setText(send)
        self.send_button.updateGeometry()
        reached = bool(recipients) and all(to.reached(ways) for to in recipients) and not self.to.unclear()
        self.send_button.setEnabled(self._live and bool(ways) and reached and bool(text.strip()) and fits)
        why_not = "" if self._live else translate("Diversion", "Not sent without a connection")
        self.send_button.setToolTip(why_not)
        self.send_button.setAccessibleDescription(why_not)
        if why_not:
            self.band.set_tone(Tone.WARNING, "disconnected")
            self.band.say(why_not)

    def _send(self) -> None:
        self.to.commit()
        ways, text = self.chosen_ways(), self.text.toPlainText().strip()
        bodies = [body for to in self.to.recipients() for body in to.bodies(ways)]
        if not bodies:
            return
        self.send_button.set_busy(True)
        self._sending = text
        self.send.emit(MessageBody(to=bodies, by=ways, text=text))
