"""Paints a row of the day board: who, the state with its end, and the time line (design, section 7.18)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.colleagues.day_board import DayBoard
from onepresence_desktop.desktop.colleagues.day_scale import Scale
from onepresence_desktop.desktop.colleagues.delegate import HOVERED, INSET, SELECTED, ColleagueDelegate
from onepresence_desktop.desktop.colleagues.model import ROW_ROLE, ColleaguesModel
from onepresence_desktop.desktop.colleagues.rows import Head, PersonRow
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import focus_ring, painters
from onepresence_desktop.domain.diversion import Origin, Reason
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.schedules import AbsenceView

ROW_HEIGHT = 40
LINE_LEFT, NARROW_LEFT, NARROW_BELOW = 342, 236, 640
"""Where the time line begins, and in a narrow list; and how wide that is."""
LINE_RIGHT = 16
PILL_COLUMN = 132
BLOCK_HEIGHT = 24
GLYPH_FROM = 22
"""Width of a block from which its glyph fits."""


def line_room(width: float) -> tuple[float, float]:
    """Where the time line begins and ends in a list of that width."""
    return (LINE_LEFT if width >= NARROW_BELOW else NARROW_LEFT), width - LINE_RIGHT


class DayDelegate(ColleagueDelegate):
    """The list's ground and heads, another row."""

    def __init__(self, parent: QTableView, model: ColleaguesModel, board: DayBoard) -> None:
        super().__init__(parent)
        self._people, self._board = model, board
        self._next_back: dict[int, str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Asked by nobody: the view's rows have fixed heights."""
        return QSize(200, ROW_HEIGHT)

    def forget_heads(self) -> None:
        """States have changed: who is back next is worked out anew."""
        self._next_back.clear()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row; what is no person is painted as in the list."""
        row, rect = index.data(ROW_ROLE), QRectF(option.rect)
        if isinstance(row, Head):
            super().paint(painter, option, index)
            self._paint_head_end(painter, rect, row, index.row())
            return
        if not isinstance(row, PersonRow):
            super().paint(painter, option, index)
            return
        ratio = option.widget.devicePixelRatioF()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state: int = option.state.value
        selected = bool(state & SELECTED)
        place = rect.adjusted(INSET, 0, -2, 0)
        self._paint_ground(
            painter,
            place,
            selected=selected,
            hovered=bool(state & HOVERED),
            active=option.widget.isActiveWindow(),
            by_key=selected and focus_ring.keyboard_used(),
        )
        self._paint_who(painter, rect, row, ratio)
        painter.save()
        self._paint_line(painter, rect, row, ratio)
        painter.restore()
        if selected and focus_ring.keyboard_used() and option.widget.isActiveWindow():
            painter.setPen(QPen(color(Color.ACCENT_FOCUS), 1.5))  # again: what lies on the line is as high as the row
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(0.75, 0.75, -0.75, -0.75), Radius.S, Radius.S)
        painter.restore()

    def _paint_head_end(self, painter: QPainter, rect: QRectF, head: Head, place: int) -> None:
        """How many are free, and who is back next."""
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        right, top = rect.right() - LINE_RIGHT, rect.bottom() - 22
        under = range(place + 1, place + 1 + head.over)
        if place not in self._next_back:
            users = [user for each in under if (user := self._people.user_at(each)) is not None]
            self._next_back[place] = self._board.next_back(users)
        words = self._next_back[place]
        if words:
            wide = painters.width(words, small)
            box = QRectF(right - wide - 1, top, wide + 2, 16)
            painters.text(painter, box, words, small, color(Color.TEXT_SECONDARY))
            right -= wide + 14
        free = self._people.free_in(under)
        if free is None or not self._board.is_today:
            return
        said = translate("Colleagues", "%n free", "", free)
        wide = painters.width(said, small)
        box = QRectF(right - wide - 1, top, wide + 2, 16)
        painters.text(painter, box, said, small, color(Color.AVAILABLE_TEXT))
        spot = QRectF(right - wide - 17, top + 3, 10, 10)
        ratio = self._ratio()
        painters.glyph(painter, spot, Presence.AVAILABLE, ratio)

    def _ratio(self) -> float:
        parent = self.parent()
        return parent.devicePixelRatioF() if isinstance(parent, QTableView) else 1.0

    def _paint_who(self, painter: QPainter, rect: QRectF, row: PersonRow, ratio: float) -> None:
        left, _right = line_room(rect.width())
        middle = rect.center().y()
        painters.avatar(painter, QRectF(16, middle - 14, 28, 28), row.name, row.id, ratio, stale=row.stale)
        shown = self._board.state(row)
        narrow = left < LINE_LEFT
        pill = 0.0 if narrow else PILL_COLUMN
        name = QRectF(54, middle - 9, left - 54 - pill - 10, 18)
        ink = color(Color.TEXT_SECONDARY if row.stale else Color.TEXT_PRIMARY)
        font = fonts.font(weight=fonts.MEDIUM if row.stale else fonts.SEMIBOLD)
        painters.text(painter, name, row.name, font, ink)
        if narrow:
            return
        at = QPointF(left - pill - 6, middle)
        if shown is not None:
            presence, words = shown
            painters.pill(painter, at, presence, words, ratio, stale=row.stale, room=pill)
        else:
            room = QRectF(at.x() + 6, middle - 9, pill, 18)
            words = self._board.comes_in(row.id)
            painters.text(painter, room, words, fonts.font(fonts.Text.SMALL, tabular=True), color(Color.TEXT_TERTIARY))

    def _paint_line(self, painter: QPainter, rect: QRectF, row: PersonRow, ratio: float) -> None:
        left, right = line_room(rect.width())
        scale = self._board.scale(right - left)
        painter.setClipRect(QRectF(left, rect.top(), right - left, rect.height()))
        painter.translate(left, rect.top())
        found = self._board.row(row.id)
        room = QRectF(0, 0, right - left, rect.height() - 1)
        if found is not None and (found.work or found.off):
            off = color(Color.BG_SIDEBAR)
            edges = [(scale.x(w.starts_at), scale.x(w.until)) for w in found.work]
            for begin, end in _gaps(edges, scale.width):
                painter.fillRect(QRectF(begin, 0, end - begin, room.height()), off)
        self._paint_grid(painter, scale, room.height())
        now = self._board.now()
        if scale.shows(now):
            x, pen = scale.x(now), QPen(color(Color.ACCENT_SOLID), 2)
            if row.stale:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(x, 0), QPointF(x, rect.height()))
        if found is None:
            painters.skeleton(painter, QRectF(12, rect.height() / 2 - 6, min(160, room.width() / 3), 12))
            return
        for absence in found.absences:
            self._paint_block(painter, scale, absence, rect.height(), now, ratio)

    def _paint_grid(self, painter: QPainter, scale: Scale, height: float) -> None:
        soft = color(Color.LINE_SOFT)
        if scale.days == 1:
            for hour in range(scale.opens, scale.closes + 1):
                painter.fillRect(QRectF(round(scale.hour(hour)), 0, 1, height), soft)
        else:
            for number in range(scale.days):
                painter.fillRect(QRectF(round(scale.day_left(number)), 0, 1, height), color(Color.LINE_HAIRLINE))

    def _paint_block(
        self, painter: QPainter, scale: Scale, absence: AbsenceView, height: float, now: datetime, ratio: float
    ) -> None:
        piece = scale.piece(absence.starts_at, absence.until)
        if piece is None:
            return
        ground, ink, edge = _look(absence, over=absence.until <= now)
        rect = QRectF(piece.left + 0.5, (height - BLOCK_HEIGHT) / 2, piece.right - piece.left - 1, BLOCK_HEIGHT)
        if piece.cut_left:
            rect.setLeft(-8)
        if piece.cut_right:
            rect.setRight(scale.width + 8)
        painter.setPen(QPen(color(edge), 1) if edge is not None else Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Radius.XS, Radius.XS)
        left, right = max(rect.left(), 0.0), min(rect.right(), scale.width)
        if right - left < GLYPH_FROM:
            painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), color(ink))
            return
        font = fonts.font(fonts.Text.SMALL)
        words = texts.diversion_name(absence.title, absence.reason)
        wide = painters.width(words, font)
        fits = 8 + 14 + 6 + wide + 6 <= right - left
        icon = texts.REASON_ICONS[absence.reason]
        spot = left + 8 if fits else (left + right) / 2 - 7
        icons.paint(painter, icon, QRectF(spot, height / 2 - 7, 14, 14), color(ink), ratio)
        if fits:
            painters.text(painter, QRectF(spot + 20, height / 2 - 8, wide + 2, 16), words, font, color(ink))
        if absence.origin is Origin.SCHEDULE and fits and right - left > wide + 60:
            icons.paint(painter, "repeat", QRectF(right - 20, height / 2 - 6, 12, 12), color(ink), ratio)


def _look(absence: AbsenceView, *, over: bool) -> tuple[Color, Color, Color | None]:
    """Ground, ink and edge."""
    if over:
        return Color.BG_TRACK, Color.TEXT_SECONDARY, None
    if absence.reason is Reason.DO_NOT_DISTURB:
        return Color.DND_TINT, Color.DND_TEXT, None
    if absence.origin is Origin.CALENDAR:
        return Color.MEETING_TINT, Color.MEETING_TEXT, None
    if absence.reason is Reason.HOME_OFFICE:
        return Color.BG_WINDOW, Color.TEXT_SECONDARY, Color.LINE_STRONG
    return Color.DIVERTED_TINT, Color.DIVERTED_TEXT, None


def _gaps(stretches: list[tuple[float, float]], width: float) -> list[tuple[float, float]]:
    found, before = [], 0.0
    for begin, end in sorted(stretches):
        if begin > before:
            found.append((before, begin))
        before = max(before, end)
    return [*found, (before, width)] if before < width else found
