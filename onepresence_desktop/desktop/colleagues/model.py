"""The rows of the list, one column; people are ids, and a change of state touches only the rows in view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.colleagues.outside import Outside
from onepresence_desktop.desktop.colleagues.rows import Dial, Head, PersonRow, Recent, Row, person_row
from onepresence_desktop.desktop.colleagues.standing import wish_for
from onepresence_desktop.desktop.named_numbers import name_of_number
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The row itself: Head, Dial, Recent, Outside or PersonRow."""
Index = QModelIndex | QPersistentModelIndex


class ColleaguesModel(QAbstractTableModel):
    """mirror: where the truth is, asked each time since it may be replaced. now: the server's moment.

    watched: who is to be told of when free. told: what else is read out of a person ("" for nothing).
    """

    def __init__(
        self, mirror: Callable[[], Mirror], now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._mirror = mirror
        self._now = now
        self._rows: Sequence[Row] = []
        self._made: dict[UserId, PersonRow] = {}
        self._favourites: frozenset[UserId] = frozenset()
        self.watched: frozenset[UserId] = frozenset()
        self.told: Callable[[UserId], str] = lambda _user: ""

    # --- Qt's questions ---

    def rowCount(self, parent: Index | None = None) -> int:
        """Rows; none below a row."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """One."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, its words, or what is read out."""
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            more = self.told(row.id) if isinstance(row, PersonRow) else ""
            return f"{spoken(row)}, {more}" if more else spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads can't be chosen."""
        if not index.isValid() or isinstance(self._rows[index.row()], Head):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    # --- ours ---

    def row(self, place: int) -> Head | Dial | Recent | Outside | PersonRow:
        """What stands at a place."""
        row = self._rows[place]
        return self.person(UserId(row)) if isinstance(row, str) else row

    def person(self, user_id: UserId) -> PersonRow:
        """A person's row, made when first asked for."""
        made = self._made.get(user_id)
        if made is None:
            mirror = self._mirror()
            seen = mirror.presence.get(user_id)
            number = seen.destination if seen is not None else ""
            made = self._made[user_id] = person_row(
                mirror.people[user_id],
                seen,
                self._now(),
                favourite=user_id in self._favourites,
                confirmed_at=mirror.at,
                live=mirror.live,
                watched=user_id in self.watched,
                destination=name_of_number(mirror, number) if number else "",
                wish=wish_for(mirror, user_id),
            )
        return made

    def user_at(self, place: int) -> UserId | None:
        """Who stands at a place, or None."""
        row = self._rows[place] if 0 <= place < len(self._rows) else None
        return UserId(row) if isinstance(row, str) else None

    def users(self) -> Iterator[UserId]:
        """Everyone who has a row."""
        return (UserId(row) for row in self._rows if isinstance(row, str))

    def place_of(self, user_id: UserId) -> int | None:
        """Where a person stands."""
        try:
            return self._rows.index(user_id)
        except ValueError:
            return None

    def heads(self) -> list[int]:
        """Places of the heads; each tells how many rows it is over, so nothing is looked through."""
        places: list[int] = []
        place = 0
        while place < len(self._rows):
            row = self._rows[place]
            if not isinstance(row, Head):
                break
            places.append(place)
            place += row.over + 1
        return places

    def free_in(self, places: range) -> int | None:
        """How many people at these places are free; None while that isn't known for sure."""
        mirror = self._mirror()
        if not mirror.live:
            return None
        seen = (mirror.presence.get(user) for place in places if (user := self.user_at(place)) is not None)
        return sum(one is not None and one.presence is Presence.AVAILABLE for one in seen)

    def people_shown(self) -> int:
        """How many people were found, colleagues and contacts."""
        heads = (place for place in self.heads() if isinstance(self._rows[place + 1], str | Outside))
        return sum(row.found or row.over for place in heads if isinstance(row := self._rows[place], Head))

    def first_row(self) -> int | None:
        """The first place that can be chosen."""
        for place, row in enumerate(self._rows):
            if not isinstance(row, Head):
                return place
            if place > 8:
                break
        return None

    def show_rows(self, rows: Sequence[Row]) -> bool:
        """Show others; whether they are others at all."""
        if rows is self._rows or rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def set_favourites(self, favourites: Iterable[UserId]) -> None:
        """Whose star is filled."""
        self._favourites = frozenset(favourites)
        self._made.clear()

    def forget(self, user_ids: Iterable[UserId], seen: range) -> None:
        """States have changed: work out anew, and repaint those of them whose places are in view (`seen`)."""
        changed = set(user_ids)
        for user_id in changed:
            self._made.pop(user_id, None)
        run: int | None = None
        for place in range(seen.start, min(seen.stop, len(self._rows)) + 1):
            hit = place < min(seen.stop, len(self._rows)) and self._rows[place] in changed
            if hit and run is None:
                run = place
            elif not hit and run is not None:
                self.dataChanged.emit(self.index(run, 0), self.index(place - 1, 0), [ROW_ROLE])
                run = None

    def forget_all(self, seen: range) -> None:
        """Everything may read differently (language, connection)."""
        self._made.clear()
        last = min(seen.stop, len(self._rows)) - 1
        if last >= seen.start:
            self.dataChanged.emit(self.index(seen.start, 0), self.index(last, 0), [ROW_ROLE])


def spoken(row: Head | Dial | Recent | Outside | PersonRow) -> str:
    """A row as it is read out."""
    match row:
        case Head():
            return f"{row.text} {row.count}".strip()
        case Dial():
            return f"{texts.number(row.number)}, {row.line}"
        case Recent():
            return f"{row.title}, {row.line}"
        case PersonRow() | Outside():
            return row.spoken
