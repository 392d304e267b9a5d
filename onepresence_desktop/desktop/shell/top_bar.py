"""The field at the top of the window: search, or a number to call."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.number_shown import NumberShownSelect
from onepresence_desktop.desktop.theme.tokens import Color, Space, size
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.fields import Field

LIST_KEYS = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
}
"""Keys that steer the list below while the caret stays in the field."""


class SearchField(Field):
    """key_for_list: a key of LIST_KEYS, or a command with Ctrl, was pressed; accept the event to use it.

    call_wanted: the number typed is to be called.
    """

    key_for_list = Signal(QKeyEvent)
    call_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(icon="nav-search", search=True)
        self.set_keys("Ctrl", "F")
        self.call = Button(kind=Kind.ANSWER, icon="call", small=True)
        self.call.clicked.connect(self.call_wanted)
        self.wipe = IconButton("close", size=14, extent=28, ink=Color.TEXT_TERTIARY)
        self.wipe.clicked.connect(self._wipe)
        self._shown: NumberShownSelect | None = None
        for button in (self.call, self.wipe):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc and Enter do the same
            self.add_trailing(button)
            self.show_trailing(button, False)
        self.textChanged.connect(lambda text: self.show_trailing(self.wipe, bool(text)))

    def put(self, text: str) -> None:
        """Write `text` without anybody hearing of it; the field's own buttons follow."""
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)
        self.show_trailing(self.wipe, bool(text))

    def show_found(self, note: str, *, number: bool) -> None:
        """How many were found; number: what is typed can be called."""
        self.set_note(note)
        self.show_trailing(self.call, number)
        if self._shown is not None:
            self.show_trailing(self._shown, number and self._shown.choice)

    def set_number_shown(self, select: NumberShownSelect) -> None:
        """What the number typed would be called with, before the button that calls it."""
        self._shown = select
        self.add_trailing(select, first=True)
        select.widened.connect(self.place_trailing)
        self.show_trailing(select, False)

    def retranslate(self) -> None:
        """All texts again."""
        self.set_name(translate("Shell", "Search or type a number"))
        self.wipe.set_name(translate("Shell", "Clear the search"))
        self.call.setText(translate("Colleagues", "Call"))
        self.call.resize(self.call.sizeHint())
        if self._shown is not None:
            self._shown.retranslate()

    def _wipe(self) -> None:
        self.clear()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the list its keys first."""
        if self._shown is not None and self._shown.isVisible() and self._shown.take_key(event):
            return
        if Qt.Key(event.key()) in LIST_KEYS:
            event.ignore()
            self.key_for_list.emit(event)
            if event.isAccepted():
                return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)


class TopBar(Surface):
    """56 high; the field across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Color.BG_WINDOW, parent=parent)
        self.setFixedHeight(size("topbar"))
        self.field = SearchField()
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        row.addWidget(self.field)
        self.retranslate()

    def set_placeholder(self, words: str) -> None:
        """What the field asks for on the page shown; "" for the usual words."""
        usual = translate("Shell", "Search name, number, department – or type a number")
        self.field.setPlaceholderText(words or usual)

    def retranslate(self) -> None:
        """All texts again."""
        self.field.retranslate()
        self.set_placeholder("")
