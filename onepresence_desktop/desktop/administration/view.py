"""The page Administration: people at the left, a person's form or devices at the right."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QTableView, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.delegate import ROW, PersonDelegate
from onepresence_desktop.desktop.administration.devices import DevicesPane
from onepresence_desktop.desktop.administration.model import PERSON, PeopleModel
from onepresence_desktop.desktop.administration.person_form import PersonForm
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.card import SectionHeader, Surface
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented
from onepresence_desktop.domain.errors import NotFound, OnePresenceError
from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.wire.bodies import DeviceBody, PersonBody
from onepresence_desktop.wire.views import DeviceListing, PersonCreated, PersonView, SipSettings

PEOPLE, DEVICES = "people", "devices"
LIST_WIDTH = 272


class AdministrationPage(QWidget):
    """People and devices; the server checks the right on every call, the page only follows it."""

    want_search = Signal(str)

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self._chosen: UserId | None = None
        self.model = PeopleModel()
        self.header = SectionHeader()
        self.segments = Segmented([Segment(PEOPLE, " ", "person"), Segment(DEVICES, " ", "device-desk")])
        self.new_button = Button(icon="add")
        self.list = QTableView()
        self._count = Label(role=fonts.Text.SMALL, weight=fonts.MEDIUM, tone="secondary", tabular=True)
        self.form = PersonForm()
        self.devices = DevicesPane()
        self.panes = QStackedWidget()
        self._build()
        self._connect()
        self.retranslate()
        self._reload()

    def _build(self) -> None:
        self.header.row.addWidget(self.segments)
        self.header.row.addStretch()
        self.header.row.addWidget(self.new_button)
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
        self.panes.addWidget(self.devices)
        left = Surface(Color.BG_WINDOW, "right")
        left.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 10, 1, 0)
        self._count.setContentsMargins(16, 0, 16, 0)
        column.addWidget(self._count)
        column.addWidget(self.list)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(left)
        body.addWidget(self.panes, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        self._session.reset.connect(self._reload)
        self._session.people_changed.connect(self._reload)
        self._session.presence_changed.connect(self._presence_changed)
        self.list.selectionModel().selectionChanged.connect(self._selected)
        self.segments.chosen.connect(self._show_pane)
        self.new_button.clicked.connect(self.new_person)
        self.form.save.connect(self._save)
        self.form.cancelled.connect(self._reselect)
        self.form.close_access.connect(self._close_access)
        self.form.reset_password.connect(self._reset_password)
        self.form.remove.connect(self._remove)
        self.devices.add.connect(self._add_device)
        self.devices.remove.connect(self._remove_device)
        self.devices.sip.connect(self._show_sip)

    # --- the page protocol ---

    def retranslate(self) -> None:
        """All words again."""
        self.header.set_title(translate("Administration", "Administration"))
        self.segments.set_segments(
            [
                Segment(PEOPLE, translate("Administration", "People"), "person"),
                Segment(DEVICES, translate("Administration", "Devices"), "device-desk"),
            ]
        )
        self.segments.setAccessibleName(translate("Administration", "People or devices"))
        self.new_button.setText(translate("Administration", "New person"))
        self.list.setAccessibleName(translate("Administration", "People"))
        self.form.retranslate()
        self.devices.retranslate()
        self._counted()

    def on_shown(self) -> None:
        """The list takes the keys."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hints(self) -> list[Hint]:
        """The page has a foot of its own."""
        return []

    def take_search(self, text: str) -> None:
        """Narrow the list."""
        self.model.search(text)
        self._counted()
        self._reselect()

    def search_placeholder(self) -> str:
        """What the top field finds here."""
        return translate("Administration", "Search person, number or department")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+N new, Ctrl+S save."""
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            if event.key() == Qt.Key.Key_N:
                self.new_person()
                return
            if event.key() == Qt.Key.Key_S and self.form.save_button.isEnabled():
                self.form.save_button.click()
                return
        super().keyPressEvent(event)

    # --- people ---

    def new_person(self) -> None:
        """An empty form."""
        self._chosen = None
        self.list.clearSelection()
        self.segments.set_chosen(PEOPLE)
        self._show_pane(PEOPLE)
        self.form.show_person(None, self._customer_code())

    def _customer_code(self) -> str:
        customer = self._session.mirror.customer
        return customer.code if customer is not None else ""

    def _reload(self) -> None:
        self.model.set_people(self._session.mirror.people.values())
        self._counted()
        self._reselect()

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
        self._chosen = person.id
        if not (same and self.form.person == person):
            self.form.show_person(person, self._customer_code())
        if not same:
            self.devices.show_person(person)
            self._load_devices()

    def _show_pane(self, key: str) -> None:
        self.panes.setCurrentWidget(self.form if key == PEOPLE else self.devices)
        self.form.code.clear()
        if key == DEVICES:
            self._load_devices()

    def _save(self, body: PersonBody) -> None:
        person = self.form.person
        if person is None:
            self._actions.ask("add_person", lambda client: client.add_person(body), self._person_added)
        else:
            user_id = person.id
            self._actions.ask("change_person", lambda client: client.change_person(user_id, body), self._person_saved)

    def _person_added(self, answer: PersonCreated | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.form.refused(answer)
            return
        self._chosen = answer.person.id
        self.form.saved(answer.person)
        if answer.activation_code:
            self.form.code.show_code(answer.activation_code)
        self.devices.show_person(answer.person)
        self._reselect()

    def _person_saved(self, answer: PersonView | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.form.refused(answer)
        elif self.form.person is not None and self.form.person.id == answer.id:
            self.form.saved(answer)

    def _close_access(self, closed: bool) -> None:
        if self.form.person is not None:
            user_id, body = self.form.person.id, PersonBody(closed=closed)
            self._actions.ask("close_access", lambda client: client.change_person(user_id, body), self._person_saved)

    def _reset_password(self) -> None:
        if self.form.person is not None:
            user_id = self.form.person.id
            self._actions.ask("reset_password", lambda client: client.reset_password(user_id), self._password_reset)

    def _password_reset(self, answer: str | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.form.refused(answer)
        else:
            self.form.code.show_code(answer)

    def _remove(self) -> None:
        person = self.form.person
        if person is None:
            return
        if self.form.remove_button.text() != self._sure(person):
            self.form.remove_button.setText(self._sure(person))
            self.form.remove_button.updateGeometry()
            return
        self._chosen = None
        user_id = person.id
        self._actions.ask("remove_person", lambda client: client.remove_person(user_id), self._removed)

    def _sure(self, person: PersonView) -> str:
        return translate("Administration", "Delete {name} for good").format(name=person.name.split()[0])

    def _removed(self, answer: None | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.form.refused(answer)
        else:
            self.form.show_person(None, self._customer_code())
            self.form.retranslate()

    # --- devices ---

    def _load_devices(self) -> None:
        user_id = self._chosen
        if user_id is None:
            return

        def arrived(answer: list[DeviceListing] | OnePresenceError) -> None:
            if self._chosen != user_id:
                return
            if isinstance(answer, OnePresenceError):
                self.devices.band.say(texts.error(answer))
            else:
                self.devices.show_devices(answer)

        self._actions.ask("person_devices", lambda client: client.person_devices(user_id), arrived)

    def _presence_changed(self, user_ids: list[UserId]) -> None:
        if self._chosen in user_ids and (presence := self._session.mirror.presence.get(self._chosen)) is not None:
            for device in presence.devices:
                self.devices.set_state(device.id, device.state)

    def _add_device(self, body: DeviceBody) -> None:
        user_id = self._chosen
        if user_id is None:
            return

        def arrived(answer: DeviceListing | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.devices.refused(answer)
                return
            self.devices.added()
            self._load_devices()
            if answer.number is None:
                self._show_sip(answer.id)

        self._actions.ask("add_device", lambda client: client.add_device(user_id, body), arrived)

    def _remove_device(self, device_id: str) -> None:
        def arrived(answer: None | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.devices.refused(answer)
            self._load_devices()

        self.devices.sip_card.clear()
        self._actions.ask("remove_device", lambda client: client.remove_device(DeviceId(device_id)), arrived)

    def _show_sip(self, device_id: str) -> None:
        def arrived(answer: SipSettings | OnePresenceError) -> None:
            customer = self._session.mirror.customer
            if isinstance(answer, NotFound) and customer is not None and customer.demo:
                self.devices.band.say(translate("Administration", "Real phones can't connect to the demo company."))
            elif isinstance(answer, OnePresenceError):
                self.devices.refused(answer)
            else:
                self.devices.show_sip(answer)

        self._actions.ask("sip_settings", lambda client: client.sip_settings(DeviceId(device_id)), arrived)
