"""The field at the top of the window: search, or a number to call."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme.tokens import Color, Space, size
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
    """key_for_list: a key of LIST_KEYS, or a command with Ctrl, was pressed; accept the event to use it."""

    key_for_list = Signal(QKeyEvent)

    def __init__(self) -> None:
        super().__init__(icon="nav-search", search=True)
        self.set_keys("Ctrl", "F")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the list its keys first."""
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
        self.field.set_name(translate("Shell", "Search or type a number"))
        self.set_placeholder("")
