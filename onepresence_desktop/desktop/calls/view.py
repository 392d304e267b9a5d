"""The call history: filter, list, a call's way (design, section 7.9)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.calls.list_view import CallList
from onepresence_desktop.desktop.calls.model import CallsModel
from onepresence_desktop.desktop.calls.rows import Entry, Filter, matching, named, owners, rows_of
from onepresence_desktop.desktop.calls.trace import way
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color, current
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.card import SectionHeader
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented
from onepresence_desktop.domain.calls import CallRecord
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.people import UserId

PAGE = 200
"""Calls the service gives at a time; fewer mean that there are no older ones."""

DAY_STEP_MS = 60_000


class Nothing(QWidget):
    """An icon and a line where there are no calls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""

    def say(self, words: str) -> None:
        """Why there is nothing."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the middle."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Color.BG_WINDOW))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, top = self.width() / 2, self.height() / 2 - 50
        spot = QRectF(middle - 20, top, 40, 40)
        icons.paint(painter, "history", spot, color(Color.TEXT_TERTIARY), self.devicePixelRatioF())
        room = QRectF(24, top + 56, self.width() - 48, 20)
        font = fonts.font(fonts.Text.HEADING)
        painters.text(painter, room, self._words, font, color(Color.TEXT_PRIMARY), painters.CENTER)


class CallsView(QWidget):
    """A page of the window."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session = session
        self._actions = actions
        self._older: list[CallRecord] = []
        self._exhausted = False
        self._fetching = False
        self._query = ""
        self._menu: Menu | None = None
        self.model = CallsModel(self._fetch)
        self.list = CallList(self.model)
        self._build()
        self._days = QTimer(self)
        self._days.setInterval(DAY_STEP_MS)
        self._days.timeout.connect(self.refill)
        self._days.start()
        session.reset.connect(self._reset)
        for signal in (session.history_changed, session.people_changed, session.connection_changed):
            signal.connect(self.refill)
        session.presence_changed.connect(self._presence_changed)
        self.list.called.connect(self.call_back)
        self.list.why_wanted.connect(self.show_why)
        current().changed.connect(self.list.viewport().update)
        self.retranslate()

    def _presence_changed(self, _users: list[UserId]) -> None:
        if self.isVisible():
            self.refill()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = SectionHeader()
        self.filter = Segmented([Segment(which.value) for which in Filter])
        self.filter.chosen.connect(lambda _key: self.refill())
        self._head.row.addSpacing(8)
        self._head.row.addWidget(self.filter)
        self._head.row.addStretch()
        self.narrow = Field(icon="filter")
        self.narrow.setFixedWidth(160)
        self.narrow.textChanged.connect(lambda _text: self.refill())
        self._head.row.addWidget(self.narrow)
        column.addWidget(self._head)
        self._nothing = Nothing()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        column.addWidget(self._pages, 1)

    # --- page ---

    def retranslate(self) -> None:
        """All texts again."""
        self._head.set_title(translate("Calls", "Calls"))
        self.filter.setAccessibleName(translate("Calls", "Which calls"))
        self.filter.set_segments(
            [
                Segment("all", translate("Calls", "All")),
                Segment("incoming", translate("Calls", "In"), "call-in"),
                Segment("outgoing", translate("Calls", "Out"), "call-out"),
                Segment("missed", translate("Calls", "Missed"), "call-missed"),
            ]
        )
        self.narrow.set_name(translate("Calls", "Filter"))
        self.narrow.setPlaceholderText(translate("Calls", "Filter"))
        self.list.setAccessibleName(translate("Calls", "Calls"))
        self.refill()

    def on_shown(self) -> None:
        """The list has the keys."""
        self.refill()
        if self.list.place() < 0 and len(self.model.rows) > 1:
            self.list.choose(1)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hints(self) -> list[Hint]:
        """The keys that work here."""
        return [
            Hint("↑ ↓", translate("Calls", "Select")),
            Hint("Enter", translate("Calls", "Call back")),
            Hint("I", translate("Calls", "The call's way")),
            Hint("Ctrl+C", translate("Calls", "Copy the number")),
        ]

    def search_placeholder(self) -> str:
        """What the top field looks for here."""
        return translate("Calls", "Search calls by name or number")

    def take_search(self, text: str) -> None:
        """The top field's text."""
        self._query = text
        self.refill()

    # --- showing ---

    def _reset(self) -> None:
        self._older = []
        self._exhausted = False
        self.refill()

    def refill(self) -> None:
        """Fill the list; the call chosen stays chosen when it is still there."""
        entry = self.model.entry(self.list.place())
        which = Filter(self.filter.key or "all")
        mirror = self._session.mirror
        people = owners(mirror)
        records = named(self._records(), mirror, people)
        found = matching(matching(records, which, self._query), which, self.narrow.text())
        self.model.more = not self._exhausted and not self._fetching and bool(mirror.history)
        before = self.model.rows
        self.model.show_rows(rows_of(found, mirror, people, self._session.now()))
        if self.model.rows is not before:
            self.list.fit_heads()
        if entry is not None:
            place = self.model.place_of(entry.record.id)
            if place != self.list.place():
                self.list.choose(place)
        self._nothing.say(self._why_nothing(which))
        self._pages.setCurrentWidget(self.list if self.model.rows else self._nothing)

    def _records(self) -> list[CallRecord]:
        known = self._session.mirror.history
        have = {record.id for record in known}
        return [*known, *(record for record in self._older if record.id not in have)]

    def _why_nothing(self, which: Filter) -> str:
        if self._query.strip() or self.narrow.text().strip():
            return translate("Calls", "No call matches")
        if which is Filter.MISSED:
            return translate("Calls", "No missed calls – well done")
        return translate("Calls", "No calls yet") if which is Filter.ALL else translate("Calls", "No such calls")

    def _fetch(self) -> None:
        records = self._records()
        if self._fetching or not records:
            return
        self._fetching = True
        self.model.more = False
        self._actions.fetch_history(records[-1].at, self._fetched)

    def _fetched(self, answer: list[CallRecord] | OnePresenceError) -> None:
        self._fetching = False
        if isinstance(answer, OnePresenceError):
            return
        self._exhausted = len(answer) < PAGE
        self._older.extend(answer)
        self.refill()

    # --- doing ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the page; the list has taken its own."""
        key, mods = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        entry = self.model.entry(self.list.place())
        if key == Qt.Key.Key_I and not mods:
            self.list.show_why()
        elif key == Qt.Key.Key_C and mods == Qt.KeyboardModifier.ControlModifier and entry is not None:
            QGuiApplication.clipboard().setText(entry.record.number)
        else:
            super().keyPressEvent(event)

    def call_back(self, place: int) -> None:
        """Call the number of a row."""
        entry = self.model.entry(place)
        if entry is not None and entry.record.number:
            self._actions.call(entry.record.number)

    def show_why(self, place: int, where: QPoint) -> None:
        """A small menu: the call's way, and what can be done with it."""
        entry = self.model.entry(place)
        if entry is None:
            return
        menu = self._menu = Menu(entry.title, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, entry)
        menu.popup(where)

    def _fill(self, menu: Menu, entry: Entry) -> None:
        now = self._session.now()
        menu.add_head(f"{texts.day(entry.record.at, now)} {texts.clock(entry.record.at)}")
        for line in way(entry.record, now) or [translate("Calls", "Nothing is known of its way.")]:
            menu.add_note(line)
        if entry.record.number:
            menu.addSeparator()
            number = entry.record.number
            menu.add_row(translate("Calls", "Call back"), "call").triggered.connect(lambda: self._actions.call(number))
            copy = menu.add_row(translate("Calls", "Copy the number"), "copy")
            copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(number))
