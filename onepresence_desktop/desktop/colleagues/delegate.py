"""Paints a row of the list (design, section 7.3) and tells where its numbers and buttons are."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from onepresence_desktop.desktop import marks, texts
from onepresence_desktop.desktop.colleagues.model import ROW_ROLE
from onepresence_desktop.desktop.colleagues.outside import Outside, paint_outside
from onepresence_desktop.desktop.colleagues.rows import Dial, Head, PersonRow, Recent
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius, size
from onepresence_desktop.desktop.widgets import focus_ring, painters
from onepresence_desktop.desktop.widgets.presence_look import device_look
from onepresence_desktop.desktop.widgets.pulse import pulse
from onepresence_desktop.domain.people import DeviceKind
from onepresence_desktop.domain.presence import DeviceState, Presence

HEAD_HEIGHT = 28
INSET = 8
RIGHT_INSET = 2
GAP = 10
PILL_COLUMN, TITLE_COLUMN, NUMBER_COLUMN, END_COLUMN = 140, 122, 66, 104
NUMBER_FROM, WIDE_FROM = 520, 740
"""List widths from which the number, and title and department, have columns of their own."""
LEAST_BESIDE = 29
"""Room for the situation's icon and the beginning of a word, behind a name."""

SELECTED = QStyle.StateFlag.State_Selected.value
HOVERED = QStyle.StateFlag.State_MouseOver.value


class Spot(Enum):
    """What of a row can be clicked."""

    NUMBER = "number"
    CALL = "call"
    WAIT = "wait"
    MESSAGE = "message"
    DIVERT = "divert"
    STAR = "star"


class Places:
    """The rectangles of a person's row. dense: it is one line high; None: as high as `rect` is."""

    def __init__(self, rect: QRectF, *, dense: bool | None = None) -> None:
        self.dense = rect.height() < size("row.comfortable") if dense is None else dense
        wide = rect.width() >= WIDE_FROM
        self.row = rect.adjusted(INSET, 0, -RIGHT_INSET, 0)
        inner = self.row.adjusted(INSET, 0, -INSET, 0)
        right = inner.right()
        self.end = QRectF(right - END_COLUMN, inner.top(), END_COLUMN, inner.height())
        right -= END_COLUMN + GAP
        self.number = QRectF()
        if rect.width() >= NUMBER_FROM:
            self.number = QRectF(right - NUMBER_COLUMN, inner.top(), NUMBER_COLUMN, inner.height())
            right -= NUMBER_COLUMN + GAP
        self.title: QRectF | None = None
        if wide:
            self.title = QRectF(right - TITLE_COLUMN, inner.top(), TITLE_COLUMN, inner.height())
            right -= TITLE_COLUMN + GAP
        self.pill = QRectF(right - PILL_COLUMN, inner.top(), PILL_COLUMN, inner.height())
        right -= PILL_COLUMN + GAP
        face = 28 if self.dense else 36
        self.avatar = QRectF(inner.left(), inner.center().y() - face / 2, face, face)
        self.name = inner.adjusted(face + GAP, 0, right - inner.right(), 0)

    @property
    def line_below(self) -> QRectF:
        """Where the situation stands under the name."""
        return QRectF(self.name.left(), self.name.center().y() + 1, self.name.width(), 16)

    def line_beside(self, name: str) -> QRectF:
        """Where it stands behind the name; empty where a long name leaves no room."""
        left = self.name.left() + painters.width(name, fonts.font(weight=fonts.SEMIBOLD)) + GAP
        room = self.name.right() - left
        return QRectF(left, self.name.center().y() - 8, room if room >= LEAST_BESIDE else 0, 16)

    @property
    def buttons(self) -> dict[Spot, QRectF]:
        """Shown on the row under the pointer."""
        right, top = self.end.right() + 4, self.end.center().y() - 14
        spots = (Spot.CALL, Spot.MESSAGE, Spot.DIVERT, Spot.STAR)
        return {spot: QRectF(right - 28 * (4 - i), top, 28, 28) for i, spot in enumerate(spots)}

    def spot_at(self, point: QPoint, row: PersonRow) -> Spot | None:
        """What lies under the pointer; whoever is on the phone is called when both are free."""
        at = QPointF(point)
        for spot, rect in self.buttons.items():
            if rect.contains(at):
                return Spot.WAIT if spot is Spot.CALL and (row.can_wait or row.waits) else spot
        return Spot.NUMBER if self.number.contains(at) else None


