"""People and Devices of Administration: people at the left, a person's form or devices at the right."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QTableView, QVBoxLayout, QWidget

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.calendar.person_calendar import PersonCalendar
from onepresence_desktop.desktop.administration.delegate import ROW, PersonDelegate
from onepresence_desktop.desktop.administration.device_verbs import DeviceVerbs
from onepresence_desktop.desktop.administration.devices import DevicesPane
from onepresence_desktop.desktop.administration.model import PERSON, PeopleModel
from onepresence_desktop.desktop.administration.pane import AdminPane
from onepresence_desktop.desktop.administration.people_exporting import PeopleExporting
from onepresence_desktop.desktop.administration.people_importing import PeopleImporting
from onepresence_desktop.desktop.administration.person_deeds import PersonDeeds
from onepresence_desktop.desktop.administration.person_export import export_person
from onepresence_desktop.desktop.administration.person_form import PersonForm
from onepresence_desktop.desktop.administration.person_menu import PersonMenu
from onepresence_desktop.desktop.administration.who_changed import OthersAtPerson
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.domain.errors import Conflict, OnePresenceError
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.bodies import PersonBody
from onepresence_desktop.wire.views import PersonCreated, PersonView

PEOPLE, DEVICES = "people", "devices"
LIST_WIDTH = 272


class PeoplePane(AdminPane):
    """People and devices share the list and who is chosen in it. turn_to: the other of the two tabs is wanted."""

    turn_to = Signal(str)

    def __init__(self, session: Session, actions: Actions, form: PersonForm | None = None) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self._chosen: UserId | None = None
        self.model = PeopleModel()
        self.new_button = Button(icon="add")
        self.panes = QStackedWidget()
        self.importing = PeopleImporting(actions, self.panes)
        self.exporting = PeopleExporting(session, actions, self.panes)
        self.tools = (self.exporting.button, self.importing.button, self.new_button)
        self.list = QTableView()
        self._count = Label(role=fonts.Text.SMALL, weight=fonts.MEDIUM, tone="secondary", tabular=True)
        self.form = form or PersonForm(session)
        self._others = OthersAtPerson(actions, self.form)
        self.deeds = PersonDeeds(actions, self.form)
        self.calendar = PersonCalendar(session, actions, self.panes)
        self._device_verbs: DeviceVerbs | None = None
        self._build()
        self._connect()
        self.retranslate()
        self._reload()

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(PersonDelegate(self.list))
        for head in (self.list.horizontalHeader(), self.list.verticalHeader()):
            head.hide()
        self.list.horizontalHeader().setStretchLastSection(True)
        self.list.verticalHeader().setDefaultSectionSize(ROW)
        self.list.setShowGrid(False)
        self.list.setFrameShape(QTableView.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setTabKeyNavigation(False)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.panes.addWidget(self.form)
        left = Surface(Color.BG_WINDOW, "right")
        left.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 10, 1, 0)
        self._count.setContentsMargins(16, 0, 16, 0)
        column.addWidget(self._count)
        column.addWidget(self.list)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(left)
        body.addWidget(self.panes, 1)

    def _connect(self) -> None:
        self._session.reset.connect(self._reload)
        self._session.people_changed.connect(self._reload)
        self.list.selectionModel().selectionChanged.connect(self._selected)
        self.new_button.clicked.connect(self.new)
        self.form.save.connect(self._save)
        self.form.cancelled.connect(self._reselect)
        self.form.close_access.connect(self._close_access)
        self.form.reset_password.connect(self.deeds.reset_password)
        self.deeds.gone.connect(self._gone)
        self.form.more.connect(lambda: self._show_menu(self.form.more_button))
        self.exporting.told.connect(self.form.state.setText)
        self.exporting.refused.connect(self.form.refused)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._row_menu)

    # --- devices ---

    @property
    def device_verbs(self) -> DeviceVerbs:
        """What is done with the chosen person's devices; their pane is made when first needed."""
        return self._device_verbs or self._make_devices()

    def _make_devices(self) -> DeviceVerbs:
        if self._device_verbs is None:
            pane = DevicesPane()
            pane.region = self.form.region
            self.panes.addWidget(pane)
            self._device_verbs = DeviceVerbs(self._session, self._actions, pane)
            if self.form.person is not None:
                self._device_verbs.show_person(self.form.person)
        return self._device_verbs

    @property
    def devices(self) -> DevicesPane:
        """The pane."""
        return self.device_verbs.devices

    def ahead(self) -> Iterator[None]:
        """Make it."""
        self._make_devices()
        yield

    # --- as a tab ---

    def retranslate(self) -> None:
        """All words again."""
        self.new_button.setText(translate("Administration", "New person"))
        self.list.setAccessibleName(translate("Administration", "People"))
        self.form.retranslate()
        self.importing.retranslate()
        self.exporting.retranslate()
        self.calendar.retranslate()
        if self._device_verbs is not None:
            self.devices.retranslate()
        self._counted()

    def load(self) -> None:
        """The list takes the keys."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_search(self, text: str) -> None:
        """Narrow the list."""
        self.model.search(text)
        self._counted()
        self._reselect()

    def search_placeholder(self) -> str:
        """What the top field finds here."""
        return translate("Administration", "Search person, number or department")

    def save(self) -> None:
        """The form in front, when something in it isn't saved."""
        if self.calendar.in_front:
            self.calendar.save()
        elif self.panes.currentWidget() is self.form and self.form.save_button.isEnabled():
            self.form.save_button.click()

    def leave(self) -> bool:
        """Esc leaves a sheet that was begun, or a person's calendar."""
        return self.importing.leave() or self.calendar.leave()

    # --- people ---

    def new(self) -> None:
        """An empty form; what was typed and not saved is asked about once."""
        if self.form.unsaved.asks(self.form.changed and not self.form.save_button.busy):
            return
        self._chosen = None
        self.list.clearSelection()
        self._turn_to(PEOPLE)
        self.form.show_person(None, self._customer_code())

    def _customer_code(self) -> str:
        customer = self._session.mirror.customer
        return customer.code if customer is not None else ""

    def _reload(self) -> None:
        customer = self._session.mirror.customer
        self.form.region = customer.region if customer is not None else "DK"
        if self._device_verbs is not None:
            self.devices.region = self.form.region
        self.model.set_people(self._session.mirror.people.values())
        self._counted()
        self._reselect()
        if self.form.person is not None and (now := self._session.mirror.people.get(self.form.person.id)) is not None:
            self._others.follow(now)
        self.form.set_alone(self.form.person is not None and self.model.alone(self.form.person.id))

    def _counted(self) -> None:
        self._count.setText(translate("Administration", "%n person(s)", "", self.model.rowCount()))

    def _reselect(self) -> None:
        row = self.model.row_of(self._chosen)
        if row < 0 and self._chosen is None and self.form.person is None and not self.form.changed:
            row = 0 if self.model.rowCount() and not self.list.selectionModel().hasSelection() else -1
        if row >= 0:
            self.list.selectionModel().setCurrentIndex(
                self.model.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def _selected(self, selected: QItemSelection, _before: QItemSelection) -> None:
        rows = selected.indexes()
        if not rows:
            return
        person: PersonView = rows[0].data(PERSON)
        if person.id == self._chosen and self.form.changed:
            return
        same = person.id == self._chosen
        unsaved = self.form.changed and not self.form.save_button.busy
        if not same and (self.form.unsaved.asks(unsaved) or self.calendar.asks()):
            QTimer.singleShot(0, self, self._reselect if self._chosen is not None else self.list.clearSelection)
            return
        self._chosen = person.id
        if self.list.hasFocus():
            self.importing.step_aside()
        if not same:
            self.calendar.step_aside()
        if not (same and self.form.person == person):
            self.form.show_person(person, self._customer_code())
        self.form.set_alone(self.model.alone(person.id))
        if not same and self._device_verbs is not None:
            self.device_verbs.show_person(person)

    def show_part(self, key: str) -> None:
        """The form, or the devices."""
        self.form.code.clear()
        self.panes.setCurrentWidget(self.form if key == PEOPLE else self.devices)
        if key == DEVICES:
            self.device_verbs.load()

    def _save(self, body: PersonBody) -> None:
        person = self.form.person
        if person is None:
            self._actions.ask("add_person", lambda client: client.add_person(body), self._person_added)
        else:
            user_id = person.id
            self._actions.ask(
                "change_person",
                lambda client: client.change_person(user_id, body),
                lambda answer: self._person_saved(user_id, answer),
            )

    def _person_added(self, answer: PersonCreated | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.form.refused(answer)
            return
        self._chosen = answer.person.id
        self.form.saved(answer.person)
        if answer.activation_code:
            self.form.code.show_code(answer.activation_code)
        if self._device_verbs is not None:
            self.device_verbs.show_person(answer.person)
        self._reselect()

    def _person_saved(self, user_id: UserId, answer: PersonView | OnePresenceError) -> None:
        if self.deeds.refused(user_id, answer):
            now = self._session.mirror.people.get(user_id)
            if isinstance(answer, Conflict) and now is not None and self.deeds.shows(user_id):
                self.form.follow(now)
        elif isinstance(answer, PersonView) and self.deeds.shows(user_id):
            self.form.saved(answer)

    def _close_access(self, closed: bool) -> None:
        if self.form.person is None:
            return
        user_id, body = self.form.person.id, PersonBody(closed=closed)

        def done(answer: PersonView | OnePresenceError) -> None:
            if not self.deeds.refused(user_id, answer) and isinstance(answer, PersonView) and self.deeds.shows(user_id):
                self.form.follow(answer)

        self._actions.ask("close_access", lambda client: client.change_person(user_id, body), done)

    def _gone(self) -> None:
        self._chosen = None
        self.form.show_person(None, self._customer_code())
        self.form.retranslate()

    def _row_menu(self, where: QPoint) -> None:
        """By the pointer the row under it, by a key the one chosen."""
        index = self.list.indexAt(where)
        if not index.isValid():
            index = self.list.currentIndex()
            where = self.list.visualRect(index).center()
        if index.isValid():
            self.list.selectRow(index.row())
            self._show_menu(self.list.viewport().mapToGlobal(where))

    def _show_menu(self, where: QPoint | QWidget) -> None:
        """At a point, or under a button."""
        person = self.form.person
        if person is None:
            return
        menu = PersonMenu(
            person, alone=self.model.alone(person.id), why_not=self.form.close_button.why_not, parent=self
        )
        menu.edit_chosen.connect(self._edit)
        menu.devices_chosen.connect(lambda: self._turn_to(DEVICES))
        menu.picture_chosen.connect(lambda: self.deeds.remove_picture(person.id))
        menu.calendar_chosen.connect(lambda: self._open_calendar(person))
        for chosen, verb in (
            (menu.reset_chosen, self.deeds.reset_password),
            (menu.access_chosen, self.form.close_button.click),
            (menu.delete_chosen, self.deeds.remove),
            (menu.erase_chosen, self.deeds.erase),
        ):
            chosen.connect(lambda: self._turn_to(PEOPLE))
            chosen.connect(verb)
        menu.export_chosen.connect(lambda: export_person(self._actions, self.form, person))
        if isinstance(where, QWidget):
            menu.popup_under(where)
        else:
            menu.popup(where)

    def _open_calendar(self, person: PersonView) -> None:
        self._turn_to(PEOPLE)
        self.calendar.begin(person)

    def _turn_to(self, part: str) -> None:
        self.turn_to.emit(part)
        self.show_part(part)

    def _edit(self) -> None:
        self._turn_to(PEOPLE)
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.name.selectAll()
