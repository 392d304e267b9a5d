"""The week, painted: absences as blocks on seven days; dragged with the pointer, walked through with the keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from onepresence_desktop.desktop.diversion.schedule import week, words
from onepresence_desktop.desktop.diversion.schedule.painting import GUTTER, HOUR, WeekPainter
from onepresence_desktop.desktop.diversion.schedule.week import DAY, Block
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets import focus_ring
from onepresence_desktop.desktop.widgets.week_columns import columns

STEP, KEY_STEP = 15, 30
"""Minutes that the pointer and the arrow keys move by."""
EDGE = 6
"""Pixels at both ends of a block by which its beginning and end are dragged."""
FIRST_HOUR, MORNINGS = 7, (7, 12)
"""The hour at the top at first; hours at which work begins without another one standing there."""
NEW_LENGTH = 60
"""Minutes of what is made by a double click or by N."""


@dataclass(slots=True)
class Drag:
    """What the pointer is at. block None: something new. top, bottom: which end follows the pointer."""

    block: Block | None
    day: int
    begin: int
    end: int
    grip: int
    top: bool
    bottom: bool
    at: QPoint
    moved: bool = False


class WeekGrid(QAbstractScrollArea):
    """opened: a block was clicked (block, its place on the screen). made: a free stretch was marked (day, from, to in
    minutes). moved: a block was dragged (block, day, from, to). removed: Del on a block. weeks: so many on or back.

    today_wanted: T. Days count from 0, the Monday.
    """

    accessible_role = QAccessible.Role.Canvas

    opened = Signal(object, QRect)
    made = Signal(int, int, int)
    moved = Signal(object, int, int, int)
    removed = Signal(object)
    weeks = Signal(int)
    today_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.monday = date(2001, 1, 1)
        self.blocks: list[Block] = []
        self.work: list[list[tuple[int, int]]] = []
        self.now: tuple[int, int] | None = None
        self.day, self.minute, self.length = 0, 8 * 60, KEY_STEP
        self._anchor = self.minute
        self._drag: Drag | None = None
        self._edges_of: tuple[int, list[float]] = (-1, [])
        self.readonly = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(HOUR // 2)
        self._top_hour = FIRST_HOUR
        self.verticalScrollBar().setValue(FIRST_HOUR * HOUR)
        self._scrolled = False

    # --- what is shown ---

    def show_week(
        self,
        monday: date,
        blocks: Sequence[Block],
        *,
        work: list[list[tuple[int, int]]],
        now: tuple[int, int] | None,
    ) -> None:
        """work: working hours of each day in minutes; empty where none are used. now: day and minute, in this week."""
        if monday != self.monday:
            self._drag = None
        self.monday, self.blocks, self.work, self.now = monday, list(blocks), work, now
        self._tell()
        self.viewport().update()

    def begin_with(self, begins: Iterable[time]) -> None:
        """Where work begins early or late, an hour before that stands at the top once the hours are known."""
        earliest = min((begin.hour for begin in begins), default=FIRST_HOUR)
        top = FIRST_HOUR if MORNINGS[0] <= earliest < MORNINGS[1] else max(0, earliest - 1)
        if top != self._top_hour:
            self._top_hour = top
            self.verticalScrollBar().setValue(top * HOUR)

    def set_now(self, now: tuple[int, int] | None) -> None:
        """The line has moved on."""
        if now != self.now:
            self.now = now
            self.viewport().update()

    @property
    def current(self) -> Block | None:
        """The block at the cursor."""
        return week.at(self.blocks, self.day, self.minute)

    def go_to(self, day: int, minute: int, length: int = KEY_STEP) -> None:
        """Put the cursor there."""
        self.day, self.minute, self.length = day, max(0, min(DAY - length, minute)), length
        self._anchor = self.minute
        self._into_view(self.minute, self.minute + self.length)
        self._tell()
        self.viewport().update()

    def rect_of(self, block: Block) -> QRectF:
        """Of a block, in the viewport."""
        edges = self.edges()
        left, right = edges[block.day], edges[block.day + 1]
        share = (right - left - 6) / block.lanes
        top, bottom = self._y(block.begin), self._y(max(block.end, block.begin + week.SHORTEST))
        return QRectF(left + 3 + share * block.lane, top + 1, share - (2 if block.lanes > 1 else 0), bottom - top - 2)

    def edges(self) -> list[float]:
        """Left edges of the days and the right edge of the last, in the viewport."""
        wide = self.viewport().width()
        if wide != self._edges_of[0]:
            self._edges_of = wide, [GUTTER + x for x in columns(wide - GUTTER)]
        return self._edges_of[1]

    def place_of(self, block: Block) -> QRect:
        """Of a block, on the screen."""
        rect = self.rect_of(block).toRect()
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def _y(self, minute: float) -> float:
        return minute * HOUR / 60 - self.verticalScrollBar().value()

    def _minute_at(self, y: float) -> int:
        raw = (y + self.verticalScrollBar().value()) * 60 / HOUR
        return max(0, min(DAY, round(raw)))

    def _day_at(self, x: float) -> int:
        edges = self.edges()
        return next((day for day in range(6, -1, -1) if x >= edges[day]), 0)

    def _under(self, at: QPointF) -> Block | None:
        found = [block for block in self.blocks if self.rect_of(block).contains(at)]
        return found[-1] if found else None

    def _into_view(self, begin: int, end: int) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height()
        top, bottom = begin * HOUR // 60, end * HOUR // 60
        if top < bar.value():
            bar.setValue(top - 8)
        elif bottom > bar.value() + high:
            bar.setValue(bottom - high + 8)

    def _tell(self) -> None:
        """Say to a screen reader where the cursor is and what lies there."""
        day = self.monday + timedelta(days=self.day)
        block = self.current
        there = block.entry.spoken if block is not None else translate("Schedule", "free")
        self.setAccessibleName(f"{words.day_name(day)} {self.minute // 60:02}:{self.minute % 60:02}, {there}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of the day is seen."""
        super().resizeEvent(event)
        bar, high = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(high)
        bar.setRange(0, max(0, 24 * HOUR - high))
        if not self._scrolled and high > 100:
            self._scrolled = True
            bar.setValue(self._top_hour * HOUR)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint what comes into view."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The whole of it: some dozens of blocks are painted faster than it is worked out which have changed."""
        painter = WeekPainter(QPainter(self.viewport()), self.edges(), self._y, QRectF(event.rect()))
        painter.ground(self.viewport().width(), self.work, self.now)
        drag = self._drag if self._drag is not None and self._drag.moved else None
        current, focus = self.current, self.hasFocus() and focus_ring.keyboard_used()
        ratio, high = self.devicePixelRatioF(), self.viewport().height()
        for block in self.blocks:
            if drag is not None and drag.block is block:
                continue
            rect = self.rect_of(block)
            if rect.top() > high or rect.bottom() < 0:
                continue
            painter.block(block, rect, chosen=focus and block is current, ratio=ratio)
        if drag is not None:
            painter.mark(drag.day, drag.begin, drag.end, solid=True)
        elif focus and (current is None or self.length > KEY_STEP):
            painter.mark(self.day, self.minute, self.minute + self.length, solid=False)
        painter.now_line(self.now)

    # --- the pointer ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to mark or to drag."""
        if event.button() is not Qt.MouseButton.LeftButton or event.position().x() < GUTTER:
            return
        focus_ring.note_mouse()
        at = event.position()
        day, minute = self._day_at(at.x()), self._minute_at(at.y())
        block = self._under(at)
        if block is None:
            begin = minute // STEP * STEP
            self._drag = Drag(None, day, begin, begin, 0, top=False, bottom=True, at=at.toPoint())
            self.go_to(day, minute // KEY_STEP * KEY_STEP)
            return
        rect = self.rect_of(block)
        top, bottom = at.y() - rect.top() < EDGE, rect.bottom() - at.y() < EDGE
        self._drag = Drag(
            block, day, block.begin, block.end, minute - block.begin, top, bottom and not top, at.toPoint()
        )
        self.day, self.minute, self.length = block.day, block.begin, KEY_STEP
        self._tell()
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark or drag on; else show what a press would do."""
        at, drag = event.position(), self._drag
        if drag is None:
            self._show_cursor(at)
            return
        if not drag.moved and (event.position().toPoint() - drag.at).manhattanLength() < 4:
            return
        if drag.block is not None and (self.readonly or not drag.block.entry.schedule):
            return
        drag.moved = True
        minute = round(self._minute_at(at.y()) / STEP) * STEP
        if drag.block is None:
            start = self._minute_at(drag.at.y()) // STEP * STEP
            drag.begin, drag.end = min(start, minute), max(start + STEP, minute)
        elif drag.top:
            drag.begin = min(minute, drag.end - STEP)
        elif drag.bottom:
            drag.end = max(minute, drag.begin + STEP)
        else:
            length = drag.block.end - drag.block.begin
            begin = round((self._minute_at(at.y()) - drag.grip) / STEP) * STEP
            drag.begin = max(0, min(DAY - length, begin))
            drag.end, drag.day = drag.begin + length, self._day_at(at.x())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was marked is made; what was dragged moves; what was only pressed opens."""
        drag, self._drag = self._drag, None
        self.viewport().update()
        if drag is None:
            return
        if drag.block is None:
            if drag.moved and not self.readonly:
                self.go_to(drag.day, drag.begin, drag.end - drag.begin)
                self.made.emit(drag.day, drag.begin, drag.end)
        elif not drag.moved:
            self.opened.emit(drag.block, self.place_of(drag.block))
        elif (drag.day, drag.begin, drag.end) != (drag.block.day, drag.block.begin, drag.block.end):
            self.moved.emit(drag.block, drag.day, drag.begin, drag.end)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Twice on free room makes an hour there."""
        at = event.position()
        if self._under(at) is None and at.x() >= GUTTER and not self.readonly:
            begin = min(DAY - NEW_LENGTH, self._minute_at(at.y()) // KEY_STEP * KEY_STEP)
            self._drag = None
            self.made.emit(self._day_at(at.x()), begin, begin + NEW_LENGTH)

    def _show_cursor(self, at: QPointF) -> None:
        block = self._under(at)
        shape = Qt.CursorShape.ArrowCursor
        if block is not None:
            rect = self.rect_of(block)
            edge = at.y() - rect.top() < EDGE or rect.bottom() - at.y() < EDGE
            able = edge and block.entry.schedule and not self.readonly
            shape = Qt.CursorShape.SizeVerCursor if able else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        lines = [block.entry.title, block.entry.line, block.entry.why] if block is not None else []
        self.viewport().setToolTip("\n".join(line for line in lines if line))

    # --- the keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows by half an hour and a day, with Shift to mark; Enter opens or makes, Del removes."""
        focus_ring.note_key()
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift, control = held == Qt.KeyboardModifier.ShiftModifier, held == Qt.KeyboardModifier.ControlModifier
        steps = {Qt.Key.Key_Up: (0, -KEY_STEP), Qt.Key.Key_Down: (0, KEY_STEP)}
        steps |= {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self._drag = None
            self.viewport().update()
        elif key in steps and control:
            self._to_block(1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Right) else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and shift:
            self._extend(steps[key][1])
        elif key in steps and not held:
            self._step(*steps[key])
        elif held or not self._do(key):
            event.ignore()

    def _do(self, key: Qt.Key) -> bool:
        block = self.current
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.weeks.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and block is not None and self.length <= KEY_STEP:
            self.opened.emit(block, self.place_of(block))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_N):
            if not self.readonly:
                length = self.length if self.length > KEY_STEP else min(NEW_LENGTH, DAY - self.minute)
                self.made.emit(self.day, self.minute, self.minute + length)
        elif key == Qt.Key.Key_T:
            self.today_wanted.emit()
        elif key == Qt.Key.Key_Delete and block is not None:
            if not self.readonly:
                self.removed.emit(block)
        else:
            return False
        return True

    def _step(self, days: int, minutes: int) -> None:
        day = self.day + days
        if not 0 <= day < week.DAYS:
            self.weeks.emit(days)
            day %= week.DAYS
        self.go_to(day, self.minute + minutes)

    def _extend(self, by: int) -> None:
        """Grow or shrink what is marked, at the end away from where it was begun."""
        end = self.minute + self.length if self.minute >= self._anchor else self.minute
        end = max(0, min(DAY, end + by))
        begin, finish = min(self._anchor, end), max(self._anchor + KEY_STEP, end)
        self.minute, self.length = begin, finish - begin
        self._into_view(begin, finish)
        self.viewport().update()

    def _to_block(self, by: int) -> None:
        """The next block of the week, or the one before."""
        places = sorted({(block.day, block.begin) for block in self.blocks})
        here = (self.day, self.minute)
        found = [place for place in places if (place > here if by > 0 else place < here)]
        if found:
            self.go_to(*(found[0] if by > 0 else found[-1]))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor when it came by key."""
        super().focusInEvent(event)
        if event.reason() in focus_ring.KEYBOARD_REASONS:
            focus_ring.note_key()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it."""
        super().focusOutEvent(event)
        self.viewport().update()

    def moment(self, day: int, minute: int) -> datetime:
        """A place in the grid as local time without zone."""
        return datetime.combine(self.monday + timedelta(days=day), datetime.min.time()) + timedelta(minutes=minute)
