"""All of one call beside the list: whose it was, how it ended, and why it went there (spec 7.3; design, 7.20)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.calls.lookup import lookup_url
from onepresence_desktop.desktop.calls.rows import Entry
from onepresence_desktop.desktop.calls.trace import Step, outcome, steps
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.card import Card, Scrolled, Surface
from onepresence_desktop.desktop.widgets.face import Face
from onepresence_desktop.desktop.widgets.floating import UNBOUNDED
from onepresence_desktop.desktop.widgets.labels import Label

WIDTH, BESIDE_FROM = 304, 700
"""Of the details, and of the page from which the calls have room beside them."""
DISC, GAP, LINE, LEFT = 24, 14, 17, 36
"""Of a step: its disc, what is between two steps, a line of words, and where these begin."""


class Steps(QWidget):
    """A call's way, a disc and words for each step, joined by a line."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[Step] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_steps(self, found: list[Step]) -> None:
        """Others."""
        self.steps = found
        self.setAccessibleName(". ".join(f"{step.at} {step.words}".strip() for step in found))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All steps."""
        return round(sum(self._height(step, width) for step in self.steps))

    def sizeHint(self) -> QSize:
        """As the pane is wide."""
        return QSize(WIDTH - 32, self.heightForWidth(WIDTH - 32))

    def _lines(self, step: Step, width: float) -> list[str]:
        room = width - LEFT - (self._time_room() if step.at else 0.0)
        return painters.wrapped(step.words, fonts.font(fonts.Text.SMALL, fonts.MEDIUM), max(40.0, room))

    def _time_room(self) -> float:
        return painters.width("00:00:00", _time_font()) + 8

    def _height(self, step: Step, width: float) -> float:
        return max(DISC, LINE * len(self._lines(step, width))) + GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        """From the first to the last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font, top, wide = fonts.font(fonts.Text.SMALL, fonts.MEDIUM), 0.0, float(self.width())
        for place, step in enumerate(self.steps):
            high = self._height(step, wide)
            if place + 1 < len(self.steps):
                painter.fillRect(QRectF(DISC / 2 - 0.5, top + DISC, 1, high - DISC), color(Color.LINE_STRONG))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(step.ground))
            painter.drawEllipse(QPointF(DISC / 2, top + DISC / 2), DISC / 2, DISC / 2)
            icons.paint(painter, step.icon, QRectF(5.5, top + 5.5, 13, 13), color(step.ink), self.devicePixelRatioF())
            lines = self._lines(step, wide)
            begin = top + max(0.0, (DISC - LINE * len(lines)) / 2)
            for number, line in enumerate(lines):
                room = QRectF(LEFT, begin + LINE * number, wide - LEFT, LINE)
                painters.text(painter, room, line, font, color(Color.TEXT_PRIMARY))
            if step.at:
                spot = QRectF(wide - self._time_room(), begin, self._time_room(), LINE)
                painters.text(painter, spot, step.at, _time_font(), color(Color.TEXT_TERTIARY), painters.RIGHT)
            top += high


def _time_font() -> QFont:
    return fonts.font(fonts.Text.SMALL, tabular=True)


