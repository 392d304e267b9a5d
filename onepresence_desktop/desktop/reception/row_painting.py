"""How a row of the reception's colleagues is painted: once, and as a picture from then on.

While somebody types, most of who was in view stays in view: only the line under what was typed is another. A picture is
let go when it hasn't been needed for a screenful or two, and all of them when the page is hidden.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from onepresence_desktop.desktop import marks, texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.reception.people import ROW_ROLE, Person
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color, current
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.gallery import gallery
from onepresence_desktop.desktop.widgets.presence_look import device_look
from onepresence_desktop.domain.people import DeviceKind
from onepresence_desktop.domain.presence import DeviceState

Index = QModelIndex | QPersistentModelIndex
ROW = 46
NUMBER, DEVICES, PILL = 70, 44, 150
FACE, NAME = 46, 110
"""Before the name, and the least that a name needs: the number gives way to it first, then the pill."""
SIDE = 28
"""Of a face."""
MOST_ROWS, MOST_PARTS = 40, 300
"""Pictures kept of whole rows (two screenfuls, 100 KiB each), and of faces and states, which many rows share."""
GROUNDS = (Color.BG_WINDOW, Color.BG_HOVER, Color.BG_SELECTED)
SELECTED, HOVERED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_MouseOver.value
"""As numbers: a flag's own "&" takes twenty times as long, for each row."""


class Kept:
    """Pictures by what they show; of more than `most` the one goes that was wanted longest ago."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._pictures: dict[object, QPixmap] = {}

    def picture(
        self, key: object, wide: float, high: float, ratio: float, ground: QColor, paint: Callable[[QPainter], object]
    ) -> QPixmap:
        """The one of `key`, painted when there is none; opaque, so that letters keep their sharpest edges."""
        found = self._pictures.pop(key, None)
        if found is None:
            found = QPixmap(ceil(wide * ratio), ceil(high * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(ground)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter)
            painter.end()
            while len(self._pictures) >= self._most:
                del self._pictures[next(iter(self._pictures))]
        self._pictures[key] = found
        return found

    def clear(self) -> None:
        """Let go of all."""
        self._pictures.clear()


class Places:
    """Where things are in a row of that width. end: where the name's room ends, and what is at the right begins."""

    def __init__(self, wide: float, row: Person) -> None:
        self.ground = QRectF(0, 0, wide, ROW).adjusted(8, 1, -8, -1)
        left, self.right, self.middle = self.ground.left(), self.ground.right() - 8, ROW / 2
        self.name = left + FACE
        self.pill = self.number = False
        self.end = self.right
        if row.user is not None:
            self.end -= DEVICES + 8
            room = self.end - self.name - NAME
            self.pill, self.number = room >= PILL, room >= PILL + NUMBER + 10
            self.end -= PILL if self.pill else 0
            self.end -= NUMBER + 10 if self.number else 0
        self.words = self.end - self.name - 8
        self.top = self.middle - (18 if row.line else 9)


