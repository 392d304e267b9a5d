"""What can be done for a colleague, at their row: also where there is no room for the details (spec 11.2, 11.4)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.domain.diversion import Preset
from onepresence_desktop.domain.people import UserId


def add_diversions(menu: Menu, then: Callable[[str], None]) -> None:
    """Rows for the quick diversions that can be set for a colleague, and for opening their phone.

    then: with a preset's word, or "" for the phone to be opened.
    """
    for preset in Preset:
        name, time = texts.preset(preset)
        menu.add_row(name, "nav-divert", time).triggered.connect(lambda _on=False, word=preset.value: then(word))
    menu.addSeparator()
    menu.add_row(translate("Reception", "Open the phone"), "status-available").triggered.connect(lambda: then(""))


class ColleagueMenu(Menu):
    """message_wanted, mailbox_wanted, watched: the colleague. divert_wanted: the colleague and a preset's word, ""
    opens the phone. handing: somebody waits to be sent to them.
    """

    message_wanted = Signal()
    mailbox_wanted = Signal()
    watched = Signal()
    divert_wanted = Signal(str, str)

    def __init__(self, session: Session, watches: Watches, user: UserId, *, handing: bool, parent: QWidget) -> None:
        mirror = session.mirror
        person = mirror.people[user]
        super().__init__(person.name, parent=parent)
        note = mirror.reception_notes.get(user)
        if note is not None:
            self.add_head(translate("Reception", "Note for the reception"))
            self.add_note(note.note)
            self.addSeparator()
        self.add_row(
            translate("Reception", "To the mailbox"), "msg-voicemail", enabled=handing and mirror.live
        ).triggered.connect(self.mailbox_wanted)
        self.add_row(translate("Reception", "Send a message"), "message").triggered.connect(self.message_wanted)
        can_watch = watches.can_watch(user) and user not in watches.users
        self.add_row(translate("Reception", "Tell me when free"), "bell", enabled=can_watch).triggered.connect(
            self.watched
        )
        if mirror.live:
            self.addSeparator()
            self.add_head(translate("Reception", "Divert {name}…").format(name=person.name.split()[0]))
            add_diversions(self, lambda word: self.divert_wanted.emit(user, word))