class CallDetails(Surface):
    """called, looked_up: a number. messaged: a colleague's id or a number. saved: (number, name). left: back.

    lookup: the address at which a number is looked up, "" for none.
    """

    called = Signal(str)
    messaged = Signal(str)
    looked_up = Signal(str)
    saved = Signal(str, str)
    left = Signal()

    def __init__(self, lookup: Callable[[str], str] = lookup_url) -> None:
        super().__init__(Color.BG_HEADER, "left")
        self._lookup = lookup
        self.entry: Entry | None = None
        self.back = IconButton("chevron-left")
        self.face, self.title = Face(40), Label(role=fonts.Text.HEADING, elide=True)
        self.when = Label(role=fonts.Text.SMALL, tone="secondary", tabular=True, elide=True)
        self.card = Card(Color.BG_TRACK, None)
        self.outcome = Label(weight=fonts.MEDIUM, wrap=True)
        self.head = Label(role=fonts.Text.SMALL, weight=fonts.SEMIBOLD, tone="secondary")
        self.way = Steps()
        self.call = Button(kind=Kind.PRIMARY, icon="call")
        self.write, self.keep, self.look = IconButton("message"), IconButton("add-contact"), IconButton("lookup")
        self.copy = Button(kind=Kind.LINK, icon="copy", small=True, flush=True)
        self._build()
        self.back.clicked.connect(self.left)
        self.call.clicked.connect(lambda: self.called.emit(self._number()))
        self.write.clicked.connect(self._write)
        self.keep.clicked.connect(lambda: self.saved.emit(self._number(), self.entry.record.name if self.entry else ""))
        self.look.clicked.connect(lambda: self.looked_up.emit(self._number()))
        self.copy.clicked.connect(self.copy_steps)
        for keys, then in ((QKeySequence(Qt.Key.Key_Left), self.left.emit), (QKeySequence("Ctrl+C"), self.copy_steps)):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)
        self.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self.back)
        head.addStretch()
        for button in (self.look, self.keep, self.write):
            head.addWidget(button)
        column.addLayout(head)
        scroll = Scrolled(Color.BG_HEADER)
        inside = scroll.column
        inside.setContentsMargins(16, 6, 16, 12)
        inside.setSpacing(12)
        who = QHBoxLayout()
        who.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.when)
        who.addWidget(self.face)
        who.addLayout(words, 1)
        inside.addLayout(who)
        self.call.widen()
        inside.addWidget(self.call)
        told = QVBoxLayout(self.card)
        told.setContentsMargins(12, 9, 12, 9)
        told.addWidget(self.outcome)
        inside.addWidget(self.card)
        inside.addWidget(self.head)
        inside.addWidget(self.way)
        inside.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch()
        column.addWidget(scroll, 1)

    def show_entry(self, entry: Entry, now: datetime, *, known: bool) -> None:
        """Of which call. known: the number is a colleague's or a contact's."""
        record = entry.record
        if self.entry is None or self.entry.record.id != record.id:
            self._name_copy()
        self.entry = entry
        self.setAccessibleName(entry.title)
        self.face.show_person(entry.title, entry.user)
        self.title.setText(entry.title)
        day = f"{texts.day(record.at, now)} {texts.clock(record.at)}"
        self.when.setText(" · ".join(part for part in (entry.number, day) if part))
        ground, tone, words = outcome(record, entry.length, now)
        self.card.ground = ground
        self.outcome.set_tone(tone)
        self.outcome.setText(words)
        self.card.update()
        found = steps(record, now)
        self.way.show_steps(found)
        self.head.setVisible(bool(found))
        self.copy.setVisible(bool(found))
        number = bool(record.number)
        self.call.setEnabled(number)
        self.write.setVisible(number)
        self.keep.setVisible(number and not known)
        self.look.setVisible(bool(self._lookup(record.number)) if number else False)

    def copy_steps(self) -> None:
        """The steps and the call's id to the clipboard, without names: for whoever helps."""
        if self.entry is not None:
            record = self.entry.record
            lines = [f"{entry.kind.value} {entry.why}".strip() for entry in record.trace]
            QGuiApplication.clipboard().setText("\n".join([f"{record.call_id} {record.at.isoformat()}", *lines]))
            self.copy.setText(translate("Calls", "Copied"))

    def _number(self) -> str:
        return self.entry.record.number if self.entry is not None else ""

    def _write(self) -> None:
        if self.entry is not None:
            self.messaged.emit(self.entry.user or self._number())

    def retranslate(self) -> None:
        """All texts again."""
        self.back.set_name(translate("Calls", "Close the details"))
        self.call.setText(translate("Calls", "Call back"))
        self.write.set_name(translate("Commands", "Write a message"))
        self.keep.set_name(translate("Inbox", "Add to contacts"))
        self.look.set_name(translate("Calls", "Look up the number"))
        self.head.setText(translate("Calls", "Why did the call go there?"))
        self._name_copy()
        self.call.updateGeometry()

    def _name_copy(self) -> None:
        self.copy.setText(translate("Calls", "Copy for support"))
        self.copy.updateGeometry()


class WithDetails(QWidget):
    """The calls with the details of one beside them, or in their place where there is no room for both."""

    def __init__(self, rows: QWidget, details: CallDetails) -> None:
        super().__init__()
        self._rows, self._details = rows, details
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(rows, 1)
        across.addWidget(details)
        details.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """Of the calls: the details give way."""
        return self._rows.minimumSizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The details come and go."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room for both, or for one."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        alone = not self._details.isHidden() and self.width() < BESIDE_FROM
        self._rows.setVisible(not alone)
        self._details.setMinimumWidth(0 if alone else WIDTH)
        self._details.setMaximumWidth(UNBOUNDED if alone else WIDTH)
