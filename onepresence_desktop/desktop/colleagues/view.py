"""The search page: filters, the list, and what to do when nothing is found."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.colleagues.beside import Beside
from onepresence_desktop.desktop.colleagues.content import Filter, ListContent
from onepresence_desktop.desktop.colleagues.day_board import DAY, WEEK, DayBoard
from onepresence_desktop.desktop.colleagues.day_pane import DayPane
from onepresence_desktop.desktop.colleagues.details import Details
from onepresence_desktop.desktop.colleagues.doing import Doing
from onepresence_desktop.desktop.colleagues.hints import hints
from onepresence_desktop.desktop.colleagues.letters import ListWithLetters
from onepresence_desktop.desktop.colleagues.list_view import ColleagueList
from onepresence_desktop.desktop.colleagues.model import ColleaguesModel
from onepresence_desktop.desktop.colleagues.nothing import Loading, Nothing
from onepresence_desktop.desktop.colleagues.outside import OutsideSearch, Scope
from onepresence_desktop.desktop.colleagues.rows import Dial, Head
from onepresence_desktop.desktop.colleagues.tiles import Tiles
from onepresence_desktop.desktop.colleagues.tools import LIST, TILES, Tools
from onepresence_desktop.desktop.languages import language_in_use, translate
from onepresence_desktop.desktop.pages import Page
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.desktop.widgets import focus_ring
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.domain.finding import digits_of
from onepresence_desktop.domain.people import UserId

WITH_CHILDREN = Qt.ShortcutContext.WidgetWithChildrenShortcut
COUNT_DELAY_MS = 60
AGE_STEP_MS = 30_000


class ColleaguesView(Page):
    """A page of the window. divert_to_wanted: a number to divert the own phone to. contact_wanted: one to be shown.

    view_chosen: "list", "tiles", "day" or "week", as `shows` says at first.
    """

    divert_to_wanted = Signal(str)
    view_chosen = Signal(str)
    contact_wanted = Signal(str)

    narrowed_by_search = True

    def __init__(
        self,
        session: Session,
        actions: Actions,
        watches: Watches | None = None,
        shows: str = LIST,
        outside: OutsideSearch | None = None,
    ) -> None:
        super().__init__()
        self._session = session
        self._actions = actions
        self._watches = watches or Watches(session, self)
        self._content = ListContent(session, outside)
        self._listed = False
        self._query = ""
        self._filled: ColleagueList | Tiles | None = None
        self.model = ColleaguesModel(lambda: session.mirror, session.now, self)
        self.list = ColleagueList(self.model)
        self.tiles = Tiles(self.model)
        self.board = DayBoard(session, actions, self)
        self.doing = Doing(session, actions, self.model, self._content, self._watches)
        self._build()
        self.board.mode = WEEK if shows == WEEK else DAY
        self.tools.set_view(shows)
        self.model.told = lambda user: self.board.spoken(user) if self.by_day else ""
        self._connect()
        self._counting = QTimer(self, singleShot=True, interval=COUNT_DELAY_MS)
        self._counting.timeout.connect(self._count)
        self._ages = QTimer(self, interval=AGE_STEP_MS)
        self._ages.timeout.connect(lambda: self.model.forget_all(self.shown.seen()))
        self.retranslate()
        self.reload()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tools = Tools()
        self.chips, self.views = self.tools.chips, self.tools.views
        column.addWidget(self.tools)
        self.nothing = Nothing()
        self._pages = QStackedWidget()
        self.listing = ListWithLetters(self.list, self.model, lambda user: self._session.mirror.people[user].name)
        self.days = DayPane(self.model, self.board)
        self._loading = Loading()
        for page in (self.listing, self.tiles, self.days, self.nothing, self._loading):
            self._pages.addWidget(page)
        self.details = Details(self._session, self.model)
        self.beside = Beside(self._pages, self.details, self.doing)
        column.addWidget(self.beside, 1)

    def _connect(self) -> None:
        session, view = self._session, self.list
        session.reset.connect(self.reload)
        session.people_changed.connect(self._people_changed)
        session.me_changed.connect(self._own_changed)
        session.presence_changed.connect(self._presence_changed)
        session.history_changed.connect(self._history_changed)
        session.connection_changed.connect(self._connection_changed)
        session.day_changed.connect(self._another_day)
        self._watches.changed.connect(self._watches_changed)
        view.spot_clicked.connect(self.doing.clicked)
        self.doing.divert_to_wanted.connect(self.divert_to_wanted)
        self.doing.details_wanted.connect(lambda user: self.beside.open(UserId(user)))
        self.doing.contact_wanted.connect(self.contact_wanted)
        self.beside.changed.connect(self.hints_changed)
        self.listing.moved.connect(self.hints_changed)
        self.doing.changed.connect(lambda: self.model.forget_all(self.shown.seen()))
        self.details.called.connect(self._actions.call)
        self.details.divert_to.connect(self.divert_to_wanted)
        self.details.starred.connect(lambda user: self.doing.star(UserId(user)))
        self.details.watched.connect(lambda user: self._watches.toggle(UserId(user)))
        self.details.mailed.connect(self.doing.mail)
        self.details.left.connect(self.leave)
        for rows in (view, self.days.list):
            rows.details_wanted.connect(lambda: self.doing.open_at(self.shown.currentIndex().row()))
        self.tools.days_chosen.connect(self._days_chosen)
        self.days.turned.connect(self.hints_changed)
        for one in (view, self.tiles, self.days.list):
            one.called.connect(self.doing.call)
            one.menu_wanted.connect(lambda place, where: self.doing.show_menu(place, where, self))
            one.typed.connect(lambda text: self.want_search.emit(self._query + text))
            one.left_at_top.connect(lambda: self.want_search.emit(self._query))
            one.selectionModel().currentChanged.connect(lambda *_rows: self._follow_details())
        self.tools.view_chosen.connect(self._view_chosen)
        self.tools.filter_chosen.connect(self.refill)
        for keys, then in (
            *self.doing.keys(lambda: self.shown.currentIndex().row()),
            ("Ctrl+Shift+1", lambda: self.show_as(LIST)),
            ("Ctrl+Shift+2", lambda: self.show_as(TILES)),
            ("Ctrl+Shift+3", self._day_key),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut if "+Shift+" in keys else WITH_CHILDREN)
            shortcut.activated.connect(then)
        current().changed.connect(self.tiles.viewport().update)
        current().changed.connect(self.list.viewport().update)

    def leave(self) -> bool:
        """Esc and ← close the details."""
        closed = self.beside.close_details()
        if closed:
            self.shown.setFocus(Qt.FocusReason.OtherFocusReason)
        return closed

    def _follow_details(self) -> None:
        self.beside.follow(self._chosen_user())

    def _watches_changed(self, users: list[UserId]) -> None:
        self.model.watched = self._watches.users
        self.model.forget(users, self.shown.seen())
        self._follow_details()

    def _another_day(self) -> None:
        self.model.forget_all(self.shown.seen())
        self._follow_details()
        self._history_changed()

    def _history_changed(self) -> None:
        if digits_of(self._query):
            self.refill()

    # --- list or tiles ---

    @property
    def tiled(self) -> bool:
        """Whether colleagues are tiles now; numbers and contacts are always found in the list."""
        return self.views.key == TILES and not self._listed

    @property
    def by_day(self) -> bool:
        """Whether the day board is shown; numbers and contacts are found in the list."""
        return self.views.key == DAY and not self._listed

    def set_scope(self, scope: Scope) -> None:
        """Among whom is searched from now on."""
        self.tools.scope.take(scope)
        self.refill()

    def contacts_changed(self) -> None:
        """Other contacts can be found."""
        if self._query.strip():
            self.refill()

    @property
    def shown(self) -> ColleagueList | Tiles:
        """The one of the three that is seen."""
        return self.tiles if self.tiled else self.days.list if self.by_day else self.list

    def show_as(self, which: str) -> None:
        """LIST, TILES or DAY, from now on."""
        if self.isVisible() and which != self.views.key:
            self.views.set_chosen(which)
            self._view_chosen(which)

    def _day_key(self) -> None:
        """The day board, and there a day or the week in turn."""
        if self.by_day:
            self._days_chosen(WEEK if self.board.mode == DAY else DAY)
        else:
            self.show_as(DAY)

    def _days_chosen(self, mode: str) -> None:
        self.tools.set_view(mode)
        self.board.show_mode(mode)
        self.view_chosen.emit(mode)

    def _view_chosen(self, which: str) -> None:
        before = self._filled if self._filled is not None else self.list
        user = self.model.user_at(before.currentIndex().row())
        self.tools.show_days(which == DAY)
        self.refill()
        place = self.model.place_of(user) if user is not None else None
        if place is not None:
            self.shown.choose(place)
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view_chosen.emit(self.board.mode if which == DAY else which)
        self.hints_changed.emit()

    # --- filling ---

    @property
    def filter(self) -> Filter:
        """The chip chosen."""
        return self.tools.filter

    def reload(self) -> None:
        """People have come, gone or changed."""
        self._content.reload()
        self._own_changed()

    def _people_changed(self, users: list[UserId]) -> None:
        self._content.change(users)
        people = self._session.mirror.people
        if not all(user in people for user in users):
            self.model.set_favourites(self._content.favourites())
        self.refill()
        self.model.forget(users, self.shown.seen() if self.isVisible() else range(0))

    def _own_changed(self) -> None:
        self.model.set_favourites(self._content.favourites())
        self.refill()
        self.shown.viewport().update()
        self._follow_details()

    def refill(self) -> None:
        """Fill the list by query, scope and filter; the row chosen stays chosen when it is still there."""
        self._content.scope = self.tools.scope.scope
        self.tools.show_scope(bool(self._query.strip()))
        self._listed = self.views.key != LIST and self._content.only_listed(self._query, self.filter)
        chosen = self._chosen_user()
        rows = (self._content.tiles if self.tiled else self._content.rows)(self._query, self.filter)
        digits = digits_of(self._query)
        marked, marks = (self.list.delegate.digits, self.list.delegate.query), (digits, "" if digits else self._query)
        self.list.delegate.digits, self.list.delegate.query = marks
        others, self._filled, before = self.model.show_rows(rows), self.shown, self._filled
        if not others and before is self.shown:
            if marks != marked:
                self.shown.update_marks(names_only=not digits and not marked[0])
        elif isinstance(self.shown, Tiles):
            self.shown.arrange()
        else:
            self.days.states_changed()
            self.shown.fit_heads()
        empty = not any(not isinstance(row, Head) for row in rows[:20])
        self.nothing.say(self._query.strip(), self._content.scope)
        loading = self._waiting()
        there = self.tiles if self.tiled else self.days if self.by_day else self.listing
        nothing = self.nothing if empty and self._query.strip() else there
        self._pages.setCurrentWidget(self._loading if loading else nothing)
        by_name = not self._query.strip() and self.filter is not Filter.FAVOURITES
        self.listing.refresh(everyone=len(self._session.mirror.people), by_name=by_name)
        self._choose_again(chosen)
        self._counting.start()
        self.shown.ringing.watch()

    def _waiting(self) -> bool:
        """Whether nobody is known yet, not even from the last time."""
        return not self._session.mirror.people and self._session.connection.state is ConnectionState.CONNECTING

    # --- counts, states ---

    def _count(self) -> None:
        self.tools.show_counts(None if self._waiting() else self._content.counts(self._query))

    def _presence_changed(self, users: list[UserId]) -> None:
        self.model.forget(users, self.shown.seen() if self.isVisible() else range(0))
        self.shown.ringing.watch()
        self._follow_details()
        self.days.states_changed()
        if self.tiled:
            self.tiles.update_heads()
        if not self._counting.isActive():
            self._counting.start()
        self.doing.tell_state(self.shown, self._chosen_user(), users)

    def _connection_changed(self, _connection: object) -> None:
        if not self._session.mirror.people:
            self.refill()
        self.model.forget_all(self.shown.seen())
        self.shown.ringing.watch()
        self._counting.start()
        if self._session.mirror.live:
            self._ages.stop()
        else:
            self._ages.start()

    # --- doing ---

    def _chosen_user(self) -> UserId | None:
        return self.model.user_at(self.shown.currentIndex().row())

    def _choose_again(self, chosen: UserId | None) -> None:
        place = None
        if self._query.strip():
            place = self.model.first_row()
        elif chosen is not None:
            place = self.model.place_of(chosen)
        if place is not None:
            self.shown.choose(place)

    # --- as a page of the window ---

    def retranslate(self) -> None:
        """All texts again."""
        self.tools.retranslate()
        self.details.retranslate()
        self.days.retranslate()
        for one in (self.list, self.tiles, self.days.list):
            one.setAccessibleName(translate("Colleagues", "Colleagues"))
        self.nothing.setAccessibleName(translate("Colleagues", "Nothing found"))
        self._loading.setAccessibleName(translate("Colleagues", "Fetching colleagues …"))
        self.model.forget_all(self.shown.seen())
        if self._content.language != language_in_use():
            self._content.reload()
        self.refill()

    def on_shown(self) -> None:
        """Ready for typing."""
        self.shown.ringing.watch()

    def hints(self) -> list[Hint]:
        """Keys of the list, and of a search."""
        shape = DAY if self.by_day else TILES if self.tiled else LIST
        page, where = self._pages.currentWidget(), self.listing.where()
        return hints(self._query, shape, nothing=page is self.nothing, where=where if page is self.listing else None)

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
        if self.nothing.isVisible() and self.nothing.take_key(event):
            return True
        page = self.shown.page_rows()
        step = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
        }.get(Qt.Key(event.key()))
        if step is not None:
            self.shown.setFocus(Qt.FocusReason.TabFocusReason)
            if self.shown.currentIndex().row() < 0:
                first = self.model.first_row()
                if first is not None:
                    self.shown.choose(first)
            else:
                self.shown.step(step)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._query.strip():
            if not event.isAutoRepeat():
                self.doing.call(self.shown.currentIndex().row())
            return True
        return False
