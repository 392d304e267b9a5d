"""The call history: filter, list, a call's way (design, section 7.9)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from onepresence_desktop.desktop import company_time, texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.calls.details import CallDetails, WithDetails
from onepresence_desktop.desktop.calls.exporting import Exporting
from onepresence_desktop.desktop.calls.filters import segments
from onepresence_desktop.desktop.calls.hints import hints
from onepresence_desktop.desktop.calls.list_view import CallList
from onepresence_desktop.desktop.calls.lookup import lookup_url
from onepresence_desktop.desktop.calls.model import CallsModel
from onepresence_desktop.desktop.calls.nothing import Nothing, why_nothing
from onepresence_desktop.desktop.calls.period import Period, period_words
from onepresence_desktop.desktop.calls.rows import Entry, Filter, matching, named, owners, rows_of
from onepresence_desktop.desktop.calls.searching import CallSearch
from onepresence_desktop.desktop.calls.shared_rows import member
from onepresence_desktop.desktop.calls.shared_view import SharedCalls
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import Compose, NewContact, Page, Place
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.card import SectionHeader
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented
from onepresence_desktop.domain.calls import CallRecord
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.shared_calls import SharedState
from onepresence_desktop.wire.groups import GROUPS
from onepresence_desktop.wire.shared_calls import SHARED_CALLS

PAGE = 200
"""Calls the service gives at a time; fewer mean that there are no older ones."""
NARROW_BELOW = 700
"""Width of the page below which the filters go without icons."""


class CallsView(Page):
    """A page of the window."""

    narrowed_by_search = True

    def __init__(
        self,
        session: Session,
        actions: Actions,
        play: Callable[[bytes], None] | None = None,
        go_to: Callable[[Place], None] = lambda _place: None,
        lookup: Callable[[str], str] = lookup_url,
    ) -> None:
        super().__init__()
        self._go_to, self._lookup = go_to, lookup
        self._session = session
        self._actions = actions
        self._older: list[CallRecord] = []
        self._exhausted = False
        self._fetching = False
        self._query = ""
        self._menu: Menu | None = None
        self.model = CallsModel(self._fetch)
        self.list = CallList(self.model)
        self.exporting = Exporting(self, self.found, self._fetch_for_export)
        self.shared = SharedCalls(session, actions, play)
        self.search = CallSearch(actions, self)
        self.search.changed.connect(self.refill)
        self._build()
        self.exporting.problem.connect(lambda words: self.banner.say(words))
        self.exporting.busy_changed.connect(self.csv.set_busy)
        session.reset.connect(self._reset)
        for signal in (session.history_changed, session.people_changed, session.phonebook_changed):
            signal.connect(self.refill)
        for signal in (session.connection_changed, session.day_changed):
            signal.connect(self.refill)
        session.presence_changed.connect(self._presence_changed)
        for signal in (session.changed(SHARED_CALLS), session.changed(GROUPS)):
            signal.connect(self._shared_changed)
        self.list.called.connect(self.call_back)
        self.list.why_wanted.connect(self.show_why)
        self.list.details_wanted.connect(self.open_details)
        self.list.selectionModel().currentChanged.connect(lambda *_rows: self._follow())
        self.details.called.connect(actions.call)
        self.details.looked_up.connect(self.look_up)
        self.details.messaged.connect(self._write_to)
        self.details.saved.connect(self._save)
        self.details.left.connect(self.leave)
        current().changed.connect(self.list.viewport().update)
        self.retranslate()

    def _shared_changed(self, _told: object) -> None:
        self._name_filters()
        if self.filter.key == Filter.SHARED.value:
            self.refill()

    def _presence_changed(self, _users: list[UserId]) -> None:
        if self.isVisible():
            self.refill()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = SectionHeader()
        self.filter = Segmented([Segment(which.value) for which in Filter])
        self.filter.chosen.connect(self._filter_chosen)
        self._head.row.addSpacing(8)
        self._head.row.addWidget(self.filter)
        self._head.row.addStretch()
        self.narrow = Field(icon="filter")
        self.narrow.setMinimumWidth(60)
        self.narrow.setMaximumWidth(160)
        self.narrow.textChanged.connect(lambda _text: self.refill())
        self._head.row.addWidget(self.narrow)
        self.days = Select(icon="calendar")
        self.days.setFixedWidth(136)
        self.days.picked.connect(lambda _key: self.refill())
        self._head.row.addWidget(self.days)
        self.csv = Button("CSV", icon="save", small=True)
        self.csv.clicked.connect(self.exporting.begin)
        self._head.row.addWidget(self.csv)
        column.addWidget(self._head)
        self.banner = Banner(Tone.DANGER)
        column.addWidget(self.banner)
        self._nothing = Nothing()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self.shared)
        self.shared.count_changed.connect(lambda _open: self._name_filters())
        self.details = CallDetails(self._lookup)
        column.addWidget(WithDetails(self._pages, self.details), 1)

    # --- page ---

    def retranslate(self) -> None:
        """All texts again."""
        self._head.set_title(translate("Calls", "Calls"))
        self.filter.setAccessibleName(translate("Calls", "Which calls"))
        self._name_filters()
        self.shared.retranslate()
        self.days.setAccessibleName(translate("Calls", "Days"))
        self.days.set_rows([(which.value, period_words(which)) for which in Period])
        self.csv.setAccessibleName(translate("Calls", "Export as CSV"))
        self.csv.setToolTip(translate("Calls", "Export as CSV"))
        self.narrow.set_name(translate("Calls", "Filter"))
        self.narrow.setPlaceholderText(translate("Calls", "Filter"))
        self.list.setAccessibleName(translate("Calls", "Calls"))
        self.details.retranslate()
        self.refill()

    def _name_filters(self) -> None:
        open_now = sum(item.state is SharedState.OPEN for item in self.shared.items.values())
        self.filter.set_segments(segments(open_now, bare=self.width() < NARROW_BELOW))
        self.filter.show_segment("shared", member(self._session))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words of the filters are kept longest."""
        super().resizeEvent(event)
        self._name_filters()

    def _filter_chosen(self, key: str) -> None:
        self.refill()
        if key == Filter.SHARED.value:
            self.shared.open()
        self.hints_changed.emit()

    def on_shown(self) -> None:
        """The list has the keys."""
        self.refill()
        if self._pages.currentWidget() is self.shared:
            self.shared.open()
            return
        if self.list.place() < 0 and len(self.model.rows) > 1:
            self.list.choose(1)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hints(self) -> list[Hint]:
        """The keys that work here."""
        page = self._pages.currentWidget()
        return [] if page is self._nothing else hints(shared=page is self.shared)

    def search_placeholder(self) -> str:
        """What the top field looks for here."""
        return translate("Calls", "Search calls by name or number")

    def take_search(self, text: str) -> None:
        """The top field's text."""
        self._query = text
        self.shared.narrow(text)
        self.refill()

    def search_key(self, event: QKeyEvent) -> bool:
        """Arrows lead from the field into the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not self.model.rows:
            return False
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if self.list.place() < 0:
            self.list.choose(1)
        return True

    # --- showing ---

    def _reset(self) -> None:
        self._name_filters()
        self._older = []
        self._exhausted = False
        self.refill()

    def refill(self) -> None:
        """Fill the list; the call chosen stays chosen when it is still there."""
        entry = self.model.entry(self.list.place())
        which = Filter(self.filter.key or "all")
        mirror, since = self._session.mirror, self.period.first_day(self._session.now())
        self.search.want(f"{self._query} {self.narrow.text()}", which, since, all_known=self._exhausted)
        people, found = owners(mirror), self.found()
        self.model.more = not self._exhausted and not self._fetching and bool(mirror.history)
        before = self.model.rows
        self.model.show_rows(rows_of(found, mirror, people, self._session.now()))
        if self.model.rows is not before:
            self.list.fit_heads()
        if entry is not None:
            place = self.model.place_of(entry.record.id)
            if place != self.list.place():
                self.list.choose(place)
        narrowed = self._query.strip() or self.narrow.text().strip() or self.period is not Period.EVER
        sharing = which is Filter.SHARED
        self._nothing.say(why_nothing(which, narrowed=bool(narrowed) and not (sharing and not self.shared.items)))
        page, there = (self.shared, self.shared.model.rows) if sharing else (self.list, self.model.rows)
        self._show(page if there else self._nothing)
        for widget in (self.narrow, self.days, self.csv):
            widget.setVisible(not sharing)
        if sharing:
            self.leave()
        self._follow()

    def _show(self, page: QWidget) -> None:
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)
            self.hints_changed.emit()

    @property
    def period(self) -> Period:
        """The days chosen."""
        return Period(self.days.key or Period.EVER)

    def found(self) -> list[CallRecord]:
        """The calls known that kind, days, filter and search let through, newest first."""
        which, now, period = Filter(self.filter.key or "all"), self._session.now(), self.period
        mirror = self._session.mirror
        records = named(self._records(), mirror, owners(mirror), self._session.phonebook)
        records = [record for record in records if period.lets(record.at, now)]
        hits = matching(matching(records, which, self._query), which, self.narrow.text())
        told = {record.id for record in (*hits, *self.search.records)}
        return [record for record in records if record.id in told and which.lets(record)]

    def _records(self) -> list[CallRecord]:
        """All that are known: the newest without a gap, and what a search has found before them."""
        paged = self._paged()
        have = {record.id for record in paged}
        return [*paged, *(record for record in self.search.records if record.id not in have)]

    def _paged(self) -> list[CallRecord]:
        known = self._session.mirror.history
        have = {record.id for record in known}
        return [*known, *(record for record in self._older if record.id not in have)]

    def _fetch(self) -> None:
        records = self._paged()
        if self._fetching or not records:
            return
        self._fetching = True
        self.model.more = False
        self._actions.fetch_history(records[-1].at, self._fetched)

    def _fetched(self, answer: list[CallRecord] | OnePresenceError) -> None:
        self._fetching = False
        if isinstance(answer, OnePresenceError):
            self.exporting.gave_up()
            return
        self._exhausted = len(answer) < PAGE
        self._older.extend(answer)
        self.refill()
        self.exporting.go_on()

    def _fetch_for_export(self) -> bool:
        """Ask for older calls, as far back as the days chosen go; False when all are known."""
        records, first = self._paged(), self.period.first_day(self._session.now())
        enough = first is not None and bool(records) and company_time.local(records[-1].at).date() < first
        if self._exhausted or enough or not records:
            return False
        self._fetch()
        return True

    # --- doing ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the page; the list has taken its own."""
        if self._pages.currentWidget() is self.shared:
            super().keyPressEvent(event)
            return
        key, mods = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        entry = self.model.entry(self.list.place())
        if key in (Qt.Key.Key_I, Qt.Key.Key_Right) and not mods:
            self.open_details(self.list.place())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and mods == Qt.KeyboardModifier.ControlModifier:
            self._write_to(entry.user or entry.record.number if entry is not None else "")
        elif key == Qt.Key.Key_O and not mods and entry is not None:
            self.look_up(entry.record.number)
        elif key == Qt.Key.Key_E and mods == Qt.KeyboardModifier.ControlModifier:
            self.exporting.begin()
        elif key == Qt.Key.Key_C and mods == Qt.KeyboardModifier.ControlModifier and entry is not None:
            QGuiApplication.clipboard().setText(entry.record.number)
        else:
            super().keyPressEvent(event)

    def call_back(self, place: int) -> None:
        """Call the number of a row."""
        entry = self.model.entry(place)
        if entry is not None and entry.record.number:
            self._actions.call(entry.record.number)

    def look_up(self, number: str) -> None:
        """Show whose a number is in the browser, where there is a directory for it."""
        address = self._lookup(number)
        if address:
            QDesktopServices.openUrl(QUrl(address))

    def open_details(self, place: int) -> None:
        """All of a call beside the list, with the keys."""
        if self.model.entry(place) is None:
            return
        self.list.choose(place)
        self.details.show()
        self._follow()
        self.details.call.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> bool:
        """Esc and ← close the details."""
        if self.details.isHidden():
            return False
        self.details.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _follow(self) -> None:
        entry = self.model.entry(self.list.place())
        if not self.details.isHidden() and entry is not None:
            known = self._session.known(entry.record.number)
            self.details.show_entry(entry, self._session.now(), known=known)

    def _write_to(self, to: str) -> None:
        if to:
            self._go_to(Compose(to=(to,)))

    def _save(self, number: str, name: str) -> None:
        self._go_to(NewContact(number=number, name=name))

    def show_why(self, place: int, where: QPoint) -> None:
        """A small menu: what can be done with a call."""
        entry = self.model.entry(place)
        if entry is None:
            return
        menu = self._menu = Menu(entry.title, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, entry)
        menu.add_row(translate("Calls", "Details"), "info", "→").triggered.connect(lambda: self.open_details(place))
        menu.popup(where)

    def _fill(self, menu: Menu, entry: Entry) -> None:
        now = self._session.now()
        menu.add_head(f"{texts.day(entry.record.at, now)} {texts.clock(entry.record.at)}")
        if entry.record.number:
            number = entry.record.number
            menu.add_row(translate("Calls", "Call back"), "call").triggered.connect(lambda: self._actions.call(number))
            write = menu.add_row(translate("Commands", "Write a message"), "msg-sms", "Ctrl+Enter")
            write.triggered.connect(lambda: self._write_to(entry.user or number))
            if not self._session.known(number):
                keep = menu.add_row(translate("Inbox", "Add to contacts"), "add-contact")
                keep.triggered.connect(lambda: self._save(number, entry.record.name))
            copy = menu.add_row(translate("Calls", "Copy the number"), "copy")
            copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(number))
            if self._lookup(number):
                row = menu.add_row(translate("Calls", "Look up the number"), "lookup", "O")
                row.triggered.connect(lambda: self.look_up(number))
