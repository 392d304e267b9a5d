"""A small pop-up that asks to whom a ringing call is to be sent (spec 4.7)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme.tokens import Radius
from onepresence_desktop.desktop.whom_field import WhomField
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.floating import FloatingPanel

EDGE = 14


class WhomPopover(FloatingPanel):
    """chosen: the number. Unlike the pop-up of the call itself it takes the keys: it was asked for."""

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(takes_focus=True, radius=Radius.L, popup=True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(translate("Shell", "Divert"))
        row = QHBoxLayout(self.panel)
        row.setContentsMargins(10, 10, 10, 10)
        row.setSpacing(8)
        self.field = WhomField(session)
        self.field.setFixedWidth(230)
        self.field.setPlaceholderText(translate("Shell", "Name or number"))
        self.field.set_name(translate("Shell", "Divert to"))
        self.go = Button(translate("Shell", "Divert"), kind=Kind.PRIMARY)
        self.go.setEnabled(False)
        self.field.textChanged.connect(lambda _text: self.go.setEnabled(bool(self.field.number())))
        self.field.returnPressed.connect(self._choose)
        self.go.clicked.connect(self._choose)
        row.addWidget(self.field)
        row.addWidget(self.go)

    def show_over(self, widget: QWidget) -> None:
        """Above a button, inside its screen, with the keys."""
        self.adjustSize()
        at = widget.mapToGlobal(QPoint(0, -8))
        plate = self.width() - 2 * self.margin
        room = widget.screen().availableGeometry()
        left = max(room.left(), min(at.x(), room.right() - plate - EDGE))
        self.move(left - self.margin, at.y() - self.height() + self.margin)
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; the call rings on."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        number = self.field.number()
        if number:
            self.close()
            self.chosen.emit(number)
