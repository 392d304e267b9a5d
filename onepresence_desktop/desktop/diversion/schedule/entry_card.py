"""What opens at a block: what the absence is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.floating import FloatingPanel
from onepresence_desktop.desktop.widgets.labels import Label

WIDTH = 318
GAP = 8


class Glyph(QWidget):
    """An icon of 18 pixels in one colour."""

    def __init__(self, icon: str, ink: Color) -> None:
        super().__init__()
        self._icon, self._ink = icon, ink
        self.setFixedSize(18, 18)

    def sizeHint(self) -> QSize:
        """Its fixed size."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        icons.paint(QPainter(self), self._icon, QRectF(self.rect()), color(self._ink), self.devicePixelRatioF())


class EntryCard(FloatingPanel):
    """edit, remove: of the head's buttons. skip: leave this day out. stop: no more from this day on."""

    edit = Signal()
    remove = Signal()
    skip = Signal()
    stop = Signal()

    def __init__(self, title: str, icon: str, lines: list[tuple[str, str]], *, recurring: bool, able: bool) -> None:
        super().__init__(takes_focus=True, radius=Radius.L, popup=True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(", ".join([title, *(f"{name}: {words}" for name, words in lines)]))
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(14, 10, 14, 14)
        column.setSpacing(10)
        self.panel.setFixedWidth(WIDTH)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Glyph(icon, Color.DIVERTED_TEXT))
        head.addWidget(Label(title, role=fonts.Text.HEADING, elide=True), 1)
        self.edit_button = IconButton("edit", translate("Schedule", "Change"))
        self.remove_button = IconButton("delete", translate("Schedule", "Delete"))
        for button, signal in ((self.edit_button, self.edit), (self.remove_button, self.remove)):
            button.setEnabled(able)
            button.clicked.connect(self._then(signal))
            head.addWidget(button)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(lines):
            grid.addWidget(Label(name, tone="secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(words, wrap=True, tabular=True), row, 1)
        column.addLayout(grid)
        self.skip_button = Button(translate("Schedule", "Skip this day"), small=True)
        self.stop_button = Button(translate("Schedule", "Stop the series"), kind=Kind.DANGER_TEXT, small=True)
        if recurring:
            buttons = QHBoxLayout()
            buttons.setSpacing(8)
            for press, signal in ((self.skip_button, self.skip), (self.stop_button, self.stop)):
                press.on_popover = True
                press.setEnabled(able)
                press.widen()
                press.clicked.connect(self._then(signal))
                buttons.addWidget(press)
            column.addLayout(buttons)

    def show_at(self, place: QRect) -> None:
        """Beside a block (on the screen), inside its screen, with the keys."""
        self.adjustSize()
        show_beside(self, place)
        first = self.edit_button if self.edit_button.isEnabled() else self
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _then(self, signal: SignalInstance) -> Callable[[], None]:
        def pressed() -> None:
            self.close()
            signal.emit()

        return pressed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class WhichCard(FloatingPanel):
    """Asks after a drag what of a series is meant. chosen: "one" or "following"; closed without: nothing."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(takes_focus=True, radius=Radius.L, popup=True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        words = translate("Schedule", "Move which?")
        self.setAccessibleName(words)
        column.addWidget(Label(words, role=fonts.Text.HEADING, elide=True))
        self.one = Button(translate("Schedule", "Only this one"))
        self.following = Button(translate("Schedule", "This and all following"))
        for button, key in ((self.one, "one"), (self.following, "following")):
            button.on_popover = True
            button.widen()
            button.clicked.connect(lambda _on=False, key=key: self._choose(key))
            column.addWidget(button)

    def show_at(self, place: QRect) -> None:
        """Beside the place it was dragged to."""
        self.adjustSize()
        show_beside(self, place)
        self.one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, key: str) -> None:
        self.close()
        self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it where it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def show_beside(panel: FloatingPanel, place: QRect) -> None:
    """Right of a place on the screen, or left where there is no room."""
    screen = panel.screen().availableGeometry()
    wide, high = panel.width() - 2 * panel.margin, panel.height() - 2 * panel.margin
    left = place.right() + GAP
    if left + wide > screen.right():
        left = max(screen.left(), place.left() - GAP - wide)
    top = max(screen.top(), min(place.top(), screen.bottom() - high))
    panel.move(left - panel.margin, top - panel.margin)
    panel.show()
    panel.raise_()
    panel.activateWindow()
