"""The inbox: filters, list, reading pane, and the keys that work in it (design, section 7.8)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.inbox.deleting import Deleting
from onepresence_desktop.desktop.inbox.list_view import MessageList
from onepresence_desktop.desktop.inbox.listening import Listening
from onepresence_desktop.desktop.inbox.model import InboxModel
from onepresence_desktop.desktop.inbox.nothing import Nothing
from onepresence_desktop.desktop.inbox.outlet import Outlet
from onepresence_desktop.desktop.inbox.player_card import RATES
from onepresence_desktop.desktop.inbox.playing import Playing
from onepresence_desktop.desktop.inbox.reading import ReadingPane
from onepresence_desktop.desktop.inbox.room_warning import RoomWarning
from onepresence_desktop.desktop.inbox.rows import Filter, row_of, shown
from onepresence_desktop.desktop.inbox.saving import ask_where, file_name
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.player import Player
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.card import SectionHeader, Surface
from onepresence_desktop.desktop.widgets.chips import Chip
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.messages import Message, MessageId

LIST_WIDTH, NARROW_LIST_WIDTH = 284, 240
NARROW_BELOW = 740
"""Width of the page below which the list gives way to the message."""


class InboxView(QWidget):
    """A page of the window. want_search: write this into the top field."""

    hints_changed = Signal()
    want_search = Signal(str)

    def __init__(
        self,
        session: Session,
        actions: Actions,
        outlet: Outlet,
        *,
        player: Player | None = None,
        pane: ReadingPane | None = None,
    ) -> None:
        super().__init__()
        self._session = session
        self._actions = actions
        self._query = ""
        self._asked_kept: MessageId | None = None
        self.listening = Listening(actions, player, self)
        self.deleting = Deleting(actions.delete_message, self)
        self.model = InboxModel()
        self.list = MessageList(self.model)
        self.pane = pane or ReadingPane()
        self.playing = Playing(self.listening, self.pane.player, outlet, self.chosen, self)
        self._build()
        self._connect()
        self.retranslate()
        self.refill()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = SectionHeader()
        self._group = QButtonGroup(self)
        self.chips = {Filter.ALL: Chip(), Filter.UNREAD: Chip(), Filter.KEPT: Chip(icon="keep")}
        for chip in self.chips.values():
            self._group.addButton(chip)
            chip.clicked.connect(self.refill)
            self._head.row.addWidget(chip)
        self.chips[Filter.ALL].setChecked(True)
        self._head.row.addStretch()
        column.addWidget(self._head)
        self.room = RoomWarning()
        column.addWidget(self.room)
        left = self._left = Surface(Color.BG_WINDOW, "right")
        left.setFixedWidth(LIST_WIDTH)
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 6, 1, 6)
        inner.setSpacing(6)
        inner.addWidget(self.list, 1)
        self.undo = Banner(Tone.NEUTRAL, icon="delete", link=True)
        holder = QHBoxLayout()
        holder.setContentsMargins(8, 0, 8, 2)
        holder.addWidget(self.undo)
        inner.addLayout(holder)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(left)
        self._nothing = Nothing()
        self._right = QStackedWidget()
        self._right.addWidget(self.pane)
        self._right.addWidget(self._nothing)
        body.addWidget(self._right, 1)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        session = self._session
        for signal in (session.reset, session.messages_changed):
            signal.connect(self.refill)
        session.me_changed.connect(self._show_room)
        for signal in (session.people_changed, session.history_changed):
            signal.connect(self._show_chosen)
        self.list.selectionModel().currentRowChanged.connect(lambda _new, _old: self._chosen_changed())
        self.deleting.changed.connect(self.refill)
        self.undo.action_clicked.connect(self._undo)
        self._actions.failed.connect(self._action_failed)
        pane = self.pane
        pane.call_wanted.connect(self._call_back)
        pane.keep_wanted.connect(self._keep)
        pane.read_wanted.connect(self._mark)
        pane.save_wanted.connect(self._save)
        pane.delete_wanted.connect(self._delete)
        self.listening.heard.connect(lambda message_id: self._actions.mark_message(MessageId(message_id), read=True))
        current().changed.connect(self.list.viewport().update)

    # --- page ---

    def retranslate(self) -> None:
        """All texts again."""
        self._head.set_title(translate("Inbox", "Phone messages"))
        self.chips[Filter.ALL].setText(translate("Inbox", "All"))
        self.chips[Filter.UNREAD].setText(translate("Inbox", "Unread"))
        self.chips[Filter.KEPT].setText(translate("Inbox", "Kept"))
        self.list.setAccessibleName(translate("Inbox", "Phone messages"))
        self.undo.set_action(translate("Inbox", "Undo"))
        self.pane.retranslate()
        self.refill()

    def on_shown(self) -> None:
        """The list has the keys."""
        if self.list.currentIndex().row() < 0 and self.model.rows:
            self.list.choose(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hints(self) -> list[Hint]:
        """The keys that work here."""
        if self.chosen() is None:
            return []
        return [
            Hint("Space", translate("Inbox", "Play")),
            Hint("← →", translate("Inbox", "5 sec.")),
            Hint("R", translate("Inbox", "Read")),
            Hint("B", translate("Inbox", "Keep")),
            Hint("Ctrl+Enter", translate("Inbox", "Call back")),
            Hint("Del", translate("Inbox", "Delete")),
        ]

    def search_placeholder(self) -> str:
        """What the top field looks for here."""
        return translate("Inbox", "Search messages by name or number")

    def take_search(self, text: str) -> None:
        """The top field's text."""
        self._query = text
        self.refill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way when the window is narrow: a message must be readable."""
        super().resizeEvent(event)
        self._left.setFixedWidth(LIST_WIDTH if self.width() >= NARROW_BELOW else NARROW_LIST_WIDTH)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving pauses the sound and deletes what waits."""
        super().hideEvent(event)
        self.listening.stop()
        self.deleting.carry_out()

    # --- showing ---

    @property
    def filter(self) -> Filter:
        """The chip chosen."""
        return next(which for which, chip in self.chips.items() if chip.isChecked())

    def refill(self) -> None:
        """Fill the list; the message chosen stays, or its neighbour takes its place."""
        chosen, place = self._chosen_id(), self.list.currentIndex().row()
        everything = self._session.mirror.messages.values()
        hidden, now = self.deleting.hidden, self._session.now()
        rows = [row_of(m, now) for m in shown(everything, self.filter, self._query, hidden)]
        self.model.show_rows(rows)
        there = [m for m in everything if m.id not in hidden]
        self.chips[Filter.ALL].set_count(texts.count(len(there)))
        unread = sum(not m.read for m in there)
        self.chips[Filter.UNREAD].set_count(texts.count(unread) if unread else "")
        self.undo.setVisible(self.deleting.waiting)
        self._show_room()
        self._left.setVisible(bool(there) or self.deleting.waiting)
        again = self.model.place_of(chosen)
        if again < 0 and place >= 0 and rows:
            again = min(place, len(rows) - 1)
        if again != self.list.currentIndex().row() or again < 0:
            self.list.choose(again)
        self._chosen_changed()

    def _show_room(self) -> None:
        """Warn before callers are turned away (spec 6.8)."""
        me = self._session.mirror.me
        there = (m for m in self._session.mirror.messages.values() if m.id not in self.deleting.hidden)
        self.room.show_room(there, me.mailbox_seconds if me is not None else 0.0)

    def play_message(self, message_id: MessageId) -> None:
        """Show a message and play it (asked for by its notification)."""
        if self.show_message(message_id):
            self.playing.toggle()

    def show_message(self, message_id: MessageId) -> bool:
        """Choose a message, whatever the list was narrowed to; False when it isn't there any more."""
        if self.model.place_of(message_id) < 0:
            self.chips[Filter.ALL].setChecked(True)
            if self._query:
                self.want_search.emit("")
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refill()
        place = self.model.place_of(message_id)
        if place >= 0:
            self.list.choose(place)
        return place >= 0

    def chosen(self) -> Message | None:
        """The message shown at the right."""
        message_id = self._chosen_id()
        return self._session.mirror.messages.get(message_id) if message_id is not None else None

    def _chosen_id(self) -> MessageId | None:
        place = self.list.currentIndex().row()
        return self.model.rows[place].id if 0 <= place < len(self.model.rows) else None

    def _chosen_changed(self) -> None:
        message = self.chosen()
        self.listening.choose(message)
        self._show_chosen()
        if message is not None:
            self.playing.show()

    def _show_chosen(self) -> None:
        message = self.chosen()
        self.hints_changed.emit()
        if message is None:
            self._nothing.say(self._query.strip(), self.filter)
            self._right.setCurrentWidget(self._nothing)
            return
        self._right.setCurrentWidget(self.pane)
        self.pane.show_message(message, self._session.mirror, self._session.now())

    # --- doing ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the page; the list has taken its own."""
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, mods = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift, ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        none = Qt.KeyboardModifier.NoModifier
        step = 15.0 if mods == shift else 5.0
        rates = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), RATES, strict=True))
        if mods == none and key in rates:
            self.playing.choose_rate(rates[key])
        elif mods == none and key == Qt.Key.Key_Space:
            self.playing.toggle()
        elif mods in (none, shift) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.playing.skip(step if key == Qt.Key.Key_Right else -step)
        elif mods == none and key == Qt.Key.Key_R:
            self._mark()
        elif mods == none and key == Qt.Key.Key_B:
            self._keep()
        elif mods == none and key == Qt.Key.Key_Delete:
            self._delete()
        elif mods == ctrl and key == Qt.Key.Key_S:
            self._save()
        elif mods == ctrl and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._call_back()
        elif mods == ctrl and key == Qt.Key.Key_Z and self.deleting.waiting:
            self._undo()
        else:
            return False
        return True

    def _call_back(self) -> None:
        message = self.chosen()
        if message is not None and message.number:
            self._actions.call(message.number)

    def _keep(self) -> None:
        message = self.chosen()
        if message is not None:
            self._actions.mark_message(message.id, kept=not message.kept)

    def _mark(self) -> None:
        message = self.chosen()
        if message is not None:
            self._actions.mark_message(message.id, read=not message.read)

    def _delete(self) -> None:
        message = self.chosen()
        if message is None:
            return
        if message.kept and self._asked_kept != message.id:
            self._asked_kept = message.id
            self.undo.set_action("")
            self.undo.say(translate("Inbox", "You keep this message. Press delete again to delete it."))
            QTimer.singleShot(4000, self, self._forget_asking)
            return
        self._asked_kept = None
        self.deleting.begin(message.id)
        self.undo.set_action(translate("Inbox", "Undo"))
        self.undo.say(translate("Inbox", "Message deleted"))

    def _forget_asking(self) -> None:
        self._asked_kept = None
        self.undo.setVisible(self.deleting.waiting)

    def _undo(self) -> None:
        back = self.deleting.undo()
        if back is not None:
            self.list.choose(self.model.place_of(back))

    def _action_failed(self, name: str, error: OnePresenceError) -> None:
        if name == "delete_message":
            self.deleting.failed()
            self.undo.set_action("")
            self.undo.say(texts.error(error))

    def _save(self) -> None:
        message, data = self.chosen(), self.listening.data
        if message is None or data is None:
            return
        ask_where(self, file_name(message), lambda path: self._write(path, data))

    def _write(self, path: Path, data: bytes) -> None:
        try:
            path.write_bytes(data)
        except OSError:
            self.pane.player.say(translate("Inbox", "The file couldn't be written there."))