class ColleagueDelegate(QStyledItemDelegate):
    """`query` is underlined in names, `digits` in numbers; `pointer` is where the mouse is, in the viewport.

    exposed: what of the viewport is painted now; None for all of it.
    """

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self.query = ""
        self.digits = ""
        self.pointer: QPoint | None = None
        self.exposed: QRect | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Asked by nobody: the view's rows have fixed heights."""
        return QSize(200, size("row.comfortable"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row."""
        row = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        widget: QWidget = option.widget
        ratio = widget.devicePixelRatioF()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Head):
            self._paint_head(painter, rect, row)
            painter.restore()
            return
        state: int = option.state.value  # a flag's own "&" takes twenty times as long, for each row
        selected = bool(state & SELECTED)
        hovered = bool(state & HOVERED)
        places = Places(rect)
        active = widget.isActiveWindow()
        by_key = selected and focus_ring.keyboard_used()
        self._paint_ground(painter, places.row, selected=selected, hovered=hovered, active=active, by_key=by_key)
        match row:
            case PersonRow():
                self._paint_person(painter, places, row, ratio, hovered=hovered, chosen=selected)
            case Dial():
                self._paint_dial(painter, places, row, ratio)
            case Recent():
                self._paint_recent(painter, places, row, ratio)
            case Outside():
                paint_outside(painter, places.avatar, places.name, places.row, row, self.query, self.digits, ratio)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, row: Head) -> None:
        font = fonts.font(fonts.Text.SMALL, fonts.SEMIBOLD)
        base = QRectF(rect.left() + 2 * INSET, rect.bottom() - 22, rect.width() - 32, 16)
        painters.text(painter, base, row.text, font, color(Color.TEXT_SECONDARY))
        if row.count:
            base.setLeft(base.left() + painters.width(row.text, font) + 6)
            painters.text(
                painter, base, row.count, fonts.font(fonts.Text.SMALL, tabular=True), color(Color.TEXT_TERTIARY)
            )

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, *, selected: bool, hovered: bool, active: bool, by_key: bool
    ) -> None:
        if selected or hovered:
            ground = Color.BG_HOVER
            if selected:
                ground = Color.BG_SELECTED if active else Color.BG_SELECTED_INACTIVE
            painter.setPen(QPen(color(Color.ACCENT_FOCUS), 1.5) if by_key and active else Qt.PenStyle.NoPen)
            painter.setBrush(color(ground))
            inset = 0.75 if by_key else 0.0
            painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), Radius.S, Radius.S)
        else:
            left = 46 if rect.height() < size("row.comfortable") else 54  # where names begin
            line = QRectF(rect.left() + left, rect.bottom() - 1, rect.width() - left - 8, 1)
            painter.fillRect(line, color(Color.LINE_SOFT))

    def _paint_person(
        self, painter: QPainter, places: Places, row: PersonRow, ratio: float, *, hovered: bool, chosen: bool
    ) -> None:
        if not self._name_alone(places):
            self._paint_beside_name(painter, places, row, ratio, hovered=hovered, chosen=chosen)
        line, icon, ink = row.line, row.line_icon, row.line_ink
        other = self._other_number(row)
        if places.title is None:
            if other:
                line, icon, ink = other, "", Color.TEXT_TERTIARY
            elif not line:
                line = " · ".join(part for part in (row.title, row.department) if part)
        self._paint_name(painter, places.name, row, bool(line) and not places.dense)
        room = places.line_beside(row.name) if places.dense else places.line_below
        if line and room.width() > 0:
            left = room.left()
            if icon:
                icons.paint(painter, icon, QRectF(left, room.top() + 2, 12, 12), color(ink), ratio)
                room.setLeft(left + 17)
            if row.short_line:  # where not even that has room its icon says it
                font = fonts.font(fonts.Text.SMALL)
                fitting = (each for each in (line, row.short_line) if painters.width(each, font) <= room.width())
                line = next(fitting, "")
            painters.text(painter, room, line, fonts.font(fonts.Text.SMALL), color(ink))
            if places.title is None and other:
                mark = marks.in_number(other, self.digits)
                self._underline(painter, room, other, fonts.font(fonts.Text.SMALL), mark)

    def _name_alone(self, places: Places) -> bool:
        """Whether nothing else of a row is out of date: while one types, names are underlined anew with each key."""
        part = self.exposed
        return part is not None and part.left() > places.avatar.right() and part.right() < places.pill.left()

    def _paint_beside_name(
        self, painter: QPainter, places: Places, row: PersonRow, ratio: float, *, hovered: bool, chosen: bool
    ) -> None:
        painters.avatar(painter, places.avatar, row.name, row.id, ratio, stale=row.stale)
        other = self._other_number(row)
        ringing = row.presence is Presence.RINGING and not row.stale
        painters.pill(
            painter,
            QPointF(places.pill.left(), places.pill.center().y()),
            row.presence,
            row.words,
            ratio,
            stale=row.stale,
            opacity=pulse().opacity if ringing else 1.0,
            room=PILL_COLUMN,
        )
        if places.title is not None and other:
            box = QRectF(places.title.left(), places.title.center().y() - 9, places.title.width(), 18)
            font = fonts.font(tabular=True)
            painters.text(painter, box, other, font, color(Color.TEXT_SECONDARY))
            self._underline(painter, box, other, font, marks.in_number(other, self.digits))
        elif places.title is not None:
            self._paint_title(painter, places.title, row)
        if not places.number.isEmpty():
            self._paint_number(painter, places.number, row.number, accent=hovered or chosen)
        if hovered:
            self._paint_buttons(painter, places, row, ratio)
        else:
            self._paint_end(painter, places.end, row, ratio)

    def _other_number(self, row: PersonRow) -> str:
        """The number in which the digits typed were found, when that isn't the local one."""
        if not self.digits or self.digits in row.number:
            return ""
        found = (texts.number(number) for number in row.others if self.digits in number)
        return next((shown for shown in found if marks.in_number(shown, self.digits)), "")

    def _paint_name(self, painter: QPainter, room: QRectF, row: PersonRow, with_line: bool) -> None:
        weight = fonts.MEDIUM if row.stale else fonts.SEMIBOLD
        font = fonts.font(weight=weight)
        middle = room.center().y()
        box = QRectF(room.left(), middle - 18 if with_line else middle - 9, room.width(), 18)
        ink = color(Color.TEXT_SECONDARY if row.stale else Color.TEXT_PRIMARY)
        painters.text(painter, box, row.name, font, ink)
        self._underline(painter, box, row.name, font, marks.in_text(row.name, self.query))

    def _underline(
        self, painter: QPainter, box: QRectF, words: str, font: QFont, place: tuple[int, int] | None
    ) -> None:
        if place is None:
            return
        start = box.left() + painters.width(words[: place[0]], font)
        wide = painters.width(words[slice(*place)], font)
        if start + wide <= box.right():
            painter.fillRect(QRectF(start, box.bottom() - 2, wide, 2), color(Color.ACCENT_TEXT))

    def _paint_title(self, painter: QPainter, room: QRectF, row: PersonRow) -> None:
        middle = room.center().y()
        font = fonts.font(fonts.Text.SMALL)
        if row.title and row.department:
            upper = QRectF(room.left(), middle - 16, room.width(), 16)
            painters.text(painter, upper, row.title, font, color(Color.TEXT_SECONDARY))
            lower = QRectF(room.left(), middle, room.width(), 16)
            painters.text(painter, lower, row.department, font, color(Color.TEXT_TERTIARY))
        else:
            words = row.title or row.department
            painters.text(painter, room, words, font, color(Color.TEXT_SECONDARY))

    def _paint_number(self, painter: QPainter, room: QRectF, number: str, *, accent: bool) -> None:
        font = fonts.font(tabular=True)
        head, tail = number[:3], number[3:]
        painters.text(painter, room, head, font, color(Color.TEXT_TERTIARY))
        rest = room.adjusted(painters.width(f"{head} ", font), 0, 8, 0)
        painters.text(painter, rest, tail, font, color(Color.ACCENT_TEXT if accent else Color.TEXT_SECONDARY))
        shown = f"{head} {tail}"
        box = QRectF(room.left(), room.center().y() - 9, room.width() + 8, 18)
        self._underline(painter, box, shown, font, marks.in_number(shown, self.digits))

    def _paint_end(self, painter: QPainter, room: QRectF, row: PersonRow, ratio: float) -> None:
        middle = room.center().y()
        if row.favourite:
            star = QRectF(room.right() - 17.5, middle - 7.5, 15, 15)
            icons.paint(painter, "star-filled", star, color(Color.ACCENT_TEXT), ratio)
        if row.waits:
            words, font = translate("Colleagues", "Undo"), fonts.font(fonts.Text.SMALL, fonts.MEDIUM)
            painters.text(painter, room.adjusted(0, 0, -32, 0), words, font, color(Color.TEXT_PRIMARY), painters.RIGHT)
            return
        for offset, state, kind in ((76, row.desk, DeviceKind.DESK), (50, row.mobile, DeviceKind.MOBILE)):
            shown = DeviceState.IDLE if row.stale and state is not None else state
            name, ink = device_look(kind if state is not None else None, shown or DeviceState.UNKNOWN)
            if row.stale:
                ink = Color.LINE_CONTROL
            icons.paint(painter, name, QRectF(room.right() - offset, middle - 9, 18, 18), color(ink), ratio)

    def _paint_buttons(self, painter: QPainter, places: Places, row: PersonRow, ratio: float) -> None:
        looks = {
            Spot.CALL: ("call", Color.AVAILABLE_TEXT),
            Spot.MESSAGE: ("message", Color.TEXT_SECONDARY),
            Spot.DIVERT: ("forward-to", Color.TEXT_SECONDARY),
            Spot.STAR: (
                "star-filled" if row.favourite else "star",
                Color.ACCENT_TEXT if row.favourite else Color.TEXT_SECONDARY,
            ),
        }
        if row.can_wait or row.waits:
            looks[Spot.CALL] = ("undo" if row.waits else "call-when-free", Color.ACCENT_TEXT)
        for spot, rect in places.buttons.items():
            if self.pointer is not None and rect.contains(QPointF(self.pointer)):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color(Color.BG_PRESSED))
                painter.drawRoundedRect(rect, Radius.S, Radius.S)
            name, ink = looks[spot]
            icons.paint(painter, name, rect.adjusted(6, 6, -6, -6), color(ink), ratio)

    def _paint_dial(self, painter: QPainter, places: Places, row: Dial, ratio: float) -> None:
        painters.avatar_icon(painter, places.avatar, "dialpad", ratio)
        self._two_lines(painter, places, texts.number(row.number), row.line, Color.TEXT_TERTIARY)
        at = QPointF(places.row.right() - 8 - painters.key_cap_width("Enter"), places.row.center().y())
        painters.key_cap(painter, at, "Enter")

    def _paint_recent(self, painter: QPainter, places: Places, row: Recent, ratio: float) -> None:
        painters.avatar_icon(painter, places.avatar, "call-missed" if row.missed else "history", ratio)
        ink = Color.DANGER_TEXT if row.missed else Color.TEXT_TERTIARY
        self._two_lines(painter, places, row.title, row.line, ink)

    def _two_lines(self, painter: QPainter, places: Places, first: str, second: str, ink: Color) -> None:
        left, middle = places.name.left(), places.name.center().y()
        wide = places.row.right() - 80 - left
        bold = fonts.font(weight=fonts.SEMIBOLD, tabular=True)
        painters.text(painter, QRectF(left, middle - 18, wide, 18), first, bold, color(Color.TEXT_PRIMARY))
        painters.text(
            painter, QRectF(left, middle + 1, wide, 16), second, fonts.font(fonts.Text.SMALL, tabular=True), color(ink)
        )
