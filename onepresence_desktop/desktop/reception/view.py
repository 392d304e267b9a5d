"""The reception's page: calls at the left, colleagues in the middle, the one chosen at the right (design, 7.13)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.commands_registry import Command
from onepresence_desktop.desktop.languages import language_in_use, translate
from onepresence_desktop.desktop.pages import Page
from onepresence_desktop.desktop.reception import keypad
from onepresence_desktop.desktop.reception.calls_pane import CallsPane
from onepresence_desktop.desktop.reception.cases import proposals
from onepresence_desktop.desktop.reception.colleague_menu import ColleagueMenu
from onepresence_desktop.desktop.reception.departments import Departments
from onepresence_desktop.desktop.reception.details import Details
from onepresence_desktop.desktop.reception.doing import Doing
from onepresence_desktop.desktop.reception.elsewhere import placed
from onepresence_desktop.desktop.reception.people import PeopleModel, Person, person
from onepresence_desktop.desktop.reception.row_painting import ROW, PeopleDelegate
from onepresence_desktop.desktop.reception.transfer_bar import TransferBar
from onepresence_desktop.desktop.search_index import SearchIndex
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.desktop.widgets.row_list import RowList
from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.finding import digits_of
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.parking import PARKED
from onepresence_desktop.wire.reception import QUEUE, RECEPTION_DAY
from onepresence_desktop.wire.reception_notes import RECEPTION_NOTES

Key = Qt.Key
DETAILS_AFTER = 40
"""Milliseconds after a key until the details follow: whoever types on reads the names, and waits for nothing else."""
DETAILS_FROM = 880
"""Width of the page from which there is room for the details beside the names."""


class ReceptionView(Page):
    """message_wanted: a colleague's id, and the text that is begun."""

    message_wanted = Signal(str, str)
    narrowed_by_search = True

    def __init__(self, session: Session, actions: Actions, watches: Watches) -> None:
        super().__init__()
        self._session, self._actions, self._watches = session, actions, watches
        self._index = SearchIndex()
        self._query = self._found = self._typed = ""
        self._proposed: list[UserId] = []
        self._people = 0
        self._filling = False
        self._details_later = QTimer(self)
        self._details_later.setSingleShot(True)
        self._details_later.setInterval(DETAILS_AFTER)
        self._details_later.timeout.connect(self._show_details)
        self._lost = False  # who was chosen is no more, and a call must not go to whoever stands there now
        self.calls = CallsPane(session)
        self.model = PeopleModel(self._person)
        self.delegate = PeopleDelegate()
        self.list = RowList(self.model, self.delegate, ROW)
        self.departments = Departments()
        self.bar = TransferBar()
        self.details = Details(session, watches)
        self.doing = Doing(session, actions, self.calls, self.chosen)
        self._own_calls = QWidget(self)
        self._own_calls.hide()
        self.above_foot = QVBoxLayout(self._own_calls)  # running calls have their cards here already
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 4, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.departments)
        middle.addWidget(self.list, 1)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addLayout(middle, 1)
        beside.addWidget(self.details)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(beside, 1)
        right.addWidget(self.bar)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        across.addWidget(self.calls)
        across.addLayout(right, 1)
        self._keypad = keypad.Keypad(self, keypad.of_pad(self.doing))
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.doing.message_wanted.connect(self.message_wanted)
        self.doing.handed_on.connect(self._clear_search)
        self.doing.not_handed_on.connect(self._search_again)
        session, calls, bar, details = self._session, self.calls, self.bar, self.details
        session.reset.connect(self.reload)
        session.people_changed.connect(self._people_changed)
        session.presence_changed.connect(self._states_changed)
        session.connection_changed.connect(self.refresh)
        session.day_changed.connect(self.refresh)
        for which in (QUEUE, RECEPTION_DAY, PARKED):
            session.changed(which).connect(self._calls_changed)
        session.changed(RECEPTION_NOTES).connect(self._refill)
        session.calls_changed.connect(self._calls_changed)
        self.list.selectionModel().currentRowChanged.connect(self._chosen_is_another)
        self.list.menu_wanted.connect(self._show_menu)
        self.list.doubleClicked.connect(lambda _index: self.doing.transfer())
        calls.answered.connect(lambda key: self.doing.answer(CallId(key)))
        calls.sent_on.connect(lambda key: self.doing.hand_on(CallId(key)))
        calls.held.connect(lambda key: self.doing.hold(CallId(key)))
        calls.parked.connect(lambda key: self.doing.park(CallId(key)))
        calls.ended.connect(lambda key: self.doing.hang_up(CallId(key)))
        calls.chosen.connect(self._refill)
        self.departments.chosen.connect(self._refill)
        calls.desk_wanted.connect(self.doing.at_desk)
        bar.transferred.connect(self.doing.transfer)
        bar.announced.connect(self.doing.announce)
        bar.joined.connect(self.doing.transfer)
        bar.swapped.connect(self.doing.swap)
        bar.given_up.connect(self.doing.give_up)
        bar.handed_on.connect(self.doing.hand_on_unanswered)
        bar.sent_to_mailbox.connect(partial(self.doing.hand_on_unanswered, mailbox=True))
        details.message_wanted.connect(self.doing.message)
        details.mailbox_wanted.connect(self.doing.to_mailbox)
        details.watched.connect(self._watch)
        details.divert_wanted.connect(lambda user, preset: self.doing.divert(UserId(user), preset))
        details.deputy_wanted.connect(lambda user: self.choose(UserId(user)))
        keypad.bind(self, self._commands(), keypad.of_calls(self.calls))

    # --- what is shown ---

    def reload(self) -> None:
        """People have come, gone or changed, or everything."""
        people = self._session.mirror.people
        self._session.mirror.look_up_ahead()
        self._index.replace(people.values(), language_in_use())
        self.departments.show_people(people.values())
        self.refresh()

    def _people_changed(self, users: list[UserId]) -> None:
        """Some of them; the others keep their keys."""
        people, named, others = self._session.mirror.people, False, bool(self._query.strip())
        for user in users:
            before, now = self._index.known(user), people.get(user)
            if before is None or now is None or before.department != now.department or before.closed != now.closed:
                others = True
            elif before.name != now.name:
                named = True
            if now is not None:
                self._index.put(now)
            else:
                self._index.remove(user)
        if others:
            self.departments.show_people(people.values())
        if others or named:
            self.refresh()
            return
        for user in users:
            self.model.forget_one(user)
        self._follow()

    def refresh(self) -> None:
        """Calls are others; who is proposed for them, too."""
        self.calls.show_connection()
        self.calls.refresh()
        self._refill()

    def _calls_changed(self) -> None:
        """Calls are others; the names stand as they are, unless others are proposed."""
        self.calls.refresh()
        if self._query.strip() or proposals(self._session.mirror, self.doing.about()) == self._proposed:
            self._follow()
        else:
            self._refill()

    def _person(self, user: UserId, proposed: bool) -> Person:
        return person(self._session.mirror, user, self._session.now(), proposed=proposed)

    def _states_changed(self) -> None:
        """Of colleagues; who is proposed may be others, too."""
        if self.doing.about() is not None and not self._query.strip():
            self._refill()
            return
        self.model.forget()
        self._follow()

    def _refill(self, *, typed: bool = False) -> None:
        chosen, me, query = self.chosen(), self._session.mirror.me, self._query.strip()
        own = me.id if me is not None else None
        found = self._index.ids(self._index.find(query) if query else self._index.everyone())
        first = self._proposed = [] if query else proposals(self._session.mirror, self.doing.about())
        if department := self.departments.key:
            people = self._session.mirror.people
            found, first = (
                [user for user in users if user in people and people[user].department == department]
                for users in (found, first)
            )
        before = {own, *first}
        others = [user for user in found if user not in before]
        entries = [*first, *placed(self._session, query, others)]
        self._people = len(first) + len(others)
        self.delegate.query = "" if digits_of(query) else query
        self.model.show_entries(entries, first, same=typed)
        place = self.model.place_of_same(chosen) if chosen is not None else -1
        if query != self._found:
            self._lost = False
        elif chosen is not None:
            self._lost = place < 0 and (chosen.user is None or chosen.user not in self._session.mirror.people)
        if (query and query != self._found) or (place < 0 and not self._lost):
            place = 0 if entries else -1
        typing, self._found = query != self._found, query
        self._filling = True  # what follows is laid out once, not for each step
        self.list.choose(place)
        self._filling = False
        self.list.viewport().update()
        self._follow(typing=typing)

    def _chosen_is_another(self) -> None:
        if not self._filling:
            self._follow()

    def chosen(self) -> Person | None:
        """The row chosen."""
        place = self.list.place()
        return self.model.row(place) if 0 <= place < self.model.rowCount() else None

    def choose(self, user: UserId) -> None:
        """Choose a colleague, who is in the list when nothing is typed."""
        place = self.model.place_of(user)
        if place < 0:
            self.departments.choose("")
            self.want_search.emit("")
            place = self.model.place_of(user)
        if place >= 0:
            self.list.choose(place)

    def _follow(self, *, typing: bool = False) -> None:
        row = self.chosen()
        self.details.user = row.user if row is not None else None  # what is pressed there is meant for who is chosen
        if typing:
            self._details_later.start()
        else:
            self._details_later.stop()
            self._show_details()
        self.bar.show_passing(self.doing.passing())

    def _show_details(self) -> None:
        row = self.chosen()
        waits = self.calls.active is not None or self.calls.marked is not None
        self.details.show_user(row.user if row is not None else None, handing=waits)

    def _clear_search(self) -> None:
        """For the next caller."""
        self._typed = self._query
        self.want_search.emit("")

    def _search_again(self) -> None:
        """For the same one, who was not let in there; what has been typed since stands."""
        if self._typed and not self._query:
            self.want_search.emit(self._typed)

    def _watch(self) -> None:
        if self.details.user is not None:
            self._watches.toggle(self.details.user)
            self._follow()

    def _show_menu_of_chosen(self) -> None:
        place = self.list.place()
        corner = self.list.visualRect(self.list.model().index(place, 0)).bottomLeft()
        self._show_menu(place, self.list.viewport().mapToGlobal(corner))

    def _show_menu(self, place: int, where: QPoint) -> None:
        self.list.choose(place)
        row = self.chosen()
        if row is None or row.user is None:
            return
        handing = self.doing.about() is not None
        menu = ColleagueMenu(self._session, self._watches, row.user, handing=handing, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.mailbox_wanted.connect(self.doing.to_mailbox)
        menu.message_wanted.connect(self.doing.message)
        menu.watched.connect(self._watch)
        menu.divert_wanted.connect(lambda user, preset: self.doing.divert(UserId(user), preset))
        menu.popup(where)

    # --- as a page of the window ---

    def on_shown(self) -> None:
        """Where else the first button would have the focus, keys go to the names, and letters to the search."""
        focused = self.window().focusWidget()
        if focused is None or self.isAncestorOf(focused):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """All texts again."""
        self.list.setAccessibleName(translate("Reception", "Colleagues"))
        self.bar.retranslate()
        self.delegate.forget()
        self.reload()

    def search_placeholder(self) -> str:
        """What is typed for."""
        return translate("Reception", "Who is wanted? Name or number")

    def take_search(self, text: str) -> None:
        """Narrow the list; the first row is chosen."""
        before, self._query = self._query, text
        if before.strip() != text.strip():
            self._refill(typed=True)

    def search_found(self) -> tuple[str, bool]:
        """How many."""
        return translate("Reception", "%n found", "", self._people), False

    def search_key(self, event: QKeyEvent) -> bool:
        """Arrows move in the list; Enter hands on, with Shift asks first, with Ctrl goes to the mailbox.

        Alt with the arrows to the sides goes through the departments.
        """
        key, mods = Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Key.Key_Return, Key.Key_Enter):
            if not event.isAutoRepeat():
                if mods == Qt.KeyboardModifier.ShiftModifier:
                    self.doing.announce()
                elif mods == Qt.KeyboardModifier.ControlModifier:
                    self.doing.to_mailbox()
                else:
                    self.doing.transfer()
            return True
        if mods == Qt.KeyboardModifier.AltModifier and key in (Key.Key_Left, Key.Key_Right):
            self.departments.step(1 if key == Key.Key_Right else -1)
            return True
        steps = {Key.Key_Up: -1, Key.Key_Down: 1, Key.Key_PageUp: -8, Key.Key_PageDown: 8}
        if key in steps and self.model.rowCount():
            self.list.choose(max(0, min(self.list.place() + steps[key], self.model.rowCount() - 1)))
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys where the list has the focus."""
        if not self.search_key(event):
            super().keyPressEvent(event)

    def leave(self) -> bool:
        """Esc gives the colleague up who is asked."""
        if self.doing.asked() is None:
            return False
        self.doing.give_up()
        return True

    def minimumSizeHint(self) -> QSize:
        """Without the details, which give way."""
        least = super().minimumSizeHint()
        if not self.details.isVisibleTo(self):
            return least
        bar = self.bar.minimumSizeHint().width() if self.bar.isVisibleTo(self) else 0
        return QSize(max(least.width() - self.details.width(), self.calls.width() + bar), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The details give way to the names."""
        super().resizeEvent(event)
        self.details.setVisible(self.width() >= DETAILS_FROM)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the keypad's own keys are heard."""
        super().showEvent(event)
        self._keypad.listen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """And no longer."""
        super().hideEvent(event)
        self._keypad.listen(False)
        self.delegate.forget()

    def hints(self) -> list[Hint]:
        """The keys."""
        return keypad.hints(self._commands())

    def _commands(self) -> list[Command]:
        return keypad.commands(self.doing, self._show_menu_of_chosen)
