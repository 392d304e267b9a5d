"""Who goes to whom: the bar under the colleagues while a call is active, or waits and nobody has answered it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.labels import Label

HEIGHT = 60


@dataclass(frozen=True, slots=True)
class Passing:
    """caller: who is handed on; to: whom; warning: why that may not be reached, "" else. asked: both are in a call.

    waiting: nobody has answered the caller yet. mailbox: whether who is chosen has one.
    """

    caller: str
    to: str
    warning: str = ""
    asked: bool = False
    waiting: bool = False
    mailbox: bool = False


class Route(Label):
    """Who goes to whom. end: to whom alone, where there is no room for both: who calls stands in the pane as well."""

    def __init__(self) -> None:
        super().__init__(weight=fonts.SEMIBOLD, elide=True)
        self.end = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """On one line."""
        font, room = self.font(), QRectF(self.contentsRect())
        whole = not self.end or painters.width(self.text(), font) <= room.width()
        words = self.text() if whole else self.end
        painters.text(QPainter(self), room, words, font, color(Color.TEXT_PRIMARY))


class TransferBar(Surface):
    """transferred, announced; then, while the colleague is asked: joined, swapped, given_up.

    handed_on, sent_to_mailbox: of a call that waits unanswered.
    """

    transferred = Signal()
    announced = Signal()
    joined = Signal()
    swapped = Signal()
    given_up = Signal()
    handed_on = Signal()
    sent_to_mailbox = Signal()

    def __init__(self) -> None:
        super().__init__(Color.ACCENT_TINT, "top")
        self.setFixedHeight(HEIGHT)
        self._passing = Passing("", "")
        self.words = Route()
        self.warning = Label(role=fonts.Text.SMALL, tone="danger", elide=True)
        self.give_up = Button(kind=Kind.QUIET)
        self.swap = Button(icon="repeat")
        self.announce = Button(icon="transfer-consult", cap="Shift")
        self.transfer = Button(kind=Kind.PRIMARY, cap="Enter")
        self.mailbox = Button(icon="msg-voicemail", cap="Shift")
        self.hand_on = Button(kind=Kind.PRIMARY, cap="F3")
        self.give_up.clicked.connect(self.given_up)
        self.swap.clicked.connect(self.swapped)
        self.announce.clicked.connect(self.announced)
        self.transfer.clicked.connect(lambda: (self.joined if self._passing.asked else self.transferred).emit())
        self.mailbox.clicked.connect(self.sent_to_mailbox)
        self.hand_on.clicked.connect(self.handed_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(44, 1, 12, 0)
        row.setSpacing(8)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch()
        lines.addWidget(self.words)
        lines.addWidget(self.warning)
        lines.addStretch()
        row.addLayout(lines, 1)
        for one in (self.give_up, self.swap, self.announce, self.transfer, self.mailbox, self.hand_on):
            row.addWidget(one)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and glyph."""
        super().paintEvent(event)
        spot = QRectF(16, self.height() / 2 - 9, 18, 18)
        icons.paint(QPainter(self), "transfer", spot, color(Color.ACCENT_TEXT), self.devicePixelRatioF())

    def show_passing(self, passing: Passing | None) -> None:
        """What the buttons would do; None hides the bar."""
        self.setVisible(passing is not None)
        if passing is None:
            return
        self._passing = passing
        self.warning.setText(passing.warning)
        self.warning.setVisible(bool(passing.warning))
        for one in (self.give_up, self.swap):
            one.setVisible(passing.asked)
        self.announce.setVisible(not passing.asked and not passing.waiting)
        self.transfer.setVisible(not passing.waiting)
        for one in (self.mailbox, self.hand_on):
            one.setVisible(passing.waiting)
        for one in (self.announce, self.transfer, self.hand_on):
            one.setEnabled(bool(passing.to))
        self.mailbox.setEnabled(passing.mailbox)
        self.words.setText(f"{passing.caller} → {passing.to}" if passing.to else passing.caller)
        self.words.end = f"→ {passing.to}" if passing.to else ""
        self.retranslate()

    def retranslate(self) -> None:
        """All texts again."""
        asked = self._passing.asked
        self.transfer.setText(translate("Reception", "Connect") if asked else translate("Reception", "Transfer"))
        self.announce.setText(translate("Reception", "Ask first"))
        self.swap.setText(translate("Reception", "Swap"))
        self.give_up.setText(translate("Reception", "Cancel"))
        self.mailbox.setText(translate("Reception", "To the mailbox"))
        self.hand_on.setText(translate("Reception", "Hand on"))
        for one in (self.transfer, self.announce, self.swap, self.give_up, self.mailbox, self.hand_on):
            one.updateGeometry()
