"""The phonebook: favourites, the user's own contacts, the company's (design, section 7.10)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.contact_index import Shelf
from onepresence_desktop.desktop.contact_search import ContactSearch
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.needs_service import NeedsService
from onepresence_desktop.desktop.pages import Compose, ContactPlace, DivertTo, NewContact, Page, PhonebookSearch, Place
from onepresence_desktop.desktop.phonebook.content import Content
from onepresence_desktop.desktop.phonebook.details import ContactDetails
from onepresence_desktop.desktop.phonebook.file_ways import FileWays
from onepresence_desktop.desktop.phonebook.files import ImportFile
from onepresence_desktop.desktop.phonebook.form import ContactForm
from onepresence_desktop.desktop.phonebook.head import PhonebookHead
from onepresence_desktop.desktop.phonebook.hints import hints_of
from onepresence_desktop.desktop.phonebook.import_pane import ImportPane
from onepresence_desktop.desktop.phonebook.listing import NARROW_WIDTH, WIDTH, Listing
from onepresence_desktop.desktop.phonebook.menus import ContactMenu
from onepresence_desktop.desktop.phonebook.model import Key
from onepresence_desktop.desktop.phonebook.nothing import Nothing, Why, why_nothing
from onepresence_desktop.desktop.phonebook.undoing import Undo
from onepresence_desktop.desktop.phonebook.verbs import ContactVerbs
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.people import Customer, UserId
from onepresence_desktop.wire.contacts import ContactView, ImportReport

NARROW_BELOW = 640
"""Width of the page from which the list gives way: a contact must be readable."""


class PhonebookPage(Page):
    """A page of the window. form: one that was made ahead."""

    narrowed_by_search = True

    def __init__(
        self,
        session: Session,
        actions: Actions,
        search: ContactSearch,
        go_to: Callable[[Place], None],
        form: ContactForm | None = None,
    ) -> None:
        super().__init__()
        self._session, self._actions, self._go_to = session, actions, go_to
        self._query = ""
        self._menu: Menu | None = None
        self.content = Content(session, search)
        self.undo = Undo()
        self.listing = Listing(session, search, self.content, self.undo)
        self.model, self.list = self.listing.model, self.listing.list
        self.details, self.form = ContactDetails(), form or ContactForm()
        self.importing = ImportPane(actions)
        self.verbs = ContactVerbs(session, actions, self.undo, self)
        self.listing.hidden = self.verbs.deleting.hidden
        self.file_ways = FileWays(self, self.verbs)
        self._build()
        self._service = NeedsService(session, self)
        self._connect()
        self._reload()
        self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = PhonebookHead()
        self.shelf, self.files, self.new = self._head.shelf, self._head.files, self._head.new
        column.addWidget(self._head)
        self._nothing = Nothing()
        self._right = QStackedWidget()
        for pane in (self.details, self.form, self.importing, self._nothing):
            self._right.addWidget(pane)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.listing)
        body.addWidget(self._right, 1)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        session = self._session
        session.reset.connect(self._reload)
        for signal in (session.history_changed, session.day_changed):
            signal.connect(self._show_chosen)
        self.listing.chosen_changed.connect(self._show_chosen)
        self.list.doubleClicked.connect(lambda _index: self.call())
        self.list.menu_wanted.connect(lambda _place, where: self.show_menu(where))
        self.shelf.chosen.connect(self._shelf_chosen)
        self.new.clicked.connect(self.new_contact)
        self.files.clicked.connect(self._show_files)
        self.file_ways.import_wanted.connect(self.begin_import)
        self._nothing.new_wanted.connect(self.new_contact)
        self._nothing.import_wanted.connect(self.file_ways.ask_which)
        self.details.call_wanted.connect(self._actions.call)
        self.details.sms_wanted.connect(lambda number: self._go_to(Compose(to=(number,), by=Way.SMS)))
        self.details.email_wanted.connect(lambda address: self._go_to(Compose(to=(address,), by=Way.EMAIL)))
        self.details.divert_wanted.connect(lambda number: self._go_to(DivertTo(number=number)))
        self.details.star_wanted.connect(self.star)
        self.details.edit_wanted.connect(self.edit)
        self.details.more_wanted.connect(lambda: self.show_menu(self.details.more))
        self.form.save.connect(lambda body: self.verbs.save(self.form.contact, body, shared=self.form.shared))
        self.form.cancelled.connect(self.leave_form)
        self.verbs.saved.connect(self._saved)
        self.verbs.refused.connect(self.form.refused)
        self.verbs.hidden_changed.connect(self.listing.refill)
        self.importing.done.connect(self._imported)

    # --- page ---

    def retranslate(self) -> None:
        """All texts again."""
        for pane in (self._head, self.details, self.form, self.importing, self.listing):
            pane.retranslate()
        self._service.look()
        self.hints_changed.emit()

    def on_shown(self) -> None:
        """The list has the keys, unless something is being written."""
        if self._right.currentWidget() in (self.form, self.importing):
            return
        if self.list.place() < 0 and self.model.keys:
            self.list.choose(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hints(self) -> list[Hint]:
        """The keys that work here."""
        pane, chosen = self._right.currentWidget(), self.chosen_key is not None
        writing, importing = pane is self.form, pane is self.importing
        return hints_of(writing=writing, importing=importing, chosen=chosen, editable=self._may_edit())

    def search_placeholder(self) -> str:
        """What the top field looks for here."""
        return translate("Phonebook", "Search contacts by name, company or number")

    def take_search(self, text: str) -> None:
        """The top field's text."""
        self._query = text
        first = bool(text.strip()) and self._right.currentWidget() is self.details
        self.listing.show_shelf(self.chosen_shelf, text, first=first)

    def search_key(self, event: QKeyEvent) -> bool:
        """Arrows lead from the field into the list; Enter calls the first."""
        if not self.model.keys:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._query.strip() and not event.isAutoRepeat():
                self.call()
                return True
            return False
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if self.list.place() < 0:
            self.list.choose(0)
        return True

    def leave(self) -> bool:
        """Esc leaves the form, and the import."""
        if self._right.currentWidget() is self.form:
            self.leave_form()
        elif self._right.currentWidget() is self.importing:
            self.importing.leave()
        else:
            return False
        return True

    def go_to(self, place: Place) -> None:
        """A contact, or the form for a caller's number."""
        if isinstance(place, NewContact):
            self.new_contact()
            self.form.fill_in(place.number, place.name)
        elif isinstance(place, PhonebookSearch):
            self.want_search.emit(place.text)
        elif isinstance(place, ContactPlace) and (contact := self.content.contact(place.contact)) is not None:
            self._show_saved(contact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way when the window is narrow."""
        super().resizeEvent(event)
        self.listing.setFixedWidth(WIDTH if self.width() >= NARROW_BELOW else NARROW_WIDTH)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving deletes what waits."""
        super().hideEvent(event)
        self.verbs.deleting.carry_out()

    # --- showing ---

    def _reload(self) -> None:
        customer = self._session.mirror.customer
        if customer is not None:
            self.form.customer = Customer(customer.id, customer.code, customer.name, customer.region)

    @property
    def chosen_shelf(self) -> Shelf:
        """Which contacts are shown."""
        return self._head.chosen

    def refill(self) -> None:
        """Fill the list."""
        self.listing.show_shelf(self.chosen_shelf, self._query)

    def _shelf_chosen(self, _key: str) -> None:
        self.refill()
        if self.model.keys:
            self.list.choose(0)

    @property
    def chosen_key(self) -> Key | None:
        """Whose row is chosen."""
        return self.listing.chosen

    def _may_edit(self) -> bool:
        contact = self.content.contact(self.chosen_key)
        return contact is not None and self.content.may_write(shared=contact.shared)

    def _show_chosen(self, _told: object = None) -> None:
        self.hints_changed.emit()
        if self._right.currentWidget() in (self.form, self.importing):
            return
        key, contact = self.chosen_key, self.content.contact(self.chosen_key)
        if key is None:
            self._say_nothing()
            return
        row = self.content.row(key)
        if contact is not None:
            earlier = self.content.earlier([number.number for number in contact.numbers])
            editable = self.content.may_write(shared=contact.shared)
            self.details.show_contact(contact, row, earlier, editable=editable)
        elif row.user is not None:
            numbers = self.content.numbers(row.user)
            self.details.show_colleague(row, numbers, self.content.earlier([number.number for number in numbers]))
        self._right.setCurrentWidget(self.details)

    def _say_nothing(self) -> None:
        reason = why_nothing(self.chosen_shelf, there=bool(self.model.keys), searched=bool(self._query.strip()))
        ways = reason is Why.EMPTY and self.content.may_write(shared=self._sharing)
        self._nothing.say(reason, ways=ways)
        self._right.setCurrentWidget(self._nothing)

    @property
    def _sharing(self) -> bool:
        return self.chosen_shelf is Shelf.SHARED

    # --- doing ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the page; list and form have taken their own."""
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, mods = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ctrl, writing = Qt.KeyboardModifier.ControlModifier, self._right.currentWidget() is self.form
        if self._right.currentWidget() is self.importing:
            return False  # whoever is chosen in the list isn't seen now
        if mods == ctrl and key == Qt.Key.Key_N:
            self.new_contact()
        elif mods == ctrl and key == Qt.Key.Key_S and writing:
            self.form.save_button.click()
        elif mods == ctrl and key == Qt.Key.Key_Z and self.undo.waiting:
            self.undo.undo()
        elif writing or self.chosen_key is None:
            return False
        elif not mods and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.call()
        elif mods == ctrl and key == Qt.Key.Key_E:
            self.edit()
        elif mods == ctrl and key == Qt.Key.Key_B:
            self.star()
        elif mods == ctrl and key == Qt.Key.Key_D:
            self.details.divert.click()
        elif not mods and key == Qt.Key.Key_Delete:
            self.delete()
        else:
            return False
        return True

    def call(self) -> None:
        """Call the number that is preferred."""
        number = self.details.preferred()
        if self.chosen_key is not None and number:
            self._actions.call(number)

    def star(self) -> None:
        """Give the chosen one a star, or take it."""
        key, contact = self.chosen_key, self.content.contact(self.chosen_key)
        if key is None:
            return
        on = not self.content.starred(key)
        if contact is not None:
            self.verbs.star(contact, on=on)
        else:
            self.verbs.star_colleague(UserId(key), on=on)

    def delete(self) -> None:
        """Delete the chosen contact, with a way back."""
        contact = self.content.contact(self.chosen_key)
        if contact is not None and self.content.may_write(shared=contact.shared):
            self.verbs.delete(contact)

    def new_contact(self) -> None:
        """An empty form."""
        if self._right.currentWidget() is self.form and self.form.changed:
            return
        self.form.show_contact(None, shared=self._sharing, may_share=self.content.may_write(shared=True))
        self._show_form()

    def edit(self) -> None:
        """The form of the chosen contact."""
        contact = self.content.contact(self.chosen_key)
        if contact is not None and self.content.may_write(shared=contact.shared):
            self.form.show_contact(contact, starred=self.content.starred(contact.id))
            self._show_form()

    def _show_form(self) -> None:
        self.listing.setVisible(True)
        self._right.setCurrentWidget(self.form)
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hints_changed.emit()

    def leave_form(self) -> None:
        """Back to the list; what was changed is asked about once."""
        if self.form.ask_before_leaving():
            return
        self._right.setCurrentWidget(self.details)
        self._show_chosen()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self, contact: ContactView) -> None:
        if self._right.currentWidget() is self.form:
            self._right.setCurrentWidget(self.details)
            self._show_saved(contact)

    def _show_saved(self, contact: ContactView) -> None:
        if self.chosen_shelf is not Shelf.FAVOURITES or not self.content.starred(contact.id):
            self.shelf.set_chosen((Shelf.SHARED if contact.shared else Shelf.OWN).value)
        if self._query:
            self.want_search.emit("")
        self.refill()
        self.listing.choose(contact.id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- menus and files ---

    def show_menu(self, where: QPoint | QWidget) -> None:
        """What can be done with the chosen one: at a point, or under a button."""
        if self.chosen_key is None:
            return
        star = self.details.star.accessibleName()
        menu = self._menu = ContactMenu(star=star, editable=self._may_edit(), parent=self)
        menu.call_chosen.connect(self.call)
        menu.divert_chosen.connect(self.details.divert.click)
        menu.star_chosen.connect(self.star)
        menu.edit_chosen.connect(self.edit)
        menu.delete_chosen.connect(self.delete)
        menu.open_at(where)

    def _show_files(self) -> None:
        may_write = self.content.may_write(shared=self._sharing)
        self.file_ways.show_menu(self.files, shared=self._sharing, may_write=may_write)

    def begin_import(self, path: Path) -> None:
        """Show what a file would bring to the contacts that are shown."""
        self.listing.hide()
        self._right.setCurrentWidget(self.importing)
        self.importing.begin(ImportFile(path, shared=self._sharing))
        self.hints_changed.emit()

    def _imported(self, report: ImportReport | None) -> None:
        self.listing.setVisible(True)
        if self._right.currentWidget() is self.importing:
            self._right.setCurrentWidget(self.details)
        if report is not None:
            taken = sum(entry.taken for entry in report.entries)
            self.undo.offer(translate("Phonebook", "%n contact(s) imported", "", taken))
        self.refill()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
