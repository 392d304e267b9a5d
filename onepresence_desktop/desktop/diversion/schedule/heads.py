"""The days above the week: name and date, today in a disc."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.diversion.schedule.grid import WeekGrid
from onepresence_desktop.desktop.diversion.schedule.week import DAYS
from onepresence_desktop.desktop.texts import repeats
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters

HEIGHT = 46


class DayHeads(QWidget):
    """Stands over a `WeekGrid` and has its columns."""

    def __init__(self, grid: WeekGrid) -> None:
        super().__init__()
        self._grid = grid
        self.today: date | None = None
        self.holidays: dict[date, str] = {}
        self.setFixedHeight(HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Seven heads and the line under them; the name of a holiday stands in the place of the day's."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), color(Color.BG_WINDOW))
        painter.fillRect(0, HEIGHT - 1, self.width(), 1, color(Color.LINE_HAIRLINE))
        edges = self._grid.edges()
        small, strong = fonts.font(fonts.Text.SMALL), fonts.font(fonts.Text.HEADING, tabular=True)
        for number in range(DAYS):
            day = self._grid.monday + timedelta(days=number)
            room = QRectF(edges[number] + 2, 5, edges[number + 1] - edges[number] - 4, 16)
            name = self.holidays.get(day, "")
            ink = color(Color.DIVERTED_TEXT if name else Color.TEXT_SECONDARY)
            words = name or repeats.weekday(number, short=True)
            painters.text(painter, room, words, small, ink, painters.CENTER)
            box = QRectF(room.center().x() - 17, 21, 34, 21)
            if day == self.today:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color(Color.ACCENT_SOLID))
                painter.drawRoundedRect(box, 10.5, 10.5)
            painter.setFont(strong)
            painter.setPen(color(Color.TEXT_ON_ACCENT if day == self.today else Color.TEXT_PRIMARY))
            painter.drawText(box, painters.CENTER, str(day.day))
