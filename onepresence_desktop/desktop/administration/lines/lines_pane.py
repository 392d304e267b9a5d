"""The tab Lines: lines in the order in which they are tried, and the form of one (design, section 7.22)."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.lines.form import LineForm
from onepresence_desktop.desktop.administration.lines.state import said_words, state_words
from onepresence_desktop.desktop.administration.record_list import RecordList, RecordRow
from onepresence_desktop.desktop.administration.record_pane import RecordPane
from onepresence_desktop.desktop.administration.records import RecordKind, Records
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.wire.trunks import TrunkTried, TrunkView

LOOK_AGAIN_MS = 5000
"""How long a line's state is believed while it is looked at; nobody is told of each call over it."""

KIND = RecordKind(
    "line",
    lambda client: client.trunks(),
    lambda client, body: client.add_trunk(body),
    lambda client, record_id, body: client.put_trunk(record_id, body),
    lambda client, record_id: client.remove_trunk(record_id),
)


class LinesPane(RecordPane[LineForm]):
    """Lines, for administrators."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self.form = LineForm()
        self.records = Records(KIND, actions, self.form)
        self.left = RecordList(height=64)
        self.left.hint.show()
        self.new_button = Button(icon="add")
        self.up_button = IconButton("chevron-up").that_writes()
        self.down_button = IconButton("chevron-down").that_writes()
        self.remove_button = IconButton("delete").that_writes()
        self.tools = (self.up_button, self.down_button, self.remove_button, self.new_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self.form, 1)
        self.new_button.clicked.connect(self.new)
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.left.chosen.connect(self.records.choose)
        self.records.listed.connect(self._list)
        self.records.shown.connect(self._shown)
        self.form.call.connect(self._try)
        self._again = QTimer(self)
        self._again.setInterval(LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look)
        session.reset.connect(self._customer)
        self._customer()

    def retranslate(self) -> None:
        """All words again."""
        self.new_button.setText(translate("Lines", "New line"))
        self.new_button.updateGeometry()
        self.up_button.set_name(translate("Lines", "Try it earlier (Alt+↑)"))
        self.down_button.set_name(translate("Lines", "Try it later (Alt+↓)"))
        self.remove_button.set_name(translate("Lines", "Delete the line"))
        self.left.list.setAccessibleName(translate("Lines", "Lines, tried from the top"))
        self.form.retranslate()
        self._list()

    def load(self) -> None:
        """Ask for them, and again every few seconds while they are looked at."""
        super().load()
        self._again.start()

    def take_search(self, text: str) -> None:
        """Narrow the list."""
        self.left.search(text, self.records.chosen)

    def search_placeholder(self) -> str:
        """What the top field finds here."""
        return translate("Lines", "Search line or number")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+arrows change the order, F5 tries a call."""
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_F5:
            self.form.call_button.click()
        else:
            super().keyPressEvent(event)

    def _customer(self) -> None:
        customer = self._session.mirror.customer
        self.form.region = customer.region if customer is not None else "DK"

    def _look(self) -> None:
        """How they stand now; a form that is being filled in stays as it is."""
        if not self.isVisible():
            self._again.stop()
            return

        def arrived(answer: list[TrunkView] | OnePresenceError) -> None:
            if not isinstance(answer, OnePresenceError):
                self.records.all = answer
                self._list()
                if self.records.chosen:
                    self.form.show_state(self.records.by_id(self.records.chosen))

        self._actions.ask("line_states", lambda client: client.trunks(), arrived)

    def _list(self) -> None:
        lines = self.records.all
        few = translate("Lines", "No line: only colleagues can be called")
        count = translate("Lines", "%n line(s), tried from the top", "", len(lines))
        self.left.count.setText(count if lines else few)
        self.left.hint.setText(
            translate("Lines", "A line that doesn't answer is passed over. Emergency calls go out over any that does.")
        )
        self.left.set_rows([self._row(place, line) for place, line in enumerate(lines, 1)], self.records.chosen)
        self._able()

    def _row(self, place: int, line: TrunkView) -> RecordRow:
        return RecordRow(
            line.id, line.name, (state_words(line, self._session.now()), (said_words(line), "secondary")), str(place)
        )

    def _shown(self, record_id: str) -> None:
        self.left.select(record_id or None)
        self._able()

    def _able(self) -> None:
        ids = [line.id for line in self.records.all]
        chosen = self.records.chosen
        place = ids.index(chosen) if chosen in ids else -1
        self.remove_button.setEnabled(place >= 0)
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(0 <= place < len(ids) - 1)

    def _move(self, step: int) -> None:
        ids = [line.id for line in self.records.all]
        chosen = self.records.chosen
        if chosen not in ids or not 0 <= ids.index(chosen) + step < len(ids):
            return
        place, seen = ids.index(chosen), list(ids)
        ids.insert(place + step, ids.pop(place))

        def arrived(answer: list[TrunkView] | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.form.band.say(texts.error(answer))
                self.records.load()
            else:
                self.records.all = answer
                self._list()

        self._actions.ask("order_lines", lambda client: client.order_trunks(ids, seen), arrived)

    def _try(self, number: str) -> None:
        line_id: str = self.form.record.id

        def arrived(answer: TrunkTried | OnePresenceError) -> None:
            if self.records.chosen != line_id:
                return
            if isinstance(answer, OnePresenceError):
                self.form.trial_refused(texts.error(answer))
            else:
                self.form.show_trial(answer.said, good=answer.good)

        self._actions.ask("try_line", lambda client: client.try_trunk(line_id, number), arrived)

    def _ask_to_remove(self) -> None:
        line: TrunkView | None = self.form.record
        if line is None:
            return
        words = translate("Lines", "No new call goes over {name}; calls that go on aren't ended.").format(
            name=line.name
        )
        self.records.ask_to_remove(words, translate("Lines", "Delete {name}").format(name=line.name))
