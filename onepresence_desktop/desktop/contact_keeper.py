"""Keeps the phonebook as the service has it: asks for what changed, some at a time, whenever the stream tells of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from onepresence_desktop.client.phonebook import Phonebook
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.contact_search import ContactSearch
from onepresence_desktop.desktop.directory_search import DirectorySearch
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.wire.contacts import ContactChanges

REST_MS = 10
"""Between one answer and the next question: the window has its turn, twenty thousand contacts take a second."""
AGAIN_MS = 30_000
"""After a refusal, unless the stream tells of something before."""


class ContactKeeper(QObject):
    """Follows the session. Nothing is asked before `want`: a program in the tray alone needs no more than its copy, and
    while that is shown nothing is asked either, so that only what changed is sent.

    search: contacts as they can be found.
    """

    def __init__(self, session: Session, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self.search = ContactSearch(session, self, DirectorySearch(session, actions, self))
        self._wanted = False
        self._asking: set[bool] = set()
        session.reset.connect(self._look)
        session.contacts_changed.connect(self._own_told)
        session.shared_contacts_changed.connect(self._look)
        session.copy_shown.connect(self._look)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._look)

    def want(self) -> None:
        """From now on contacts are needed."""
        self._wanted = True
        self._look()

    def _own_told(self, _told: object) -> None:
        self._session.phonebook_changed.emit(None)
        self._look()

    def _look(self, _told: object = None) -> None:
        if not (self._wanted and self._session.mirror.live) or self._session.showing_copy:
            return
        for shared in (False, True):
            held, told = self._session.phonebook.shelf(shared=shared).version, self._told(shared)
            if told is not None and told != held and shared not in self._asking:
                self._ask(shared)

    def _ask(self, shared: bool) -> None:
        self._asking.add(shared)
        book = self._session.phonebook
        since = book.shelf(shared=shared).version
        told = self._told(shared)
        self._actions.ask(
            "contact_changes",
            lambda client: client.contact_changes(since, shared=shared),
            partial(self._answered, shared, told, book),
        )

    def _told(self, shared: bool) -> int | None:
        """Where contacts stand, as the stream told last."""
        stands = self._session.mirror.shared_contacts if shared else self._session.mirror.contacts
        return stands.version if stands is not None else None

    def _answered(
        self, shared: bool, before: int | None, book: Phonebook, answer: ContactChanges | OnePresenceError
    ) -> None:
        self._asking.discard(shared)
        if self._session.phonebook is not book:
            return  # somebody else has signed in meanwhile
        if isinstance(answer, OnePresenceError):
            self._again.start()
            return
        self._session.take_contacts(answer, shared=shared)
        if answer.more or self._told(shared) not in (before, answer.version):
            self._asking.add(shared)
            QTimer.singleShot(REST_MS, self, partial(self._ask, shared))
