"""The menus of a colleague's row or tile, and of a contact's row (spec 2.5)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.colleagues.standing import Standing
from onepresence_desktop.desktop.command_menus import add_command
from onepresence_desktop.desktop.commands_registry import message_to
from onepresence_desktop.desktop.directory_search import kept
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.texts import contacts as contact_words
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.wire.contacts import ContactView
from onepresence_desktop.wire.views import PersonView

MESSAGE_KEYS = "Ctrl+Enter"


class RowMenu(Menu):
    """Picking up and waiting are offered while there is a call, or somebody on the phone."""

    call_chosen = Signal(str)
    divert_chosen = Signal(str)
    pickup_chosen = Signal()
    wait_chosen = Signal()
    watch_chosen = Signal()
    message_chosen = Signal(str)
    copy_chosen = Signal(str)
    star_chosen = Signal()
    details_chosen = Signal()
    mail_chosen = Signal(str)

    def __init__(self, person: PersonView, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(person.name, parent=parent)
        number = person.local_number
        if standing.rings:
            self._row("answer", translate("Colleagues", "Pick up")).triggered.connect(self.pickup_chosen)
        self._row("call", translate("Colleagues", "Call"), "Enter").triggered.connect(
            lambda: self.call_chosen.emit(number)
        )
        if person.mobile:
            mobile = person.mobile
            row = self._row("device-mobile", translate("Colleagues", "Call the mobile"), texts.number(mobile))
            row.triggered.connect(lambda: self.call_chosen.emit(mobile))
        if standing.can_wait or standing.waiting is not None:
            words = translate("Colleagues", "Call when both are free")
            if standing.waiting is not None:
                words = translate("Colleagues", "Don't call when both are free")
            self._row("msg-callback", words).triggered.connect(self.wait_chosen)
        message = message_to(lambda: self.message_chosen.emit(person.id), MESSAGE_KEYS)
        add_command(self, message)
        divert = self._row("forward-to", translate("Colleagues", "Divert my phone to here"), "Ctrl+D")
        divert.triggered.connect(lambda: self.divert_chosen.emit(number))
        words = translate("Colleagues", "Tell me when free")
        if standing.watched:
            words = translate("Colleagues", "Don't tell me when free")
        watch = self._row("bell-off" if standing.watched else "bell", words)
        watch.setEnabled(standing.watched or standing.can_watch)
        watch.triggered.connect(self.watch_chosen)
        if person.email:
            address = person.email
            row = self._row("msg-email", translate("Colleagues", "Write an e-mail"), address)
            row.triggered.connect(lambda: self.mail_chosen.emit(address))
        self.addSeparator()
        details = self._row("id-card", translate("Colleagues", "Details"), "→")
        details.triggered.connect(self.details_chosen)
        copy = self._row("copy", translate("Colleagues", "Copy the number"), "Ctrl+C")
        copy.triggered.connect(lambda: self.copy_chosen.emit(number))
        starred = standing.starred
        words = translate("Colleagues", "Remove from favourites") if starred else translate("Colleagues", "Favourite")
        self._row("star-filled" if starred else "star", words, "Ctrl+B").triggered.connect(self.star_chosen)

    def _row(self, icon: str, words: str, right: str = "") -> QAction:
        return self.add_row(words, icon, right)


class OutsideMenu(Menu):
    """number: the one the row shows; it is copied and diverted to, and any can be called."""

    call_chosen = Signal(str)
    divert_chosen = Signal(str)
    message_chosen = Signal(str)
    copy_chosen = Signal(str)
    mail_chosen = Signal(str)
    details_chosen = Signal()

    def __init__(self, contact: ContactView, number: str, parent: QWidget | None = None) -> None:
        super().__init__(contact.name, parent=parent)
        for one in contact.numbers:
            words = translate("Colleagues", "Call: {kind}").format(kind=contact_words.phone_kind(one.kind))
            row = self.add_row(words, contact_words.PHONE_ICONS.get(one.kind, "call"), texts.number(one.number))
            row.triggered.connect(lambda _on=False, called=one.number: self.call_chosen.emit(called))
        for email in contact.emails[:1]:
            row = self.add_row(translate("Colleagues", "Write an e-mail"), "msg-email", email.address)
            row.triggered.connect(lambda _on=False, to=email.address: self.mail_chosen.emit(to))
        if number:
            message = message_to(lambda: self.message_chosen.emit(number), MESSAGE_KEYS)
            add_command(self, message)
            row = self.add_row(translate("Colleagues", "Divert my phone to here"), "forward-to", "Ctrl+D")
            row.triggered.connect(lambda: self.divert_chosen.emit(number))
        self.addSeparator()
        if kept(contact):
            row = self.add_row(translate("Colleagues", "Show in the phonebook"), "nav-phonebook", "→")
            row.triggered.connect(self.details_chosen)
        if number:
            row = self.add_row(translate("Colleagues", "Copy the number"), "copy", "Ctrl+C")
            row.triggered.connect(lambda: self.copy_chosen.emit(number))
