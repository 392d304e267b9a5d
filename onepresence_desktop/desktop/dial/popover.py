"""The pop-up at the pointer (design, section 7.15): one number with a ring that can be stopped, several with keys 1–9,
none with a field to type one."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QEnterEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.dial.candidates import Candidate
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Motion, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Button, Kind, Pressable
from onepresence_desktop.desktop.widgets.fields import Field, Label
from onepresence_desktop.desktop.widgets.floating import FloatingPanel

WIDTH = 340


class DialPopover(FloatingPanel):
    """chosen: a `Candidate` to dial. typed: text keyed in where no number was found. Closing it any way dials nothing.

    seconds: of the ring; 0 waits for an answer.
    """

    chosen = Signal(object)
    typed = Signal(str)

    def __init__(self, found: list[Candidate], *, seconds: float, line: str = "") -> None:
        super().__init__(takes_focus=True, radius=Radius.L, popup=True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.found = found
        self.rows: list[CandidateRow] = []
        self.field: Field | None = None
        self.ring: CancelRing | None = None
        self._done = False
        self.panel.setFixedWidth(WIDTH)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        column.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        if len(found) == 1:
            self._one(column, found[0], seconds, line)
        elif found:
            self._several(column)
        else:
            self._none(column)

    # --- the three forms ---

    def _one(self, column: QVBoxLayout, candidate: Candidate, seconds: float, line: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Face(candidate, 36))
        words = QVBoxLayout()
        words.setSpacing(2)
        if candidate.emergency:
            title = translate("Dial", "Emergency call to {number}?").format(number=candidate.shown)
        elif candidate.name:
            title = translate("Dial", "Call {number} – {name}?").format(number=candidate.shown, name=candidate.name)
        else:
            title = translate("Dial", "Call {number}?").format(number=candidate.shown)
        self.title = Label(title, role=fonts.Text.HEADING, wrap=True, tabular=True)
        words.addWidget(self.title)
        guess = "" if candidate.certain else translate("Dial", "Guessed from the text")
        second = " · ".join(part for part in (guess, line) if part)
        if second:
            words.addWidget(Label(second, role=fonts.Text.SMALL, tone="secondary", wrap=True))
        head.addLayout(words, 1)
        if seconds > 0 and not candidate.emergency:
            self.ring = CancelRing(seconds)
            self.ring.ended.connect(lambda: self._choose(candidate))
            head.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.call_button = Button(translate("Dial", "Call now"), kind=Kind.PRIMARY, icon="call")
        self.call_button.clicked.connect(lambda: self._choose(candidate))
        self.cancel_button = Button(translate("Dial", "Cancel"))
        self.cancel_button.clicked.connect(self.close)
        buttons.addWidget(self.call_button, 1)
        buttons.addWidget(self.cancel_button)
        column.addLayout(buttons)
        self.setAccessibleName(title)

    def _several(self, column: QVBoxLayout) -> None:
        title = translate("Dial", "%n number(s) found – whom do you want to call?", "", len(self.found))
        self.title = Label(title, role=fonts.Text.HEADING, wrap=True)
        column.addWidget(self.title)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for place, candidate in enumerate(self.found, start=1):
            row = CandidateRow(candidate, place)
            row.clicked.connect(lambda _on=False, candidate=candidate: self._choose(candidate))
            self.rows.append(row)
            rows.addWidget(row)
        column.addLayout(rows)
        self.setAccessibleName(title)
        self.rows[0].setFocus()

    def _none(self, column: QVBoxLayout) -> None:
        title = translate("Dial", "No number selected")
        self.title = Label(title, role=fonts.Text.HEADING)
        column.addWidget(self.title)
        column.addWidget(
            Label(translate("Dial", "Type the number to call."), role=fonts.Text.SMALL, tone="secondary", wrap=True)
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        self.field = Field(translate("Dial", "Number"), tabular=True)
        self.field.returnPressed.connect(self._type)
        self.call_button = Button(translate("Dial", "Call now"), kind=Kind.PRIMARY, icon="call")
        self.call_button.clicked.connect(self._type)
        row.addWidget(self.field, 1)
        row.addWidget(self.call_button)
        column.addLayout(row)
        self.setAccessibleName(title)

    # --- showing ---

    def show_at_pointer(self) -> None:
        """Open under the pointer, inside its screen, with the keys."""
        self.adjustSize()
        at = QCursor.pos() - QPoint(self.margin + 20, self.margin - 12)
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        if screen is not None:
            room = screen.availableGeometry()
            at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
            at.setY(max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.move(at)
        self.show()
        self.raise_()
        self.activateWindow()
        if self.field is not None:
            self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        elif self.rows:
            self.rows[0].setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.call_button.setFocus(Qt.FocusReason.PopupFocusReason)
        if self.ring is not None:
            self.ring.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer inside stops the clock."""
        super().enterEvent(event)
        if self.ring is not None and self.panel.geometry().contains(event.position().toPoint()):
            self.ring.pause()

    def leaveEvent(self, event: QEvent) -> None:
        """And outside it goes on."""
        super().leaveEvent(event)
        if self.ring is not None:
            self.ring.resume()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter dials, Esc stops, 1–9 and the arrows choose."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(self.found) == 1:
            self._choose(self.found[0])
        elif self.rows and Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_1 < len(self.rows):
            self._choose(self.found[key - Qt.Key.Key_1])
        elif self.rows and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        elif self.rows and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.found[self._place()])
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is dialled any more."""
        self._done = True
        if self.ring is not None:
            self.ring.stop()
        super().closeEvent(event)

    def _place(self) -> int:
        return next((n for n, row in enumerate(self.rows) if row.hasFocus()), 0)

    def _step(self, by: int) -> None:
        self.rows[(self._place() + by) % len(self.rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, candidate: Candidate) -> None:
        if not self._done:
            self._done = True
            self.close()
            self.chosen.emit(candidate)

    def _type(self) -> None:
        text = self.field.text().strip() if self.field is not None else ""
        if text and not self._done:
            self._done = True
            self.close()
            self.typed.emit(text)


class Face(QWidget):
    """A colleague's avatar, or a house for anyone else."""

    def __init__(self, candidate: Candidate, extent: int) -> None:
        super().__init__()
        self._candidate = candidate
        self.setFixedSize(extent, extent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, ratio = QRectF(self.rect()), self.devicePixelRatioF()
        if self._candidate.user_id is not None:
            painters.avatar(painter, rect, self._candidate.name, self._candidate.user_id, ratio)
        else:
            painters.avatar_icon(painter, rect, "building" if self._candidate.name else "call", ratio)


class CandidateRow(Pressable):
    """Name and number of one candidate, with its key."""

    def __init__(self, candidate: Candidate, place: int) -> None:
        super().__init__()
        self.candidate = candidate
        self._place = place
        self.setFixedHeight(46)
        self._face = Face(candidate, 32)
        self._face.setParent(self)
        self._face.move(10, 7)
        self._face.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        name = candidate.name or candidate.shown
        self.setAccessibleName(f"{place}: {name}, {candidate.shown}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two lines and the key cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.BG_SELECTED if self.hasFocus() else Color.BG_HOVER))
            painter.drawRoundedRect(QRectF(self.rect()), Radius.S, Radius.S)
        room = self.width() - 54 - 40
        name = self.candidate.name or self.candidate.shown
        first = QRectF(54, 6, room, 18) if self.candidate.name else QRectF(54, 0, room, self.height())
        painters.text(painter, first, name, fonts.font(weight=fonts.MEDIUM), color(Color.TEXT_PRIMARY))
        if self.candidate.name:
            small = fonts.font(fonts.Text.SMALL, tabular=True)
            painters.text(painter, QRectF(54, 24, room, 16), self.candidate.shown, small, color(Color.TEXT_SECONDARY))
        painters.key_cap(painter, QPointF(self.width() - 30, self.height() / 2), str(self._place))


class CancelRing(QWidget):
    """Runs down and then emits `ended`; it can be paused."""

    ended = Signal()

    def __init__(self, seconds: float, parent: QObject | None = None) -> None:
        super().__init__()
        self._whole = seconds * 1000
        self._spent = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(Motion.COUNTDOWN_CANCEL // 5)
        self._timer.timeout.connect(self._tick)
        self.setFixedSize(36, 36)

    def start(self) -> None:
        """From the beginning."""
        self._spent = 0.0
        self._since.start()
        self._timer.start()

    def pause(self) -> None:
        """Stand still."""
        if self._timer.isActive():
            self._spent += self._since.elapsed()
            self._timer.stop()

    def resume(self) -> None:
        """Go on."""
        if not self._timer.isActive() and self._spent < self._whole:
            self._since.start()
            self._timer.start()

    def stop(self) -> None:
        """For good."""
        self._timer.stop()
        self._spent = self._whole

    @property
    def paused(self) -> bool:
        """Whether it stands still."""
        return not self._timer.isActive()

    def _left(self) -> float:
        running = self._since.elapsed() if self._timer.isActive() else 0
        return max(0.0, self._whole - self._spent - running)

    def _tick(self) -> None:
        self.update()
        if self._left() <= 0:
            self.stop()
            self.ended.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring, and the seconds in it."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        painters.ring(painter, rect.adjusted(1, 1, -1, -1), self._left() / self._whole, 3, Color.ACCENT_SOLID)
        seconds = str(max(1, round(self._left() / 1000 + 0.49)))
        font = fonts.font(fonts.Text.SMALL, fonts.SEMIBOLD, tabular=True)
        painters.text(painter, rect, seconds, font, color(Color.TEXT_PRIMARY), painters.CENTER)
