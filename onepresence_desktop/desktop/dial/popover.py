"""The pop-up at the pointer (design, section 7.15): one number with a ring that can be stopped, several with keys 1–9,
none with a field to type one, and why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QVBoxLayout

from onepresence_desktop.desktop.dial.cancel_ring import CancelRing
from onepresence_desktop.desktop.dial.candidate_row import CandidateRow, Face
from onepresence_desktop.desktop.dial.candidates import Candidate
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Radius
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.floating import FloatingPanel
from onepresence_desktop.desktop.widgets.hint_bar import Hint, Hints
from onepresence_desktop.desktop.widgets.labels import Label

if TYPE_CHECKING:
    from onepresence_desktop.desktop.number_shown import NumberShownSelect

WIDTH = 340
AWAY = 12
"""Between the pointer and the pop-up, which never opens under it: there the clock would stand still."""


class Nothing(Enum):
    """Why there is no number."""

    UNMARKED = "unmarked"
    NO_NUMBER = "no_number"
    FROZEN = "frozen"


class DialPopover(FloatingPanel):
    """chosen: a `Candidate` to dial. typed: text keyed in where no number was found. Closing it any way dials nothing.

    seconds: of the ring; 0 waits for an answer. line: which phone calls. nothing: why `found` is empty. shown: chooses
    which number those outside see (design, section 7.27).
    """

    chosen = Signal(object)
    typed = Signal(str)

    def __init__(
        self,
        found: list[Candidate],
        *,
        seconds: float,
        line: str = "",
        nothing: Nothing = Nothing.UNMARKED,
        shown: NumberShownSelect | None = None,
    ) -> None:
        super().__init__(takes_focus=True, radius=Radius.L, popup=True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.found = found
        self.rows: list[CandidateRow] = []
        self.field: Field | None = None
        self.ring: CancelRing | None = None
        self.shown = shown
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
            self._none(column, nothing)
        if shown is not None:
            column.insertWidget(column.count() - 1, shown, 0, Qt.AlignmentFlag.AlignLeft)
            shown.busy.connect(self._wait)
        self.panel.installEventFilter(self)

    def tell_name(self, number: str, name: str) -> None:
        """Whose a number is, found out while it is asked about; one that has a name keeps it."""
        for place, before in enumerate(self.found):
            if before.number != number or before.name or before.emergency:
                continue
            self.found[place] = known = replace(before, name=name)
            if self.rows:
                self.rows[place].take(known)
            else:
                self._face.take(known)
                self.title.setText(_asked(known))
                self.setAccessibleName(_asked(known))

    # --- the three forms ---

    def _one(self, column: QVBoxLayout, candidate: Candidate, seconds: float, line: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        self._face = Face(candidate, 36)
        head.addWidget(self._face)
        words = QVBoxLayout()
        words.setSpacing(2)
        title = _asked(candidate)
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
        self.call_button.widen()
        self.cancel_button = Button(translate("Dial", "Cancel"), cap="Esc")
        self.cancel_button.on_popover = True
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
        column.addWidget(
            Hints([Hint("Enter", translate("Dial", "Call")), Hint("Esc", translate("Dial", "Close"), right=True)])
        )
        self.setAccessibleName(title)
        self.rows[0].setFocus()

    def _none(self, column: QVBoxLayout, why: Nothing) -> None:
        title = {
            Nothing.UNMARKED: translate("Dial", "No number selected"),
            Nothing.NO_NUMBER: translate("Dial", "No number in the selected text"),
            Nothing.FROZEN: translate("Dial", "The program with the selected text doesn't answer"),
        }[why]
        self.title = Label(title, role=fonts.Text.HEADING, wrap=True)
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
        """Open below the pointer, or above it where there is no room, inside its screen, with the keys."""
        self.adjustSize()
        self.move(self._place_at(QCursor.pos()))
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

    def _wait(self, busy: bool) -> None:
        """Nothing is dialled while it isn't settled which number is shown."""
        doing: Sequence[QAbstractButton] = self.rows or [self.call_button]
        for button in doing:
            button.setEnabled(not busy)
        if self.ring is None:
            return
        if busy:
            self.ring.pause()
        elif not self.panel.underMouse():
            self.ring.resume()

    def _place_at(self, pointer: QPoint) -> QPoint:
        plate = self.height() - 2 * self.margin
        left, top = pointer.x() - 20, pointer.y() + AWAY
        screen = QGuiApplication.screenAt(pointer) or QGuiApplication.primaryScreen()
        if screen is not None:
            room = screen.availableGeometry()
            left = max(room.left(), min(left, room.right() - self.width() + 2 * self.margin))
            if top + plate > room.bottom():
                top = max(room.top(), pointer.y() - AWAY - plate)
        return QPoint(left - self.margin, top - self.margin)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pointer on the plate stops the clock; beside it, on the shadow too, it goes on."""
        if watched is self.panel and self.ring is not None:
            if event.type() == QEvent.Type.Enter:
                self.ring.pause()
            elif event.type() == QEvent.Type.Leave and (self.shown is None or not self.shown.unsettled):
                self.ring.resume()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter dials, Esc stops, 1–9 and the arrows choose."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif self.shown is not None and (self.shown.take_key(event) or self.shown.unsettled):
            return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(self.found) == 1:
            self._choose(self.found[0])
        elif self.rows and Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_1 < len(self.rows):
            self._choose(self.found[key - Qt.Key.Key_1])
        elif self.rows and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        elif self.rows and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.found[self._row()])
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is dialled any more."""
        self._done = True
        if self.shown is not None:
            self.shown.let_go()
        if self.ring is not None:
            self.ring.stop()
        super().closeEvent(event)

    def _row(self) -> int:
        return next((n for n, row in enumerate(self.rows) if row.hasFocus()), 0)

    def _step(self, by: int) -> None:
        self.rows[(self._row() + by) % len(self.rows)].setFocus(Qt.FocusReason.TabFocusReason)

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


def _asked(candidate: Candidate) -> str:
    """The question about one number."""
    if candidate.emergency:
        return translate("Dial", "Emergency call to {number}?").format(number=candidate.shown)
    if candidate.name:
        return translate("Dial", "Call {number} – {name}?").format(number=candidate.shown, name=candidate.name)
    return translate("Dial", "Call {number}?").format(number=candidate.shown)
