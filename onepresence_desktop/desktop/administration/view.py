"""The page Administration: tabs, and the pane of the one chosen (design, section 7.17)."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout

from onepresence_desktop.client import readings
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.pane import AdminPane
from onepresence_desktop.desktop.administration.panes import DOCTOR, PANES
from onepresence_desktop.desktop.administration.people_pane import DEVICES, PEOPLE, PeoplePane
from onepresence_desktop.desktop.administration.person_form import PersonForm
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.needs_service import NeedsService
from onepresence_desktop.desktop.pages import CheckPlace, Page, Place
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.card import SectionHeader
from onepresence_desktop.desktop.widgets.tabs import Tab, Tabs
from onepresence_desktop.domain.doctor import Severity
from onepresence_desktop.wire.doctor import FINDINGS


class AdministrationPage(Page):
    """What administrators keep; the server checks the right on every call, the page only follows it.

    form: one for a person that was made ahead.
    """

    narrowed_by_search = True

    def __init__(self, session: Session, actions: Actions, form: PersonForm | None = None) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self.people = PeoplePane(session, actions, form)
        self._kinds = {kind.key: kind for kind in PANES}
        self._made: dict[str, AdminPane] = {PEOPLE: self.people, DEVICES: self.people}
        self.header = SectionHeader()
        self.tabs = Tabs([PEOPLE, DEVICES, *self._kinds])
        self.stack = QStackedWidget()
        self._tools = QHBoxLayout()
        self._search = ""
        self._build()
        self.tabs.chosen.connect(self._show)
        for number, key in enumerate(self.tabs.buttons, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+Shift+{number % 10}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda key=key: self.turn_to(key))
        self.people.turn_to.connect(self._turned)
        self._service = NeedsService(session, self)
        session.reset.connect(self._words)
        session.changed(FINDINGS).connect(self._words)
        self.retranslate()

    def _build(self) -> None:
        self.header.row.addStretch()
        self._tools.setSpacing(8)
        self.header.row.addLayout(self._tools)
        self._take_in(self.people)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)

    def _take_in(self, pane: AdminPane) -> None:
        self.stack.addWidget(pane)
        pane.turned.connect(self.hints_changed)
        for tool in pane.tools:
            self._tools.addWidget(tool)

    @property
    def pane(self) -> AdminPane:
        """The one in front."""
        return self.pane_of(self.tabs.key)

    def pane_of(self, key: str) -> AdminPane:
        """A tab's pane, made when first asked for."""
        if key not in self._made:
            pane = self._made[key] = self._kinds[key].make(self._session, self._actions)
            pane.retranslate()
            self._take_in(pane)
            self._service.look()
        return self._made[key]

    def turn_to(self, key: str) -> None:
        """Bring a tab to the front."""
        self.tabs.set_chosen(key)
        self._show(key)

    def _turned(self, key: str) -> None:
        if key != self.tabs.key:
            self.tabs.set_chosen(key)
            self._front(self.people)

    def _show(self, key: str) -> None:
        pane = self.pane_of(key)
        self._front(pane)
        if pane is self.people:
            self.people.show_part(key)
        else:
            pane.load()
        pane.take_search(self._search)
        self._take_keys(key)
        self.hints_changed.emit()

    def _take_keys(self, key: str) -> None:
        """What had the focus may be hidden now: the tab has it then, so that keys are still this page's."""
        focus = QApplication.focusWidget()
        elsewhere = focus is None or not self.isAncestorOf(focus) or focus in self.tabs.buttons.values()
        if self.isVisible() and elsewhere:
            self.tabs.buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _front(self, pane: AdminPane) -> None:
        self.stack.setCurrentWidget(pane)
        for other in {id(one): one for one in self._made.values()}.values():
            for tool in other.tools:
                tool.setVisible(other is pane)

    # --- as a page of the window ---

    def go_to(self, place: Place) -> None:
        """Check, where that is asked for."""
        if isinstance(place, CheckPlace):
            self.turn_to(DOCTOR)

    def ahead(self) -> Iterator[None]:
        """The devices' part."""
        return self.people.ahead()

    def retranslate(self) -> None:
        """All words again."""
        self.header.set_title(translate("Administration", "Administration"))
        self.tabs.setAccessibleName(translate("Administration", "Pages of administration"))
        for pane in {id(one): one for one in self._made.values()}.values():
            pane.retranslate()
        self._service.look()
        self._words()

    def _words(self) -> None:
        errors = [one for one in readings.to_mend(self._session.mirror) if one.severity is Severity.ERROR]
        self.tabs.set_tabs(
            [
                Tab(PEOPLE, translate("Administration", "People")),
                Tab(DEVICES, translate("Administration", "Devices")),
                *(
                    Tab(kind.key, kind.title(), len(errors) if kind.key == DOCTOR else 0)
                    for kind in self._kinds.values()
                ),
            ]
        )

    def on_shown(self) -> None:
        """The pane in front is brought up to date."""
        self.pane.load()

    def leave(self) -> bool:
        """Esc is the pane's."""
        return self.pane.leave()

    def take_search(self, text: str) -> None:
        """Narrow what is in front."""
        self._search = text
        self.pane.take_search(text)

    def search_placeholder(self) -> str:
        """What the top field finds here."""
        return self.pane.search_placeholder()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+N new, Ctrl+S save."""
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            if event.key() == Qt.Key.Key_N:
                self.pane.new()
                return
            if event.key() == Qt.Key.Key_S:
                self.pane.save()
                return
        super().keyPressEvent(event)
