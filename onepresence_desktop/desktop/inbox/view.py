"""The inbox: filters, list, reading pane, and the keys that work in it (design, section 7.8)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.contact_search import ContactSearch
from onepresence_desktop.desktop.deleting import Deleting
from onepresence_desktop.desktop.inbox.composing import Composing
from onepresence_desktop.desktop.inbox.head import InboxHead
from onepresence_desktop.desktop.inbox.hints import hints_of
from onepresence_desktop.desktop.inbox.list_view import MessageList
from onepresence_desktop.desktop.inbox.listening import Listening
from onepresence_desktop.desktop.inbox.model import InboxModel
from onepresence_desktop.desktop.inbox.outlet import Outlet
from onepresence_desktop.desktop.inbox.player_card import RATES
from onepresence_desktop.desktop.inbox.playing import Playing
from onepresence_desktop.desktop.inbox.reading import ReadingPane
from onepresence_desktop.desktop.inbox.right_side import RightSide
from onepresence_desktop.desktop.inbox.room_warning import RoomWarning
from onepresence_desktop.desktop.inbox.rows import Filter, named, row_of, shown
from onepresence_desktop.desktop.inbox.saving import ask_where, file_name
from onepresence_desktop.desktop.inbox.sent import row_of as sent_row
from onepresence_desktop.desktop.inbox.sent import to_words
from onepresence_desktop.desktop.inbox.undo_band import UndoBand
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import Compose, MessagePlace, NewContact, Page, Place
from onepresence_desktop.desktop.player import Player
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.finding import found_in
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.wire.messaging import SentMessageView

LIST_WIDTH, NARROW_LIST_WIDTH, LEAST_LIST_WIDTH = 284, 240, 190
READ_AFTER_MS = 2_000
"""For which a text stands on the screen until it counts as read."""
NARROW_BELOW, LEAST_BELOW = 740, 700
"""Widths of the page below which the list gives way to the message."""


class InboxView(Page):
    """A page of the window."""

    narrowed_by_search = True

    def __init__(
        self,
        session: Session,
        actions: Actions,
        outlet: Outlet,
        *,
        player: Player | None = None,
        pane: ReadingPane | None = None,
        search: ContactSearch | None = None,
        go_to: Callable[[Place], None] = lambda _place: None,
    ) -> None:
        super().__init__()
        self._session = session
        self._actions = actions
        self._go_to = go_to
        self._back = ""
        self.composing = Composing(session, actions, search or ContactSearch(session, self), self)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(READ_AFTER_MS)
        self._query = ""
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
        self.head = InboxHead()
        self.chips = self.head.chips
        column.addWidget(self.head)
        self.room = RoomWarning()
        column.addWidget(self.room)
        left = self._left = Surface(Color.BG_WINDOW, "right")
        left.setFixedWidth(LIST_WIDTH)
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 6, 1, 6)
        inner.setSpacing(6)
        inner.addWidget(self.list, 1)
        self.undo = UndoBand(self.deleting)
        holder = QHBoxLayout()
        holder.setContentsMargins(8, 0, 8, 2)
        holder.addWidget(self.undo)
        inner.addLayout(holder)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(left)
        self.right = RightSide(self._session, self.pane, self.composing)
        body.addWidget(self.right, 1)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        session = self._session
        for signal in (session.reset, session.messages_changed, session.day_changed):
            signal.connect(self.refill)
        for names in (session.people_changed, session.history_changed, session.phonebook_changed):
            names.connect(self.refill)
        session.me_changed.connect(self._show_room)
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
        pane.reply_wanted.connect(lambda: self._with_chosen(self.composing.reply))
        pane.forward_wanted.connect(lambda: self._with_chosen(self.composing.forward))
        pane.contact_wanted.connect(lambda: self._with_chosen(self._keep_contact))
        self._reading.timeout.connect(self._was_read)
        self.head.filter_chosen.connect(self.refill)
        self.head.new_wanted.connect(lambda: self.composing.begin())
        self.composing.begun.connect(self._show_compose)
        self.composing.left.connect(self._leave_compose)
        self.composing.sent_changed.connect(self.refill)
        self.composing.told.connect(self.undo.tell)
        current().changed.connect(self.list.viewport().update)

    # --- page ---

    def retranslate(self) -> None:
        """All texts again."""
        self.head.retranslate()
        if self.composing.made:
            self.composing.pane.retranslate()
        self.list.setAccessibleName(translate("Inbox", "Phone messages"))
        self.undo.retranslate()
        self.pane.retranslate()
        self.refill()

    def on_shown(self) -> None:
        """The list has the keys."""
        if self.list.place() < 0 and self.model.rows:
            self.list.choose(0)
        if not self.right.writing:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hints(self) -> list[Hint]:
        """The keys that work here."""
        return hints_of(self.chosen(), writing=self.right.writing)

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
        narrow = NARROW_LIST_WIDTH if self.width() >= LEAST_BELOW else LEAST_LIST_WIDTH
        self._left.setFixedWidth(LIST_WIDTH if self.width() >= NARROW_BELOW else narrow)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving pauses the sound and deletes what waits."""
        super().hideEvent(event)
        self.listening.stop()
        self.deleting.carry_out()

    # --- showing ---

    @property
    def filter(self) -> Filter:
        """The chip chosen."""
        return self.head.filter

    def refill(self) -> None:
        """Fill the list; the message chosen stays, or its neighbour takes its place."""
        self.composing.watch(self.filter is Filter.SENT and self.isVisible())
        chosen, place = self._chosen_id(), self.list.place()
        everything = named(self._session.mirror.messages.values(), self._session.whose)
        hidden, now = self.deleting.hidden, self._session.now()
        rows = [row_of(m, now) for m in shown(everything, self.filter, self._query, hidden)]
        if self.filter is Filter.SENT:
            rows = [sent_row(one, now) for one in self._sent()]
        self.model.show_rows(rows)
        there = [m for m in everything if m.id not in hidden]
        self.chips[Filter.ALL].set_count(texts.count(len(there)))
        unread = readings.unread(self._session.mirror, besides=hidden)
        self.chips[Filter.UNREAD].set_count(texts.count(unread) if unread else "")
        self._show_room()
        self._left.setVisible(bool(there) or self.deleting.waiting or bool(rows))
        again = self.model.place_of(chosen)
        if again < 0 and place >= 0 and rows:
            again = min(place, len(rows) - 1)
        if again < 0 and rows and self.filter is Filter.SENT:
            again = 0
        if again != self.list.place() or again < 0:
            self.list.choose(again)
        self._chosen_changed()

    def _show_room(self) -> None:
        """Warn before callers are turned away (spec 6.8)."""
        self.room.show_room(readings.room(self._session.mirror, besides=self.deleting.hidden))

    def go_to(self, place: Place) -> None:
        """Show a message, or play it."""
        if isinstance(place, Compose):
            self.composing.begin(place.to, place.by, place.text)
            self._back = place.back
        elif isinstance(place, MessagePlace) and self.show_message(place.message) and place.play:
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
        found = self._session.mirror.messages.get(message_id) if message_id is not None else None
        return named([found], self._session.whose)[0] if found is not None else None

    def _chosen_id(self) -> MessageId | None:
        place = self.list.place()
        return self.model.rows[place].id if 0 <= place < len(self.model.rows) else None

    def _chosen_changed(self) -> None:
        self.listening.choose(message := self.chosen())
        self._show_chosen()
        if message is not None:
            self.playing.show()

    def _sent(self) -> list[SentMessageView]:
        return [one for one in self.composing.sent if found_in(self._query, f"{to_words(one)} {one.text}")]

    def _show_chosen(self) -> None:
        message = self.chosen()
        self.hints_changed.emit()
        if self.right.writing:
            return
        self._reading.stop()
        sent = next((one for one in self.composing.sent if str(one.id) == self._chosen_id()), None)
        if sent is not None and self.filter is Filter.SENT:
            self.right.show_sent(sent)
        elif message is None:
            self.right.show_nothing(self._query.strip(), self.filter)
        else:
            self.right.show_message(message)
            if not message.read and message.kind is not MessageKind.VOICEMAIL and self.isVisible():
                self._reading.start()

    def _was_read(self) -> None:
        """A text that stood there long enough."""
        message = self.chosen()
        if message is not None and not message.read and self.isVisible():
            self._actions.mark_message(message.id, read=True)

    # --- writing ---

    def _show_compose(self) -> None:
        self._back = ""
        self.right.show_compose()
        self.hints_changed.emit()

    def _leave_compose(self) -> None:
        self.right.show_nothing("", self.filter)
        self.refill()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._back:
            back, self._back = self._back, ""
            self._go_to(Place(section=back))

    def leave(self) -> bool:
        """Esc leaves what is being written."""
        if not self.right.writing:
            return False
        self.composing.pane.leave()
        return True

    def _with_chosen(self, do: Callable[[Message], None]) -> None:
        message = self.chosen()
        if message is not None:
            do(message)

    def _keep_contact(self, message: Message) -> None:
        self._go_to(NewContact(number=message.number, name=message.name))

    # --- doing ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the page; the list has taken its own."""
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, mods = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        held = Qt.KeyboardModifier
        shift, ctrl, none = held.ShiftModifier, held.ControlModifier, held.NoModifier
        if self.right.typing and key != Qt.Key.Key_N:
            return False
        rates = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), RATES, strict=True))
        if mods == none and key in rates:
            self.playing.choose_rate(rates[key])
        elif mods == none and key == Qt.Key.Key_Space:
            self.playing.toggle()
        elif mods in (none, shift) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.playing.skip((15.0 if mods == shift else 5.0) * (1 if key == Qt.Key.Key_Right else -1))
        elif mods == none and key == Qt.Key.Key_R:
            self._mark()
        elif mods == none and key == Qt.Key.Key_B:
            self._keep()
        elif mods == none and key == Qt.Key.Key_Delete:
            self._delete()
        elif mods == ctrl and key == Qt.Key.Key_S:
            self._save()
        elif mods == ctrl and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer()
        elif mods == ctrl and key == Qt.Key.Key_N:
            self.composing.begin()
        elif mods == ctrl and key == Qt.Key.Key_Z and self.deleting.waiting:
            self._undo()
        else:
            return False
        return True

    def _answer(self) -> None:
        """A text is replied to, a caller called back."""
        message = self.chosen()
        if message is not None and message.kind is not MessageKind.VOICEMAIL:
            self.composing.reply(message)
        else:
            self._call_back()

    def _call_back(self) -> None:
        message = self.chosen()
        if message is not None and message.number:
            self._actions.call(message.number)

    def _keep(self) -> None:
        self._with_chosen(lambda message: self._actions.mark_message(message.id, kept=not message.kept))

    def _mark(self) -> None:
        self._with_chosen(lambda message: self._actions.mark_message(message.id, read=not message.read))

    def _delete(self) -> None:
        self._with_chosen(self.undo.delete)

    def _undo(self) -> None:
        back = self.deleting.undo()
        if back is not None:
            self.list.choose(self.model.place_of(back))

    def _action_failed(self, name: str, error: OnePresenceError) -> None:
        if name == "delete_message":
            self.undo.refused(error)

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
