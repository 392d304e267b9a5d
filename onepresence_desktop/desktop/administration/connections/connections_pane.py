"""The tab Connections: servers that the company has, how each stands, and the form of one."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.connections.form import ConnectionForm
from onepresence_desktop.desktop.administration.connections.words_page import WordsPage
from onepresence_desktop.desktop.administration.record_list import RecordList, RecordRow
from onepresence_desktop.desktop.administration.record_pane import RecordPane
from onepresence_desktop.desktop.administration.records import RecordKind, Records
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.texts import connections as words
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.desktop.widgets.minutes import Minutes
from onepresence_desktop.domain.connections import Purpose
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.wire.connections import ConnectionTried, ConnectionView

KIND = RecordKind(
    "connection",
    lambda client: client.connections(),
    lambda client, body: client.add_connection(body),
    lambda client, record_id, body: client.change_connection(record_id, body),
    lambda client, record_id: client.remove_connection(record_id),
)

MARKS = {
    Purpose.MAIL: "msg-email",
    Purpose.SMS: "msg-sms",
    Purpose.CALENDAR: "calendar",
    Purpose.DIRECTORY: "nav-phonebook",
}


class ConnectionsPane(RecordPane[ConnectionForm]):
    """Connections, for administrators; in their place the company's words in calendars, while these are open."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.words = WordsPage(session, actions)
        self.form = ConnectionForm()
        self.records = Records(KIND, actions, self.form)
        self.left = RecordList(height=64)
        self.left.hint.show()
        self.new_button = Button(icon="add")
        self.remove_button = IconButton("delete").that_writes()
        self.words_button = Button(icon="calendar")
        self.words_button.setCheckable(True)
        self.tools = (self.words_button, self.remove_button, self.new_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self.form, 1)
        row.addWidget(self.words, 1)
        self.words.hide()
        self.words_button.toggled.connect(self._open_words)
        self.new_button.clicked.connect(self.new)
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.left.chosen.connect(self.records.choose)
        self.records.listed.connect(self._list)
        self.records.shown.connect(self._shown)
        self.form.attempt.connect(self._try)
        Minutes(self).passed.connect(self._say_states)

    def retranslate(self) -> None:
        """All words again."""
        self.new_button.setText(translate("Connections", "New connection"))
        self.new_button.updateGeometry()
        self.words_button.setText(translate("Connections", "Word list"))
        self.words_button.updateGeometry()
        self.words.retranslate()
        self.remove_button.set_name(translate("Connections", "Delete the connection"))
        self.left.list.setAccessibleName(translate("Connections", "Connections"))
        self.form.retranslate()
        self._list()

    def leave(self) -> bool:
        """Back from the words, or drop what was typed."""
        if self.words_button.isChecked():
            self.words_button.setChecked(False)
            return True
        return super().leave()

    def new(self) -> None:
        """An empty form, in front."""
        self.words_button.setChecked(False)
        super().new()

    def _open_words(self, on: bool) -> None:
        self.left.setVisible(not on)
        self.form.setVisible(not on)
        self.words.setVisible(on)
        self._able()

    def take_search(self, text: str) -> None:
        """Narrow the list."""
        self.left.search(text, self.records.chosen)

    def search_placeholder(self) -> str:
        """What the top field finds here."""
        return translate("Connections", "Search connection")

    def _list(self) -> None:
        every = self.records.all
        none = translate("Connections", "No connection yet: nothing is mailed or texted")
        self.left.count.setText(translate("Connections", "%n connection(s)", "", len(every)) if every else none)
        self.left.hint.setText(translate("Connections", "Of several for one purpose the first that is in use counts."))
        self.left.set_rows([self._row(one) for one in every], self.records.chosen)
        self._able()

    def _say_states(self) -> None:
        self._list()
        chosen: ConnectionView | None = self.records.by_id(self.records.chosen)
        if chosen is not None:
            self.form.show_state(chosen)

    def _row(self, one: ConnectionView) -> RecordRow:
        lines = (words.state(one), (words.kind(one.kind), "secondary"))
        return RecordRow(one.id, one.name, lines, MARKS.get(one.purpose, "server"))

    def _shown(self, record_id: str) -> None:
        self.left.select(record_id or None)
        self._able()

    def _able(self) -> None:
        chosen: ConnectionView | None = self.records.by_id(self.records.chosen)
        open_now = not self.words_button.isChecked()
        self.remove_button.setEnabled(open_now and chosen is not None and not chosen.from_file)

    def _try(self, to: str) -> None:
        connection_id: str = self.form.record.id

        def arrived(answer: ConnectionTried | OnePresenceError) -> None:
            if self.records.chosen != connection_id:
                return
            if isinstance(answer, OnePresenceError):
                self.form.trial_refused(texts.error(answer))
            else:
                self.form.show_trial(answer)
            self._look()

        self._actions.ask("try_connection", lambda client: client.try_connection(connection_id, to), arrived)

    def _look(self) -> None:
        """How they stand now; the form stays as it is."""

        def arrived(answer: list[ConnectionView] | OnePresenceError) -> None:
            if not isinstance(answer, OnePresenceError):
                self.records.all = answer
                self._list()
                self.form.show_state(self.records.by_id(self.records.chosen))

        self._actions.ask("connection_states", lambda client: client.connections(), arrived)

    def _ask_to_remove(self) -> None:
        one: ConnectionView | None = self.form.record
        if one is not None:
            sentence = translate("Connections", "{name} isn't used any more, and its password is forgotten.")
            verb = translate("Connections", "Delete {name}").format(name=one.name)
            self.records.ask_to_remove(sentence.format(name=one.name), verb)
