"""The day board: its days at the top, a row per colleague, and what the colours mean (spec 2.9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.colleagues.day_board import DAY, DayBoard
from onepresence_desktop.desktop.colleagues.day_delegate import ROW_HEIGHT, DayDelegate, line_room
from onepresence_desktop.desktop.colleagues.delegate import Spot
from onepresence_desktop.desktop.colleagues.list_view import ColleagueList
from onepresence_desktop.desktop.colleagues.model import ColleaguesModel
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.texts import repeats
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import IconButton
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.domain.people import UserId

TICK_MS = 60_000
HEAD_HEIGHT, FOOT_HEIGHT = 34, 30
ONE_LETTER_BELOW = 60
"""Width of a day from which its name is written beside its date."""


class DayList(ColleagueList):
    """The list with a time line in each row; nothing in it is pressed but the row."""

    def __init__(self, model: ColleaguesModel, board: DayBoard) -> None:
        super().__init__(model)
        self._board = board
        self.delegate = self.days = DayDelegate(self, model, board)
        self.setItemDelegate(self.delegate)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)

    def _spot(self, place: int, point: QPoint) -> Spot | None:
        return None

    def people(self) -> Iterator[UserId]:
        """Whoever has a row."""
        return self._model.users()

    def page_rows(self) -> int:
        """How many rows a page is."""
        return max(1, self.viewport().height() // ROW_HEIGHT - 1)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the block under the pointer is."""
        if event.type() == QEvent.Type.ToolTip and self.delegate.pointer is not None:
            words = self.words_at(self.delegate.pointer)
            if words:
                QToolTip.showText(self.viewport().mapToGlobal(self.delegate.pointer), words, self)
                return True
        return bool(super().viewportEvent(event))

    def words_at(self, point: QPoint) -> str:
        """Reason and times of the block there: "Customer visit 10:00–15:00"; "" for none."""
        user = self._model.user_at(self.rowAt(point.y()))
        row = self._board.row(user) if user is not None else None
        if row is None:
            return ""
        left, right = line_room(self.viewport().width())
        scale, zone = self._board.scale(right - left), self._board.zone
        for absence in row.absences:
            piece = scale.piece(absence.starts_at, absence.until)
            if piece is not None and piece.left - 2 <= point.x() - left <= piece.right + 2:
                begin, end = absence.starts_at.astimezone(zone), absence.until.astimezone(zone)
                same = begin.date() == end.date()
                form = "%H:%M" if same else "%d/%m %H:%M"
                words = f"{texts.diversion_name(absence.title, absence.reason)} {begin:{form}}–{end:{form}}"
                return f"{words} · {absence.note}" if absence.note else words
        return ""


class DayHead(QWidget):
    """Which day or week, with the hours or the days over the time lines."""

    def __init__(self, board: DayBoard) -> None:
        super().__init__()
        self._board = board
        self.setFixedHeight(HEAD_HEIGHT)
        self.back, self.on = IconButton("chevron-left", extent=26), IconButton("chevron-right", extent=26)
        self.title = Label(role=fonts.Text.HEADING, tabular=True, elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 0, 2)
        row.setSpacing(2)
        row.addWidget(self.back)
        row.addWidget(self.on)
        row.addSpacing(4)
        row.addWidget(self.title)
        row.addStretch()
        self.back.clicked.connect(lambda: board.turn(-1))
        self.on.clicked.connect(lambda: board.turn(1))

    def retranslate(self) -> None:
        """All texts again."""
        day = self._board.mode == DAY
        self.back.set_name(translate("DayBoard", "Day back") if day else translate("DayBoard", "Week back"))
        self.on.set_name(translate("DayBoard", "Day on") if day else translate("DayBoard", "Week on"))
        first = self._board.first
        shown = QLocale().toString(QDate(first.year, first.month, first.day), translate("DayBoard", "dddd d MMMM"))
        words = shown[:1].upper() + shown[1:]
        if not day:
            words = translate("DayBoard", "Week {number}").format(number=first.isocalendar().week)
        self.title.setText(words)
        self.resizeEvent(None)
        self.update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """The title keeps to the left of the time line."""
        left, _right = line_room(self.width())
        self.title.setMaximumWidth(max(40, round(left) - 76))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hours or days, and the present time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), color(Color.BG_WINDOW))
        painter.fillRect(16, HEAD_HEIGHT - 1, self.width() - 32, 1, color(Color.LINE_HAIRLINE))
        left, right = line_room(self.width())
        scale = self._board.scale(right - left)
        font = fonts.font(fonts.Text.SMALL, tabular=True)
        now = self._board.now()
        at = left + scale.x(now) if scale.shows(now) else None
        painter.setFont(font)
        if scale.days == 1:
            painter.setPen(color(Color.TEXT_SECONDARY))
            for hour in scale.labelled:
                x = left + scale.hour(hour)
                if at is None or abs(x - at) > 32:
                    inside = scale.opens < hour < scale.closes
                    room = QRectF(min(max(x - 14, left), right if inside else right - 18), 8, 28, 16)
                    painter.drawText(room, painters.CENTER if inside else painters.LEFT, f"{hour:02}")
            if at is not None:
                self._pill(painter, at, right, f"{now.astimezone(scale.zone):%H:%M}")
            return
        for number in range(scale.days):
            day = scale.first + timedelta(days=number)
            room = QRectF(left + scale.edges[number], 8, scale.edges[number + 1] - scale.edges[number], 16)
            today = day == self._board.today()
            painter.setPen(color(Color.ACCENT_TEXT if today else Color.TEXT_SECONDARY))
            wide = room.width() >= ONE_LETTER_BELOW
            words = f"{repeats.weekday(day.weekday(), short=True)} {day.day}" if wide else str(day.day)
            painter.drawText(room, painters.CENTER, words)

    def _pill(self, painter: QPainter, at: float, right: float, words: str) -> None:
        box = QRectF(min(at - 22, right - 44), 6, 44, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(Color.ACCENT_SOLID))
        painter.drawRoundedRect(box, 10, 10)
        painter.setPen(color(Color.TEXT_ON_ACCENT))
        painter.drawText(box, painters.CENTER, words)


