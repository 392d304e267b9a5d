"""The colleagues the reception finds: what their rows say, and how they are painted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.client.readings import presence_of
from onepresence_desktop.desktop import marks, texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.presence_look import device_look
from onepresence_desktop.domain.people import DeviceKind, UserId
from onepresence_desktop.domain.presence import DeviceState, Presence

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ROW = 46
NUMBER, DEVICES, PILL = 70, 44, 150
FACE, NAME = 46, 110
"""Before the name, and the least that a name needs: the number gives way to it first, then the pill."""


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

    def show_entries(self, entries: list[Person | UserId], proposed: Iterable[UserId] = ()) -> None:
        """Show others; of the same ones what is in view is painted anew."""
        now = frozenset(proposed)
        if entries == self._entries and now == self._proposed:
            self.forget()
            return
        self.beginResetModel()
        self._entries, self._proposed = entries, now
        self._made.clear()
        self.endResetModel()

    def forget_one(self, user: UserId) -> None:
        """Somebody is another; nobody else is painted anew."""
        self._made.pop(user, None)
        if (place := self.place_of(user)) >= 0:
            self.dataChanged.emit(self.index(place, 0), self.index(place, 0), [ROW_ROLE])

    def forget(self) -> None:
        """Anybody's state may be another."""
        self._made.clear()
        if self._entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._entries) - 1, 0), [ROW_ROLE])

    def place_of(self, user: UserId | None) -> int:
        """Where a colleague stands; -1 for nowhere."""
        return self._entries.index(user) if user is not None and user in self._entries else -1

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


class PeopleDelegate(QStyledItemDelegate):
    """Face, name and department over one line, state, number, phones. query: what is underlined."""

    query = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Asked by nobody: rows have fixed heights."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row: Person = index.data(ROW_ROLE)
        rect = QRectF(option.rect).adjusted(8, 1, -8, -1)
        ratio = option.widget.devicePixelRatioF()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(color(Color.ACCENT_FOCUS), 1.5) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.BG_SELECTED if chosen else Color.BG_HOVER))
            painter.drawRoundedRect(rect.adjusted(0.75, 0, -0.75, 0), Radius.S, Radius.S)
        else:
            painter.fillRect(QRectF(rect.left() + 50, rect.bottom(), rect.width() - 58, 1), color(Color.LINE_SOFT))
        face = QRectF(rect.left() + 8, rect.center().y() - 14, 28, 28)
        if row.user is None:
            painters.avatar_icon(painter, face, row.face, ratio)
        else:
            painters.avatar(painter, face, row.name, row.user, ratio, stale=row.stale)
        right = self._end(painter, rect, row, ratio, chosen=chosen)
        room = QRectF(rect.left() + FACE, rect.top(), right - rect.left() - FACE - 8, rect.height())
        self._words(painter, room, row, ratio)
        painter.restore()

    def _end(self, painter: QPainter, rect: QRectF, row: Person, ratio: float, *, chosen: bool) -> float:
        """Pill, number and phones; where they begin."""
        middle, right = rect.center().y(), rect.right() - 8
        if row.user is None:
            return right
        for offset, state, kind in ((42, row.desk, DeviceKind.DESK), (18, row.mobile, DeviceKind.MOBILE)):
            name, ink = device_look(kind if state is not None else None, state or DeviceState.UNKNOWN)
            icons.paint(painter, name, QRectF(right - offset, middle - 8, 16, 16), color(ink), ratio)
        right -= DEVICES + 8
        room = right - rect.left() - FACE - NAME
        if room < PILL:
            return right
        if room >= PILL + NUMBER + 10:
            font = fonts.font(tabular=True)
            tail = Color.ACCENT_TEXT if chosen else Color.TEXT_SECONDARY
            box = QRectF(right - NUMBER, middle - 9, NUMBER, 18)
            painters.text(painter, box, texts.number(row.number), font, color(tail), painters.RIGHT)
            right -= NUMBER + 10
        at = QPointF(right - PILL, middle)
        painters.pill(painter, at, row.presence, row.words, ratio, stale=row.stale, room=PILL)
        return right - PILL

    def _words(self, painter: QPainter, room: QRectF, row: Person, ratio: float) -> None:
        bold, small = fonts.font(weight=fonts.SEMIBOLD), fonts.font(fonts.Text.SMALL)
        middle = room.center().y()
        top = middle - 18 if row.line else middle - 9
        painters.text(painter, QRectF(room.left(), top, room.width(), 18), row.name, bold, color(Color.TEXT_PRIMARY))
        self._underline(painter, QRectF(room.left(), top, room.width(), 18), row.name, bold)
        wide = painters.width(row.name, bold) + 8
        beside = row.department
        if row.proposed:
            beside = " · ".join(part for part in (translate("Reception", "Proposed"), beside) if part)
        if wide < room.width():
            ink = color(Color.ACCENT_TEXT if row.proposed else Color.TEXT_TERTIARY)
            painters.text(painter, QRectF(room.left() + wide, top, room.width() - wide, 18), beside, small, ink)
        if row.line:
            left = room.left()
            if row.icon:
                icons.paint(painter, row.icon, QRectF(left, middle + 3, 12, 12), color(Color.TEXT_TERTIARY), ratio)
                left += 17
            box = QRectF(left, middle + 1, room.right() - left, 16)
            painters.text(painter, box, row.line, small, color(row.ink))

    def _underline(self, painter: QPainter, box: QRectF, words: str, font: QFont) -> None:
        place = marks.in_text(words, self.query)
        if place is not None:
            start = box.left() + painters.width(words[: place[0]], font)
            wide = painters.width(words[slice(*place)], font)
            if start + wide <= box.right():
                painter.fillRect(QRectF(start, box.bottom() - 2, wide, 2), color(Color.ACCENT_TEXT))
