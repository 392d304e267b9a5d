"""The cards of the reception's calls: who, what for, how long, and what can be done."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.reception.cases import LONG, Case, Kind
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.desktop.widgets.buttons import Kind as ButtonKind
from onepresence_desktop.desktop.widgets.card import Card

LOOKS: dict[Kind, tuple[str, Color, Color]] = {
    Kind.ACTIVE: ("status-oncall", Color.ONCALL_SOLID, Color.ONCALL_TINT),
    Kind.HELD: ("pause", Color.ONCALL_SOLID, Color.ONCALL_TINT),
    Kind.RINGS: ("status-ringing", Color.RINGING_TEXT, Color.RINGING_TINT),
    Kind.WAITING: ("status-ringing", Color.RINGING_TEXT, Color.BG_CARD),
    Kind.BACK: ("status-ringing", Color.RINGING_TEXT, Color.WARNING_TINT),
    Kind.TAKEN: ("status-oncall", Color.TEXT_TERTIARY, Color.BG_CARD),
    Kind.PARKED: ("park", Color.MEETING_TEXT, Color.BG_CARD),
}
"""Glyph, its colour and the ground of each kind."""

PADDING, GLYPH, TOP = 12, 14, 10


class CaseCard(Card):
    """One call. answered, sent_on, held, parked, ended: what was pressed. chosen: the card itself was."""

    answered = Signal()
    sent_on = Signal()
    held = Signal()
    parked = Signal()
    ended = Signal()
    chosen = Signal()

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case
        self.marked = False
        self._time = ""
        self._alarm = False
        self.answer = Button(kind=ButtonKind.ANSWER, icon="answer", small=True)
        self.answer.widen()
        self.answer.clicked.connect(self.answered)
        self.on = IconButton("forward-to", bordered=True)
        self.on.clicked.connect(self.sent_on)
        self.hold = Button(icon="pause", small=True)
        self.hold.clicked.connect(self.held)
        self.park = Button(icon="park", small=True)
        self.park.clicked.connect(self.parked)
        self.end = Button(kind=ButtonKind.DANGER, icon="hangup", small=True)
        self.end.clicked.connect(self.ended)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PADDING, TOP, PADDING, TOP)
        self._column.setSpacing(0)
        self._column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(6)
        for one in (self.answer, self.on, self.hold, self.park, self.end):
            row.addWidget(one)
        self.hold.widen()
        self.park.widen()
        self._column.addLayout(row)
        self.show_case(case, marked=False)

    def show_case(self, case: Case, *, marked: bool) -> None:
        """The call as it stands now; marked: it is the one keys speak of."""
        self.case, self.marked = case, marked
        self.ground = LOOKS[case.kind][2]
        mine = case.kind in (Kind.ACTIVE, Kind.HELD)
        waits = marked and case.kind in (Kind.WAITING, Kind.BACK, Kind.PARKED)
        self.answer.setVisible(waits)
        self.on.setVisible(waits and case.kind is not Kind.PARKED)
        self.hold.setVisible(mine)
        self.park.setVisible(mine)
        self.end.setVisible(mine or case.kind is Kind.RINGS)
        self.hold.set_icon("play" if case.kind is Kind.HELD else "pause")
        self.retranslate()

    def retranslate(self) -> None:
        """All texts again."""
        fetch = self.case.kind is Kind.PARKED
        self.answer.setText(translate("Reception", "Fetch") if fetch else translate("Reception", "Answer"))
        held = self.case.kind is Kind.HELD
        self.hold.setText(translate("Reception", "Resume") if held else translate("Reception", "Hold"))
        self.park.setText(translate("Reception", "Park"))
        self.on.set_name(translate("Reception", "Hand on to the colleague chosen"))
        self.end.setAccessibleName(translate("Reception", "Hang up"))
        self.end.setToolTip(translate("Reception", "Hang up"))
        self.setFixedHeight(self.sizeHint().height())
        self.setAccessibleName(", ".join(part for part in (self.case.title, self.case.line, self.case.more) if part))
        self.update()

    def tick(self, now: datetime) -> None:
        """How long it has been."""
        seconds = (now - self.case.since).total_seconds()
        waits = self.case.kind in (Kind.WAITING, Kind.BACK)
        self._time, self._alarm = texts.duration(seconds), waits and seconds >= LONG
        self.update()

    def sizeHint(self) -> QSize:
        """Two or three lines, and the buttons."""
        buttons = 36 if any(one.isVisibleTo(self) for one in (self.answer, self.hold, self.end)) else 0
        return QSize(268, 2 * TOP + 38 + (20 if self.case.more else 0) + buttons)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        super().mousePressEvent(event)
        self.chosen.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, glyph, lines and time."""
        super().paintEvent(event)
        painter, case = QPainter(self), self.case
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.marked and case.kind in (Kind.WAITING, Kind.BACK, Kind.PARKED):
            painter.setPen(QPen(color(Color.ACCENT_FOCUS), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.M - 1, Radius.M - 1)
        glyph, ink, _ = LOOKS[case.kind]
        ratio = self.devicePixelRatioF()
        icons.paint(painter, glyph, QRectF(PADDING + 2, TOP + 12, GLYPH, GLYPH), color(ink), ratio)
        left, right = PADDING + GLYPH + 12.0, self.width() - PADDING
        clock = fonts.font(fonts.Text.BODY, fonts.MEDIUM, tabular=True)
        wide = painters.width(self._time, clock) + 2
        tone = Color.DANGER_TEXT if self._alarm else Color.TEXT_SECONDARY
        painters.text(painter, QRectF(right - wide, TOP + 10, wide, 18), self._time, clock, color(tone), painters.RIGHT)
        room = right - wide - 8 - left
        faint = case.kind is Kind.TAKEN
        bold = fonts.font(weight=fonts.SEMIBOLD, tabular=True)
        name = color(Color.TEXT_SECONDARY if faint else Color.TEXT_PRIMARY)
        painters.text(painter, QRectF(left, TOP, room, 18), case.title, bold, name)
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        painters.text(painter, QRectF(left, TOP + 19, room, 16), case.line, small, color(Color.TEXT_SECONDARY))
        if case.more:
            back = case.kind is Kind.BACK
            icon, ink = ("warning", Color.WARNING_TEXT) if back else ("history", Color.TEXT_TERTIARY)
            icons.paint(painter, icon, QRectF(PADDING + 3, TOP + 41, 12, 12), color(ink), ratio)
            words = QRectF(left, TOP + 39, right - left, 16)
            painters.text(painter, words, case.more, small, color(Color.WARNING_TEXT if back else Color.TEXT_SECONDARY))