class PeopleDelegate(QStyledItemDelegate):
    """Face, name and department over one line, state, number, phones. query: what is underlined."""

    query = ""

    def __init__(self) -> None:
        super().__init__()
        self._rows, self._parts = Kept(MOST_ROWS), Kept(MOST_PARTS)
        current().changed.connect(self.forget)

    def forget(self) -> None:
        """Let go of the pictures: colours or words are others, or nobody looks for a while."""
        self._rows.clear()
        self._parts.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Asked by nobody: rows have fixed heights."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row: its picture, and a line under what was typed."""
        row: Person = index.data(ROW_ROLE)
        rect, ratio = option.rect, option.widget.devicePixelRatioF()
        wide, state = rect.width(), option.state.value
        look = 2 if state & SELECTED else 1 if state & HOVERED else 0
        face = gallery().picture(row.user, round(SIDE * ratio)) if row.user is not None else None
        key, ground = (row, look, wide, ratio, face.cacheKey() if face is not None else 0), color(Color.BG_WINDOW)
        picture = self._rows.picture(
            key, wide, ROW, ratio, ground, lambda into: self._whole(into, Places(wide, row), row, look, ratio)
        )
        at = QPointF(rect.left(), _whole_pixel(rect.top(), ratio))
        painter.drawPixmap(at, picture)
        if self.query:
            self._underline(painter, at, Places(wide, row), row)

    def _whole(self, painter: QPainter, places: Places, row: Person, look: int, ratio: float) -> None:
        rect = places.ground
        if look:
            painter.setPen(QPen(color(Color.ACCENT_FOCUS), 1.5) if look == 2 else Qt.PenStyle.NoPen)
            painter.setBrush(color(GROUNDS[look]))
            painter.drawRoundedRect(rect.adjusted(0.75, 0, -0.75, 0), Radius.S, Radius.S)
        else:
            painter.fillRect(QRectF(rect.left() + 50, rect.bottom(), rect.width() - 58, 1), color(Color.LINE_SOFT))
        self._face(painter, row, look, ratio)
        if row.user is not None:
            self._state(painter, places, row, look, ratio)
            self._phones(painter, places, row, look, ratio)
        if places.number:
            tail = Color.ACCENT_TEXT if look == 2 else Color.TEXT_SECONDARY
            box = QRectF(places.end + PILL + 10, places.middle - 9, NUMBER, 18)
            font = fonts.font(tabular=True)
            painters.text(painter, box, texts.number(row.number), font, color(tail), painters.RIGHT)
        self._words(painter, places, row, ratio)

    def _face(self, painter: QPainter, row: Person, look: int, ratio: float) -> None:
        face = QRectF(16, ROW / 2 - SIDE / 2, SIDE, SIDE)
        user = row.user
        if user is None:
            painters.avatar_icon(painter, face, row.face, ratio)
        elif gallery().which(user):
            painters.avatar(painter, face, row.name, user, ratio, stale=row.stale)
        else:
            key = ("face", painters.initials(row.name), painters.tone(user), row.stale, look, ratio)
            inside = QRectF(0, 0, SIDE, SIDE)
            self._part(
                painter, key, face, look, ratio,
                lambda into: painters.avatar(into, inside, row.name, user, ratio, stale=row.stale),
            )  # fmt: skip

    def _state(self, painter: QPainter, places: Places, row: Person, look: int, ratio: float) -> None:
        if not places.pill:
            return
        high = painters.PILL_HEIGHT
        box = QRectF(places.end, places.middle - high / 2, PILL, high)
        self._part(
            painter, ("pill", row.presence, row.words, row.stale, look, ratio), box, look, ratio,
            lambda into: painters.pill(
                into, QPointF(0, high / 2), row.presence, row.words, ratio, stale=row.stale, room=PILL
            ),
        )  # fmt: skip

    def _phones(self, painter: QPainter, places: Places, row: Person, look: int, ratio: float) -> None:
        def both(into: QPainter) -> None:
            for left, state, kind in ((0, row.desk, DeviceKind.DESK), (24, row.mobile, DeviceKind.MOBILE)):
                name, ink = device_look(kind if state is not None else None, state or DeviceState.UNKNOWN)
                icons.paint(into, name, QRectF(left, 0, 16, 16), color(ink), ratio)

        box = QRectF(places.right - 42, places.middle - 8, 40, 16)
        self._part(painter, ("phones", row.desk, row.mobile, look, ratio), box, look, ratio, both)

    def _part(
        self, painter: QPainter, key: object, box: QRectF, look: int, ratio: float, paint: Callable[[QPainter], object]
    ) -> None:
        """What many rows show alike."""
        picture = self._parts.picture(key, box.width(), box.height(), ratio, color(GROUNDS[look]), paint)
        painter.drawPixmap(QPointF(_whole_pixel(box.left(), ratio), _whole_pixel(box.top(), ratio)), picture)

    def _words(self, painter: QPainter, places: Places, row: Person, ratio: float) -> None:
        bold, small = fonts.font(weight=fonts.SEMIBOLD), fonts.font(fonts.Text.SMALL)
        left, room, middle = places.name, places.words, places.middle
        painters.text(painter, QRectF(left, places.top, room, 18), row.name, bold, color(Color.TEXT_PRIMARY))
        wide = painters.width(row.name, bold) + 8
        beside = row.department
        if row.proposed:
            beside = " · ".join(part for part in (translate("Reception", "Proposed"), beside) if part)
        if beside and wide < room:
            ink = color(Color.ACCENT_TEXT if row.proposed else Color.TEXT_TERTIARY)
            painters.text(painter, QRectF(left + wide, places.top, room - wide, 18), beside, small, ink)
        if row.line:
            end = left + room
            if row.icon:
                icons.paint(painter, row.icon, QRectF(left, middle + 3, 12, 12), color(Color.TEXT_TERTIARY), ratio)
                left += 17
            painters.text(painter, QRectF(left, middle + 1, end - left, 16), row.line, small, color(row.ink))

    def _underline(self, painter: QPainter, at: QPointF, places: Places, row: Person) -> None:
        place = marks.in_text(row.name, self.query)
        if place is not None:
            font = fonts.font(weight=fonts.SEMIBOLD)
            start = painters.width(row.name[: place[0]], font)
            wide = painters.width(row.name[slice(*place)], font)
            if start + wide <= places.words:
                line = QRectF(at.x() + places.name + start, at.y() + places.top + 16, wide, 2)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.fillRect(line, color(Color.ACCENT_TEXT))
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _whole_pixel(place: float, ratio: float) -> float:
    """The nearest logical place that is a whole pixel of the screen."""
    return round(place * ratio) / ratio
