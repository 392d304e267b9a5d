"""The list of people in administration: everyone, closed ones too, by name."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop import alphabet
from onepresence_desktop.desktop.languages import language_in_use
from onepresence_desktop.domain.finding import found_in
from onepresence_desktop.domain.people import Role, UserId
from onepresence_desktop.wire.views import PersonView

Index = QModelIndex | QPersistentModelIndex
PERSON = Qt.ItemDataRole.UserRole + 1


def spaced(local_number: str) -> str:
    """A local number as it is read: customer code, then the last four."""
    return f"{local_number[:-4]} {local_number[-4:]}".strip()


def next_number(code: str, people: Iterable[str], groups: Iterable[str]) -> str:
    """A local number to propose for somebody new: the first free one after those of the company's people; "" for none.

    code: the customer code, with which all of these begin.
    """
    of_people = {number for number in people if number.startswith(code) and number[len(code) :].isdigit()}
    if not code or not of_people:
        return ""
    taken = {*of_people, *groups}
    highest = max(int(number[len(code) :]) for number in of_people)
    free = (f"{code}{number:04}" for number in range(highest + 1, 10_000))
    return next((number for number in free if number not in taken), "")


def proposed_number(mirror: Mirror, code: str) -> str:
    """A local number for somebody new in the company as it is now."""
    people, groups = mirror.people.values(), mirror.groups.values()
    return next_number(code, (person.local_number for person in people), (group.local_number for group in groups))


def holder(mirror: Mirror, typed: str, person: PersonView | None) -> str:
    """Which colleague or group has a local number, as it is typed for a person; "" where it is theirs, or free."""
    number = "".join(c for c in typed if c.isdigit())
    own = person.id if person is not None else None
    people = (one.name for one in mirror.people.values() if one.local_number == number and one.id != own)
    groups = (one.name for one in mirror.groups.values() if one.local_number == number)
    return next(people, "") or next(groups, "")


class PeopleModel(QAbstractTableModel):
    """One row per person; role PERSON gives the `PersonView`."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[PersonView] = []
        self._shown: list[PersonView] = []
        self._query = ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The person, or what a screen reader says of him."""
        person = self._shown[index.row()]
        if role == PERSON:
            return person
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (person.name, spaced(person.local_number), person.department) if part)
        return None

    def set_people(self, people: Iterable[PersonView]) -> None:
        """Show these."""
        self._all = sorted(
            people, key=lambda person: (alphabet.order(person.name, language_in_use()), person.local_number)
        )
        self._show()

    def search(self, text: str) -> None:
        """Only those whose name, number, title or department holds the text."""
        self._query = text.strip()
        self._show()

    def row_of(self, user_id: UserId | None) -> int:
        """Where a person is shown, or -1."""
        return next((row for row, person in enumerate(self._shown) if person.id == user_id), -1)

    def alone(self, user_id: UserId | None) -> bool:
        """Whether he is the only one who can administer: nobody could let him in again."""
        able = [person.id for person in self._all if person.role is Role.ADMINISTRATOR and not person.closed]
        return able == [user_id]

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = [
            person
            for person in self._all
            if found_in(
                self._query,
                f"{person.name} {person.title} {person.department}",
                (person.local_number, person.one_number or "", person.mobile or ""),
            )
        ]
        self.endResetModel()
