"""The colleagues the reception finds: what their rows say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.client.readings import presence_of
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.domain.people import DeviceKind, UserId
from onepresence_desktop.domain.presence import DeviceState, Presence

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Person:
    """A colleague's row. line: diversion, meeting or the note for the reception; proposed: the service suggests them.

    user None: a number that was typed, or a group, with `number` as it is dialled and `face` as its icon.
    """

    user: UserId | None
    name: str
    number: str
    department: str = ""
    presence: Presence = Presence.UNKNOWN
    words: str = ""
    line: str = ""
    ink: Color = Color.TEXT_SECONDARY
    icon: str = ""
    desk: DeviceState | None = None
    mobile: DeviceState | None = None
    proposed: bool = False
    stale: bool = False
    face: str = "dialpad"


def person(mirror: Mirror, user_id: UserId, now: datetime, *, proposed: bool = False) -> Person:
    """The row of a colleague."""
    who, seen = mirror.people[user_id], mirror.presence.get(user_id)
    presence = presence_of(mirror, user_id)
    line, ink, icon = away(mirror, user_id, now), Color.TEXT_SECONDARY, ""
    if line:
        ink = Color.DIVERTED_TEXT if seen is not None and seen.reason is not None else Color.MEETING_TEXT
    elif (note := mirror.reception_notes.get(user_id)) is not None:
        line, icon = note.note, "note"
    states = {device.kind: device.state for device in seen.devices} if seen is not None else {}
    return Person(
        user_id,
        who.name,
        who.local_number,
        who.department,
        presence,
        texts.presence(presence),
        line,
        ink,
        icon,
        states.get(DeviceKind.DESK, states.get(DeviceKind.SOFTPHONE)),
        states.get(DeviceKind.MOBILE),
        proposed,
        not mirror.live,
    )


def away(mirror: Mirror, user_id: UserId, now: datetime) -> str:
    """Why somebody can't be reached for a while, in words; "" when that isn't so."""
    seen = mirror.presence.get(user_id)
    if seen is None:
        return ""
    if seen.reason is not None:
        words = f"{texts.diversion_name(seen.title, seen.reason)} {texts.until(seen.until, now)}"
        return f"{words} – {seen.note}" if seen.note else words
    if seen.meeting_until is not None:
        return translate("Reception", "Meeting {until}").format(until=texts.until(seen.meeting_until, now))
    return ""


class PeopleModel(QAbstractTableModel):
    """One column of colleagues, by id, of groups and a number typed; what a row says is worked out when it is seen.

    make: the row of a colleague, and whether they are proposed.
    """

    def __init__(self, make: Callable[[UserId, bool], Person]) -> None:
        super().__init__()
        self._make = make
        self._entries: list[Person | UserId] = []
        self._proposed: frozenset[UserId] = frozenset()
        self._made: dict[UserId, Person] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, or what a screen reader says of it."""
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (row.name, row.words, row.line, row.department, texts.number(row.number))
            return ", ".join(part for part in parts if part)
        return None

    def row(self, place: int) -> Person:
        """What stands at a place."""
        entry = self._entries[place]
        if isinstance(entry, Person):
            return entry
        made = self._made.get(entry)
        if made is None:
            made = self._made[entry] = self._make(entry, entry in self._proposed)
        return made

    def show_entries(
        self, entries: list[Person | UserId], proposed: Iterable[UserId] = (), *, same: bool = False
    ) -> None:
        """Show others; of the same ones what is in view is painted anew.

        same: nobody's state is another, as while somebody types; what has been worked out of them stands.
        """
        now = frozenset(proposed)
        if not same:
            self._made.clear()
        elif now != self._proposed:
            for user in now ^ self._proposed:
                self._made.pop(user, None)
        if entries == self._entries and now == self._proposed:
            self._all_changed()
            return
        self.beginResetModel()
        self._entries, self._proposed = entries, now
        self.endResetModel()

    def forget_one(self, user: UserId) -> None:
        """Somebody is another; nobody else is painted anew."""
        self._made.pop(user, None)
        if (place := self.place_of(user)) >= 0:
            self.dataChanged.emit(self.index(place, 0), self.index(place, 0), [ROW_ROLE])

    def forget(self) -> None:
        """Anybody's state may be another."""
        self._made.clear()
        self._all_changed()

    def _all_changed(self) -> None:
        if self._entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._entries) - 1, 0), [ROW_ROLE])

    def place_of(self, user: UserId | None) -> int:
        """Where a colleague stands; -1 for nowhere."""
        try:
            return self._entries.index(user) if user is not None else -1
        except ValueError:
            return -1

    def place_of_same(self, row: Person) -> int:
        """Where whoever or whatever a row was about stands now; -1 for nowhere."""
        if row.user is not None:
            return self.place_of(row.user)
        same = (
            place
            for place, entry in enumerate(self._entries)
            if isinstance(entry, Person) and entry.number == row.number
        )
        return next(same, -1)
