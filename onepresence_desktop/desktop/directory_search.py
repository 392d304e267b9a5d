"""People of the company's directories, asked of the service while one types (spec 8.3), as contacts that nobody keeps.

What was found for a shorter text is shown, as far as it fits, until the answer for the longer one is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.phonebook import ContactId, found_by, search_key
from onepresence_desktop.wire.contacts import ContactView

if TYPE_CHECKING:
    from onepresence_desktop.wire.directories import DirectoryPersonView

TYPING_MS = 120
"""After the last key, before the service is asked."""

FEWEST = 2
"""Characters that are searched for."""

REMEMBERED_MS = 60_000
"""How long answers are good for."""

_PLACE = "directory/"
"""How the ids of directories' people begin."""


def kept(contact: ContactView) -> bool:
    """Whether it stands in a phonebook, where it can be shown and changed."""
    return not contact.id.startswith(_PLACE)


class DirectorySearch(QObject):
    """Nothing is asked while the company has no directory. changed: more can be found for what was asked last."""

    changed = Signal()

    def __init__(self, session: Session, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self._answers: dict[str, list[ContactView]] = {}
        self._wanted = ""
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self._forgetting = QTimer(self)
        self._forgetting.setSingleShot(True)
        self._forgetting.setInterval(REMEMBERED_MS)
        self._forgetting.timeout.connect(self._answers.clear)
        session.reset.connect(self._answers.clear)

    def find(self, query: str) -> list[ContactView]:
        """Whom a text finds, as far as it is known; the rest is asked for."""
        wanted, stands = query.strip().casefold(), self._session.mirror.shared_contacts
        if len(wanted) < FEWEST or stands is None or not stands.directories:
            return []
        if (found := self._answers.get(wanted)) is not None:
            return found
        if self._session.mirror.live and wanted != self._wanted:
            self._wanted = wanted
            self._typing.start()
        return self._of_shorter(wanted)

    def _of_shorter(self, wanted: str) -> list[ContactView]:
        for size in range(len(wanted) - 1, FEWEST - 1, -1):
            if (found := self._answers.get(wanted[:size].strip())) is not None:
                return [one for one in found if found_by(search_key(one), wanted)]
        return []

    def _ask(self) -> None:
        wanted = self._wanted
        self._actions.ask("directory", lambda client: client.search_directory(wanted), partial(self._answered, wanted))

    def _answered(self, wanted: str, answer: Sequence[DirectoryPersonView] | OnePresenceError) -> None:
        if wanted == self._wanted:
            self._wanted = ""
        people = [] if isinstance(answer, OnePresenceError) else answer
        if not self._answers:
            self._forgetting.start()
        self._answers[wanted] = [_contact(person) for person in people if self._is_new(person)]
        self.changed.emit()

    def _is_new(self, person: DirectoryPersonView) -> bool:
        return all(self._session.phonebook.whose(one.number) is None for one in person.numbers)


def _contact(person: DirectoryPersonView) -> ContactView:
    return ContactView(
        id=ContactId(f"{_PLACE}{person.directory}/{person.id}"),
        name=person.name,
        company=person.company,
        title=person.title,
        numbers=person.numbers,
        emails=person.emails,
        note="",
        shared=True,
        favourite=False,
    )


def name_of(number: str, people: Sequence[DirectoryPersonView]) -> str:
    """Whose number it is, among those whom a search for it found; their company where several have it, "" for nobody's.

    A search finds also those in whose numbers its digits stand.
    """
    holders = [one for one in people if any(each.number == number for each in one.numbers)]
    if not holders:
        return ""
    first, *others = holders
    shared = first.company if others and all(one.company == first.company for one in others) else ""
    return shared or first.name
