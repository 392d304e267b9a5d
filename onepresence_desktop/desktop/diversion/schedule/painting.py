"""How the week is painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from onepresence_desktop.desktop.diversion.schedule.week import DAY, DAYS, Block, Look
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.plates import plate

GUTTER, HOUR = 56, 39
"""Room for the hours at the left, and the height of one."""
OVERRULED = 0.5
"""Opacity of what doesn't count."""
_LOOKS: dict[Look, tuple[Color | None, Color, Color | None]] = {
    Look.DIVERTED: (Color.DIVERTED_TINT, Color.DIVERTED_TEXT, None),
    Look.OPEN: (Color.BG_WINDOW, Color.DIVERTED_TEXT, Color.DIVERTED_SOLID),
    Look.DO_NOT_DISTURB: (Color.DND_TINT, Color.DND_TEXT, None),
    Look.CALENDAR: (Color.MEETING_TINT, Color.MEETING_TEXT, None),
}
"""Ground, ink and edge."""


class WeekPainter:
    """One painting. edges: of the days. y: from minutes to the viewport. seen: what is painted anew."""

    def __init__(self, painter: QPainter, edges: list[float], y: Callable[[float], float], seen: QRectF) -> None:
        self._painter = painter
        self._edges = edges
        self._y = y
        self._seen = seen
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._title = fonts.font(fonts.Text.SMALL, fonts.MEDIUM)
        self._line = fonts.font(fonts.Text.SMALL, tabular=True)

    def ground(self, width: float, work: list[list[tuple[int, int]]], now: tuple[int, int] | None) -> None:
        """Days, hours, and what lies outside working hours."""
        painter, edges = self._painter, self._edges
        painter.fillRect(self._seen, color(Color.BG_WINDOW))
        off = color(Color.BG_OFF_HOURS)
        for day in range(DAYS):
            for begin, end in _outside(work[day]) if work else ():
                room = QRectF(edges[day], self._y(begin), edges[day + 1] - edges[day], self._y(end) - self._y(begin))
                painter.fillRect(room, off)
        soft, hair = color(Color.LINE_SOFT), color(Color.LINE_HAIRLINE)
        for hour in range(1, 24):
            y = round(self._y(hour * 60))
            if y < 4:
                continue  # the heads lie over half of its words
            painter.fillRect(QRectF(edges[0], y, width - edges[0], 1), soft)
            room = QRectF(0, y - 8, GUTTER - 11, 16)
            near = now is not None and abs(now[1] - hour * 60) < 12
            ink = color(Color.TEXT_DISABLED if near else Color.TEXT_SECONDARY)
            painters.text(painter, room, f"{hour:02}", self._line, ink, painters.RIGHT)
        for day in range(DAYS):
            painter.fillRect(QRectF(round(edges[day]), self._seen.top(), 1, self._seen.height()), hair)

    def block(self, block: Block, rect: QRectF, *, chosen: bool, ratio: float) -> None:
        """One absence: its words where there is room for them."""
        if not rect.adjusted(-3, -3, 3, 3).intersects(self._seen):
            return
        painter, entry = self._painter, block.entry
        ground, _, edge = _LOOKS[entry.look]
        if not entry.counts:
            painter.setOpacity(OVERRULED)
        fill, line = color(ground) if ground is not None else None, color(edge) if edge is not None else None
        plate(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), fill, line, radius=Radius.S, ratio=ratio)
        if rect.width() > 22:
            self._words(block, rect, ratio)
        if not entry.counts:
            painter.setOpacity(1.0)
        if chosen:
            painter.setPen(QPen(color(Color.ACCENT_FOCUS), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), Radius.S + 1, Radius.S + 1)

    def _words(self, block: Block, rect: QRectF, ratio: float) -> None:
        painter, entry = self._painter, block.entry
        mark = 18 if entry.recurring and rect.width() > 60 else 0
        low = rect.height() < 22
        top = rect.top() + (rect.height() - 16) / 2 if low else rect.top() + 3
        room = rect.width() - 14 - mark
        ink = color(_LOOKS[entry.look][1])
        left = rect.left() + 7
        painters.text(painter, QRectF(left, top, room, 16), entry.title, self._title, ink)
        if mark:
            icons.paint(painter, "repeat", QRectF(rect.right() - 20, top + 2, 12, 12), ink, ratio)
        if rect.height() >= 36 and entry.line:
            words = entry.line if entry.look is Look.CALENDAR else f"→ {entry.line}"
            painters.text(painter, QRectF(left, top + 16, rect.width() - 14, 16), words, self._line, ink)

    def mark(self, day: int, begin: int, end: int, *, solid: bool) -> None:
        """What the pointer or the keys have marked, with its times."""
        painter = self._painter
        rect = QRectF(
            self._edges[day] + 3,
            self._y(begin) + 1,
            self._edges[day + 1] - self._edges[day] - 6,
            self._y(end) - self._y(begin) - 2,
        )
        painter.setPen(QPen(color(Color.ACCENT_FOCUS), 2))
        painter.setBrush(color(Color.ACCENT_TINT) if solid else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, Radius.S, Radius.S)
        if solid:
            painter.setPen(color(Color.ACCENT_TEXT))
            painter.setFont(self._line)
            words = f"{begin // 60:02}:{begin % 60:02}–{end // 60:02}:{end % 60:02}"
            room = rect.adjusted(6, 1, -4, -1)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)

    def now_line(self, now: tuple[int, int] | None) -> None:
        """Across today only."""
        if now is None:
            return
        day, minute = now
        painter, y = self._painter, self._y(minute)
        ink = color(Color.ACCENT_SOLID)
        painter.fillRect(QRectF(self._edges[day], y - 1, self._edges[day + 1] - self._edges[day], 2), ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(self._edges[day], y), 5, 5)


def _outside(work: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of a day isn't worked."""
    found, before = [], 0
    for begin, end in sorted(work):
        if begin > before:
            found.append((before, begin))
        before = max(before, end)
    return [*found, (before, DAY)] if before < DAY else found
