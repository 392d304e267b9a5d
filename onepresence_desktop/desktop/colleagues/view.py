"""The search page: filters, the list, and what to do when nothing is found."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.colleagues.content import Filter, ListContent, filter_words
from onepresence_desktop.desktop.colleagues.delegate import Spot
from onepresence_desktop.desktop.colleagues.letters import ListWithLetters
from onepresence_desktop.desktop.colleagues.list_view import ColleagueList
from onepresence_desktop.desktop.colleagues.model import ColleaguesModel
from onepresence_desktop.desktop.colleagues.nothing import Loading, Nothing
from onepresence_desktop.desktop.colleagues.rows import Dial, Head, PersonRow, Recent
from onepresence_desktop.desktop.colleagues.search_index import digits_of
from onepresence_desktop.desktop.languages import language_in_use, translate
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.theme.tokens import Color, Space
from onepresence_desktop.desktop.widgets import focus_ring
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.chips import Chip
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.domain.people import UserId

COUNT_DELAY_MS = 60
AGE_STEP_MS = 30_000


class ColleaguesView(QWidget):
    """A page of the window. divert_to_wanted: a local number to divert the own phone to."""

    divert_to_wanted = Signal(str)
    want_search = Signal(str)
    hints_changed = Signal()

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session = session
        self._actions = actions
        self._content = ListContent(session)
        self._query = ""
        self.model = ColleaguesModel(lambda: session.mirror, session.now, self)
        self.list = ColleagueList(self.model)
        self._build()
        self._connect()
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(COUNT_DELAY_MS)
        self._counting.timeout.connect(self._count)
        self._ages = QTimer(self)
        self._ages.setInterval(AGE_STEP_MS)
        self._ages.timeout.connect(lambda: self.model.forget_all(self.list.seen()))
        self.retranslate()
        self.reload()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tools = Surface(Color.BG_WINDOW)
        tools.setFixedHeight(40)
        row = QHBoxLayout(tools)
        row.setContentsMargins(Space.PANE, 0, Space.PANE, 4)
        row.setSpacing(6)
        self._group = QButtonGroup(self)
        self.chips: dict[Filter, Chip] = {}
        for which in Filter:
            chip = self.chips[which] = Chip()
            self._group.addButton(chip)
            chip.clicked.connect(self.refill)
            row.addWidget(chip)
        self.chips[Filter.ALL].setChecked(True)
        row.addStretch()
        column.addWidget(tools)
        self._nothing = Nothing()
        self._pages = QStackedWidget()
        self.listing = ListWithLetters(self.list, self.model, lambda user: self._session.mirror.people[user].name)
        self._pages.addWidget(self.listing)
        self._pages.addWidget(self._nothing)
        self._loading = Loading()
        self._pages.addWidget(self._loading)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        session, view = self._session, self.list
        session.reset.connect(self.reload)
        session.people_changed.connect(self.reload)
        session.me_changed.connect(self._own_changed)
        session.presence_changed.connect(self._presence_changed)
        session.history_changed.connect(self._history_changed)
        session.connection_changed.connect(self._connection_changed)
        view.called.connect(self.call)
        view.spot_clicked.connect(self._clicked)
        view.menu_wanted.connect(self._show_menu)
        view.typed.connect(lambda text: self.want_search.emit(self._query + text))
        view.left_at_top.connect(lambda: self.want_search.emit(self._query))
        for keys, then in (("Ctrl+D", self._divert_to_chosen), ("Ctrl+B", self._star_chosen), ("Ctrl+C", self._copy)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)
        current().changed.connect(self.list.viewport().update)

    def _history_changed(self) -> None:
        if digits_of(self._query):
            self.refill()

    # --- filling ---

    @property
    def filter(self) -> Filter:
        """The chip chosen."""
        return next(which for which, chip in self.chips.items() if chip.isChecked())

    def reload(self) -> None:
        """People have come, gone or changed."""
        self._content.reload()
        self._own_changed()

    def _own_changed(self) -> None:
        self.model.set_favourites(self._content.favourites())
        self.refill()

    def refill(self) -> None:
        """Fill the list by query and filter; the row chosen stays chosen when it is still there."""
        chosen = self._chosen_user()
        rows = self._content.rows(self._query, self.filter)
        digits = digits_of(self._query)
        self.list.delegate.digits, self.list.delegate.query = digits, "" if digits else self._query
        self.model.show_rows(rows)
        self.list.fit_heads()
        empty = not any(not isinstance(row, Head) for row in rows[:20])
        self._nothing.say(self._query.strip())
        loading = self._waiting()
        nothing = self._nothing if empty and self._query.strip() else self.listing
        self._pages.setCurrentWidget(self._loading if loading else nothing)
        by_name = not self._query.strip() and self.filter is not Filter.FAVOURITES
        self.listing.refresh(everyone=len(self._session.mirror.people), by_name=by_name)
        self._choose_again(chosen)
        self._counting.start()
        self.list.watch_ringing()

    def _waiting(self) -> bool:
        """Whether nobody is known yet, not even from the last time."""
        return not self._session.mirror.people and self._session.connection.state is ConnectionState.CONNECTING

    # --- counts, states ---

    def _count(self) -> None:
        if self._waiting():
            for chip in self.chips.values():
                chip.set_count("")
            return
        counts = self._content.counts(self._query)
        self.chips[Filter.ALL].set_count(texts.count(counts.everyone))
        self.chips[Filter.FAVOURITES].set_count(texts.count(counts.favourites))
        self.chips[Filter.DEPARTMENT].set_count(texts.count(counts.department))
        self.chips[Filter.DEPARTMENT].setVisible(counts.has_department)
        self.chips[Filter.FREE].set_count(texts.count(counts.free) if counts.free is not None else "–")

    def _presence_changed(self, users: list[UserId]) -> None:
        self.model.forget(users, self.list.seen() if self.isVisible() else range(0))
        self.list.watch_ringing()
        if not self._counting.isActive():
            self._counting.start()

    def _connection_changed(self, _connection: object) -> None:
        if not self._session.mirror.people:
            self.refill()
        self.model.forget_all(self.list.seen())
        self.list.watch_ringing()
        self._counting.start()
        if self._session.mirror.live:
            self._ages.stop()
        else:
            self._ages.start()

    # --- doing ---

    def _chosen_user(self) -> UserId | None:
        return self.model.user_at(self.list.currentIndex().row())

    def _choose_again(self, chosen: UserId | None) -> None:
        place = None
        if self._query.strip():
            place = self.model.first_row()
        elif chosen is not None:
            place = self.model.place_of(chosen)
        if place is not None:
            self.list.choose(place)

    def call(self, place: int) -> None:
        """Call whom or what stands there."""
        if place < 0:
            return
        match self.model.row(place):
            case PersonRow(number=number):
                self._actions.call(number)
            case Dial(digits=digits):
                self._actions.call(digits)
            case Recent(record=record):
                self._actions.call(record.number)

    def _clicked(self, place: int, spot: Spot) -> None:
        user = self.model.user_at(place)
        if user is None:
            return
        match spot:
            case Spot.NUMBER | Spot.CALL:
                self.call(place)
            case Spot.DIVERT:
                self.divert_to_wanted.emit(self.model.person(user).number)
            case Spot.STAR:
                self._star(user)

    def _star(self, user: UserId) -> None:
        favourites = self._content.favourites()
        changed = [u for u in favourites if u != user] if user in favourites else [*favourites, user]
        self._actions.set_favourites(changed)

    def _star_chosen(self) -> None:
        user = self._chosen_user()
        if user is not None:
            self._star(user)

    def _divert_to_chosen(self) -> None:
        user = self._chosen_user()
        if user is not None:
            self.divert_to_wanted.emit(self.model.person(user).number)

    def _copy(self) -> None:
        user = self._chosen_user()
        if user is not None:
            QGuiApplication.clipboard().setText(self.model.person(user).number)

    def _show_menu(self, place: int, where: QPoint) -> None:
        user = self.model.user_at(place)
        if user is None:
            return
        person = self._session.mirror.people[user]
        menu = Menu(person.name, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        call = menu.add_row(translate("Colleagues", "Call"), "call", "Enter")
        call.triggered.connect(lambda: self._actions.call(person.local_number))
        if person.mobile:
            mobile = person.mobile
            row = menu.add_row(translate("Colleagues", "Call the mobile"), "device-mobile", texts.number(mobile))
            row.triggered.connect(lambda: self._actions.call(mobile))
        divert = menu.add_row(translate("Colleagues", "Divert my phone to here"), "forward-to", "Ctrl+D")
        divert.triggered.connect(lambda: self.divert_to_wanted.emit(person.local_number))
        menu.addSeparator()
        copy = menu.add_row(translate("Colleagues", "Copy the number"), "copy", "Ctrl+C")
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(person.local_number))
        starred = user in self._content.favourites()
        words = translate("Colleagues", "Remove from favourites") if starred else translate("Colleagues", "Favourite")
        star = menu.add_row(words, "star-filled" if starred else "star", "Ctrl+B")
        star.triggered.connect(lambda: self._star(user))
        menu.popup(where)

    # --- as a page of the window ---

    def retranslate(self) -> None:
        """All texts again."""
        for which, chip in self.chips.items():
            chip.setText(filter_words(which))
            chip.updateGeometry()
        self.list.setAccessibleName(translate("Colleagues", "Colleagues"))
        self._nothing.setAccessibleName(translate("Colleagues", "Nothing found"))
        self._loading.setAccessibleName(translate("Colleagues", "Fetching colleagues …"))
        self.model.forget_all(self.list.seen())
        if self._content.language != language_in_use():
            self._content.reload()
        self.refill()

    def on_shown(self) -> None:
        """Ready for typing."""
        self.list.watch_ringing()

    def hints(self) -> list[Hint]:
        """Keys of the list, and of a search."""
        clear = Hint("Esc", translate("Colleagues", "Clear the search"), right=True)
        if self._pages.currentWidget() is self._nothing:
            return [clear]
        select, call = Hint("↑ ↓", translate("Colleagues", "Select")), Hint("Enter", translate("Colleagues", "Call"))
        if digits_of(self._query):
            return [select, call, clear]
        if self._query.strip():
            divert = Hint("Ctrl+D", translate("Colleagues", "Divert to here"))
            return [select, call, divert, Hint("Ctrl+C", translate("Colleagues", "Copy")), clear]
        return [
            select,
            call,
            Hint("Ctrl+D", translate("Colleagues", "Divert to here")),
            Hint("Ctrl+C", translate("Colleagues", "Copy")),
            Hint("Ctrl+B", translate("Colleagues", "Favourite"), right=True),
        ]

    def take_search(self, text: str) -> None:
        """Filter at once; nothing waits for the network."""
        if text != self._query:
            self._query = text
            self.refill()
            self.hints_changed.emit()

    def search_found(self) -> tuple[str, bool]:
        """How many colleagues were found; whether what is typed can be called."""
        row = self.model.row(1) if self.model.rowCount() > 1 else None
        if isinstance(row, Dial):
            return "", True
        found = self.model.people_shown()
        return (translate("Colleagues", "%n found", "", found) if found else ""), False

    def search_key(self, event: QKeyEvent) -> bool:
        """Steer the list from the field."""
        focus_ring.note_key()
        page = self.list.page_rows()
        step = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
        }.get(Qt.Key(event.key()))
        if step is not None:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            if self.list.currentIndex().row() < 0:
                first = self.model.first_row()
                if first is not None:
                    self.list.choose(first)
            else:
                self.list.step(step)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._query.strip():
            if not event.isAutoRepeat():
                self.call(self.list.currentIndex().row())
            return True
        return False