class DayFoot(QWidget):
    """What the colours mean."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(FOOT_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Swatches with words; those that don't fit are left away, last ones first."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), color(Color.BG_HEADER))
        painter.fillRect(0, 0, self.width(), 1, color(Color.LINE_HAIRLINE))
        font, middle, left = fonts.font(fonts.Text.SMALL), self.height() / 2, 16.0
        painter.setFont(font)
        for ground, edge, words in (
            (Color.DIVERTED_TINT, Color.DIVERTED_TINT, translate("DayBoard", "Diversion")),
            (Color.MEETING_TINT, Color.MEETING_TINT, translate("DayBoard", "Meeting")),
            (Color.BG_WINDOW, Color.LINE_STRONG, translate("DayBoard", "Working from home")),
            (Color.BG_TRACK, Color.LINE_STRONG, translate("DayBoard", "Over")),
            (Color.BG_SIDEBAR, Color.LINE_HAIRLINE, translate("DayBoard", "Outside working hours")),
        ):
            wide = painters.width(words, font)
            if left + 24 + wide > self.width() - 16:
                return
            painter.setPen(QPen(color(edge), 1))
            painter.setBrush(color(ground))
            painter.drawRoundedRect(QRectF(left + 0.5, middle - 6, 16, 12), 4, 4)
            painter.setPen(color(Color.TEXT_SECONDARY))
            painter.drawText(QRectF(left + 23, 1, wide + 2, self.height() - 1), painters.LEFT, words)
            left += 23 + wide + 16


class DayPane(QWidget):
    """Head, list and foot; it asks while it is seen. turned: other days."""

    turned = Signal()

    def __init__(self, model: ColleaguesModel, board: DayBoard) -> None:
        super().__init__()
        self.board = board
        self.head, self.list, self.foot = DayHead(board), DayList(model, board), DayFoot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        column.addWidget(self.foot)
        board.changed.connect(self._changed)
        model.modelReset.connect(self._others)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(board.follow_day)
        self._tick.timeout.connect(self._changed)
        self.head.retranslate()

    def _others(self) -> None:
        if self.board.fit_hours(self.list.people()):
            self._changed()

    def _changed(self) -> None:
        self.board.fit_hours(self.list.people())
        self.list.days.forget_heads()
        self.head.retranslate()
        self.list.viewport().update()
        self.turned.emit()

    def states_changed(self) -> None:
        """Who is free and who is back next is counted anew."""
        self.list.days.forget_heads()

    def retranslate(self) -> None:
        """All texts again."""
        self._changed()
        self.foot.update()

    def turn_by_key(self, event: QKeyEvent) -> bool:
        """Alt with an arrow or Home; True when used."""
        if event.modifiers() != Qt.KeyboardModifier.AltModifier:
            return False
        match Qt.Key(event.key()):
            case Qt.Key.Key_Left:
                self.board.turn(-1)
            case Qt.Key.Key_Right:
                self.board.turn(1)
            case Qt.Key.Key_Home:
                self.board.go_today()
            case _:
                return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the list has no use for."""
        if not self.turn_by_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask, and follow the clock."""
        super().showEvent(event)
        self.board.show(True)
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self.board.show(False)
        self._tick.stop()
