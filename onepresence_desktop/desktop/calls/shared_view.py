"""Missed calls as shared work: who has which, take it, call back, done, memo, and what was done (spec 7.5)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.calls.shared_list import HEAD, ROW, SharedDelegate, SharedModel
from onepresence_desktop.desktop.calls.shared_rows import SharedHead, name_of, rows_of, story
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.needs_service import NeedsService
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Line, Scrolled, Surface
from onepresence_desktop.desktop.widgets.dated_lines import DatedLines
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.desktop.widgets.row_list import RowList
from onepresence_desktop.desktop.widgets.save_button import SaveButton
from onepresence_desktop.domain.errors import Conflict, OnePresenceError
from onepresence_desktop.domain.finding import found_in
from onepresence_desktop.domain.shared_calls import SharedCallId, SharedState
from onepresence_desktop.wire.shared_calls import SHARED_CALLS, SharedCallView

if TYPE_CHECKING:
    from onepresence_desktop.client.pbx_client import PbxClient

PANE_WIDTH = 284
TIMES_MS = 30_000
"""How often it is told anew how long something has waited."""


class SharedCalls(QWidget):
    """count_changed: how many are open. play: plays a voicemail that was left; None where this computer can't."""

    count_changed = Signal(int)

    def __init__(
        self,
        session: Session,
        actions: Actions,
        play: Callable[[bytes], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._actions, self._play = session, actions, play
        self._placed: dict[SharedCallId, SharedState] = {}
        self._query = ""
        self.model = SharedModel()
        self.list = RowList(self.model, SharedDelegate(), ROW)
        self.band = Banner(Tone.DANGER)
        self._pane = Scrolled(Color.BG_HEADER)
        self._name = Label(role=fonts.Text.HEADING, elide=True)
        self._number = Label(tone="secondary", tabular=True)
        self.take = Button(kind=Kind.PRIMARY)
        self.call = Button(icon="call", small=True)
        self.done = Button(icon="check", small=True)
        self.listen = Button(icon="play", small=True)
        self._memo_words = field_label()
        self.memo = QPlainTextEdit()
        self.save = SaveButton(kind=Kind.LINK, small=True)
        self._story_words = Label(role=fonts.Text.SMALL, weight=fonts.SEMIBOLD, tone="secondary")
        self._story = DatedLines()
        self._shown: SharedCallId | None = None
        self._memo_before = ""
        self._drafts: dict[SharedCallId, tuple[str, str]] = {}
        """Memos that were typed and not saved, and what each was written over."""
        self._build()
        self._service = NeedsService(session, self)
        self.list.selectionModel().currentRowChanged.connect(lambda _new, _old: self._show_chosen())
        self.list.doubleClicked.connect(lambda _index: self.call_back())
        self.take.clicked.connect(self.take_or_give_back)
        self.call.clicked.connect(self.call_back)
        self.done.clicked.connect(self.finish)
        self.listen.clicked.connect(self._listen)
        self.save.clicked.connect(self._save_memo)
        self.memo.textChanged.connect(self._memo_written)
        session.changed(SHARED_CALLS).connect(self.refill)
        for signal in (session.reset, session.phonebook_changed, session.people_changed, session.connection_changed):
            signal.connect(self.refill)
        self._times = QTimer(self)
        self._times.setInterval(TIMES_MS)
        self._times.timeout.connect(self.refill)
        self._times.start()
        current().changed.connect(self.list.viewport().update)
        self.retranslate()

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 6)
        left.addWidget(self.band)
        left.addWidget(self.list, 1)
        across.addLayout(left, 1)
        column = self._pane.column
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._name)
        column.addWidget(self._number)
        self.take.widen()
        column.addWidget(self.take)
        doing = QHBoxLayout()
        doing.setSpacing(8)
        for button in (self.call, self.done):
            button.widen()
            doing.addWidget(button)
        column.addLayout(doing)
        self.listen.widen()
        column.addWidget(self.listen)
        self.memo.setFixedHeight(58)
        self.memo.setTabChangesFocus(True)
        column.addWidget(labelled(self._memo_words, self.memo, beside=self.save))
        column.addWidget(self.save.reason())
        column.addWidget(Line())
        column.addWidget(self._story_words)
        column.addWidget(self._story)
        column.addStretch()
        edge = Surface(Color.BG_HEADER, "left")
        edge.setFixedWidth(PANE_WIDTH)
        inner = QVBoxLayout(edge)
        inner.setContentsMargins(1, 0, 0, 0)
        inner.addWidget(self._pane)
        across.addWidget(edge)

    def retranslate(self) -> None:
        """All texts again."""
        self.list.setAccessibleName(translate("Calls", "Shared missed calls"))
        self.call.setText(translate("Calls", "Call"))
        self.listen.setText(translate("Calls", "Listen to the voicemail"))
        self._memo_words.setText(translate("Calls", "Memo"))
        self.memo.setAccessibleName(translate("Calls", "Memo"))
        self.save.setText(translate("Calls", "Save"))
        self._service.look()
        self._story_words.setText(translate("Calls", "Who did what"))
        self.refill()

    def open(self) -> None:
        """It is shown: every item stands under the head of its state."""
        self._placed.clear()
        self.refill()
        if self.list.place() < 0:
            first = next((n for n, row in enumerate(self.model.rows) if not isinstance(row, SharedHead)), -1)
            self.list.choose(first)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def narrow(self, query: str) -> None:
        """Only those whose name, number or memo holds a text."""
        self._query = query.strip()
        self.refill()

    @property
    def items(self) -> dict[SharedCallId, SharedCallView]:
        """All there are."""
        return self._session.mirror[SHARED_CALLS]

    def refill(self, _told: object = None) -> None:
        """Fill the list; a row keeps its place, whatever becomes of it."""
        if self._session.mirror.me is None:
            self._drafts.clear()
        for item in self.items.values():
            self._placed.setdefault(item.id, item.state)
        found = {
            key: item
            for key, item in self.items.items()
            if found_in(self._query, f"{name_of(self._session, item)} {item.memo}", [item.number])
        }
        chosen = self._chosen_id()
        self.model.show_rows(rows_of(self._session, found, self._placed))
        for place, row in enumerate(self.model.rows):
            self.list.verticalHeader().resizeSection(place, HEAD if isinstance(row, SharedHead) else ROW)
        if self.model.place_of(chosen) != self.list.place():
            self.list.choose(self.model.place_of(chosen))
        self._show_chosen()
        self.count_changed.emit(sum(item.state is SharedState.OPEN for item in self.items.values()))

    def chosen(self) -> SharedCallView | None:
        """The item shown at the right."""
        found = self._chosen_id()
        return self.items.get(found) if found is not None else None

    def _chosen_id(self) -> SharedCallId | None:
        place = self.list.place()
        row = self.model.rows[place] if 0 <= place < len(self.model.rows) else None
        return None if row is None or isinstance(row, SharedHead) else row.id

    def _show_chosen(self) -> None:
        item, me = self.chosen(), self._session.mirror.me
        self._pane.setVisible(item is not None)
        if self._shown is not None and (item is None or item.id != self._shown) and self.save.isVisibleTo(self._pane):
            self._drafts[self._shown] = self.memo.toPlainText(), self._memo_before
        if item is None:
            self._shown = None
            return
        live, mine = self._session.mirror.live, me is not None and item.taken_by == me.id
        self._name.setText(name_of(self._session, item))
        self._number.setText(texts.number(item.number))
        self._number.setVisible(self._number.text() not in ("", self._name.text()))
        self.take.setText(translate("Calls", "Give it back") if mine else translate("Calls", "I’ll take it"))
        self.take.setVisible(item.state is SharedState.OPEN or mine)
        self.take.setEnabled(live)
        self.call.setEnabled(live and bool(item.number))
        self.listen.setVisible(item.voicemail and self._play is not None)
        self.listen.setEnabled(live)
        over = item.state is SharedState.DONE
        self.done.setText(translate("Calls", "Open again") if over else translate("Calls", "Done"))
        self.done.setEnabled(live)
        if self._shown != item.id or not self.save.isVisibleTo(self._pane):
            if self._shown != item.id:
                self.band.hide()  # what was refused was another's
            memo, self._memo_before = self._drafts.pop(item.id, (item.memo, item.memo))
            self._shown = item.id
            if self.memo.toPlainText() != memo:
                self.memo.setPlainText(memo)
        self._memo_written()
        self._story.show_lines(story(self._session, item))

    def _memo_written(self) -> None:
        item = self.chosen()
        self.save.setVisible(item is not None and self.memo.toPlainText().strip() != item.memo.strip())

    # --- doing ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter calls back, Space takes or gives back, K done, N memo; Ctrl+Enter in the memo saves it."""
        key, mods = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.memo.hasFocus():
            if enter and mods == Qt.KeyboardModifier.ControlModifier:
                self._save_memo()
            return
        if mods or self.chosen() is None:
            super().keyPressEvent(event)
        elif enter:
            self.call_back()
        elif key == Qt.Key.Key_Space:
            self.take_or_give_back()
        elif key == Qt.Key.Key_K:
            self.finish()
        elif key == Qt.Key.Key_N:
            self.memo.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def call_back(self) -> None:
        """Call the number; the service notes who does, and so who has it."""
        item = self.chosen()
        if item is not None and item.number:
            self._actions.call(item.number)

    def take_or_give_back(self) -> None:
        """Take it in hand, or let others."""
        item, me = self.chosen(), self._session.mirror.me
        if item is None or me is None:
            return
        key = item.id
        if item.taken_by == me.id:
            self._do(lambda client: client.open_shared_call(key))
        else:
            self._do(lambda client: client.take_shared_call(key))

    def finish(self) -> None:
        """Say that it is done; once more opens it again."""
        item = self.chosen()
        if item is None:
            return
        key = item.id
        if item.state is SharedState.DONE:
            self._do(lambda client: client.open_shared_call(key))
        else:
            self._do(lambda client: client.finish_shared_call(key))

    def _listen(self) -> None:
        item = self.chosen()
        if item is not None:
            key = item.id
            self.listen.set_busy(True)
            self._actions.ask("shared_recording", lambda client: client.shared_recording(key), self._fetched)

    def _fetched(self, answer: bytes | OnePresenceError) -> None:
        self.listen.set_busy(False)
        if isinstance(answer, OnePresenceError):
            self.band.say(texts.error(answer))
        elif self._play is not None and self.isVisible():
            self._play(answer)

    def _save_memo(self) -> None:
        item, memo = self.chosen(), self.memo.toPlainText().strip()
        if item is not None and self.save.isEnabled():
            key, before = item.id, self._memo_before
            self._do(lambda client: client.note_shared_call(key, memo, before), self._noted)

    def _noted(self, answer: SharedCallView | OnePresenceError) -> None:
        """What somebody else wrote meanwhile is in the row; what was typed stays, and replaces that if saved again."""
        self._done(answer)
        item = self.chosen()
        if not isinstance(answer, OnePresenceError):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(answer, Conflict) and item is not None:
            self._memo_before = item.memo

    def _do(
        self,
        verb: Callable[[PbxClient], Awaitable[SharedCallView]],
        done: Callable[[SharedCallView | OnePresenceError], None] | None = None,
    ) -> None:
        self._actions.ask("shared_call", verb, done or self._done)

    def _done(self, answer: SharedCallView | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.band.say(texts.error(answer))
        else:
            self.band.hide()
            self._session.take(answer, "")
