"""The working week as seven bars; a day is chosen by pointer or arrows and edited below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from onepresence_desktop.desktop.hours.hours_text import parts, show_clock, show_day
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.texts import repeats
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import focus_ring, painters
from onepresence_desktop.domain.people import Opening

HEIGHT, BAR, TOP, LINE = 94, 40, 28, 14
FIRST, LAST = 6 * 60, 20 * 60
"""Minutes of a day that a bar stands for; where somebody works outside them, it is the whole day."""
Week = tuple[tuple[Opening, ...], ...]


class WeekBars(QWidget):
    """chosen: another day, 0 is Monday."""

    accessible_role = QAccessible.Role.List

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.day = 0
        self.week: Week = ((),) * 7
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Seven narrow columns."""
        return QSize(300, HEIGHT)

    def show_week(self, week: Week) -> None:
        """Other hours."""
        self.week = week
        self.setFixedHeight(HEIGHT + (LINE if self._two_lines else 0))
        self._tell()

    @property
    def _two_lines(self) -> bool:
        """Hours with minutes, or with a break, are wider than a column: the beginning stands over the end."""
        openings = [opening for day in self.week for opening in day]
        return any(o.start.minute or o.end.minute for o in openings) or any(len(day) > 1 for day in self.week)

    def choose(self, day: int) -> None:
        """Another day."""
        if 0 <= day < 7 and day != self.day:
            self.day = day
            self._tell()
            self.chosen.emit(day)

    def _tell(self) -> None:
        hours = show_day(self.week[self.day]) or translate("Profile", "day off")
        self.setAccessibleName(
            translate("Profile", "Working hours, {day}: {hours}")
            .replace("{hours}", hours)
            .format(day=repeats.weekday(self.day))
        )
        self.update()

    def _column(self, day: int) -> QRectF:
        wide = (self.width() - 16) / 7
        return QRectF(8 + wide * day, 0, wide, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names, bars, hours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        worked = [parts(self.week, day) for day in range(7)]
        first, last = _bounds(worked)
        for day in range(7):
            column, on = self._column(day), day == self.day
            if on and self.hasFocus() and focus_ring.keyboard_used():
                painter.setPen(QPen(color(Color.ACCENT_FOCUS), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(column.adjusted(1, 3, -1, -3), Radius.S, Radius.S)
            painter.setFont(fonts.font(fonts.Text.SMALL, fonts.SEMIBOLD if on else None))
            painter.setPen(color(Color.ACCENT_TEXT if on else Color.TEXT_SECONDARY))
            painter.drawText(
                QRectF(column.left(), 8, column.width(), 16), painters.CENTER, repeats.weekday(day, short=True)
            )
            track = QRectF(column.center().x() - 9, TOP, 18, BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.BG_TRACK))
            painter.drawRoundedRect(track, 3, 3)
            painter.setBrush(color(Color.ACCENT_SOLID if on else Color.LINE_CONTROL))
            for begin, end in worked[day]:
                top, bottom = (BAR * (minute - first) / (last - first) for minute in (begin, end))
                painter.drawRoundedRect(QRectF(track.left(), TOP + top, 18, max(2.0, bottom - top)), 3, 3)
            for line, words in enumerate(self._words(day)):
                room = QRectF(column.left() - 2, TOP + BAR + 4 + line * LINE, column.width() + 4, 16)
                painters.text(painter, room, words, small, color(Color.TEXT_SECONDARY), painters.CENTER)

    def _words(self, day: int) -> tuple[str, ...]:
        openings = self.week[day]
        if not openings or not self._two_lines:
            return (show_day(openings, short=True) or "–",)
        return show_clock(openings[0].start), show_clock(openings[-1].end)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day."""
        focus_ring.note_mouse()
        self.choose(int((event.position().x() - 8) // ((self.width() - 16) / 7)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from day to day."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        focus_ring.note_key()
        self.choose(self.day + step)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the day chosen."""
        super().focusInEvent(event)
        if event.reason() in focus_ring.KEYBOARD_REASONS:
            focus_ring.note_key()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()


def _bounds(worked: list[list[tuple[int, int]]]) -> tuple[int, int]:
    """From when to when the bars last."""
    outside = any(begin < FIRST or end > LAST for day in worked for begin, end in day)
    return (0, 24 * 60) if outside else (FIRST, LAST)
